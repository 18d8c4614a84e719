import { isoFromInstant } from '#kernel/calendar.ts';
import { counts } from '#kernel/freshness.ts';
import { DAY, type Instant } from '#kernel/interval.ts';
import type { Picture, UnitLook } from '#modules/capacity/index.ts';
import { openRequestIds, subjectsOf, viewRequests } from '#modules/placement/index.ts';
import type { Tx } from '#platform/db/database.ts';
import { first } from '#platform/db/sql.ts';
import { stamp } from '#platform/db/types.ts';
import type { Actor } from '#platform/http/actor.ts';
import { isoOrNull, phaseOf, unitFigure } from './board.ts';
import type { Queue } from './contract.ts';
import { isDisplaced } from './displaced.ts';

/** Who has least time stands first; without a deadline the longest waiting. */
const byTimeLeft = (a: Queue['requests'][number], b: Queue['requests'][number]): number => {
  const [left, right] = [a.dueAt ?? '9', b.dueAt ?? '9'];
  if (left !== right) return left < right ? -1 : 1;
  return a.sentAt < b.sentAt ? -1 : 1;
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

const displacedPlans = async (
  tx: Tx,
  picture: Picture,
  looks: readonly UnitLook[],
  now: Instant,
): Promise<Queue['displaced']> => {
  const where = whereOf(picture);
  const found = looks.flatMap((look) =>
    look.facts.claims
      .filter((claim) => claim.during.until > now && isDisplaced(claim, look.facts.claims, now))
      .map((claim) => ({
        claim,
        look,
        code: look.facts.places.find((place) => place.id === claim.placeId)?.code ?? '',
      })),
  );
  const subjects = await subjectsOf(
    tx,
    found.map((each) => each.claim.id),
  );
  return found
    .sort((a, b) => a.claim.during.from - b.claim.during.from)
    .map(({ claim, look, code }) => {
      const { unit, site } = where(look.facts.unitId);
      return {
        claimId: claim.id,
        unitId: look.facts.unitId,
        unit,
        site,
        placeCode: code,
        from: isoFromInstant(claim.during.from),
        requestId: subjects.get(claim.id)?.requestId ?? null,
      };
    });
};

const lastPlaced = async (tx: Tx, now: Instant): Promise<Instant | null> => {
  const row = await first<{ at: Instant | null }>(
    tx,
    'select max(accepted_at) as at from placement_request_view where accepted_at > $1',
    [stamp(now - 7 * DAY)],
  );
  return row?.at ?? null;
};

/** What the desk watches over: who waits, which figures to call for, whose bed was lost. */
export const queueOf = async (
  tx: Tx,
  picture: Picture,
  ask: { readonly actor: Actor; readonly now: Instant },
): Promise<Queue> => {
  const { now } = ask;
  const reader = { organisationId: ask.actor.organisationId, now, region: picture.region };
  const requests = await viewRequests(tx, reader, await openRequestIds(tx));
  const looks = [...picture.unitsOfSite.values()].flat().flatMap((unitId) => picture.look(unitId, now) ?? []);
  return {
    requests: requests.sort(byTimeLeft),
    staleUnits: staleUnits(picture, looks),
    displaced: await displacedPlans(tx, picture, looks, now),
    lastPlacedAt: isoOrNull(await lastPlaced(tx, now)),
  };
};
