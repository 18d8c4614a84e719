import { metresBetween, type Point } from '#kernel/geo.ts';
import type { Doing } from '#modules/capacity/index.ts';
import type { Organisation, Region, Site, Unit } from '#modules/region/types.ts';
import type { Entry } from '#platform/diary/diary.ts';
import type { Offer, Request } from './types.ts';

/** A unit with its site and organisation. */
export interface Address {
  readonly unit: Unit;
  readonly site: Site;
  readonly organisation: Organisation;
}

/** Where a unit is; a unit outside the region is a fault of ours. */
export const addressOf = (region: Region, unitId: string): Address => {
  const unit = region.units.find((each) => each.id === unitId);
  const site = region.sites.find((each) => each.id === unit?.siteId);
  const organisation = region.organisations.find((each) => each.id === site?.organisationId);
  if (unit === undefined || site === undefined || organisation === undefined)
    throw new Error(`unit ${unitId} is not in the region`);
  return { unit, site, organisation };
};

/** The centre of a postcode; null when it is not given or not of this region. */
export const pointOf = (region: Region, pc4: string | null): Point | null =>
  pc4 === null ? null : (region.postcodes.get(pc4) ?? null);

/** From somebody's postcode to a site, in whole hundreds of metres, so that it tells a distance and not an address. */
export const distanceTo = (region: Region, pc4: string | null, site: Point): number | null => {
  const home = pointOf(region, pc4);
  return home === null ? null : Math.round(metresBetween(home, site) / 100) * 100;
};

/** Everyone who is a party to a request: they, and only they, hear that it changed. */
const partiesOf = (region: Region, request: Request, offers: readonly Offer[]): string[] => [
  ...new Set([
    request.referrerOrg,
    region.agreement.deskOrganisationId,
    ...offers.map((offer) => offer.organisationId),
  ]),
];

/** Does the one who acts ask: who sent the request, or the desk for the region? */
export const asks = (request: Pick<Request, 'referrerOrg'>, doing: Doing): boolean =>
  [request.referrerOrg, doing.region.agreement.deskOrganisationId].includes(doing.actor.organisationId);

/** A diary line about a request: codes and moments, never who it is. */
export const requestLine = (
  doing: Doing,
  event: string,
  about: { readonly request: Request; readonly offers: readonly Offer[]; readonly offer?: Offer },
  body: Entry['body'] = {},
): Entry => ({
  at: doing.now,
  room: 'placement',
  event,
  subject: about.request.id,
  unitId: about.offer?.unitId ?? null,
  organisationId: about.request.referrerOrg,
  actor: doing.actor.id,
  body: {
    ...(about.offer === undefined ? {} : { offerId: about.offer.id, siteId: about.offer.siteId }),
    ...body,
    organisations: partiesOf(doing.region, about.request, about.offers),
  },
});
