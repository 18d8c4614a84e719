import type { Day } from '#kernel/calendar.ts';
import type { Instant } from '#kernel/interval.ts';

/** What can be seen of somebody and written down. */
export const KINDS = [
  'sleep',
  'meal',
  'blood-pressure',
  'restlessness',
  'walking',
  'weight',
  'pain',
  'temperature',
  'pulse',
  'nutrition',
  'self-care',
  'lab',
  'physio',
  'house-visit',
  'talk',
  'note',
] as const;
export type ObservationKind = (typeof KINDS)[number];

/** In which part of the day it was. */
export const DAY_PARTS = ['night', 'morning', 'afternoon', 'evening'] as const;
export type DayPart = (typeof DAY_PARTS)[number];

/** Who can have seen it. */
export const SEEN_BY = ['nurse', 'carer', 'physio', 'doctor', 'family', 'person', 'welfare'] as const;
export type SeenBy = (typeof SEEN_BY)[number];

/** In what a number is counted. */
export const UNITS = [
  'hours',
  'part',
  'mmHg',
  'metres',
  'kg',
  'score',
  'celsius',
  'per-minute',
  'point',
] as const;
export type Unit = (typeof UNITS)[number];

/** One number of a kind: between which bounds it can be, and in steps of what. */
export interface NumberSpec {
  readonly key: string;
  readonly unit: Unit;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly needed: boolean;
}

/** The rows of the strip, in order. */
export const ROW_KINDS = ['sleep', 'meals', 'pressure-drop', 'restlessness', 'walking'] as const;
export type RowKind = (typeof ROW_KINDS)[number];

/** From where a number of a row is out of range. */
export interface RowLimit {
  readonly at: number;
  readonly side: 'below' | 'above';
}

/** Scales whose total the house counts. */
export const SCALE_KINDS = ['dos', 'snaq65', 'barthel'] as const;
export type ScaleKind = (typeof SCALE_KINDS)[number];

/** What a kind of observation is made of. */
export interface KindSpec {
  readonly kind: ObservationKind;
  readonly numbers: readonly NumberSpec[];
  /** The scale it fills in, item by item; its total is never typed. */
  readonly scale: ScaleKind | null;
  /** In which row of the strip it shows. */
  readonly row: RowKind | null;
  /** Parts of the day it can be about; the first is usual when nothing else is said. Empty: any. */
  readonly parts: readonly DayPart[];
  /** Words are needed where there are no numbers. */
  readonly textNeeded: boolean;
}

/** One item of a scale: its code, our own short words, and the points it can have. */
export interface ScaleItem {
  readonly code: string;
  readonly nl: string;
  readonly en: string;
  readonly max: number;
}

/** What a total says: from which points on, in our own short words. */
export interface ScaleBand {
  readonly from: number;
  readonly code: string;
  readonly nl: string;
  readonly en: string;
  readonly out: boolean;
}

/** A scale: items, and what its total says. */
export interface ScaleSpec {
  readonly scale: ScaleKind;
  readonly kind: ObservationKind;
  readonly items: readonly ScaleItem[];
  readonly of: number;
  readonly bands: readonly ScaleBand[];
}

/** A result of blood or urine, as the laboratory gave it. */
export interface Lab {
  readonly sample: 'blood' | 'urine';
  readonly name: string;
  /** Null when the result is words. */
  readonly value: number | null;
  readonly unit: string;
  /** Between what it should be, as the laboratory says. */
  readonly low: number | null;
  readonly high: number | null;
}

/** What was seen. */
export interface Observation {
  readonly id: string;
  readonly kind: ObservationKind;
  readonly day: Day;
  readonly dayPart: DayPart;
  readonly at: Instant;
  readonly seenBy: SeenBy;
  readonly name: string;
  readonly measured: Readonly<Record<string, number>>;
  readonly lab: Lab | null;
  readonly text: string;
  readonly recordedAt: Instant;
  readonly withdrawn: { readonly at: Instant; readonly reason: string } | null;
}

/** What can happen to a medicine. */
export const MEDICATION_CHANGES = ['stopped', 'started', 'lowered', 'raised', 'replaced'] as const;
export type MedicationChange = (typeof MEDICATION_CHANGES)[number];

/** A change in the medicines, and why; the reason may follow. */
export interface Medication {
  readonly id: string;
  readonly medicine: string;
  readonly change: MedicationChange;
  readonly detail: string;
  readonly reason: string | null;
  readonly day: Day;
  readonly byName: string;
  readonly version: number;
}

/** A line of the day plan. */
export interface Task {
  readonly id: string;
  readonly day: Day;
  readonly minutes: number | null;
  readonly kind: string;
  readonly label: string;
  readonly doneAt: Instant | null;
  readonly doneBy: string | null;
  readonly skipped: string | null;
  readonly version: number;
}

/** The boxes of the answer that are written; the medicines fill the fifth. */
export const WRITTEN_BOXES = ['seen', 'finding', 'advice', 'followUp'] as const;
export type WrittenBox = (typeof WRITTEN_BOXES)[number];

/** All five boxes of the answer, in order. */
export const BOXES = ['seen', 'finding', 'advice', 'medication', 'followUp'] as const;
export type Box = (typeof BOXES)[number];

/** Why a box is not ready. */
export const MISSING_WHYS = ['empty', 'reason-missing'] as const;

/** A letter to the GP, or the draft of one. */
export interface Answer {
  readonly id: string;
  readonly number: number;
  readonly boxes: Readonly<Record<WrittenBox, string>>;
  /** As it stood when it was sent; null in a draft. */
  readonly medication: readonly Medication[] | null;
  readonly savedAt: Instant;
  readonly savedBy: string;
  readonly sentAt: Instant | null;
  readonly sentBy: string | null;
  readonly readAt: Instant | null;
  readonly version: number;
}

/** Why something about observations, the plan, medicines or the answer cannot be done. */
export type ObservationCode =
  | 'observation-unknown'
  | 'observation-before-arrival'
  | 'observation-in-future'
  | 'observation-withdrawn'
  | 'task-unknown'
  | 'task-outside-stay'
  | 'task-settled'
  | 'task-open'
  | 'medication-unknown'
  | 'medication-outside-stay'
  | 'answer-incomplete'
  | 'answer-reason-unseen'
  | 'answer-no-draft'
  | 'answer-unknown'
  | 'retriage-running';
