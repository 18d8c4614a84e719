/**
 * Judges a plan for the day treatment from nothing but the plain rota and the plain plan. It shares no code and no
 * words with the planner: what a half-day, a treatment and a rule are stands here once more, and everything is counted
 * minute by minute, the slow way.
 */

type Room = 'treatment' | 'living';
type Part = 'morning' | 'afternoon';

interface Treatment {
  readonly setUp: number;
  readonly running: number;
  readonly observation: number;
  readonly ratio: number;
  readonly seats: readonly {
    readonly room: Room;
    readonly bed: boolean;
    readonly from: number;
    readonly until: number;
  }[];
  readonly competence: string;
}

interface HalfDay {
  readonly day: number;
  readonly weekday: number;
  readonly part: Part;
  readonly site: number;
  readonly minutes: number;
  readonly chairs: readonly { readonly room: Room; readonly bed: boolean }[];
  readonly nurses: readonly { readonly id: string; readonly competences: readonly string[] }[];
}

interface Course {
  readonly treatment: number;
  readonly urgency: number;
  readonly visits: readonly {
    readonly locked: {
      readonly halfDay: number;
      readonly start: number;
      readonly chairs: readonly number[];
    } | null;
  }[];
  readonly interval: number;
  readonly tolerance: number;
  readonly from: number;
  readonly latest: number;
  readonly reach: readonly { readonly site: number; readonly kilometres: number }[];
  readonly wishes: {
    readonly weekdays: readonly number[];
    readonly part: Part | null;
    readonly start: number | null;
  };
  readonly earlier: { readonly site: number; readonly nurses: readonly string[] } | null;
}

/** What is planned: half-days and the courses that people have still to get. */
export interface PlainRota {
  readonly treatments: readonly Treatment[];
  readonly halfDays: readonly HalfDay[];
  readonly courses: readonly Course[];
}

/** One visit of a plan, down to the chair. */
export interface PlainVisit {
  readonly course: number;
  readonly visit: number;
  readonly halfDay: number;
  readonly start: number;
  readonly chairs: readonly number[];
  readonly nurse: string;
}

/** A plan: every visit that is planned, and what the planner says it costs. */
export interface PlainPlan {
  readonly visits: readonly PlainVisit[];
  readonly cost: number;
  readonly bound: number;
}

/** What can be wrong with a plan. */
export type Wrong =
  | 'no-such-visit'
  | 'planned-twice'
  | 'half-a-course'
  | 'closed'
  | 'off-the-grid'
  | 'before-opening'
  | 'past-closing'
  | 'number-of-chairs'
  | 'no-such-chair'
  | 'wrong-room'
  | 'no-bed'
  | 'chair-taken'
  | 'nurse-not-there'
  | 'nurse-not-able'
  | 'nurse-in-two-places'
  | 'too-much-care'
  | 'outside-window'
  | 'interval'
  | 'out-of-reach'
  | 'locked-moved'
  | 'cost'
  | 'bound';

/** One thing that is wrong, and where. */
export interface Finding {
  readonly wrong: Wrong;
  readonly where: string;
}

interface Known {
  readonly visit: PlainVisit;
  readonly course: Course;
  readonly treatment: Treatment;
  readonly halfDay: HalfDay;
}

const wholeOf = (treatment: Treatment): number => treatment.setUp + treatment.running + treatment.observation;
const whereIs = ({ course, visit, halfDay, start }: PlainVisit): string =>
  `course ${course} visit ${visit} half-day ${halfDay} minute ${start}`;

const lookUp = (rota: PlainRota, visit: PlainVisit): Known | null => {
  const course = rota.courses[visit.course];
  const halfDay = rota.halfDays[visit.halfDay];
  const treatment = course && rota.treatments[course.treatment];
  if (!course || !halfDay || !treatment || !course.visits[visit.visit]) return null;
  return { visit, course, treatment, halfDay };
};

const chairsWrong = ({ visit, treatment, halfDay }: Known): Wrong[] => {
  if (visit.chairs.length !== treatment.seats.length) return ['number-of-chairs'];
  return treatment.seats.flatMap((seat, at): Wrong[] => {
    const chair = halfDay.chairs[visit.chairs[at] as number];
    if (!chair) return ['no-such-chair'];
    if (chair.room !== seat.room) return ['wrong-room'];
    return seat.bed && !chair.bed ? ['no-bed'] : [];
  });
};

