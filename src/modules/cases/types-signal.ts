import type { Day } from '#kernel/calendar.ts';

/** What kind of contact it was. `planned` is a check-up of a programme, `social` a contact of the social domain. */
export const CONTACT_KINDS = [
  'consult',
  'visit',
  'phone',
  'message',
  'out-of-hours',
  'planned',
  'social',
] as const;
export type ContactKind = (typeof CONTACT_KINDS)[number];

/**
 * The contacts of one organisation, a column each, so that three years of a large practice are gone over in one pass. Days are
 * numbers of the calendar (0 is 1 January 1970); people, reasons and helpers are numbers in lists that the reader keeps.
 */
export interface Contacts {
  readonly person: ArrayLike<number>;
  readonly day: ArrayLike<number>;
  /** The place of the kind in `CONTACT_KINDS`. */
  readonly kind: ArrayLike<number>;
  /** 0 is no reason, as in the list of reasons; a reason has a number from 1 on. */
  readonly reason: ArrayLike<number>;
  /** 0 is not said who helped. */
  readonly helper: ArrayLike<number>;
}

/** Whom the contacts are about, as far as an age-sex group needs. */
export interface Attending {
  readonly born: ArrayLike<number>;
  /** The place of the sex in `SEXES`. */
  readonly sex: ArrayLike<number>;
}

/** When a question counts as coming back. Data in versions: an old one never changes. */
export interface Thresholds {
  readonly version: number;
  /** A year of the window, in days. */
  readonly yearDays: number;
  /** How many years somebody must be frequent in, one after the other. */
  readonly years: number;
  /** The part of an age-sex group that counts as frequent. */
  readonly topShare: number;
  /** The first age of each group. */
  readonly ages: readonly number[];
  /** A group with fewer people says nothing about one of them. */
  readonly smallestGroup: number;
  /** Contacts that were planned by the helper, or that are the answer, are no question. */
  readonly notAsked: readonly ContactKind[];
  readonly sameReason: { readonly contacts: number; readonly days: number };
  readonly manyHelpers: { readonly helpers: number; readonly days: number };
  /** Who had a social contact in so many days, has one; a reason can say so too. */
  readonly social: { readonly days: number; readonly reasons: readonly string[] };
  /** Where each of these comes from. */
  readonly source: string;
}

/** Why a person stands in the list, with the figures of the sentence. */
export type Sign =
  | { readonly code: 'persistent'; readonly perYear: readonly number[] }
  | { readonly code: 'frequent'; readonly contacts: number; readonly from: number }
  | {
      readonly code: 'same-reason';
      readonly reason: string;
      readonly contacts: number;
      readonly days: number;
    }
  | {
      readonly code: 'many-helpers';
      readonly helpers: number;
      readonly contacts: number;
      readonly days: number;
    }
  | { readonly code: 'no-social'; readonly days: number };
export type SignCode = Sign['code'];

/** One person whose question comes back, by number, with every reason why. */
export interface Recurring {
  readonly person: number;
  readonly signs: readonly Sign[];
}

/** From the first sight of a pattern to what became of it; `not-now` is put aside for a term. */
export const SIGNAL_STATES = ['new', 'looked', 'asked', 'conversation', 'case', 'not-now'] as const;
export type SignalState = (typeof SIGNAL_STATES)[number];

/** Why a signal is put aside. */
export const ASIDE_REASONS = ['cause-known', 'helped-already', 'person-says-no', 'figures-wrong'] as const;
export type AsideReason = (typeof ASIDE_REASONS)[number];

/** Somebody in the organisation's own contacts, by the number it uses itself or by a BSN that nobody can read back. */
export interface Known {
  readonly id: string;
  readonly number: string | null;
  readonly bsnEnd: string | null;
  readonly personId: string | null;
  readonly birthDate: Day;
}

/** A person whose question seems to come back, and how far it is looked into. */
export interface Signal {
  readonly id: string;
  readonly known: Known;
  readonly thresholds: number;
  readonly signs: readonly Sign[];
  readonly state: SignalState;
  readonly aside: AsideReason | null;
  readonly againOn: Day | null;
  readonly since: Day;
  readonly decidedBy: string | null;
}
