import type { Instant } from '#kernel/interval.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import type { Tx } from '#platform/db/database.ts';
import { newId } from '#platform/db/ids.ts';
import { type Entry, record } from '#platform/diary/diary.ts';
import { type Chairs, chairConflicts, decideRise, decideSit } from './decide/chair.ts';
import { type Doing, notOwn, siteOf } from './doing.ts';
import {
  chairClaimsById,
  claimsOnChairs,
  insertChairClaims,
  lockChairs,
  moveChairClaims,
  releaseChairClaims,
  sitsElsewhere,
  writeSitting,
} from './store-chair.ts';
import type { CapacityCode } from './types.ts';
import type { Chair, ChairClaim, ChairConflict, ChairMove, ChairWish } from './types-chair.ts';

/** All chairs, or everything that stood in the way. */
type ChairAnswer = Promise<Result<readonly ChairClaim[], readonly ChairConflict[]>>;

type Wanted = Pick<ChairWish, 'placeId' | 'during'>;

const line = (doing: Doing, event: string, claim: Wanted & { readonly id: string }, chair: Chair): Entry => ({
  at: doing.now,
  room: 'capacity',
  event,
  subject: claim.id,
  unitId: chair.unitId,
  organisationId: siteOf(doing.region, chair.unitId).organisationId,
  actor: doing.actor.id,
  body: {
    placeId: claim.placeId,
    kind: 'treatment',
    from: claim.during.from,
    until: claim.during.until,
  },
});

const linesOf = (
  doing: Doing,
  event: string,
  claims: readonly (Wanted & { readonly id: string })[],
  chairs: readonly Chair[],
): Entry[] => {
  const byId = new Map(chairs.map((chair) => [chair.id, chair]));
  return claims.flatMap((claim) => {
    const chair = byId.get(claim.placeId);
    return chair === undefined ? [] : [line(doing, event, claim, chair)];
  });
};

const idsOf = (wanted: readonly Wanted[]): string[] => [...new Set(wanted.map(({ placeId }) => placeId))];

/** What stands on locked chairs, but for the claims that go away from them. */
const standing = async (
  tx: Tx,
  chairs: readonly Chair[],
  wanted: readonly Wanted[],
  without: ReadonlySet<string>,
  doing: Doing,
): Promise<Chairs> => {
  const since = Math.min(...wanted.map(({ during }) => during.from));
  const claims = await claimsOnChairs(tx, idsOf(wanted), since);
  const foreign = chairs.filter(({ unitId }) => notOwn(doing, unitId) !== null).map(({ id }) => id);
  return {
    own: new Set(chairs.map(({ id }) => id)),
    foreign: new Set(foreign),
    claims: claims.filter(({ id }) => !without.has(id)),
  };
};

/**
 * Takes chairs for visits, all of them or none. Two who ask for one chair at the same moment wait for each other at its
 * row; the second reads that it is taken.
 */
export const claimMany = async (tx: Tx, doing: Doing, wishes: readonly ChairWish[]): ChairAnswer => {
  if (wishes.length === 0) return ok([]);
  const chairs = await lockChairs(tx, idsOf(wishes));
  const conflicts = chairConflicts(wishes, await standing(tx, chairs, wishes, new Set(), doing));
  if (conflicts.length > 0) return refuse(conflicts);
  const made = wishes.map((wish) => ({ ...wish, id: newId() }));
  await insertChairClaims(tx, made, doing.now);
  await record(tx, linesOf(doing, 'chair-claimed', made, chairs));
  return ok(made.map(({ id, placeId, during }) => ({ id, placeId, during, arrivedAt: null, leftAt: null })));
};

/** Moves claims to other chairs or times, all of them or none; who change chairs with each other do not meet. */
export const moveMany = async (tx: Tx, doing: Doing, moves: readonly ChairMove[]): ChairAnswer => {
  if (moves.length === 0) return ok([]);
  const before = await chairClaimsById(
    tx,
    moves.map(({ claimId }) => claimId),
  );
  const chairs = await lockChairs(tx, idsOf([...moves, ...before]));
  const going = await chairClaimsById(
    tx,
    moves.map(({ claimId }) => claimId),
  );
  const known = new Map(going.map((claim) => [claim.id, claim]));
  const gone = moves.filter(({ claimId }) => known.get(claimId)?.arrivedAt !== null);
  if (gone.length > 0)
    return refuse(gone.map(({ placeId, during }) => ({ placeId, during, reason: 'ended' as const })));
  const conflicts = chairConflicts(moves, await standing(tx, chairs, moves, new Set(known.keys()), doing));
  if (conflicts.length > 0) return refuse(conflicts);
  await moveChairClaims(tx, moves);
  const moved = moves.map(({ claimId: id, placeId, during }) => ({ id, placeId, during }));
  await record(tx, linesOf(doing, 'chair-moved', moved, chairs));
  return ok(moved.map((claim) => ({ ...claim, arrivedAt: null, leftAt: null })));
};

/** Gives chairs back; giving back twice is the same as once, and who sits keeps the chair. */
export const releaseMany = async (tx: Tx, doing: Doing, claimIds: readonly string[]): Promise<void> => {
  const claims = await chairClaimsById(tx, claimIds);
  if (claims.length === 0) return;
  const chairs = await lockChairs(tx, idsOf(claims));
  const still = (await chairClaimsById(tx, claimIds)).filter(({ arrivedAt }) => arrivedAt === null);
  await releaseChairClaims(
    tx,
    still.map(({ id }) => id),
    doing.now,
  );
  await record(tx, linesOf(doing, 'chair-released', still, chairs));
};

const onChair = async (
  tx: Tx,
  claimId: string,
  doing: Doing,
  event: string,
  decide: (
    claim: ChairClaim,
    others: readonly ChairClaim[],
  ) => Promise<Result<ChairClaim, Refusal<CapacityCode>>>,
): Promise<Result<ChairClaim, Refusal<CapacityCode>>> => {
  const [before] = await chairClaimsById(tx, [claimId]);
  if (before === undefined) return refuse({ code: 'claim-unknown' });
  const [chair] = await lockChairs(tx, [before.placeId]);
  const [claim] = await chairClaimsById(tx, [claimId]);
  if (chair === undefined || claim?.placeId !== before.placeId) return refuse({ code: 'claim-unknown' });
  const foreign = notOwn(doing, chair.unitId);
  if (foreign !== null) return refuse(foreign);
  const there = await claimsOnChairs(tx, [chair.id], claim.during.from);
  const decided = await decide(
    claim,
    there.filter(({ id }) => id !== claim.id),
  );
  if (!decided.ok) return decided;
  await writeSitting(tx, decided.value);
  await record(tx, [line(doing, event, decided.value, chair)]);
  return decided;
};

/** Somebody sits down in the chair of their visit. */
export const arriveOnChair = (tx: Tx, claimId: string, at: Instant, doing: Doing) =>
  onChair(tx, claimId, doing, 'chair-sat', async (claim, others) => {
    const sat = decideSit(claim, others, at);
    if (sat.ok && (await sitsElsewhere(tx, claimId))) return refuse({ code: 'person-elsewhere' });
    return sat;
  });

/** Somebody gets up from the chair of their visit. */
export const leaveChair = (tx: Tx, claimId: string, at: Instant, doing: Doing) =>
  onChair(tx, claimId, doing, 'chair-left', async (claim, others) => decideRise(claim, others, at));
