import { type Day, daysBetween, localDay, plusDays } from '#kernel/calendar.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { ok, type Result } from '#kernel/result.ts';
import type { Doing } from '#modules/capacity/index.ts';
import type { Tx } from '#platform/db/database.ts';
import { record } from '#platform/diary/diary.ts';
import type { CloseBody } from './contract-room.ts';
import { AHEAD, decideClose, decideReopen, halfDaysOf, type MadeHalfDay } from './decide/half-day.ts';
import { openHalfDayRow, roomLine, zoneOf } from './doing-room.ts';
import {
  addHalfDays,
  dropHalfDays,
  lockHalfDaysFrom,
  roomVisits,
  usedHalfDays,
  writeHalfDay,
} from './store-half-day.ts';
import { allRooms, openingsOf } from './store-room.ts';
import type { HalfDay } from './types.ts';
import type { Opening } from './types-room.ts';

/** What a command on a half-day answers. */
export type HalfDayResult = Promise<Result<HalfDay, Refusal>>;
/** Which half-day, as it was read. */
export interface OneHalfDay {
  readonly id: string;
  readonly version: number;
}

const keyOf = ({ day, part }: Pick<HalfDay, 'day' | 'part'>): string => `${day} ${part}`;

/** Half-days that nothing asks for any more: gone when nobody is in them, closed when somebody has still to be moved. */
const dropUnasked = async (tx: Tx, unasked: readonly HalfDay[]): Promise<number> => {
  const used = await usedHalfDays(
    tx,
    unasked.map(({ id }) => id),
  );
  const [kept, gone] = [
    unasked.filter(({ id, closed }) => used.has(id) && closed === null),
    unasked.filter(({ id }) => !used.has(id)),
  ];
  for (const halfDay of kept) await writeHalfDay(tx, { ...halfDay, closed: 'other' });
  await dropHalfDays(
    tx,
    gone.map(({ id }) => id),
  );
  return gone.length + kept.length;
};

const retime = async (
  tx: Tx,
  there: readonly HalfDay[],
  wanted: ReadonlyMap<string, MadeHalfDay>,
): Promise<number> => {
  const moved = there.flatMap((halfDay) => {
    const now = wanted.get(keyOf(halfDay));
    const same = now === undefined || (now.opens === halfDay.opens && now.closes === halfDay.closes);
    return same ? [] : [{ ...halfDay, opens: now.opens, closes: now.closes }];
  });
  for (const halfDay of moved) await writeHalfDay(tx, halfDay);
  return moved.length;
};

/** Half-days follow the ordinary week as it is now; one that was closed by hand stays closed. */
export const remakeHalfDays = async (
  tx: Tx,
  {
    unitId,
    openings,
    from,
  }: { readonly unitId: string; readonly openings: readonly Opening[]; readonly from: Day },
  doing: Doing,
): Promise<{ readonly made: number; readonly moved: number; readonly dropped: number }> => {
  const zone = zoneOf(doing, unitId);
  const last = plusDays(localDay(doing.now, zone), AHEAD);
  const days = Math.max(0, daysBetween(from, last));
  const made = halfDaysOf(openings, { from, days, zone }).filter(({ closes }) => closes > doing.now);
  const wanted = new Map(made.map((halfDay) => [keyOf(halfDay), halfDay]));
  const there = await lockHalfDaysFrom(tx, unitId, from);
  const running = there.filter(({ opens }) => opens > doing.now);
  const dropped = await dropUnasked(
    tx,
    running.filter((halfDay) => !wanted.has(keyOf(halfDay))),
  );
  const moved = await retime(tx, running, wanted);
  return { made: await addHalfDays(tx, unitId, made), moved, dropped };
};

/** Makes the half-days of the acting house on, twenty-six weeks ahead; done every day, so that each day adds a day. */
export const extendHalfDays = async (tx: Tx, doing: Doing): Promise<number> => {
  const own = (await allRooms(tx)).filter(
    ({ organisationId }) => organisationId === doing.actor.organisationId,
  );
  const unitIds = own.map(({ unitId }) => unitId);
  const openings = await openingsOf(tx, unitIds, localDay(doing.now, 'UTC'));
  let made = 0;
  for (const unitId of unitIds) {
    const zone = zoneOf(doing, unitId);
    const from = localDay(doing.now, zone);
    const days = halfDaysOf(openings.get(unitId) ?? [], { from, days: AHEAD, zone });
    const added = await addHalfDays(tx, unitId, days);
    if (added > 0)
      await record(tx, [roomLine(doing, 'half-days-made', { subject: unitId, unitId }, { made: added })]);
    made += added;
  }
  return made;
};

const written = async (tx: Tx, halfDay: HalfDay, event: string, doing: Doing): HalfDayResult => {
  await writeHalfDay(tx, halfDay);
  const { id: subject, unitId, day, part, closed } = halfDay;
  await record(tx, [roomLine(doing, event, { subject, unitId }, { day, part, closed })]);
  return ok({ ...halfDay, version: halfDay.version + 1 });
};

/** The house closes a half-day. Who was planned stays on the grid, marked, until the planner moves them. */
export const closeHalfDay = async (tx: Tx, act: OneHalfDay & CloseBody, doing: Doing): HalfDayResult => {
  const found = await openHalfDayRow(tx, act);
  if (!found.ok) return found;
  const here = (await roomVisits(tx, [act.id])).some(({ state }) => state === 'arrived');
  const decided = decideClose(found.value, { reason: act.reason, note: act.note, here }, doing.now);
  return decided.ok ? written(tx, decided.value, 'half-day-closed', doing) : decided;
};

/** It is open after all. */
export const reopenHalfDay = async (tx: Tx, act: OneHalfDay, doing: Doing): HalfDayResult => {
  const found = await openHalfDayRow(tx, act);
  if (!found.ok) return found;
  const decided = decideReopen(found.value, doing.now);
  return decided.ok ? written(tx, decided.value, 'half-day-opened', doing) : decided;
};
