import type { ObservationView } from '#modules/stay/contract.ts';

/** A row of the strip: one thing that is measured, over the days. */
export type StripRow = ObservationView['rows'][number];
/** What was measured on one day. */
export type Measured = StripRow['days'][number];
/** A line of the day plan. */
export type PlanTask = ObservationView['tasks'][number];
/** What changed in the medicines. */
export type MedicationMark = ObservationView['marks'][number];

/** How a row is drawn: bars from the ground, three discs, or a line with dots. */
export const DRAWN: Readonly<Record<StripRow['kind'], 'bars' | 'discs' | 'line'>> = {
  sleep: 'bars',
  meals: 'discs',
  'pressure-drop': 'line',
  restlessness: 'line',
  walking: 'bars',
};

/** What a row shows at least, so that a small difference does not look like a big one. */
const AT_LEAST: Readonly<Record<StripRow['kind'], readonly [low: number, high: number]>> = {
  sleep: [0, 8],
  meals: [0, 1],
  'pressure-drop': [-36, 0],
  restlessness: [0, 6],
  walking: [0, 60],
};

/** Room above the highest dot for its number, and below the lowest one; in hundredths of the row. */
const ABOVE = 34;
const BELOW = 18;
/** Two bands below each other stay two. */
const MARGIN = 6;

/** Where values lie in a row, and where the stretch is that asks for attention; all in hundredths from the top. */
export interface Plot {
  readonly top: (value: number) => number;
  /** How high a bar is. */
  readonly height: (value: number) => number;
  readonly band: {
    readonly top: number;
    readonly height: number;
    readonly side: 'below' | 'above';
  } | null;
}

/** How the values of a row are laid out. */
export const plotOf = ({ kind, limit, days }: StripRow): Plot => {
  const [low, high] = AT_LEAST[kind];
  const values = [low, high, ...days.flatMap((day) => day.values?.filter((value) => value !== null) ?? [])];
  const least = Math.min(...values);
  const most = Math.max(...values);
  const top = (value: number): number => ABOVE + ((most - value) / (most - least)) * (100 - ABOVE - BELOW);
  const edge = limit === null ? null : top(limit.at);
  return {
    top,
    height: (value) => Math.max(4, ((value - least) / (most - least)) * 100),
    band:
      edge === null || limit === null
        ? null
        : limit.side === 'below'
          ? { top: edge, height: 100 - MARGIN - edge, side: 'below' }
          : { top: MARGIN, height: edge - MARGIN, side: 'above' },
  };
};

/** What stands for a day in a row with one figure: the last one of that day. */
export const figureOf = ({ values }: Measured): number | null =>
  values?.filter((value) => value !== null).at(-1) ?? null;

/** A figure in a row of days, and how many days before it the one before was. */
export interface Point {
  readonly day: string;
  readonly value: number;
  readonly out: boolean;
  readonly before: { readonly value: number; readonly daysAgo: number } | null;
}

/** The dots of a line, each with the one it is joined to. */
export const pointsOf = (row: StripRow, days: readonly string[]): Point[] => {
  const points: Point[] = [];
  let last: { value: number; index: number } | null = null;
  days.forEach((day, index) => {
    const measured = row.days.find((each) => each.day === day);
    const value = measured === undefined ? null : figureOf(measured);
    if (measured === undefined || value === null) return;
    points.push({
      day,
      value,
      out: measured.out,
      before: last === null ? null : { value: last.value, daysAgo: index - last.index },
    });
    last = { value, index };
  });
  return points;
};

/** How a line of the day plan stands: done, not needed, due (now, or it should have been), or still to come. */
export type TaskState = 'done' | 'skipped' | 'due' | 'open';

/** What of the plan of today is first: the first open line with a time, else the first open one. */
const firstToday = (tasks: readonly PlanTask[], today: string | null): PlanTask | undefined => {
  const open = tasks.filter((task) => task.day === today && task.doneAt === null && task.skipped === null);
  return open.find(({ minutes }) => minutes !== null) ?? open[0];
};

/** The state of every line of the plan, on the local day it is now. */
export const taskStates = (
  tasks: readonly PlanTask[],
  today: string | null,
): ReadonlyMap<string, TaskState> => {
  const first = firstToday(tasks, today);
  return new Map(
    tasks.map((task) => {
      if (task.doneAt !== null) return [task.id, 'done'];
      if (task.skipped !== null) return [task.id, 'skipped'];
      const late = today !== null && task.day < today;
      return [task.id, late || task.id === first?.id ? 'due' : 'open'];
    }),
  );
};
