import { type Day, localDay, plusDays, weekdayOf } from '#kernel/calendar.ts';
import type { Instant } from '#kernel/interval.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import type { Order, Treatment } from '#modules/day-treatment/types.ts';
import type { OrderCode } from '#modules/day-treatment/types-codes.ts';
import { holidayOn } from './holidays.ts';

type Decided = Result<null, Refusal<OrderCode>>;

/** A day as people write it. */
export const written = (day: Day): string => day.split('-').toReversed().join('-');

/** On which days a visit may fall. */
export interface FitWindow {
  readonly from: Day;
  readonly until: Day;
}

/** When and after what somebody would be treated. */
export interface Moment {
  readonly day: Day;
  readonly start: Instant;
  readonly today: Day;
  readonly zone: string;
  /** The day of the visit before this one near home; null: this is the first. */
  readonly before: Day | null;
  /** When the medicine is at the site; null: nobody said so yet. */
  readonly drugReadyAt: Instant | null;
}

type Asked = Pick<
  Order,
  | 'state'
  | 'fromDay'
  | 'latestDay'
  | 'validUntil'
  | 'intervalDays'
  | 'toleranceDays'
  | 'given'
  | 'firstGivenOn'
  | 'weightKg'
  | 'labOk'
>;
type Asks = Pick<Treatment, 'firstInHospital' | 'pharmacyDays' | 'weight'>;

const isWorkday = (day: Day): boolean => weekdayOf(day) < 6 && holidayOn(day) === null;

/** From which day on the pharmacy can have it ready when it is asked today. */
export const pharmacyDay = (today: Day, workdays: number): Day => {
  let day = today;
  for (let left = workdays; left > 0; ) {
    day = plusDays(day, 1);
    if (isWorkday(day)) left -= 1;
  }
  return day;
};

/** The days on which the next visit may fall: the first by the order, each other by the one before it. */
export const windowOf = (
  order: Pick<Order, 'fromDay' | 'latestDay' | 'validUntil' | 'intervalDays' | 'toleranceDays'>,
  before: Day | null,
): FitWindow => {
  const { fromDay, latestDay, validUntil, intervalDays, toleranceDays } = order;
  if (before === null) return { from: fromDay, until: latestDay };
  const until = plusDays(before, intervalDays + toleranceDays);
  return {
    from: plusDays(before, intervalDays - toleranceDays),
    until: until < validUntil ? until : validUntil,
  };
};

const holds = ({ state, validUntil }: Asked, day: Day): Decided => {
  if (state === 'draft') return refuse({ code: 'order-not-signed' });
  if (state !== 'signed') return refuse({ code: 'order-over' });
  return day > validUntil
    ? refuse({ code: 'order-expired', params: { until: written(validUntil) } })
    : ok(null);
};

const isInWindow = (order: Asked, { day, before }: Pick<Moment, 'day' | 'before'>): Decided => {
  const { from, until } = windowOf(order, before);
  return day >= from && day <= until
    ? ok(null)
    : refuse({ code: 'interval-missed', params: { from: written(from), until: written(until) } });
};

const isKnown = ({ given, firstGivenOn, weightKg, labOk }: Asked, treatment: Asks): Decided => {
  if (treatment.firstInHospital && (given === 0 || firstGivenOn === null))
    return refuse({ code: 'first-dose-in-hospital' });
  if (treatment.weight && weightKg === null) return refuse({ code: 'weight-missing' });
  return labOk === false ? refuse({ code: 'lab-not-good' }) : ok(null);
};

/** Before anybody said when, the pharmacy needs its working days; a moment that was said counts alone. */
const canBeDelivered = (treatment: Asks, { day, start, today, zone, drugReadyAt }: Moment): Decided => {
  const from =
    drugReadyAt === null ? pharmacyDay(today, treatment.pharmacyDays) : localDay(drugReadyAt, zone);
  const ready = drugReadyAt === null ? day >= from : drugReadyAt <= start;
  return ready ? ok(null) : refuse({ code: 'drug-not-ready', params: { from: written(from) } });
};

const firstNo = (...checks: readonly (() => Decided)[]): Decided => {
  for (const check of checks) {
    const decided = check();
    if (!decided.ok) return decided;
  }
  return ok(null);
};

/** Does what is planned still fit an order that was changed? What the pharmacy was asked, it was asked in time. */
export const stillFits = (order: Asked, treatment: Asks, planned: Pick<Moment, 'day' | 'before'>): boolean =>
  firstNo(
    () => holds(order, planned.day),
    () => isKnown(order, treatment),
    () => isInWindow(order, planned),
  ).ok;

/** May a visit be planned at this moment? Blood can still be taken by then; what stands in the way already is said now. */
export const mayBePlanned = (order: Asked, treatment: Asks, moment: Moment): Decided =>
  firstNo(
    () => holds(order, moment.day),
    () => isKnown(order, treatment),
    () => isInWindow(order, moment),
    () => canBeDelivered(treatment, moment),
  );
