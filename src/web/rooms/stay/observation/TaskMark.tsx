import type { JSX } from 'react';
import { Icon } from '#web/design/Icon.tsx';
import styles from './Plan.module.css';
import type { TaskState } from './strip.ts';

/** How a line of the plan stands, as a shape: check, dash, ring with a dot, ring. Its word is read aloud beside it. */
export const TaskMark = ({ state }: { state: TaskState }): JSX.Element => (
  <span className={styles.mark} data-state={state}>
    {state === 'done' && <Icon name="check" size={14} />}
    {state === 'skipped' && <Icon name="minus" size={14} />}
    {state === 'due' && <Icon name="circle-dot" size={14} />}
    {state === 'open' && <Icon name="circle" size={14} />}
  </span>
);
