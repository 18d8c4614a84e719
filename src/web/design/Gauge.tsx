import type { JSX } from 'react';
import { useText } from '#web/i18n/texts.ts';
import { cx } from './cx.ts';
import styles from './Gauge.module.css';

/** A value beside what is usual: `low` and `high` are the 10th and 90th percentile of the last half year. */
export interface GaugeFacts {
  readonly value: number;
  readonly low: number;
  readonly high: number;
  /** End of the scale; begins at 0. */
  readonly max: number;
}

const level = ({ value, low, high }: GaugeFacts): 'busier' | 'usual' | 'calmer' => {
  if (value > high) return 'busier';
  return value < low ? 'calmer' : 'usual';
};

const at = (value: number, max: number): string =>
  `${Math.max(0, Math.min(100, (value / Math.max(1, max)) * 100))}%`;

/** The word of a gauge: drukker dan anders · zoals anders · rustiger dan anders. Always beside the bar. */
export const GaugeWord = ({ facts }: { facts: GaugeFacts }): JSX.Element => {
  const t = useText('design');
  return (
    <span className={cx(styles.word, level(facts) === 'busier' && styles.busierWord)}>
      {t(`gauge.${level(facts)}`)}
    </span>
  );
};

/** Grey band = usual, tick = now. Never a colour alone: put a GaugeWord beside it. */
export const Gauge = ({ facts }: { facts: GaugeFacts }): JSX.Element => {
  const t = useText('design');
  const { value, low, high, max } = facts;
  return (
    <span className={styles.gauge} role="img" aria-label={t('gauge.label', { value, low, high })}>
      <span className={styles.usual} style={{ left: at(low, max), width: at(high - low, max) }} />
      <span
        className={cx(styles.tick, level(facts) === 'busier' && styles.busier)}
        style={{ left: at(value, max) }}
      />
    </span>
  );
};
