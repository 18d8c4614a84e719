import { type Instant, type Interval, overlaps } from '#kernel/interval.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import type { CapacityCode } from '#modules/capacity/types.ts';
import type { ChairClaim, ChairConflict } from '#modules/capacity/types-chair.ts';

/** A chair that is asked for, by whom is not the question here. */
interface Wanted {
  readonly placeId: string;
  readonly during: Interval;
}

/** What stands on the chairs that are asked for, and which of them are there at all. */
export interface Chairs {
  readonly own: ReadonlySet<string>;
  readonly foreign: ReadonlySet<string>;
  readonly claims: readonly ChairClaim[];
}

const meets =
  (wanted: Wanted) =>
  (other: Wanted): boolean =>
    other.placeId === wanted.placeId && overlaps(other.during, wanted.during);

/** Everything that stands in the way: who asks for several chairs gets all of them or reads all that is taken. */
export const chairConflicts = (wishes: readonly Wanted[], chairs: Chairs): ChairConflict[] =>
  wishes.flatMap((wanted, i) => {
    const conflict = (reason: ChairConflict['reason']): ChairConflict[] => [
      { placeId: wanted.placeId, during: wanted.during, reason },
    ];
    if (chairs.foreign.has(wanted.placeId)) return conflict('other-unit');
    if (!chairs.own.has(wanted.placeId)) return conflict('unknown');
    const others = [...chairs.claims, ...wishes.slice(0, i)];
    return others.some(meets(wanted)) ? conflict('taken') : [];
  });

/** Somebody sits down. Nobody sits in a chair that is not empty, and a visit that was given back has no chair. */
export const decideSit = (
  claim: ChairClaim,
  others: readonly ChairClaim[],
  at: Instant,
): Result<ChairClaim, Refusal<CapacityCode>> => {
  if (claim.leftAt !== null) return refuse({ code: 'claim-ended' });
  if (claim.arrivedAt !== null) return refuse({ code: 'already-arrived' });
  const full = others.some((other) => other.arrivedAt !== null && other.leftAt === null);
  return full ? refuse({ code: 'chair-occupied' }) : ok({ ...claim, arrivedAt: at });
};

/**
 * Somebody gets up. Earlier than planned frees the chair; later keeps it until the next one has it, because what happened
 * is in the acts and the plan of the next person is not undone by it.
 */
export const decideRise = (
  claim: ChairClaim,
  others: readonly ChairClaim[],
  at: Instant,
): Result<ChairClaim, Refusal<CapacityCode>> => {
  if (claim.arrivedAt === null) return refuse({ code: 'not-arrived' });
  if (claim.leftAt !== null) return refuse({ code: 'claim-ended' });
  const next = Math.min(
    ...others.map(({ during }) => during.from).filter((from) => from >= claim.during.until),
  );
  const leftAt = Math.max(at, claim.arrivedAt);
  const until = Math.max(Math.min(leftAt, next), claim.during.from + 1);
  return ok({ ...claim, leftAt, during: { from: claim.during.from, until } });
};
