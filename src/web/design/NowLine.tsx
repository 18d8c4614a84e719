import type { JSX } from 'react';
import { useNow } from '#web/api/clock.ts';
import { useText } from '#web/i18n/texts.ts';
import { useFormat } from '#web/i18n/use-format.ts';
import styles from './NowLine.module.css';

/**
 * The one warm line with its tab `nu 11:41`, over a stretch of time from `from` to `until` (instants).
 * Lies in a positioned box; the tab stands above it. Outside the stretch there is no line.
 */
export const NowLine = ({ from, until }: { from: number; until: number }): JSX.Element | null => {
  const t = useText('design');
  const format = useFormat();
  const now = useNow('minute');
  if (now < from || now > until) return null;
  return (
    <span className={styles.line} style={{ left: `${((now - from) / (until - from)) * 100}%` }}>
      <span className={styles.tab}>{t('now', { clock: format.clock(now) })}</span>
    </span>
  );
};
