import { type Day, isoFromInstant, localDay, plusDays } from '#kernel/calendar.ts';
import type { Instant } from '#kernel/interval.ts';
import { type Picture, placeCodes } from '#modules/capacity/index.ts';
import type { UnitFacts } from '#modules/capacity/types.ts';
import { subjectsOf } from '#modules/placement/index.ts';
import { REGION_ZONE } from '#modules/region/index.ts';
import { readinessOf } from '#modules/stay/index.ts';
import type { Tx } from '#platform/db/database.ts';
import { isoOrNull } from './board.ts';
import type { Departures } from './contract-departures.ts';
import { forecastOf, isCertain, type Leave, leavesOf } from './leaving-fold.ts';

/** Which days are looked at. */
export interface DeparturesAsk {
  readonly days: number;
  readonly now: Instant;
}

const unitsOf = (picture: Picture, now: Instant): UnitFacts[] =>
  picture.region.units.flatMap(({ id }) => {
    const look = picture.look(id, now);
    return look === undefined ? [] : [look.facts];
  });

const sitesOf = (picture: Picture, leaves: readonly Leave[], days: readonly Day[]): Departures['sites'] => {
  const siteOf = new Map(picture.region.units.map((unit) => [unit.id, unit.siteId]));
  const perSite = Map.groupBy(leaves, ({ unitId }) => siteOf.get(unitId) ?? '');
  return picture.region.sites.flatMap(({ id, name }) => {
    const own = perSite.get(id);
    if (own === undefined) return [];
    const counts = days.map((day) => own.filter((leave) => leave.day === day).length);
    return [{ siteId: id, site: name, leaves: counts }];
  });
};

/** How many leave on the coming days, per day, care and site: from memory, without asking the database anything. */
export const departuresCount = (picture: Picture, ask: DeparturesAsk) => {
  const today = localDay(ask.now, REGION_ZONE);
  const days = Array.from({ length: ask.days }, (_, index) => plusDays(today, index));
  const leaves = leavesOf(unitsOf(picture, ask.now), days, ask.now);
  const counts = { days: forecastOf(leaves, days), sites: sitesOf(picture, leaves, days) };
  return { leaves, counts: { ...counts, asOf: isoFromInstant(ask.now) } };
};

/** Who leaves, for the desk: no name, but the bed, the age band, what is in the way and what is missing at home. */
export const leaversOf = async (
  tx: Tx,
  picture: Picture,
  leaves: readonly Leave[],
  now: Instant,
): Promise<Departures['leavers']> => {
  const { units, sites } = picture.region;
  const claimIds = leaves.map(({ claimId }) => claimId);
  const [subjects, ready, codes] = await Promise.all([
    subjectsOf(tx, claimIds),
    readinessOf(tx, leaves, now),
    placeCodes(
      tx,
      leaves.map(({ placeId }) => placeId),
    ),
  ]);
  return leaves.map((leave) => {
    const unit = units.find(({ id }) => id === leave.unitId);
    const site = sites.find(({ id }) => id === unit?.siteId);
    const known = ready.get(leave.claimId);
    return {
      stayId: known?.stayId ?? null,
      requestId: subjects.get(leave.claimId)?.requestId ?? null,
      day: leave.day,
      until: isoFromInstant(leave.until),
      latest: isoOrNull(leave.latest),
      certain: isCertain(leave),
      overdue: leave.overdue,
      site: site?.name ?? '',
      unitId: leave.unitId,
      unit: unit?.name ?? '',
      phone: unit?.phone ?? site?.phone ?? '',
      bed: codes.get(leave.placeId) ?? '',
      product: leave.product,
      ageBand: subjects.get(leave.claimId)?.ageBand ?? null,
      barriers: [...(known?.barriers ?? [])],
      missing: [...(known?.missing ?? [])],
      late: [...(known?.late ?? [])],
    };
  });
};
