import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { GrowthAnswer, GrowthBody } from '#modules/day-treatment/contract.ts';
import { call } from '#web/api/call.ts';
import type { Problem } from '#web/api/problem.ts';
import { STILL } from './growth.ts';

/** One line of who is expected, with the name of its treatment. */
export type DemandLine = GrowthAnswer['assumed']['demand'][number];

interface Counted {
  readonly days: number;
  readonly lines: readonly DemandLine[];
}

/** What is asked of a year, and what came back. */
export interface Growth {
  /** What stands in the fields; `asked` is what the answer is about. */
  readonly draft: GrowthBody;
  readonly asked: GrowthBody;
  readonly answer: GrowthAnswer | null;
  readonly busy: boolean;
  readonly problem: Problem | null;
  /** What was counted from the orders, and over how many days; null: nothing yet. */
  readonly counted: Counted | null;
  /** Do the fields say something else than what was worked out? */
  readonly changed: boolean;
  readonly setLevers: (levers: Partial<GrowthBody['levers']>) => void;
  /** Null: as the orders of the last year were. */
  readonly setDemand: (lines: readonly DemandLine[] | null) => void;
  readonly reckon: () => void;
  readonly again: () => void;
}

const isSame = (a: GrowthBody, b: GrowthBody): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Works a year out for this room: first as it is today, then as the fields stand. The last answer stays in sight. */
export const useGrowth = (unitId: string): Growth => {
  const [asked, setAsked] = useState<GrowthBody>(STILL);
  const [draft, setDraft] = useState<GrowthBody>(STILL);
  const [last, setLast] = useState<{ readonly answer: GrowthAnswer; readonly asked: GrowthBody } | null>(
    null,
  );
  const [counted, setCounted] = useState<Counted | null>(null);
  // The same question gives the same answer: it is not worked out twice within ten minutes.
  const read = useQuery<GrowthAnswer, Problem>({
    queryKey: ['day-growth', unitId, asked],
    queryFn: () => call('POST', `/api/v1/day-rooms/${unitId}/growth`, asked),
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
    meta: { topics: [] },
  });
  if (read.data !== undefined && read.data !== last?.answer) {
    const { countedDays: days, demand: lines } = read.data.assumed;
    setLast({ answer: read.data, asked });
    if (days !== null) setCounted({ days, lines });
  }
  const again = (): void => void read.refetch();
  return {
    draft,
    asked: last?.asked ?? asked,
    answer: last?.answer ?? null,
    counted,
    busy: read.isFetching,
    problem: read.isFetching ? null : read.error,
    changed: !isSame(draft, last?.asked ?? asked),
    setLevers: (levers) => setDraft((before) => ({ ...before, levers: { ...before.levers, ...levers } })),
    setDemand: (lines) =>
      setDraft((before) => ({
        ...before,
        demand: lines === null ? null : lines.map(({ name: _name, ...line }) => line),
      })),
    reckon: () => (isSame(draft, asked) ? again() : setAsked(draft)),
    again,
  };
};
