import { instantFromIso, localDay } from '#kernel/calendar.ts';
import { HOUR, type Instant } from '#kernel/interval.ts';
import type { Product } from '#kernel/product.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import type { Picture } from '#modules/capacity/index.ts';
import { REGION_ZONE } from '#modules/region/index.ts';
import type { ListAsk } from './contract-list.ts';
import type { CareCourse } from './courses.ts';
import { askedSince, ENOUGH_PEOPLE, middle, wayKey, wayOf } from './flows.ts';
import type { Kept } from './history.ts';
import { counted, type Found, requestRow, untold } from './list-behind.ts';
import {
  bedsOfDay,
  freeOfDay,
  occupiedOfDay,
  outcomesIn,
  refusedIn,
  stretchOf,
  waitingOfDay,
} from './list-days.ts';
import { behindMoment, behindWaiting } from './list-moment.ts';
import { countedAt } from './product-days.ts';

/** What was, and how the region is. */
interface Known {
  readonly kept: Kept;
  readonly picture: Picture;
  readonly now: Instant;
}

/** A number of one kind of care. */
type CareAsk = ListAsk & { readonly product: Product };

const noNumber = (): Result<never, Refusal> => refuse({ code: 'no-such-number' });

const ofMoment = ({ kept, picture, now }: Known, ask: CareAsk, at: Instant): Result<Found, Refusal> => {
  if (at > now) return refuse({ code: 'not-yet' });
  if (at < kept.since) return refuse({ code: 'before-history' });
  const { of, product, site } = ask;
  if (of === 'waiting') return ok(behindWaiting(kept, product, at));
  return of === 'beds' || of === 'occupied' || of === 'claimed' || of === 'closed' || of === 'free'
    ? ok(behindMoment(kept, picture, { of, product, at, siteId: site ?? null }))
    : noNumber();
};

/** What happened on a day, or on all days together. */
const whatHappened = (
  { kept, now }: Known,
  { of, product, day, days = 366 }: CareAsk,
): Result<Found, Refusal> => {
  if (!(of === 'asked' || of === 'placed' || of === 'refused' || of === 'unmet')) return noNumber();
  const stretch = stretchOf(kept, { day: day ?? null, days, now });
  if (stretch === null) return refuse({ code: 'before-history' });
  return ok(of === 'refused' ? refusedIn(kept, product, stretch) : outcomesIn(kept, of, product, stretch));
};

/** How a day was. */
const ofDay = (known: Known, ask: CareAsk, day: string): Result<Found, Refusal> => {
  const { kept, picture, now } = known;
  const { of, product } = ask;
  const stretch = stretchOf(kept, { day, days: 366, now });
  if (stretch === null) return refuse({ code: 'before-history' });
  if (of === 'beds') return ok(bedsOfDay(kept, product, day, now));
  if (of === 'free-at-ten') return ok(freeOfDay(kept, picture, product, countedAt(day, now)));
  if (of === 'occupied') return ok(occupiedOfDay(kept, product, stretch));
  return of === 'waiting' ? ok(waitingOfDay(kept, product, stretch)) : whatHappened(known, ask);
};

/** Who went these ways, or of one way who came into a bed. A way of too few people is not told, and is in no sum. */
const ofWays = ({ kept, now }: Known, { of, product, days = 30, origin, to }: ListAsk): Found => {
  const fits = (course: CareCourse): boolean =>
    (product === undefined || course.product === product) &&
    (origin === undefined || course.origin === origin) &&
    (to === undefined || wayOf(course) === to) &&
    (of === 'flow' || course.arrivedAt !== null);
  const ways = Map.groupBy(askedSince(kept, days, now).filter(fits), wayKey);
  const went = [...ways.values()].filter(({ length }) => length >= ENOUGH_PEOPLE).flat();
  const kind = of === 'flow' ? 'count' : 'middle';
  if (went.length === 0) return untold(kind, 'few');
  const found = counted(
    went.map((course) =>
      requestRow(course, { from: course.sentAt, until: course.arrivedAt ?? course.closedAt }),
    ),
  );
  if (kind === 'count') return found;
  const wait = middle(went.map(({ sentAt, arrivedAt }) => (arrivedAt ?? sentAt) - sentAt));
  return { ...found, kind, number: wait === null ? null : wait / HOUR };
};

/** The wait in the middle is said of one way only. */
const isWay = ({ of, product, origin, to }: ListAsk): boolean =>
  of === 'flow' || (product !== undefined && origin !== undefined && to !== undefined);

/** Finds what is behind a number of the past, counted again by the rules of that number. */
export const behindNumber = (known: Known, ask: ListAsk): Result<Found, Refusal> => {
  const { product } = ask;
  if (ask.of === 'flow' || ask.of === 'flow-wait') return isWay(ask) ? ok(ofWays(known, ask)) : noNumber();
  if (product === undefined) return noNumber();
  const about = { ...ask, product };
  if (about.at !== undefined) return ofMoment(known, about, instantFromIso(about.at));
  if (about.day !== undefined)
    return about.day > localDay(known.now, REGION_ZONE)
      ? refuse({ code: 'not-yet' })
      : ofDay(known, about, about.day);
  return about.days === undefined ? noNumber() : whatHappened(known, about);
};
