import { instantOf, localDay, localTime, plusDays, weekdayOf } from '#kernel/calendar.ts';
import { HOUR, type Instant, type Interval, MINUTE } from '#kernel/interval.ts';
import type { Product } from '#kernel/product.ts';
import type { Refusal } from '#kernel/refusal.ts';
import type { Result } from '#kernel/result.ts';
import { type Chance, pick } from '#kernel/seeded.ts';
import type { PersonEntry } from '#modules/people/types.ts';
import { REGION_ZONE } from '#modules/region/index.ts';
import type { Region } from '#modules/region/types.ts';
import type { Tx } from '#platform/db/database.ts';
import type { World } from './acts.ts';
import type { Agenda } from './agenda.ts';
import type { Course } from './parameters.ts';

/** Somebody who has a bed of the practice region, and what will become of it. */
export interface Resident {
  readonly claimId: string;
  readonly unitId: string;
  readonly placeId: string;
  readonly product: Product;
  readonly destination: Course['destination'];
  readonly arrivedAt: Instant;
  expectedEnd: Instant;
  leavesAt: Instant;
  /** Stays beyond the expected end on purpose: the region must show that too. */
  stays: boolean;
  /** The guide tells of them: chance leaves them alone. */
  readonly told: boolean;
}

/** A history while it is being made. */
export interface Past extends World {
  readonly tx: Tx;
  readonly region: Region;
  readonly agenda: Agenda;
  readonly chance: Chance;
  /** The end of the history: the moment from which the region is looked at. */
  readonly now: Instant;
  /** From here on nobody is placed by chance any more: the region gets its final shape. */
  readonly lastDay: Instant;
  /** Who has a bed, by claim. */
  readonly residents: Map<string, Resident>;
  /** From whom it is known what to do when a plan is lost, by claim. */
  readonly onDisplaced: Map<string, (at: Instant) => Promise<void>>;
  nextPerson(): PersonEntry;
  /** When a ward last stood by its figures; after it nothing happens there any more. */
  lastWord(unitId: string): Instant;
  /** The stretch of daytime in which a ward gets its final shape. */
  shaping(unitId: string): Interval;
}

/** What must have gone well: a refusal here means that the history itself is wrong. */
export const must = <T>(result: Result<T, Refusal>, act: string): T => {
  if (!result.ok) throw new Error(`the practice region could not ${act}: ${result.refusal.code}`);
  return result.value;
};

/** A whole number from low up to and including high. */
export const between = (chance: Chance, low: number, high: number): number =>
  low + Math.floor(chance() * (high - low + 1));

/** The clock time (minutes) on the local day of a moment. */
export const atClock = (moment: Instant, minutes: number): Instant =>
  instantOf(localDay(moment, REGION_ZONE), minutes, REGION_ZONE);

/** The moment people leave: late morning or early afternoon, on Monday rather than on Sunday. */
export const leavingTime = (chance: Chance, around: Instant): Instant => {
  const day = localDay(around, REGION_ZONE);
  const chosen = weekdayOf(day) === 7 ? plusDays(day, 1) : day;
  return instantOf(chosen, pick(chance, [600, 630, 660, 690, 840, 870]), REGION_ZONE);
};

/** Kinds of stay that last a number of days and no longer, without a decision that chance does not take. */
const MOST_DAYS: Readonly<Partial<Record<Product, number>>> = {
  'reo-observation': 9,
  'wlz-crisis': 14,
  respite: 42,
};

/** A moment to leave, on the last day of the stay at the latest. */
export const inTime = (stay: Pick<Resident, 'product' | 'arrivedAt'>, moment: Instant): Instant => {
  const days = MOST_DAYS[stay.product];
  if (days === undefined) return moment;
  const last = plusDays(localDay(stay.arrivedAt, REGION_ZONE), days - 1);
  return Math.min(moment, instantOf(last, 10 * 60 + 30, REGION_ZONE));
};

const OPENS = 8 * 60 + 20;
const CLOSES = 17 * 60;
/** Less daytime than this is too short to shape a ward in. */
const ENOUGH = 2 * HOUR;

/** The last stretch of daytime before a moment: today's as far as it went, else yesterday's. */
export const daytimeBefore = (moment: Instant): Interval => {
  const from = atClock(moment, OPENS);
  const until = Math.min(moment, atClock(moment, CLOSES));
  if (until - from >= ENOUGH) return { from, until };
  const yesterday = instantOf(plusDays(localDay(moment, REGION_ZONE), -1), 12 * 60, REGION_ZONE);
  return { from: atClock(yesterday, OPENS), until: atClock(yesterday, CLOSES) };
};

/** A moment in a stretch: `share` 0 is its beginning, 1 its end, whole minutes. */
export const within = (stretch: Interval, share: number): Instant =>
  stretch.from + Math.floor(((stretch.until - stretch.from) * share) / MINUTE) * MINUTE;

/** The first of these clock times that is far enough ahead today, else the last of them tomorrow. */
export const nextClock = (now: Instant, clocks: readonly number[], lead: number): Instant => {
  const today = clocks.map((minutes) => atClock(now, minutes)).find((moment) => moment - now >= lead);
  if (today !== undefined) return today;
  return instantOf(plusDays(localDay(now, REGION_ZONE), 1), clocks[0] ?? 660, REGION_ZONE);
};

/** Desks and wards work from half past seven to ten in the evening; at night it waits for the morning. */
export const inDaytime = (moment: Instant): Instant => {
  const { minutes, day } = localTime(moment, REGION_ZONE);
  if (minutes >= 450 && minutes < 1320) return moment;
  return instantOf(minutes >= 1320 ? plusDays(day, 1) : day, 460 + (minutes % 50), REGION_ZONE);
};
