import type { Day } from '#kernel/calendar.ts';
import type { Product } from '#kernel/product.ts';
import type { Forecast, Score } from '#planning/forecast/types.ts';

/** What the region can be warned of: no place of a product expected in time, or many departures that wait for one thing. */
export const ALERT_KINDS = ['no-place-ahead', 'departures-wait'] as const;
export type AlertKind = (typeof ALERT_KINDS)[number];

/** What this room refuses. */
export type OutlookCode =
  | 'scenario-unknown'
  | 'scenarios-full'
  | 'shared-unknown'
  | 'outlook-alert-unknown'
  | 'threshold-product'
  | 'outlook-site-unknown';

/** How many scenarios an organisation keeps; above it one is thrown away first. */
export const MOST_SCENARIOS = 40;

/** When the region wants to hear of something, as it stands. */
export interface ThresholdSet {
  readonly kind: AlertKind;
  /** The product it is about; null for departures. */
  readonly product: Product | null;
  readonly on: boolean;
  /** A chance (0-1) that no place is free, or how many departures wait. */
  readonly figure: number;
  /** How many days ahead it looks. */
  readonly days: number;
  readonly version: number;
}

/** Something that is said to be coming. */
export interface RaisedAlert {
  readonly kind: AlertKind;
  readonly product: Product | null;
  /** A barrier code, of departures that wait. */
  readonly about: string | null;
  readonly madeOn: Day;
  readonly until: Day;
  /** The chance or the count that was seen, and what the region had set. */
  readonly figure: number;
  readonly over: number;
}

/** How many people could have gone and wait for this. Counts of the region, from the tower. */
export interface WaitingDepartures {
  readonly barrier: string;
  readonly count: number;
}

/** The forecast of one product as it is kept. */
export interface KeptForecast extends Forecast {
  readonly id: string;
  /** At ten o'clock of the last days, oldest first. */
  readonly past: readonly { readonly day: Day; readonly free: number }[];
}

/** A score as it is kept: of which forecast, how far ahead, and what came. */
export interface KeptScore extends Score {
  readonly forecastId: string;
  /** Tomorrow is 1. */
  readonly ahead: number;
  readonly day: Day;
  readonly free: number;
  readonly from90: number;
  readonly until90: number;
}
