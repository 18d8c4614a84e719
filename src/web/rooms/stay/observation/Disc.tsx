import type { JSX } from 'react';

/** A meal: eaten up, half, left, or not known (dashed). Silent: put its words beside it. */
export const Disc = ({ part, size = 18 }: { part: number | null; size?: number }): JSX.Element => (
  <svg width={size} height={size} viewBox="0 0 18 18" aria-hidden="true">
    <circle
      cx="9"
      cy="9"
      r="7.6"
      fill={part === 1 ? 'currentColor' : 'none'}
      stroke="currentColor"
      strokeWidth={part === null ? 1.1 : 1.5}
      strokeDasharray={part === null ? '2.6 2.4' : undefined}
      opacity={part === null ? 0.6 : 1}
    />
    {part === 0.5 && <path d="M9 1.4a7.6 7.6 0 0 1 0 15.2z" fill="currentColor" />}
  </svg>
);
