import type { FigureSource } from '#kernel/freshness.ts';
import { type Instant, MINUTE } from '#kernel/interval.ts';
import type { Product } from '#kernel/product.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import type { Tx } from '#platform/db/database.ts';
import { record } from '#platform/diary/diary.ts';
import { leftOf } from './decide/counted.ts';
import { isLive, isPresent } from './decide/standing.ts';
import { type Doing, notOwn, notToTell, siteOf, unitLine } from './doing.ts';
import { keepFresh } from './seize.ts';
import { lockSwept } from './service-hold.ts';
import { factsOf, lockUnit, unitOfPlace } from './store.ts';
import { flexOf, putProducts, putPublished, putReport, reportOf } from './store-counts.ts';
import { endDoubtClosures, endDoubts } from './store-ward.ts';
import { putFigure } from './store-write.ts';
import { type CapacityCode, EXTRA, type Published, type UnitFacts } from './types.ts';

type Answer<T> = Promise<Result<T, Refusal>>;

/** Clocks run apart: a number from a few minutes ahead is from now. */
const AHEAD = 5 * MINUTE;

/** Numbers as a house tells them: each product once. */
export interface Counts {
  readonly unitId: string;
  readonly numbers: readonly { readonly product: Product; readonly free: number }[];
  /** As of when they were right. */
  readonly asOf: Instant;
  /** Until when the house stands by them; null: as long as the region trusts a figure. */
  readonly freshUntil: Instant | null;
  readonly source: FigureSource;
}

/** The numbers of a unit with what each still opens now. */
export interface CountsNow {
  readonly unitId: string;
  readonly numbers: readonly (Published & { readonly left: number })[];
}

const placesFor = (facts: UnitFacts, product: Product): number =>
  facts.places.filter((place) => place.products.includes(product) && !place.labels.includes(EXTRA)).length;

/** Can these numbers be right? Each for care the unit gives, no more than it has places, not from tomorrow. */
const wrongIn = (facts: UnitFacts, counts: Counts, now: Instant): Refusal<CapacityCode> | null => {
  if (counts.asOf > now + AHEAD) return { code: 'in-the-future' };
  if (counts.freshUntil !== null && counts.freshUntil <= counts.asOf) return { code: 'end-before-start' };
  for (const { product, free } of counts.numbers) {
    const places = placesFor(facts, product);
    if (places === 0) return { code: 'product-not-here' };
    if (free > places) return { code: 'more-than-there-are' };
    const known = facts.published?.find((each) => each.product === product);
    if (known !== undefined && known.asOf > counts.asOf) return { code: 'older-figure' };
  }
  return null;
};

const countsNow = (facts: UnitFacts, now: Instant): CountsNow => {
  const live = facts.claims.filter((claim) => isLive(claim, now));
  const numbers = (facts.published ?? []).map((told) => ({ ...told, left: leftOf(facts, told, live) }));
  return { unitId: facts.unitId, numbers };
};

const lockedFacts = async (tx: Tx, unitId: string, doing: Doing): Promise<UnitFacts> =>
  factsOf(await lockUnit(tx, unitId, doing.now), unitId, siteOf(doing.region, unitId).zone);

/**
 * A house publishes its numbers. A unit that never stood by its beds reports counts from its first number on; one that
 * tells its beds has to choose that first.
 */
export const publishCounts = async (tx: Tx, counts: Counts, doing: Doing): Answer<CountsNow> => {
  const foreign = notToTell(doing, counts.unitId, counts.source);
  return foreign === null ? writeCounts(tx, counts, doing) : refuse(foreign);
};

