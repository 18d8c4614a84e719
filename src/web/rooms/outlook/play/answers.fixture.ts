import type { ForecastAnswer } from '#modules/outlook/contract.ts';
import type { SimFlow, SimModel, SimWard } from '#planning/simulate/types.ts';

const dayAt = (ahead: number): string =>
  new Date(Date.parse('2026-10-22') + ahead * 86_400_000).toISOString().slice(0, 10);

const MIDDLES = [3, 2, 2, 1.5, 1, 1.2, 2, 3, 3.4, 3.2, 3, 2.8, 2.7, 2.6];
const FULL = [0.05, 0.25, 0.38, 0.3, 0.08, 0.06, 0.04, 0.02, 0.02, 0.12, 0.02, 0.02, 0.02, 0.02];

/** Fourteen days of ELV hoog as picture 7 draws them, made up. */
export const forecastAnswer = (): ForecastAnswer => ({
  product: 'elv-high',
  siteId: null,
  site: null,
  madeAt: '2026-10-22T04:00:00.000Z',
  past: [2, 1, 3, 2, 0, 1, 4, 3, 2, 3, 3].map((free, at) => ({ day: dayAt(at - 10), free })),
  now: { at: '2026-10-22T09:41:00.000Z', free: 3 },
  days: MIDDLES.map((middle, at) => ({
    day: dayAt(at + 1),
    middle,
    from50: Math.max(0, Math.floor(middle - 1)),
    until50: Math.ceil(middle + 1),
    from90: 0,
    until90: Math.ceil(middle + 3),
    full: FULL[at] ?? 0,
  })),
  none: null,
  restsOn: { days: 180, stays: 412 },
  score: {
    ...{ days: 420, in50: 0.55, in90: 0.9, crps: 0.8, crpsSame: 1.2, crpsWeekday: 1.1, last: [] },
    ever: { days: 1_204, in90: 0.89 },
  },
  sites: [],
});

const WEEKDAYS = [0, 1, 2, 3, 4].map((day) => [day * 24 + 8, day * 24 + 17] as const);

/** Two houses with ELV hoog and one with GRZ. */
export const smallWards = (): SimWard[] => [
  ward('peelo', 'elv-high', 24),
  ward('weerhuis', 'elv-high', 18),
  ward('larikshof', 'grz', 20),
];

const ward = (id: string, product: SimWard['product'], beds: number): SimWard => ({
  id,
  name: id,
  site: id,
  product,
  beds,
  shared: 0,
  pool: null,
  admits: WEEKDAYS,
  weekendStaff: 0.6,
});

const flow = (id: string, perWeek: number, transferHours: number): SimFlow => ({
  id,
  name: id,
  origin: 'home',
  urgency: 'within-72-hours',
  product: 'elv-high',
  perWeek,
  byHour: Array.from({ length: 168 }, () => 1),
  triageHours: 2,
  transferHours,
  transferShape: 1,
  hospitalAfterHours: 72,
  hospitalDays: 1,
  patienceHours: null,
  wishes: [],
  most: null,
  endings: [
    { way: 'home', share: 0.7, careDays: 30, shape: 1, waitDays: 4, waitsFor: 'home-care' },
    { way: 'wlz', share: 0.3, careDays: 40, shape: 1, waitDays: 10, waitsFor: 'wlz-decision' },
  ],
  homeShare: 0,
});

/** A small region, made up. */
export const smallModel = (): SimModel => ({
  wards: smallWards(),
  flows: [flow('gp-elv-high', 6, 40), flow('hospital-elv-high', 2, 24)],
  openings: [{ id: 'home-care', kind: 'home-care', startsPerWeek: 20 }],
  policy: 'first-come',
});
