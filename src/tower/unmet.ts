import { isoFromInstant } from '#kernel/calendar.ts';
import { DAY, type Instant } from '#kernel/interval.ts';
import { PRODUCTS, type Product } from '#kernel/product.ts';
import { UNMET_CODES, type UnmetCode, WOULD_HAVE, type WouldHave } from '#modules/placement/types.ts';
import type { Region } from '#modules/region/types.ts';
import { byHouse } from '#platform/db/by-house.ts';
import type { Database, Tx } from '#platform/db/database.ts';
import { rows } from '#platform/db/sql.ts';
import { stamp } from '#platform/db/types.ts';
import type { Unmet } from './contract.ts';

/** One request that ended without a place. */
export interface UnmetRow {
  readonly product: Product;
  /** Null for those closed before a reason was asked. */
  readonly code: UnmetCode | null;
  readonly would: readonly WouldHave[];
}

const unmetSince = (tx: Tx, since: Instant): Promise<UnmetRow[]> =>
  rows<UnmetRow>(
    tx,
    `select product, unmet_code as code, unmet_would as would from placement_request_view
     where close_reason = 'no-place' and closed_at > $1`,
    [stamp(since)],
  );

const codesOf = (requests: readonly UnmetRow[]): Unmet['codes'] =>
  UNMET_CODES.map((code) => ({
    code,
    requests: requests.filter((each) => (each.code ?? 'other') === code).length,
  }))
    .filter(({ requests: count }) => count > 0)
    .sort((a, b) => b.requests - a.requests);

/** Adds up what was unmet, most first; within the same count in the order of the codes. @internal */
export const sumUnmet = (requests: readonly UnmetRow[]): Omit<Unmet, 'days' | 'asOf'> => ({
  requests: requests.length,
  codes: codesOf(requests),
  would: WOULD_HAVE.map((would) => ({
    would,
    requests: requests.filter((each) => each.would.includes(would)).length,
  }))
    .filter(({ requests: count }) => count > 0)
    .sort((a, b) => b.requests - a.requests),
  products: PRODUCTS.flatMap((product) => {
    const own = requests.filter((each) => each.product === product);
    return own.length === 0 ? [] : [{ product, requests: own.length, codes: codesOf(own) }];
  }),
});

/** Counts the last days in the name of the desk, which knows every request; only numbers leave it. */
export const unmetOf = async (
  database: Database,
  region: Region,
  ask: { readonly days: number; readonly now: Instant },
): Promise<Unmet> => {
  const { days, now } = ask;
  const acting = byHouse('tower', region.agreement.deskOrganisationId);
  const requests = await database.transaction(acting, (tx) => unmetSince(tx, now - days * DAY));
  return { days, ...sumUnmet(requests), asOf: isoFromInstant(now) };
};
