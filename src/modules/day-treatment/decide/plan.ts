import { type Day, localDay, plusDays } from '#kernel/calendar.ts';
import type { Instant } from '#kernel/interval.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import type { HalfDay, Order, Treatment, Visit } from '#modules/day-treatment/types.ts';
import type { OrderCode } from '#modules/day-treatment/types-codes.ts';
import type { PlanCode, PlanWait } from '#modules/day-treatment/types-plan.ts';
import { type FitWindow, mayBePlanned, pharmacyDay, windowOf, written } from './fit.ts';

type Tried = Pick<Visit, 'id' | 'number' | 'attempt' | 'state' | 'during' | 'nurseId' | 'drugReadyAt'>;

/** A course as it stands: what was given last, and what is still to come, in order. */
export interface Course<V extends Tried> {
  readonly before: V | null;
  readonly coming: readonly V[];
  /** Who did the set-ups so far. */
  readonly nurses: readonly string[];
}

const isComing = ({ state }: Tried): boolean => state === 'to-plan' || state === 'planned';
const isGiven = ({ state }: Tried): boolean => state === 'arrived' || state === 'done';

/** The visits of an order as a course; of each number the newest try counts. */
export const courseOf = <V extends Tried>(visits: readonly V[]): Course<V> => {
  const standing = visits.filter(({ state }) => state !== 'cancelled');
  const newest = [...Map.groupBy(standing, ({ number }) => number).values()]
    .flatMap((tries) => tries.toSorted((a, b) => b.attempt - a.attempt).slice(0, 1))
    .toSorted((a, b) => a.number - b.number);
  const given = newest.filter((visit) => isGiven(visit) && visit.during !== null);
  return {
    before: given.at(-1) ?? null,
    coming: newest.filter(isComing),
    nurses: [...new Set(given.flatMap(({ nurseId }) => nurseId ?? []))],
  };
};

/** The day a visit was or will be; null: it has none yet. */
export const dayOf = ({ during }: Pick<Visit, 'during'>, zone: string): Day | null =>
  during === null ? null : localDay(during.from, zone);

/** What comes before and after one visit of a course. */
export interface Neighbours<V extends Tried> {
  readonly before: V | null;
  readonly after: V | null;
  /** An earlier one has no moment yet. */
  readonly waits: boolean;
}

/** The visits around this one. */
export const aroundVisit = <V extends Tried>(course: Course<V>, id: string): Neighbours<V> => {
  const at = course.coming.findIndex((visit) => visit.id === id);
  const earlier = course.coming.slice(0, at);
  return {
    before: earlier.at(-1) ?? course.before,
    after: course.coming[at + 1] ?? null,
    waits: earlier.some(({ state }) => state === 'to-plan'),
  };
};

/** The days on which a visit may still fall: by its order and the one before, not in the past and not before its medicine. */
export const daysLeft = (
  order: Order,
  treatment: Pick<Treatment, 'pharmacyDays'>,
  { before, drugReadyAt }: { readonly before: Day | null; readonly drugReadyAt: Instant | null },
  { today, zone }: { readonly today: Day; readonly zone: string },
): FitWindow => {
  const { from, until } = windowOf(order, before);
  const delivered =
    drugReadyAt === null ? pharmacyDay(today, treatment.pharmacyDays) : localDay(drugReadyAt, zone);
  const latest = until < order.validUntil ? until : order.validUntil;
  return { from: [from, today, delivered].toSorted().at(-1) as Day, until: latest };
};

/** Why somebody must wait before they can have a moment at all; null: they can. */
export const waitsFor = (
  order: Order,
  treatment: Pick<Treatment, 'firstInHospital' | 'weight'>,
  { until }: FitWindow,
  { today, waits }: { readonly today: Day; readonly waits: boolean },
): PlanWait | null => {
  if (order.validUntil < today) return 'order-expired';
  if (treatment.firstInHospital && (order.given === 0 || order.firstGivenOn === null))
    return 'first-dose-in-hospital';
  if (treatment.weight && order.weightKg === null) return 'weight-missing';
  if (order.labOk === false) return 'lab-not-good';
  if (waits) return 'visit-before';
  return until < today ? 'window-past' : null;
};

/** Who is moved had their medicine asked for already. */
const readyFor = ({ state, drugReadyAt }: Tried, start: Instant): Instant | null =>
  state === 'planned' ? (drugReadyAt ?? start) : drugReadyAt;

const besideAfter = (
  { intervalDays, toleranceDays }: Order,
  day: Day,
  after: Day | null,
): Result<null, Refusal<OrderCode>> => {
  if (after === null) return ok(null);
  const [from, until] = [
    plusDays(after, -intervalDays - toleranceDays),
    plusDays(after, toleranceDays - intervalDays),
  ];
  return day >= from && day <= until
    ? ok(null)
    : refuse({ code: 'interval-missed', params: { from: written(from), until: written(until) } });
};

/** May this visit have this moment, by its order, its medicine and the visits around it? */
export const decideMoment = (
  {
    order,
    treatment,
    visit,
  }: { readonly order: Order; readonly treatment: Treatment; readonly visit: Tried },
  around: Neighbours<Tried>,
  { halfDay, start }: { readonly halfDay: HalfDay; readonly start: Instant },
  { now, zone }: { readonly now: Instant; readonly zone: string },
): Result<null, Refusal<OrderCode | PlanCode>> => {
  if (start < now) return refuse({ code: 'moment-past' });
  if (around.waits) return refuse({ code: 'visit-before' });
  const { day } = halfDay;
  const drugReadyAt = readyFor(visit, start);
  const fits = mayBePlanned(order, treatment, {
    ...{ day, start, zone, drugReadyAt, today: localDay(now, zone) },
    before: around.before === null ? null : dayOf(around.before, zone),
  });
  if (!fits.ok) return fits;
  return besideAfter(order, day, around.after === null ? null : dayOf(around.after, zone));
};
