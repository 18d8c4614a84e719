import { isPossible } from './capacity.ts';
import { firstCost, visitCost, withoutCost } from './costs.ts';
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

interface Drawn {
  readonly nodes: { halfDay: number; base: number; before: number; beforeUntil: number }[];
  readonly nodesFrom: number[];
  readonly locked: number[];
}

const sum = (cost: object): number =>
  Object.values(cost).reduce((all: number, each: number) => all + each, 0);

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

const candidates = (rota: Rota, course: Course, visit: number, { from, until }: Span): number[] => {
  const lock = course.visits[visit]?.locked ?? null;
  if (lock !== null) return [lock.halfDay];
  const treatment = rota.treatments[course.treatment];
  if (treatment === undefined) throw new Error(`there is no treatment ${course.treatment}`);
  const found: number[] = [];
  for (let at = firstOn(rota.halfDays, from); at < rota.halfDays.length; at++) {
    const halfDay = rota.halfDays[at] as HalfDay;
    if (halfDay.day > until) break;
    if (course.reach.some(({ site }) => site === halfDay.site) && isPossible(halfDay, treatment))
      found.push(at);
  }
  return found;
};

const dayOf = (rota: Rota, halfDay: number): number => (rota.halfDays[halfDay] as HalfDay).day;

/** Between which nodes of the visit before lie the days that keep the interval. What stands after what stands, stands. */
const linkOf = (
  rota: Rota,
  course: Course,
  drawn: Drawn,
  visit: number,
  halfDay: number,
): [number, number] => {
  const end = drawn.nodes.length;
  const first = drawn.nodesFrom.at(-2) as number;
  const last = drawn.nodesFrom.at(-1) as number;
  if (course.visits[visit]?.locked && course.visits[visit - 1]?.locked) return [first, last];
  const day = dayOf(rota, halfDay);
  const { interval, tolerance } = course;
  let from = first;
  while (from < last && day - dayOf(rota, drawn.nodes[from]?.halfDay as number) > interval + tolerance)
    from += 1;
  let until = from;
  while (until < last && day - dayOf(rota, drawn.nodes[until]?.halfDay as number) >= interval - tolerance)
    until += 1;
  return until > from ? [from, until] : [end, end];
};

const drawVisit = (
  rota: Rota,
  course: Course,
  visit: number,
  drawn: Drawn,
  found: readonly number[],
): void => {
  const nodes = found.flatMap((at) => {
    const halfDay = rota.halfDays[at] as HalfDay;
    const own = sum(visitCost(course, halfDay));
    if (visit === 0)
      return [{ halfDay: at, base: own + sum(firstCost(course, halfDay)), before: 0, beforeUntil: 0 }];
    const [before, beforeUntil] = linkOf(rota, course, drawn, visit, at);
    return beforeUntil > before ? [{ halfDay: at, base: own, before, beforeUntil }] : [];
  });
  drawn.nodes.push(...nodes);
  drawn.nodesFrom.push(drawn.nodes.length);
  drawn.locked.push(course.visits[visit]?.locked ? 1 : 0);
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

/** Draws all visits of one course; says why when there is no way. */
const drawCourse = (rota: Rota, course: Course, drawn: Drawn): WithoutReason | null => {
  let span: Span = { from: course.from, until: course.latest };
  let why: WithoutReason | null = null;
  for (let visit = 0; visit < course.visits.length; visit++) {
    const found = why === null ? candidates(rota, course, visit, span) : [];
    drawVisit(rota, course, visit, drawn, found);
    const [first, last] = [drawn.nodesFrom.at(-2) as number, drawn.nodes.length];
    if (why !== null) continue;
    if (first === last) why = whyNowhere(rota, course, visit, span);
    else
      span = {
        from: dayOf(rota, drawn.nodes[first]?.halfDay as number) + course.interval - course.tolerance,
        until: dayOf(rota, drawn.nodes[last - 1]?.halfDay as number) + course.interval + course.tolerance,
      };
  }
  return why;
};

/** Draws the net of everybody. */
export const drawNet = (rota: Rota): Net => {
  const drawn: Drawn = { nodes: [], nodesFrom: [0], locked: [] };
  const visitsFrom = [0];
  const reasons = rota.courses.map((course) => {
    const why = drawCourse(rota, course, drawn);
    visitsFrom.push(drawn.locked.length);
    return why;
  });
  const { nodes } = drawn;
  const days = nodes.map(({ halfDay }) => rota.halfDays[halfDay] as HalfDay);
  return {
    halfDays: rota.halfDays.length,
    treatments: rota.treatments.length,
    courses: rota.courses.length,
    treatment: Int32Array.from(rota.courses, ({ treatment }) => treatment),
    without: Float64Array.from(rota.courses, withoutCost),
    interval: Int32Array.from(rota.courses, ({ interval }) => interval),
    visitsFrom: Int32Array.from(visitsFrom),
    nodesFrom: Int32Array.from(drawn.nodesFrom),
    locked: Uint8Array.from(drawn.locked),
    halfDay: Int32Array.from(nodes, ({ halfDay }) => halfDay),
    day: Int32Array.from(days, ({ day }) => day),
    site: Int32Array.from(days, ({ site }) => site),
    base: Float64Array.from(nodes, ({ base }) => base),
    before: Int32Array.from(nodes, ({ before }) => before),
    beforeUntil: Int32Array.from(nodes, ({ beforeUntil }) => beforeUntil),
    reasons,
    sum: new Float64Array(nodes.length),
    back: new Int32Array(nodes.length),
  };
};
