import { type Day, plusDays } from '#kernel/calendar.ts';
import type { Product } from '#kernel/product.ts';
import type { RaisedAlert, ThresholdSet, WaitingDepartures } from '#modules/outlook/types.ts';
import { chanceOfNone } from '#planning/forecast/index.ts';
import type { Forecast } from '#planning/forecast/types.ts';

/** What is known on the day on which is looked. */
export interface Sight {
  readonly today: Day;
  /** Those of the whole region (no site) count. */
  readonly forecasts: readonly Forecast[];
  readonly departures: readonly WaitingDepartures[];
}

const aheadOf = (threshold: ThresholdSet, { today, forecasts }: Sight): RaisedAlert[] => {
  const { kind, product, figure: over, days } = threshold;
  const forecast = forecasts.find((each) => each.siteId === null && each.product === product);
  const figure = forecast === undefined ? null : chanceOfNone(forecast, days);
  if (figure === null || figure < over) return [];
  return [{ kind, product, about: null, madeOn: today, until: plusDays(today, days), figure, over }];
};

const waitingOf = (threshold: ThresholdSet, { today, departures }: Sight): RaisedAlert[] => {
  const { kind, figure: over, days } = threshold;
  const shared = { kind, product: null, madeOn: today, until: plusDays(today, days), over };
  return departures
    .filter(({ count }) => count > 0 && count >= over)
    .map(({ barrier, count }) => ({ ...shared, about: barrier, figure: count }));
};

/** What the region wants to hear today. What is off says nothing. */
export const alertsIn = (thresholds: readonly ThresholdSet[], sight: Sight): RaisedAlert[] =>
  thresholds
    .filter(({ on }) => on)
    .flatMap((each) => (each.kind === 'no-place-ahead' ? aheadOf(each, sight) : waitingOf(each, sight)));

/** What came: free places at ten o'clock per product and day in the region (absent: not known), and who waits now. */
export interface Came {
  readonly today: Day;
  readonly free: (product: Product, day: Day) => number | undefined;
  readonly departures: readonly WaitingDepartures[];
}

/** Days after the last one in which what was not known yet may still come in. */
const GRACE_DAYS = 2;

const cameAhead = ({ product, madeOn, until }: RaisedAlert, came: Came): boolean | null => {
  if (product === null) return false;
  let known = true;
  for (let day = plusDays(madeOn, 1); day <= until && day <= came.today; day = plusDays(day, 1)) {
    const free = came.free(product, day);
    if (free !== undefined && free > 0) return false;
    known &&= free !== undefined;
  }
  if (came.today < until) return null;
  if (known) return true;
  // What cannot be shown is not counted as right.
  return came.today > plusDays(until, GRACE_DAYS) ? false : null;
};

/**
 * Was it right? Of places: none was free at ten o'clock on any of its days; one free place makes it wrong at once. Of departures:
 * on its last day as many still wait as the region had set. Null: not over yet.
 */
export const wasRight = (alert: RaisedAlert, came: Came): boolean | null => {
  if (alert.kind === 'no-place-ahead') return cameAhead(alert, came);
  if (came.today < alert.until) return null;
  const waiting = came.departures.find(({ barrier }) => barrier === alert.about);
  return (waiting?.count ?? 0) >= alert.over;
};
