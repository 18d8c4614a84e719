import type { Tx } from '#platform/db/database.ts';
import { rows } from '#platform/db/sql.ts';
import type { Contact } from './types.ts';

/** Who answers next door: the numbers one calls when no place of the region fits. */
export const loadContacts = (tx: Tx): Promise<Contact[]> =>
  rows(tx, 'select kind, name, phone from region_contact order by kind');

/** Adds numbers, or changes those of the same kind. */
export const putContacts = async (tx: Tx, list: readonly Contact[]): Promise<void> => {
  if (list.length === 0) return;
  await rows(
    tx,
    `insert into region_contact (kind, name, phone)
     select kind, name, phone from jsonb_to_recordset($1::jsonb) as t(kind text, name text, phone text)
     on conflict (kind) do update set name = excluded.name, phone = excluded.phone`,
    [JSON.stringify(list)],
  );
};
