import type { Instant } from '#kernel/interval.ts';
import type { Sentence } from '#kernel/refusal.ts';

/** The sections of a nursing handover, in the order in which they are read. */
export const HANDOVER_SECTIONS = [
  'administrative',
  'from-nurse',
  'to-nurse',
  'diagnosis',
  'clinical-report',
  'history',
  'allergies',
  'alerts',
  'medication',
  'observations',
  'nursing-plan',
  'nursing-report',
  'nutrition',
  'personal-social',
  'home',
  'social-context',
] as const;
export type HandoverSection = (typeof HANDOVER_SECTIONS)[number];

/** `in`: to the house that said yes. `out`: from the house to who goes on. */
export const HANDOVER_DIRECTIONS = ['in', 'out'] as const;
export type HandoverDirection = (typeof HANDOVER_DIRECTIONS)[number];

/** The states of a handover, in order. */
export const HANDOVER_STATES = ['draft', 'sent', 'received', 'revoked'] as const;
export type HandoverState = (typeof HANDOVER_STATES)[number];

/** Which acts move a handover; everything else is refused. Drawn in docs/states. */
export const handoverTransitions = [
  { from: 'draft', act: 'send', to: 'sent' },
  { from: 'sent', act: 'send', to: 'sent' },
  { from: 'sent', act: 'confirm', to: 'received' },
  { from: 'draft', act: 'revoke', to: 'revoked' },
  { from: 'sent', act: 'revoke', to: 'revoked' },
  { from: 'received', act: 'revoke', to: 'revoked' },
] as const satisfies readonly { from: HandoverState; act: string; to: HandoverState }[];
export type HandoverAct = (typeof handoverTransitions)[number]['act'];

/** Why it was taken back: by who sent it, or because the transfer does not go on. */
export const REVOKE_REASONS = ['sender', 'closed', 'not-arrived', 'displaced', 'died'] as const;
export type RevokeReason = (typeof REVOKE_REASONS)[number];

/** Where a line that nobody had to type comes from. */
export const HANDOVER_SOURCES = [
  'person',
  'request',
  'triage',
  'region',
  'stay',
  'observation',
  'medication',
  'barrier',
  'return',
] as const;
export type HandoverSource = (typeof HANDOVER_SOURCES)[number];

/** What a section is: its code in the standard for nursing handovers, and from whom it is needed. */
export interface SectionFacts {
  readonly code: HandoverSection;
  /** The concept of SNOMED CT that eOverdracht gives it; null where it gives none. */
  readonly snomed: string | null;
  readonly title: Sentence;
  /** What is written here, in the words of the ward. */
  readonly hint: Sentence;
  /** In which direction it is missed when it is empty. */
  readonly needed: readonly HandoverDirection[];
  /** Can there be none of it? Then that is said, and is something else than nothing said. */
  readonly mayBeNone: boolean;
}

/** A line that is known already, with where it comes from. */
export interface KnownLine {
  /** What it is about; by this key it can be left out. */
  readonly key: string;
  readonly text: string;
  readonly source: HandoverSource;
}

/** What was written in a section, or said of it. */
export interface WrittenSection {
  readonly text: string;
  /** There is none, and that was asked. */
  readonly none: boolean;
  /** Known lines that do not go along, by key. */
  readonly without: readonly string[];
}

/** What was written per section; a section that is not there was not touched. */
export type WrittenSections = Readonly<Partial<Record<HandoverSection, WrittenSection>>>;

/** A section as it was sent. */
export interface SentSection {
  readonly known: readonly KnownLine[];
  readonly text: string;
  readonly none: boolean;
}

/** A handover as it was sent. */
export type SentSections = Readonly<Partial<Record<HandoverSection, SentSection>>>;

/** Who receives: an organisation of the region, or somebody outside it who is called. */
export type HandoverReceiver =
  | { readonly organisationId: string }
  | { readonly name: string; readonly phone: string };

/** Why something about a handover cannot be done. */
export type HandoverCode =
  | 'handover-unknown'
  | 'handover-received'
  | 'handover-revoked'
  | 'handover-not-sent'
  | 'handover-no-receiver'
  | 'handover-sent-elsewhere'
  | 'handover-other-side'
  | 'handover-inside'
  | 'handover-passed';

/** What goes along with somebody who moves on. */
export interface Handover {
  readonly id: string;
  readonly requestId: string;
  readonly personId: string;
  readonly stayId: string | null;
  readonly direction: HandoverDirection;
  readonly fromOrg: string;
  readonly toOrg: string | null;
  readonly toName: string | null;
  readonly toPhone: string | null;
  readonly toDoctor: string | null;
  readonly state: HandoverState;
  readonly sections: WrittenSections;
  readonly savedAt: Instant;
  readonly savedBy: string;
  readonly sentAt: Instant | null;
  readonly receivedAt: Instant | null;
  readonly receivedBy: string | null;
  readonly byPhone: boolean;
  readonly revokedAt: Instant | null;
  readonly revokedBecause: RevokeReason | null;
  readonly version: number;
}
