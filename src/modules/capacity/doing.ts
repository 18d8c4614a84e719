import type { Product } from '#kernel/product.ts';
import type { Instant } from '#kernel/interval.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { admission } from '#modules/region/index.ts';
import type { Region } from '#modules/region/types.ts';
import type { Entry } from '#platform/diary/diary.ts';
import type { Actor } from '#platform/http/actor.ts';
import type { CapacityCode, Claim } from './types.ts';

/** In whose name and at which moment something is done, and the region it is done in. */
export interface Doing {
  readonly actor: Pick<Actor, 'id' | 'organisationId'>;
  readonly now: Instant;
  readonly region: Region;
}

/** The zone of a unit's site, and whose it is. */
export const whereabouts = (region: Region, unitId: string): { siteId: string; zone: string; organisationId: string } => {
  const unit = region.units.find((each) => each.id === unitId);
  const site = region.sites.find((each) => each.id === unit?.siteId);
  if (site === undefined) throw new Error(`unit ${unitId} has no site in the region`);
  return { siteId: site.id, zone: site.zone, organisationId: site.organisationId };
};

/**
 * The first moment from `at` on that the unit's site admits for a product: `null` when the site says nothing about its
 * hours, `undefined` when it says something and admits nobody within two weeks.
 */
export const admitsFrom = (region: Region, unitId: string, product: Product, at: Instant): Instant | null | undefined => {
  const { siteId, zone } = whereabouts(region, unitId);
  const windows = region.windows.filter((window) => window.siteId === siteId);
  const duties = region.duties.filter((duty) => duty.siteId === siteId);
  if (windows.length === 0 && duties.length === 0) return null;
  const open = admission({ windows, duties, zone }, product, at);
  return open.now ? at : (open.nextFrom ?? undefined);
};

/** Is this the actor's own ward? Only its own people change what stands on it. */
export const notOwn = (doing: Doing, unitId: string): Refusal<CapacityCode> | null =>
  whereabouts(doing.region, unitId).organisationId === doing.actor.organisationId ? null : { code: 'other-unit' };

/** A diary line about a claim: which bed, which stretch, never who. */
export const claimLine = (doing: Doing, event: string, claim: Claim, unitId: string): Entry => ({
  at: doing.now,
  room: 'capacity',
  event,
  subject: claim.id,
  unitId,
  organisationId: whereabouts(doing.region, unitId).organisationId,
  actor: doing.actor.id,
  body: { placeId: claim.placeId, kind: claim.kind, product: claim.product, from: claim.during.from, until: claim.during.until },
});

/** A diary line about a unit as a whole. */
export const unitLine = (doing: Doing, event: string, unitId: string, body: Entry['body']): Entry => ({
  at: doing.now,
  room: 'capacity',
  event,
  subject: unitId,
  unitId,
  organisationId: whereabouts(doing.region, unitId).organisationId,
  actor: doing.actor.id,
  body,
});
