import { DAY } from '#kernel/interval.ts';
import type { ForecastAnswer } from '#modules/outlook/contract.ts';

/** At which hour of the day a place counts as free, in the whole drawing. */
const AT_MINUTES = 10 * 60;

/** A chance that none is free above this is said in words. */
const WORTH_SAYING = 0.1;

/** What a change does to the mean of free places, with how sure that is; played, not forecast. */
export interface Shift {
  readonly mean: number;
  readonly from: number;
  readonly until: number;
}

/** A point of the drawing: days from today (0 is 10:00 today), and free places. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Whole days between two days of the calendar. */
export const daysApart = (from: string, until: string): number =>
  Math.round((Date.parse(until) - Date.parse(from)) / DAY);

/** Where now is, in days from 10:00 today. */
export const nowAt = (minutesOfDay: number): number => (minutesOfDay - AT_MINUTES) / (24 * 60);

/** What was: steps that hold until the next day at 10:00, up to now. */
export const pastSteps = (answer: ForecastAnswer, today: string, now: number, most: number): Point[] => {
  const points = answer.past
    .map(({ day, free }) => ({ x: daysApart(today, day), y: free }))
    .filter(({ x }) => x >= -most && x <= now);
  return answer.now.free === null ? points : [...points, { x: now, y: answer.now.free }];
};

/** The four edges of the bands and the middle, from now on. */
export const bandPoints = (
  answer: ForecastAnswer,
  today: string,
  now: number,
): Readonly<Record<'middle' | 'from50' | 'until50' | 'from90' | 'until90', readonly Point[]>> => {
  const begin = answer.now.free === null ? [] : [{ x: now, y: answer.now.free }];
  const edge = (of: 'middle' | 'from50' | 'until50' | 'from90' | 'until90'): Point[] => [
    ...begin,
    ...answer.days.map((day) => ({ x: daysApart(today, day.day), y: day[of] })),
  ];
  return {
    middle: edge('middle'),
    from50: edge('from50'),
    until50: edge('until50'),
    from90: edge('from90'),
    until90: edge('until90'),
  };
};

/**
 * The forecast as a scenario would make it: moved by what playing says it does to the mean of free places. Its band is that
 * of nine in ten, and as much wider as the change is unsure. Never below none.
 */
export const shiftedBy = (
  answer: ForecastAnswer,
  shift: Shift,
): readonly { day: string; middle: number; from: number; until: number }[] =>
  answer.days.map(({ day, middle, from90, until90 }) => ({
    day,
    middle: Math.max(0, middle + shift.mean),
    from: Math.max(0, from90 + shift.from),
    until: Math.max(0, until90 + shift.until),
  }));

/** Whole steps up the side, at most about five, so that the highest fits. */
export const ticksUpTo = (highest: number): number[] => {
  const step = [1, 2, 5, 10, 20, 50, 100, 200, 500].find((each) => highest / each <= 5) ?? 1000;
  const count = Math.max(1, Math.ceil(highest / step));
  return Array.from({ length: count + 1 }, (_, each) => each * step);
};

/** Days in a row on which it may run full, with the highest chance of one of those days. */
export interface FullStretch {
  readonly from: string;
  readonly until: string;
  readonly chance: number;
}

/** The stretch with the highest chance of none free; null: nowhere worth a word. */
export const fullStretch = (days: ForecastAnswer['days']): FullStretch | null => {
  const stretches: FullStretch[] = [];
  days.forEach(({ day, full }, at) => {
    if (full < WORTH_SAYING) return;
    const goesOn = (days[at - 1]?.full ?? 0) >= WORTH_SAYING;
    const before = goesOn ? stretches.pop() : undefined;
    stretches.push({ from: before?.from ?? day, until: day, chance: Math.max(full, before?.chance ?? 0) });
  });
  return stretches.toSorted((a, b) => b.chance - a.chance)[0] ?? null;
};

/** Saturdays from the first day in sight to the last, in days from today. */
export const saturdays = (today: string, from: number, until: number): number[] => {
  const first = new Date(Date.parse(today)).getUTCDay();
  return Array.from({ length: until - from + 1 }, (_, each) => from + each).filter(
    (x) => (((first + x) % 7) + 7) % 7 === 6,
  );
};

/** A line through points. */
export const linePath = (points: readonly Point[]): string =>
  points.map(({ x, y }, at) => `${at === 0 ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`).join('');

/** A line that stays level until the next point. */
export const stepPath = (points: readonly Point[]): string =>
  points
    .map(({ x, y }, at) =>
      at === 0 ? `M${x.toFixed(1)} ${y.toFixed(1)}` : `H${x.toFixed(1)}V${y.toFixed(1)}`,
    )
    .join('');

/** The surface between two lines. */
export const surfacePath = (low: readonly Point[], high: readonly Point[]): string =>
  low.length === 0 ? '' : `${linePath(high)}${linePath(low.toReversed()).replace('M', 'L')}Z`;
