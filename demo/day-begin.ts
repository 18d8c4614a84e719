import { type Day, instantOf, plusDays, weekdayOf } from '#kernel/calendar.ts';
import { type Instant, MINUTE } from '#kernel/interval.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { ok, type Result } from '#kernel/result.ts';
import { type Doing, putChairs } from '#modules/capacity/index.ts';
import {
  addNurse,
  halfDaysBetween,
  nursesOf,
  sayRoom,
  setOpenings,
  setRota,
  signTreatment,
  treatmentInUse,
} from '#modules/day-treatment/index.ts';
import { COMPETENCES, type HalfDay, type Treatment } from '#modules/day-treatment/types.ts';
import { REGION_ZONE } from '#modules/region/index.ts';
import type { Tx } from '#platform/db/database.ts';
import { SIGNED } from './day-clinic.ts';
import { competencesOf, type DayRoomLine, plannerOf, SPECIALISTS, type WeekLine } from './day-rooms.ts';
import type { Sheet } from './day-seats.ts';
import { must, type Past } from './past.ts';

/** Weeks before and after the opening in which somebody comes. */
const WEEKS_BACK = 4;
const WEEKS_AHEAD = 8;

/** A room that stands, with its nurses by their initials and its half-days. */
export interface OpenRoom {
  readonly room: DayRoomLine;
  readonly nurses: ReadonlyMap<string, string>;
  readonly halfDays: readonly HalfDay[];
}

const weekOf = (lines: readonly WeekLine[]) =>
  lines.map(({ weekday, part, opens, closes }) => ({ weekday, part, opens, closes }));

/** The ordinary week of a room on a day. */
const lineFor = (room: DayRoomLine, opened: Day, { day, part }: Pick<HalfDay, 'day' | 'part'>): WeekLine => {
  const week = day < opened ? room.first : room.now;
  const found = week.find((line) => line.weekday === weekdayOf(day) && line.part === part);
  if (found === undefined) throw new Error(`the room is not open on ${day}`);
  return found;
};

/** What the planner says of a room, one after the other, until something is refused. */
const inTurn = async (
  acts: readonly (() => Promise<Result<unknown, Refusal>>)[],
): Promise<Result<null, Refusal>> => {
  for (const act of acts) {
    const done = await act();
    if (!done.ok) return done;
  }
  return ok(null);
};

const sayHouse = (tx: Tx, { unitId, emergency, route, chairs }: DayRoomLine, doing: Doing) =>
  sayRoom(
    tx,
    unitId,
    {
      ...{ emergency: [...emergency], route },
      chairs: chairs.map(({ code, room, lying }) => ({ code, room, lying })),
    },
    doing,
  );

const staff = (tx: Tx, opened: Day, { room, nurses, halfDays }: OpenRoom, doing: Doing) =>
  setRota(
    tx,
    room.unitId,
    {
      halfDays: halfDays.map(({ id, version, ...halfDay }) => {
        const { nurses: names } = lineFor(room, opened, halfDay);
        return { id, version, nurses: names.flatMap((initials) => nurses.get(initials) ?? []) };
      }),
    },
    doing,
  );

const openRoom =
  (room: DayRoomLine, opened: Day, from: Day) =>
  async (tx: Tx, doing: Doing): Promise<Result<OpenRoom, Refusal>> => {
    const { unitId } = room;
    // The chairs of the practice region have ids that are always the same.
    await putChairs(tx, room.chairs);
    const stands = await inTurn([
      () => sayHouse(tx, room, doing),
      () => setOpenings(tx, unitId, { from, week: weekOf(room.first) }, doing),
      () => setOpenings(tx, unitId, { from: opened, week: weekOf(room.now) }, doing),
      ...room.nurses.map((line) => () => {
        const { name, initials } = line;
        return addNurse(tx, unitId, { name, initials, competences: competencesOf(line, opened) }, doing);
      }),
    ]);
    if (!stands.ok) return stands;
    const nurses = new Map((await nursesOf(tx, [unitId])).map(({ initials, id }) => [initials, id]));
    const last = plusDays(opened, 7 * WEEKS_AHEAD);
    const made = await halfDaysBetween(tx, [unitId], from, last);
    const open = { room, nurses, halfDays: made.filter(({ closed }) => closed === null) };
    const staffed = await staff(tx, opened, open, doing);
    return staffed.ok ? ok(open) : staffed;
  };

/** The planner opens a room: its chairs, how it is open, who works there and when. */
export const beginRoom = async (
  past: Past,
  room: DayRoomLine,
  { opened, at }: { readonly opened: Day; readonly at: Instant },
): Promise<OpenRoom> => {
  const from = plusDays(opened, -7 * WEEKS_BACK);
  return must(
    await past.stage.act(plannerOf(room.unitId), at, openRoom(room, opened, from)),
    'open a room with chairs',
  );
};

/** The hospital signs what may be given near home. */
export const signTreatments = async (past: Past, at: Instant): Promise<Map<string, Treatment>> => {
  const [specialist] = SPECIALISTS;
  if (specialist === undefined) throw new Error('the practice region has no specialist');
  const treatments = new Map<string, Treatment>();
  for (const { code, ...sign } of SIGNED) {
    const act = { code, version: 0, sign, signedBy: specialist.name };
    const signed = await past.stage.act(specialist, at, async (tx, doing) => {
      const done = await signTreatment(tx, act, doing);
      return done.ok ? ok(await treatmentInUse(tx, code)) : done;
    });
    const treatment = must(signed, 'sign a treatment');
    if (treatment !== null) treatments.set(code, treatment);
  }
  return treatments;
};

/** The nurse who falls ill the morning after the opening has two people to set up, and no more. */
const SICK_HAS = 2;

/** The next morning after today in which a third nurse is there: one of the three falls ill. */
export const sickMorning = (
  halfDays: readonly HalfDay[],
  { opened, today }: { opened: Day; today: Day },
  room: DayRoomLine,
) => halfDays.find((each) => each.day > today && lineFor(room, opened, each).nurses.length > 2);

/** The half-days of a room as empty sheets. */
export const sheetsOf = (
  { room, nurses, halfDays }: OpenRoom,
  { opened, today }: { readonly opened: Day; readonly today: Day },
): Sheet[] => {
  const ill = sickMorning(halfDays, { opened, today }, room);
  return halfDays.map((halfDay) => {
    const initials = lineFor(room, opened, halfDay).nurses;
    const isIll = (at: number): boolean => halfDay === ill && at === initials.length - 1;
    return {
      ...{ halfDay, minutes: (halfDay.closes - halfDay.opens) / MINUTE, chairs: room.chairs, taken: [] },
      careOf: initials.length - (halfDay === ill ? 1 : 0),
      hands: initials.map((each, at) => {
        const line = room.nurses.find((nurse) => nurse.initials === each);
        const able = COMPETENCES.filter(
          (competence) => line?.not?.includes(competence) !== true && line?.until?.competence !== competence,
        );
        return {
          id: nurses.get(each) ?? '',
          able: new Set(able),
          most: isIll(at) ? SICK_HAS : Number.POSITIVE_INFINITY,
        };
      }),
    };
  });
};

/** Six weeks before the opening the rooms were there. */
export const beganOn = (opened: Day): Instant => instantOf(plusDays(opened, -42), 9 * 60, REGION_ZONE);
