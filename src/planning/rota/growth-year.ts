import { type Chance, exponential, seeded } from '#kernel/seeded.ts';
import { lengthOf } from './capacity.ts';
import type { GrowthDemand, GrowthRoom, GrowthYear } from './growth-types.ts';
import { orderableIn } from './order-plan.ts';
import { isOpen, shapesOf } from './order-shape.ts';
import { drawNet, type Net } from './patterns.ts';
import { capacityTable } from './plan-capacity.ts';
import { insert } from './plan-search.ts';
import { emptyState, type PlanState } from './plan-state.ts';
import type { Course, HalfDay, Rota, Treatment } from './types.ts';

const WEEK = 7;
const YEAR = 52;
/** So many weeks go before the year, so that it does not begin with an empty room. */
const BEFORE = 16;

/** What all years have in common. */
export interface YearsAsked {
  readonly treatments: readonly Treatment[];
  readonly rooms: readonly GrowthRoom[];
  readonly demand: readonly GrowthDemand[];
}

/** Somebody who asks, on which day, and from which group. */
interface Asking {
  readonly day: number;
  readonly group: GrowthDemand;
  readonly course: Course;
}

/** The weeks of a year that are counted, as days, and where everything ends. */
interface Stretch {
  readonly from: number;
  readonly until: number;
  readonly end: number;
}

const stretchOf = (demand: readonly GrowthDemand[]): Stretch => {
  const within = Math.ceil(Math.max(0, ...demand.map((each) => each.within)) / WEEK) + 1;
  const [from, until] = [BEFORE * WEEK, (BEFORE + YEAR) * WEEK];
  return { from, until, end: until + within * WEEK };
};

const halfDaysOf = (rooms: readonly GrowthRoom[], { end }: Stretch): HalfDay[] => {
  const week = rooms
    .flatMap(({ chairs, week: parts }, site) => parts.map((part) => ({ ...part, chairs, site })))
    .sort((a, b) => a.weekday - b.weekday || b.part.localeCompare(a.part) || a.site - b.site);
  return Array.from({ length: end / WEEK }, (_, at) =>
    week.map((each): HalfDay => ({ ...each, day: at * WEEK + each.weekday - 1 })),
  ).flat();
};

/** As many of these visits as fall before the end, wherever the first of them comes. */
const visitsBefore = (end: number, { interval, tolerance }: GrowthDemand, latest: number, most: number) =>
  Math.max(1, Math.min(most, 1 + Math.floor((end - 1 - latest) / Math.max(1, interval + tolerance))));

/** Who asks is planned from the Monday after; who was under way before the first day goes on when it is their turn. */
const askingOn = (day: number, group: GrowthDemand, reach: Course['reach'], end: number): Asking => {
  const { treatment, urgency, interval, tolerance } = group;
  const done = day < 0 ? Math.ceil(-day / interval) : 0;
  const next = day + done * interval;
  const from = done > 0 ? Math.max(0, next - tolerance) : (Math.floor(day / WEEK) + 1) * WEEK;
  const latest = done > 0 ? next + tolerance : day + group.within;
  const visits = visitsBefore(end, group, latest, group.visits - done);
  const course: Course = {
    ...{ id: '', treatment, urgency, interval, tolerance, from, latest, reach, earlier: null },
    visits: Array.from({ length: visits }, () => ({ locked: null })),
    wishes: { weekdays: [], part: null, start: null },
  };
  return { day, group, course };
};

/** Everybody who asks, by chance, in the order in which they are planned: by week, then who presses most, then the longest. */
const everybody = ({ rooms, demand }: YearsAsked, { until, end }: Stretch, chance: Chance): Asking[] => {
  const reach = rooms.map((_, site) => ({ site, kilometres: 0 }));
  const all = demand.flatMap((group) => {
    const found: Asking[] = [];
    const own = seeded(Math.floor(chance() * 2 ** 32));
    let day = -(group.visits - 1) * group.interval;
    for (;;) {
      day += exponential(own, (YEAR * WEEK) / group.people);
      if (day >= until) return found;
      found.push(askingOn(Math.floor(day), group, reach, end));
    }
  });
  const week = ({ day }: Asking): number => Math.max(-1, Math.floor(day / WEEK));
  return all.sort(
    (a, b) =>
      week(a) - week(b) ||
      b.course.urgency - a.course.urgency ||
      b.course.visits.length - a.course.visits.length ||
      a.day - b.day,
  );
};

