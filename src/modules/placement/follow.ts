import type { Instant } from '#kernel/interval.ts';
import type { Doing } from '#modules/capacity/index.ts';
import type { Tx } from '#platform/db/database.ts';
import type { WrittenEntry } from '#platform/diary/diary.ts';
import { expireOffer } from './service-offer.ts';
import { followDeparture, reportDisplaced } from './service-request.ts';
import { followClaim, offerOfClaim, overdueOfferIds } from './store-read.ts';

/** What happened on the beds and changes a request: somebody left, was moved, or lost the planned bed. Safe to hear twice. */
export const followCapacity = async (tx: Tx, line: WrittenEntry, doing: Doing): Promise<void> => {
  if (line.room !== 'capacity') return;
  const found = await offerOfClaim(tx, line.subject);
  if (found === null) return;
  if (line.event === 'left') {
    const destination = String(line.body['destination'] ?? 'elsewhere');
    await followDeparture(
      tx,
      found.requestId,
      { at: Number(line.body['until']) as Instant, destination },
      doing,
    );
  }
  if (line.event === 'displaced') await reportDisplaced(tx, found.requestId, doing);
  if (line.event === 'moved')
    await followClaim(tx, line.subject, String(line.body['to']), String(line.body['toPlaceId']));
};

/** Offers whose time is up, for the sweeper. */
export const expireOffers = async (tx: Tx, doing: Doing): Promise<number> => {
  const ids = await overdueOfferIds(tx, doing.now);
  for (const id of ids) await expireOffer(tx, id, doing);
  return ids.length;
};
