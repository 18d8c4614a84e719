import type { Product } from '#kernel/product.ts';
import type { BarrierCode } from '#planning/simulate/types.ts';

/** Something that stands between somebody and home. */
export interface StandingBarrier {
  readonly code: BarrierCode;
  /** Who can take it away. */
  readonly owner: string;
  /** Days until it should be gone; below 0: too late already. */
  readonly due: number;
}

/** Somebody in a bed with what holds them back: no name, no number of a person. */
export interface BarredStay {
  /** The bed, as the ward calls it. */
  readonly bed: string;
  readonly product: Product;
  /** Days until they could go if nothing stood in the way; 0: today. */
  readonly readyIn: number;
  readonly barriers: readonly StandingBarrier[];
}

/** A barrier that was: how many days it stood, and whether it is gone. One that still stands tells that it lasts longer. */
export interface PastBarrier {
  readonly code: BarrierCode;
  readonly days: number;
  readonly solved: boolean;
}

/**
 * Days a barrier stands on average when the region knows nothing yet. Our own estimate, from what each asks of others: a
 * decision on long-term care or a place elsewhere takes weeks, home care or aids take days.
 */
const USUAL_BARRIER_DAYS: Readonly<Record<BarrierCode, number>> = {
  'home-adjustment': 14,
  'wlz-decision': 21,
  'home-care': 5,
  wmo: 14,
  carer: 4,
  'place-elsewhere': 18,
  aids: 5,
  medical: 4,
  other: 7,
};

/** The estimate counts as so many barriers of the region's own history. */
const ESTIMATE_COUNTS = 4;

/** How long each barrier still stands on average, and on how many of the region's own it rests. */
export type BarrierDays = Readonly<Record<BarrierCode, { readonly days: number; readonly rests: number }>>;

/**
 * The mean days a barrier still stands: days that all of a kind stood, over how many went away, with our estimate as a few
 * more. What still stands counts with its days and not as gone. How long it stands already says nothing more.
 */
export const barrierDays = (past: readonly PastBarrier[]): BarrierDays => {
  const byCode = Map.groupBy(past, ({ code }) => code);
  const codes = Object.keys(USUAL_BARRIER_DAYS) as BarrierCode[];
  return Object.fromEntries(
    codes.map((code) => {
      const own = byCode.get(code) ?? [];
      const stood = own.reduce((sum, { days }) => sum + Math.max(0, days), 0);
      const rests = own.filter(({ solved }) => solved).length;
      const days = (stood + USUAL_BARRIER_DAYS[code] * ESTIMATE_COUNTS) / (rests + ESTIMATE_COUNTS);
      return [code, { days: Math.max(0.5, days), rests }];
    }),
  ) as BarrierDays;
};

/**
 * Days until the bed is free on average: not before somebody could go, and not before the last barrier is gone. Each barrier
 * stands for a time of its own (exponential), so the last of them is the largest of a few: summed over all subsets, exactly.
 * @internal
 */
export const freeIn = (readyIn: number, stands: readonly number[]): number => {
  const ready = Math.max(0, readyIn);
  let more = 0;
  for (let subset = 1; subset < 1 << stands.length; subset++) {
    const inside = stands.filter((_, at) => subset & (1 << at));
    const rate = inside.reduce((sum, days) => sum + 1 / days, 0);
    more += ((inside.length % 2 === 1 ? 1 : -1) * Math.exp(-rate * ready)) / rate;
  }
  return ready + more;
};

/** More than so many barriers at once nobody has; the longest count. */
const MOST_BARRIERS = 9;

const daysUntilFree = (stay: BarredStay, standing: readonly StandingBarrier[], usual: BarrierDays): number =>
  freeIn(
    stay.readyIn,
    standing
      .map(({ code }) => usual[code].days)
      .sort((a, b) => b - a)
      .slice(0, MOST_BARRIERS),
  );

/** What it would bring if one kind of barrier, or all of one owner, were gone today. */
export interface Gain {
  readonly code: BarrierCode | null;
  readonly owner: string | null;
  /** Bed days that come free, on average and together. */
  readonly days: number;
  /** Beds in which it stands, and in how many of those nothing else does. */
  readonly beds: readonly string[];
  readonly last: number;
  readonly late: number;
  /** Requests that wait for the care of these beds. */
  readonly waiting: number;
  /** How many of the region's own barriers the expectation rests on. */
  readonly rests: number;
}

/** What is known of the region beside the beds. */
export interface GainFacts {
  readonly usual: BarrierDays;
  /** Requests without a place, per care. */
  readonly waiting: ReadonlyMap<Product, number>;
}

const gainOf = (
  stays: readonly BarredStay[],
  isGone: (barrier: StandingBarrier) => boolean,
  of: Pick<Gain, 'code' | 'owner'>,
  { usual, waiting }: GainFacts,
): Gain => {
  const own = stays.filter(({ barriers }) => barriers.some(isGone));
  const gone = own.flatMap(({ barriers }) => barriers.filter(isGone));
  const days = own.reduce((sum, stay) => {
    const left = stay.barriers.filter((barrier) => !isGone(barrier));
    return sum + daysUntilFree(stay, stay.barriers, usual) - daysUntilFree(stay, left, usual);
  }, 0);
  const products = [...new Set(own.map(({ product }) => product))];
  const rests = of.code === null ? gone.map(({ code }) => usual[code].rests) : [usual[of.code].rests];
  return {
    ...of,
    days: Math.max(0, days),
    beds: own.map(({ bed }) => bed),
    last: own.filter(({ barriers }) => barriers.every(isGone)).length,
    late: gone.filter(({ due }) => due < 0).length,
    waiting: products.reduce((sum, product) => sum + (waiting.get(product) ?? 0), 0),
    rests: Math.min(...rests),
  };
};

const mostFirst = (a: Gain, b: Gain): number => b.days - a.days || b.beds.length - a.beds.length;

/**
 * Which barrier, removed today, frees most bed days: per kind and per who can take it away, most first. Only the last
 * barrier of a stay frees the bed, so what stands beside others brings less.
 */
export const barrierGains = (
  stays: readonly BarredStay[],
  facts: GainFacts,
): { readonly byCode: readonly Gain[]; readonly byOwner: readonly Gain[] } => {
  const all = stays.flatMap(({ barriers }) => barriers);
  const codes = [...new Set(all.map(({ code }) => code))].sort();
  const owners = [...new Set(all.map(({ owner }) => owner))].sort();
  return {
    byCode: codes
      .map((code) => gainOf(stays, (barrier) => barrier.code === code, { code, owner: null }, facts))
      .sort(mostFirst),
    byOwner: owners
      .map((owner) => gainOf(stays, (barrier) => barrier.owner === owner, { code: null, owner }, facts))
      .sort(mostFirst),
  };
};
