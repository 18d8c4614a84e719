import { localDay, plusDays } from '#kernel/calendar.ts';
import { DAY, MINUTE } from '#kernel/interval.ts';
import { type Product, USUAL_DAYS } from '#kernel/product.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import type { Tx } from '#platform/db/database.ts';
import { newId } from '#platform/db/ids.ts';
import { record } from '#platform/diary/diary.ts';
import { type RosterLine, rosteredDays } from './decide/roster.ts';
import { standings } from './decide/standing.ts';
import { type Doing, notOwn, siteOf, unitLine } from './doing.ts';
import { factsOf, lockUnit } from './store.ts';
import {
  type Doubt,
  endDoubts,
  insertDoubt,
  openDoubts,
  overdueDoubts,
  putRoster,
  putRostered,
  rosterOf,
  rostersEnding,
} from './store-ward.ts';
import { insertClosure } from './store-write.ts';

type Answer<T> = Promise<Result<T, Refusal>>;

/** So far ahead the days of a roster are written; a week before they run out, they are written on. */
const AHEAD = 28;
const RENEW_WITHIN = 21;
/** Beds nobody answered for stay closed this long, or until the ward says that they are right. */
const CLOSED_FOR = DAY;

const known = (doing: Doing, unitId: string): boolean =>
  doing.region.units.some((unit) => unit.id === unitId);

const writeDays = async (
  tx: Tx,
  unitId: string,
  week: readonly RosterLine[],
  doing: Doing,
): Promise<void> => {
  const today = localDay(doing.now, siteOf(doing.region, unitId).zone);
  await putRostered(tx, unitId, today, rosteredDays(unitId, week, today, AHEAD));
};

/** The ward says its ordinary week: how many places have staff in which half-day. Single half-days said apart stay. */
export const setRoster = async (
  tx: Tx,
  unitId: string,
  week: readonly RosterLine[],
  doing: Doing,
): Answer<readonly RosterLine[]> => {
  if (!known(doing, unitId)) return refuse({ code: 'unit-unknown' });
  const foreign = notOwn(doing, unitId);
  if (foreign !== null) return refuse(foreign);
  const locked = await lockUnit(tx, unitId, doing.now);
  if (week.some((line) => line.staffed > locked.places.length))
    return refuse({ code: 'more-than-there-are' });
  await putRoster(tx, unitId, week);
  await writeDays(tx, unitId, week, doing);
  await record(tx, [unitLine(doing, 'rostered', unitId, { lines: week.length })]);
  return ok(week);
};

/** Writes the days of rosters on, before they run out. Nobody needs to think of it. */
export const extendRosters = async (tx: Tx, doing: Doing): Promise<number> => {
  const units = await rostersEnding(tx, plusDays(localDay(doing.now, 'UTC'), RENEW_WITHIN));
  for (const unitId of units.filter((each) => known(doing, each))) {
    await writeDays(tx, unitId, await rosterOf(tx, unitId), doing);
    await record(tx, [unitLine(doing, 'rostered', unitId, { renewed: true })]);
  }
  return units.length;
};

/** "Klopt niet": who called heard otherwise. The ward looks within the agreed time; asked twice is asked once. */
export const doubtUnit = async (
  tx: Tx,
  about: { readonly unitId: string; readonly product: Product },
  doing: Doing,
): Answer<Doubt> => {
  if (!known(doing, about.unitId)) return refuse({ code: 'unit-unknown' });
  const answerBy = doing.now + doing.region.agreement.goneMinutes * MINUTE;
  const doubt: Doubt = { id: newId(), ...about, at: doing.now, answerBy };
  const by = { organisationId: doing.actor.organisationId, actor: doing.actor.id };
  const made = await insertDoubt(tx, doubt, by);
  if (made === null) {
    const open = (await openDoubts(tx, about.unitId)).find((each) => each.product === about.product);
    return ok(open ?? doubt);
  }
  await record(tx, [
    unitLine(doing, 'doubted', about.unitId, { doubtId: made.id, product: about.product, answerBy }),
  ]);
  return ok(made);
};

/** How many places of the unit are free for the product, by what is under lock. */
const freePlaces = async (tx: Tx, doubt: Doubt, doing: Doing): Promise<string[]> => {
  const locked = await lockUnit(tx, doubt.unitId, doing.now);
  const facts = factsOf(locked, doubt.unitId, siteOf(doing.region, doubt.unitId).zone);
  const limits = doing.region.agreement;
  const usual = USUAL_DAYS[doubt.product] * DAY;
  const stand = standings(facts, {
    now: doing.now,
    limits,
    usual,
    admitsFrom: doing.now,
    product: doubt.product,
  });
  return facts.places.flatMap((place, i) =>
    stand[i]?.state === 'free' && place.products.includes(doubt.product) ? place.id : [],
  );
};

/** Answers whether it was this one that ended the doubt: the ward, or another server, may have just been first. */
const closeDoubted = async (tx: Tx, doubt: Doubt, doing: Doing): Promise<boolean> => {
  const places = await freePlaces(tx, doubt, doing);
  const ended = await endDoubts(tx, { unitId: doubt.unitId, id: doubt.id }, 'silent', doing.now);
  if (ended === 0) return false;
  const during = { from: doing.now, until: doing.now + CLOSED_FOR };
  for (const placeId of places) {
    await insertClosure(tx, {
      id: newId(),
      unitId: doubt.unitId,
      placeId,
      places: 1,
      reason: 'doubted',
      during,
    });
  }
  await record(tx, [
    unitLine(doing, 'doubt-silent', doubt.unitId, {
      doubtId: doubt.id,
      product: doubt.product,
      places: places.length,
    }),
  ]);
  return true;
};

/** Nobody looked in time: what was shown as free is no longer offered, until the ward says how it is. */
export const expireDoubts = async (tx: Tx, doing: Doing): Promise<number> => {
  let closed = 0;
  for (const doubt of await overdueDoubts(tx, doing.now))
    if (await closeDoubted(tx, doubt, doing)) closed += 1;
  return closed;
};
