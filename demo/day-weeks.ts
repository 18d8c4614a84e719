import { type Day, plusDays, weekdayOf } from '#kernel/calendar.ts';
import { type Instant, MINUTE } from '#kernel/interval.ts';
import type { Chance } from '#kernel/seeded.ts';
import type { PlanVisitBody } from '#modules/day-treatment/contract.ts';
import type { HalfDay, Treatment } from '#modules/day-treatment/types.ts';
import { PRESCRIBED } from './day-clinic.ts';
import type { DayCourse } from './day-courses.ts';
import { type Sheet, seatIn, startsIn } from './day-seats.ts';
import { OKKEN } from './day-told.ts';

/** The Monday of the week the region is opened in; of the next one in a weekend, when nobody comes any more. */
export const openedWeek = (today: Day): Day => {
  const weekday = weekdayOf(today);
  return plusDays(today, weekday > 5 ? 8 - weekday : 1 - weekday);
};

/** A visit of the history with its moment. */
export interface SeatedVisit {
  readonly halfDay: HalfDay;
  readonly place: PlanVisitBody;
  readonly from: Instant;
}

/** Somebody with the moments the planner gave. */
export interface Seated {
  readonly course: DayCourse;
  readonly treatment: Treatment;
  readonly visits: readonly SeatedVisit[];
}

/** What the half-days are filled with. */
export interface Filling {
  readonly sheets: readonly Sheet[];
  readonly treatments: ReadonlyMap<string, Treatment>;
  readonly chance: Chance;
  readonly opened: Day;
  readonly now: Instant;
}

interface DueDays {
  readonly from: Day;
  readonly until: Day;
}

/** The days on which a visit falls: in its week, or so long after the one before. */
const dueDays = (course: DayCourse, opened: Day, at: number, before: Day | null): DueDays => {
  if (before === null) {
    const from = plusDays(opened, 7 * (course.weeks[at] ?? 0));
    return { from, until: plusDays(from, 4) };
  }
  const { intervalDays, toleranceDays } = PRESCRIBED[course.group];
  return {
    from: plusDays(before, intervalDays - toleranceDays),
    until: plusDays(before, intervalDays + toleranceDays),
  };
};

/** Who lies for hours begins with the half-day; the others come whenever chance says. */
const wishedStarts = (sheet: Sheet, treatment: Treatment, chance: Chance): number[] => {
  const starts = startsIn(sheet, treatment);
  if (treatment.group === 'immunoglobulin') return starts;
  const first = Math.floor(chance() * starts.length);
  return [...starts.slice(first), ...starts.slice(0, first)];
};

const seatedOn = ({ halfDay }: Sheet, place: PlanVisitBody): SeatedVisit => ({
  ...{ halfDay, place },
  from: halfDay.opens + place.start * MINUTE,
});

const seatVisit = (
  filling: Filling,
  course: DayCourse,
  at: number,
  before: Day | null,
): SeatedVisit | null => {
  const { sheets, treatments, chance, opened } = filling;
  const treatment = treatments.get(course.treatment) as Treatment;
  const same = (sheet: Sheet): number =>
    sheet.taken.filter((each) => each.treatment.group === course.group).length;
  const { from, until } = dueDays(course, opened, at, before);
  const due = sheets
    .filter(({ halfDay: { unitId, day } }) => unitId === course.unitId && from <= day && day <= until)
    .map((sheet) => ({ sheet, weight: 10 * same(sheet) + sheet.taken.length + chance() }))
    .toSorted((a, b) => a.weight - b.weight);
  for (const { sheet } of due) {
    const place = seatIn(sheet, treatment, wishedStarts(sheet, treatment, chance));
    if (place !== null) return seatedOn(sheet, place);
  }
  return null;
};

/** So long from now the one of the guide comes, in minutes. */
const SOON = 20;

/** In this half-day when there is still time, else in the next. */
const seatSoon = ({ sheets, now, treatments }: Filling, course: DayCourse): SeatedVisit | null => {
  const treatment = treatments.get(course.treatment) as Treatment;
  for (const sheet of sheets) {
    if (sheet.halfDay.unitId !== course.unitId) continue;
    const passed = (now - sheet.halfDay.opens) / MINUTE + SOON;
    // Not with the nurse who falls ill: she is to be treated, not to be moved.
    const well = sheet.hands.filter(({ most }) => most === Number.POSITIVE_INFINITY);
    const place = seatIn(
      { ...sheet, hands: well },
      treatment,
      startsIn(sheet, treatment).filter((start) => start >= Math.max(passed, SOON)),
    );
    if (place !== null) return seatedOn(sheet, place);
  }
  return null;
};

const visitsOf = (filling: Filling, course: DayCourse): SeatedVisit[] => {
  const visits: SeatedVisit[] = [];
  for (const at of course.weeks.keys()) {
    const before = visits.at(-1)?.halfDay.day ?? null;
    const isSoon = before === null && course.person === OKKEN;
    const visit = isSoon ? seatSoon(filling, course) : seatVisit(filling, course, at, before);
    // Who finds no place in time waits, with what comes after it.
    if (visit === null) break;
    visits.push(visit);
  }
  return visits;
};

/** Long visits are hardest to place and go first; then who the guide tells of. */
const turnOf = ({ group, person }: DayCourse): number => {
  if (group === 'immunoglobulin') return 0;
  return person === OKKEN ? 1 : 2;
};

/** Gives everybody their moments, as a planner would have done in the weeks before. */
export const seatAll = (filling: Filling, courses: readonly DayCourse[]): Seated[] => {
  const seated = new Map<DayCourse, SeatedVisit[]>();
  for (const course of courses.toSorted((a, b) => turnOf(a) - turnOf(b)))
    seated.set(course, visitsOf(filling, course));
  return courses.map((course) => ({
    course,
    treatment: filling.treatments.get(course.treatment) as Treatment,
    visits: seated.get(course) ?? [],
  }));
};
