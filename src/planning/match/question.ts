import { instantOf, localDay, plusDays } from '#kernel/calendar.ts';
import { counts, type FigurePhase, figurePhase } from '#kernel/freshness.ts';
import type { Point } from '#kernel/geo.ts';
import { contains, DAY, type Instant } from '#kernel/interval.ts';
import { PRODUCTS, USUAL_DAYS } from '#kernel/product.ts';
import type { Admission, Asked, Search } from './asked.ts';
import { type Barrier, houseBarrier, type LimitsAsked, roomBarrier, roomLimit } from './limits.ts';
import {
  CLOSED,
  EARTH_RADIUS,
  FREE,
  HELD,
  type PlaceTable,
  propertyMask,
  ROOM_KINDS,
  UNKNOWN,
  vectorOf,
} from './table.ts';
import { ADMITS_WITHIN, gapWeight, SHORTEST_STAY, SOON_WITHIN, WEIGHTS, waitWeight } from './weights.ts';

type Vector = readonly [x: number, y: number, z: number];

/** What was asked, worked out once for the whole search. */
export interface Question {
  readonly table: PlaceTable;
  readonly asked: Asked;
  readonly search: Search;
  /** The columns that every place is read from, at hand. */
  readonly state: Uint8Array;
  readonly properties: Uint16Array;
  readonly roomKind: Uint8Array;
  readonly availableFrom: Float64Array;
  readonly availableUntil: Float64Array;
  readonly product: number;
  readonly needs: number;
  readonly limits: LimitsAsked;
  /** For each kind of room: 1 when the person may not lie there. */
  readonly barredRoom: Uint8Array;
  readonly now: Instant;
  readonly from: Instant;
  /** Who comes free after this is no proposal but a date. */
  readonly latest: Instant;
  readonly usual: number;
  readonly home: Vector | null;
  readonly partner: Vector | null;
  readonly area: Vector | null;
}

const vector = (point: Point | null): Vector | null => (point === null ? null : vectorOf(point));

const barredRooms = (asked: Asked): Uint8Array =>
  Uint8Array.from(ROOM_KINDS, (kind) => {
    const answer = roomLimit(asked, kind);
    return answer === 'room-sex' || answer === 'cohort' ? 1 : 0;
  });

/** Works out what every place is held against. */
export const questionOf = (table: PlaceTable, asked: Asked, search: Search): Question => ({
  table,
  asked,
  search,
  roomKind: table.places.roomKind,
  limits: { ...asked, from: Math.max(asked.from, asked.now) },
  barredRoom: barredRooms(asked),
  state: table.places.state,
  properties: table.places.properties,
  availableFrom: table.places.availableFrom,
  availableUntil: table.places.availableUntil,
  product: PRODUCTS.indexOf(asked.product),
  needs: propertyMask(asked.needs),
  now: asked.now,
  from: Math.max(asked.from, asked.now),
  latest: Math.max(asked.from, asked.now) + SOON_WITHIN,
  usual: USUAL_DAYS[asked.product] * DAY,
  home: vector(asked.home),
  partner: vector(asked.partner),
  area: vector(asked.area),
});

/** Free to the eye: free, or held by a hold that has lapsed, which blocks nobody even when no job has cleared it. */
export const standsFree = (q: Question, place: number): boolean => {
  const state = q.state[place] as number;
  return (state === FREE || state === HELD) && (q.availableFrom[place] as number) <= q.now;
};

/** From when a place can be had for this question; Infinity when nobody can say or it takes too long. */
export const startOf = (q: Question, place: number): Instant => {
  const available = q.availableFrom[place] as number;
  if (available > q.latest) return Number.POSITIVE_INFINITY;
  // Somebody who should have left and is still there has no known end any more.
  if (available <= q.now) return standsFree(q, place) ? q.from : Number.POSITIVE_INFINITY;
  const state = q.state[place] as number;
  if (state === HELD || state === UNKNOWN) return Number.POSITIVE_INFINITY;
  if (available <= q.from) return q.from;
  return state === CLOSED ? Number.POSITIVE_INFINITY : available;
};

/** A gap of a few days is no use below a day, nor when the site lets somebody arrive only at the end of it. */
const leavesAStay = (q: Question, place: number, start: Instant): boolean => {
  const { places, units, sites } = q.table;
  const site = units.site[places.unit[place] as number] as number;
  const admission = q.search.admission(sites.ids[site] as string, q.asked.product, start);
  const arrival = admission.now ? start : (admission.nextFrom ?? Number.POSITIVE_INFINITY);
  return (places.availableUntil[place] as number) - arrival >= SHORTEST_STAY;
};

/** Does the room of this place keep the person out? */
export const isBarred = (q: Question, place: number): boolean =>
  q.barredRoom[q.roomKind[place] as number] === 1;

