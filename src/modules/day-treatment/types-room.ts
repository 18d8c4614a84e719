import type { Day } from '#kernel/calendar.ts';
import type { Interval } from '#kernel/interval.ts';
import type { Absent, Nurse, Order, Part, Treatment, Visit } from './types.ts';

/** The days on which the Netherlands is closed. */
export const HOLIDAYS = [
  'new-year',
  'easter',
  'easter-monday',
  'kings-day',
  'liberation-day',
  'ascension',
  'whit-sunday',
  'whit-monday',
  'christmas',
  'boxing-day',
] as const;
export type Holiday = (typeof HOLIDAYS)[number];

/** Why nothing runs in a half-day. */
export const STANDSTILLS = ['closed', 'too-few-nurses'] as const;
export type Standstill = (typeof STANDSTILLS)[number];

/** Why a visit cannot stay where it was planned. */
export const MUST_MOVE = [
  'closed',
  'outside-hours',
  'too-few-nurses',
  'nurse-away',
  'no-competence',
  'order-changed',
] as const;
export type MustMove = (typeof MUST_MOVE)[number];

/** A unit where day treatment is given. */
export interface Room {
  readonly unitId: string;
  readonly organisationId: string;
  /** What is at hand when somebody reacts. */
  readonly emergency: readonly string[];
  /** How somebody gets there. */
  readonly route: string | null;
}

/** When a room is usually open on a weekday, in minutes of the day. */
export interface Opening {
  readonly weekday: number;
  readonly part: Part;
  readonly opens: number;
  readonly closes: number;
  readonly since: Day;
  /** The first day it does not count any more. */
  readonly until: Day | null;
}

/** A nurse as they are kept. */
export interface KeptNurse extends Nurse {
  readonly ended: boolean;
  readonly version: number;
}

/** Who is on the rota of a half-day, and whether they are there. */
export interface Shift {
  readonly halfDayId: string;
  readonly nurseId: string;
  readonly absent: Absent | null;
}

/** Days on which a nurse is not there; without a last day nobody knows yet. */
export interface Away {
  readonly id: string;
  readonly nurseId: string;
  readonly from: Day;
  readonly last: Day | null;
  readonly why: Absent;
}

/** A visit that has its moment, with what its order and treatment ask. */
export interface RoomVisit extends Omit<Visit, 'halfDayId' | 'during' | 'setUp'> {
  readonly halfDayId: string;
  readonly during: Interval;
  readonly setUp: Interval;
  readonly order: Pick<Order, 'personId' | 'visits' | 'signature'>;
  readonly treatment: Pick<Treatment, 'name' | 'group' | 'running' | 'ratio' | 'competences'>;
}

/** Why something about a room, its half-days or its nurses cannot be done. */
export type RoomCode =
  | 'day-room-unknown'
  | 'chair-in-use'
  | 'chair-number-taken'
  | 'opening-hours'
  | 'opening-past'
  | 'half-day-unknown'
  | 'half-day-over'
  | 'half-day-closed'
  | 'half-day-open'
  | 'half-day-running'
  | 'nurse-unknown'
  | 'nurse-ended'
  | 'nurse-not-there'
  | 'away-past'
  | 'away-unknown';
