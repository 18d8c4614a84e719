import { type CSSProperties, type JSX, useId } from 'react';
import { cx } from '#web/design/cx.ts';
import { Icon } from '#web/design/Icon.tsx';
import { useText } from '#web/i18n/texts.ts';
import styles from './Levers.module.css';

/** What a slider turns: its bounds, how it is today, and the words for a value. */
export interface Lever {
  readonly icon?: string;
  readonly name: string;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly today: number;
  /** How it is today in words, when that says more than the words of the nearest value. */
  readonly todayWords?: string;
  readonly words: (value: number) => string;
  /** What it was turned to; undefined: as today. */
  readonly value: number | undefined;
  /** Undefined: put back as it is today. */
  readonly onTurn: (value: number | undefined) => void;
}

/** A lever on a line: how it is today struck through and what it becomes in blue. Arrows, Home, End and page keys turn it. */
export const LeverSlider = ({ lever }: { lever: Lever }): JSX.Element => {
  const t = useText('outlook');
  const id = useId();
  const { name, min, max, step, today, value, words } = lever;
  const nearest = min + Math.round((today - min) / step) * step;
  const shown = value ?? nearest;
  const share = (of: number): string => `${((Math.min(max, Math.max(min, of)) - min) / (max - min)) * 100}%`;
  const was = lever.todayWords ?? words(today);
  const isTurned = value !== undefined;
  return (
    <div className={cx(styles.lever, isTurned && styles.turned)}>
      <label htmlFor={id} className={styles.name}>
        {lever.icon !== undefined && <Icon name={lever.icon} />}
        {name}
      </label>
      <span className={styles.values} aria-hidden="true">
        {isTurned && <del>{was}</del>}
        <b>{isTurned ? words(value) : was}</b>
      </span>
      <span
        className={styles.track}
        style={{ '--at': share(shown), '--today': share(today) } as CSSProperties}
      >
        <input
          id={id}
          type="range"
          {...{ min, max, step }}
          value={shown}
          aria-valuetext={isTurned ? t('lever.turned', { now: words(value), was }) : was}
          onChange={({ currentTarget }) => {
            const next = Number(currentTarget.value);
            lever.onTurn(Math.abs(next - nearest) < step / 2 ? undefined : next);
          }}
        />
      </span>
    </div>
  );
};
