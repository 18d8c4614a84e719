import { localDay } from '#kernel/calendar.ts';
import type { Instant } from '#kernel/interval.ts';
import { type Offer, REFUSALS, type Request } from '#modules/placement/types.ts';
import { isPending } from './offer.ts';

/** A ward that cannot now may be asked again another day; whoever cannot, or did not answer, is not. */
const mayAskAgain = (offer: Offer, now: Instant, zone: string): boolean => {
  if (offer.state !== 'refused' || offer.refusalCode === null) return false;
  if (REFUSALS[offer.refusalCode] === 'cannot') return false;
  return localDay(offer.answeredAt ?? offer.sentAt, zone) < localDay(now, zone);
};

/** Wards that are not asked again for this request now. */
export const triedUnits = (offers: readonly Offer[], now: Instant, zone: string): ReadonlySet<string> =>
  new Set(offers.filter((offer) => !mayAskAgain(offer, now, zone)).map((offer) => offer.unitId));

/** Is there room for one more question, asked by itself? The agreement and who asked must both want that. */
export const mayAskOn = (
  request: Request,
  offers: readonly Offer[],
  rules: { readonly autoNext: boolean; readonly parallelOffers: number },
): boolean =>
  rules.autoNext &&
  request.askNext &&
  (request.state === 'searching' || request.state === 'offered') &&
  offers.filter(isPending).length < rules.parallelOffers;
