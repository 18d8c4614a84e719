import type { Instant } from '#kernel/interval.ts';

/** Why a look is put before a person to judge. */
export const ALERT_RULES = [
  'break-glass',
  'asked',
  'no-relation',
  'colleague',
  'same-surname',
  'same-postcode',
  'volume',
  'odd-hour',
] as const;
export type AlertRule = (typeof ALERT_RULES)[number];

/** What a person says of looks they judged: part of the work, a mistake that was talked over, or not allowed. */
export const VERDICTS = ['proper', 'mistake', 'improper'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** Is this a reason somebody else can follow? Ten letters, not ten dots. */
export const saysWhy = (text: string): boolean => (text.match(/\p{L}/gu) ?? []).length >= 10;

/** One look as the rules read it. */
export interface Look {
  readonly id: string;
  readonly at: Instant;
  readonly actor: string;
  readonly personId: string | null;
  readonly ground: string;
  readonly outcome: 'done' | 'refused';
}

/** What is known of who looked, as far as their organisation told. */
export interface Looker {
  readonly id: string;
  /** Works by a roster of day and night: then no hour is odd. */
  readonly roundTheClock: boolean;
}

/** What two who met in the log share; the database compares, and tells no name. */
export interface Likeness {
  readonly surname: boolean;
  readonly postcode: boolean;
  /** The person works for the same organisation as who looked. */
  readonly colleague: boolean;
}

/** Somebody must judge this: who looked at whom, by which rules, on which looks. Without a person: at too many in a day. */
export interface Alert {
  readonly actor: string;
  readonly personId: string | null;
  readonly rules: readonly AlertRule[];
  readonly looks: readonly string[];
}

/** What is asked of a look: does it fit this person, is it one of too many, did the person themselves ask about it. */
export type About = 'person' | 'volume' | 'asked';

/** An alert as it stands in the database. */
export interface KeptAlert {
  readonly id: string;
  readonly actor: string;
  readonly personId: string | null;
  readonly rules: readonly AlertRule[];
  readonly firstAt: Instant;
  readonly lastAt: Instant;
  readonly raisedAt: Instant;
  readonly version: number;
  readonly closed: Closing | null;
}

/** Who closed an alert, when, and why. */
export interface Closing {
  readonly verdict: Verdict;
  readonly reason: string;
  readonly actor: string;
  readonly at: Instant;
}

/** One look of an alert as who judges it reads it; event, categories and ground in the words of the log. */
export interface JudgedLook {
  readonly id: string;
  readonly alertId: string;
  readonly at: Instant;
  readonly role: string;
  readonly event: string;
  readonly categories: readonly string[];
  readonly ground: string;
  readonly reason: string | null;
  readonly personId: string | null;
}

/** Why an alert cannot be closed like this. */
export type ReviewCode = 'alert-unknown' | 'alert-closed' | 'alert-own' | 'colleague-unknown';
