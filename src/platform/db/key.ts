import { markOfKey } from '#platform/secrets.ts';
import type { Tx } from './database.ts';
import { first, rows } from './sql.ts';

/** Ties the database to this key at the first start; later it says whether this is the key it was locked with. */
export const isItsKey = async (tx: Tx, key: Buffer): Promise<boolean> => {
  const mark = markOfKey(key);
  await rows(tx, 'insert into platform_installation (mark) values ($1) on conflict do nothing', [mark]);
  return (await first<{ mark: string }>(tx, 'select mark from platform_installation'))?.mark === mark;
};

/** Of the keys that a setting can mean, the one this database was locked with; the usual one when it has none yet. */
export const keyAmong = async (tx: Tx, keys: readonly [Buffer, ...Buffer[]]): Promise<Buffer> => {
  const known = await first<{ mark: string }>(tx, 'select mark from platform_installation');
  return keys.find((key) => markOfKey(key) === known?.mark) ?? keys[0];
};
