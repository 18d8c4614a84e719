import { BARRIER_CODES, type BarrierCode, DESTINATIONS, type Destination } from '#kernel/leaving.ts';
import type { Product } from '#kernel/product.ts';
import type { Urgency } from '#kernel/urgency.ts';

/** Hours in a week; hour 0 is Monday 00:00 on the clock of the region. A simulated week has no change of the clock. */
export const WEEK_HOURS = 168;

/** Stretches [from, until) of the week in hours, in order, not overlapping; empty: never open. */
export type WeekWindows = readonly (readonly [from: number, until: number])[];

/** Where somebody comes from. */
export const FLOW_ORIGINS = ['home', 'emergency', 'hospital'] as const;
export type FlowOrigin = (typeof FLOW_ORIGINS)[number];

export { BARRIER_CODES, type BarrierCode, DESTINATIONS, type Destination };

/** Beds for one product at one site. */
export interface SimWard {
  readonly id: string;
  /** The name people read. */
  readonly name: string;
  readonly site: string;
  readonly product: Product;
  readonly beds: number;
  /** How many of `beds` may also be given to somebody for another product of the same `pool`. */
  readonly shared: number;
  /** Wards with the same pool share; null: none do. */
  readonly pool: string | null;
  /** When somebody can arrive. */
  readonly admits: WeekWindows;
  /** Share of the beds with staff on Saturday and Sunday, 0-1: above it nobody new comes in; nobody is sent away. */
  readonly weekendStaff: number;
}

/** One way a stay can end. */
export interface SimEnding {
  readonly way: Destination;
  /** Chance; of one flow they add up to 1. */
  readonly share: number;
  /** Days of care that are needed: mean, and the shape of the gamma distribution (1: exponential). */
  readonly careDays: number;
  readonly shape: number;
  /** Days waiting after that, mean (exponential), and for what; 0 and null: nothing. */
  readonly waitDays: number;
  readonly waitsFor: BarrierCode | null;
  /** When people can leave that way: home care that starts on weekdays only; the whole week when absent. */
  readonly leaves?: WeekWindows;
}

/** People who ask for the same, from the same place. */
export interface SimFlow {
  readonly id: string;
  readonly name: string;
  readonly origin: FlowOrigin;
  readonly urgency: Urgency;
  readonly product: Product;
  /** Mean arrivals a week. */
  readonly perWeek: number;
  /** How they spread over the hours of the week: 168 weights, any scale. */
  readonly byHour: readonly number[];
  /** Mean hours until it is known what is needed (exponential; 0: at once). */
  readonly triageHours: number;
  /** Hours between the yes and the bed: mean and shape of a gamma (0: fixed time). The bed waits empty meanwhile. */
  readonly transferHours: number;
  readonly transferShape: number;
  /** Who has no place within this many hours is admitted to the hospital and goes on waiting there; null: never. */
  readonly hospitalAfterHours: number | null;
  /** Days that hospital stay lasts at least before somebody can go on. */
  readonly hospitalDays: number;
  /** Mean hours somebody is willing to wait before they give up (exponential); null: they wait. */
  readonly patienceHours: number | null;
  /** Wards wished for with the share of people who wish it; who wishes nothing takes any. Shares add up to at most 1. */
  readonly wishes: readonly { readonly ward: string; readonly share: number }[];
  /** Longest stay in days and what follows; null: none (REO: nine days, then another product or home). */
  readonly most: {
    readonly days: number;
    /** Chance of going on to each flow (by id) at the end; what is left goes where the ending says. */
    readonly next: readonly { readonly flow: string; readonly share: number }[];
  } | null;
  readonly endings: readonly SimEnding[];
  /** Share that needs no bed when an opening at home is free at once (`openings`); 0: nobody. */
  readonly homeShare: number;
}

