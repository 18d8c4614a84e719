import type { JSX } from 'react';
import type { Agreements } from '#modules/region/contract.ts';
import styles from './Changes.module.css';
import { read } from './words.ts';

type Change = Agreements['versions'][number]['changes'][number];

/** What changes, each with what that does. */
export const Changes = ({ changes }: { changes: readonly Change[] }): JSX.Element => (
  <ul className={styles.changes}>
    {changes.map(({ rule, says, means }) => (
      <li key={rule}>
        <p>{read(says)}</p>
        {means !== null && <p className={styles.means}>{read(means)}</p>}
      </li>
    ))}
  </ul>
);
