import { type Day, daysBetween, plusDays } from '#kernel/calendar.ts';
import type { Instant } from '#kernel/interval.ts';
import type { DayStaff, RotaBody, StaffHalfDay, StaffNurse } from '#modules/day-treatment/contract.ts';
import { type Absent, COMPETENCES, type Competence } from '#modules/day-treatment/types.ts';

const WEEK = 7;
/** So many days before a proof runs out somebody is asked to renew it. */
const SOON = 60;

/** One week of the rota. */
export interface RotaWeek {
  readonly monday: Day;
  readonly halfDays: readonly StaffHalfDay[];
}

/** The weeks that are seen at once, those without a half-day too. */
export const weeksOf = ({
  from,
  until,
  halfDays,
}: Pick<DayStaff, 'from' | 'until' | 'halfDays'>): RotaWeek[] =>
  Array.from({ length: daysBetween(from, until) / WEEK }, (_, n) => {
    const [monday, next] = [plusDays(from, n * WEEK), plusDays(from, (n + 1) * WEEK)];
    return { monday, halfDays: halfDays.filter(({ day }) => day >= monday && day < next) };
  });

/** Whether a nurse is there: on the rota, on it and absent, or not on it. */
export const standingOf = (halfDay: StaffHalfDay, nurseId: string): 'there' | 'off' | Absent => {
  const row = halfDay.nurses.find(({ id }) => id === nurseId);
  return row === undefined ? 'off' : (row.absent ?? 'there');
};

/** How many nurses are there. */
export const presentIn = ({ nurses }: Pick<StaffHalfDay, 'nurses'>): number =>
  nurses.filter(({ absent }) => absent === null).length;

/** Is there no way to change it any more? */
export const isOver = ({ closes }: Pick<StaffHalfDay, 'closes'>, now: Instant): boolean =>
  Date.parse(closes) <= now;

/** How good a proof is on a day, and how many days it still holds after it. */
export const proofOn = (
  validUntil: Day,
  day: Day,
): { readonly standing: 'good' | 'soon' | 'over'; readonly days: number } => {
  const days = daysBetween(day, validUntil);
  if (days < 0) return { standing: 'over', days };
  return { standing: days <= SOON ? 'soon' : 'good', days };
};

/** What a nurse could do and may not any more on that day. */
export const ranOut = ({ competences }: Pick<StaffNurse, 'competences'>, day: Day): Competence[] =>
  competences.filter(({ validUntil }) => validUntil < day).map(({ competence }) => competence);

/** What nobody who is there may do, in a half-day that can run. */
export const lackingIn = (halfDay: StaffHalfDay, nurses: readonly StaffNurse[]): Competence[] => {
  if (halfDay.standstill !== null) return [];
  const there = nurses.filter(({ id }) => standingOf(halfDay, id) === 'there');
  const can = new Set(
    there.flatMap(({ competences }) =>
      competences.filter(({ validUntil }) => validUntil >= halfDay.day).map(({ competence }) => competence),
    ),
  );
  return COMPETENCES.filter((competence) => !can.has(competence));
};

/** For how many the staff of each week is not enough; weeks where nobody must move are left out. */
export const mustMoveBy = (weeks: readonly RotaWeek[]): { readonly monday: Day; readonly count: number }[] =>
  weeks.flatMap(({ monday, halfDays }) => {
    const count = halfDays.reduce((sum, { mustMove }) => sum + mustMove, 0);
    return count === 0 ? [] : [{ monday, count }];
  });

type Line = RotaBody['halfDays'][number];

const same = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((id) => other.includes(id));

/**
 * What changes when a week gets the rota of another. Who is only away this week comes back on it; who was told absent in
 * the other week stays there, absent. Half-days that are over or not in both weeks stay as they are.
 */
export const copied = (
  week: RotaWeek,
  into: RotaWeek,
  nurses: readonly Pick<StaffNurse, 'id'>[],
  now: Instant,
): Line[] =>
  into.halfDays.flatMap((target) => {
    const source = week.halfDays.find(
      ({ day, part }) =>
        part === target.part && daysBetween(week.monday, day) === daysBetween(into.monday, target.day),
    );
    if (source === undefined || isOver(target, now)) return [];
    const here = new Set(nurses.map(({ id }) => id));
    const wanted = new Set([
      ...source.nurses.map(({ id }) => id),
      ...target.nurses.filter(({ absent }) => absent !== null).map(({ id }) => id),
    ]);
    const line = [...wanted].filter((id) => here.has(id));
    const before = target.nurses.map(({ id }) => id);
    return same(line, before) ? [] : [{ id: target.id, version: target.version, nurses: line }];
  });

/** One half-day with one nurse more or less. */
export const turned = (halfDay: StaffHalfDay, nurseId: string): Line => {
  const ids = halfDay.nurses.map(({ id }) => id);
  const nurses = ids.includes(nurseId) ? ids.filter((id) => id !== nurseId) : [...ids, nurseId];
  return { id: halfDay.id, version: halfDay.version, nurses };
};
