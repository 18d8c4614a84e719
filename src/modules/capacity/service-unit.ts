import type { Day, HalfDay } from '#kernel/calendar.ts';
import { type FigureSource, figurePhase } from '#kernel/freshness.ts';
import { contains, type Instant } from '#kernel/interval.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import type { Tx } from '#platform/db/database.ts';
import { newId } from '#platform/db/ids.ts';
import { record } from '#platform/diary/diary.ts';
import { displacedBy } from './decide/hold.ts';
import { claimLine, type Doing, notOwn, notToTell, unitLine } from './doing.ts';
import { confirmCounts } from './service-counts.ts';
import { endIdleExtras } from './service-extra.ts';
import { lockSwept } from './service-hold.ts';
import { closureById, expiredHolds, lockUnit } from './store.ts';
import { reportOf } from './store-counts.ts';
import { endDoubtClosures, endDoubts } from './store-ward.ts';
import { displaceClaims, insertClosure, putFigure, putStaffing, updateClosure } from './store-write.ts';
import type { Closure, ClosureReason } from './types.ts';

type Answer<T> = Promise<Result<T, Refusal>>;

const ownUnit = (unitId: string, doing: Doing): Refusal | null =>
  doing.region.units.some((unit) => unit.id === unitId) ? notOwn(doing, unitId) : { code: 'unit-unknown' };

/** "Klopt nog": the ward stands by its figures. One tap. */
export const confirmUnit = async (
  tx: Tx,
  unitId: string,
  source: FigureSource,
  doing: Doing,
): Answer<{ asOf: Instant; source: FigureSource; phase: ReturnType<typeof figurePhase> }> => {
  const foreign = notToTell(doing, unitId, source);
  if (foreign !== null) return refuse(foreign);
  if ((await reportOf(tx, unitId)).kind === 'counts') {
    const wrong = await confirmCounts(tx, unitId, source, doing);
    if (wrong !== null) return refuse(wrong);
  }
  await putFigure(tx, { unitId, at: doing.now, source, actor: doing.actor.id });
  await endDoubts(tx, { unitId, id: null }, 'right', doing.now);
  await endDoubtClosures(tx, unitId, doing.now);
  await record(tx, [unitLine(doing, 'confirmed', unitId, { source })]);
  return ok({
    asOf: doing.now,
    source,
    phase: figurePhase(doing.now, source, doing.now, doing.region.agreement),
  });
};

/** Closes one place or a number of them. People stay in bed; who was planned there is displaced. */
export const closePlaces = async (
  tx: Tx,
  act: {
    unitId: string;
    placeId: string | null;
    places: number;
    reason: ClosureReason;
    from: Instant;
    until: Instant;
  },
  doing: Doing,
): Answer<{ closureId: string; displaced: number }> => {
  const foreign = ownUnit(act.unitId, doing);
  if (foreign !== null) return refuse(foreign);
  if (act.until <= act.from) return refuse({ code: 'end-before-start' });
  const locked = await lockUnit(tx, act.unitId, doing.now);
  if (act.placeId !== null && !locked.places.some((place) => place.id === act.placeId))
    return refuse({ code: 'place-unknown' });
  if (act.places > locked.places.length) return refuse({ code: 'more-than-there-are' });
  const closure: Closure = {
    id: newId(),
    unitId: act.unitId,
    placeId: act.placeId,
    places: act.placeId === null ? act.places : 1,
    reason: act.reason,
    during: { from: act.from, until: act.until },
  };
  const here = locked.claims.filter((claim) => claim.placeId === act.placeId);
  const displaced = displacedBy(here, closure.during, null, doing.now);
  await displaceClaims(tx, displaced, doing.now);
  await insertClosure(tx, closure);
  await endDoubts(tx, { unitId: act.unitId, id: null }, 'corrected', doing.now);
  await record(tx, [
    unitLine(doing, 'closed', act.unitId, {
      closureId: closure.id,
      placeId: act.placeId,
      places: closure.places,
      reason: act.reason,
      ...closure.during,
    }),
    ...displaced.map((claim) => claimLine(doing, 'displaced', claim, act.unitId)),
  ]);
  return ok({ closureId: closure.id, displaced: displaced.length });
};

/** Opens what was closed, now. */
export const endClosure = async (
  tx: Tx,
  closureId: string,
  doing: Doing,
): Answer<{ closureId: string; displaced: number }> => {
  const closure = await closureById(tx, closureId);
  if (closure === null) return refuse({ code: 'closure-unknown' });
  const foreign = ownUnit(closure.unitId, doing);
  if (foreign !== null) return refuse(foreign);
  if (closure.during.until <= doing.now) return ok({ closureId, displaced: 0 });
  await lockUnit(tx, closure.unitId, doing.now);
  // A closure that had not begun leaves a trace of one millisecond, so that the row keeps its facts.
  const until = contains(closure.during, doing.now)
    ? Math.max(doing.now, closure.during.from + 1)
    : closure.during.from + 1;
  await updateClosure(tx, { ...closure, during: { from: closure.during.from, until } });
  await record(tx, [unitLine(doing, 'opened', closure.unitId, { closureId, placeId: closure.placeId })]);
  return ok({ closureId, displaced: 0 });
};

/** Says how many places have staff in a half-day. */
export const staffUnit = async (
  tx: Tx,
  act: { unitId: string; day: Day; halfDay: HalfDay; staffed: number },
  doing: Doing,
): Answer<{ unitId: string; day: Day; halfDay: HalfDay; staffed: number }> => {
  const foreign = ownUnit(act.unitId, doing);
  if (foreign !== null) return refuse(foreign);
  const locked = await lockUnit(tx, act.unitId, doing.now);
  if (act.staffed > locked.places.length) return refuse({ code: 'more-than-there-are' });
  await putStaffing(tx, act);
  await record(tx, [
    unitLine(doing, 'staffed', act.unitId, { day: act.day, halfDay: act.halfDay, staffed: act.staffed }),
  ]);
  return ok(act);
};

/** Gives back holds that ran out, so that the diary says so too. Nothing depends on it: every command sweeps for itself. */
export const sweepHolds = async (tx: Tx, doing: Doing): Promise<number> => {
  const places = await expiredHolds(tx, doing.now);
  const { swept } = places.length === 0 ? { swept: [] } : await lockSwept(tx, places, doing);
  await record(tx, swept);
  await endIdleExtras(tx, null, doing);
  return swept.length;
};
