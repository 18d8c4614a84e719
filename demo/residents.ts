import { DAY, HOUR, type Instant, MINUTE } from '#kernel/interval.ts';
import type { Product } from '#kernel/product.ts';
import { pick } from '#kernel/seeded.ts';
import { arrive, type CaseOffer, expectEnd, leave } from './acts.ts';
import { callAfter, meetOnDay14 } from './kept-days.ts';
import { type Course, courseOf } from './parameters.ts';
import { between, inTime, leavingTime, must, type Past, type Resident } from './past.ts';

/** Whose bed this is now; undefined when nobody of this history is in it. */
const residentOn = (past: Past, placeId: string): Resident | undefined =>
  [...past.residents.values()].find((each) => each.placeId === placeId);

const depart = async (past: Past, resident: Resident, at: Instant): Promise<void> => {
  if (!past.residents.delete(resident.claimId)) return;
  const cleaningMinutes = pick(past.chance, [0, 45, 60, 90, 120]);
  must(
    await leave(past, at, resident, { destination: resident.destination, cleaningMinutes }),
    'let somebody leave',
  );
  callAfter(past, resident, at);
};

/** Somebody will leave at this moment; an earlier plan to leave no longer counts. Nobody leaves after a ward's last word. */
export const leaveAt = (past: Past, resident: Resident, moment: Instant): void => {
  const wished = inTime(resident, moment);
  const silent = wished > past.lastWord(resident.unitId) - 2 * MINUTE && wished <= past.now;
  const when = silent ? past.now + 5 * HOUR : wished;
  resident.leavesAt = when;
  past.agenda.add(when, async (at) => {
    if (resident.leavesAt === when) await depart(past, resident, at);
  });
};

/** The ward expects somebody to leave then; a plan behind that loses its bed is followed up. */
export const expectAt = async (
  past: Past,
  resident: Resident,
  wished: { readonly at: Instant; readonly until: Instant; readonly latest: Instant | null },
): Promise<void> => {
  if (!past.residents.has(resident.claimId)) return;
  const until = inTime(resident, wished.until);
  const latest = wished.latest === null ? null : inTime(resident, wished.latest);
  const end = { at: wished.at, until, latest: latest !== null && latest <= until ? null : latest };
  resident.expectedEnd = until;
  const lost = must(await expectEnd(past, end.at, resident, end), 'move an expected end');
  for (const claim of lost) await past.onDisplaced.get(claim.id)?.(end.at);
};

/** Most leave on the day that was expected, some earlier, one in five later; of those a few without anybody saying so. */
const plan = (past: Past, resident: Resident): void => {
  const { chance, agenda } = past;
  const luck = chance();
  const { arrivedAt, expectedEnd } = resident;
  if (luck < 0.65) {
    leaveAt(past, resident, expectedEnd + between(chance, -30, 60) * MINUTE);
    return;
  }
  const early = leavingTime(chance, expectedEnd - between(chance, 1, 3) * DAY);
  if (luck < 0.8) {
    leaveAt(past, resident, Math.max(early, arrivedAt + 20 * HOUR));
    return;
  }
  const late = leavingTime(chance, expectedEnd + between(chance, 1, 5) * DAY);
  leaveAt(past, resident, late);
  const told = expectedEnd - between(chance, 16, 30) * HOUR;
  if (chance() > 0.85 || told <= arrivedAt || told > past.lastWord(resident.unitId) - HOUR) return;
  agenda.add(told, (at) =>
    resident.leavesAt === late
      ? expectAt(past, resident, { at, until: late, latest: null })
      : Promise.resolve(),
  );
};

/** What is known of an arrival before it happens. */
export interface Arrival {
  readonly offer: CaseOffer;
  readonly product: Product;
  /** How the stay will go; drawn when left out. */
  readonly course?: Course;
  /** When they leave, for who the guide tells of. */
  readonly end?: Instant;
}

const settleIn = async (past: Past, arrival: Arrival, at: Instant): Promise<void> => {
  const { offer, product } = arrival;
  const course = arrival.course ?? courseOf(past.chance, product);
  const resident: Resident = {
    claimId: offer.claimId ?? '',
    unitId: offer.unitId,
    placeId: offer.placeId,
    product,
    destination: course.destination,
    arrivedAt: at,
    expectedEnd: arrival.end ?? Math.max(leavingTime(past.chance, at + course.stay), at + 20 * HOUR),
    leavesAt: at,
    stays: false,
    told: arrival.end !== undefined,
  };
  past.residents.set(resident.claimId, resident);
  meetOnDay14(past, resident);
  if (resident.told) leaveAt(past, resident, resident.expectedEnd);
  else plan(past, resident);
  // Of who left long ago nobody asks any more when that was expected.
  const late = Math.max(resident.leavesAt, resident.expectedEnd) > past.now - 6 * DAY;
  if (late) await expectAt(past, resident, { at, until: resident.expectedEnd, latest: null });
};

/**
 * Somebody arrives. Who is still in the bed leaves first, and the new one waits in the hall. Answers false when the bed
 * was lost meanwhile.
 */
export const admit = async (past: Past, arrival: Arrival, at: Instant): Promise<boolean> => {
  const still = residentOn(past, arrival.offer.placeId);
  if (still !== undefined) await depart(past, still, at);
  const arrived = await arrive(past, at, arrival.offer);
  if (arrived.ok) {
    await settleIn(past, arrival, at);
    return true;
  }
  if (arrived.refusal.code === 'not-accepted') return false;
  throw new Error(`the practice region could not let somebody arrive: ${arrived.refusal.code}`);
};