const timeWrong = ({ visit, treatment, halfDay }: Known): Wrong[] => {
  const wrong: Wrong[] = [];
  if (halfDay.minutes <= 0 || halfDay.nurses.length < 2) wrong.push('closed');
  if (!Number.isInteger(visit.start) || visit.start % 5 !== 0) wrong.push('off-the-grid');
  if (visit.start < 0) wrong.push('before-opening');
  if (visit.start > halfDay.minutes - (wholeOf(treatment) + 15)) wrong.push('past-closing');
  return wrong;
};

const nurseWrong = ({ visit, treatment, halfDay }: Known): Wrong[] => {
  const nurse = halfDay.nurses.find(({ id }) => id === visit.nurse);
  if (!nurse) return ['nurse-not-there'];
  return nurse.competences.includes(treatment.competence) ? [] : ['nurse-not-able'];
};

const promiseWrong = ({ visit, course, halfDay }: Known): Wrong[] => {
  const lock = course.visits[visit.visit]?.locked;
  if (lock) {
    const same =
      lock.halfDay === visit.halfDay &&
      lock.start === visit.start &&
      JSON.stringify(lock.chairs) === JSON.stringify(visit.chairs);
    return same ? [] : ['locked-moved'];
  }
  const wrong: Wrong[] = [];
  if (!course.reach.some(({ site }) => site === halfDay.site)) wrong.push('out-of-reach');
  if (visit.visit === 0 && (halfDay.day < course.from || halfDay.day > course.latest))
    wrong.push('outside-window');
  return wrong;
};

/** Walks through one half-day minute by minute. */
const minutesWrong = (there: readonly Known[]): Finding[] => {
  const found = new Map<string, Finding>();
  const note = (wrong: Wrong, where: string): void => {
    found.set(`${wrong} ${where}`, { wrong, where });
  };
  const [first] = there;
  for (let minute = 0; first && minute < first.halfDay.minutes; minute += 1) {
    const now = there.filter(({ visit, treatment }) => {
      const since = minute - visit.start;
      return since >= 0 && since < wholeOf(treatment);
    });
    const where = `half-day ${first.visit.halfDay}`;
    const setUps = now.filter(({ visit, treatment }) => minute - visit.start < treatment.setUp);
    const looked = now.filter((each) => !setUps.includes(each));
    const care = setUps.length + looked.reduce((sum, { treatment }) => sum + 1 / treatment.ratio, 0);
    if (care > first.halfDay.nurses.length + 1e-9) note('too-much-care', where);
    for (const twice of doubles(setUps.map(({ visit }) => visit.nurse)))
      note('nurse-in-two-places', `${where} ${twice}`);
    for (const twice of doubles(now.flatMap((each) => chairAt(each, minute))))
      note('chair-taken', `${where} ${twice}`);
  }
  return [...found.values()];
};

const chairAt = ({ visit, treatment }: Known, minute: number): number[] =>
  treatment.seats.flatMap(({ from, until }, at) => {
    const since = minute - visit.start;
    return since >= from && since < until ? [visit.chairs[at] ?? -1] : [];
  });

const doubles = <T>(row: readonly T[]): T[] => row.filter((each, at) => row.indexOf(each) !== at);

/** What is wrong with the visits of one course together. */
const courseWrong = (rota: PlainRota, course: Course, planned: readonly PlainVisit[]): Wrong[] => {
  const wrong: Wrong[] = [];
  const numbers = planned.map(({ visit }) => visit);
  if (doubles(numbers).length > 0) wrong.push('planned-twice');
  const open = course.visits.filter(({ locked }) => locked === null).length;
  const openPlanned = course.visits.filter(
    ({ locked }, at) => locked === null && numbers.includes(at),
  ).length;
  if (openPlanned > 0 && openPlanned < open) wrong.push('half-a-course');
  if (course.visits.some(({ locked }, at) => locked !== null && !numbers.includes(at)))
    wrong.push('locked-moved');
  const inOrder = [...planned].sort((a, b) => a.visit - b.visit);
  for (const [at, after] of inOrder.entries()) {
    const before = inOrder[at - 1];
    if (!before || course.visits[after.visit]?.locked || after.visit !== before.visit + 1) continue;
    const days = (rota.halfDays[after.halfDay]?.day ?? 0) - (rota.halfDays[before.halfDay]?.day ?? 0);
    if (Math.abs(days - course.interval) > course.tolerance) wrong.push('interval');
  }
  return wrong;
};

