import { type Day, instantOf, plusDays, weekdayOf } from '#kernel/calendar.ts';
import { DAY, HOUR, type Instant } from '#kernel/interval.ts';
import type { Product } from '#kernel/product.ts';
import { type Chance, exponential, pick, seeded } from '#kernel/seeded.ts';

export const ZONE = 'Europe/Amsterdam';

/** One product of a made region: how many sites with how many beds, and how much is asked of them. */
export interface MadeProduct {
  readonly product: Product;
  readonly sites: number;
  readonly beds: readonly [least: number, most: number];
  /** Mean days in care, and the shape of their gamma. */
  readonly days: number;
  readonly shape: number;
  /** What is asked over what the beds can do. */
  readonly load: number;
  /** Share that takes another site when the one they wish is full. */
  readonly takesOther: number;
}

/** How a region is made. What it does and what the forecast assumes are not the same (see README). */
export interface MadeRegion {
  readonly seed: number;
  readonly from: Day;
  readonly days: number;
  readonly products: readonly MadeProduct[];
  /** Spread of the end that is expected on arrival, over the length of the stay. */
  readonly endError: number;
  /** Whether the ward says anew when somebody will leave. */
  readonly updates: boolean;
  /** Size of the season in demand. */
  readonly season: number;
}

/** Somebody who asked, and what came of it. */
export interface MadePerson {
  readonly product: Product;
  readonly askedAt: Instant;
  readonly wish: number;
  readonly other: boolean;
  readonly givesUpAt: Instant;
  site: number;
  /** When a place was promised; never: infinity. */
  promisedAt: Instant;
  arrivesAt: Instant;
  leavesAt: Instant;
  firstEnd: Instant | null;
  /** When the ward says something else, in order. */
  readonly ends: { readonly from: Instant; readonly end: Instant }[];
}

/** One product at one site: beds per day. */
export interface MadeSite {
  readonly id: string;
  readonly product: Product;
  readonly usable: readonly number[];
}

export interface MadeHistory {
  readonly days: readonly Day[];
  readonly begins: readonly Instant[];
  readonly sites: readonly (readonly MadeSite[])[];
  readonly people: readonly (readonly MadePerson[])[];
}

const WEEKDAYS = [1.25, 1.15, 1.1, 1.1, 1.35, 0.6, 0.45];
const ASKS_AT = [0, 0, 0, 0, 0, 0, 0, 1, 4, 8, 10, 10, 8, 8, 10, 10, 9, 7, 4, 3, 2, 1, 1, 0];

const normal = (chance: Chance): number =>
  Math.sqrt(-2 * Math.log(1 - chance())) * Math.cos(2 * Math.PI * chance());
/** A gamma number as a sum of exponentials, with the rest of the shape by chance as one more. */
const gammaOf = (chance: Chance, shape: number, mean: number): number => {
  let sum = 0;
  for (let each = 0; each < Math.floor(shape); each++) sum += exponential(chance, 1);
  if (chance() < shape % 1) sum += exponential(chance, 1);
  return (sum * mean) / shape;
};
const poissonOf = (chance: Chance, mean: number): number => {
  let count = 0;
  for (let at = exponential(chance, 1); at < mean; at += exponential(chance, 1)) count++;
  return count;
};

/** People go home between nine and three, seldom on Saturday and Sunday, and often just before. */
const leavesAround = (at: Instant, origin: Instant, days: readonly Day[], chance: Chance): Instant => {
  let day = Math.max(0, Math.floor((at - origin) / DAY));
  const weekday = weekdayOf(days[Math.min(day, days.length - 1)] ?? '2026-01-05');
  if (weekday >= 6 && chance() < 0.75) day += chance() < 0.45 ? 5 - weekday : 8 - weekday;
  return origin + day * DAY + (9 + 6 * chance()) * HOUR;
};

/** What the ward expects: on arrival, again near the end, and when it has passed. */
const expectEnds = (person: MadePerson, made: MadeRegion, chance: Chance): void => {
  const length = person.leavesAt - person.arrivesAt;
  if (chance() < 0.12) return;
  const first = person.arrivesAt + length * Math.exp(normal(chance) * made.endError + 0.03);
  person.firstEnd = first;
  person.ends.push({ from: person.arrivesAt, end: first });
  if (!made.updates) return;
  const told = person.leavesAt - (2 + 5 * chance()) * DAY;
  const knows = told > person.arrivesAt && chance() < 0.6;
  let end = first;
  while (end < person.leavesAt && (!knows || end < told) && chance() < 0.85) {
    const next = end + (3 + 7 * chance()) * DAY;
    person.ends.push({ from: end + 8 * HOUR * chance(), end: next });
    end = next;
  }
  if (knows) person.ends.push({ from: told, end: person.leavesAt + Math.round(normal(chance) * 0.7) * DAY });
};

interface Playing {
  readonly made: MadeRegion;
  readonly of: MadeProduct;
  readonly sites: readonly MadeSite[];
  readonly days: readonly Day[];
  readonly origin: Instant;
  readonly chance: Chance;
  readonly taken: number[];
  /** Who leaves in which hour. */
  readonly leaving: Map<number, number[]>;
  waiting: MadePerson[];
}

