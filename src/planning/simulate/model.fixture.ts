import type { SimEnding, SimFlow, SimModel, SimWard, WeekWindows } from './types.ts';

/** Monday to Friday, eight to five. */
export const OFFICE: WeekWindows = [0, 1, 2, 3, 4].map((day) => [day * 24 + 8, day * 24 + 17] as const);
export const ALL_WEEK: WeekWindows = [[0, 168]];
export const EVENLY: readonly number[] = Array.from({ length: 168 }, () => 1);
/** Every day from eight to five. */
export const BY_DAY: readonly number[] = EVENLY.map((_, hour) => (hour % 24 >= 8 && hour % 24 < 17 ? 1 : 0));

export const homeAfter = (careDays: number): SimEnding => ({
  ...{ way: 'home', share: 1, careDays, shape: 1, waitDays: 0, waitsFor: null },
});

/** A ward of ten ELV beds, always open. */
export const wardOf = (change: Partial<SimWard> = {}): SimWard => ({
  ...{ id: 'west', name: 'West', site: 'west', product: 'elv-high', beds: 10, shared: 0, pool: null },
  ...{ admits: ALL_WEEK, weekendStaff: 1 },
  ...change,
});

/** Two people a week from home, for about a month. */
export const flowOf = (change: Partial<SimFlow> = {}): SimFlow => ({
  ...{ id: 'gp', name: 'GP', origin: 'home', urgency: 'today', product: 'elv-high', perWeek: 2 },
  ...{ byHour: EVENLY, triageHours: 0, transferHours: 0, transferShape: 1, hospitalAfterHours: null },
  ...{ hospitalDays: 0, patienceHours: null, wishes: [], most: null, endings: [homeAfter(30)], homeShare: 0 },
  ...change,
});

export const modelOf = (change: Partial<SimModel> = {}): SimModel => ({
  ...{ wards: [wardOf()], flows: [flowOf()], openings: [], policy: 'first-come' },
  ...change,
});

const LENGTHS = [35.05, 35.3, 34.21] as const;

/** Twente (van Loon 2024, tables 1-5): 120 beds ELV high, 26 GRZ and 75 ELV low, office hours, 1,5 days of transfer. */
export const twente = (): SimModel => {
  const ward = (id: string, product: SimWard['product'], beds: number): SimWard =>
    wardOf({ id, name: id, site: id, product, beds, admits: OFFICE });
  const flow = (id: string, perDay: number, care: number, change: Partial<SimFlow>): SimFlow =>
    flowOf({ id, name: id, perWeek: perDay * 7, transferHours: 36, endings: [homeAfter(care)], ...change });
  const high = { product: 'elv-high' } as const;
  return {
    wards: [ward('high', 'elv-high', 120), ward('grz', 'grz', 26), ward('low', 'elv-low', 75)],
    flows: [
      flow('gp-high', 1.34, LENGTHS[0], { ...high, byHour: BY_DAY }),
      flow('ed-high', 0.83, LENGTHS[0], {
        ...high,
        origin: 'emergency',
        hospitalAfterHours: 24,
        hospitalDays: 5.2,
      }),
      flow('hospital-high', 0.94, LENGTHS[0], { ...high, origin: 'hospital', urgency: 'within-72-hours' }),
      flow('hospital-grz', 0.54, LENGTHS[1], {
        product: 'grz',
        origin: 'hospital',
        urgency: 'within-72-hours',
      }),
      flow('gp-low', 1.91, LENGTHS[2], { product: 'elv-low', byHour: BY_DAY, urgency: 'planned' }),
    ],
    openings: [],
    policy: 'urgency',
  };
};
