import { DAY, type Instant } from '#kernel/interval.ts';
import { type Product, USUAL_DAYS } from '#kernel/product.ts';
import type { Tx } from '#platform/db/database.ts';
import { newId } from '#platform/db/ids.ts';
import { record } from '#platform/diary/diary.ts';
import { claimOfHold } from './decide/hold.ts';
import { claimLine, type Doing, unitLine } from './doing.ts';
import { lockUnit } from './store.ts';
import { endIdle, extrasOf } from './store-extra.ts';
import { putPlaces } from './store-import.ts';
import { insertClaims } from './store-write.ts';
import { type Claim, EXTRA } from './types.ts';

/** For whom a place beyond what there is is made, from when, and until when it is held unless it is reserved. */
export interface ExtraFor {
  readonly unitId: string;
  readonly product: Product;
  readonly subject: string;
  readonly from: Instant;
  readonly until: Instant;
}

/** The first number that is not in use; a place that ended before lends its number again. */
const numbered = (
  known: Awaited<ReturnType<typeof extrasOf>>,
  from: Instant,
): { id: string; code: string } => {
  const again = known.find(({ endedAt }) => endedAt !== null && endedAt < from);
  if (again !== undefined) return { id: again.id, code: again.code };
  const last = known.at(-1)?.code.slice(1) ?? '0';
  return { id: newId(), code: `E${Number(last) + 1}` };
};

/**
 * Makes a place beyond what there is, held for one person. A ward decides that for urgent need; nobody else is placed
 * there, and it ends when that person is gone. The unit is locked, so that two at once get two numbers.
 */
export const addExtraPlace = async (tx: Tx, extra: ExtraFor, doing: Doing): Promise<Claim> => {
  const { unitId, product, subject, from, until: expiresAt } = extra;
  await lockUnit(tx, unitId, doing.now);
  const { id: placeId, code } = numbered(await extrasOf(tx, unitId), from);
  await putPlaces(tx, [{ id: placeId, unitId, code, products: [product], properties: [], labels: [EXTRA] }]);
  const command = { claimId: newId(), placeId, subject, product, from, expiresAt };
  const claim = claimOfHold({
    command,
    during: { from, until: from + USUAL_DAYS[product] * DAY },
    madeAt: doing.now,
  });
  await insertClaims(tx, [claim]);
  await record(tx, [
    unitLine(doing, 'extra-added', unitId, { placeId, code, product }),
    claimLine(doing, 'held', claim, unitId),
  ]);
  return claim;
};

/** Extra places on which nobody is any more are no places any more; `null` looks at the whole region. */
export const endIdleExtras = async (
  tx: Tx,
  placeIds: readonly string[] | null,
  doing: Doing,
): Promise<void> => {
  const ended = await endIdle(tx, placeIds, doing.now);
  await record(
    tx,
    ended.map(({ id, unitId }) => unitLine(doing, 'extra-ended', unitId, { placeId: id })),
  );
};
