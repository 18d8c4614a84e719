import { type Instant, MINUTE } from '#kernel/interval.ts';
import type { Product } from '#kernel/product.ts';
import type { CareCourse } from './courses.ts';
import type { Kept } from './history.ts';
import type { PastClaim } from './past-rows.ts';

/** A fact behind a number, before it is decided what of it a reader may see. */
export interface Behind {
  /** A bed, somebody's stay or promise, somebody's request, or the no of a ward. */
  readonly kind: 'bed' | 'stay' | 'request' | 'no';
  readonly unitId: string | null;
  readonly bed: string | null;
  readonly product: Product;
  /** Null: not kept. */
  readonly from: Instant | null;
  /** Null: it goes on. */
  readonly until: Instant | null;
  /** What it counts for in a mean. */
  readonly minutes: number | null;
  /** The request behind it, when it came through one. */
  readonly course: CareCourse | null;
  readonly because: string | null;
}

/** A number with all that is behind it; `behind` is null when the number is not told. */
export interface Found {
  readonly kind: 'count' | 'mean' | 'middle';
  readonly number: number | null;
  readonly untold: 'few' | 'unknown' | null;
  readonly behind: readonly Behind[];
  /** Of a mean: the minutes of the day. */
  readonly dayMinutes: number | null;
}

/** Facts that are counted one by one. */
export const counted = (behind: readonly Behind[]): Found => ({
  ...{ kind: 'count', number: behind.length, untold: null, behind, dayMinutes: null },
});

/** A number that is not told, and so its list is not. */
export const untold = (kind: Found['kind'], why: 'few' | 'unknown'): Found => ({
  ...{ kind, number: null, untold: why, behind: [], dayMinutes: null },
});

/** The minute of the calendar a moment is in: sums of the past count in whole minutes. */
export const minuteOf = (at: Instant): number => Math.floor(at / MINUTE);

/** What somebody waited for at a moment, as the request says it. */
const waitsFor = ({ triagedAt, acceptedAt }: CareCourse, at: Instant): string => {
  if (acceptedAt !== null && acceptedAt <= at) return 'wait:arrival';
  return triagedAt === null || triagedAt > at ? 'wait:triage' : 'wait:place';
};

/** A request as a row; with `at`, what it waited for then. */
export const requestRow = (
  course: CareCourse,
  stretch: { readonly from: Instant; readonly until: Instant | null; readonly minutes?: number },
  at: Instant | null = null,
): Behind => ({
  kind: 'request',
  ...{ unitId: course.unitId, bed: null, product: course.product },
  ...{ from: stretch.from, until: stretch.until, minutes: stretch.minutes ?? null },
  course,
  because: at === null ? null : waitsFor(course, at),
});

/** A bed as a row: nobody is in it, or it does not matter who. */
export const bedRow = (
  unitId: string,
  bed: string,
  product: Product,
  rest: Partial<Pick<Behind, 'from' | 'until' | 'because'>> = {},
): Behind => ({
  kind: 'bed',
  ...{ unitId, bed, product, minutes: null, course: null },
  ...{ from: rest.from ?? null, until: rest.until ?? null, because: rest.because ?? null },
});

/** Finds the request a claim belongs to: a stay knows only the last claim of it, so a move is followed. */
export const courseOfClaim = (kept: Kept): ((claim: Pick<PastClaim, 'id'>) => CareCourse | null) => {
  const byClaim = new Map(
    kept.courses.flatMap((course): [string, CareCourse][] =>
      course.claimId === null ? [] : [[course.claimId, course]],
    ),
  );
  const wentTo = new Map(
    kept.rows.told.flatMap(({ claimId, toClaim }): [string, string][] =>
      toClaim === null ? [] : [[claimId, toClaim]],
    ),
  );
  return ({ id }) => {
    const seen = new Set<string>();
    for (let at: string | undefined = id; at !== undefined && !seen.has(at); at = wentTo.get(at)) {
      const course = byClaim.get(at);
      if (course !== undefined) return course;
      seen.add(at);
    }
    return null;
  };
};
