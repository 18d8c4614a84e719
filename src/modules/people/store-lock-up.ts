import type { Tx } from '#platform/db/database.ts';
import { first, rows } from '#platform/db/sql.ts';
import { openBsnLock } from '#platform/secrets.ts';

/** Is it certain that no citizen service number stands in plain? The constraint that forbids it was checked against all rows. */
export const bsnsLockedUp = async (tx: Tx): Promise<boolean> => {
  const found = await first<{ sure: boolean }>(
    tx,
    "select convalidated as sure from pg_constraint where conname = 'people_person_bsn_empty'",
  );
  return found?.sure === true;
};

/** Locks away every number that stands in plain and forbids that one ever does again. As owner, in its transaction. */
export const lockUpBsns = async (tx: Tx, key: Buffer): Promise<number> => {
  if (await bsnsLockedUp(tx)) return 0;
  const lock = openBsnLock(key);
  const table = await first<{ forced: boolean }>(
    tx,
    "select relforcerowsecurity as forced from pg_class where oid = 'people_person'::regclass",
  );
  // The owner acts for nobody here, so the policies would hide every row from it.
  await rows(tx, 'alter table people_person no force row level security');
  const plain = await rows<{ id: string; bsn: string }>(
    tx,
    'select id, bsn from people_person where bsn is not null',
  );
  for (const { id, bsn } of plain) {
    await rows(
      tx,
      'update people_person set bsn = null, bsn_sealed = $2, bsn_mark = $3 where id = $1 and bsn is not null',
      [id, lock.seal(bsn, id), lock.mark(bsn)],
    );
  }
  await rows(tx, 'alter table people_person validate constraint people_person_bsn_empty');
  if (table?.forced === true) await rows(tx, 'alter table people_person force row level security');
  return plain.length;
};
