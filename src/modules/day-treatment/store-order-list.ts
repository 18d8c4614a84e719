import type { Day } from '#kernel/calendar.ts';
import type { Instant } from '#kernel/interval.ts';
import type { Tx } from '#platform/db/database.ts';
import { rows } from '#platform/db/sql.ts';
import { stamp } from '#platform/db/types.ts';
import { ORDER } from './store-order.ts';
import type { Order } from './types.ts';
import { NOTICED, type Noticed } from './types-day.ts';

/** An order in a list, with what lately happened on it. */
export interface ListedOrder extends Order {
  readonly madeAt: Instant;
  readonly noticed: Noticed | null;
  readonly noticedAt: Instant | null;
  /** Where it stands: what went differently first, then what is to sign, then the rest; what is over, newest first. */
  readonly place: number;
}

/** Where a page begins: after this order. */
export interface After {
  readonly place: number;
  readonly urgency: number;
  readonly latestDay: Day;
  readonly code: string;
}

/**
 * A page of orders: of the acting house as who ordered (or whose patient it is), as who gives, or over since a moment. What went
 * differently at the last visit stays with what runs: that the course is over makes it no smaller.
 */
export const ordersOf = (
  tx: Tx,
  asked: {
    readonly scope: 'own' | 'site' | 'ended';
    readonly organisationId: string;
    readonly endedSince: Instant;
    readonly noticedSince: Instant;
    readonly after: After | null;
    readonly limit: number;
  },
): Promise<ListedOrder[]> =>
  rows<ListedOrder>(
    tx,
    `with listed as (
       select ${ORDER}, o.made_at as "madeAt", n.kind as noticed, n.at as "noticedAt",
         case when $1 = 'ended' then -extract(epoch from o.ended_at)::float8
           when n.kind = 'reacted' then 0 when n.kind is not null then 1 when o.state = 'draft' then 2 else 3 end as place
       from day_treatment_order o left join lateral (
         select a.kind, a.at from day_treatment_visit v join day_treatment_act a on a.visit_id = v.id
         where v.order_id = o.id and a.kind = any($5::text[]) and a.undone_by is null and a.at > $4
         order by a.kind = 'reacted' desc, a.at desc limit 1) n on true
       where case $1
         when 'own' then (o.ended_at is null or o.ended_at > $4 and n.kind is not null)
           and $2::uuid in (o.hospital_org, o.gp_org)
         when 'site' then o.ended_at is null and o.state = 'signed' and o.site_org = $2::uuid
         else o.ended_at > $3 and $2::uuid in (o.hospital_org, o.site_org, o.gp_org) end)
     select * from listed l
     where $6::float8 is null or (l.place, -l.urgency, l."latestDay", l.code) > ($6, -$7::integer, $8::date, $9::text)
     order by l.place, l.urgency desc, l."latestDay", l.code limit $10`,
    [
      ...[asked.scope, asked.organisationId, stamp(asked.endedSince), stamp(asked.noticedSince), NOTICED],
      ...[asked.after?.place ?? null, asked.after?.urgency ?? null, asked.after?.latestDay ?? null],
      ...[asked.after?.code ?? null, asked.limit],
    ],
  );
