import type { JSX } from 'react';
import styles from './StateMark.module.css';
import type { State } from './states.ts';

const SHAPES: Readonly<Record<State, JSX.Element>> = {
  free: <circle cx="8" cy="8" r="6.4" fill="currentColor" />,
  soon: (
    <>
      <circle cx="8" cy="8" r="5.5" fill="none" stroke="currentColor" strokeWidth="1.8" />
      <path d="M8 2.5a5.5 5.5 0 0 1 0 11z" fill="currentColor" />
    </>
  ),
  held: (
    <>
      <path d="M8 .8 15.2 8 8 15.2.8 8z" fill="currentColor" />
      <path
        d="M8 4.6V8l2.3 1.5"
        fill="none"
        stroke="var(--surface)"
        strokeWidth="1.5"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </>
  ),
  occupied: (
    <rect
      x="2.4"
      y="2.4"
      width="11.2"
      height="11.2"
      rx="2"
      fill="var(--state-occupied-inside)"
      stroke="currentColor"
      strokeWidth="1.6"
    />
  ),
  closed: (
    <path
      d="M3 3l10 10M13 3L3 13"
      fill="none"
      stroke="currentColor"
      strokeWidth="2.6"
      strokeLinecap="round"
    />
  ),
  unknown: (
    <>
      <circle
        cx="8"
        cy="8"
        r="6.3"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.4"
        strokeDasharray="2.6 2.1"
      />
      <path
        d="M6.1 6.4a1.95 1.95 0 1 1 2.7 1.8c-.5.25-.8.6-.8 1.2"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.5"
        strokeLinecap="round"
      />
      <circle cx="8" cy="11.4" r=".95" fill="currentColor" />
    </>
  ),
};

/** The bare shape of a state on a 16 × 16 grid, for use inside another drawing (the row of beds). */
export const StateShape = ({ state, x = 0 }: { state: State; x?: number }): JSX.Element => (
  <g className={styles[state]} transform={`translate(${x} 0)`}>
    {SHAPES[state]}
  </g>
);

/** The shape and colour of a state, silent: always put its word beside it, seen or aloud. */
export const StateMark = ({ state, size = 14 }: { state: State; size?: number }): JSX.Element => (
  <svg aria-hidden="true" className={styles.mark} width={size} height={size} viewBox="0 0 16 16">
    <StateShape state={state} />
  </svg>
);
