import type { Instant } from '#kernel/interval.ts';

/** What a line of a note is. */
export const LINE_KINDS = ['note', 'decision', 'action'] as const;
export type LineKind = (typeof LINE_KINDS)[number];

/** When several sit together about one case. */
export interface Meeting {
  readonly id: string;
  readonly caseId: string;
  readonly at: Instant;
  readonly minutes: number;
  readonly place: string;
  readonly cancelled: string | null;
}

/** One line of the note. An empty text was struck by somebody who saw what stood there. */
export interface NoteLine {
  readonly id: string;
  readonly place: number;
  /** The line it stands beside: both were written by somebody who had not seen the other. */
  readonly beside: string | null;
  readonly version: number;
  readonly text: string;
  readonly kind: LineKind;
  readonly actionId: string | null;
  readonly byName: string;
  readonly at: Instant;
}

/** Something somebody typed: in which line, over which version of it (0: a line of their own), with an id of the device. */
export interface NoteAct {
  readonly id: string;
  readonly lineId: string;
  readonly place: number;
  readonly seen: number;
  readonly text: string;
}

/** Why something in a meeting cannot be done. */
export type MeetingCode =
  | 'meeting-unknown'
  | 'meeting-in-past'
  | 'meeting-cancelled'
  | 'line-unknown'
  | 'line-settled'
  | 'line-empty';
