import { isPossible } from './capacity.ts';
import { firstCost, standingCost, visitCost, withoutCost } from './costs.ts';
import type { Course, HalfDay, Rota, WithoutReason } from './types.ts';

/**
 * All patterns of all courses, as ways through a net: a node is one visit on one half-day, and a visit follows on a node
 * of the visit before when the days between lie within the interval. Every pattern the rules allow is a way, none is left
 * out, so what is proven on the net holds for the whole.
 */
export interface Net {
  /** Half-days and treatments; a price and a shut flag stand at `halfDay * treatments + treatment`. */
  readonly halfDays: number;
  readonly treatments: number;
  readonly courses: number;
  readonly treatment: Int32Array;
  /** What each course costs when nothing more of it is planned, with what stands of it. */
  readonly without: Float64Array;
  /** The first visit of each course, in the list of all visits; one more at the end. */
  readonly visitsFrom: Int32Array;
  /** The first node of each visit; one more at the end. */
  readonly nodesFrom: Int32Array;
  readonly locked: Uint8Array;
  readonly halfDay: Int32Array;
  readonly day: Int32Array;
  readonly site: Int32Array;
  /** What the visit costs there by itself, and waiting for it when it is the first. */
  readonly base: Float64Array;
  /** The nodes of the visit before that go together with this one; first and one past the last. */
  readonly before: Int32Array;
  readonly beforeUntil: Int32Array;
  readonly interval: Int32Array;
  /** Why a course has no way at all; null when it has one. */
  readonly reasons: readonly (WithoutReason | null)[];
  readonly sum: Float64Array;
  readonly back: Int32Array;
}

/** The days on which a visit may fall, or the half-day on which it stands. */
interface Span {
  readonly from: number;
  readonly until: number;
}

interface Drawing {
  readonly rota: Rota;
  /** At `halfDay * treatments + treatment`: whether it could be had there at all. */
  readonly possible: Uint8Array;
  readonly halfDay: number[];
  readonly base: number[];
  readonly before: number[];
  readonly beforeUntil: number[];
  readonly nodesFrom: number[];
  readonly locked: number[];
}

/** Half-days are in the order of time: the first of this day or later. */
const firstOn = (halfDays: readonly HalfDay[], day: number): number => {
  let [low, high] = [0, halfDays.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((halfDays[middle] as HalfDay).day < day) low = middle + 1;
    else high = middle;
  }
  return low;
};

const candidates = ({ rota, possible }: Drawing, course: Course, visit: number, span: Span): number[] => {
  const lock = course.visits[visit]?.locked ?? null;
  if (lock !== null) return [lock.halfDay];
  const kinds = rota.treatments.length;
  const found: number[] = [];
  for (let at = firstOn(rota.halfDays, span.from); at < rota.halfDays.length; at++) {
    const halfDay = rota.halfDays[at] as HalfDay;
    if (halfDay.day > span.until) break;
    if (
      possible[at * kinds + course.treatment] === 1 &&
      course.reach.some(({ site }) => site === halfDay.site)
    )
      found.push(at);
  }
  return found;
};

const dayOf = ({ rota, halfDay }: Drawing, node: number): number =>
  (rota.halfDays[halfDay[node] as number] as HalfDay).day;

/** Between which nodes of the visit before lie the days that keep the interval. What stands after what stands, stands. */
const drawLink = (drawing: Drawing, course: Course, visit: number, node: number): boolean => {
  const { nodesFrom, before, beforeUntil } = drawing;
  const [first, last] = [nodesFrom.at(-2) as number, nodesFrom.at(-1) as number];
  if (course.visits[visit]?.locked && course.visits[visit - 1]?.locked) {
    [before[node], beforeUntil[node]] = [first, last];
    return true;
  }
  const day = dayOf(drawing, node);
  const { interval, tolerance } = course;
  // The days go up, so for the next node one goes on from where the last one began.
  let from = node > last ? (before[node - 1] as number) : first;
  while (from < last && day - dayOf(drawing, from) > interval + tolerance) from += 1;
  let until = from;
  while (until < last && day - dayOf(drawing, until) >= interval - tolerance) until += 1;
  [before[node], beforeUntil[node]] = [from, until];
  return until > from;
};

