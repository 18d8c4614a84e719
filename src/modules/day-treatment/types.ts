import type { Day } from '#kernel/calendar.ts';
import type { Instant, Interval } from '#kernel/interval.ts';

// How far somebody is, from the acts alone: a tablet without a network reads the same day as the house.
export { OVER, type Phase, type Standing, standingActs, standingOf } from './decide/day.ts';
export * from './types-act.ts';

/** What a treatment is for; its letter on the grid. */
export const TREATMENT_GROUPS = ['iron', 'immunoglobulin', 'bone'] as const;
export type TreatmentGroup = (typeof TREATMENT_GROUPS)[number];

/** What a nurse must be proven able to do. */
export const COMPETENCES = ['infusion', 'immunoglobulin', 'injection', 'anaphylaxis'] as const;
export type Competence = (typeof COMPETENCES)[number];

/** In which room somebody sits, in minutes after the start of the visit. */
export interface Seat {
  readonly room: 'treatment' | 'living';
  readonly lying: boolean;
  readonly from: number;
  readonly until: number;
}

/** A treatment as it may be given outside the hospital. Times are minutes. */
export interface Treatment {
  readonly code: string;
  readonly version: number;
  readonly name: string;
  readonly group: TreatmentGroup;
  /** One nurse is with this person and nobody else. */
  readonly setUp: number;
  readonly running: number;
  readonly observation: number;
  /** How many people one nurse may look after while it runs and afterwards. */
  readonly ratio: number;
  readonly seats: readonly Seat[];
  readonly competences: readonly Competence[];
  /** How old the blood result may be on the day; null: none is needed. */
  readonly labDays: number | null;
  readonly firstInHospital: boolean;
  /** Working days the pharmacy needs. */
  readonly pharmacyDays: number;
  readonly coldChain: boolean;
  readonly weight: boolean;
  /** What must be at hand, in the words of the clinic. */
  readonly emergency: readonly string[];
  /** What the clinic wrote to do on a reaction, in order; empty in a draft. */
  readonly reaction: readonly string[];
  /** What to bring and how to prepare, in the words of the clinic, for the person; a version signed before this was asked has none. */
  readonly preparation?: readonly string[];
  /** Where the times come from. */
  readonly source: string;
}

/** From draft to the last visit. */
export const ORDER_STATES = ['draft', 'signed', 'stopped', 'done'] as const;
export type OrderState = (typeof ORDER_STATES)[number];

/** When somebody would like to come. Wishes only order. */
export interface Wishes {
  /** 1 is Monday; empty: any day. */
  readonly weekdays: readonly number[];
  readonly part: Part | null;
}

/** What a specialist ordered for one person. */
export interface Order {
  readonly id: string;
  readonly code: string;
  readonly personId: string;
  readonly treatment: string;
  readonly treatmentVersion: number;
  readonly hospitalOrg: string;
  readonly siteOrg: string;
  readonly gpOrg: string | null;
  readonly specialistName: string;
  readonly specialistPhone: string;
  readonly visits: number;
  /** How many of the course were given in the hospital, and the first of them when. */
  readonly given: number;
  readonly firstGivenOn: Day | null;
  readonly intervalDays: number;
  readonly toleranceDays: number;
  readonly fromDay: Day;
  readonly latestDay: Day;
  readonly validUntil: Day;
  /** 1 is usual, 5 cannot wait. */
  readonly urgency: number;
  readonly dose: string;
  readonly weightKg: number | null;
  readonly labOn: Day | null;
  readonly labOk: boolean | null;
  readonly limits: string | null;
  /** When nothing is given any more, in the specialist's words. */
  readonly stopRule: string;
  readonly wishes: Wishes;
  readonly state: OrderState;
  readonly signedAt: Instant | null;
  readonly signedBy: string | null;
  readonly signature: number;
  readonly endedAt: Instant | null;
  readonly stopReason: string | null;
  readonly version: number;
}

/** Which half of the day. */
export const PARTS = ['morning', 'afternoon'] as const;
export type Part = (typeof PARTS)[number];

/** Why a half-day is closed. */
export const CLOSED = ['holiday', 'no-staff', 'maintenance', 'other'] as const;
export type Closed = (typeof CLOSED)[number];

/** Half a day of one room with chairs. */
export interface HalfDay {
  readonly id: string;
  readonly unitId: string;
  readonly day: Day;
  readonly part: Part;
  readonly opens: Instant;
  readonly closes: Instant;
  readonly closed: Closed | null;
  readonly closedNote: string | null;
  readonly version: number;
}

/** Why a nurse who was on the rota is not there. */
export const ABSENT = ['ill', 'leave', 'elsewhere'] as const;
export type Absent = (typeof ABSENT)[number];

/** Somebody who gives treatment in a room, and until when each competence is proven. */
export interface Nurse {
  readonly id: string;
  readonly unitId: string;
  readonly name: string;
  readonly initials: string;
  readonly competences: readonly { readonly competence: Competence; readonly validUntil: Day }[];
}

/** Where a visit stands. While somebody is in the house the acts say how far it is. */
export const VISIT_STATES = [
  'to-plan',
  'planned',
  'arrived',
  'done',
  'not-given',
  'no-show',
  'cancelled',
] as const;
export type VisitState = (typeof VISIT_STATES)[number];

/** One visit of an order. */
export interface Visit {
  readonly id: string;
  readonly orderId: string;
  readonly number: number;
  readonly attempt: number;
  readonly state: VisitState;
  readonly halfDayId: string | null;
  readonly during: Interval | null;
  readonly nurseId: string | null;
  readonly setUp: Interval | null;
  /** The claims on its chairs, in the order in which somebody sits in them. */
  readonly claims: readonly string[];
  readonly locked: boolean;
  readonly signature: number;
  readonly drugReadyAt: Instant | null;
  readonly confirmedAt: Instant | null;
  readonly version: number;
}
