import type { Instant } from '#kernel/interval.ts';

/** How near somebody stands, as the person feels it; the circles of the drawing. */
export const NEARNESS = ['close', 'around', 'further'] as const;
export type Near = (typeof NEARNESS)[number];

/** How caring goes, as the carer says it: a choice to begin a talk with, never a score. */
export const LOADS = ['goes-well', 'just-goes', 'too-much'] as const;
export type Load = (typeof LOADS)[number];

/** More people than this cannot be drawn, nor talked about. */
export const MOST_PEOPLE = 30;

/** How it is for who cares, and what they ask for themselves. */
export interface Carer {
  /** Null: not said. */
  readonly load: Load | null;
  readonly words: string;
  readonly question: string;
}

/** What the person says of somebody round them. */
export interface Around {
  readonly name: string;
  readonly bond: string;
  readonly near: Near;
  readonly does: string;
  /** Null: they do not care for the person beside their own life. */
  readonly carer: Carer | null;
}

/** Somebody of the network as it stands. */
export interface AroundStanding extends Around {
  readonly id: string;
  readonly conversationId: string;
  readonly version: number;
  readonly changedAt: Instant;
  readonly changedOrg: string | null;
}

/** Why something of the network cannot be done. */
export type NetworkCode = 'around-unknown' | 'network-full';
