import { instantFromIso, localDay } from '#kernel/calendar.ts';
import { HOUR, type Instant } from '#kernel/interval.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import type { Picture } from '#modules/capacity/index.ts';
import { REGION_ZONE } from '#modules/region/index.ts';
import type { ListAsk } from './contract-list.ts';
import { askedSince, ENOUGH_PEOPLE, middle, wayOf } from './flows.ts';
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

const noNumber = (): Result<never, Refusal> => refuse({ code: 'no-such-number' });

const ofMoment = ({ kept, picture, now }: Known, ask: ListAsk, at: Instant): Result<Found, Refusal> => {
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
  { of, product, day, days = 366 }: ListAsk,
): Result<Found, Refusal> => {
  if (!(of === 'asked' || of === 'placed' || of === 'refused' || of === 'unmet')) return noNumber();
  const stretch = stretchOf(kept, { day: day ?? null, days, now });
  if (stretch === null) return refuse({ code: 'before-history' });
  return ok(of === 'refused' ? refusedIn(kept, product, stretch) : outcomesIn(kept, of, product, stretch));
};

/** How a day was. */
const ofDay = (known: Known, ask: ListAsk, day: string): Result<Found, Refusal> => {
  const { kept, picture, now } = known;
  const { of, product } = ask;
  const stretch = stretchOf(kept, { day, days: 366, now });
  if (stretch === null) return refuse({ code: 'before-history' });
  if (of === 'beds') return ok(bedsOfDay(kept, product, day, now));
  if (of === 'free-at-ten') return ok(freeOfDay(kept, picture, product, countedAt(day, now)));
  if (of === 'occupied') return ok(occupiedOfDay(kept, product, stretch));
  return of === 'waiting' ? ok(waitingOfDay(kept, product, stretch)) : whatHappened(known, ask);
};

/** Who went one way, or of them who came into a bed. A way of too few people is not told. */
const ofWay = ({ kept, now }: Known, { of, product, days = 30, origin, to }: ListAsk): Found => {
  const same = askedSince(kept, days, now).filter(
    (course) => course.product === product && course.origin === origin && wayOf(course) === to,
  );
  const came = same.filter(({ arrivedAt }) => of === 'flow' || arrivedAt !== null);
  const kind = of === 'flow' ? 'count' : 'middle';
  if (came.length < ENOUGH_PEOPLE) return untold(kind, 'few');
  const found = counted(
    came.map((course) =>
      requestRow(course, { from: course.sentAt, until: course.arrivedAt ?? course.closedAt }),
    ),
  );
  if (kind === 'count') return found;
  const wait = middle(came.map(({ sentAt, arrivedAt }) => (arrivedAt ?? sentAt) - sentAt));
  return { ...found, kind, number: wait === null ? null : wait / HOUR };
};

/** Finds what is behind a number of the past, counted again by the rules of that number. */
export const behindNumber = (known: Known, ask: ListAsk): Result<Found, Refusal> => {
  if (ask.of === 'flow' || ask.of === 'flow-wait')
    return ask.origin === undefined || ask.to === undefined ? noNumber() : ok(ofWay(known, ask));
  if (ask.at !== undefined) return ofMoment(known, ask, instantFromIso(ask.at));
  if (ask.day !== undefined)
    return ask.day > localDay(known.now, REGION_ZONE)
      ? refuse({ code: 'not-yet' })
      : ofDay(known, ask, ask.day);
  return ask.days === undefined ? noNumber() : whatHappened(known, ask);
};