/** Help at home that makes a bed unnecessary: starts a week, shared by all flows. Unused starts do not keep. */
export interface SimOpening {
  readonly id: string;
  readonly kind: 'home-care' | 'day-treatment';
  readonly startsPerWeek: number;
}

/** Who gets a bed that comes free, and which bed somebody gets. */
export const SIM_POLICIES = ['first-come', 'wish-first', 'urgency', 'whole-queue'] as const;
export type SimPolicy = (typeof SIM_POLICIES)[number];

/** A region as it is played. */
export interface SimModel {
  readonly wards: readonly SimWard[];
  readonly flows: readonly SimFlow[];
  readonly openings: readonly SimOpening[];
  readonly policy: SimPolicy;
}

/** How it is played. */
export interface SimRun {
  /** The same seed gives the same people, whatever the model's beds and hours: two answers differ by the change alone. */
  readonly seed: number;
  /** How many years are played, each with people of its own. */
  readonly years: number;
  /** The number of the first of them (0 when absent): two workers that play years 0-499 and 500-999 play what one would. */
  readonly firstYear?: number;
  /** Days played before counting begins. */
  readonly warmUpDays: number;
  /** Days that count, usually 364 (whole weeks). */
  readonly days: number;
}

/**
 * What is counted of each played year; per flow and per ward in the order of the model. Means over nobody are NaN and left
 * out of an estimate.
 */
export const FLOW_MEASURES = [
  /** How many asked. */ 'asked',
  /** How many got a bed. */ 'placed',
  /** Mean hours from asking to the bed, over who asked in the year and got one. */ 'waitHours',
  /** Share of those within 72 hours, 0-1. */ 'within3Days',
  /** Share of who asked that the hospital took in meanwhile, 0-1. */ 'toHospital',
  /** How many gave up. */ 'gaveUp',
  /** How many were helped at home at once. */ 'atHome',
  /** Share of who wished a ward and got another, 0-1. */ 'notWished',
] as const;
export type FlowMeasure = (typeof FLOW_MEASURES)[number];

export const WARD_MEASURES = [
  /** Mean share of the beds with somebody in it or on the way to it, 0-1. */ 'occupied',
  /** How many arrived. */ 'arrivals',
  /** How many of them outside Monday to Friday 8-17. */ 'outOfHours',
  /** Bed days in which somebody could have gone and waited. */ 'waitDays',
  /** Bed days used by people. */ 'bedDays',
] as const;
export type WardMeasure = (typeof WARD_MEASURES)[number];

export const REGION_MEASURES = [
  /** Mean number of people waiting for a bed. */ 'waiting',
  /** Hospital admissions because there was no place in time. */ 'hospitalAdmissions',
  /** Days in a hospital bed while ready for another place. */ 'wrongBedDays',
  /** People who got a bed or help at home. */ 'served',
  /** Share of the days with no free bed anywhere at 10:00, 0-1. */ 'fullShare',
  /** Home-care starts on Saturday and Sunday. */ 'weekendStarts',
  /** How many waited at the end minus at the beginning of the counted time: well above 0, the queue only grows. */ 'growth',
] as const;
export type RegionMeasure = (typeof REGION_MEASURES)[number];

/** What was played: one row of numbers per year, so that two runs with one seed can be compared year by year. */
export interface SimResult {
  readonly years: number;
  readonly days: number;
  readonly flows: readonly string[];
  readonly wards: readonly string[];
  /** Row-major: years × (flows × FLOW_MEASURES, wards × WARD_MEASURES, REGION_MEASURES). */
  readonly values: Float64Array;
  /** Events played in all, for the speed. */
  readonly events: number;
}

/** A figure over the played years. */
export interface Estimate {
  readonly mean: number;
  /** Between these the mean lies with 95 percent certainty. */
  readonly from: number;
  readonly until: number;
  /** In eight of ten years it lies between these. */
  readonly low: number;
  readonly high: number;
  /** Years behind it. */
  readonly years: number;
}
