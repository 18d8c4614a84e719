import type { JSX } from 'react';
import { cx } from '#web/design/cx.ts';
import { NowLine } from '#web/design/NowLine.tsx';
import styles from './Cells.module.css';
import { Disc } from './Disc.tsx';
import { figureOf, type Measured, type Plot, type Point } from './strip.ts';

/** The line of now through a cell of today; its tab stands once, in the head. */
export const NowThrough = ({ from, until }: { from: number; until: number }): JSX.Element => (
  <span className={styles.through} aria-hidden="true">
    <NowLine from={from} until={until} />
  </span>
);

/** A bar from the ground, with its number beside it. */
export const BarCell = ({
  measured,
  plot,
  words,
}: {
  measured: Measured;
  plot: Plot;
  words: string;
}): JSX.Element | null => {
  const value = figureOf(measured);
  if (value === null) return null;
  return (
    <span className={styles.bars}>
      <span className={styles.bar} style={{ height: `${plot.height(value)}%` }} />
      <span className={styles.number}>{words}</span>
    </span>
  );
};

/** The three meals of a day: full, half, left, not seen yet. */
export const MealCell = ({ measured, words }: { measured: Measured; words: string }): JSX.Element | null =>
  measured.values === null ? null : (
    <span className={styles.meals} data-out={measured.out || undefined}>
      {['morning', 'afternoon', 'evening'].map((part, index) => (
        <Disc key={part} part={measured.values?.[index] ?? null} />
      ))}
      <span className={styles.number}>{words}</span>
    </span>
  );

/** The stretch that asks for attention, behind the line. */
export const Band = ({ plot, words }: { plot: Plot; words: string | null }): JSX.Element | null =>
  plot.band === null ? null : (
    <span
      className={cx(styles.band, plot.band.side === 'below' ? styles.bandBelow : styles.bandAbove)}
      style={{ top: `${plot.band.top}%`, height: `${plot.band.height}%` }}
      aria-hidden="true"
    >
      {words !== null && <span>{words}</span>}
    </span>
  );

/** A dot of a line, joined to the one before it; a diamond when it is out of range. */
export const DotCell = ({
  point,
  plot,
  words,
}: {
  point: Point | undefined;
  plot: Plot;
  words: string;
}): JSX.Element | null => {
  if (point === undefined) return null;
  const top = plot.top(point.value);
  return (
    <>
      {point.before !== null && (
        <svg className={styles.segment} viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">
          <line
            x1={50 - 100 * point.before.daysAgo}
            y1={plot.top(point.before.value)}
            x2="50"
            y2={top}
            vectorEffect="non-scaling-stroke"
          />
        </svg>
      )}
      <span className={cx(styles.dot, point.out && styles.out)} style={{ top: `${top}%` }} />
      <span className={styles.value} style={{ top: `${top}%` }}>
        {words}
      </span>
    </>
  );
};
