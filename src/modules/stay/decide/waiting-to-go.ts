import { type Day, daysBetween, plusDays } from '#kernel/calendar.ts';
import { BARRIER_CODES, type BarrierCode } from '#modules/stay/types-parts.ts';

/** What somebody waits for; `none`: nobody wrote down what. */
export type Cause = BarrierCode | 'none';

/** One day in so many equal parts that any number of causes can share it without a rest. @internal */
export const PARTS = 2520;

/** What the counting needs of a stay. */
export interface Going {
  /** From which day somebody could go; null while treatment still needs the bed. */
  readonly readyDay: Day | null;
  /** The day of leaving, or today; that day itself is not waited. */
  readonly untilDay: Day;
  /** Since when there is a decision for long-term care. */
  readonly wlzSince: Day | null;
  readonly barriers: readonly {
    readonly code: BarrierCode;
    readonly since: Day;
    readonly solvedDay: Day | null;
  }[];
  /** Stretches in hospital: who lies there does not wait here. */
  readonly inHospital: readonly { readonly from: Day; readonly until: Day | null }[];
}

/** Parts of days by what stood in the way. */
export type Shares = ReadonlyMap<Cause, number>;

/** Waiting by law and by cause, in parts of a day. The causes together are exactly all the days. */
export interface Waiting {
  readonly delayedDays: number;
  readonly wrongBedDays: number;
  readonly delayed: Shares;
  readonly wrongBed: Shares;
}

const within = (day: Day, from: Day, until: Day | null): boolean =>
  from <= day && (until === null || day < until);

const causesOn = (going: Going, day: Day): readonly Cause[] => {
  const open = new Set(
    going.barriers.filter(({ since, solvedDay }) => within(day, since, solvedDay)).map(({ code }) => code),
  );
  return open.size === 0 ? ['none'] : BARRIER_CODES.filter((code) => open.has(code));
};

/**
 * By law a bed is the wrong one when there is a decision for long-term care and no place for it; who has that decision
 * and waits for something at home only, leaves late.
 */
const isWrongBed = (going: Going, day: Day, causes: readonly Cause[]): boolean =>
  going.wlzSince !== null &&
  going.wlzSince <= day &&
  (causes.includes('place-elsewhere') || causes.includes('none'));

/** Each day somebody could have been gone, under one law, shared by what stood in the way on that day. */
export const waitingToGo = (going: Going): Waiting => {
  const delayed = new Map<Cause, number>();
  const wrongBed = new Map<Cause, number>();
  let delayedDays = 0;
  let wrongBedDays = 0;
  const length = going.readyDay === null ? 0 : daysBetween(going.readyDay, going.untilDay);
  for (let each = 0; each < length; each++) {
    const day = plusDays(going.readyDay ?? going.untilDay, each);
    if (going.inHospital.some(({ from, until }) => within(day, from, until))) continue;
    const causes = causesOn(going, day);
    const wrong = isWrongBed(going, day, causes);
    if (wrong) wrongBedDays++;
    else delayedDays++;
    const shares = wrong ? wrongBed : delayed;
    for (const cause of causes) shares.set(cause, (shares.get(cause) ?? 0) + PARTS / causes.length);
  }
  return { delayedDays, wrongBedDays, delayed, wrongBed };
};

const PART_OF_TENTH = PARTS / 10;

/** Parts of days as days with one decimal, most first; together they are exactly the days they were shared from. */
export const inDays = (shares: Shares): readonly { readonly cause: Cause; readonly days: number }[] => {
  const exact = [...shares].map(([cause, parts]) => {
    const tenths = Math.floor(parts / PART_OF_TENTH);
    return { cause, tenths, rest: parts - tenths * PART_OF_TENTH };
  });
  const over = exact.reduce((all, { rest }) => all + rest, 0) / PART_OF_TENTH;
  const rounded = exact
    .toSorted((a, b) => b.rest - a.rest)
    .map(({ cause, tenths }, index) => ({ cause, days: (tenths + (index < over ? 1 : 0)) / 10 }));
  return rounded.toSorted((a, b) => b.days - a.days);
};

/** Shares taken together. */
export const together = (all: readonly Shares[]): Shares => {
  const sum = new Map<Cause, number>();
  for (const [cause, parts] of all.flatMap((shares) => [...shares]))
    sum.set(cause, (sum.get(cause) ?? 0) + parts);
  return sum;
};
