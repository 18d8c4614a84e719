import type { SmallRegion } from '#demo/small.ts';
import { makeSmallRegion } from '#demo/small.ts';
import { DAY, type Instant, MINUTE } from '#kernel/interval.ts';
import { createTestDatabase } from '#platform/postgres/test-database.ts';
import { doublesIn } from '#torture/house/judge.ts';

/** One way of holding a bed for 45 minutes: true when the caller got it. Throws what the database throws. */
export interface Holder {
  hold(placeId: string, now: Instant): Promise<boolean>;
  end(): Promise<void>;
}

/** Makes a way of holding over an empty region. */
export type Making = (url: string, small: SmallRegion) => Promise<Holder>;

/** What the checks find about a way of holding. */
export interface Found {
  /** Beds given to two. */
  readonly doubles: number;
  /** Callers who got an error of the database instead of an answer. */
  readonly errors: number;
  /** Beds that an expired hold kept from the next. */
  readonly blocked: number;
}

/** How long a hold lasts here, and how long the stay it holds for. */
export const HOLD_MS = 45 * MINUTE;
export const STAY_MS = 35 * DAY;

const ROUNDS = 8;
const CALLERS = 16;

const rush = async (holder: Holder, beds: readonly string[], now: Instant): Promise<number> => {
  let errors = 0;
  for (const bed of beds) {
    const asked = Array.from({ length: CALLERS }, () => holder.hold(bed, now));
    const answers = await Promise.allSettled(asked);
    errors += answers.filter((answer) => answer.status === 'rejected').length;
  }
  return errors;
};

/** A bed whose hold ran out a moment ago: does the next one get it? */
const blockedOn = async (holder: Holder, beds: readonly string[], now: Instant): Promise<number> => {
  let blocked = 0;
  for (const bed of beds) {
    await holder.hold(bed, now);
    const got = await holder.hold(bed, now + HOLD_MS).catch(() => false);
    if (!got) blocked++;
  }
  return blocked;
};

/** Looks for every defect in a way of holding, on a database of its own. */
export const examine = async (make: Making): Promise<Found> => {
  const test = await createTestDatabase();
  const now = Date.now();
  const small = await makeSmallRegion(test.url, { now, placesPerUnit: ROUNDS });
  const holder = await make(test.url, small);
  const errors = await rush(holder, small.places[0], now);
  const doubles = await doublesIn(test.url);
  const blocked = await blockedOn(holder, small.places[1].slice(0, 2), now);
  await holder.end();
  await test.drop();
  return { doubles, errors, blocked };
};
