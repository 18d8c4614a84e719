import { readFileSync, statSync } from 'node:fs';
import { userInfo } from 'node:os';

/** The account the database runs under, and whether we step down from root to it. */
export type Account = { name: string; uid: number; gid: number; stepsDown: boolean };

/**
 * Chooses the account: our own, or, when we are root (which PostgreSQL refuses), the owner of the existing cluster,
 * else `postgres`, else `nobody`. Throws with one clear sentence when none can be used.
 */
export function chooseAccount(cluster: string): Account {
  const owner = ownerOf(cluster);
  const me = userInfo();
  if (me.uid !== 0) {
    if (owner !== undefined && owner !== me.uid)
      throw new Error(
        `The database in ${cluster} belongs to another user (${owner}); start as that user or as root.`,
      );
    return { name: me.username, uid: me.uid, gid: me.gid, stepsDown: false };
  }
  if (owner === 0)
    throw new Error(
      `The database in ${cluster} belongs to root, which PostgreSQL refuses: chown -R nobody ${cluster}`,
    );
  const accounts = readAccounts();
  const chosen =
    owner === undefined
      ? (accounts.find((account) => account.name === 'postgres') ??
        accounts.find((account) => account.name === 'nobody'))
      : (accounts.find((account) => account.uid === owner) ?? {
          name: String(owner),
          uid: owner,
          gid: owner,
        });
  if (!chosen)
    throw new Error('PostgreSQL refuses to run as root, and there is no user postgres or nobody to run as.');
  return { ...chosen, stepsDown: true };
}

function ownerOf(path: string): number | undefined {
  return statSync(path, { throwIfNoEntry: false })?.uid;
}

function readAccounts(): { name: string; uid: number; gid: number }[] {
  return readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .filter((fields) => fields.length >= 4)
    .map(([name, , uid, gid]) => ({ name: String(name), uid: Number(uid), gid: Number(gid) }));
}
