import type { Instant } from '#kernel/interval.ts';
import type { Product } from '#kernel/product.ts';
import type { Tx } from '#platform/db/database.ts';
import { rows } from '#platform/db/sql.ts';
import { stamp } from '#platform/db/types.ts';

/** A version of a pathway as the region adopted it. */
export interface AdoptedPathway {
  readonly product: Product;
  readonly version: number;
  readonly body: unknown;
  readonly reason: string;
  readonly adoptedAt: Instant;
  /** Who decided it. */
  readonly actor: string;
}

/** Every version the region adopted, the newest first. */
export const adoptedPathways = (tx: Tx): Promise<AdoptedPathway[]> =>
  rows(
    tx,
    'select product, version, body, reason, adopted_at as "adoptedAt", actor from stay_pathway order by product, version desc',
  );

/** Adds a version; false when somebody else just did. */
export const insertPathway = async (tx: Tx, pathway: AdoptedPathway): Promise<boolean> =>
  (
    await rows(
      tx,
      `insert into stay_pathway (product, version, body, reason, adopted_at, actor) values ($1, $2, $3, $4, $5, $6)
       on conflict do nothing returning version`,
      [
        ...[pathway.product, pathway.version, JSON.stringify(pathway.body), pathway.reason],
        ...[stamp(pathway.adoptedAt), pathway.actor],
      ],
    )
  ).length === 1;
