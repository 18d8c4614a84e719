import { DAY } from '#kernel/interval.ts';
import { sayState } from '#modules/social/index.ts';
import type { ServiceState } from '#modules/social/types.ts';
import { atClock, must, type Past } from './past.ts';
import { who } from './social-stage.ts';
import { toldServiceId } from './social-told.ts';

/** Whether there is room at the services the guide tells of, and who said so; for the small ones the desk did, on the telephone. */
const TOLD: readonly (readonly [service: string, by: string, state: ServiceState, weeks: number | null])[] = [
  ['Eerste hulp bij geldzorgen', 'N. Karsten', 'open', null],
  ['Beter slapen in zes weken', 'R. Eising', 'waiting', 3],
  ['Koffieochtend Peelo', 'R. Eising', 'open', null],
  ['Welzijnscoach Assen', 'M. Oosting', 'open', null],
  ['Maatjes van Naoberschap', 'M. Oosting', 'waiting', 6],
];

/** Writes into the agenda that each said whether there is room. */
export const planRoom = (past: Past): void => {
  for (const [service, name, state, weeks] of TOLD)
    past.agenda.add(atClock(past.now - 3 * DAY, 9 * 60), async (at) => {
      const actor = who(name);
      const said = await past.stage.act(actor, at, (tx) =>
        sayState(tx, { id: toldServiceId(service), actor, now: at }, { state, weeks, untilDay: null }),
      );
      must(said, 'say whether there is room');
    });
};
