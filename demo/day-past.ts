import { type Day, instantOf, localDay, localTime, plusDays } from '#kernel/calendar.ts';
import { DAY, HOUR, type Instant, MINUTE } from '#kernel/interval.ts';
import { ok } from '#kernel/result.ts';
import { type Chance, seeded } from '#kernel/seeded.ts';
import {
  draftOrder,
  followGiven,
  halfDaysBetween,
  keepActs,
  lockVisit,
  planVisit,
  signOrder,
  tellAbsent,
  tellDrug,
  visitsOf,
} from '#modules/day-treatment/index.ts';
import type { HalfDay, Visit } from '#modules/day-treatment/types.ts';
import { REGION_ZONE } from '#modules/region/index.ts';
import { beganOn, beginRoom, type OpenRoom, sheetsOf, sickMorning, signTreatments } from './day-begin.ts';
import { dayCourses } from './day-courses.ts';
import { orderOf, specialistFor } from './day-orders.ts';
import { DAY_ROOMS, plannerOf, tabletNurseOf } from './day-rooms.ts';
import { actsUntil, sent, type Turn } from './day-turns.ts';
import { openedWeek, type Seated, type SeatedVisit, seatAll } from './day-weeks.ts';
import { between, must, type Past } from './past.ts';

/** The history of day treatment while it is made. */
interface DayPast {
  readonly past: Past;
  readonly chance: Chance;
  readonly opened: Day;
  readonly today: Day;
  /** Who comes in a half-day, for its acts. */
  readonly turns: Map<string, Turn[]>;
  /** What the specialist signed, of whom everything is given when this visit is over. */
  readonly lastVisits: Map<string, string>;
}

/** An ordinary hour in which a desk works, so many days before a moment; at the latest a day before the opening. */
const signedAt = ({ past, chance }: DayPast, first: Instant | null): Instant => {
  const latest = past.now - between(chance, 1, 6) * DAY;
  const wished = first === null ? latest : Math.min(latest, first - between(chance, 8, 12) * DAY);
  return instantOf(localDay(wished, REGION_ZONE), between(chance, 540, 930), REGION_ZONE);
};

/** So long after a signature the planner gave a moment. */
const planAt = ({ past, chance }: DayPast, signed: Instant): Instant =>
  Math.min(signed + between(chance, 1, 5) * HOUR, past.now - HOUR);

/** The specialist writes an order and signs it; its visits wait for a moment. */
const signed = async (
  day: DayPast,
  seated: Seated,
  at: Instant,
): Promise<{ code: string; id: string; visits: readonly Visit[] }> => {
  const who = specialistFor(seated.course);
  const first = seated.visits[0]?.halfDay.day ?? null;
  const body = orderOf(seated.course, {
    today: localDay(at, REGION_ZONE),
    first,
    visits: Math.max(1, seated.visits.length),
  });
  const done = await day.past.stage.act(who, at, async (tx, doing) => {
    const draft = await draftOrder(tx, body, doing);
    if (!draft.ok) return draft;
    const { id, version } = draft.value;
    const order = await signOrder(tx, { id, version, signedBy: who.name }, doing);
    if (!order.ok) return order;
    const visits = (await visitsOf(tx, [id])).get(id) ?? [];
    return ok({ code: order.value.code, id, visits });
  });
  return must(done, 'sign an order');
};

/** The house has the medicine the afternoon before. */
const tellReady = (
  day: DayPast,
  order: { readonly id: string },
  visitId: string,
  { halfDay }: SeatedVisit,
): void => {
  const { past, today } = day;
  if (halfDay.day < today || halfDay.opens > past.now + 4 * DAY) return;
  const ready = instantOf(plusDays(halfDay.day, -1), 16 * 60, REGION_ZONE);
  past.agenda.add(Math.min(ready, past.now - 30 * MINUTE), async (at) => {
    const told = { id: order.id, visitId, readyAt: Math.max(at, ready) };
    must(
      await past.stage.act(plannerOf(halfDay.unitId), at, (tx, doing) => tellDrug(tx, told, doing)),
      'tell that a medicine is ready',
    );
  });
};

const planAll = async (
  day: DayPast,
  seated: Seated,
  order: { readonly id: string; readonly code: string; readonly visits: readonly Visit[] },
  at: Instant,
): Promise<void> => {
  const planner = plannerOf(seated.course.unitId);
  for (const [n, visit] of seated.visits.entries()) {
    const { id } = order.visits[n] as Visit;
    const wanted = { id, place: visit.place, version: null };
    must(await day.past.stage.act(planner, at, (tx, doing) => planVisit(tx, wanted, doing)), 'plan a visit');
    const turn: Turn = {
      ...{ visitId: id, key: `${order.code} ${n + 1} 1`, from: visit.from, treatment: seated.treatment },
      odd: n === 0 ? seated.course.odd : null,
    };
    day.turns.set(visit.halfDay.id, [...(day.turns.get(visit.halfDay.id) ?? []), turn]);
    tellReady(day, order, id, visit);
  }
  const last = seated.visits.at(-1);
  if (last !== undefined) day.lastVisits.set(order.visits[seated.visits.length - 1]?.id ?? '', order.id);
  await setFast(day, seated, order.visits, at);
};

