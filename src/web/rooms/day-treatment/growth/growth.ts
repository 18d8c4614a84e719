import type { GrowthAnswer, GrowthBody, GrowthFigures } from '#modules/day-treatment/contract.ts';

/** What can be turned, in the order in which a planner asks it. */
export const LEVERS = ['halfDays', 'rooms', 'treatment', 'living', 'nurses'] as const;
export type Lever = (typeof LEVERS)[number];

/** How far each can be turned. */
export const LIMITS: Readonly<Record<Lever, readonly [least: number, most: number]>> = {
  halfDays: [1, 10],
  rooms: [1, 6],
  treatment: [1, 10],
  living: [0, 20],
  nurses: [2, 8],
};

/** Everything as it is today, with the orders of the last year. */
export const STILL: GrowthBody = {
  levers: { rooms: null, halfDays: null, living: null, treatment: null, nurses: null },
  demand: null,
};

type Rooms = GrowthAnswer['assumed']['rooms'];

/** How many there are today; more than one number when the rooms differ. */
export const nowOf = (lever: Lever, rooms: Rooms): number[] =>
  lever === 'rooms' ? [rooms.length] : [...new Set(rooms.map((room) => room[lever]))];

/** What is asked when somebody sets this number: nothing when every room has that many already. */
export const turnedTo = (lever: Lever, value: number, rooms: Rooms): number | null => {
  const now = nowOf(lever, rooms);
  return now.length === 1 && now[0] === value ? null : value;
};

/** The levers that stand somewhere else than today. */
export const turnedIn = (levers: GrowthBody['levers']): { lever: Lever; count: number }[] =>
  LEVERS.flatMap((lever) => {
    const count = levers[lever];
    return count === null ? [] : [{ lever, count }];
  });

/** What a year comes to, row by row, and in what each is counted. */
export const UNITS = {
  served: 'people',
  stayed: 'people',
  waitMeanWeeks: 'weeks',
  waitP90Weeks: 'weeks',
  visits: 'visits',
  hospitalHours: 'hours',
  nurseHours: 'hours',
  nurseUse: 'percent',
  chairUse: 'percent',
} as const satisfies Readonly<Record<keyof GrowthFigures, string>>;
export type Row = keyof typeof UNITS;
export const ROWS = Object.keys(UNITS) as Row[];

/** A figure as it is read: weeks to a tenth, a part of one as a percentage, the rest whole. */
export const readable = (row: Row, value: number): number => {
  if (UNITS[row] === 'weeks') return Math.round(value * 10) / 10;
  return Math.round(UNITS[row] === 'percent' ? value * 100 : value);
};

type Figure = GrowthFigures[Row];

/** How a figure differs: by how much, and whether the other years of the same kind leave room for chance. */
export interface Difference {
  readonly by: number;
  readonly sure: boolean;
}

const holds = (figure: NonNullable<Figure>, value: number): boolean =>
  figure.from <= value && value <= figure.until;

/** From today to what is turned, in what can be read; null where one of both has nothing to count. */
export const differenceOf = (row: Row, today: Figure, turned: Figure): Difference | null => {
  if (today === null || turned === null) return null;
  const by = readable(row, turned.mean) - readable(row, today.mean);
  return {
    by: UNITS[row] === 'weeks' ? Math.round(by * 10) / 10 : by,
    sure: !(holds(today, turned.mean) || holds(turned, today.mean)),
  };
};

/** Which way it goes, for the sentence on top; what may be chance is no change. */
export const wayOf = ({ by, sure }: Difference): 'more' | 'less' | 'same' => {
  if (by === 0 || !sure) return 'same';
  return by > 0 ? 'more' : 'less';
};
