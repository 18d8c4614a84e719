import { isoFromInstant } from '#kernel/calendar.ts';
import type { Doing } from '#modules/capacity/index.ts';
import { REGION_ZONE } from '#modules/region/index.ts';
import type { Tx } from '#platform/db/database.ts';
import { type CourseRead, readTables } from './board.ts';
import type { FreeMoment } from './contract-plan.ts';
import { momentIn } from './decide/offer.ts';
import { choiceFrom } from './service-choices.ts';
import { halfDaysById } from './store-half-day.ts';
import { openOffers } from './store-offer.ts';

/** What came free in a room and for whom, as it can be given now: what is not possible any more is left out. */
export const viewOffers = async (
  tx: Tx,
  unitId: string,
  reads: readonly CourseRead[],
  doing: Doing,
): Promise<FreeMoment[]> => {
  const offers = await openOffers(tx, unitId, doing.now);
  if (offers.length === 0) return [];
  const halfDays = await halfDaysById(tx, [...new Set(offers.map(({ halfDayId }) => halfDayId))]);
  const orders = reads.map(({ order }) => order);
  const tables = await readTables(tx, halfDays, [unitId], orders);
  return offers.flatMap(({ id, halfDayId, visitId, because, since }) => {
    const halfDay = halfDays.find((each) => each.id === halfDayId);
    const read = reads.find(({ course }) => course.coming.some((visit) => visit.id === visitId));
    const visit = read?.course.coming.find((each) => each.id === visitId);
    if (halfDay === undefined || read === undefined || visit?.state !== 'to-plan') return [];
    const moment = momentIn(tables, { ...read, visit }, halfDay, { now: doing.now, zone: REGION_ZONE });
    if (moment === null) return [];
    const choice = choiceFrom({ ...tables, halfDays: [halfDay] }, moment, { read, visit }, 1);
    return [{ id, because, since: isoFromInstant(since), visitId, choice }];
  });
};
