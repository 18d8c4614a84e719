import type { Day } from '#kernel/calendar.ts';
import type { Tx } from '#platform/db/database.ts';
import { rows } from '#platform/db/sql.ts';
import type { CountedHalfDay } from './decide/figures.ts';

/** What the half-days of a room come to from a day to a day (not included): who was there, who had a moment, what became of it. */
export const countedHalfDays = (tx: Tx, unitId: string, from: Day, until: Day): Promise<CountedHalfDay[]> =>
  rows<CountedHalfDay>(
    tx,
    `with half_day as (
       select h.* from day_treatment_half_day h where h.unit_id = $1 and h.day >= $2::date and h.day < $3::date
     ), nurse as (
       select s.half_day_id, count(*)::integer as nurses from day_treatment_shift s
       where s.absent is null and s.half_day_id in (select id from half_day) group by 1
     ), visit as (
       select v.half_day_id, count(*)::integer as visits,
         count(*) filter (where v.state = 'done')::integer as given,
         count(*) filter (where v.state = 'no-show')::integer as missed,
         count(*) filter (where v.state = 'not-given')::integer as not_given,
         round(sum(extract(epoch from upper(v.during) - lower(v.during)) / 60))::integer as planned,
         round(coalesce(sum((extract(epoch from upper(v.set_up) - lower(v.set_up))
           + extract(epoch from upper(v.during) - upper(v.set_up)) / (t.body->>'ratio')::numeric) / 60)
           filter (where v.state in ('planned', 'arrived', 'done')), 0))::integer as care
       from day_treatment_visit v join day_treatment_order o on o.id = v.order_id
       join day_treatment_treatment t on t.code = o.treatment and t.version = o.treatment_version
       where v.half_day_id in (select id from half_day) and v.during is not null and v.set_up is not null
         and v.state not in ('to-plan', 'cancelled') group by 1
     )
     select h.id, h.day, h.part, h.opens, h.closes, h.closed is not null as closed, coalesce(n.nurses, 0) as nurses,
       coalesce(v.visits, 0) as visits, coalesce(v.given, 0) as given, coalesce(v.missed, 0) as missed,
       coalesce(v.not_given, 0) as "notGiven", coalesce(v.planned, 0) as "plannedMinutes",
       coalesce(v.care, 0) as "careMinutes"
     from half_day h left join nurse n on n.half_day_id = h.id left join visit v on v.half_day_id = h.id
     order by h.opens, h.id`,
    [unitId, from, until],
  );
