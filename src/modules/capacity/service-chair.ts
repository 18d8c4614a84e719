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

/** What becomes of chairs in one go: claims that are given back, that go elsewhere, and that are new. */
export interface ChairChange {
  readonly gone?: readonly string[];
  readonly moves?: readonly ChairMove[];
  readonly wishes?: readonly ChairWish[];
}

/** The claims that go away or elsewhere, under the lock of every chair that is left or wanted. */
const openChairs = async (tx: Tx, wanted: readonly Wanted[], claimIds: readonly string[]) => {
  const before = await chairClaimsById(tx, claimIds);
  const chairs = await lockChairs(tx, idsOf([...wanted, ...before]));
  return { chairs, going: await chairClaimsById(tx, claimIds) };
};

/**
 * Changes chairs for visits, all of them or none; who change chairs with each other do not meet. Two who ask for one chair
 * at the same moment wait for each other at its row; the second reads that it is taken. Who sits keeps the chair. Answers
 * what moved and what is new, in the order of the question.
 */
export const changeChairs = async (
  tx: Tx,
  doing: Doing,
  { gone = [], moves = [], wishes = [] }: ChairChange,
): ChairAnswer => {
  const wanted = [...moves, ...wishes];
  const { chairs, going } = await openChairs(tx, wanted, [...gone, ...moves.map(({ claimId }) => claimId)]);
  const free = new Map(going.filter(({ arrivedAt }) => arrivedAt === null).map((claim) => [claim.id, claim]));
  const ended = moves.filter(({ claimId }) => !free.has(claimId));
  if (ended.length > 0)
    return refuse(ended.map(({ placeId, during }) => ({ placeId, during, reason: 'ended' as const })));
  if (wanted.length > 0) {
    const there = await standing(tx, chairs, wanted, new Set(free.keys()), doing);
    const conflicts = chairConflicts(wanted, there);
    if (conflicts.length > 0) return refuse(conflicts);
  }
  const released = gone.flatMap((id) => free.get(id) ?? []);
  if (released.length > 0)
    await releaseChairClaims(
      tx,
      released.map(({ id }) => id),
      doing.now,
    );
  if (moves.length > 0) await moveChairClaims(tx, moves);
  const made = wishes.map((wish) => ({ ...wish, id: newId() }));
  if (made.length > 0) await insertChairClaims(tx, made, doing.now);
  const moved = moves.map(({ claimId: id, placeId, during }) => ({ id, placeId, during }));
  await record(tx, [
    ...linesOf(doing, 'chair-released', released, chairs),
    ...linesOf(doing, 'chair-moved', moved, chairs),
    ...linesOf(doing, 'chair-claimed', made, chairs),
  ]);
  return ok(
    [...moved, ...made].map(({ id, placeId, during }) => ({
      ...{ id, placeId, during, arrivedAt: null, leftAt: null },
    })),
  );
};

/** Takes chairs for visits, all of them or none. */
export const claimMany = (tx: Tx, doing: Doing, wishes: readonly ChairWish[]): ChairAnswer =>
  changeChairs(tx, doing, { wishes });

/** Gives chairs back; giving back twice is the same as once, and who sits keeps the chair. */
export const releaseMany = async (tx: Tx, doing: Doing, claimIds: readonly string[]): Promise<void> => {
  if (claimIds.length > 0) await changeChairs(tx, doing, { gone: claimIds });
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
