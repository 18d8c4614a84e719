import { useMutation } from '@tanstack/react-query';
import type {
  HalfDayView,
  RotaAnswer,
  RotaBody,
  StaffHalfDay,
  StaffNurse,
} from '#modules/day-treatment/contract.ts';
import type { Absent } from '#modules/day-treatment/types.ts';
import { call } from '#web/api/call.ts';
import type { Problem } from '#web/api/problem.ts';
import { readAgain } from '#web/api/queries.ts';
import { announce } from '#web/shell/announce.ts';
import { offerUndo } from '#web/shell/undo.ts';

interface Act {
  /** What is said when it is done. */
  readonly done: string;
  /** Does it, and answers with how to take it back. */
  readonly run: () => Promise<() => Promise<unknown>>;
}

/** Days on which somebody is not there. */
export interface AwaySaid {
  readonly from: string;
  readonly last: string | null;
  readonly why: Absent;
}

/** What a planner can do with the rota; each answers whether it was done, and can be taken back. */
export interface RotaActs {
  readonly busy: boolean;
  readonly problem: Problem | null;
  readonly set: (
    before: readonly StaffHalfDay[],
    lines: RotaBody['halfDays'],
    done: string,
  ) => Promise<boolean>;
  readonly absent: (
    halfDay: StaffHalfDay,
    nurse: { readonly id: string; readonly was: Absent | null; readonly why: Absent | null },
    done: string,
  ) => Promise<boolean>;
  readonly away: (nurse: StaffNurse, said: AwaySaid, done: string) => Promise<boolean>;
  readonly back: (
    nurse: StaffNurse,
    away: StaffNurse['away'][number],
    from: string,
    done: string,
  ) => Promise<boolean>;
}

const TOPICS = ['day-room', 'day-order'];
const match = (version: number): { ifMatch: string } => ({ ifMatch: `"${version}"` });

const tellAbsent = (
  halfDay: Pick<StaffHalfDay, 'id' | 'version'>,
  nurse: string,
  why: Absent | null,
): Promise<HalfDayView> =>
  call('POST', `/api/v1/half-days/${halfDay.id}/absent`, { nurse, why }, match(halfDay.version));

const sayAway = (nurse: StaffNurse, said: AwaySaid): Promise<StaffNurse> =>
  call('POST', `/api/v1/nurses/${nurse.id}/away`, said, match(nurse.version));

const sayBack = (nurse: StaffNurse, away: string, from: string): Promise<StaffNurse> =>
  call('POST', `/api/v1/nurses/${nurse.id}/back`, { away, from }, match(nurse.version));

/** Who was there before is there again, and who was absent then is absent again. */
const restored = async (unitId: string, before: readonly StaffHalfDay[], now: RotaAnswer): Promise<void> => {
  const lines = now.halfDays.map(({ id, version }) => {
    const nurses = before.find((each) => each.id === id)?.nurses ?? [];
    return { id, version, nurses: nurses.map((nurse) => nurse.id) };
  });
  const back = await call<RotaAnswer>('PUT', `/api/v1/day-rooms/${unitId}/rota`, { halfDays: lines });
  for (const halfDay of back.halfDays) {
    let { version } = halfDay;
    for (const { id, absent } of before.find((each) => each.id === halfDay.id)?.nurses ?? []) {
      if (halfDay.nurses.some((nurse) => nurse.id === id && nurse.absent === absent)) continue;
      ({ version } = await tellAbsent({ id: halfDay.id, version }, id, absent));
    }
  }
};

/** The acts on who is there in a room. */
export const useRotaActs = (unitId: string): RotaActs => {
  const { mutateAsync, isPending, error } = useMutation<void, Problem, Act>({
    mutationFn: async ({ run, done }) => {
      const undo = await run();
      announce(done);
      offerUndo(done, async () => {
        await undo();
        await readAgain(TOPICS);
      });
      await readAgain(TOPICS);
    },
    // Somebody else was first: show what is true now beside the refusal.
    onError: () => void readAgain(TOPICS),
  });
  const act = (done: string, run: Act['run']): Promise<boolean> =>
    mutateAsync({ done, run }).then(
      () => true,
      () => false,
    );
  return {
    busy: isPending,
    problem: error,
    set: (before, lines, done) =>
      act(done, async () => {
        const now = await call<RotaAnswer>('PUT', `/api/v1/day-rooms/${unitId}/rota`, { halfDays: lines });
        return () => restored(unitId, before, now);
      }),
    absent: (halfDay, { id, was, why }, done) =>
      act(done, async () => {
        const now = await tellAbsent(halfDay, id, why);
        return () => tellAbsent(now, id, was);
      }),
    away: (nurse, said, done) =>
      act(done, async () => {
        const now = await sayAway(nurse, said);
        const added = now.away.find(({ id }) => nurse.away.every((each) => each.id !== id));
        return async () => {
          if (added !== undefined) await sayBack(now, added.id, said.from);
        };
      }),
    back: (nurse, { id, last, why }, from, done) =>
      act(done, async () => {
        const now = await sayBack(nurse, id, from);
        return () => sayAway(now, { from, last, why });
      }),
  };
};
