import type { FigureSource } from '#kernel/freshness.ts';
import type { Instant } from '#kernel/interval.ts';
import type { Product } from '#kernel/product.ts';
import type { Refusal } from '#kernel/refusal.ts';
import type { Region, Site } from '#modules/region/types.ts';
import type { Tx } from '#platform/db/database.ts';
import type { Entry } from '#platform/diary/diary.ts';
import type { Actor } from '#platform/http/actor.ts';
import { openAdmissions } from './picture-admission.ts';
import type { CapacityCode, Claim } from './types.ts';

/** In whose name and at which moment something is done, and the region it is done in. */
export interface Doing {
  readonly actor: Pick<Actor, 'id' | 'organisationId'>;
  readonly now: Instant;
  readonly region: Region;
}

/** In whose name a route acts, and when. */
export const doingOf = async (
  { regionOf }: { readonly regionOf: (tx: Tx) => Promise<Region> },
  { tx, actor, now }: { readonly tx: Tx; readonly actor: Actor; readonly now: Instant },
): Promise<Doing> => ({ actor, now, region: await regionOf(tx) });

/** What is looked up of a region over and over, made once per region as it was read. */
interface Lookup {
  readonly siteOf: ReadonlyMap<string, Site>;
  readonly admissionAt: ReturnType<typeof openAdmissions>;
}

const lookups = new WeakMap<Region, Lookup>();

const lookupOf = (region: Region): Lookup => {
  const known = lookups.get(region);
  if (known !== undefined) return known;
  const sites = new Map(region.sites.map((site) => [site.id, site]));
  const siteOf = new Map(
    region.units.flatMap((unit) => {
      const site = sites.get(unit.siteId);
      return site === undefined ? [] : [[unit.id, site] as const];
    }),
  );
  const fresh = { siteOf, admissionAt: openAdmissions(region) };
  lookups.set(region, fresh);
  return fresh;
};

/** The site of a unit: its clock, and whose it is. A unit outside the region is a fault of ours. */
export const siteOf = (region: Region, unitId: string): Site => {
  const site = lookupOf(region).siteOf.get(unitId);
  if (site === undefined) throw new Error(`unit ${unitId} has no site in the region`);
  return site;
};

/**
 * The first moment from `at` on that the unit's site admits for a product: `null` when the site says nothing about its
 * hours, `undefined` when it says something and admits nobody within two weeks.
 */
export const admitsFrom = (
  region: Region,
  unitId: string,
  product: Product,
  at: Instant,
): Instant | null | undefined => {
  const open = lookupOf(region).admissionAt(siteOf(region, unitId), product, at);
  if (!open.says) return null;
  return open.now ? at : (open.nextFrom ?? undefined);
};

/** Is this the actor's own ward? Only its own people change what stands on it. */
export const notOwn = (doing: Doing, unitId: string): Refusal<CapacityCode> | null =>
  siteOf(doing.region, unitId).organisationId === doing.actor.organisationId ? null : { code: 'other-unit' };

/**
 * May this actor tell figures of this unit? Its own people may; the desk may pass on what a ward said on the telephone. A
 * tap is for the ward itself.
 */
export const notToTell = (
  doing: Doing,
  unitId: string,
  source: FigureSource,
): Refusal<CapacityCode> | null => {
  if (!doing.region.units.some((unit) => unit.id === unitId)) return { code: 'unit-unknown' };
  const byPhone =
    source === 'phone' && doing.actor.organisationId === doing.region.agreement.deskOrganisationId;
  return byPhone ? null : notOwn(doing, unitId);
};

/** A diary line about a claim: which bed, which stretch, never who. */
export const claimLine = (doing: Doing, event: string, claim: Claim, unitId: string): Entry => ({
  at: doing.now,
  room: 'capacity',
  event,
  subject: claim.id,
  unitId,
  organisationId: siteOf(doing.region, unitId).organisationId,
  actor: doing.actor.id,
  body: {
    placeId: claim.placeId,
    kind: claim.kind,
    product: claim.product,
    from: claim.during.from,
    until: claim.during.until,
  },
});

/** A diary line about a unit as a whole. */
export const unitLine = (doing: Doing, event: string, unitId: string, body: Entry['body']): Entry => ({
  at: doing.now,
  room: 'capacity',
  event,
  subject: unitId,
  unitId,
  organisationId: siteOf(doing.region, unitId).organisationId,
  actor: doing.actor.id,
  body,
});
