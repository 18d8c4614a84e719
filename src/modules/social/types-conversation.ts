import type { Instant } from '#kernel/interval.ts';

/** The six dimensions of positive health, in the order in which the web is drawn. */
export const DIMENSIONS = ['bodily', 'mental', 'meaning', 'quality', 'taking-part', 'daily'] as const;
export type Dimension = (typeof DIMENSIONS)[number];

/** What the person says apart from the dimensions. */
const QUESTIONS = ['matters', 'self', 'network', 'need'] as const;

/** A conversation in its parts; each is marked, written and shared by itself. */
export const TALK_PARTS = [...DIMENSIONS, ...QUESTIONS] as const;
export type TalkPart = (typeof TALK_PARTS)[number];

/** A conversation of the person, alone or with an organisation that holds it with them. */
export interface Conversation {
  readonly id: string;
  readonly personId: string;
  /** With which version of the prompts it was filled. */
  readonly prompts: number;
  /** Null: the person alone. */
  readonly madeOrg: string | null;
  readonly beganAt: Instant;
  readonly finishedAt: Instant | null;
}

/** What the person says of one part. */
export interface Said {
  /** How they feel it is, to draw; null is not marked. */
  readonly mark: number | null;
  readonly words: string;
  readonly talk: boolean;
}

/** A part as it stands; version 0 was never written. */
export interface PartStanding extends Said {
  readonly part: TalkPart;
  readonly version: number;
  readonly changedAt: Instant | null;
  /** Null: by the person, or by nobody yet. */
  readonly changedOrg: string | null;
}

/** A part that was opened for an organisation, on a yes that stands. */
export interface Share {
  readonly part: TalkPart;
  readonly organisationId: string;
}

/** Why something about a conversation cannot be done. */
export type ConversationCode =
  | 'conversation-unknown'
  | 'conversation-over'
  | 'conversation-empty'
  | 'part-unmarked'
  | 'share-organisation-unknown'
  | 'share-by-person';
