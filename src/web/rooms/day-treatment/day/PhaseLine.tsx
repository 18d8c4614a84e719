import type { JSX } from 'react';
import type { Phase } from '#modules/day-treatment/types.ts';
import { useText } from '#web/i18n/texts.ts';
import type { Row } from './due.ts';
import styles from './PhaseLine.module.css';

const STOPS: readonly Phase[] = ['arrived', 'set-up', 'running', 'observing'];

/** The way of a visit: what is behind is a petrol dot, where they are an orange ring. An injection does not run. */
export const PhaseLine = ({ row: { visit, standing } }: { row: Row }): JSX.Element => {
  const t = useText('day-list');
  const stops = STOPS.filter((stop) => stop !== 'running' || visit.treatment.running > 0);
  const at = stops.indexOf(standing.phase);
  const wordOf = (i: number): 'done' | 'now' | 'todo' => {
    if (i === at) return 'now';
    return i < at ? 'done' : 'todo';
  };
  return (
    <ol className={styles.line} aria-label={t('phase.label')}>
      {stops.map((stop, i) => (
        <li key={stop} data-at={wordOf(i)} aria-current={i === at ? 'step' : undefined}>
          <span className={styles.dot} aria-hidden="true" />
          <span>{t(`phase.${stop}`)}</span>
        </li>
      ))}
    </ol>
  );
};
