import { ConfigError } from '#platform/config.ts';
import type { Tx } from '#platform/db/database.ts';
import { stampOf } from '#platform/db/mode.ts';
import { rows } from '#platform/db/sql.ts';

/**
 * Refuses a database that is in use: a real region never gets invented people, and a practice region is made once.
 */
export const refuseIfMade = async (tx: Tx): Promise<void> => {
  const stamp = await stampOf(tx);
  if (stamp?.mode === 'production')
    throw new ConfigError(
      'This database holds a production region. Invented people are never added to it; use an empty database.',
    );
  if (stamp !== null)
    throw new ConfigError(
      `This database holds the practice region ${stamp.regionName} already. Use an empty database for a new one.`,
    );
  const [found] = await rows(tx, 'select 1 from region_organisation limit 1');
  if (found !== undefined)
    throw new ConfigError(
      'This database holds organisations, but is not stamped as practice. Use an empty database.',
    );
};

/** Stamps the database, in the transaction that fills it: only its owner may, and only for this statement. */
export const stampPractice = async (tx: Tx, regionName: string, seed: number): Promise<void> => {
  await rows(tx, 'set local role none');
  await rows(tx, "insert into platform_mode (mode, region_name, seed) values ('practice', $1, $2)", [
    regionName,
    seed,
  ]);
  await rows(tx, 'set local role verkeerstoren_app');
};