const weights = {
  dayWaited: 10,
  dayOffInterval: 15,
  weekday: 10,
  part: 15,
  kilometre: 2,
  site: 25,
  nurse: 10,
  without: 1_000,
  fiveMinutesOffWish: 1,
} as const;

const ownCost = (course: Course, { start, visit }: PlainVisit, halfDay: HalfDay): number => {
  const { wishes, earlier } = course;
  let points = 0;
  if (wishes.weekdays.length > 0 && !wishes.weekdays.includes(halfDay.weekday)) points += weights.weekday;
  if (wishes.part !== null && wishes.part !== halfDay.part) points += weights.part;
  const way = course.reach.find(({ site }) => site === halfDay.site)?.kilometres ?? 0;
  points += Math.round(way * weights.kilometre);
  const names = earlier?.nurses ?? [];
  if (names.length > 0 && !halfDay.nurses.some(({ id }) => names.includes(id))) points += weights.nurse;
  if (wishes.start !== null && course.visits[visit]?.locked === null)
    points += (Math.abs(start - wishes.start) / 5) * weights.fiveMinutesOffWish;
  return points;
};

const courseCost = (rota: PlainRota, course: Course, planned: readonly PlainVisit[]): number => {
  let points = weights.without * course.urgency * (course.visits.length - planned.length);
  let before: HalfDay | null = null;
  for (const visit of [...planned].sort((a, b) => a.visit - b.visit)) {
    const halfDay = rota.halfDays[visit.halfDay] as HalfDay;
    points += ownCost(course, visit, halfDay);
    if (before === null)
      points += weights.dayWaited * course.urgency * Math.max(0, halfDay.day - course.from);
    else points += weights.dayOffInterval * Math.abs(halfDay.day - before.day - course.interval);
    const siteBefore: number | undefined = before?.site ?? course.earlier?.site;
    if (siteBefore !== undefined && siteBefore !== halfDay.site) points += weights.site;
    before = halfDay;
  }
  return points;
};

/** What a plan costs, counted once more. */
export const costOfPlan = (rota: PlainRota, plan: PlainPlan): number => {
  const planned = Map.groupBy(plan.visits, ({ course }) => course);
  return rota.courses.reduce((sum, course, at) => sum + courseCost(rota, course, planned.get(at) ?? []), 0);
};

/** Everything that is wrong with a plan; nothing when it is right. */
export const checkPlan = (rota: PlainRota, plan: PlainPlan): Finding[] => {
  const known = plan.visits.map((visit) => lookUp(rota, visit));
  const strange = plan.visits.filter((_, at) => known[at] === null);
  if (strange.length > 0) return strange.map((visit) => ({ wrong: 'no-such-visit', where: whereIs(visit) }));
  const all = known.filter((each) => each !== null);
  const found = all.flatMap((each) =>
    [timeWrong, chairsWrong, nurseWrong, promiseWrong]
      .flatMap((judge) => judge(each))
      .map((wrong): Finding => ({ wrong, where: whereIs(each.visit) })),
  );
  for (const there of Map.groupBy(all, ({ visit }) => visit.halfDay).values())
    found.push(...minutesWrong(there));
  const plannedOf = Map.groupBy(plan.visits, ({ course }) => course);
  for (const [at, course] of rota.courses.entries()) {
    const planned = plannedOf.get(at) ?? [];
    found.push(
      ...courseWrong(rota, course, planned).map((wrong): Finding => ({ wrong, where: `course ${at}` })),
    );
  }
  const cost = costOfPlan(rota, plan);
  if (Math.abs(cost - plan.cost) > 1e-6)
    found.push({ wrong: 'cost', where: `said ${plan.cost}, counted ${cost}` });
  if (plan.bound > plan.cost + 1e-6)
    found.push({ wrong: 'bound', where: `${plan.bound} above ${plan.cost}` });
  return found;
};
