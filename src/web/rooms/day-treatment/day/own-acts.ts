import { HOUR, type Instant } from '#kernel/interval.ts';
import type { ActsAnswer, DayAct, DayList } from '#modules/day-treatment/contract.ts';
import type { Act } from '#modules/day-treatment/types.ts';
import { standingActs } from '#modules/day-treatment/types.ts';
import type { KeptAct, KeptDay } from '#web/api/kept-day.ts';

/** An act of this device, opened. */
export interface OwnAct extends DayAct, Pick<KeptAct, 'unitId' | 'halfDayId' | 'state'> {}

/** So long after its end a half-day may still run out; then the device gives it up. */
const AFTER = 2 * HOUR;

/** The half-day is behind us: nothing of it belongs on a tablet any more. */
export const isPast = ({ until }: Pick<KeptDay, 'until'>, now: Instant): boolean => now >= until + AFTER;

const plain = ({ id, visitId, kind, at, byName, body }: DayAct): Act => ({
  ...{ id, visitId, kind, byName, body },
  at: Date.parse(at),
});

/** Everything that happened with one visit: what the house told, and what this device did since. An act is there once. */
export const actsOf = (list: DayList, own: readonly OwnAct[], visitId: string): Act[] => {
  const told = list.visits.find(({ id }) => id === visitId)?.acts ?? [];
  const known = new Set(told.map(({ id }) => id));
  const since = own.filter((act) => act.visitId === visitId && act.state !== 'refused' && !known.has(act.id));
  return [...told, ...since].map(plain);
};

/** The acts after the house answered: kept is sent, refused stays for somebody to look at, silence waits. */
export const afterAnswer = (own: readonly OwnAct[], { kept, refused }: ActsAnswer): OwnAct[] => {
  const [taken, never] = [new Set(kept), new Set(refused.map(({ id }) => id))];
  return own.map((act) => {
    if (taken.has(act.id)) return { ...act, state: 'sent' };
    return never.has(act.id) ? { ...act, state: 'refused' } : act;
  });
};

/** Acts the house has and tells back: they need no second place. */
export const toldBack = (own: readonly OwnAct[], list: DayList): OwnAct[] => {
  const told = new Set(list.visits.flatMap(({ acts }) => acts.map(({ id }) => id)));
  return own.filter(({ id, state }) => state === 'sent' && told.has(id));
};

/** The last thing that was done and still stands, on this tablet if it did anything: what "Draai terug" takes back. */
export const lastAct = (list: DayList, own: readonly OwnAct[], mine: readonly string[]): Act | null => {
  const standing = standingActs(list.visits.flatMap(({ id }) => actsOf(list, own, id)));
  const here = mine.findLast((made) => standing.some(({ id }) => id === made));
  return standing.find(({ id }) => id === here) ?? standing.at(-1) ?? null;
};
