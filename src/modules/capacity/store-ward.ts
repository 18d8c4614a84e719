import type { Day } from '#kernel/calendar.ts';
import type { Instant } from '#kernel/interval.ts';
import type { Product } from '#kernel/product.ts';
import type { Tx } from '#platform/db/database.ts';
import { first, rows } from '#platform/db/sql.ts';
import { stamp } from '#platform/db/types.ts';
import type { RosterLine } from './decide/roster.ts';
import type { Staffing } from './types.ts';

/** "Klopt niet": a ward is asked to look at its own figure, until a moment. */
export interface Doubt {
  readonly id: string;
  readonly unitId: string;
  readonly product: Product;
  readonly at: Instant;
  readonly answerBy: Instant;
}

const DOUBT = 'id, unit_id as "unitId", product, at, answer_by as "answerBy"';

/** The weekly roster of a unit, by weekday; empty when it has none. */
export const rosterOf = (tx: Tx, unitId: string): Promise<RosterLine[]> =>
  rows(
    tx,
    `select weekday, half_day as "halfDay", staffed from capacity_roster where unit_id = $1
     order by weekday, array_position(array['night', 'morning', 'afternoon', 'evening'], half_day)`,
    [unitId],
  );

/** Writes the weekly roster of a unit anew. */
export const putRoster = async (tx: Tx, unitId: string, week: readonly RosterLine[]): Promise<void> => {
  await rows(tx, 'delete from capacity_roster where unit_id = $1', [unitId]);
  await rows(
    tx,
    `insert into capacity_roster (unit_id, weekday, half_day, staffed)
     select $1, weekday, half_day, staffed
     from jsonb_to_recordset($2::jsonb) as t(weekday smallint, half_day text, staffed integer)`,
    [
      unitId,
      JSON.stringify(week.map(({ weekday, halfDay, staffed }) => ({ weekday, half_day: halfDay, staffed }))),
    ],
  );
};

/** Writes days from the roster; what was said apart for a half-day stays as it was said. */
export const putRostered = async (
  tx: Tx,
  unitId: string,
  from: Day,
  days: readonly Staffing[],
): Promise<void> => {
  await rows(tx, 'delete from capacity_staffing where unit_id = $1 and rostered and day >= $2', [
    unitId,
    from,
  ]);
  await rows(
    tx,
    `insert into capacity_staffing (unit_id, day, half_day, staffed, rostered)
     select $1, day, half_day, staffed, true
     from jsonb_to_recordset($2::jsonb) as t(day date, half_day text, staffed integer)
     on conflict (unit_id, day, half_day) do nothing`,
    [unitId, JSON.stringify(days.map(({ day, halfDay, staffed }) => ({ day, half_day: halfDay, staffed })))],
  );
};

/** Units with a roster whose written days end before a day. */
export const rostersEnding = async (tx: Tx, before: Day): Promise<string[]> => {
  const found = await rows<{ unit_id: string }>(
    tx,
    `select distinct r.unit_id from capacity_roster r where not exists
       (select 1 from capacity_staffing s where s.unit_id = r.unit_id and s.rostered and s.day >= $1)`,
    [before],
  );
  return found.map((row) => row.unit_id);
};

/** The staff said apart for half-days from a day on. */
export const exceptionsOf = (tx: Tx, unitId: string, from: Day): Promise<Staffing[]> =>
  rows(
    tx,
    `select unit_id as "unitId", day, half_day as "halfDay", staffed from capacity_staffing
     where unit_id = $1 and not rostered and day >= $2 order by day, half_day`,
    [unitId, from],
  );

/** Adds a doubt; null when one about this unit and product is open already. */
export const insertDoubt = (
  tx: Tx,
  doubt: Doubt,
  by: { readonly organisationId: string; readonly actor: string },
): Promise<Doubt | null> =>
  first<Doubt>(
    tx,
    `insert into capacity_doubt (id, unit_id, product, told_org, actor, at, answer_by) values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (unit_id, product) where ended_at is null do nothing returning ${DOUBT}`,
    [
      doubt.id,
      doubt.unitId,
      doubt.product,
      by.organisationId,
      by.actor,
      stamp(doubt.at),
      stamp(doubt.answerBy),
    ],
  );

/** Open doubts about a unit. */
export const openDoubts = (tx: Tx, unitId: string): Promise<Doubt[]> =>
  rows(tx, `select ${DOUBT} from capacity_doubt where unit_id = $1 and ended_at is null order by answer_by`, [
    unitId,
  ]);

/** Open doubts whose time is up. */
export const overdueDoubts = (tx: Tx, now: Instant): Promise<Doubt[]> =>
  rows(
    tx,
    `select ${DOUBT} from capacity_doubt where ended_at is null and answer_by <= $1 order by id limit 50`,
    [stamp(now)],
  );

/** Ends doubts about a unit, or this one; answers how many. */
export const endDoubts = async (
  tx: Tx,
  of: { readonly unitId: string; readonly id: string | null },
  outcome: 'right' | 'corrected' | 'silent',
  at: Instant,
): Promise<number> => {
  const ended = await rows(
    tx,
    `update capacity_doubt set ended_at = $3, outcome = $4
     where unit_id = $1 and ($2::uuid is null or id = $2) and ended_at is null returning id`,
    [of.unitId, of.id, stamp(at), outcome],
  );
  return ended.length;
};

/** Ends what was closed because nobody answered a doubt. */
export const endDoubtClosures = async (tx: Tx, unitId: string, at: Instant): Promise<void> => {
  await rows(
    tx,
    `update capacity_closure set during = tstzrange(lower(during), greatest($2::timestamptz, lower(during) + interval '1 millisecond'))
     where unit_id = $1 and reason = 'doubted' and upper(during) > $2`,
    [unitId, stamp(at)],
  );
};

/** Closures of a unit that run now: those of a number of beds first, then bed by bed; the last made first. */
export const unnamedFirstClosures = async (tx: Tx, unitId: string, now: Instant): Promise<string[]> => {
  const found = await rows<{ id: string }>(
    tx,
    `select id from capacity_closure where unit_id = $1 and during @> $2::timestamptz and places = 1
     order by (place_id is null) desc, lower(during) desc, id desc`,
    [unitId, stamp(now)],
  );
  return found.map((row) => row.id);
};

/** How many people arrived in a unit since a moment. */
export const arrivalsSince = async (tx: Tx, unitId: string, since: Instant): Promise<number> => {
  const row = await first<{ count: number }>(
    tx,
    `select count(*)::integer as count from capacity_claim c join capacity_place p on p.id = c.place_id
     where p.unit_id = $1 and c.arrived_at > $2`,
    [unitId, stamp(since)],
  );
  return row?.count ?? 0;
};
