import type { Instant, Interval } from '#kernel/interval.ts';
import type { Tx } from '#platform/db/database.ts';
import { newId } from '#platform/db/ids.ts';
import { first, rows } from '#platform/db/sql.ts';
import { range, stamp } from '#platform/db/types.ts';
import type { VisitState, Wishes } from './types.ts';
import type { Reach, Telling, Way } from './types-told.ts';

const TELLING = `t.id, t.visit_id as "visitId", t.organisation_id as "organisationId", t.number, t.during, t.was,
  t.due_at as "dueAt", t.told_at as "toldAt", t.way, t.reminded_at as "remindedAt", t.ended_at as "endedAt", t.answer,
  t.answered_at as "answeredAt", t.words, t.weekdays, t.part`;

/** A visit somebody may have to be told of. */
export interface VisitToTell {
  readonly id: string;
  readonly orderId: string;
  readonly personId: string;
  readonly state: VisitState;
  readonly during: Interval | null;
  readonly confirmedAt: Instant | null;
  /** The room of its half-day; null: it has none. */
  readonly unitId: string | null;
}

/** The visits of the acting site that have a moment to come, and those of which something was told that still holds. */
export const visitsToTell = (tx: Tx, now: Instant): Promise<VisitToTell[]> =>
  rows<VisitToTell>(
    tx,
    `select v.id, v.order_id as "orderId", o.person_id as "personId", v.state, v.during, v.confirmed_at as "confirmedAt",
       h.unit_id as "unitId"
     from day_treatment_visit v join day_treatment_order o on o.id = v.order_id and o.site_org = platform_org()
     left join day_treatment_half_day h on h.id = v.half_day_id
     where v.id in (select p.id from day_treatment_visit p where p.state = 'planned' and upper(p.during) > $1
       union select t.visit_id from day_treatment_telling t where t.organisation_id = platform_org() and t.ended_at is null)
     order by v.id`,
    [stamp(now)],
  );

/** The visits of the acting site of which what was told last is not settled: somebody asked something, or must be called. */
export const unsettledVisits = (
  tx: Tx,
  now: Instant,
): Promise<(VisitToTell & { readonly halfDayId: string | null })[]> =>
  rows(
    tx,
    `select v.id, v.order_id as "orderId", o.person_id as "personId", v.state, v.during, v.confirmed_at as "confirmedAt",
       h.unit_id as "unitId", v.half_day_id as "halfDayId"
     from day_treatment_visit v join day_treatment_order o on o.id = v.order_id and o.site_org = platform_org()
     left join day_treatment_half_day h on h.id = v.half_day_id
     where v.id in (select t.visit_id from day_treatment_telling t where t.organisation_id = platform_org()
         and t.told_at > $1::timestamptz - interval '60 days'
         and (t.answer in ('other-moment', 'cannot') or (t.way = 'call' and t.answer is null)))
       and ((v.state = 'planned' and lower(v.during) > $1) or v.state = 'cancelled')
     order by lower(v.during) nulls first, v.id`,
    [stamp(now)],
  );

/** Everything that was told of these visits, or waits to be, the oldest first. */
export const tellingsOf = async (
  tx: Tx,
  visitIds: readonly string[],
): Promise<ReadonlyMap<string, Telling[]>> => {
  const found = await rows<Telling>(
    tx,
    `select ${TELLING} from day_treatment_telling t where t.visit_id = any($1::uuid[]) order by t.visit_id, t.number`,
    [visitIds],
  );
  return Map.groupBy(found, ({ visitId }) => visitId);
};

/** One telling, for the site or for who holds its link; null otherwise. */
export const tellingById = (tx: Tx, id: string): Promise<Telling | null> =>
  first<Telling>(tx, `select ${TELLING} from day_treatment_telling t where t.id = $1`, [id]);

/** Has a telling wait, in place of one that waited. */
export const putWaiting = (
  tx: Tx,
  waiting: Pick<Telling, 'visitId' | 'organisationId' | 'during' | 'dueAt'>,
): Promise<unknown> =>
  rows(
    tx,
    `insert into day_treatment_telling (id, visit_id, organisation_id, number, during, due_at)
     values ($1, $2, $3, 1 + coalesce((select max(t.number) from day_treatment_telling t where t.visit_id = $2), 0), $4, $5)
     on conflict (visit_id) where ended_at is null and told_at is null
     do update set during = excluded.during, due_at = excluded.due_at`,
    [
      ...[newId(), waiting.visitId, waiting.organisationId],
      ...[waiting.during === null ? null : range(waiting.during), stamp(waiting.dueAt)],
    ],
  );

