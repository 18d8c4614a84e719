import type { Tx } from './database.ts';
import { first, rows } from './sql.ts';

/** What this database was made for, stamped once: a practice region never becomes a real one. */
export interface Stamp {
  readonly mode: 'practice' | 'production';
  readonly regionName: string;
}

/** The stamp of this database; null before the region was made. */
export const stampOf = (tx: Tx): Promise<Stamp | null> =>
  first<Stamp>(tx, 'select mode, region_name as "regionName" from platform_mode');

/** Stamps an empty database as a real region: only its owner may, and only for this statement. */
export const stampProduction = async (tx: Tx, regionName: string): Promise<void> => {
  await rows(tx, 'set local role none');
  await rows(tx, "insert into platform_mode (mode, region_name) values ('production', $1)", [regionName]);
  await rows(tx, 'set local role verkeerstoren_app');
};
