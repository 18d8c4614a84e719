import type { Day } from '#kernel/calendar.ts';
import type { Instant } from '#kernel/interval.ts';
import type { Product } from '#kernel/product.ts';

/** How many days a forecast looks ahead, and at which hour of the local day a place counts as free. */
export const AHEAD_DAYS = 14;
export const AT_HOUR = 10;

/** Somebody in a bed, as the forecast needs them: no name, no number. */
export interface PresentStay {
  readonly arrivedAt: Instant;
  readonly expectedEnd: Instant | null;
  readonly latestEnd: Instant | null;
}

/** A plan for a place: a hold, or somebody who has been promised it. */
export interface PlannedStay {
  readonly from: Instant;
  readonly until: Instant;
  readonly kind: 'hold' | 'reserved';
}

/** One product at one site as it stands. */
export interface StandingSite {
  readonly siteId: string;
  readonly product: Product;
  /** Places that can be used (staff, closures) at `AT_HOUR` of each of the coming `AHEAD_DAYS` days, tomorrow first. */
  readonly usable: readonly number[];
  /** Places that can be used now; left out: as many as on the first of the coming days. */
  readonly usableNow?: number;
  /** Free now, as the board says it; null when nobody knows: then nothing is forecast. */
  readonly freeNow: number | null;
  readonly present: readonly PresentStay[];
  readonly planned: readonly PlannedStay[];
  /** Requests now waiting that ask this site or may come here, as a number of people (may be broken, shared over sites). */
  readonly asking: number;
}

/** A stay that was: for how long it lasts. Censored: still there at `until` of the history. */
export interface PastStay {
  readonly siteId: string;
  readonly product: Product;
  readonly arrivedAt: Instant;
  readonly leftAt: Instant | null;
  /** The end that was expected on the day of arrival plus one, when it is known. */
  readonly expectedEnd: Instant | null;
}

/** How many places were free at `AT_HOUR` of a day. */
export interface PastFree {
  readonly siteId: string;
  readonly product: Product;
  readonly day: Day;
  readonly free: number;
}

/** Everything a forecast rests on. */
export interface ForecastFacts {
  readonly now: Instant;
  readonly zone: string;
  readonly sites: readonly StandingSite[];
  readonly past: readonly PastStay[];
  /** Since when `past` is complete. */
  readonly since: Instant;
  readonly free: readonly PastFree[];
}

/** How many are free on one day: the whole distribution. */
export interface DayAhead {
  readonly day: Day;
  /** `chance[k]`: the chance of exactly k free, adding up to 1. */
  readonly chance: readonly number[];
}

/** Why nothing is drawn. */
export type NoForecast = 'nothing-known' | 'short-history' | 'overloaded';

/** One forecast: a product at one site, or (siteId null) in the whole region. */
export interface Forecast {
  readonly siteId: string | null;
  readonly product: Product;
  readonly madeAt: Instant;
  readonly days: readonly DayAhead[];
  /** Chance that none was free at the hour on any of the first 1, 2, … days: a full day is seldom alone. Left out: nothing is drawn. */
  readonly noneWithin?: readonly number[];
  /** The two plain answers it is measured against, per day ahead: same as now, and mean of that weekday. */
  readonly sameAsNow: number;
  readonly weekdayMean: readonly (number | null)[];
  /** Said in words instead of drawn. */
  readonly none: NoForecast | null;
  /** Days of history and stays behind it. */
  readonly restsOn: { readonly days: number; readonly stays: number };
}

/** One day of one forecast held against what happened. */
export interface Score {
  readonly in50: boolean;
  readonly in90: boolean;
  /** Continuous ranked probability score, in places: 0 is perfect; of a plain answer it is the distance. */
  readonly crps: number;
  readonly crpsSame: number;
  readonly crpsWeekday: number | null;
}
