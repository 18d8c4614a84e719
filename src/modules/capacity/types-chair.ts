import type { Instant, Interval } from '#kernel/interval.ts';

/** In which room a chair stands: where somebody is placed, or where they stay while it runs. */
export const CHAIR_ROOMS = ['treatment', 'living'] as const;
export type ChairRoom = (typeof CHAIR_ROOMS)[number];

/** A chair for day treatment; one in which somebody can lie is a chair too. */
export interface Chair {
  readonly id: string;
  readonly unitId: string;
  readonly code: string;
  readonly room: ChairRoom;
  readonly lying: boolean;
}

/** A stretch of time on one chair. */
export interface ChairClaim {
  readonly id: string;
  readonly placeId: string;
  readonly during: Interval;
  readonly arrivedAt: Instant | null;
  readonly leftAt: Instant | null;
}

/** A chair that is wanted for a visit. */
export interface ChairWish {
  readonly placeId: string;
  /** Opaque: the visit. */
  readonly subject: string;
  readonly during: Interval;
}

/** Where a claim goes: another chair, another time, or both. */
export interface ChairMove {
  readonly claimId: string;
  readonly placeId: string;
  readonly during: Interval;
}

/** Why a chair cannot be had. */
export type ChairConflictReason = 'unknown' | 'other-unit' | 'ended' | 'taken';

/** One chair of the question that cannot be had, as it was asked. */
export interface ChairConflict {
  readonly placeId: string;
  readonly during: Interval;
  readonly reason: ChairConflictReason;
}
