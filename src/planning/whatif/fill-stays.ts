import { DAY, type Instant } from '#kernel/interval.ts';
import type { Product } from '#kernel/product.ts';
import { closedHours } from '#planning/queue/index.ts';
import type { BarrierCode, Destination, SimEnding, WeekWindows } from '#planning/simulate/types.ts';
import { drawnTo, type Ground, guess, type Notebook } from './notebook.ts';
import { PUBLISHED_STAYS, type PublishedWay } from './published.ts';
import { endingId } from './typed.ts';
import type { FillFacts, FillStay } from './types.ts';

/** Stays that ended one way with one thing in the way, in days. */
interface Ended {
  readonly way: Destination;
  readonly barrier: BarrierCode | null;
  readonly care: number[];
  readonly wait: number[];
  /** The hour of the week they left. */
  readonly leftIn: number[];
}

/** So many published stays are mixed among those of a product. */
const PUBLISHED_PEOPLE = 20;
/** A barrier is told apart from the rest of its way out from this many stays. */
const FEWEST_BEHIND_BARRIER = 5;
/** A spread of lengths is measured from this many stays. */
const ENOUGH_FOR_SHAPE = 20;

const FRIDAY_MIDNIGHT = 120;
const WORKDAYS: WeekWindows = [[0, FRIDAY_MIDNIGHT]];

const mean = (days: readonly number[]): number =>
  days.length === 0 ? 0 : days.reduce((a, b) => a + b, 0) / days.length;

const shapeOf = (days: readonly number[], published: number): number => {
  if (days.length < ENOUGH_FOR_SHAPE) return published;
  const middle = mean(days);
  const variance = mean(days.map((d) => (d - middle) ** 2));
  return variance <= 0 ? 20 : Math.min(20, Math.max(0.3, middle ** 2 / variance));
};

/** Days of care and of waiting of a stay that ended; who left before they were ready waited for nothing. */
const partsOf = ({ arrivedAt, readyAt, barrier }: FillStay, leftAt: Instant) => {
  const ready = readyAt === null || barrier === null ? leftAt : Math.min(readyAt, leftAt);
  return {
    barrier: ready < leftAt ? barrier : null,
    care: Math.max(0, ready - arrivedAt) / DAY,
    wait: (leftAt - ready) / DAY,
  };
};

const endedOf = (stays: readonly FillStay[], since: Instant, ofWeek: (at: Instant) => number): Ended[] => {
  const groups = new Map<string, Ended>();
  for (const stay of stays) {
    if (stay.leftAt === null || stay.leftAt < since || stay.way === null) continue;
    const { barrier, care, wait } = partsOf(stay, stay.leftAt);
    const key = `${stay.way} ${barrier ?? ''}`;
    const group = groups.get(key) ?? { way: stay.way, barrier, care: [], wait: [], leftIn: [] };
    groups.set(key, group);
    group.care.push(care);
    group.wait.push(wait);
    group.leftIn.push(ofWeek(stay.leftAt));
  }
  return [...groups.values()];
};

/** Barriers with few behind them go with those of the same way that had none: their waiting stays in the days of care. */
const withoutFew = (groups: readonly Ended[]): Ended[] => {
  const kept: Ended[] = groups
    .filter(({ barrier, care }) => barrier === null || care.length >= FEWEST_BEHIND_BARRIER)
    .map((group) => ({ ...group, care: [...group.care], wait: [...group.wait] }));
  for (const group of groups) {
    if (group.barrier === null || group.care.length >= FEWEST_BEHIND_BARRIER) continue;
    const all = group.care.map((days, i) => days + (group.wait[i] ?? 0));
    const home = kept.find(({ way, barrier }) => way === group.way && barrier === null);
    if (home === undefined)
      kept.push({ way: group.way, barrier: null, care: all, wait: all.map(() => 0), leftIn: group.leftIn });
    else home.care.push(...all);
  }
  return kept;
};

/** The lengths of one product over the period: who left, and who is still there. */
interface Lengths {
  /** All bed days of the period over all who left in it; null when nobody did. */
  readonly days: number | null;
  readonly left: number;
  /**
   * How much longer that is than the mean of who left: the part of who is still there. Between a half and two; beyond that
   * the period is too short to tell.
   */
  readonly stretch: number;
}

const lengthsOf = (stays: readonly FillStay[], { since, now }: FillFacts): Lengths => {
  let bedDays = 0;
  const lengths: number[] = [];
  for (const { arrivedAt, leftAt } of stays) {
    bedDays += Math.max(0, Math.min(leftAt ?? now, now) - Math.max(arrivedAt, since)) / DAY;
    if (leftAt !== null && leftAt >= since) lengths.push((leftAt - arrivedAt) / DAY);
  }
  const left = lengths.length;
  const middle = mean(lengths);
  if (left === 0 || middle === 0) return { days: null, left, stretch: 1 };
  return { days: bedDays / left, left, stretch: Math.min(2, Math.max(0.5, bedDays / left / middle)) };
};

