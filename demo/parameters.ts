import { DAY, HOUR, MINUTE } from '#kernel/interval.ts';
import type { Product } from '#kernel/product.ts';
import { type Chance, exponential } from '#kernel/seeded.ts';
import type { Destination } from '#modules/capacity/types.ts';
import type { OfferRefusal, Origin } from '#modules/placement/types.ts';
import { PLACES } from './places.ts';

/** An option and how often it is drawn beside the others. */
export type Weighted<T> = readonly (readonly [option: T, weight: number])[];

/** One of the options, as often as its weight says. */
export const draw = <T>(chance: Chance, options: Weighted<T>): T => {
  let left = chance() * options.reduce((sum, [, weight]) => sum + weight, 0);
  for (const [option, weight] of options) {
    left -= weight;
    if (left < 0) return option;
  }
  const last = options.at(-1);
  if (last === undefined) throw new Error('nothing to draw from');
  return last[0];
};

/** How many happen when `mean` are expected (Knuth's way; means here are small). */
export const poisson = (chance: Chance, mean: number): number => {
  const limit = Math.exp(-mean);
  let count = 0;
  for (let left = chance(); left > limit; left *= chance()) count++;
  return count;
};

/** Share of the beds in use that the inflow aims at (Amsterdam 84-85 %, Arntzen 2023). */
const IN_USE = 0.84;

/** Mean stay in days, as in the sources of `USUAL_DAYS`; short products by their own maxima. */
const MEAN_STAY: Readonly<Record<Product, number>> = {
  'elv-low': 31,
  'elv-high': 33,
  'elv-palliative': 21,
  'reo-observation': 6,
  grz: 34,
  'wlz-crisis': 11,
  respite: 10,
};

/** Where people go after ELV, and their mean stay in days by where they go (Arntzen 2023, Amsterdam 2019). */
const OUTFLOW: Weighted<{ readonly to: Destination; readonly days: number }> = [
  [{ to: 'home', days: 31.1 }, 57.8],
  [{ to: 'home-adjusted', days: 43.9 }, 10.7],
  [{ to: 'wlz', days: 47.8 }, 19.8],
  [{ to: 'grz', days: 29.8 }, 3.4],
  [{ to: 'hospice', days: 22.9 }, 2.3],
  [{ to: 'died', days: 22.9 }, 6.0],
];

const LEAVES: Readonly<Partial<Record<Product, Weighted<Destination>>>> = {
  'elv-palliative': [
    ['died', 85],
    ['home', 9],
    ['hospice', 6],
  ],
  'reo-observation': [
    ['home', 62],
    ['home-adjusted', 10],
    ['wlz', 12],
    ['hospital', 9],
    ['elsewhere', 7],
  ],
  grz: [
    ['home', 70],
    ['home-adjusted', 14],
    ['wlz', 13],
    ['hospital', 3],
  ],
  'wlz-crisis': [
    ['wlz', 78],
    ['home', 12],
    ['elsewhere', 10],
  ],
  respite: [
    ['home', 94],
    ['hospital', 4],
    ['wlz', 2],
  ],
};

/** Shortest and longest stay in days: REO ends after nine days, Wlz-crisis after fourteen, ELV after three months. */
const BOUNDS: Readonly<Record<Product, readonly [number, number]>> = {
  'elv-low': [4, 88],
  'elv-high': [5, 88],
  'elv-palliative': [2, 80],
  'reo-observation': [3, 8.6],
  grz: [9, 80],
  'wlz-crisis': [4, 13.5],
  respite: [4, 20],
};

/** How a stay will go: how long, and where to. */
export interface Course {
  readonly stay: number;
  readonly destination: Destination;
}

/** Draws the length of a stay (milliseconds) and its destination. */
export const courseOf = (chance: Chance, product: Product): Course => {
  const own = LEAVES[product];
  const { to, days } =
    own === undefined ? draw(chance, OUTFLOW) : { to: draw(chance, own), days: MEAN_STAY[product] };
  const [least, most] = BOUNDS[product];
  // Sum of two exponentials: a gamma with the published mean and fewer stays of a day or two.
  const drawn = exponential(chance, days / 2) + exponential(chance, days / 2);
  return { stay: Math.round(Math.min(most, Math.max(least, drawn)) * DAY), destination: to };
};

/** Requests a day for a product: what keeps its beds in use as much as aimed at. */
export const requestsPerDay = (product: Product): number =>
  (PLACES.filter((place) => place.products[0] === product).length * IN_USE) / MEAN_STAY[product];