/** One in four of those who come every four weeks asked for this moment, and has it for certain. */
const setFast = async (
  day: DayPast,
  seated: Seated,
  visits: readonly Visit[],
  at: Instant,
): Promise<void> => {
  const next = seated.visits.findIndex(({ from }) => from > day.past.now);
  const visit = visits[next];
  if (visit === undefined || seated.course.group !== 'immunoglobulin' || day.chance() > 0.25) return;
  const done = await day.past.stage.act(plannerOf(seated.course.unitId), at, (tx, doing) =>
    lockVisit(tx, { id: visit.id, locked: true }, doing),
  );
  must(done, 'set a visit fast');
};

const planCourse = (day: DayPast, seated: Seated): void => {
  const at = signedAt(day, seated.visits[0]?.from ?? null);
  day.past.agenda.add(at, async (when) => {
    const order = await signed(day, seated, when);
    day.past.agenda.add(planAt(day, when), (then) => planAll(day, seated, order, then));
  });
};

/** So long before the opening the tablet last said what happened. */
const LAST_ACT = 2 * MINUTE;

/** What happened in a half-day, as its tablet said it: all of it, or as far as it went. */
const giveHalfDay = async (day: DayPast, halfDay: HalfDay, at: Instant): Promise<void> => {
  const { past, turns, lastVisits } = day;
  const nurse = tabletNurseOf(halfDay.unitId);
  const here = turns.get(halfDay.id) ?? [];
  const acts = here.flatMap((turn) => actsUntil(turn, [], at));
  if (acts.length === 0) return;
  const told = { id: halfDay.id, acts: sent(acts), byName: nurse.name };
  const kept = must(
    await past.stage.act(nurse, at, (tx, doing) => keepActs(tx, told, doing)),
    'keep what happened',
  );
  if (kept.refused.length > 0) throw new Error('the practice region could not keep what happened');
  for (const { visitId } of here) {
    const orderId = lastVisits.get(visitId);
    if (orderId !== undefined) await completed(day, orderId, at);
  }
};

const completed = async ({ past }: DayPast, orderId: string, at: Instant): Promise<void> => {
  const [specialist] = past.cast.anyOf(['specialist']);
  if (specialist === undefined) throw new Error('the practice region has no specialist');
  const done = await past.stage.act(specialist, at, async (tx, doing) => {
    await followGiven(tx, { subject: orderId }, doing);
    return ok(null);
  });
  must(done, 'complete an order');
};

const planHalfDays = (day: DayPast, { halfDays }: OpenRoom): void => {
  for (const halfDay of halfDays) {
    if (halfDay.opens > day.past.now) continue;
    const at = Math.min(halfDay.closes + 10 * MINUTE, day.past.now - LAST_ACT);
    day.past.agenda.add(at, (when) => giveHalfDay(day, halfDay, when));
  }
};

/** Somebody calls in sick for tomorrow: two people must move. */
const planIllness = (day: DayPast, { room, nurses, halfDays }: OpenRoom): void => {
  const morning = sickMorning(halfDays, day, room);
  const initials = room.now
    .find(({ weekday, part }) => weekday === weekdayOfMorning(morning) && part === 'morning')
    ?.nurses.at(-1);
  const nurse = nurses.get(initials ?? '');
  if (morning === undefined || nurse === undefined) return;
  day.past.agenda.add(day.past.now - 25 * MINUTE, async (at) => {
    const told = await day.past.stage.act(plannerOf(room.unitId), at, async (tx, doing) => {
      const [now] = await halfDaysBetween(tx, [room.unitId], morning.day, plusDays(morning.day, 1));
      return tellAbsent(tx, { id: morning.id, version: now?.version ?? 0, nurse, why: 'ill' }, doing);
    });
    must(told, 'tell that a nurse is ill');
  });
};

const weekdayOfMorning = (morning: HalfDay | undefined): number =>
  morning === undefined ? 0 : localTime(morning.opens, REGION_ZONE).weekday;

/** Weeks of day treatment up to the opening: who was treated, who comes, who waits, and the half-day that is in course. */
export const planDayTreatment = (past: Past, seed: number): void => {
  const today = localDay(past.now, REGION_ZONE);
  const opened = openedWeek(today);
  const chance = seeded(seed + 6_151);
  const day: DayPast = { past, chance, opened, today, turns: new Map(), lastVisits: new Map() };
  past.agenda.add(beganOn(opened), async (at) => {
    const rooms: OpenRoom[] = [];
    for (const room of DAY_ROOMS) rooms.push(await beginRoom(past, room, { opened, at }));
    const treatments = await signTreatments(past, at);
    const sheets = rooms.flatMap((room) => sheetsOf(room, { opened, today }));
    const filling = { sheets, treatments, chance, opened, now: past.now };
    for (const seated of seatAll(filling, dayCourses(chance, seed))) planCourse(day, seated);
    for (const room of rooms) planHalfDays(day, room);
    const [grown] = rooms;
    if (grown !== undefined) planIllness(day, grown);
  });
};