const place = (playing: Playing, person: MadePerson, site: number, hour: number): void => {
  const { made, of, origin, chance, days } = playing;
  person.site = site;
  person.promisedAt = origin + hour * HOUR;
  const transfer = exponential(chance, 14 * HOUR);
  let day = Math.floor((person.promisedAt + transfer - origin) / DAY);
  if (weekdayOf(days[Math.min(day, days.length - 1)] ?? '2026-01-05') === 7 && chance() < 0.7) day++;
  person.arrivesAt = Math.max(person.promisedAt + HOUR, origin + day * DAY + (11 + 7 * chance()) * HOUR);
  const care = person.arrivesAt + gammaOf(chance, of.shape, of.days) * DAY;
  person.leavesAt = Math.max(person.arrivesAt + 3 * HOUR, leavesAround(care, origin, days, chance));
  expectEnds(person, made, chance);
  playing.taken[site] = (playing.taken[site] ?? 0) + 1;
  const end = Math.floor((person.leavesAt - origin) / HOUR) + 1;
  playing.leaving.set(end, [...(playing.leaving.get(end) ?? []), site]);
};

const tryPlace = (playing: Playing, person: MadePerson, hour: number): boolean => {
  const day = Math.floor(hour / 24);
  const room = (site: number): number => (playing.sites[site]?.usable[day] ?? 0) - (playing.taken[site] ?? 0);
  const open = playing.sites.map((_, site) => site).filter((site) => room(site) > 0);
  if (room(person.wish) > 0) place(playing, person, person.wish, hour);
  else if (person.other && open.length > 0) place(playing, person, pick(playing.chance, open), hour);
  else return false;
  return true;
};

const usableDays = (beds: number, days: readonly Day[], chance: Chance): number[] => {
  const closed = new Array<number>(days.length).fill(0);
  for (let day = 0; day < days.length; day++) {
    if (chance() > 0.012 * Math.sqrt(beds)) continue;
    const until = day + 2 + Math.floor(exponential(chance, 9));
    for (let at = day; at < Math.min(until, days.length); at++) closed[at] = (closed[at] ?? 0) + 1;
  }
  return closed.map((each) => Math.max(0, beds - each));
};

/** How busy a day is: by weekday and season, and some days by chance. */
const busyOn = ({ made, chance }: Playing, day: Day, at: number): number =>
  gammaOf(chance, 12, 1) *
  (WEEKDAYS[weekdayOf(day) - 1] ?? 1) *
  (1 + made.season * Math.sin((2 * Math.PI * at) / 365));

const asksOf = ({ of, chance }: Playing, wishes: readonly number[], now: Instant): MadePerson => ({
  ...{ product: of.product, askedAt: now, wish: pick(chance, wishes), other: chance() < of.takesOther },
  ...{ givesUpAt: now + exponential(chance, 8 * DAY), site: -1, promisedAt: Number.POSITIVE_INFINITY },
  ...{ arrivesAt: Number.POSITIVE_INFINITY, leavesAt: Number.POSITIVE_INFINITY, firstEnd: null, ends: [] },
});

const playHour = (playing: Playing, hour: number, asks: readonly MadePerson[]): void => {
  const { taken, leaving, origin } = playing;
  for (const site of leaving.get(hour) ?? []) taken[site] = (taken[site] ?? 0) - 1;
  leaving.delete(hour);
  playing.waiting.push(...asks);
  // The desk looks for places by day.
  const clock = hour % 24;
  if (clock < 8 || clock > 20 || playing.waiting.length === 0) return;
  const now = origin + hour * HOUR;
  playing.waiting = playing.waiting.filter((each) => each.givesUpAt > now && !tryPlace(playing, each, hour));
};

const playProduct = (
  made: MadeRegion,
  of: MadeProduct,
  days: readonly Day[],
  origin: Instant,
): [MadeSite[], MadePerson[]] => {
  const chance = seeded(made.seed * 131 + of.product.length * 7 + of.sites);
  const [least, most] = of.beds;
  const beds = Array.from({ length: of.sites }, () => least + Math.floor(chance() * (most - least + 1)));
  const sites = beds.map(
    (count, at): MadeSite => ({
      ...{ id: `site-${String(at).padStart(3, '0')}`, product: of.product },
      usable: usableDays(count, days, chance),
    }),
  );
  const perDay = (beds.reduce((sum, count) => sum + count, 0) * of.load) / (of.days + 0.7);
  // Wishes follow size only roughly: some houses are asked more than they can do, some less.
  const wishes = beds.flatMap((count, site) => {
    const weight = Math.ceil(count * (0.6 + 0.8 * chance()) * 4);
    return new Array<number>(weight).fill(site);
  });
  const taken = beds.map(() => 0);
  const playing: Playing = { made, of, sites, days, origin, chance, taken, leaving: new Map(), waiting: [] };
  const people: MadePerson[] = [];
  const all = ASKS_AT.reduce((sum, each) => sum + each, 0);
  days.forEach((day, at) => {
    const busy = busyOn(playing, day, at);
    ASKS_AT.forEach((weight, clock) => {
      const hour = at * 24 + clock;
      const count = poissonOf(chance, (perDay * busy * weight) / all);
      const asks = Array.from({ length: count }, () => asksOf(playing, wishes, origin + hour * HOUR));
      people.push(...asks);
      playHour(playing, hour, asks);
    });
  });
  return [sites, people];
};

/** Plays the region hour by hour. */
export const makeHistory = (made: MadeRegion): MadeHistory => {
  const days = Array.from({ length: made.days }, (_, at) => plusDays(made.from, at));
  const begins = days.map((day) => instantOf(day, 0, ZONE));
  const played = made.products.map((of) => playProduct(made, of, days, begins[0] ?? 0));
  return { days, begins, sites: played.map(([sites]) => sites), people: played.map(([, people]) => people) };
};
