import type { Instant } from '#kernel/interval.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import type { Tx } from '#platform/db/database.ts';
import { first, rows } from '#platform/db/sql.ts';
import { stamp } from '#platform/db/types.ts';
import { openBsnLock } from '#platform/secrets.ts';
import { PERSON_TABLES, SECRET_COLUMNS } from './tables.ts';

/** Everything the tower holds about one person, per table. */
export type PersonFile = Readonly<Record<string, readonly Record<string, unknown>[]>>;

/** Why somebody cannot be exported or made unknown. */
export type FileRefusal = 'person-unknown' | 'person-in-care';

/** Everything about one person, readable, with the number unlocked. As keeper of the database. */
export const exportPerson = async (
  tx: Tx,
  id: string,
  key: Buffer,
): Promise<Result<PersonFile, Refusal<FileRefusal>>> => {
  const sealed = await first<{ sealed: string | null }>(
    tx,
    'select bsn_sealed as sealed from people_person where id = $1',
    [id],
  );
  if (sealed === null) return refuse({ code: 'person-unknown' });
  const file: Record<string, Record<string, unknown>[]> = {};
  for (const { table, where } of PERSON_TABLES) {
    const found = await rows<{ row: Record<string, unknown> }>(
      tx,
      `select to_jsonb(t) - $2::text[] as row from ${table} t where ${where}`,
      [id, [...SECRET_COLUMNS]],
    );
    file[table] = found.map(({ row }) => row);
  }
  const bsn = sealed.sealed === null ? null : openBsnLock(key).open(sealed.sealed, id);
  return ok({ ...file, people_person: (file['people_person'] ?? []).map((row) => ({ ...row, bsn })) });
};

/** Is there a request that runs, a bed with or for this person, or a treatment they still get? */
const isInCare = async (tx: Tx, id: string, now: Instant): Promise<boolean> =>
  (await first(
    tx,
    `select 1 from placement_request r join placement_person p on p.request_id = r.id
       where p.person_id = $1 and r.state <> 'closed'
     union all
     select 1 from capacity_claim where subject = $1 and released_at is null and left_at is null and displaced_at is null
     union all
     select 1 from day_treatment_order o join day_treatment_visit v on v.order_id = o.id
       where o.person_id = $1 and o.state = 'signed' and o.valid_until >= $2::timestamptz::date
         and v.state in ('to-plan', 'planned', 'arrived')
     limit 1`,
    [id, stamp(now)],
  )) !== null;

/**
 * Makes somebody unknown: name, number and everything written go; ids, codes and moments stay, with the log of who looked
 * and the diary. Whole or not at all; not while somebody is in care. As keeper of the database.
 */
export const erasePerson = async (
  tx: Tx,
  id: string,
  now: Instant,
): Promise<Result<null, Refusal<FileRefusal>>> => {
  const found = await first(tx, 'select 1 from people_person where id = $1 for update', [id]);
  if (found === null) return refuse({ code: 'person-unknown' });
  if (await isInCare(tx, id, now)) return refuse({ code: 'person-in-care' });
  for (const { table, where, erasing } of PERSON_TABLES) {
    if (erasing === 'goes') await rows(tx, `delete from ${table} where ${where}`, [id]);
    else if (erasing !== 'stays') {
      const at = erasing.set.includes('$2') ? [stamp(now)] : [];
      await rows(tx, `update ${table} set ${erasing.set} where ${where}`, [id, ...at]);
    }
  }
  // Answers that were kept for a repeated command may show the person.
  await rows(tx, 'delete from platform_key where position($1 in answer::text) > 0', [id]);
  return ok(null);
};
