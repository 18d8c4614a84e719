import type { Tx } from './database.ts';
import { first } from './sql.ts';

/** What this database was made for, stamped once: a practice region never becomes a real one. */
export interface Stamp {
  readonly mode: 'practice' | 'production';
  readonly regionName: string;
}

/** The stamp of this database; null before the region was made. */
export const stampOf = (tx: Tx): Promise<Stamp | null> =>
  first<Stamp>(tx, 'select mode, region_name as "regionName" from platform_mode');