/** The hard limit that a ward breaks whatever the bed: its legal titles, and the doctors, contracts and languages of the house. */
export const barrierOfUnit = (q: Question, unit: number): Barrier | null => {
  const { sites, units } = q.table;
  const site = units.site[unit] as number;
  return houseBarrier(q.limits, {
    legalTitles: units.legalTitles[unit] ?? null,
    doctors: sites.doctors[site] ?? null,
    contracts: sites.contracts[site] ?? null,
    languages: sites.languages[site] ?? null,
  });
};

/** The hard limit that a place breaks besides product, needs and hours; null: none that is known. */
export const barrierOfPlace = (q: Question, place: number): Barrier | null =>
  roomBarrier(q.limits, q.table.places.room[place] ?? null) ??
  barrierOfUnit(q, q.table.places.unit[place] as number);

/**
 * What a place itself weighs (waiting until it is free, a short gap), in metres; Infinity when it breaks a hard limit.
 * The product is the caller's (the bucket), age of the figure and admission are those of the unit and the site.
 */
export const placeWeight = (q: Question, place: number): number => {
  if (((q.properties[place] as number) & q.needs) !== q.needs) return Number.POSITIVE_INFINITY;
  if (isBarred(q, place)) return Number.POSITIVE_INFINITY;
  const start = startOf(q, place);
  if (start === Number.POSITIVE_INFINITY) return start;
  const gap = (q.availableUntil[place] as number) - start;
  if (gap < SHORTEST_STAY + ADMITS_WITHIN && !leavesAStay(q, place, start)) return Number.POSITIVE_INFINITY;
  const free = (q.availableFrom[place] as number) <= q.now;
  return (free ? 0 : waitWeight(q.from, start)) + gapWeight(gap, q.usual);
};

/** Does a weight of a place say that it is yet to come free? */
export const isSoon = (weight: number): boolean => weight >= WEIGHTS.soon;

/** How far the figure of a unit can be trusted now. */
export const phaseOf = (q: Question, unit: number): FigurePhase => {
  const asOf = q.table.units.asOf[unit] as number;
  return figurePhase(
    Number.isNaN(asOf) ? null : asOf,
    q.table.units.source[unit] ?? null,
    q.now,
    q.search.freshness,
  );
};

/** Does the figure of a unit still count? What is too old is never free. */
export const unitCounts = (q: Question, unit: number): boolean => counts(phaseOf(q, unit));

/** Metres from a point to a site, whole; 0 without a point, because then nothing was wished. */
export const metresTo = (q: Question, to: Vector | null, site: number): number => {
  if (to === null) return 0;
  const { vectors } = q.table.sites;
  const x = (vectors[site * 3] as number) - to[0];
  const y = (vectors[site * 3 + 1] as number) - to[1];
  const z = (vectors[site * 3 + 2] as number) - to[2];
  return Math.round(2 * EARTH_RADIUS * Math.asin(Math.min(1, Math.sqrt(x * x + y * y + z * z) / 2)));
};

/** Is the language asked and not known to be spoken at the site? Where it is known not to be, nobody is proposed. */
const isLanguageUnknown = (q: Question, site: number): boolean =>
  q.asked.language !== null && q.table.sites.languages[site] === null;

/** The wishes besides home that a site keeps or breaks, in metres. */
export const wishWeight = (q: Question, site: number): number =>
  metresTo(q, q.partner, site) +
  metresTo(q, q.area, site) +
  (isLanguageUnknown(q, site) ? WEIGHTS.languageUnknown : 0);

/** The midnight after the asked moment, on the clock of the site. Working out a day costs as much as half a search. */
const dayEnd = (q: Question, zone: string): Instant => {
  const known = q.table.days.get(zone);
  if (known !== undefined && contains(known, q.from)) return known.until;
  const day = localDay(q.from, zone);
  const found = { from: instantOf(day, 0, zone), until: instantOf(plusDays(day, 1), 0, zone) };
  q.table.days.set(zone, found);
  return found.until;
};

/** Admission of a site at the asked moment. */
export const admissionOf = (q: Question, site: number): Admission =>
  q.search.admission(q.table.sites.ids[site] as string, q.asked.product, q.from);

/** What the admission of a site weighs, in metres: 0 on the asked day, more on another, Infinity when it takes too long. */
export const admissionWeight = (q: Question, site: number): number => {
  const admission = admissionOf(q, site);
  if (admission.now) return 0;
  if (admission.nextFrom === null || admission.nextFrom > q.from + ADMITS_WITHIN)
    return Number.POSITIVE_INFINITY;
  return admission.nextFrom < dayEnd(q, q.table.sites.zones[site] as string) ? 0 : WEIGHTS.anotherDay;
};
