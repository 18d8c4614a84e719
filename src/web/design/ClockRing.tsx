import type { JSX } from 'react';
import type { Instant } from '#kernel/interval.ts';
import { useNow } from '#web/api/clock.ts';
import { useText } from '#web/i18n/texts.ts';
import { timeLeft } from '#web/i18n/time.ts';
import styles from './ClockRing.module.css';

const RADIUS = 52;
const AROUND = 2 * Math.PI * RADIUS;

/** The one clock on a phone after sending: how long the bed is held, running empty from `since` to `due`. */
export const ClockRing = ({ since, due }: { since: Instant; due: Instant }): JSX.Element => {
  const t = useText('design');
  const now = useNow('minute');
  const left = Math.max(0, due - now);
  const { unit, figure } = timeLeft(left);
  const share = Math.min(1, left / Math.max(1, due - since));
  return (
    <span className={styles.ring} role="timer">
      <svg aria-hidden="true" viewBox="0 0 116 116">
        <circle cx="58" cy="58" r={RADIUS} fill="none" stroke="var(--state-held-tint)" strokeWidth="9" />
        <circle
          cx="58"
          cy="58"
          r={RADIUS}
          fill="none"
          stroke="var(--state-held-mark)"
          strokeWidth="9"
          strokeDasharray={`${AROUND * share} ${AROUND}`}
        />
      </svg>
      <span className={styles.words}>
        <span className={styles.figure}>{figure}</span>
        <span className={styles.unit}>
          {unit === 'minutes' ? t('time.ringMinutes', { count: Number(figure) }) : t('time.unitHours')}
        </span>
      </span>
    </span>
  );
};
