import type { FigurePhase, FigureSource, FreshnessLimits } from '#kernel/freshness.ts';
import type { Point } from '#kernel/geo.ts';
import type { Instant } from '#kernel/interval.ts';
import type { Room } from '#kernel/limits.ts';
import type { Product, Property } from '#kernel/product.ts';
import type { Barrier, Kept, LimitsAsked } from './limits.ts';
import type { ClosedFor, State } from './table.ts';

/** What is looked for, without saying for whom. */
export interface Asked extends LimitsAsked {
  /** From when the person can come. A moment before `now` means now. */
  readonly from: Instant;
  readonly now: Instant;
  /** What the place must offer; without it the place does not fit. */
  readonly needs: readonly Property[];
  readonly home: Point | null;
  readonly partner: Point | null;
  readonly area: Point | null;
}

/** Whether a site lets somebody arrive at a moment: until when (null: no end known), and otherwise from when again. */
export interface Admission {
  readonly now: boolean;
  readonly until: Instant | null;
  readonly nextFrom: Instant | null;
}

/** How a search is done: how many answers, the region's limits of freshness, and who knows the admission hours. */
export interface Search {
  /** At most so many places, one a unit. */
  readonly fits: number;
  /** At most so many sites that do not fit, nearest first; 0 asks for no reasons and is the fastest. */
  readonly rejects: number;
  readonly freshness: FreshnessLimits;
  readonly admission: (siteId: string, product: Product, at: Instant) => Admission;
}

/** How the hard limits stand that are not a matter of the bed itself. */
export interface KeptLimits {
  /** The room it stands in, when its ward said which. */
  readonly room: Room | null;
  readonly sharing: Kept;
  readonly legalTitle: Kept;
  readonly doctor: Kept;
  readonly contract: Kept;
  readonly language: Kept;
}

/** A place that breaks no hard limit, and how well it meets the wishes. */
export interface Fit {
  readonly placeId: string;
  readonly unitId: string;
  readonly siteId: string;
  /** Free now, or free at a known moment (`comesFree`). */
  readonly state: 'free' | 'soon';
  readonly comesFree: Instant | null;
  /** From when the person can arrive. */
  readonly from: Instant;
  /** Free for less than the usual stay: until when. Null when there is time enough. */
  readonly shortUntil: Instant | null;
  /** How many places of the unit fit in this same way; 0 for a place that is yet to come free. */
  readonly free: number;
  /** As the crow flies, in metres; null when no address was given. */
  readonly metres: number | null;
  readonly partnerMetres: number | null;
  readonly areaMetres: number | null;
  /** More than `FARTHER` metres farther from home than the nearest of these fits. */
  readonly farther: boolean;
  /** Admission at the asked moment, or at the moment it comes free. */
  readonly admission: Admission;
  /** The site lets nobody arrive on the asked day any more: a wish that is broken. */
  readonly anotherDay: boolean;
  /** Which hard limits are kept, and of which nobody said how they stand. */
  readonly limits: KeptLimits;
  readonly properties: readonly Property[];
  readonly answersInMinutes: number | null;
  readonly asOf: Instant | null;
  readonly source: FigureSource | null;
  readonly phase: FigurePhase;
  /** Lower is better: metres somebody would travel farther for the same (see weights.ts). */
  readonly score: number;
}

/** The one reason why a site does not fit, with what its sentence needs. */
export type Reason =
  | { readonly code: 'admission'; readonly nextFrom: Instant | null }
  | { readonly code: 'too-short'; readonly until: Instant }
  | { readonly code: 'needs'; readonly free: number; readonly missing: readonly Property[] }
  | Barrier
  | { readonly code: 'stale'; readonly asOf: Instant | null }
  | { readonly code: 'closed'; readonly closedFor: ClosedFor | null; readonly until: Instant | null }
  | { readonly code: 'held'; readonly until: Instant | null }
  | { readonly code: 'full'; readonly firstAt: Instant | null }
  | { readonly code: 'product'; readonly free: number; readonly products: readonly Product[] };

/** A site that does not fit. */
export interface Reject {
  readonly siteId: string;
  readonly metres: number | null;
  /** The state the site shows: that of the places the reason speaks of. */
  readonly state: State;
  readonly reason: Reason;
}

/** What fits, best first, and what does not, nearest first. */
export interface Found {
  readonly fits: readonly Fit[];
  readonly rejects: readonly Reject[];
  /** How many sites were looked at: all that have a place. */
  readonly looked: number;
}
