import type { JSX } from 'react';
import { TREATMENT_GROUPS } from '#modules/day-treatment/types.ts';
import { useText } from '#web/i18n/texts.ts';
import styles from './WeekLegend.module.css';

/** What the shades, letters and the dashed line of the week mean. */
export const WeekLegend = (): JSX.Element => {
  const t = useText('day-treatment');
  return (
    <ul className={styles.legend} aria-label={t('legend.label')}>
      <li>
        <span className={styles.setUp} />
        {t('legend.setUp')}
      </li>
      <li>
        <span className={styles.running} />
        {t('legend.running')}
      </li>
      <li>
        <span className={styles.watching} />
        {t('legend.watching')}
      </li>
      {TREATMENT_GROUPS.map((group) => (
        <li key={group}>
          <b>{t(`letter.${group}`)}</b>
          {t(`group.${group}`)}
        </li>
      ))}
      <li className={styles.last}>
        <span className={styles.line} />
        {t('legend.line')}
      </li>
    </ul>
  );
};
