import { icons } from 'virtual:icons';
import { createElement, type JSX } from 'react';

/**
 * A Lucide icon, never read aloud: the word beside it or the accessible name of its button says what it means.
 * `size` in pixels: 13 in a line, 16 in a button, 21 in the rail, 24 on a tablet.
 */
export const Icon = ({ name, size = 16 }: { name: string; size?: number }): JSX.Element => (
  <svg
    aria-hidden="true"
    width={size}
    height={size}
    viewBox="0 0 24 24"
    fill="none"
    stroke="currentColor"
    strokeWidth={1.9}
    strokeLinecap="round"
    strokeLinejoin="round"
    style={{ flex: 'none' }}
  >
    {icons[name]?.map(([element, attributes], index) =>
      createElement(element, { key: index, ...attributes }),
    )}
  </svg>
);
