import { somebody } from '#app/api-house.fixture.ts';
import { openDayHouse } from '#app/day-house.fixture.ts';
import { instantOf, plusDays, weekdayOf } from '#kernel/calendar.ts';
import { type Instant, type Interval, MINUTE } from '#kernel/interval.ts';
import type { OrderView } from '#modules/day-treatment/contract.ts';
import { newId } from '#platform/db/ids.ts';
import { range, stamp } from '#platform/db/types.ts';

type DayHouse = Awaited<ReturnType<typeof openDayHouse>>;

const ZONE = 'Europe/Amsterdam';
/** Half a year of ten half-days a week. */
const WEEKS = 26;
const HOURS = { morning: [510, 780], afternoon: [795, 1065] } as const;
/** Who has their moments, and how often they come in that half-year. */
const PLANNED = 240;
const VISITS = 6;
const EVERY_DAYS = 28;
/** Who waits, and how many days long each of them may come first: a month mostly, sometimes longer. */
const WAITING = 60;
const WINDOWS = [28, 28, 28, 60, 120];
const AT_ONCE = 4;
/** A start every half-hour leaves room for everybody who waits. */
const STARTS = 7;
const STEP = 30;

const inTurns = async <T>(count: number, one: (index: number) => Promise<T>): Promise<T[]> => {
  const made: T[] = [];
  for (let at = 0; at < count; at += AT_ONCE) {
    const turn = Array.from({ length: Math.min(AT_ONCE, count - at) }, (_, i) => one(at + i));
    made.push(...(await Promise.all(turn)));
  }
  return made;
};

interface Opened {
  readonly id: string;
  readonly day: string;
  readonly opens: Instant;
}

/** The half-days after those of the house itself, with the same nurses. */
const addHalfDays = async ({ house: { owner }, unitId, nurses, halfDays, today }: DayHouse) => {
  const made: Opened[] = [...halfDays];
  for (let ahead = 28; ahead < WEEKS * 7; ahead++) {
    const day = plusDays(today, ahead);
    if (weekdayOf(day) > 5) continue;
    for (const part of ['morning', 'afternoon'] as const) {
      const [opens, closes] = HOURS[part].map((minutes) => instantOf(day, minutes, ZONE)) as [number, number];
      const id = newId();
      await owner.query(
        'insert into day_treatment_half_day (id, unit_id, day, part, opens, closes) values ($1, $2, $3, $4, $5, $6)',
        [id, unitId, day, part, stamp(opens), stamp(closes)],
      );
      await owner.query(
        'insert into day_treatment_shift (half_day_id, nurse_id) select $1, unnest($2::uuid[])',
        [id, nurses],
      );
      made.push({ id, day, opens });
    }
  }
  return made;
};

/** One visit in its half-day, as the planner gives it: a start, a nurse, a chair to be placed in and one to sit in. */
const momentOf = ({ chairs, nurses }: DayHouse, { id, opens }: Opened, nth: number) => {
  const lane = Math.floor(nth / STARTS);
  const from = opens + (nth % STARTS) * STEP * MINUTE;
  const during = (start: number, until: number): Interval => ({
    from: from + start * MINUTE,
    until: from + until * MINUTE,
  });
  const seats = [
    { claim: newId(), chair: chairs[lane]?.id, during: during(0, 15) },
    { claim: newId(), chair: chairs[3 + 2 * lane + (nth % 2)]?.id, during: during(15, 65) },
  ];
  return { halfDayId: id, nurse: nurses[lane], during: during(0, 65), setUp: during(0, 15), seats };
};

/** Everybody who is planned comes every four weeks, spread over all half-days. */
const planAll = async (day: DayHouse, orders: readonly OrderView[], halfDays: readonly Opened[]) => {
  const { owner, clock } = day.house;
  const there = new Map<string, number>();
  const perRound = EVERY_DAYS * (10 / 7);
  for (const [index, order] of orders.entries())
    for (const { id, number } of order.visitList) {
      const halfDay = halfDays[4 + (index % perRound) + (number - 1) * perRound];
      if (halfDay === undefined) throw new Error('no half-day left');
      const nth = there.get(halfDay.id) ?? 0;
      there.set(halfDay.id, nth + 1);
      const moment = momentOf(day, halfDay, nth);
      for (const { claim, chair, during } of moment.seats)
        await owner.query(
          `insert into capacity_claim (id, place_id, subject, kind, during, source, made_at)
           values ($1, $2, $3, 'treatment', $4, 'work', $5)`,
          [claim, chair, id, range(during), stamp(clock.at)],
        );
      await owner.query(
        `update day_treatment_visit set state = 'planned', half_day_id = $2, during = $3, nurse_id = $4, set_up = $5,
           claims = $6 where id = $1`,
        [
          ...[id, moment.halfDayId, range(moment.during), moment.nurse, range(moment.setUp)],
          moment.seats.map(({ claim }) => claim),
        ],
      );
    }
};

/** A room with eight chairs, ten half-days a week, half a year planned for 240 people, and sixty who wait. */
export const openFullRoom = async (now: Instant, today: string) => {
  const day = await openDayHouse(now, today);
  const halfDays = await addHalfDays(day);
  const person = (n: number) =>
    somebody({ name: `Persoon ${n}`, birthDate: `19${30 + (n % 60)}-03-0${1 + (n % 9)}` });
  const course = {
    visits: VISITS,
    intervalDays: EVERY_DAYS,
    toleranceDays: 7,
    validUntil: plusDays(today, 365),
  };
  const planned = await inTurns(PLANNED, (n) => day.signed({ ...course, person: person(n) }));
  await planAll(day, planned, halfDays);
  const waiting = await inTurns(WAITING, (n) =>
    day.signed({
      ...{ person: person(PLANNED + n), validUntil: plusDays(today, 365) },
      latestDay: plusDays(today, WINDOWS[n % WINDOWS.length] ?? 28),
    }),
  );
  // The tables as they are after a while of working, not as they are a moment after they were filled.
  await day.house.owner.query('analyze');
  return { day, waiting: waiting.flatMap(({ visitList }) => visitList.map(({ id }) => id)) };
};
