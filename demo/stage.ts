import type { Instant } from '#kernel/interval.ts';
import type { Refusal } from '#kernel/refusal.ts';
import type { Result } from '#kernel/result.ts';
import type { Doing } from '#modules/capacity/index.ts';
import type { Professional, Region } from '#modules/region/types.ts';
import type { Database, Tx } from '#platform/db/database.ts';
import { rows } from '#platform/db/sql.ts';

/** An act of somebody: through a service, in a transaction, at a moment. */
export type Work<T> = (tx: Tx, doing: Doing) => Promise<Result<T, Refusal>>;

/** Where people of the practice region act: each act in the name of one of them, whole or not at all. */
export interface Stage {
  act<T>(who: Professional, at: Instant, work: Work<T>): Promise<Result<T, Refusal>>;
}

const doingOf = (who: Professional, now: Instant, region: Region): Doing => ({
  actor: { id: who.id, organisationId: who.organisationId },
  now,
  region,
});

/**
 * The stage of a history: all acts in one transaction, so that the region stands wholly or not at all, and quickly. Each
 * act has its own savepoint and its own actor, as it would have had its own transaction.
 */
export const historyStage = (tx: Tx, region: Region): Stage => {
  let open = false;
  return {
    async act(who, at, work) {
      const before = open ? 'release savepoint act; ' : '';
      open = true;
      await rows(
        tx,
        `${before}savepoint act; set local app.actor = '${who.id}'; set local app.org = '${who.organisationId}'`,
      );
      const result = await work(tx, doingOf(who, at, region));
      if (!result.ok) await rows(tx, 'rollback to savepoint act');
      return result;
    },
  };
};

/** The stage of a living region: each act its own transaction; `committed` tells that there is something to see. */
export const liveStage = (
  database: Database,
  regionOf: (tx: Tx) => Promise<Region>,
  committed: () => void,
): Stage => ({
  async act(who, at, work) {
    const acting = { actor: who.id, organisationId: who.organisationId };
    const result = await database.transaction(acting, async (tx) =>
      work(tx, doingOf(who, at, await regionOf(tx))),
    );
    committed();
    return result;
  },
});