/** Takes a telling away that nobody heard. */
export const dropWaiting = (tx: Tx, id: string): Promise<unknown> =>
  rows(tx, 'delete from day_treatment_telling where id = $1 and told_at is null', [id]);

/** What a telling says does not hold any more. */
export const endTelling = (tx: Tx, id: string, at: Instant): Promise<unknown> =>
  rows(tx, 'update day_treatment_telling set ended_at = $2 where id = $1 and ended_at is null', [
    id,
    stamp(at),
  ]);

/** Marks a telling as told, once; false when another was first. That something is gone holds no longer than the telling of it. */
export const markTold = async (
  tx: Tx,
  id: string,
  told: { readonly at: Instant; readonly way: Way; readonly was: Interval | null },
): Promise<boolean> =>
  (
    await rows(
      tx,
      `update day_treatment_telling set told_at = $2, way = $3, was = $4, ended_at = case when during is null then $2::timestamptz end
       where id = $1 and told_at is null returning id`,
      [id, stamp(told.at), told.way, told.was === null ? null : range(told.was)],
    )
  ).length === 1;

/** Marks that somebody was reminded, once; false when another was first. */
export const markReminded = async (tx: Tx, id: string, at: Instant): Promise<boolean> =>
  (
    await rows(
      tx,
      'update day_treatment_telling set reminded_at = $2 where id = $1 and reminded_at is null returning id',
      [id, stamp(at)],
    )
  ).length === 1;

/** Keeps what somebody said to their moment. */
export const keepAnswer = (
  tx: Tx,
  { id, answer, words, weekdays, part }: Pick<Telling, 'id' | 'answer' | 'words' | 'weekdays' | 'part'>,
  at: Instant,
): Promise<unknown> =>
  rows(
    tx,
    `update day_treatment_telling set answer = $2, answered_at = $3, words = $4, weekdays = $5, part = $6 where id = $1`,
    [id, answer, stamp(at), words, weekdays, part],
  );

/** The moment stands as somebody said: they come, or not as it is. */
export const confirmVisit = (tx: Tx, id: string, at: Instant | null): Promise<unknown> =>
  rows(tx, 'update day_treatment_visit set confirmed_at = $2, version = version + 1 where id = $1', [
    id,
    at === null ? null : stamp(at),
  ]);

/** The address somebody gave, and whether they want messages; by person. Who gave none is not there. */
export const reachesOf = async (
  tx: Tx,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, Omit<Reach, 'phone'>>> => {
  const found = await rows<Omit<Reach, 'phone'> & { readonly personId: string }>(
    tx,
    'select person_id as "personId", email, refuses from day_treatment_reach where person_id = any($1::uuid[])',
    [personIds],
  );
  return new Map(found.map(({ personId, ...reach }) => [personId, reach]));
};

/** Keeps how somebody wants to be reached. */
export const putReach = (
  tx: Tx,
  personId: string,
  reach: Omit<Reach, 'phone'>,
  by: { readonly now: Instant; readonly actor: string },
): Promise<unknown> =>
  rows(
    tx,
    `insert into day_treatment_reach (person_id, email, refuses, said_at, actor) values ($1, $2, $3, $4, $5)
     on conflict (person_id) do update set email = excluded.email, refuses = excluded.refuses, said_at = excluded.said_at,
       actor = excluded.actor`,
    [personId, reach.email, reach.refuses, stamp(by.now), by.actor],
  );

/** What people themselves said would suit them, by order: the last they said counts for what comes of it. */
export const wishesSaid = async (
  tx: Tx,
  orderIds: readonly string[],
): Promise<ReadonlyMap<string, Wishes>> => {
  const found = await rows<Wishes & { readonly orderId: string }>(
    tx,
    `select distinct on (v.order_id) v.order_id as "orderId", t.weekdays, t.part
     from day_treatment_telling t join day_treatment_visit v on v.id = t.visit_id
     where v.order_id = any($1::uuid[]) and t.answer = 'other-moment'
       and (t.part is not null or cardinality(t.weekdays) > 0)
     order by v.order_id, t.answered_at desc`,
    [orderIds],
  );
  return new Map(found.map(({ orderId, ...wishes }) => [orderId, wishes]));
};
