import type { JSX, ReactNode } from 'react';
import { StateMark } from '#web/design/StateMark.tsx';
import type { State } from '#web/design/states.ts';

/** How many of a state, large, with its word, and a line about it. */
export const CountLine = ({
  state,
  count,
  word,
  line,
  children,
}: {
  state: State;
  count: number;
  word: string;
  line: string;
  children?: ReactNode;
}): JSX.Element => (
  <li>
    <StateMark state={state} size={24} />
    <b>{count}</b>
    <span>
      <strong>{word}</strong>
      <small>{line}</small>
    </span>
    {children}
  </li>
);
