import { instantOf } from '#kernel/calendar.ts';
import { DAY, HOUR } from '#kernel/interval.ts';
import { exponential, seeded } from '#kernel/seeded.ts';
import type { SimFlow, SimModel, SimWard, WeekWindows } from '#planning/simulate/types.ts';
import type { FillAsk, FillFacts, FillStay, FillWard } from './types.ts';

/** Monday to Friday from eight to five. */
export const OFFICE: WeekWindows = [0, 1, 2, 3, 4].map((day) => [day * 24 + 8, day * 24 + 17] as const);
export const ALWAYS: WeekWindows = [[0, 168]];

/** A Monday 00:00 in Amsterdam (winter). */
export const MONDAY = instantOf('2026-01-05', 0, 'Europe/Amsterdam');

export const fillWard = (over: Partial<FillWard> = {}): FillWard => ({
  ...{ id: 'anholt', name: 'De Anholt', site: 'Anholt', product: 'elv-high', beds: 60 },
  ...{ shared: 0, pool: null, admits: OFFICE, weekendStaff: null },
  ...over,
});

/** A moment that has come, or not yet. */
const come = (at: number, now: number): number | null => (at < now ? at : null);

/** A region in which two people a day ask for ELV high, are arranged in 12 hours and stay 20 days, by chance of one seed. */
export const madeFacts = (days: number, seed = 1): FillFacts => {
  const chance = seeded(seed);
  const asks: FillAsk[] = [];
  const stays: FillStay[] = [];
  const now = MONDAY + days * DAY;
  for (let at = MONDAY; at < now; at += exponential(chance, DAY / 2)) {
    const triagedAt = at + exponential(chance, 2 * HOUR);
    const arrivedAt = triagedAt + exponential(chance, 12 * HOUR);
    const readyAt = arrivedAt + exponential(chance, 15 * DAY);
    const barrier = chance() < 0.5 ? 'home-care' : null;
    const leftAt = come(barrier === null ? readyAt : readyAt + exponential(chance, 10 * DAY), now);
    const [triaged, arrived, ready] = [come(triagedAt, now), come(arrivedAt, now), come(readyAt, now)];
    asks.push({
      ...{ askedAt: at, origin: chance() < 0.4 ? 'home' : 'hospital', urgency: 'today', product: 'elv-high' },
      ...{ triagedAt: triaged, acceptedAt: triaged, arrivedAt: arrived, endedAt: null, ward: 'anholt' },
    });
    if (arrived === null) continue;
    const way = leftAt === null ? null : 'home';
    stays.push({ ward: 'anholt', arrivedAt, leftAt, way, readyAt: ready, barrier });
  }
  return {
    ...{ now, since: MONDAY, zone: 'Europe/Amsterdam', wards: [fillWard({ admits: ALWAYS })] },
    ...{ asks, stays, openings: [] },
  };
};

export const simWard = (over: Partial<SimWard> = {}): SimWard => ({
  ...{ id: 'anholt', name: 'De Anholt', site: 'Anholt', product: 'elv-high', beds: 120 },
  ...{ shared: 0, pool: null, admits: ALWAYS, weekendStaff: 1 },
  ...over,
});

export const simFlow = (over: Partial<SimFlow> = {}): SimFlow => ({
  ...{ id: 'gp', name: 'Huisarts', origin: 'home', urgency: 'today', product: 'elv-high' },
  ...{ perWeek: 21.8, byHour: new Array<number>(168).fill(1), triageHours: 0, transferHours: 0 },
  ...{ transferShape: 1, hospitalAfterHours: null, hospitalDays: 0, patienceHours: null, wishes: [] },
  most: null,
  endings: [
    { way: 'home', share: 0.75, careDays: 30, shape: 1, waitDays: 8, waitsFor: 'home-care' },
    { way: 'wlz', share: 0.25, careDays: 20, shape: 1, waitDays: 6, waitsFor: 'wlz-decision' },
  ],
  homeShare: 0,
  ...over,
});

export const simModel = (over: Partial<SimModel> = {}): SimModel => ({
  ...{ wards: [simWard()], flows: [simFlow()], openings: [], policy: 'first-come' },
  ...over,
});