/** The same, whoever brings them: a file that somebody of the region took in. */
export const writeCounts = async (tx: Tx, counts: Counts, doing: Doing): Answer<CountsNow> => {
  const { unitId, freshUntil, source } = counts;
  const { kind, stoodBy } = await reportOf(tx, unitId);
  if (kind === 'beds' && stoodBy) return refuse<Refusal<CapacityCode>>({ code: 'tells-its-beds' });
  const facts = await lockedFacts(tx, unitId, doing);
  const wrong = wrongIn(facts, counts, doing.now);
  if (wrong !== null) return refuse(wrong);
  if (kind === 'beds') await putReport(tx, unitId, 'counts');
  const asOf = Math.min(counts.asOf, doing.now);
  const numbers = counts.numbers.map((each): Published => ({ ...each, asOf, freshUntil, source }));
  const told = numbers.map((each) => each.product);
  const others = (facts.published ?? []).filter((each) => !told.includes(each.product));
  await putPublished(tx, unitId, numbers, doing.actor.id);
  const last = Math.max(asOf, ...others.map((each) => each.asOf));
  await putFigure(tx, { unitId, at: last, source, actor: doing.actor.id });
  // Who doubted the last number got a new one.
  await endDoubts(tx, { unitId, id: null }, 'corrected', doing.now);
  await endDoubtClosures(tx, unitId, doing.now);
  await record(tx, [
    unitLine(doing, 'counted', unitId, { numbers: counts.numbers, asOf, freshUntil, source }),
  ]);
  return ok(countsNow({ ...facts, published: [...others, ...numbers] }, doing.now));
};

/**
 * "Klopt nog" of a house that reports counts: what its screen shows now is right. The claims made since are taken off
 * first, otherwise standing by an old number would open their places again.
 */
export const confirmCounts = async (
  tx: Tx,
  unitId: string,
  source: FigureSource,
  doing: Doing,
): Promise<Refusal<CapacityCode> | null> => {
  const { numbers } = countsNow(await lockedFacts(tx, unitId, doing), doing.now);
  if (numbers.length === 0) return { code: 'no-count-yet' };
  const asOf = doing.now;
  const again = numbers.map(({ product, left }) => ({ product, free: left, asOf, freshUntil: null, source }));
  await putPublished(tx, unitId, again, doing.actor.id);
  return null;
};

/** How a unit reports from now on: its beds one by one, or numbers. Its last numbers stay known. */
export const chooseReport = async (
  tx: Tx,
  act: { readonly unitId: string; readonly kind: 'beds' | 'counts' },
  doing: Doing,
): Answer<{ unitId: string; kind: 'beds' | 'counts' }> => {
  const foreign = doing.region.units.some((unit) => unit.id === act.unitId)
    ? notOwn(doing, act.unitId)
    : ({ code: 'unit-unknown' } as const);
  if (foreign !== null) return refuse(foreign);
  await lockUnit(tx, act.unitId, doing.now);
  await putReport(tx, act.unitId, act.kind);
  await record(tx, [unitLine(doing, 'reports', act.unitId, { kind: act.kind })]);
  return ok(act);
};

/** A flex bed becomes a bed for other care. Who lies in it stays; who is promised it for care it no longer gives comes first. */
export const changeProducts = async (
  tx: Tx,
  act: { readonly placeId: string; readonly products: readonly Product[] },
  doing: Doing,
): Answer<{ placeId: string; products: Product[] }> => {
  const { placeId, products } = act;
  const unitId = await unitOfPlace(tx, placeId);
  if (unitId === null) return refuse({ code: 'place-unknown' });
  const foreign = notOwn(doing, unitId);
  if (foreign !== null) return refuse(foreign);
  const { locked, swept } = await lockSwept(tx, [placeId], doing);
  await record(tx, swept);
  const flex = await flexOf(tx, placeId);
  if (flex === null || products.some((product) => !flex.includes(product)))
    return refuse<Refusal<CapacityCode>>({ code: 'not-flex' });
  const promised = locked.claims.some(
    (claim) =>
      claim.placeId === placeId &&
      claim.kind !== 'cleaning' &&
      isLive(claim, doing.now) &&
      !isPresent(claim) &&
      !products.includes(claim.product),
  );
  if (promised) return refuse<Refusal<CapacityCode>>({ code: 'bed-promised' });
  await putProducts(tx, placeId, products);
  await record(tx, [unitLine(doing, 'flexed', unitId, { placeId, products })]);
  await keepFresh(tx, unitId, doing);
  return ok({ placeId, products: [...products] });
};
