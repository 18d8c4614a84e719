import type { Instant } from '#kernel/interval.ts';
import type { Seat, Treatment } from '#modules/day-treatment/types.ts';
import { OVER, type Standing } from './day.ts';

/** Since when and until when somebody sits in one of their chairs; null: not yet. */
export interface Sitting {
  readonly satAt: Instant | null;
  readonly leftAt: Instant | null;
}

/** When somebody comes to a chair: on arriving, when it starts to run, or when it has run. */
const reachedAt = ({ from }: Seat, standing: Standing, setUp: number): Instant | null => {
  if (from === 0) return standing.arrivedAt;
  return from <= setUp ? standing.startedAt : standing.stoppedAt;
};

/** What the acts say about the chairs of a visit, in the order in which somebody sits in them. */
export const sittingsOf = (
  standing: Standing,
  { seats, setUp }: Pick<Treatment, 'seats' | 'setUp'>,
): Sitting[] => {
  const gone = OVER.includes(standing.phase) ? standing.since : null;
  const reached = seats.map((seat) => reachedAt(seat, standing, setUp));
  return reached.map((satAt, i) => ({
    satAt,
    leftAt: satAt === null ? null : (reached[i + 1] ?? gone),
  }));
};

/** What has to be done with a claim on a chair, from how it stands and what the acts say. */
export type ChairStep = 'release' | 'leave' | 'sit' | 'sit-and-leave' | 'again' | 'none';

interface Claimed {
  readonly arrivedAt: Instant | null;
  readonly leftAt: Instant | null;
}

const afterSitting = ({ satAt, leftAt }: Sitting, over: boolean): ChairStep => {
  if (satAt === null && !over) return 'again';
  return satAt !== null && leftAt === null ? 'none' : 'leave';
};

const beforeSitting = ({ satAt, leftAt }: Sitting, over: boolean): ChairStep => {
  if (satAt === null) return over ? 'release' : 'none';
  return leftAt === null ? 'sit' : 'sit-and-leave';
};

/**
 * One chair of a visit. Who was put in it by mistake gets up, and the chair is theirs again for the time that is left;
 * what somebody has not sat in when they are gone is given back.
 */
export const chairStep = (claim: Claimed, sitting: Sitting, over: boolean): ChairStep => {
  if (claim.leftAt !== null) return over || sitting.leftAt !== null ? 'none' : 'again';
  return claim.arrivedAt === null ? beforeSitting(sitting, over) : afterSitting(sitting, over);
};