/** The days of the visits of a course; none when it has no moment. */
const daysOf = ({ planned, nodes, net }: PlanState, course: number): readonly number[] =>
  planned[course] === 0
    ? []
    : Array.from(
        nodes.subarray(net.visitsFrom[course], net.visitsFrom[course + 1]),
        (node) => net.day[node] as number,
      );

const nineInTen = (waits: readonly number[]): number | null =>
  waits.toSorted((a, b) => a - b)[Math.ceil(waits.length * 0.9) - 1] ?? null;

const meanOf = (values: readonly number[]): number | null =>
  values.length === 0 ? null : values.reduce((sum, each) => sum + each, 0) / values.length;

/** Chairs and nurses, in minutes. */
interface Minutes {
  readonly chairs: number;
  readonly nurses: number;
}

const there = (halfDays: readonly HalfDay[]): Minutes => {
  const open = halfDays.filter(isOpen);
  return {
    chairs: open.reduce((sum, { minutes, chairs }) => sum + minutes * chairs.length, 0),
    nurses: open.reduce((sum, { minutes, nurses }) => sum + minutes * nurses.length, 0),
  };
};

const askedBy = (treatment: Treatment): Minutes => ({
  chairs: treatment.seats.reduce((sum, { from, until }) => sum + until - from, 0),
  nurses: treatment.setUp + (lengthOf(treatment) - treatment.setUp) / treatment.ratio,
});

const share = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);

const measured = (
  { treatments }: YearsAsked,
  asking: readonly Asking[],
  state: PlanState,
  { from, until }: Stretch,
  open: Minutes,
): GrowthYear => {
  const isCounted = (day: number): boolean => day >= from && day < until;
  const waits: number[] = [];
  let [served, visits, stayed, chairs, nurses, hospital] = [0, 0, 0, 0, 0, 0];
  for (const [course, { day, group }] of asking.entries()) {
    const days = daysOf(state, course);
    const inYear = days.filter(isCounted).length;
    const asked = askedBy(treatments[group.treatment] as Treatment);
    served += Number(inYear > 0);
    visits += inYear;
    chairs += inYear * asked.chairs;
    nurses += inYear * asked.nurses;
    hospital += inYear * group.hospitalMinutes;
    if (!isCounted(day)) continue;
    if (days.length === 0) stayed += 1;
    else waits.push(((days[0] as number) - day) / WEEK);
  }
  return {
    ...{ served, visits, stayed, waitMeanWeeks: meanOf(waits), waitP90Weeks: nineInTen(waits) },
    nurseHours: open.nurses / 60,
    nurseUse: share(nurses, open.nurses),
    chairUse: share(chairs, open.chairs),
    hospitalHours: hospital / 60,
  };
};

/** Makes a year of chance again and again, in the same rooms; what was once put in order is remembered for the next. */
export const startYears = (asked: YearsAsked): ((chance: Chance) => GrowthYear) => {
  const { treatments, rooms, demand } = asked;
  const stretch = stretchOf(demand);
  const halfDays = halfDaysOf(rooms, stretch);
  const shapes = shapesOf(treatments);
  const table = capacityTable({ treatments, halfDays, courses: [] });
  const open = there(halfDays.filter(({ day }) => day >= stretch.from && day < stretch.until));
  let ordered: PlanState['ordered'] | null = null;
  return (chance) => {
    const asking = everybody(asked, stretch, chance);
    const rota: Rota = { treatments, halfDays, courses: asking.map(({ course }) => course) };
    const net: Net = drawNet(rota);
    const empty = emptyState(net, table);
    ordered ??= empty.ordered;
    const state: PlanState = { ...empty, ordered, orderable: orderableIn(rota, shapes, seeded(1)) };
    const prices = { price: new Float64Array(state.shut.length), shut: state.shut, weight: 0 };
    const way = new Int32Array(net.locked.length);
    for (const course of asking.keys()) insert(state, course, prices, way);
    return measured(asked, asking, state, stretch, open);
  };
};