const drawVisit = (drawing: Drawing, course: Course, visit: number, span: Span): void => {
  const { rota, halfDay, base, before, beforeUntil } = drawing;
  for (const at of candidates(drawing, course, visit, span)) {
    const there = rota.halfDays[at] as HalfDay;
    const node = halfDay.length;
    halfDay.push(at);
    const own = visitCost(course, there);
    base[node] = own.weekday + own.part + own.distance + own.nurse;
    if (visit === 0) {
      const first = firstCost(course, there);
      base[node] += first.waiting + first.site;
      [before[node], beforeUntil[node]] = [0, 0];
    } else if (!drawLink(drawing, course, visit, node)) {
      halfDay.pop();
      base.pop();
      before.pop();
      beforeUntil.pop();
    }
  }
  drawing.nodesFrom.push(halfDay.length);
  drawing.locked.push(course.visits[visit]?.locked ? 1 : 0);
};

const whyNowhere = (rota: Rota, course: Course, visit: number, { from, until }: Span): WithoutReason => {
  if (visit > 0) return 'no-interval';
  const competence = rota.treatments[course.treatment]?.competence ?? '';
  const open = rota.halfDays.filter(
    ({ day, nurses, minutes, site }) =>
      day >= from &&
      day <= until &&
      nurses.length > 0 &&
      minutes > 0 &&
      course.reach.some((way) => way.site === site),
  );
  const able = open.some(({ nurses }) => nurses.some(({ competences }) => competences.includes(competence)));
  return open.length > 0 && !able ? 'no-competence' : 'nowhere-open';
};

const NOWHERE: Span = { from: Number.POSITIVE_INFINITY, until: Number.NEGATIVE_INFINITY };

/** Draws all visits of one course; says why when there is no way. */
const drawCourse = (drawing: Drawing, course: Course): WithoutReason | null => {
  let span: Span = { from: course.from, until: course.latest };
  let why: WithoutReason | null = null;
  for (let visit = 0; visit < course.visits.length; visit++) {
    drawVisit(drawing, course, visit, why === null ? span : NOWHERE);
    const [first, last] = [drawing.nodesFrom.at(-2) as number, drawing.halfDay.length];
    if (why !== null) continue;
    if (first === last) why = whyNowhere(drawing.rota, course, visit, span);
    else
      span = {
        from: dayOf(drawing, first) + course.interval - course.tolerance,
        until: dayOf(drawing, last - 1) + course.interval + course.tolerance,
      };
  }
  return why;
};

const startDrawing = (rota: Rota): Drawing => ({
  rota,
  possible: Uint8Array.from(
    rota.halfDays.flatMap((halfDay) => rota.treatments.map((each) => (isPossible(halfDay, each) ? 1 : 0))),
  ),
  halfDay: [],
  base: [],
  before: [],
  beforeUntil: [],
  nodesFrom: [0],
  locked: [],
});

/** Draws the net of everybody. */
export const drawNet = (rota: Rota): Net => {
  const drawing = startDrawing(rota);
  const visitsFrom = [0];
  const reasons = rota.courses.map((course) => {
    const why = drawCourse(drawing, course);
    visitsFrom.push(drawing.locked.length);
    return why;
  });
  const halfDay = Int32Array.from(drawing.halfDay);
  return {
    halfDays: rota.halfDays.length,
    treatments: rota.treatments.length,
    courses: rota.courses.length,
    treatment: Int32Array.from(rota.courses, ({ treatment }) => treatment),
    without: Float64Array.from(
      rota.courses,
      (course) => withoutCost(course) + standingCost(course, rota.halfDays),
    ),
    interval: Int32Array.from(rota.courses, ({ interval }) => interval),
    visitsFrom: Int32Array.from(visitsFrom),
    nodesFrom: Int32Array.from(drawing.nodesFrom),
    locked: Uint8Array.from(drawing.locked),
    halfDay,
    day: halfDay.map((at) => (rota.halfDays[at] as HalfDay).day),
    site: halfDay.map((at) => (rota.halfDays[at] as HalfDay).site),
    base: Float64Array.from(drawing.base),
    before: Int32Array.from(drawing.before),
    beforeUntil: Int32Array.from(drawing.beforeUntil),
    reasons,
    sum: new Float64Array(halfDay.length),
    back: new Int32Array(halfDay.length),
  };
};
