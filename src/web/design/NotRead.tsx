import type { JSX } from 'react';
import type { Problem } from '#web/api/problem.ts';
import { Panel } from './Panel.tsx';
import { ProblemNotice } from './ProblemNotice.tsx';
import { Skeleton } from './Skeleton.tsx';

/** What stands on a screen until it was read: its grid while it comes, or why it does not come, to be tried again. */
export const NotRead = ({
  read,
  ...grid
}: {
  /** As `useRead` gives it. */
  read: { readonly error: Problem | null; readonly refetch: () => Promise<unknown> };
  grid: string;
  rows: number;
  late?: string;
}): JSX.Element =>
  read.error === null ? (
    <Panel>
      <Skeleton {...grid} />
    </Panel>
  ) : (
    <ProblemNotice problem={read.error} onAgain={read.refetch} />
  );
