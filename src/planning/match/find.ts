import { counts } from '#kernel/freshness.ts';
import type { Asked, Fit, Found, Search } from './asked.ts';
import { keptLimits } from './kept.ts';
import {
  admissionOf,
  admissionWeight,
  barrierOfUnit,
  isSoon,
  metresTo,
  phaseOf,
  placeWeight,
  type Question,
  questionOf,
  startOf,
  wishWeight,
} from './question.ts';
import { findRejects } from './rejects.ts';
import { type PlaceTable, propertiesIn } from './table.ts';
import { answerWeight, FARTHER, figureWeight, WEIGHTS } from './weights.ts';

/** The best place of one unit, while the search runs. */
interface Candidate {
  readonly place: number;
  /** What the place itself weighs. */
  readonly weight: number;
  /** How many places of the unit fit in the same way. */
  readonly alike: number;
  readonly score: number;
}

/** The best so far, in order, never more than `limit`. */
interface Shortlist {
  readonly limit: number;
  readonly list: Candidate[];
}

const goesBefore = (q: Question, a: Candidate, b: Candidate): boolean =>
  a.score !== b.score
    ? a.score < b.score
    : (q.table.places.ids[a.place] as string) < (q.table.places.ids[b.place] as string);

const worst = (best: Shortlist): number =>
  best.list.length < best.limit
    ? Number.POSITIVE_INFINITY
    : (best.list[best.limit - 1]?.score ?? Number.NEGATIVE_INFINITY);

const insert = (q: Question, best: Shortlist, candidate: Candidate): void => {
  let low = 0;
  let high = best.list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (goesBefore(q, best.list[middle] as Candidate, candidate)) low = middle + 1;
    else high = middle;
  }
  best.list.splice(low, 0, candidate);
  if (best.list.length > best.limit) best.list.pop();
};

/** The best place of the unit that is being read. */
interface Front {
  unit: number;
  place: number;
  weight: number;
  alike: number;
}

/** Weighs a unit by its best place. What weighs nothing to find out comes first; who cannot win is not asked for hours. */
const weighUnit = (q: Question, best: Shortlist, front: Front): void => {
  const { unit, place, weight, alike } = front;
  if (place < 0) return;
  const phase = phaseOf(q, unit);
  if (!counts(phase)) return;
  const { units } = q.table;
  let score = weight + figureWeight(phase) + answerWeight(units.answers[unit] as number);
  if (score > worst(best)) return;
  const site = units.site[unit] as number;
  score += metresTo(q, q.home, site);
  if (score > worst(best)) return;
  score += wishWeight(q, site);
  if (score > worst(best)) return;
  score += admissionWeight(q, site);
  if (score === Number.POSITIVE_INFINITY || score > worst(best)) return;
  if (barrierOfUnit(q, unit) === null) insert(q, best, { place, weight, alike, score });
};

/** How a place is free: long enough, for a short while, or not yet. Only places free in the same way are counted together. */
const wayOf = (weight: number): number => {
  if (isSoon(weight)) return 2;
  return weight === 0 ? 0 : 1;
};

/** Sets a place that fits beside the best of its unit so far. */
const compare = (front: Front, place: number, weight: number): void => {
  if (wayOf(weight) === wayOf(front.weight) && front.place >= 0) front.alike += 1;
  else if (weight < front.weight) front.alike = 1;
  if (weight < front.weight) {
    front.place = place;
    front.weight = weight;
  }
};

/** Reads the places of the product in a straight line; those of one unit stand together, and the best of them speaks for it. */
const bestUnits = (q: Question): Candidate[] => {
  const best: Shortlist = { limit: q.search.fits, list: [] };
  const bucket = q.table.buckets[q.product] as Int32Array;
  const unitOf = q.table.places.unit;
  const { availableFrom } = q;
  let horizon = q.latest;
  const front: Front = { unit: -1, place: -1, weight: Number.POSITIVE_INFINITY, alike: 0 };
  for (let j = 0; j < bucket.length; j++) {
    const place = bucket[j] as number;
    if ((availableFrom[place] as number) > horizon) continue;
    const weight = placeWeight(q, place);
    if (weight === Number.POSITIVE_INFINITY) continue;
    if (unitOf[place] !== front.unit) {
      weighUnit(q, best, front);
      // With enough free places on the list, one that is yet to come free cannot win any more.
      if (worst(best) < WEIGHTS.soon) horizon = q.now;
      front.unit = unitOf[place] as number;
      front.place = -1;
      front.weight = Number.POSITIVE_INFINITY;
    }
    compare(front, place, weight);
  }
  weighUnit(q, best, front);
  return best.list;
};

const orNull = (value: number): number | null => (Number.isFinite(value) ? value : null);

/** Writes a candidate out for the reader. */
const fitOf = (q: Question, candidate: Candidate, nearest: number): Fit => {
  const { places, units, sites } = q.table;
  const { place, weight } = candidate;
  const unit = places.unit[place] as number;
  const site = units.site[unit] as number;
  const soon = isSoon(weight);
  const start = startOf(q, place);
  const until = places.availableUntil[place] as number;
  const asked = admissionOf(q, site);
  // For a bed that is yet to come free the hours that count are those of that moment.
  const admission =
    start > q.from ? q.search.admission(sites.ids[site] as string, q.asked.product, start) : asked;
  const metres = metresTo(q, q.home, site);
  return {
    placeId: places.ids[place] as string,
    unitId: units.ids[unit] as string,
    siteId: sites.ids[site] as string,
    state: soon ? 'soon' : 'free',
    comesFree: soon ? (places.availableFrom[place] as number) : null,
    from: admission.now ? start : Math.max(start, admission.nextFrom ?? start),
    shortUntil: until - start < q.usual ? until : null,
    free: soon ? 0 : candidate.alike,
    metres: q.home && metres,
    partnerMetres: q.partner && metresTo(q, q.partner, site),
    areaMetres: q.area && metresTo(q, q.area, site),
    farther: metres > nearest + FARTHER,
    admission,
    anotherDay: admissionWeight(q, site) === WEIGHTS.anotherDay,
    limits: keptLimits(q, place),
    properties: propertiesIn(places.properties[place] as number),
    answersInMinutes: orNull(units.answers[unit] as number),
    asOf: orNull(units.asOf[unit] as number),
    source: units.source[unit] ?? null,
    phase: phaseOf(q, unit),
    score: candidate.score,
  };
};

/**
 * Finds the places that fit one asked profile, best first, one a unit, and says of the other sites why not.
 * Hard limits are never broken, wishes only order. A site that fits but falls behind the first `search.fits` is in
 * neither list. The same table and question give the same answer. It proposes; holding a place checks again under lock.
 */
export const findPlaces = (table: PlaceTable, asked: Asked, search: Search): Found => {
  const q = questionOf(table, asked, search);
  const best = bestUnits(q);
  const metres = best.map(({ place }) =>
    metresTo(q, q.home, table.units.site[table.places.unit[place] as number] as number),
  );
  const nearest = Math.min(...metres);
  const { firstPlace } = table.sites;
  let looked = 0;
  for (let site = 0; site + 1 < firstPlace.length; site++)
    if (firstPlace[site] !== firstPlace[site + 1]) looked += 1;
  return {
    fits: best.map((candidate) => fitOf(q, candidate, nearest)),
    rejects: search.rejects > 0 ? findRejects(q) : [],
    looked,
  };
};
