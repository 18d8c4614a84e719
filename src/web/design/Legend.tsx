import type { JSX } from 'react';
import { useText } from '#web/i18n/texts.ts';
import styles from './Legend.module.css';
import { StateMark } from './StateMark.tsx';
import { STATES } from './states.ts';

/** The six states with their words, at the foot of every screen that shows beds. */
export const Legend = (): JSX.Element => {
  const t = useText('design');
  return (
    <ul className={styles.legend} aria-label={t('legend')}>
      {STATES.map((state) => (
        <li key={state}>
          <StateMark state={state} size={13} />
          {t(`state.${state}`)}
        </li>
      ))}
    </ul>
  );
};
