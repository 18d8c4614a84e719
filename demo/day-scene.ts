import { type Day, localDay, plusDays } from '#kernel/calendar.ts';
import { type Instant, MINUTE } from '#kernel/interval.ts';
import type { Act, Part, Treatment } from '#modules/day-treatment/types.ts';
import { REGION_ZONE } from '#modules/region/index.ts';
import { type Acting, inNameOf, type Tx } from '#platform/db/database.ts';
import { rows } from '#platform/db/sql.ts';
import { stamp } from '#platform/db/types.ts';
import { DAY_ROOMS, type DayRoomLine } from './day-rooms.ts';
import { TOLD_BY_DAY } from './day-told.ts';

/** Somebody who is to come or is there, with what happened so far. */
export interface ComesNow {
  readonly visitId: string;
  readonly halfDayId: string;
  readonly key: string;
  readonly from: Instant;
  readonly treatment: Treatment;
  readonly acts: readonly Act[];
}

/** A half-day for which nobody was put on the rota yet. */
export interface Unstaffed {
  readonly id: string;
  readonly version: number;
  readonly day: Day;
  readonly part: Part;
}

/** How a room with chairs stands at one moment. */
export interface DayNow {
  readonly room: DayRoomLine;
  readonly comes: readonly ComesNow[];
  /** Who waits for a moment, longest first. */
  readonly waiting: readonly string[];
  readonly unstaffed: readonly Unstaffed[];
  readonly orders: { readonly count: number; readonly signedAt: Instant | null };
}

/** People come a little early. */
const EARLY = 20 * MINUTE;
/** So many days ahead the rota reaches. */
const ROTA = 56;

const comesNow = async (tx: Tx, unitId: string, now: Instant): Promise<ComesNow[]> => {
  const found = await rows<Omit<ComesNow, 'acts'>>(
    tx,
    `select v.id as "visitId", h.id as "halfDayId", concat_ws(' ', o.code, v.number, v.attempt) as key,
       lower(v.during) as "from", t.body as treatment
     from day_treatment_half_day h join day_treatment_visit v on v.half_day_id = h.id
     join day_treatment_order o on o.id = v.order_id join people_person p on p.id = o.person_id
     join day_treatment_treatment t on t.code = o.treatment and t.version = o.treatment_version
     where h.unit_id = $1 and h.closed is null and h.opens <= $2 and v.state in ('planned', 'arrived')
       and (h.closes < $3 or p.name <> all($4::text[])) order by h.opens, lower(v.during), o.code`,
    [unitId, stamp(now + EARLY), stamp(now), TOLD_BY_DAY],
  );
  if (found.length === 0) return [];
  const acts = await rows<Act>(
    tx,
    `select id, visit_id as "visitId", kind, at, by_name as "byName", body from day_treatment_act
     where visit_id = any($1::uuid[])`,
    [found.map(({ visitId }) => visitId)],
  );
  const of = Map.groupBy(acts, ({ visitId }) => visitId);
  return found.map((each) => ({ ...each, acts: of.get(each.visitId) ?? [] }));
};

const waitingNow = async (tx: Tx, organisationId: string): Promise<string[]> =>
  (
    await rows<{ id: string }>(
      tx,
      `select v.id from day_treatment_visit v join day_treatment_order o on o.id = v.order_id
       join people_person p on p.id = o.person_id
       where v.state = 'to-plan' and o.state = 'signed' and o.site_org = $1 and p.name <> all($2::text[])
       order by o.signed_at, o.code, v.number`,
      [organisationId, TOLD_BY_DAY],
    )
  ).map(({ id }) => id);

const unstaffedNow = (tx: Tx, unitId: string, today: Day): Promise<Unstaffed[]> =>
  rows<Unstaffed>(
    tx,
    `select h.id, h.version, h.day, h.part from day_treatment_half_day h
     where h.unit_id = $1 and h.closed is null and h.day > $2::date and h.day < $3::date
       and not exists (select 1 from day_treatment_shift s where s.half_day_id = h.id) order by h.opens`,
    [unitId, today, plusDays(today, ROTA)],
  );

const ordersNow = async (tx: Tx, organisationId: string): Promise<DayNow['orders']> => {
  const [row] = await rows<{ count: number; signedAt: Instant | null }>(
    tx,
    `select count(*)::integer as count, max(signed_at) as "signedAt" from day_treatment_order where site_org = $1`,
    [organisationId],
  );
  return row ?? { count: 0, signedAt: null };
};

/** Looks at the rooms with chairs, each as its own house sees it. */
export const dayAt = async (tx: Tx, now: Instant, clock: Acting): Promise<DayNow[]> => {
  const rooms: DayNow[] = [];
  for (const room of DAY_ROOMS) {
    const { unitId, organisationId } = room;
    const other = { actor: clock.actor, organisationId };
    rooms.push(
      await inNameOf(tx, { own: clock, other }, async () => ({
        room,
        comes: await comesNow(tx, unitId, now),
        waiting: await waitingNow(tx, organisationId),
        unstaffed: await unstaffedNow(tx, unitId, localDay(now, REGION_ZONE)),
        orders: await ordersNow(tx, organisationId),
      })),
    );
  }
  return rooms;
};
