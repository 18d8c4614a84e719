import type { Day } from '#kernel/calendar.ts';
import type { Nurse, Part, Treatment } from './types.ts';

/** The orders of one treatment that were signed in a stretch of days, as means. */
export interface SignedGroup {
  readonly treatment: Treatment;
  readonly orders: number;
  readonly visits: number;
  readonly intervalDays: number;
  readonly toleranceDays: number;
  /** Days from the first on which the first visit might fall up to the last. */
  readonly withinDays: number;
  readonly urgency: number;
}

/** Orders of a house since a day, by treatment. */
export interface SignedSince {
  readonly days: number;
  readonly groups: readonly SignedGroup[];
}

/** An open half-day of the coming weeks with everybody who is on its rota, there or not. */
export interface RotaPart {
  readonly weekday: number;
  readonly part: Part;
  readonly nurses: readonly Nurse[];
}

/** A room as it is usually open: from when on, and its chairs stand apart. */
export interface UsualPart {
  readonly weekday: number;
  readonly part: Part;
  readonly minutes: number;
}

/** Why somebody on the list of a hospital stays there, in the order in which it is asked. */
export const STAYS = [
  'treatment-unknown',
  'treatment-not-signed',
  'needs-hospital',
  'first-in-hospital',
  'no-room-lying',
  'no-room',
] as const;
export type Stays = (typeof STAYS)[number];

/** A line of the list of a hospital, as it could be read. */
export interface DayCarePatient {
  readonly row: number;
  /** The hospital's own number; nothing of it is kept. */
  readonly number: string;
  readonly treatment: string;
  /** How many were given in the hospital. */
  readonly given: number;
  /** How many a year. */
  readonly visits: number;
  readonly pc4: string | null;
  readonly lying: boolean;
  /** The specialist wants this person in the hospital. */
  readonly supervision: boolean;
}

/** A room as far as somebody of the list asks of it. */
export interface OpenRoom {
  readonly unitId: string;
  readonly name: string;
  /** Somebody can lie there. */
  readonly lying: boolean;
  readonly nurses: readonly Nurse[];
  /** On which day the competences are asked. */
  readonly today: Day;
}

/** Why reckoning with growth is refused. */
export type GrowthCode = 'growth-busy' | 'growth-too-long' | 'growth-nothing' | 'growth-treatment';
