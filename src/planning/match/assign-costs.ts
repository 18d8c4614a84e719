import { counts } from '#kernel/freshness.ts';
import { HOUR, type Instant } from '#kernel/interval.ts';
import type { Urgency } from '#kernel/urgency.ts';
import type { Asked } from './asked.ts';
import {
  admissionOf,
  admissionWeight,
  barrierOfUnit,
  metresTo,
  phaseOf,
  placeWeight,
  type Question,
  startOf,
  wishWeight,
} from './question.ts';
import { FREE, HELD, type PlaceTable } from './table.ts';
import { answerWeight, figureWeight, gapWeight } from './weights.ts';

/**
 * What it weighs to give somebody a place, in metres, like a search (weights.ts), with what only counts when many wait
 * at once. Less than nothing is a head start. The numbers are our own choice, not measured.
 *
 * | part        | metres                                                                                        |
 * |-------------|-----------------------------------------------------------------------------------------------|
 * | urgency     | a head start: 3,000 km in a crisis, 1,000 km today, 300 km within 72 hours                    |
 * | waiting     | a head start of 2 km for each hour waited: who waits long enough overtakes everybody          |
 * | passed-over | a head start of 50 km for each no that was heard before                                       |
 * | arrival     | as in a search when it is later, and for each hour later 8, 4, 1 or 0.2 km, by urgency        |
 * | distance    | from home                                                                                     |
 * | wishes      | partner, preferred area, and a language nobody knows of, as in a search                       |
 * | fit         | a short gap as in a search; 2 km for what the place offers unasked, 1 km for what else it does |
 * | sureness    | an old figure and a slow answer, as in a search                                               |
 * | spread      | 2 km for each question the site has already, and for each equal bed of the ward before it     |
 */
export const COST_PARTS = [
  'urgency',
  'waiting',
  'passed-over',
  'arrival',
  'distance',
  'wishes',
  'fit',
  'sureness',
  'spread',
] as const;
export type CostPart = (typeof COST_PARTS)[number];

/** Staying without a place costs more than any place that fits: as far as anybody can be placed, somebody is. */
export const NO_PLACE = 30_000_000;

const HEAD_START: Readonly<Record<Urgency, number>> = {
  crisis: 3_000_000,
  today: 1_000_000,
  'within-72-hours': 300_000,
  planned: 0,
};
/** What an hour later weighs, in metres somebody would travel farther instead. */
export const LATER_PER_HOUR: Readonly<Record<Urgency, number>> = {
  crisis: 8_000,
  today: 4_000,
  'within-72-hours': 1_000,
  planned: 200,
};
const WAITED_PER_HOUR = 2_000;
const PER_NO = 50_000;
const UNASKED_PROPERTY = 2_000;
const OTHER_PRODUCT = 1_000;
const SPREAD = 2_000;

/** Somebody who waits for a place, without saying who. */
export interface Waiting {
  readonly id: string;
  readonly asked: Asked;
  readonly urgency: Urgency;
  readonly ageBand: string;
  readonly sentAt: Instant;
  /** Units that were asked for this request before; they are not asked again. */
  readonly askedUnits: ReadonlySet<string>;
  /** How often a house said no, or nothing. */
  readonly noes: number;
}

/** What a place costs somebody, and which part of it comes from what. */
export interface Cost {
  readonly total: number;
  readonly parts: Readonly<Record<CostPart, number>>;
}

/** What counts for all who wait: how much each site has on its plate, and the how-manieth each bed is among its equals. */
export interface Shares {
  /** Questions and promises that stand at a site now. */
  readonly plate: ReadonlyMap<string, number>;
  readonly rank: Int32Array;
}

/**
 * Numbers the beds of a ward that are alike in everything: the first of them, the second … A bed that differs has no
 * equals before it, so that one bed more never makes another one dearer.
 */
export const ranksOf = ({ places }: PlaceTable): Int32Array => {
  const seen = new Map<string, number>();
  return Int32Array.from(places.ids, (_, i) => {
    const [from, until] = [places.availableFrom[i] as number, places.availableUntil[i] as number];
    const state = places.state[i] as number;
    const free = state === FREE || state === HELD;
    // Since when a bed is free says nothing about it.
    const key = [
      places.unit[i],
      places.products[i],
      places.properties[i],
      places.roomKind[i],
      state,
      free ? 0 : from,
      until,
    ].join(' ');
    const rank = seen.get(key) ?? 0;
    seen.set(key, rank + 1);
    return rank;
  });
};

