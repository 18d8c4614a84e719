import type { Day } from '#kernel/calendar.ts';
import type { Instant } from '#kernel/interval.ts';

/** What must be ready at home before somebody goes, from day one. */
export const RETURN_ITEMS = [
  'home-care',
  'aids',
  'carer',
  'meals',
  'welfare',
  'gp',
  'pharmacy',
  'transport',
] as const;
export type ReturnItem = (typeof RETURN_ITEMS)[number];

/** How far it is. */
export const RETURN_STATES = ['open', 'asked', 'arranged', 'not-needed'] as const;
export type ReturnState = (typeof RETURN_STATES)[number];

/** One line of the plan for home: how far it is, who does it, and from which day. */
export interface ReturnLine {
  readonly item: ReturnItem;
  readonly state: ReturnState;
  readonly who: string;
  readonly fromDay: Day | null;
  readonly note: string;
  readonly at: Instant;
  readonly version: number;
}

/** After so many days the house asks how it goes. */
export const CONTACT_DAYS = [2, 30] as const;
export type ContactDays = (typeof CONTACT_DAYS)[number];

/** Why nobody calls: somebody died, did not want it, or is in the care of others. */
export const DROP_REASONS = ['died', 'wish', 'elsewhere'] as const;
export type DropReason = (typeof DROP_REASONS)[number];

/** What came out of a contact. What nobody could say, is null. */
export interface ContactOutcome {
  readonly reached: boolean;
  readonly ownHome: boolean | null;
  readonly readmitted: boolean | null;
  /** How it goes, 1 to 10. */
  readonly score: number | null;
  readonly words: string;
}

/** A contact after a departure: planned, made, or dropped. */
export interface Contact {
  readonly days: ContactDays;
  readonly dueDay: Day;
  readonly doneAt: Instant | null;
  readonly byName: string | null;
  readonly reached: boolean | null;
  readonly ownHome: boolean | null;
  readonly readmitted: boolean | null;
  readonly score: number | null;
  readonly words: string;
  readonly dropped: DropReason | null;
  readonly version: number;
}

/** Why something about the way home cannot be done. */
export type ReturnCode =
  | 'not-left'
  | 'contact-made'
  | 'contact-dropped'
  | 'contact-too-early'
  | 'contact-unclear';
