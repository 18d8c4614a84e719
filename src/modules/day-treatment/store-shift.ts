import type { Day } from '#kernel/calendar.ts';
import type { Tx } from '#platform/db/database.ts';
import { rows } from '#platform/db/sql.ts';
import type { Shift } from './types-room.ts';

/** Who is on the rota of these half-days. */
export const shiftsOf = (tx: Tx, halfDayIds: readonly string[]): Promise<Shift[]> =>
  rows<Shift>(
    tx,
    `select s.half_day_id as "halfDayId", s.nurse_id as "nurseId", s.absent from day_treatment_shift s
     join day_treatment_nurse n on n.id = s.nurse_id where s.half_day_id = any($1::uuid[])
     order by s.half_day_id, n.initials, s.nurse_id`,
    [halfDayIds],
  );

/** Who is on the rota of these rooms from a day up to and with a day. */
export const shiftsBetween = (
  tx: Tx,
  unitIds: readonly string[],
  { from, until }: { readonly from: Day; readonly until: Day },
): Promise<Shift[]> =>
  rows<Shift>(
    tx,
    `select s.half_day_id as "halfDayId", s.nurse_id as "nurseId", s.absent from day_treatment_shift s
     join day_treatment_half_day h on h.id = s.half_day_id
     where h.unit_id = any($1::uuid[]) and h.day >= $2::date and h.day <= $3::date`,
    [unitIds, from, until],
  );

/** Keeps who is on the rota of these half-days, all at once: whoever is not named is not on it any more. */
export const putShifts = async (
  tx: Tx,
  halfDayIds: readonly string[],
  shifts: readonly Shift[],
): Promise<void> => {
  const [halfDays, nurses] = [shifts.map(({ halfDayId }) => halfDayId), shifts.map(({ nurseId }) => nurseId)];
  await rows(
    tx,
    `delete from day_treatment_shift s where s.half_day_id = any($1::uuid[])
       and (s.half_day_id, s.nurse_id) not in (select * from unnest($2::uuid[], $3::uuid[]))`,
    [halfDayIds, halfDays, nurses],
  );
  await rows(
    tx,
    `insert into day_treatment_shift (half_day_id, nurse_id, absent)
     select * from unnest($1::uuid[], $2::uuid[], $3::text[])
     on conflict (half_day_id, nurse_id) do update set absent = excluded.absent`,
    [halfDays, nurses, shifts.map(({ absent }) => absent)],
  );
};

/** Whoever works here no more is on no rota from a day on; answers in which half-days they were. */
export const leaveShifts = async (tx: Tx, nurseId: string, from: Day): Promise<string[]> => {
  const left = await rows<{ id: string }>(
    tx,
    `delete from day_treatment_shift s using day_treatment_half_day h
     where h.id = s.half_day_id and s.nurse_id = $1 and h.day >= $2::date returning s.half_day_id as id`,
    [nurseId, from],
  );
  return left.map(({ id }) => id);
};
