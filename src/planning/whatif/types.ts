import type { Instant } from '#kernel/interval.ts';
import type { Product } from '#kernel/product.ts';
import type { Urgency } from '#kernel/urgency.ts';
import type {
  BarrierCode,
  Destination,
  Estimate,
  FlowOrigin,
  SimModel,
  SimOpening,
  SimPolicy,
  WeekWindows,
} from '#planning/simulate/types.ts';

/** Where a number in the model comes from, for everybody to see and to change. */
export const ASSUMED = ['history', 'region', 'published', 'typed', 'guess'] as const;
export type Assumed = (typeof ASSUMED)[number];

/** One number the model rests on. */
export interface Assumption {
  /** A path a person can point at: `flow:gp-elv-high:perWeek`. */
  readonly id: string;
  readonly value: number;
  readonly unit: 'per-week' | 'hours' | 'days' | 'share' | 'beds' | 'count';
  readonly from: Assumed;
  /** How many facts are behind it (history), 0 otherwise. */
  readonly facts: number;
  /** The published source, in a few words; empty otherwise. */
  readonly source: string;
}

/** A region as it can be played, and what it rests on. */
export interface FilledModel {
  readonly model: SimModel;
  readonly assumptions: readonly Assumption[];
  /** Why it cannot be played honestly, said in words on the screen; empty: it can. */
  readonly misfits: readonly Misfit[];
}

/** What makes an answer dishonest. `what` names the ward or flow. */
export interface Misfit {
  readonly code: 'short-history' | 'overloaded' | 'no-beds' | 'nobody-comes';
  readonly what: string;
  /** Offered load over beds, or days of history. */
  readonly figure: number;
}

/** What a manager may turn. Absent: as it is today. Applied to the product chosen, or to all when `product` is null. */
export interface Levers {
  readonly product: Product | null;
  readonly admits?: WeekWindows;
  readonly transferHours?: number;
  /** Beds more or less per ward id. */
  readonly beds?: Readonly<Record<string, number>>;
  /** Share of the beds of the product that is shared, 0-1. */
  readonly sharedShare?: number;
  readonly weekendStaff?: number;
  /** Days of waiting per barrier as a share of today, 0-1 (0,5: half as long). */
  readonly barrierDays?: Readonly<Partial<Record<BarrierCode, number>>>;
  /** Home-care starts and staffed half-days of day treatment: starts a week. */
  readonly starts?: Readonly<Record<string, number>>;
  readonly policy?: SimPolicy;
  /** Numbers typed over by hand, by assumption id. */
  readonly typed?: Readonly<Record<string, number>>;
}

/** Who gains or pays. The order is that of the screen. */
export const PARTIES = [
  'gp',
  'hospital',
  'care-provider',
  'home-care',
  'municipality',
  'insurer',
  'residents',
] as const;
export type Party = (typeof PARTIES)[number];

/** What is counted of a party, in one figure. */
export const PARTY_FIGURES = {
  gp: 'wait-days',
  hospital: 'wrong-bed-days',
  'care-provider': 'evening-weekend-fte',
  'home-care': 'weekend-starts',
  municipality: 'respite-nights',
  insurer: 'bed-days',
  residents: 'within-3-days',
} as const satisfies Record<Party, string>;

/** A price with its source; fictitious in the practice region. */
export interface Price {
  readonly code: PriceCode;
  /** Euros per unit. */
  readonly euros: number;
  readonly source: string;
  readonly year: number;
}
export const PRICE_CODES = [
  'hospital-day',
  'hospital-admission',
  'bed-day',
  'evening-weekend-hour',
  'weekend-start',
  'respite-night',
  'calling-hour',
] as const;
export type PriceCode = (typeof PRICE_CODES)[number];

/** What a change does to money: `none` when nothing is priced or nothing changes, `unclear` when the band crosses zero. */
export interface MoneyChange {
  readonly kind: 'gains' | 'pays' | 'unclear' | 'none';
  readonly from: number;
  readonly until: number;
  readonly mean: number;
}

/** One party: today, after the change, and the difference from year to year with the same people. Never added up over parties. */
export interface PartyRow {
  readonly party: Party;
  readonly figure: (typeof PARTY_FIGURES)[Party];
  readonly now: Estimate;
  readonly after: Estimate;
  /** Year by year with the same people: whether the difference is one. */
  readonly difference: Estimate;
  /** Too small to know: the band of the difference crosses zero. */
  readonly unclear: boolean;
  /** How many people, days or starts are behind it in a year. */
  readonly counted: number;
  /** Money on the account, per year. */
  readonly money: MoneyChange;
  /** What comes free and is no money: hours of calling, bed days, nothing. */
  readonly freed: {
    readonly kind: 'calling-hours' | 'bed-days' | 'occupancy' | 'none';
    readonly change: Estimate | null;
  };
}

/** A ward as the history knows it. */
export interface FillWard {
  readonly id: string;
  readonly name: string;
  readonly site: string;
  readonly product: Product;
  /** Beds in use or to be used, and how many of them may also serve another product of the same `pool`. */
  readonly beds: number;
  readonly shared: number;
  readonly pool: string | null;
  readonly admits: WeekWindows;
  /** Staffed beds on Saturday and Sunday over those on other days, 0-1; null: nobody keeps a roster. */
  readonly weekendStaff: number | null;
}

/** A request as the fill needs it: no person, no organisation. */
export interface FillAsk {
  readonly askedAt: Instant;
  readonly origin: FlowOrigin;
  readonly urgency: Urgency;
  readonly product: Product;
  /** When triage was done, when a house said yes, when they came; null: not (yet). */
  readonly triagedAt: Instant | null;
  readonly acceptedAt: Instant | null;
  readonly arrivedAt: Instant | null;
  /** When it ended without a bed; null: it did not. */
  readonly endedAt: Instant | null;
  readonly ward: string | null;
}

/** A stay as the fill needs it. */
export interface FillStay {
  readonly ward: string;
  readonly arrivedAt: Instant;
  readonly leftAt: Instant | null;
  readonly way: Destination | null;
  /** From when they could go and what stood in the way; null: nothing, or unknown. */
  readonly readyAt: Instant | null;
  readonly barrier: BarrierCode | null;
}

/** Help near home as the region has it now. */
export interface FillOpening extends SimOpening {
  /** How many people of the region's own past the number rests on; left out: it says so itself. */
  readonly began?: number;
}

/** Everything the region's own history says. */
export interface FillFacts {
  readonly now: Instant;
  readonly since: Instant;
  readonly zone: string;
  readonly wards: readonly FillWard[];
  readonly asks: readonly FillAsk[];
  readonly stays: readonly FillStay[];
  readonly openings: readonly FillOpening[];
}
