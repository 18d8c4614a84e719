import type { FigurePhase } from '#kernel/freshness.ts';
import { DAY, HOUR, type Instant } from '#kernel/interval.ts';

/**
 * What a broken wish weighs, in metres that somebody would travel farther to have it kept. All parts of a score are
 * whole metres, so that adding them gives the same sum in every order, here and in a database.
 *
 * | wish                          | metres                                             |
 * |-------------------------------|----------------------------------------------------|
 * | near home, partner, the area  | the distance itself, each                          |
 * | free now                      | 10,000 km when it is yet to come free, 1 km an hour |
 * | free long enough              | 50 km, and up to 50 km more the shorter it is      |
 * | admission on the asked day    | 60 km when it is another day                       |
 * | the language                  | 5 km when not known; not spoken is a hard limit    |
 * | a fresh figure                | 5 km when old or when the link is silent           |
 * | a quick answer                | 100 m a minute; not known counts as an hour        |
 *
 * So a place in the region today goes before one tomorrow, and whatever is free goes before what is not yet.
 * The weights are our own choice, not measured; the order between equals is that of the place ids.
 */
export const WEIGHTS = {
  soon: 10_000_000,
  soonPerHour: 1_000,
  short: 50_000,
  shorter: 50_000,
  anotherDay: 60_000,
  languageUnknown: 5_000,
  oldFigure: 5_000,
  answerPerMinute: 100,
  answerUnknownMinutes: 60,
} as const;

/** A place that comes free later than this after the asked moment is no proposal but a date. */
export const SOON_WITHIN = 72 * HOUR;

/** A site that admits nobody for this long after the asked moment is no proposal. */
export const ADMITS_WITHIN = 48 * HOUR;

/** Below a day it is no stay (an ELV stay lasts at least 24 hours), so such a gap is never proposed. */
export const SHORTEST_STAY = DAY;

/** Metres from home from which a place is called farther away than the nearest one. */
export const FARTHER = 5_000;

/** The wait until a place comes free, in metres. */
export const waitWeight = (from: Instant, start: Instant): number =>
  WEIGHTS.soon + Math.round(((start - from) / HOUR) * WEIGHTS.soonPerHour);

/** A gap shorter than the usual stay, in metres; 0 when it is long enough. */
export const gapWeight = (gap: number, usual: number): number =>
  gap >= usual ? 0 : WEIGHTS.short + Math.round((1 - gap / usual) * WEIGHTS.shorter);

/** The age of a figure, in metres. */
export const figureWeight = (phase: FigurePhase): number => (phase === 'fresh' ? 0 : WEIGHTS.oldFigure);

/** The time a unit takes to answer, in metres; NaN minutes means not known. */
export const answerWeight = (minutes: number): number =>
  Math.round((Number.isNaN(minutes) ? WEIGHTS.answerUnknownMinutes : minutes) * WEIGHTS.answerPerMinute);
