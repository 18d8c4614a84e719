import { type FigurePhase, type FreshnessLimits, figurePhase } from '#kernel/freshness.ts';
import { contains, type Instant } from '#kernel/interval.ts';
import type { Product } from '#kernel/product.ts';
import {
  type Claim,
  EXTRA,
  type Figure,
  type Place,
  type Published,
  type UnitFacts,
} from '#modules/capacity/types.ts';

/** What a house said of a product; null when the unit tells its beds, or never said anything of it. */
const publishedFor = (facts: UnitFacts, product: Product): Published | null =>
  facts.published?.find((each) => each.product === product) ?? null;

/** The figure that speaks for a product of a unit: its number when it reports counts, else that of the unit. */
export const figureFor = (facts: UnitFacts, product: Product): Figure | null =>
  facts.published === null ? facts.figure : publishedFor(facts, product);

/** How far the figure of a product can be trusted. A number is never fresher than the house itself says. */
export const phaseFor = (
  facts: UnitFacts,
  product: Product,
  now: Instant,
  limits: FreshnessLimits,
): FigurePhase => {
  const ends = publishedFor(facts, product)?.freshUntil ?? null;
  if (ends !== null && ends <= now) return 'too-old';
  const figure = figureFor(facts, product);
  return figurePhase(figure?.asOf ?? null, figure?.source ?? null, now, limits);
};

/** The numbered places of a product; one that was made for one person alone is beyond what the house counts. */
const numbered = (facts: UnitFacts, product: Product): Place[] =>
  facts.places.filter((place) => place.products.includes(product) && !place.labels.includes(EXTRA));

/** Claims a number does not know of yet: made since, on places that serve its product. A shared bed counts in each. */
const madeSince = (facts: UnitFacts, published: Published, live: readonly Claim[]): number => {
  const serving = new Set(numbered(facts, published.product).map((place) => place.id));
  return live.filter(
    (claim) => claim.kind !== 'cleaning' && serving.has(claim.placeId) && claim.madeAt >= published.asOf,
  ).length;
};

/** How many places the number of a product still opens: what was told, less the claims made since. */
export const leftOf = (facts: UnitFacts, published: Published, live: readonly Claim[]): number =>
  Math.max(0, published.free - madeSince(facts, published, live));

/**
 * The places a published number opens: so many of the numbered places nobody has, less the claims made since. Always the
 * first ones, so that a screen and a decision open the same.
 */
export const openedBy = (
  facts: UnitFacts,
  product: Product,
  live: readonly Claim[],
  now: Instant,
): ReadonlySet<string> => {
  const published = publishedFor(facts, product);
  if (published === null) return new Set();
  const inUse = live.filter((claim) => claim.kind !== 'cleaning' || contains(claim.during, now));
  const shut = facts.closures.filter((closure) => contains(closure.during, now));
  const taken = new Set<string | null>([...inUse, ...shut].map((each) => each.placeId));
  const unclaimed = numbered(facts, product).filter((place) => !taken.has(place.id));
  return new Set(unclaimed.slice(0, leftOf(facts, published, live)).map((place) => place.id));
};
