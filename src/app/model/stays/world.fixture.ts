import type { Day } from '#kernel/calendar.ts';
import type { Instant } from '#kernel/interval.ts';
import type { PlaceState } from '#modules/capacity/types.ts';

/** The kinds of care of these histories: nine days, fourteen days, three months. */
export const CARES = ['reo-observation', 'wlz-crisis', 'elv-high'] as const;
export type Care = (typeof CARES)[number];

/** Sections that are written in a handover. */
export const SECTIONS = ['allergies', 'home', 'medication'] as const;
export type Section = (typeof SECTIONS)[number];

/** Who goes on: the practice, the other home, or somebody outside the region. */
export type Receiver = 'gp' | 'home' | 'outside';

/** An act about one of the people; which stay, bed or handover is meant, the world knows. */
export type Act =
  | { readonly do: 'ask'; readonly person: number; readonly bed: number; readonly care: Care }
  | {
      readonly do: 'cancel' | 'away' | 'back' | 'send' | 'confirm' | 'phone' | 'revoke';
      readonly person: number;
    }
  | { readonly do: 'arrive'; readonly person: number }
  | { readonly do: 'move'; readonly person: number; readonly bed: number }
  | {
      readonly do: 'depart';
      readonly person: number;
      readonly to: 'home' | 'hospital' | 'died';
      /** How long ago. */
      readonly ago: number;
    }
  /** Expected to leave on this day of the stay. */
  | { readonly do: 'expect'; readonly person: number; readonly day: number }
  /** So many days beyond the last one. */
  | {
      readonly do: 'extend';
      readonly person: number;
      readonly days: number;
      readonly role: 'gp' | 'elderly-doctor';
    }
  | { readonly do: 'care'; readonly person: number; readonly care: Care }
  | {
      readonly do: 'write';
      readonly person: number;
      readonly section: Section;
      readonly text: string;
      readonly to: Receiver;
    }
  | { readonly do: 'clock'; readonly by: number };

/** What is done about somebody, with the day it comes down to. */
export type Command = Exclude<Act, { do: 'clock' | 'expect' | 'extend' }> | Dated;
type Dated =
  | { readonly do: 'expect'; readonly person: number; readonly on: Day }
  | {
      readonly do: 'extend';
      readonly person: number;
      readonly on: Day;
      readonly role: 'gp' | 'elderly-doctor';
    };

/** What a handover holds: what was written, and each time it was sent what went. */
export interface HandoverFact {
  readonly id: string;
  readonly state: 'draft' | 'sent' | 'received' | 'revoked';
  readonly written: Readonly<Partial<Record<Section, string>>>;
  readonly sent: readonly string[];
  /** Of the newest version: the text of each section. */
  readonly newest: Readonly<Partial<Record<Section, string>>>;
}

/** A stay as it is kept, newest last per person. */
export interface StayFact {
  readonly id: string;
  readonly person: number;
  readonly home: number;
  readonly arrivedAt: Instant;
  readonly arrivedDay: Day;
  readonly endedAt: Instant | null;
  readonly destination: string | null;
  readonly care: string;
  readonly isAway: boolean;
  /** Until which days it was extended. */
  readonly extended: readonly Day[];
  readonly handovers: readonly HandoverFact[];
}

/** Somebody on a bed, or planned there. */
export interface BedFact {
  readonly bed: number;
  readonly person: number;
  readonly here: boolean;
  readonly from: Instant;
  readonly until: Instant;
}

/** Who is responsible for whom, from when to when; `by` a home, the practice, or null for anybody else. */
export interface CareFact {
  readonly person: number;
  readonly by: number | 'gp' | null;
  readonly doctor: string | null;
  readonly from: Instant;
  readonly until: Instant;
}

/** Everything that is so, read past the product. */
export interface Truth {
  readonly stays: readonly StayFact[];
  /** What stands on beds now. */
  readonly beds: readonly BedFact[];
  /** The beds somebody left, and when. */
  readonly left: readonly { readonly bed: number; readonly at: Instant; readonly until: Instant }[];
  readonly care: readonly CareFact[];
}

/** A house the acts are tried on. */
export interface World {
  /** Null: done; otherwise the code of its refusal. */
  perform(command: Command): Promise<string | null>;
  look(): Promise<Truth>;
  /** How each bed is shown. */
  board(): Promise<readonly PlaceState[]>;
  setClock(now: Instant): void;
}
