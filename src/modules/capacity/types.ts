import type { Day, HalfDay } from '#kernel/calendar.ts';
import type { FigurePhase, FigureSource } from '#kernel/freshness.ts';
import type { Instant, Interval } from '#kernel/interval.ts';
import type { Room } from '#kernel/limits.ts';
import type { Product, Property } from '#kernel/product.ts';

/** The label of a place beyond what there is: made for one person, gone with that person, never free in between. */
export const EXTRA = 'extra';

/** A room of a ward, with for whom it is now. */
export interface PlaceRoom extends Room {
  readonly id: string;
}

export * from './types-chair.ts';
export * from './types-kinds.ts';

/** A bed. Free is never stored: it is what its claims, closures, staff and admission windows leave over. */
export interface Place {
  readonly id: string;
  readonly unitId: string;
  readonly code: string;
  readonly products: readonly Product[];
  readonly properties: readonly Property[];
  readonly labels: readonly string[];
  /** The room it stands in; left out when nobody said which. */
  readonly room?: PlaceRoom | null;
}

/** What a claim is now. A hold becomes a reservation, a reservation a stay: one row, one life. */
export type ClaimKind = 'hold' | 'reserved' | 'stay' | 'cleaning';

/** A stretch of time on one place for somebody. */
export interface Claim {
  readonly id: string;
  readonly placeId: string;
  /** Opaque: for whom. Known while a claim is made; what is read from the database does not say it. */
  readonly subject?: string;
  readonly kind: ClaimKind;
  readonly product: Product;
  /** From the (planned) arrival to the expected end; after departure cut to the real end. */
  readonly during: Interval;
  /** The latest moment when the end is uncertain; null when the expected end is firm. */
  readonly latestEnd: Instant | null;
  readonly expiresAt: Instant | null;
  readonly arrivedAt: Instant | null;
  readonly awayAt: Instant | null;
  readonly leftAt: Instant | null;
  readonly releasedAt: Instant | null;
  readonly displacedAt: Instant | null;
  /** When it was asked for: a number that was published before does not know of it. Stays the same when somebody moves. */
  readonly madeAt: Instant;
  readonly source: FigureSource;
  readonly version: number;
}

/** A claim as it is made: with whose it is. */
export interface NewClaim extends Claim {
  readonly subject: string;
}

/** Why a ward closes a place. */
export const CLOSURE_REASONS = ['no-staff', 'maintenance', 'isolation', 'cleaning', 'other'] as const;
/** Why a place is closed: the ward's own reason, or that nobody answered who called and heard otherwise. */
export const ALL_CLOSURE_REASONS = [...CLOSURE_REASONS, 'doubted'] as const;
export type ClosureReason = (typeof ALL_CLOSURE_REASONS)[number];

/** A closed place, or `places` places of a unit without saying which. */
export interface Closure {
  readonly id: string;
  readonly unitId: string;
  readonly placeId: string | null;
  readonly places: number;
  readonly reason: ClosureReason;
  readonly during: Interval;
}

/** How many places of a unit have staff in a half-day; without a row all have. */
export interface Staffing {
  readonly unitId: string;
  readonly day: Day;
  readonly halfDay: HalfDay;
  readonly staffed: number;
}

/** When a unit last stood by its figures, and how we know. */
export interface Figure {
  readonly asOf: Instant;
  readonly source: FigureSource;
}

/** How many places a house says it has free for a product: it reports numbers, not beds. */
export interface Published extends Figure {
  readonly product: Product;
  readonly free: number;
  /** Until when the house stands by it, when it said so; never longer than the region trusts a figure. */
  readonly freshUntil: Instant | null;
}

/** The six states a place can be in on a screen, always in this order. */
export const PLACE_STATES = ['free', 'soon', 'held', 'occupied', 'closed', 'unknown'] as const;
export type PlaceState = (typeof PLACE_STATES)[number];

/** What can be said of one place now, derived from facts by `standingOf`. */
export interface Standing {
  readonly state: PlaceState;
  /** Free, or held for a moment: until when the next claim leaves it (a gap shorter than usual), else null. */
  readonly freeUntil: Instant | null;
  /** When the present claim is expected to end (soon, occupied), a hold expires, a planned person comes, or a closure ends. */
  readonly changesAt: Instant | null;
  /** From when somebody can really come, when that can be foreseen; null when it cannot (held, overdue, unknown). */
  readonly availableFrom: Instant | null;
  /** The expected end has passed and the person is still here. */
  readonly overdue: boolean;
  /** Why it is closed. */
  readonly closedFor: ClosureReason | null;
  /** How fresh the figure of its unit is. */
  readonly phase: FigurePhase;
}

/** Everything about one unit that decides how its places stand. */
export interface UnitFacts {
  readonly unitId: string;
  readonly zone: string;
  readonly places: readonly Place[];
  readonly claims: readonly Claim[];
  readonly closures: readonly Closure[];
  readonly staffing: readonly Staffing[];
  readonly figure: Figure | null;
  /** The numbers of a unit that reports only counts; null: it tells its beds one by one. */
  readonly published: readonly Published[] | null;
}

/** Hold a place for somebody, from a moment on, for a product. */
export interface HoldPlace {
  readonly claimId: string;
  readonly placeId: string;
  readonly subject: string;
  readonly product: Product;
  readonly from: Instant;
  readonly expiresAt: Instant;
}

export { DESTINATIONS, type Destination } from '#kernel/leaving.ts';

/** Why a command on a place cannot be done. */
export type CapacityCode =
  | 'place-unknown'
  | 'place-taken'
  | 'too-many-holds'
  | 'place-closed'
  | 'not-staffed'
  | 'outside-admission'
  | 'stale-figure'
  | 'product-not-here'
  | 'claim-unknown'
  | 'claim-ended'
  | 'hold-expired'
  | 'not-arrived'
  | 'already-arrived'
  | 'bed-occupied'
  | 'bed-occupied-then'
  | 'person-elsewhere'
  | 'chair-occupied'
  | 'end-before-start'
  | 'in-the-future'
  | 'other-unit'
  | 'closure-unknown'
  | 'unit-unknown'
  | 'room-unknown'
  | 'not-published'
  | 'tells-its-beds'
  | 'older-figure'
  | 'no-count-yet'
  | 'not-flex'
  | 'bed-promised'
  | 'team-unknown'
  | 'other-team'
  | 'hospital-unknown'
  | 'other-hospital'
  | 'stop-running'
  | 'more-than-there-are'
  | 'link-unknown'
  | 'link-expired';
