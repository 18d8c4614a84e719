import { isoFromInstant, localDay } from '#kernel/calendar.ts';
import type { Instant } from '#kernel/interval.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import { REGION_ZONE } from '#modules/region/index.ts';
import type { Tx } from '#platform/db/database.ts';
import { newId } from '#platform/db/ids.ts';
import { record } from '#platform/diary/diary.ts';
import type { Actor } from '#platform/http/actor.ts';
import type { AlertRow, AlertsAnswer, PricesAnswer, PricesBody, Threshold } from './contract.ts';
import { outlookLine } from './doing.ts';
import {
  insertThreshold,
  type KeptAlert,
  markSeen,
  openAlerts,
  pastAlerts,
  rightOf,
  thresholdsOf,
} from './store-alert.ts';
import { insertPrices, pricesOf, priceVersion } from './store-price.ts';

/** In whose name and when. */
interface By {
  readonly actor: Pick<Actor, 'id' | 'name' | 'organisationId'>;
  readonly now: Instant;
}

type Answer<T> = Promise<Result<T, Refusal>>;

/** How many of those that are over are shown. */
const PAST_ALERTS = 30;

const alertView = ({
  id,
  kind,
  product,
  about,
  until,
  figure,
  madeAt,
  right,
  seenAt,
}: KeptAlert): AlertRow => ({
  ...{ id, kind, product, about, until, figure, right },
  madeAt: isoFromInstant(madeAt),
  seenAt: seenAt === null ? null : isoFromInstant(seenAt),
});

/** What is coming, what came of it before, and when the region wants to hear. What is over is not coming, judged or not. */
export const alertsView = async (tx: Tx, now: Instant): Promise<AlertsAnswer> => {
  const today = localDay(now, REGION_ZONE);
  const standing = await openAlerts(tx);
  const over = standing.filter(({ until }) => until < today);
  return {
    open: standing.filter(({ until }) => until >= today).map(alertView),
    past: [...over, ...(await pastAlerts(tx, PAST_ALERTS))].map(alertView),
    ...(await rightOf(tx)),
    thresholds: await thresholdsOf(tx),
  };
};

/** The desk or the region manager saw it. */
export const seeAlert = async (tx: Tx, id: string, by: By): Answer<AlertsAnswer> => {
  if (!(await markSeen(tx, id, { name: by.actor.name, now: by.now })))
    return refuse({ code: 'outlook-alert-unknown' });
  await record(tx, [outlookLine(by, 'alert-seen', id)]);
  return ok(await alertsView(tx, by.now));
};

/** Sets when the region wants to hear of something. It names the version it saw; 0 when it was never set. */
export const setThreshold = async (tx: Tx, said: Threshold, by: By): Answer<Threshold> => {
  if ((said.kind === 'no-place-ahead') === (said.product === null))
    return refuse({ code: 'threshold-product' });
  const stands = (await thresholdsOf(tx)).find(
    ({ kind, product }) => kind === said.kind && product === said.product,
  );
  if ((stands?.version ?? 0) !== said.version) return refuse({ code: 'version-stale' });
  const set = { ...said, version: said.version + 1 };
  await insertThreshold(tx, set, { name: by.actor.name, now: by.now });
  await record(tx, [outlookLine(by, 'threshold-set', newId())]);
  return ok(set);
};

/** The prices that count now. */
export const pricesView = async (tx: Tx): Promise<PricesAnswer> => ({
  prices: await pricesOf(tx),
  version: await priceVersion(tx),
});

/** Sets prices; the ones before are kept. */
export const setPrices = async (tx: Tx, said: PricesBody, version: number, by: By): Answer<PricesAnswer> => {
  if ((await priceVersion(tx)) !== version) return refuse({ code: 'version-stale' });
  const today = localDay(by.now, REGION_ZONE);
  await insertPrices(tx, said.prices, { version: version + 1, name: by.actor.name, today });
  await record(tx, [outlookLine(by, 'prices-set', newId())]);
  return ok(await pricesView(tx));
};
