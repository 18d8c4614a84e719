/** Starts and lengths inside a half-day are whole minutes on a grid of five. */
export const GRID = 5;
/** A visit is over this many minutes before the doors close. */
export const MARGIN = 15;
/** With fewer nurses in the house nothing runs. */
export const LEAST_NURSES = 2;

/** Where somebody sits: placed and looked after in the treatment room, staying on in the living room. */
export type Room = 'treatment' | 'living';
/** Which half of the day. */
export type Part = 'morning' | 'afternoon';

/** One chair a visit needs, in minutes after its start. */
export interface Seat {
  readonly room: Room;
  /** Only a chair that is a bed will do. */
  readonly bed: boolean;
  readonly from: number;
  readonly until: number;
}

/** What one visit of a kind asks: set-up, then running, then observation, one after the other from the start. */
export interface Treatment {
  readonly id: string;
  /** Minutes that one nurse is with this person and nobody else. */
  readonly setUp: number;
  /** Minutes it runs. */
  readonly running: number;
  /** Minutes somebody stays to be watched afterwards. */
  readonly observation: number;
  /** How many people one nurse may look after at once while it runs and while they are watched. */
  readonly ratio: number;
  /** One or two chairs, one after the other without a gap, over the whole visit. */
  readonly seats: readonly Seat[];
  /** What the nurse of the set-up must be able to do. */
  readonly competence: string;
}

/** One chair of a half-day. A bed is a chair too. */
export interface Chair {
  readonly id: string;
  readonly room: Room;
  readonly bed: boolean;
}

/** A nurse who is there the whole half-day. */
export interface Nurse {
  readonly id: string;
  readonly competences: readonly string[];
}

/** One half-day of one site. A closed one has no nurses or no minutes; the caller keeps why. */
export interface HalfDay {
  /** A whole number of days; later is higher, the difference is in days. */
  readonly day: number;
  /** 1 is Monday, 7 is Sunday. */
  readonly weekday: number;
  readonly part: Part;
  /** Which site, as an index. */
  readonly site: number;
  /** How long it is open. */
  readonly minutes: number;
  readonly chairs: readonly Chair[];
  readonly nurses: readonly Nurse[];
}

/** A visit that stands: it keeps its half-day, its start and its chairs. */
export interface Lock {
  /** Index of the half-day. */
  readonly halfDay: number;
  /** Minutes after opening. */
  readonly start: number;
  /** Index of the chair of each seat, in the half-day's chairs. */
  readonly chairs: readonly number[];
  /** Who does the set-up. */
  readonly nurse: string;
}

/** One visit that somebody has still to get. */
export interface Visit {
  readonly locked: Lock | null;
}

/** A site somebody can go to, and how far it is. Another site is not possible. */
export interface Reach {
  readonly site: number;
  readonly kilometres: number;
}

/** What somebody would like. Wishes only order. */
export interface Wishes {
  /** 1 is Monday; empty: any day. */
  readonly weekdays: readonly number[];
  readonly part: Part | null;
  /** Minutes after opening; null: any. */
  readonly start: number | null;
}

/** What was done before: the interval, the site and the nurses go on from there. */
export interface Earlier {
  readonly day: number;
  readonly site: number;
  readonly nurses: readonly string[];
}

/** What one person has still to get of one treatment. */
export interface Course {
  readonly id: string;
  /** Index of the treatment. */
  readonly treatment: number;
  /** What a day of waiting weighs for this person; at least 1. */
  readonly urgency: number;
  /** In order; locked ones come first. */
  readonly visits: readonly Visit[];
  /** Days between two visits, and how many days earlier or later than that still is right. */
  readonly interval: number;
  readonly tolerance: number;
  /** First and last day on which the first visit of these may fall. Waiting counts from the first. */
  readonly from: number;
  readonly latest: number;
  readonly reach: readonly Reach[];
  readonly wishes: Wishes;
  /** The visit before these; null: there was none. */
  readonly earlier: Earlier | null;
}

/** Everything that is planned at once. */
export interface Rota {
  readonly treatments: readonly Treatment[];
  /** In the order of time: by day, then morning before afternoon, then site. */
  readonly halfDays: readonly HalfDay[];
  readonly courses: readonly Course[];
}

/** For each visit of a course the index of its half-day, in order. */
export type Pattern = readonly number[];

/** Why somebody has no pattern. */
export type WithoutReason = 'nowhere-open' | 'no-competence' | 'no-interval' | 'full';

/** Where everybody goes: for each course its pattern, or why there is none. */
export interface RotaPlan {
  readonly patterns: readonly (Pattern | WithoutReason)[];
  /** What it costs in sum, in points; less is better. */
  readonly cost: number;
  /** Proven: no plan costs less than this. */
  readonly bound: number;
}

/** One visit inside its half-day: when it starts, on which chairs, and who does the set-up. */
export interface Seated {
  readonly course: number;
  readonly visit: number;
  /** Minutes after opening. */
  readonly start: number;
  /** Index of the chair of each seat. */
  readonly chairs: readonly number[];
  readonly nurse: string;
}

/** One visit that must get a start in a half-day. */
export interface ToSeat {
  readonly course: number;
  readonly visit: number;
}

/**
 * Whether visits fit together in one half-day, start and chair and nurse: what `order.ts` proves and the planner asks
 * before it fills a half-day further. The visits are unordered.
 */
export type Orderable = (halfDay: number, visits: readonly ToSeat[]) => boolean;