/** Where the person is when the request is sent (ELV high: inflow GP 9.4, ED 5.8, hospital 6.6 a week, Arntzen 2023). */
export const ORIGIN_OF: Readonly<Record<Product, Weighted<Origin>>> = {
  'elv-low': [
    ['home', 60],
    ['hospital', 32],
    ['emergency', 8],
  ],
  'elv-high': [
    ['home', 9.4],
    ['emergency', 5.8],
    ['hospital', 6.6],
  ],
  'elv-palliative': [
    ['home', 52],
    ['hospital', 48],
  ],
  'reo-observation': [
    ['home', 70],
    ['emergency', 30],
  ],
  grz: [
    ['hospital', 92],
    ['home', 8],
  ],
  'wlz-crisis': [
    ['home', 64],
    ['emergency', 20],
    ['other', 16],
  ],
  respite: [
    ['home', 90],
    ['other', 10],
  ],
};

/** How requests spread over the hours of a working day, from midnight on. Emergencies come mostly from eight to twelve. */
const HOURS: Readonly<Record<Origin, readonly number[]>> = {
  home: [2, 1, 1, 1, 1, 2, 4, 20, 90, 150, 170, 170, 80, 110, 140, 130, 110, 60, 30, 20, 16, 12, 8, 4],
  hospital: [0, 0, 0, 0, 0, 0, 0, 10, 90, 190, 190, 150, 70, 110, 110, 80, 40, 10, 4, 2, 2, 0, 0, 0],
  emergency: [6, 5, 4, 4, 4, 6, 20, 50, 140, 150, 150, 130, 60, 50, 50, 50, 50, 40, 40, 40, 30, 20, 14, 8],
  other: [4, 2, 2, 2, 2, 2, 6, 20, 80, 110, 120, 110, 70, 90, 110, 100, 90, 60, 50, 40, 30, 20, 12, 6],
};

const IN_WEEKEND: Readonly<Record<Origin, number>> = { home: 0.3, hospital: 0.2, emergency: 0.9, other: 0.7 };

/** A moment of the day in minutes, or null: in the weekend most of it waits for Monday. */
export const minuteOfRequest = (chance: Chance, origin: Origin, weekend: boolean): number | null => {
  if (weekend && chance() > IN_WEEKEND[origin]) return null;
  const hour = draw(
    chance,
    HOURS[origin].map((weight, at) => [at, weight] as const),
  );
  return hour * 60 + Math.floor(chance() * 60);
};

/** Between yes and arrival, in milliseconds: who is at home comes the same day, from hospital mean a day and a half. */
export const transferTime = (chance: Chance, origin: Origin): number => {
  if (origin === 'hospital') return Math.round(Math.min(3 * DAY, 2 * HOUR + exponential(chance, 30 * HOUR)));
  return Math.round(90 * MINUTE + exponential(chance, origin === 'emergency' ? 90 * MINUTE : 4 * HOUR));
};

/** How a ward answers: yes, no, or not in time. */
export const ANSWERS: Weighted<'yes' | 'no' | 'silence'> = [
  ['yes', 76],
  ['no', 17],
  ['silence', 7],
];

/** Minutes until a ward answers: mostly within half an hour. */
export const minutesToAnswer = (chance: Chance): number => Math.min(43, 3 + exponential(chance, 14));

/** Why wards say no; refusal statistics are not published, so these shares are our own. */
export const NOES: Weighted<readonly [code: OfferRefusal, text: string]> = [
  [['no-staff', 'Vanavond maar één verpleegkundige op de gang.'], 22],
  [['no-capacity', 'Bed is net intern vergeven.'], 18],
  [['outside-admission-hours', 'Vandaag geen opname meer, morgen vanaf 9:00 wel.'], 13],
  [['no-doctor', 'Onze arts is pas morgen weer in huis.'], 10],
  [['care-too-heavy', 'Tillift met twee personen redden wij nu niet.'], 9],
  [['behaviour-or-closed-ward', 'Loopt weg in de nacht, wij zijn een open afdeling.'], 8],
  [['information-missing', 'Medicatieoverzicht ontbreekt, graag nasturen.'], 8],
  [['equipment-missing', 'Geen zuurstof op deze kamer.'], 5],
  [['no-return-home-expected', 'Terug naar huis lijkt niet haalbaar, denk aan Wlz.'], 4],
  [['isolation-not-possible', 'Geen vrije isolatiekamer.'], 3],
];
