import { WEEK_HOURS, type WeekWindows } from './types.ts';

/** Windows of the week in one row of numbers, so that the next opening is two or three looks away. */
export interface OpenTable {
  /** Per group and hour of the week the first window that ends after that hour began; −1: never open. */
  readonly first: Int32Array;
  readonly from: Float64Array;
  readonly until: Float64Array;
}

/** Never closed: no table is needed. */
export const ALWAYS = -1;

const whole = (windows: WeekWindows): boolean =>
  windows.length === 1 && windows[0]?.[0] === 0 && windows[0][1] === WEEK_HOURS;

/** Collects windows; those that are the same share a group. */
export const openGroups = (): { group(windows: WeekWindows): number; table(): OpenTable } => {
  const groups: WeekWindows[] = [];
  const known = new Map<string, number>();
  return {
    group: (windows) => {
      if (whole(windows)) return ALWAYS;
      const key = JSON.stringify(windows);
      const group = known.get(key) ?? groups.push(windows) - 1;
      known.set(key, group);
      return group;
    },
    table: () => tableOf(groups),
  };
};

const tableOf = (groups: readonly WeekWindows[]): OpenTable => {
  const [from, until]: [number[], number[]] = [[], []];
  const first = new Int32Array(groups.length * WEEK_HOURS).fill(-1);
  groups.forEach((windows, group) => {
    const some = windows.filter(([start, end]) => end > start);
    if (some.length === 0) return;
    const begin = from.length;
    // This week and the next, so that after the last window of a week the first of the next is found.
    for (const week of [0, WEEK_HOURS])
      for (const [start, end] of some) {
        from.push(start + week);
        until.push(end + week);
      }
    for (let hour = 0, at = begin; hour < WEEK_HOURS; hour++) {
      while ((until[at] as number) <= hour) at++;
      first[group * WEEK_HOURS + hour] = at;
    }
  });
  return { first, from: Float64Array.from(from), until: Float64Array.from(until) };
};

/** The first moment at or after `time` (hours since a Monday 00:00) that this group is open; infinite when it never is. */
export const nextOpen = (table: OpenTable, group: number, time: number): number => {
  if (group < 0) return time;
  const week = Math.floor(time / WEEK_HOURS) * WEEK_HOURS;
  const hour = time - week;
  let at = table.first[group * WEEK_HOURS + Math.floor(hour)] as number;
  if (at < 0) return Number.POSITIVE_INFINITY;
  while ((table.until[at] as number) <= hour) at++;
  const from = table.from[at] as number;
  return from <= hour ? time : week + from;
};
