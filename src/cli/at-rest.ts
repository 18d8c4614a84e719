import { bsnsLockedUp, lockUpBsns } from '#modules/people/index.ts';
import { ConfigError } from '#platform/config.ts';
import type { Tx } from '#platform/db/database.ts';
import { isItsKey, keyAmong } from '#platform/db/key.ts';
import { asOwner } from '#platform/db/owner.ts';
import { installationKeys, type KeySource } from '#platform/secrets.ts';

/** The key of this installation, as its database knows it; the database must be up to date. */
export const installationKey = async (url: string, config: KeySource): Promise<Buffer> => {
  const keys = installationKeys(config);
  return keys.length === 1 ? keys[0] : asOwner(url, (tx) => keyAmong(tx, keys));
};

const checkKey = async (tx: Tx, key: Buffer): Promise<void> => {
  if (await isItsKey(tx, key)) return;
  throw new ConfigError(
    'This database was locked with another key. Put back the SECRET_KEY, or the file secret.key in DATA_DIR, that belongs to it.',
  );
};

/** Brings what must be locked under lock, with the key of this installation; answers how many numbers it locked. */
export const lockAtRest = (url: string, key: Buffer): Promise<number> =>
  asOwner(url, async (tx) => {
    await checkKey(tx, key);
    return lockUpBsns(tx, key);
  });

/** Turns a server away that has another key, or that would serve while numbers still stand in plain. */
export const checkAtRest = (url: string, key: Buffer): Promise<void> =>
  asOwner(url, async (tx) => {
    await checkKey(tx, key);
    if (!(await bsnsLockedUp(tx)))
      throw new ConfigError(
        'There are citizen service numbers that are not locked away yet. Run: verkeerstoren migrate',
      );
  });
