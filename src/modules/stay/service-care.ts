import { localDay } from '#kernel/calendar.ts';
import type { Product } from '#kernel/product.ts';
import { ok, refuse } from '#kernel/result.ts';
import { type Doing, otherCareOnPlace } from '#modules/capacity/index.ts';
import type { Tx } from '#platform/db/database.ts';
import { record } from '#platform/diary/diary.ts';
import { countedFrom, lengthOf } from './decide/length.ts';
import { stayLine } from './doing.ts';
import { pathwayNow } from './pathways.ts';
import { keepWithin, lengthOfStay } from './service-length.ts';
import { openReadStay, type StayResult } from './service-open.ts';
import { planStay } from './service-planning.ts';
import { insertCourse, skipTasks, updateStay } from './store.ts';
import { cancelMeetings } from './store-meeting.ts';

/** Said of what was planned for a care that ended; people read it. */
const OTHER_CARE = 'Niet meer nodig: de zorg is veranderd.';

/**
 * From today on somebody is here for another care, under the pathway of today; what came before keeps its own. Where that
 * begins to count anew, its plan begins too, and what was still planned for the other care does not take place.
 */
export const changeCare = async (
  tx: Tx,
  act: { readonly stayId: string; readonly version: number; readonly product: Product },
  doing: Doing,
): StayResult => {
  const found = await openReadStay(tx, act.stayId, act.version, doing);
  if (!found.ok) return found;
  const stay = found.value;
  const { product } = act;
  const { courses, extensions } = await lengthOfStay(tx, stay);
  const last = courses.at(-1);
  if (last?.product === product) return refuse({ code: 'same-care' });
  const changed = await otherCareOnPlace(tx, { claimId: stay.claimId, product }, doing);
  if (!changed.ok) return changed;
  const pathway = await pathwayNow(tx, product);
  const fromDay = localDay(doing.now, stay.zone);
  const at = Math.max(doing.now, (last?.at ?? 0) + 1);
  const course = { fromDay, product, pathwayVersion: pathway.version, at };
  await insertCourse(tx, stay.id, course, doing.actor.id);
  await updateStay(tx, stay);
  const all = [...courses, course];
  if (countedFrom(all) === course) {
    await cancelMeetings(tx, stay.id, OTHER_CARE);
    await skipTasks(tx, stay.id, OTHER_CARE);
    await planStay(tx, { id: stay.id, zone: stay.zone, arrivedDay: fromDay }, pathway);
  }
  await record(tx, [stayLine(doing, 'care-changed', stay, { product })]);
  await keepWithin(tx, stay, { pathway, lastDay: lengthOf(pathway, all, extensions).lastDay }, doing);
  return ok(stay);
};
