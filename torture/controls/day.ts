import type pg from 'pg';
import type { AskedRoom } from '#torture/day/room.ts';
import { asOwner } from '#torture/house/judge.ts';
import { dayFaultsOf } from '#torture/house/judge-day.ts';

/** Two people of the fullest half-day. */
const PAIR = `(select (array_agg(v.id order by v.id))[1] as a, (array_agg(v.id order by v.id))[2] as b, v.half_day_id as half_day
  from day_treatment_visit v where v.state = 'planned' group by v.half_day_id order by count(*) desc limit 1)`;

/** What is planted, and what the judge must say of it. */
interface Defect {
  readonly sql: readonly string[];
  readonly says: RegExp;
}

/** A promise too many for each thing that can be promised twice, and each that must be there. */
const dayDefects: Readonly<Record<string, Defect>> = {
  'chair-twice': {
    sql: [
      'alter table capacity_claim drop constraint capacity_claim_no_overlap',
      `update capacity_claim c set place_id = o.place_id, during = o.during
         from ${PAIR} p, day_treatment_visit a, day_treatment_visit b, capacity_claim o
         where a.id = p.a and b.id = p.b and o.id = a.claims[1] and c.id = b.claims[1]`,
    ],
    says: /one chair for/,
  },
  'nurse-twice': {
    sql: [
      'alter table day_treatment_visit drop constraint day_treatment_visit_one_nurse',
      `update day_treatment_visit b set nurse_id = a.nurse_id, set_up = a.set_up, during = a.during
         from ${PAIR} p, day_treatment_visit a where a.id = p.a and b.id = p.b`,
    ],
    says: /one nurse sets up/,
  },
  'over-the-ratio': {
    sql: [
      'alter table day_treatment_visit drop constraint day_treatment_visit_one_nurse',
      `update day_treatment_visit b set set_up = a.set_up, during = a.during
         from ${PAIR} p, day_treatment_visit a where a.id = p.a and b.half_day_id = p.half_day`,
    ],
    says: /over the ratio/,
  },
  'one-nurse-left': {
    sql: [
      `update day_treatment_shift s set absent = 'ill' from ${PAIR} p, day_treatment_visit a
         where a.id = p.a and s.half_day_id = p.half_day and s.nurse_id <> a.nurse_id`,
    ],
    says: /under two nurses/,
  },
  'nurse-away': {
    sql: [
      `update day_treatment_shift s set absent = 'ill' from ${PAIR} p, day_treatment_visit a
         where a.id = p.a and s.half_day_id = p.half_day and s.nurse_id = a.nurse_id`,
    ],
    says: /a nurse who is not there or may not/,
  },
  'competence-over': {
    sql: ["update day_treatment_competence set valid_until = '2026-01-01' where competence = 'anaphylaxis'"],
    says: /a nurse who is not there or may not/,
  },
  'order-over': {
    sql: [
      `update day_treatment_order o set state = 'stopped', ended_at = now(), stop_reason = 'voorbij'
         from ${PAIR} p, day_treatment_visit a where a.id = p.a and o.id = a.order_id`,
    ],
    says: /no order that holds/,
  },
  'chair-given-away': {
    sql: [
      `update capacity_claim c set released_at = now() from ${PAIR} p, day_treatment_visit a
         where a.id = p.a and c.id = a.claims[1]`,
    ],
    says: /chairs missing/,
  },
  'half-day-closed': {
    sql: [`update day_treatment_half_day h set closed = 'other' from ${PAIR} p where h.id = p.half_day`],
    says: /outside the hours/,
  },
};

/** Plants one defect and takes it back; answers how much of it the judge found. */
const planted = async (client: pg.Client, { sql, says }: Defect): Promise<number> => {
  await client.query('begin');
  try {
    for (const text of sql) await client.query(text);
    return (await dayFaultsOf(client)).filter((fault) => says.test(fault)).length;
  } finally {
    await client.query('rollback');
  }
};

/** What the judge finds in a room as the house filled it, and with each defect in it. */
export const dayFindings = (room: AskedRoom): Promise<{ ours: number; found: Record<string, number> }> =>
  asOwner(room.day.house.url, async (client) => {
    const ours = (await dayFaultsOf(client)).length;
    const found: Record<string, number> = {};
    for (const [name, defect] of Object.entries(dayDefects)) found[name] = await planted(client, defect);
    return { ours, found };
  });
