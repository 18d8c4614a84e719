import { useMutation } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { type Day, localDay, plusDays } from '#kernel/calendar.ts';
import type { DayPlan, PlanStarted, PlanTaken } from '#modules/day-treatment/contract.ts';
import { call } from '#web/api/call.ts';
import { useNow } from '#web/api/clock.ts';
import type { Problem } from '#web/api/problem.ts';
import { readAgain, useRead } from '#web/api/queries.ts';
import { REGION_ZONE } from '#web/i18n/time.ts';
import type { Week } from './use-week.ts';

/** So many days the long plan looks ahead, and the short one. */
const LONG = 28;
const WEEK = 7;
const AGAIN = 1_000;

/** The plan of a room that is being made or was made last. */
export interface Plans {
  readonly plan: DayPlan | undefined;
  readonly busy: boolean;
  readonly problem: Problem | null;
  /** How many could not be given their moment after all. */
  readonly refused: number | null;
  /** Makes a plan of four weeks. */
  readonly make: () => void;
  /** Makes a plan of the week that is shown; null: it is over. */
  readonly makeWeek: (() => void) | null;
  readonly cancel: () => void;
  readonly take: () => void;
}

/** Makes a plan from the week that is shown on, follows it while it is made, and takes it over. */
export const usePlan = ({ unitId, from: shown, list }: Pick<Week, 'unitId' | 'from' | 'list'>): Plans => {
  const today = localDay(useNow('minute'), REGION_ZONE);
  const from = shown > today ? shown : today;
  const weekEnds = plusDays(shown, WEEK);
  const lastId = list?.plan?.id ?? null;
  const [startedId, setStartedId] = useState<string | null>(null);
  const id = startedId ?? lastId;
  const read = useRead<DayPlan>(id === null ? null : `/api/v1/plans/${id}`, []);
  const plan = read.data?.body.id === id ? read.data?.body : undefined;
  const running = plan?.state === 'running';
  const { refetch } = read;
  useEffect(() => {
    if (!running) return;
    const timer = setInterval(() => void refetch(), AGAIN);
    return () => clearInterval(timer);
  }, [running, refetch]);
  const make = useMutation<PlanStarted, Problem, Day>({
    mutationFn: (until) => call('POST', `/api/v1/day-rooms/${unitId}/plans`, { from, until }),
    onSuccess: ({ planId }) => setStartedId(planId),
  });
  const cancel = useMutation<unknown, Problem>({
    mutationFn: () => call('POST', `/api/v1/plans/${id}/cancel`, {}),
    onSuccess: () => refetch(),
  });
  const take = useMutation<PlanTaken, Problem>({
    mutationFn: () => call('POST', `/api/v1/plans/${id}/take`, {}),
    onSettled: async () => {
      await refetch();
      await readAgain(['day-room', 'day-order']);
    },
  });
  return {
    plan,
    busy: make.isPending || cancel.isPending || take.isPending,
    problem: make.error ?? cancel.error ?? take.error ?? read.error,
    refused: take.data?.refused.length ?? null,
    make: () => make.mutate(plusDays(from, LONG)),
    makeWeek: weekEnds > today ? () => make.mutate(weekEnds) : null,
    cancel: () => cancel.mutate(),
    take: () => take.mutate(),
  };
};
