import type { Product } from '#kernel/product.ts';
import { type Destination, type FlowOrigin, WEEK_HOURS } from '#planning/simulate/types.ts';
import type { Assumed } from './types.ts';

/**
 * The numbers that stand in where a region has no history of its own yet, or too little. Sources:
 * Arntzen e.a. 2023, JAMDA 24:945-950, table 2 (Amsterdam, ELV high, 2019; CC BY 4.0): ways out, days per way, transfer,
 * hospital days; van Loon 2024, VU/CWI, tables 1-5 (Twente): ELV low and GRZ. What nobody published is a guess and says so.
 */
export interface PublishedWay {
  readonly way: Destination;
  /** Chance, 0-1; of one product they add up to 1. */
  readonly share: number;
  /** Mean days in the bed. */
  readonly days: number;
  /** Shape of the gamma; Arntzen says gamma without saying which for home adjusted and Wlz: 2 is a guess. */
  readonly shape: number;
}

/** The ways out of one product, and where they come from. */
export interface PublishedStay {
  readonly ways: readonly PublishedWay[];
  readonly from: Assumed;
  readonly source: string;
}

/** Days per way out of Arntzen 2023; weighted by van Loon's shares they give his 34.21 days for ELV low. */
const DAYS: Readonly<Record<'home' | 'home-adjusted' | 'wlz' | 'grz' | 'hospice' | 'died', number>> = {
  home: 31.1,
  'home-adjusted': 43.9,
  wlz: 47.8,
  grz: 29.8,
  hospice: 22.9,
  died: 22.9,
};

type Shares = Readonly<Partial<Record<keyof typeof DAYS, number>>>;

/** Ways with these shares; `mean` days stretches all lengths to one mean, null leaves them. */
const waysOf = (shares: Shares, mean: number | null): PublishedWay[] => {
  const entries = Object.entries(shares) as [keyof typeof DAYS, number][];
  const own = entries.reduce((sum, [way, share]) => sum + share * DAYS[way], 0);
  return entries.map(([way, share]) => ({
    way,
    share,
    days: mean === null ? DAYS[way] : (DAYS[way] * mean) / own,
    shape: way === 'home-adjusted' || way === 'wlz' ? 2 : 1,
  }));
};

const ARNTZEN = 'Arntzen 2023, table 2';

/** How stays of each product end, when the region cannot say. */
export const PUBLISHED_STAYS: Readonly<Record<Product, PublishedStay>> = {
  'elv-high': {
    ways: waysOf(
      { home: 0.578, 'home-adjusted': 0.107, wlz: 0.198, grz: 0.034, hospice: 0.023, died: 0.06 },
      null,
    ),
    from: 'published',
    source: ARNTZEN,
  },
  'elv-low': {
    ways: waysOf({ home: 0.7, 'home-adjusted': 0.14, wlz: 0.1, grz: 0.02, hospice: 0.02, died: 0.02 }, null),
    from: 'published',
    source: 'van Loon 2024; days: Arntzen 2023',
  },
  grz: {
    ways: waysOf({ home: 0.72, 'home-adjusted': 0.13, wlz: 0.12, died: 0.03 }, 35.3),
    from: 'guess',
    source: 'days: van Loon 2024',
  },
  'elv-palliative': {
    ways: waysOf({ died: 0.8, hospice: 0.1, home: 0.1 }, 22.9),
    from: 'guess',
    source: 'days: Arntzen 2023',
  },
  'reo-observation': {
    ways: waysOf({ home: 0.7, wlz: 0.1, grz: 0.2 }, 8),
    from: 'guess',
    source: 'days: REO Zoetermeer',
  },
  'wlz-crisis': {
    ways: waysOf({ wlz: 0.8, home: 0.2 }, 14),
    from: 'guess',
    source: 'days: Zorg en Zekerheid',
  },
  respite: { ways: waysOf({ home: 1 }, 14), from: 'guess', source: '' },
};

/** Hours between the yes and the bed: mean one and a half day of administration. Source: Arntzen 2023, table 2. */
export const PUBLISHED_TRANSFER = { hours: 36, source: ARNTZEN } as const;

/** Somebody at the emergency department without a place the same day is admitted, for 5.2 days. Source: Arntzen 2023. */
export const PUBLISHED_ADMISSION = { afterHours: 24, days: 5.2, source: ARNTZEN } as const;

/** An observation lasts nine days at most. Source: REO beds Zoetermeer. */
export const PUBLISHED_MOST = { product: 'reo-observation', days: 9 } as const;

/** Share of who asks that would need no bed if help at home could start at once. A guess: nobody published it. */
export const GUESSED_HOME_SHARE = 0.05;

const workday = (h: number): boolean => h < 120 && h % 24 >= 8 && h % 24 < 17;

const WEIGHTS: Readonly<Record<FlowOrigin, (hour: number) => number>> = {
  /** A practice asks by day; a little goes through the out-of-hours service. */
  home: (h) => (workday(h) ? 1 : 0.05),
  /** Arntzen 2023: arrivals at the emergency department mostly between 8 and 12; the rest is a guess. */
  emergency: (h) => {
    if (h % 24 >= 8 && h % 24 < 12) return 3;
    return h % 24 >= 12 && h % 24 < 22 ? 1 : 0.3;
  },
  /** Transfer nurses ask by day, on working days. */
  hospital: (h) => (workday(h) ? 1 : 0.02),
};

/** How asking spreads over the hours of the week when there are too few to see it: 168 weights that add up to 1. */
export const publishedHours = (origin: FlowOrigin): number[] => {
  const weights = Array.from({ length: WEEK_HOURS }, (_, h) => WEIGHTS[origin](h));
  const sum = weights.reduce((a, b) => a + b, 0);
  return weights.map((weight) => weight / sum);
};
