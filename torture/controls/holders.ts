import pg from 'pg';
import { holdPlaces } from '#modules/capacity/index.ts';
import { readRegion } from '#modules/region/index.ts';
import { openDatabase } from '#platform/db/database.ts';
import { newId } from '#platform/db/ids.ts';
import { range, stamp } from '#platform/db/types.ts';
import { HOLD_MS, type Making, STAY_MS } from './rush.ts';

const CONNECTIONS = 16;

/** The way of the house. */
export const ours: Making = async (url, small) => {
  const database = openDatabase(url, CONNECTIONS);
  const acting = { actor: 'torture', organisationId: null } as const;
  const { id, organisationId } = small.gp;
  return {
    hold: (placeId, now) =>
      database.transaction(acting, async (tx) => {
        const command = {
          claimId: newId(),
          placeId,
          subject: newId(),
          product: 'elv-high' as const,
          from: now,
        };
        const wanted = [{ command: { ...command, expiresAt: now + HOLD_MS }, actor: small.gp }];
        const doing = { actor: { id, organisationId }, now, region: await readRegion(tx, now) };
        const [held] = await holdPlaces(tx, wanted, doing);
        return held?.ok === true;
      }),
    end: () => database.close(),
  };
};

/** What a defective way leaves out. */
interface Defect {
  readonly constraint: boolean;
  readonly lock: boolean;
  readonly sweep: boolean;
}

const RIVAL = `select 1 from capacity_claim where place_id = $1 and during && $2::tstzrange and released_at is null
  and displaced_at is null and kind <> 'cleaning'`;
const SWEEP =
  "update capacity_claim set released_at = expires_at where place_id = $1 and kind = 'hold' and expires_at <= $2 and released_at is null";

/** Looks whether the bed is free, then takes it, as it is written when nobody thinks of the other caller. */
const naive =
  (defect: Defect): Making =>
  async (url) => {
    const pool = new pg.Pool({ connectionString: url, max: CONNECTIONS });
    pool.on('error', () => undefined);
    if (!defect.constraint)
      await pool.query('alter table capacity_claim drop constraint capacity_claim_no_overlap');
    const work = async (client: pg.PoolClient, placeId: string, now: number): Promise<boolean> => {
      if (defect.lock) await client.query('select 1 from capacity_place where id = $1 for update', [placeId]);
      if (defect.sweep) await client.query(SWEEP, [placeId, stamp(now)]);
      const during = range({ from: now, until: now + STAY_MS });
      if ((await client.query(RIVAL, [placeId, during])).rowCount !== 0) return false;
      await client.query(
        `insert into capacity_claim (id, place_id, subject, kind, product, during, expires_at, source)
         values ($1, $2, $3, 'hold', 'elv-high', $4, $5, 'work')`,
        [newId(), placeId, newId(), during, stamp(now + HOLD_MS)],
      );
      return true;
    };
    return {
      async hold(placeId, now) {
        const client = await pool.connect();
        try {
          await client.query('begin');
          const held = await work(client, placeId, now);
          await client.query('commit');
          return held;
        } catch (error) {
          await client.query('rollback');
          throw error;
        } finally {
          client.release();
        }
      },
      end: () => pool.end(),
    };
  };

/** Check, then insert: no lock, no constraint. */
export const naiveInsert = naive({ constraint: false, lock: false, sweep: true });
/** The constraint stands, the lock was forgotten: whoever loses gets an error instead of an answer. */
export const forgottenLock = naive({ constraint: true, lock: false, sweep: true });
/** Locked and constrained, but a hold that ran out stays until somebody sweeps. */
export const expiredBlocks = naive({ constraint: true, lock: true, sweep: false });