/** The published ways, with their days stretched to the region's own mean once enough people left. */
const publishedHere = (product: Product, { days, left }: Lengths): PublishedWay[] => {
  const { ways } = PUBLISHED_STAYS[product];
  const there = ways.reduce((sum, way) => sum + way.share * way.days, 0);
  const by = days === null || left < ENOUGH_FOR_SHAPE ? 1 : days / there;
  return ways.map((way) => ({ ...way, days: way.days * by }));
};

interface Row {
  readonly way: Destination;
  readonly barrier: BarrierCode | null;
  readonly own: Ended | null;
  readonly published: PublishedWay | null;
}

const rowsOf = (groups: readonly Ended[], published: readonly PublishedWay[]): Row[] => [
  ...groups.map((own) => ({
    way: own.way,
    barrier: own.barrier,
    own,
    published: own.barrier === null ? (published.find(({ way }) => way === own.way) ?? null) : null,
  })),
  ...published
    .filter(({ way }) => !groups.some((own) => own.way === way && own.barrier === null))
    .map((row) => ({ way: row.way, barrier: null, own: null, published: row })),
];

const SEEN = (facts: number): Ground => ({ from: 'history', facts, source: '' });

/** What all ways out of one product share: who left, the part of who is still there, and where the published numbers are from. */
interface Base {
  readonly left: number;
  readonly stretch: number;
  readonly ground: Ground;
}

/** Help at home begins on working days: fewer than one in ten who wait for it leave in the weekend. */
const onWorkdaysOnly = (row: Row): boolean => {
  const leftIn = row.own?.leftIn ?? [];
  const inWeekend = leftIn.filter((hour) => hour >= FRIDAY_MIDNIGHT).length;
  return row.barrier === 'home-care' && leftIn.length >= ENOUGH_FOR_SHAPE && inWeekend * 10 < leftIn.length;
};

/** Mean days of waiting behind a barrier, without the weekends that `leaves` adds again. */
const waitOf = (row: Row): number => {
  const measured = mean(row.own?.wait ?? []);
  return onWorkdaysOnly(row) ? Math.max(0, measured - closedHours(WORKDAYS) / 24) : measured;
};

/** One way out as it is played, every number written down. */
const endingOf = (row: Row, id: string, { left, stretch, ground }: Base, book: Notebook): SimEnding => {
  const care = row.own?.care ?? [];
  const own = care.length === 0 ? null : mean(care) * stretch;
  const share = drawnTo(left === 0 ? null : care.length / left, left, {
    ...{ value: row.published?.share ?? 0, weight: PUBLISHED_PEOPLE, ground },
  });
  const days = drawnTo(own, care.length, {
    value: row.published?.days ?? own ?? 0,
    weight: PUBLISHED_PEOPLE * (row.published?.share ?? 0),
    ground: row.published === null ? SEEN(care.length) : ground,
  });
  const enough = care.length >= ENOUGH_FOR_SHAPE;
  return {
    way: row.way,
    share: book.note(`${id}:share`, share.value, 'share', share.ground),
    careDays: book.note(`${id}:careDays`, days.value, 'days', days.ground),
    shape: book.note(
      `${id}:shape`,
      shapeOf(care, row.published?.shape ?? 1),
      'count',
      enough ? SEEN(care.length) : guess(),
    ),
    waitDays: row.barrier === null ? 0 : book.note(`${id}:waitDays`, waitOf(row), 'days', SEEN(care.length)),
    waitsFor: row.barrier,
    ...(onWorkdaysOnly(row) ? { leaves: WORKDAYS } : {}),
  };
};

/**
 * How stays of one product end: ways by who left in the period, days by who left and who is still there, both drawn to the
 * published ones when few left. Every number is written down under `product:<product>:ending:<way>[:<barrier>]`.
 */
export const fillEndings = (
  product: Product,
  facts: FillFacts,
  ofWeek: (at: Instant) => number,
  book: Notebook,
): SimEnding[] => {
  const wards = new Set(facts.wards.filter((ward) => ward.product === product).map(({ id }) => id));
  const stays = facts.stays.filter(({ ward }) => wards.has(ward));
  const groups = withoutFew(endedOf(stays, facts.since, ofWeek));
  const lengths = lengthsOf(stays, facts);
  const left = groups.reduce((sum, { care }) => sum + care.length, 0);
  const { from, source } = PUBLISHED_STAYS[product];
  return rowsOf(groups, publishedHere(product, lengths)).map((row) => {
    const id = endingId(product, { way: row.way, waitsFor: row.barrier });
    return endingOf(row, id, { left, stretch: lengths.stretch, ground: { from, facts: 0, source } }, book);
  });
};
