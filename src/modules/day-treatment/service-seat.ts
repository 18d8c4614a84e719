import { DAY, HOUR, type Instant, MINUTE } from '#kernel/interval.ts';
import {
  arriveOnChair,
  chairClaimsOf,
  claimMany,
  type Doing,
  leaveChair,
  releaseMany,
} from '#modules/capacity/index.ts';
import type { ChairClaim } from '#modules/capacity/types.ts';
import type { Tx } from '#platform/db/database.ts';
import { OVER, type Standing } from './decide/day.ts';
import { type ChairStep, chairStep, type Sitting, sittingsOf } from './decide/sitting.ts';
import { writeClaims } from './store-day.ts';
import type { HalfDay, Seat, Treatment } from './types.ts';
import type { ListedVisit } from './types-day.ts';

/** A visit whose chairs follow its acts. */
interface Sits {
  readonly visit: ListedVisit;
  readonly treatment: Treatment;
  readonly standing: Standing;
}

/** One chair of one visit, and what has to be done with it. */
interface Chair {
  readonly visitId: string;
  readonly index: number;
  readonly claim: ChairClaim;
  readonly seat: Seat;
  readonly sitting: Sitting;
  readonly step: ChairStep;
  /** When the visit was to begin. */
  readonly planned: Instant;
}

/** Around a half-day, as far as the clock of a tablet and a late start may go. */
const AROUND = 12 * HOUR;
/** So far back a chair may still be taken by somebody of whom nobody said that they left. */
const FORGOTTEN = 28 * DAY;

const chairsOf = ({ visit, treatment, standing }: Sits, claims: ReadonlyMap<string, ChairClaim>): Chair[] => {
  const over = OVER.includes(standing.phase);
  const sittings = sittingsOf(standing, treatment);
  return visit.claims.flatMap((id, index) => {
    const [claim, seat, sitting] = [claims.get(id), treatment.seats[index], sittings[index]];
    if (claim === undefined || seat === undefined || sitting === undefined) return [];
    const planned = visit.during?.from ?? claim.during.from;
    return [
      { visitId: visit.id, index, claim, seat, sitting, planned, step: chairStep(claim, sitting, over) },
    ];
  });
};

/** Everybody gets up who does: chairs must be empty before others sit down. */
const rise = async (tx: Tx, chairs: readonly Chair[], doing: Doing): Promise<void> => {
  const unused = chairs.filter(({ step }) => step === 'release').map(({ claim }) => claim.id);
  await releaseMany(tx, doing, unused);
  for (const { step, claim, sitting } of chairs) {
    if (claim.arrivedAt === null || claim.leftAt !== null) continue;
    if (step === 'leave') await leaveChair(tx, claim.id, sitting.leftAt ?? claim.arrivedAt, doing);
    // Put down for the wrong person: nobody sat here.
    if (step === 'again') await leaveChair(tx, claim.id, claim.arrivedAt, doing);
  }
};

/** The same chair for the time that is left; when somebody else has it meanwhile, the visit goes on without. */
const claimAgain = async (tx: Tx, chair: Chair, doing: Doing): Promise<string | null> => {
  const { claim, seat, planned, visitId } = chair;
  const from = Math.max(claim.arrivedAt ?? 0, claim.leftAt ?? 0, claim.during.from + 1);
  const end = planned + seat.until * MINUTE;
  const until = end > from ? end : from + (seat.until - seat.from) * MINUTE;
  const wish = { placeId: claim.placeId, subject: visitId, during: { from, until } };
  const claimed = await claimMany(tx, doing, [wish]);
  return claimed.ok ? (claimed.value[0]?.id ?? null) : null;
};

/** Of whom nobody said that they left, on an earlier half-day, is gone by now. */
const clear = async (tx: Tx, { unitId, opens }: HalfDay, placeId: string, doing: Doing): Promise<void> => {
  const before = await chairClaimsOf(tx, unitId, { from: opens - FORGOTTEN, until: opens });
  const forgotten = before.filter(
    (claim) =>
      claim.placeId === placeId &&
      claim.arrivedAt !== null &&
      claim.leftAt === null &&
      claim.during.until <= opens,
  );
  for (const { id, during } of forgotten) await leaveChair(tx, id, during.until, doing);
};

const sit = async (
  tx: Tx,
  halfDay: HalfDay,
  { step, sitting, claim }: Chair,
  claimId: string,
  doing: Doing,
): Promise<void> => {
  if (sitting.satAt === null || step === 'leave' || step === 'none') return;
  // In a chair that is not empty nobody is put: the acts say where they are, and the next act tries again.
  let sat = await arriveOnChair(tx, claimId, sitting.satAt, doing);
  if (!sat.ok && sat.refusal.code === 'chair-occupied') {
    await clear(tx, halfDay, claim.placeId, doing);
    sat = await arriveOnChair(tx, claimId, sitting.satAt, doing);
  }
  if (sat.ok && sitting.leftAt !== null) await leaveChair(tx, claimId, sitting.leftAt, doing);
};

/** One visit sits down where its acts say, and has its chairs written anew when one of them changed. */
const sitDown = async (
  tx: Tx,
  halfDay: HalfDay,
  { visit, list }: { readonly visit: ListedVisit; readonly list: readonly Chair[] },
  doing: Doing,
): Promise<void> => {
  const now = [...visit.claims];
  for (const chair of list) {
    const claimId = chair.step === 'again' ? await claimAgain(tx, chair, doing) : chair.claim.id;
    if (claimId === null) continue;
    now[chair.index] = claimId;
    await sit(tx, halfDay, chair, claimId, doing);
  }
  if (now.some((id, i) => id !== visit.claims[i])) await writeClaims(tx, visit.id, now);
};

/**
 * Chairs follow what happened: who gets up first, then who sits down, in the order in which they came. A chair never holds
 * up an act: somebody is in the house, whatever the plan says.
 */
export const followChairs = async (
  tx: Tx,
  halfDay: HalfDay,
  sits: readonly Sits[],
  doing: Doing,
): Promise<void> => {
  const around = { from: halfDay.opens - AROUND, until: halfDay.closes + AROUND };
  const known = await chairClaimsOf(tx, halfDay.unitId, around);
  const claims = new Map(known.map((claim) => [claim.id, claim]));
  const chairs = sits
    .toSorted((a, b) => (a.standing.arrivedAt ?? 0) - (b.standing.arrivedAt ?? 0))
    .map((each) => ({ visit: each.visit, list: chairsOf(each, claims) }));
  await rise(
    tx,
    chairs.flatMap(({ list }) => list),
    doing,
  );
  for (const each of chairs) await sitDown(tx, halfDay, each, doing);
};
