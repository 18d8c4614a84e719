import type { SimEnding, SimFlow, SimModel, WeekWindows } from '#planning/simulate/types.ts';

/** What Arntzen et al. (JAMDA 2023; CC BY 4.0) vary: beds, office hours or all hours, hours of transfer, length of stay. */
export interface Setting {
  readonly name: string;
  readonly beds: number;
  readonly turns: boolean;
  /** Length of stay as a share, of everybody and of who goes to long-term care. */
  readonly stay: number;
  readonly longTerm: number;
  /** Days of waiting in the hospital, of who the GP sends, share within three days, share of the emergency room that the
   * hospital takes in, and how many lie waiting in the hospital on a day; null: not published or left out. */
  readonly published: readonly [number | null, number | null, number, number, number];
}

/** The published rows; the waits of the last are left out as a likely misprint (they contradict its own other figures). */
export const SETTINGS: readonly Setting[] = [
  { name: 'now-128', beds: 128, turns: false, stay: 1, longTerm: 1, published: [2.4, 1.8, 79, 51, 3.3] },
  { name: 'turns-128', beds: 128, turns: true, stay: 1, longTerm: 1, published: [0.2, 0.1, 100, 3, 0.2] },
  { name: 'stay-30-128', beds: 128, turns: false, stay: 0.7, longTerm: 1, published: [1.8, 1.8, 82, 46, 2.4] },
  { name: 'stay-30-100', beds: 100, turns: false, stay: 0.7, longTerm: 1, published: [1.9, 1.8, 82, 48, 2.5] },
  { name: 'long-30-128', beds: 128, turns: false, stay: 1, longTerm: 0.7, published: [1.8, 1.8, 82, 47, 2.4] },
  { name: 'turns-stay-30-100', beds: 100, turns: true, stay: 0.7, longTerm: 1, published: [null, null, 100, 0, 0.1] },
];

const WEEK = 168;
const ALWAYS: WeekWindows = [[0, WEEK]];

/** Outflow and mean days (table 2). The shapes of the gammas are not published: 2 for home with adjustments and for long-term care. */
const endings = ({ stay, longTerm }: Setting): SimEnding[] => {
  const ending = (way: SimEnding['way'], share: number, days: number, shape = 1): SimEnding => ({
    ...{ way, share, careDays: days * stay * (way === 'wlz' ? longTerm : 1), shape },
    ...{ waitDays: 0, waitsFor: null },
  });
  return [
    ending('home', 0.578, 31.1),
    ending('home-adjusted', 0.107, 43.9, 2),
    ending('wlz', 0.198, 47.8, 2),
    ending('grz', 0.034, 29.8),
    ending('hospice', 0.023, 22.9),
    ending('died', 0.06, 22.9),
  ];
};

const hours = (weight: (hour: number, day: number) => number): number[] =>
  Array.from({ length: WEEK }, (_, hour) => weight(hour % 24, Math.floor(hour / 24)));

/** Assumptions that the article leaves open, named in docs/simulation.md. */
export const ASSUMED = {
  /** GP: in practice hours, Monday to Friday; hospital: any hour. */
  gp: hours((hour, day) => (day < 5 && hour >= 8 && hour < 17 ? 1 : 0)),
  emergency: hours((hour) => (hour >= 8 && hour < 12 ? 1 : 0)),
  hospital: hours(() => 1),
  /** What "not placed the same day" is in hours: fitted on the share of the row stay-30-128 alone. */
  sameDay: 37,
  admits: [[0, 120]] as WeekWindows,
  transfer: 36,
  turnsTransfer: 4,
};

/** Amsterdam 2019, high-complexity short-term residential care: 128 beds as one ward, three ways in. */
export const amsterdam = (setting: Setting, assumed = ASSUMED): SimModel => {
  const flow = (id: string, perWeek: number, byHour: number[], change: Partial<SimFlow>): SimFlow => ({
    ...{ id, name: id, origin: 'home', urgency: 'today', product: 'elv-high', perWeek, byHour },
    ...{ triageHours: 0, transferHours: setting.turns ? assumed.turnsTransfer : assumed.transfer },
    ...{ transferShape: 1, hospitalAfterHours: null, hospitalDays: 0, patienceHours: null, wishes: [] },
    ...{ most: null, endings: endings(setting), homeShare: 0 },
    ...change,
  });
  return {
    wards: [
      {
        ...{ id: 'elv', name: 'ELV', site: 'amsterdam', product: 'elv-high', beds: setting.beds, shared: 0 },
        ...{ pool: null, admits: setting.turns ? ALWAYS : assumed.admits, weekendStaff: 1 },
      },
    ],
    flows: [
      flow('gp', 9.4, assumed.gp, {}),
      flow('emergency', 5.8, assumed.emergency, {
        ...{ origin: 'emergency', hospitalAfterHours: assumed.sameDay, hospitalDays: 5.2 },
      }),
      flow('hospital', 6.6, assumed.hospital, { origin: 'hospital', urgency: 'within-72-hours' }),
    ],
    openings: [],
    policy: 'urgency',
  };
};