const HOURS = (length: number, perHour: number): number => Math.round((Math.max(0, length) / HOUR) * perHour);

/** The head start of somebody, whatever the place: it decides who stays without when there are too few. */
export const headStart = (
  q: Question,
  waiting: Waiting,
): Pick<Cost['parts'], 'urgency' | 'waiting' | 'passed-over'> => ({
  urgency: -HEAD_START[waiting.urgency],
  waiting: -HOURS(q.now - waiting.sentAt, WAITED_PER_HOUR),
  'passed-over': -PER_NO * waiting.noes,
});

/** What a unit costs, the same for all its places; null when nothing of it can be had. */
export const unitParts = (
  q: Question,
  waiting: Waiting,
  unit: number,
  shares: Shares,
): Pick<Cost['parts'], 'arrival' | 'distance' | 'wishes' | 'sureness' | 'spread'> | null => {
  const { units, sites } = q.table;
  if (waiting.askedUnits.has(units.ids[unit] as string)) return null;
  const phase = phaseOf(q, unit);
  if (!counts(phase) || barrierOfUnit(q, unit) !== null) return null;
  const site = units.site[unit] as number;
  const arrival = admissionWeight(q, site);
  if (arrival === Number.POSITIVE_INFINITY) return null;
  return {
    arrival,
    distance: metresTo(q, q.home, site),
    wishes: wishWeight(q, site),
    sureness: figureWeight(phase) + answerWeight(units.answers[unit] as number),
    spread: SPREAD * (shares.plate.get(sites.ids[site] as string) ?? 0),
  };
};

/** When somebody could be there. */
export const arrivalAt = (q: Question, place: number): Instant => {
  const start = startOf(q, place);
  const admission = admissionOf(q, q.table.units.site[q.table.places.unit[place] as number] as number);
  return admission.now ? start : Math.max(start, admission.nextFrom ?? start);
};

/** How many bits of a mask are set. */
const bits = (mask: number): number => {
  let count = 0;
  for (let rest = mask; rest !== 0; rest &= rest - 1) count += 1;
  return count;
};

/** What a place offers that was not asked, in metres: it is kept for who needs it. */
export const unaskedWeight = (q: Question, place: number): number => {
  const unasked = bits((q.properties[place] as number) & ~q.needs);
  return unasked * UNASKED_PROPERTY + (bits(q.table.places.products[place] as number) - 1) * OTHER_PRODUCT;
};

/** What the place itself costs beside its unit; null when it breaks a hard limit. */
export const placeParts = (
  q: Question,
  waiting: Waiting,
  place: number,
  shares: Shares,
): Pick<Cost['parts'], 'arrival' | 'fit' | 'spread'> | null => {
  const { places } = q.table;
  const products = places.products[place] as number;
  if (!(products & (1 << q.product))) return null;
  const weight = placeWeight(q, place);
  if (weight === Number.POSITIVE_INFINITY) return null;
  const gap = gapWeight((q.availableUntil[place] as number) - startOf(q, place), q.usual);
  return {
    arrival: weight - gap + HOURS(arrivalAt(q, place) - q.from, LATER_PER_HOUR[waiting.urgency]),
    fit: gap + unaskedWeight(q, place),
    spread: SPREAD * (shares.rank[place] as number),
  };
};

/** What this place costs for who waits, part by part; null when it breaks a hard limit. */
export const costOf = (q: Question, waiting: Waiting, place: number, shares: Shares): Cost | null => {
  const unit = unitParts(q, waiting, q.table.places.unit[place] as number, shares);
  const own = unit && placeParts(q, waiting, place, shares);
  if (unit === null || own === null) return null;
  const parts = {
    ...headStart(q, waiting),
    ...unit,
    ...own,
    arrival: unit.arrival + own.arrival,
    spread: unit.spread + own.spread,
  };
  return { parts, total: COST_PARTS.reduce((sum, part) => sum + parts[part], 0) };
};
