import { useMutation } from '@tanstack/react-query';
import { type Instant, MINUTE } from '#kernel/interval.ts';
import type {
  Choice,
  DayWeek,
  FreeMoment,
  GridVisit,
  HalfDayView,
  PlanVisitBody,
} from '#modules/day-treatment/contract.ts';
import { call } from '#web/api/call.ts';
import type { Problem } from '#web/api/problem.ts';
import { readAgain } from '#web/api/queries.ts';
import { announce } from '#web/shell/announce.ts';
import { offerUndo } from '#web/shell/undo.ts';
import { mondayOf } from './grid.ts';

interface Act {
  /** What is said when it is done. */
  readonly done: string;
  /** Does it, and answers with how to take it back; null: it cannot be. */
  readonly run: () => Promise<(() => Promise<unknown>) | null>;
}

/** A visit and the half-day it stands in. */
export interface Standing {
  readonly visit: GridVisit;
  readonly halfDay: HalfDayView;
}

/** What a planner can do with one visit; each answers whether it was done. `problem` is why the last was refused. */
export interface WeekActs {
  readonly busy: boolean;
  readonly problem: Problem | null;
  readonly forget: () => void;
  readonly plan: (visitId: string, choice: Choice, done: string) => Promise<boolean>;
  readonly move: (standing: Standing, choice: Choice, done: string) => Promise<boolean>;
  readonly unplan: (standing: Standing, done: string) => Promise<boolean>;
  readonly lock: (standing: Standing, done: string) => Promise<boolean>;
  readonly missed: (standing: Standing, done: string) => Promise<boolean>;
  readonly aside: (offer: Pick<FreeMoment, 'id' | 'visitId'>, done: string) => Promise<boolean>;
}

const match = (version: number): { ifMatch: string } => ({ ifMatch: `"${version}"` });
const at = (iso: string): Instant => Date.parse(iso);
const readWeek = (): Promise<void> => readAgain(['day-room', 'day-order']);

const bodyOf = (choice: Choice): PlanVisitBody => ({
  halfDayId: choice.halfDayId,
  start: choice.start,
  chairs: choice.chairs.map(({ id }) => id),
  nurseId: choice.nurse.id,
});

/** The moment as it was, to give it back; without a nurse there is nothing to go back to. */
const momentOf = ({ visit, halfDay }: Standing): PlanVisitBody | null =>
  visit.nurseId === null || visit.mustMove !== null
    ? null
    : {
        halfDayId: halfDay.id,
        start: (at(visit.from) - at(halfDay.opens)) / MINUTE,
        chairs: visit.seats.map(({ chairId }) => chairId),
        nurseId: visit.nurseId,
      };

/** A half-day as it stands now: what is taken back meets the version of this moment. */
const halfDayNow = async (
  unitId: string,
  of: Pick<HalfDayView, 'id' | 'day'>,
): Promise<HalfDayView | undefined> => {
  const from = mondayOf(of.day);
  const week = await call<DayWeek>('GET', `/api/v1/day-rooms/${unitId}/week?from=${from}`);
  return week.halfDays.find(({ id }) => id === of.id);
};

/** A moment is given against the half-day that was seen; the rest is decided by where the visit stands. */
const post = (visitId: string, act: string, body: object, halfDay?: number): Promise<unknown> =>
  call('POST', `/api/v1/visits/${visitId}/${act}`, body, halfDay === undefined ? {} : match(halfDay));

const givenBack = (
  unitId: string,
  standing: Standing,
  act: 'plan' | 'move',
): (() => Promise<void>) | null => {
  const body = momentOf(standing);
  if (body === null) return null;
  return async () => {
    const halfDay = await halfDayNow(unitId, standing.halfDay);
    if (halfDay !== undefined) await post(standing.visit.id, act, body, halfDay.version);
  };
};

/** The acts on visits of one room. A visit that was missed and a moment put aside stay so; all else can be taken back. */
export const useWeekActs = (unitId: string): WeekActs => {
  const { mutateAsync, isPending, error, reset } = useMutation<void, Problem, Act>({
    mutationFn: async ({ run, done }) => {
      const undo = await run();
      announce(done);
      if (undo !== null)
        offerUndo(done, async () => {
          await undo();
          await readWeek();
        });
      await readWeek();
    },
    // Somebody else was first: show what is true now beside the refusal.
    onError: () => void readWeek(),
  });
  const act = (done: string, run: Act['run']): Promise<boolean> =>
    mutateAsync({ done, run }).then(
      () => true,
      () => false,
    );
  return {
    busy: isPending,
    problem: error,
    forget: reset,
    plan: (visitId, choice, done) =>
      act(done, async () => {
        await post(visitId, 'plan', bodyOf(choice), choice.halfDayVersion);
        return () => post(visitId, 'unplan', {});
      }),
    move: (standing, choice, done) =>
      act(done, async () => {
        await post(standing.visit.id, 'move', bodyOf(choice), choice.halfDayVersion);
        return givenBack(unitId, standing, 'move');
      }),
    unplan: (standing, done) =>
      act(done, async () => {
        await post(standing.visit.id, 'unplan', {});
        return givenBack(unitId, standing, 'plan');
      }),
    lock: ({ visit: { id, locked } }, done) =>
      act(done, async () => {
        await post(id, 'lock', { locked: !locked });
        return () => post(id, 'lock', { locked });
      }),
    missed: ({ visit }, done) =>
      act(done, async () => {
        await post(visit.id, 'missed', {});
        return null;
      }),
    aside: ({ id, visitId }, done) =>
      act(done, async () => {
        await post(visitId, `offers/${id}/aside`, {});
        return null;
      }),
  };
};
