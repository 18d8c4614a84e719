import type { Instant } from '#kernel/interval.ts';

/** Why a look is put before a person to judge. */
export const ALERT_RULES = [
  'break-glass',
  'no-relation',
  'colleague',
  'same-surname',
  'same-postcode',
  'volume',
  'odd-hour',
] as const;
export type AlertRule = (typeof ALERT_RULES)[number];

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
  readonly surname: string | null;
  readonly pc4: string | null;
  /** Works by a roster of day and night: then no hour is odd. */
  readonly roundTheClock: boolean;
}

/** What is known of who was looked at. */
export interface Seen {
  readonly id: string;
  readonly surname: string;
  readonly pc4: string | null;
  /** The person works for the same organisation as who looked. */
  readonly colleague: boolean;
}

/** Somebody must judge this: who looked at whom, by which rules, on which looks. */
export interface Alert {
  readonly actor: string;
  readonly personId: string | null;
  readonly rules: readonly AlertRule[];
  readonly looks: readonly string[];
}
