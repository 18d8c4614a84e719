import type { Instant } from '#kernel/interval.ts';

/** What the person says of a look: it is right, there is a question, or something else is wrong. */
export const OWN_ANSWERS = ['right', 'question', 'wrong'] as const;
export type OwnAnswerKind = (typeof OWN_ANSWERS)[number];

/** How far back the person looks. */
export const OWN_PERIODS = ['week', 'year', 'all'] as const;
export type OwnPeriod = (typeof OWN_PERIODS)[number];

/** What somebody did, in the words the person reads. */
export const OWN_ACTS = ['seen', 'changed', 'printed', 'exported', 'followed', 'refused'] as const;
export type OwnAct = (typeof OWN_ACTS)[number];

/** What of the person was seen, in kinds the person knows; the log writes the same words. */
export const OWN_SEEN = [
  'profile',
  'name-and-contact',
  'reason-and-care',
  'triage',
  'letter',
  'stay',
  'messages',
  'consent',
  'conversation',
  'log',
] as const;
export type OwnSeen = (typeof OWN_SEEN)[number];

/** Why somebody might look, in grounds the person knows. */
export const OWN_GROUNDS = [
  'treatment',
  'referral',
  'offer',
  'consent',
  'break-glass',
  'triage',
  'own',
  'administration',
  'none',
] as const;
export type OwnGround = (typeof OWN_GROUNDS)[number];

/** One look at the person, as the log tells it. */
export interface Look {
  readonly id: string;
  readonly at: Instant;
  readonly actor: string;
  readonly role: string;
  readonly organisationId: string | null;
  readonly act: OwnAct;
  readonly seen: readonly OwnSeen[];
  readonly ground: OwnGround;
  readonly reason: string | null;
}

/** Looks of one person at the same thing on one day, told once. `at` is the last of them. */
export interface MergedLook extends Look {
  readonly times: number;
}

/** A personal link as it stands. */
export interface OwnDoor {
  readonly id: string;
  readonly personId: string;
  /** Whose link it is when it is not the person's own. */
  readonly relativeId: string | null;
  /** The relative is no longer asked along. */
  readonly revoked: boolean;
  readonly email: string | null;
  readonly until: Instant;
  readonly endedAt: Instant | null;
  readonly tries: number;
}

/** A code as it was sent; only its digest. */
export interface OwnCode {
  readonly id: string;
  readonly codeHash: string;
  readonly until: Instant;
  readonly tries: number;
  readonly usedAt: Instant | null;
}
