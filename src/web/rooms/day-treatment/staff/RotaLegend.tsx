import type { JSX } from 'react';
import { ABSENT } from '#modules/day-treatment/types.ts';
import { StateMark } from '#web/design/StateMark.tsx';
import { useText } from '#web/i18n/texts.ts';
import styles from './Staff.module.css';
import { StandingMark } from './StandingMark.tsx';

/** What the marks of the rota mean. */
export const RotaLegend = (): JSX.Element => {
  const t = useText('day-staff');
  return (
    <ul className={styles.legend} aria-label={t('legend.label')}>
      {(['there', ...ABSENT, 'off'] as const).map((standing) => (
        <li key={standing}>
          <StandingMark standing={standing} />
          {t(`standing.${standing}`)}
        </li>
      ))}
      <li>
        <StandingMark standing="there" doubt />
        {t('legend.doubt')}
      </li>
      <li>
        <StateMark state="closed" size={13} />
        {t('tooFew')}
      </li>
    </ul>
  );
};
