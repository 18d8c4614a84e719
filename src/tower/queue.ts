import { isoFromInstant } from '#kernel/calendar.ts';
import { counts } from '#kernel/freshness.ts';
import { DAY, type Instant } from '#kernel/interval.ts';
import type { Picture, UnitLook } from '#modules/capacity/index.ts';
import { type Booked, dueOf, type OpenSearch, type Strips, type StripsAt } from '#modules/placement/index.ts';
import { isoOrNull, phaseOf, unitFigure } from './board.ts';
import type { Queue } from './contract.ts';
import { isDisplaced } from './displaced.ts';

/** The place of each request in the row: who has least time stands first; without a deadline the longest waiting. */
export const byDue = (all: readonly Booked[], at: StripsAt): Map<string, number> => {
  const keyed = all.map((booked) => {
    const due = dueOf(booked, at) ?? Number.POSITIVE_INFINITY;
    return { id: booked.requestId, due, sentAt: booked.request.sentAt };
  });
  keyed.sort((a, b) => (a.due === b.due ? a.sentAt - b.sentAt || (a.id < b.id ? -1 : 1) : a.due - b.due));
  return new Map(keyed.map(({ id }, rank) => [id, rank]));
};

interface Where {
  readonly unit: string;
  readonly site: string;
  readonly phone: string;
}

const whereOf = (picture: Picture): ((unitId: string) => Where) => {
  const { region } = picture;
  const sites = new Map(region.sites.map((site) => [site.id, site]));
  const units = new Map(region.units.map((unit) => [unit.id, unit]));
  return (unitId) => {
    const unit = units.get(unitId);
    const site = sites.get(unit?.siteId ?? '');
    return { unit: unit?.name ?? '', site: site?.name ?? '', phone: unit?.phone ?? site?.phone ?? '' };
  };
};

const staleUnits = (picture: Picture, looks: readonly UnitLook[]): Queue['staleUnits'] => {
  const where = whereOf(picture);
  return looks.flatMap((look) => {
    if (counts(phaseOf(look))) return [];
    return [{ unitId: look.facts.unitId, ...where(look.facts.unitId), figure: unitFigure(look) }];
  });
};

const displacedPlans = (
  picture: Picture,
  looks: readonly UnitLook[],
  requestOf: ReadonlyMap<string, string>,
  now: Instant,
): Queue['displaced'] => {
  const where = whereOf(picture);
  return looks
    .flatMap(({ facts }) =>
      facts.claims
        .filter((claim) => claim.during.until > now && isDisplaced(claim, facts.claims, now))
        .map((claim) => ({ claim, facts })),
    )
    .sort((a, b) => a.claim.during.from - b.claim.during.from)
    .map(({ claim, facts }) => {
      const { unit, site } = where(facts.unitId);
      return {
        claimId: claim.id,
        unitId: facts.unitId,
        unit,
        site,
        placeCode: facts.places.find((place) => place.id === claim.placeId)?.code ?? '',
        from: isoFromInstant(claim.during.from),
        requestId: requestOf.get(claim.id) ?? null,
      };
    });
};

/** Which open request stands behind a claim. */
const requestsOfClaims = (all: readonly Booked[]): Map<string, string> =>
  new Map(
    all.flatMap(({ requestId, offers }) =>
      offers.flatMap(({ claimId }): [string, string][] => (claimId === null ? [] : [[claimId, requestId]])),
    ),
  );

/** How all units of the region stand. */
const looksOf = (picture: Picture, now: Instant): UnitLook[] =>
  [...picture.unitsOfSite.values()].flat().flatMap((unitId) => picture.look(unitId, now) ?? []);

/** Until when the part of the queue that beds decide stays true, unless the diary tells something new. */
export const bedsHoldUntil = (picture: Picture, now: Instant): Instant =>
  Math.min(...looksOf(picture, now).map(({ until }) => until));

/** What the queue is drawn from: the open requests that the reader may see, and when a place was given last. */
export interface QueueFrom {
  readonly requests: readonly Booked[];
  readonly lastPlacedAt: Instant | null;
}

/** What the desk watches over: who waits and where they could go, which figures to call for, whose bed was lost. */
export const queueOf = (
  { picture, open, strips }: { picture: Picture; open: OpenSearch; strips: Strips },
  from: QueueFrom,
  now: Instant,
): Queue => {
  const looks = looksOf(picture, now);
  const rank = byDue(from.requests, { region: picture.region, now });
  const placed = from.lastPlacedAt;
  return {
    requests: strips
      .draw(from.requests, open, now)
      .sort((a, b) => (rank.get(a.id) ?? 0) - (rank.get(b.id) ?? 0)),
    staleUnits: staleUnits(picture, looks),
    displaced: displacedPlans(picture, looks, requestsOfClaims(from.requests), now),
    lastPlacedAt: isoOrNull(placed !== null && placed > now - 7 * DAY ? placed : null),
  };
};
