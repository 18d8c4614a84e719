import type { JSX } from 'react';

/** The tower with its lamp, on tower colour. Silent: a word or the accessible name of its link stands beside it. */
export const Logo = ({ size = 32 }: { size?: number }): JSX.Element => (
  <svg aria-hidden="true" width={size} height={size} viewBox="0 0 32 32" style={{ flex: 'none' }}>
    <path d="M12.2 28 13.6 14h4.8L19.8 28z" fill="#fff" />
    <rect x="10.4" y="9" width="11.2" height="4.4" rx="1.4" fill="#fff" />
    <g fill="none" stroke="#7FC8D4" strokeWidth="2" strokeLinecap="round">
      <path d="M7.2 13.5a9.6 9.6 0 0 1 0-9M24.8 13.5a9.6 9.6 0 0 0 0-9" />
      <path opacity=".5" d="M3.4 15.6a14 14 0 0 1 0-13.2M28.6 15.6a14 14 0 0 0 0-13.2" />
    </g>
    <circle cx="16" cy="5.4" r="2.3" fill="var(--lamp)" />
  </svg>
);
