import type { Day } from '#kernel/calendar.ts';
import type { Instant } from '#kernel/interval.ts';
import type { Tx } from '#platform/db/database.ts';
import { rows } from '#platform/db/sql.ts';
import { stamp } from '#platform/db/types.ts';
import type { Away } from './types-room.ts';

/** On which days these nurses are away, as far as a day from which on it matters; the first comes first. */
export const awayOf = (tx: Tx, nurseIds: readonly string[], from: Day): Promise<Away[]> =>
  rows<Away>(
    tx,
    `select id, nurse_id as "nurseId", from_day as "from", last_day as last, why from day_treatment_away
     where nurse_id = any($1::uuid[]) and (last_day is null or last_day >= $2::date) order by from_day, id`,
    [nurseIds, from],
  );

/** Keeps from which day to which a nurse is away. */
export const insertAway = (tx: Tx, away: Away): Promise<unknown> =>
  rows(
    tx,
    'insert into day_treatment_away (id, nurse_id, from_day, last_day, why) values ($1, $2, $3, $4, $5)',
    [away.id, away.nurseId, away.from, away.last, away.why],
  );

/** A stretch ends the day before; one that had not begun was never there. */
export const cutAway = (tx: Tx, away: Away, from: Day): Promise<unknown> =>
  from <= away.from
    ? rows(tx, 'delete from day_treatment_away where id = $1', [away.id])
    : rows(tx, 'update day_treatment_away set last_day = $2::date - 1 where id = $1', [away.id, from]);

const touched = (tx: Tx, changed: readonly { readonly id: string }[]): Promise<unknown> =>
  rows(tx, 'update day_treatment_half_day set version = version + 1 where id = any($1::uuid[])', [
    changed.map(({ id }) => id),
  ]);

const IN_STRETCH = `from day_treatment_half_day h where h.id = s.half_day_id and s.nurse_id = $1
  and h.day >= $2::date and h.day <= coalesce($3::date, 'infinity') and h.closes > $4`;

/** On the rota of these days and not told otherwise: absent. Answers in how many half-days. */
export const markAway = async (tx: Tx, away: Away, now: Instant): Promise<number> => {
  const changed = await rows<{ id: string }>(
    tx,
    `update day_treatment_shift s set absent = $5 ${IN_STRETCH} and s.absent is null returning s.half_day_id as id`,
    [away.nurseId, away.from, away.last, stamp(now), away.why],
  );
  await touched(tx, changed);
  return changed.length;
};

/** There again in these days, unless another stretch says otherwise. Answers in how many half-days. */
export const unmarkAway = async (tx: Tx, away: Away, from: Day, now: Instant): Promise<number> => {
  const changed = await rows<{ id: string }>(
    tx,
    `update day_treatment_shift s set absent = (select a.why from day_treatment_away a where a.nurse_id = s.nurse_id
       and h.day >= a.from_day and h.day <= coalesce(a.last_day, 'infinity') order by a.from_day, a.id limit 1)
     ${IN_STRETCH} and s.absent = $5 returning s.half_day_id as id`,
    [away.nurseId, from, away.last, stamp(now), away.why],
  );
  await touched(tx, changed);
  return changed.length;
};
