import type { Tx } from '#platform/db/database.ts';
import { rows } from '#platform/db/sql.ts';

/** How a service is reached: its own number, mail and page before those of its organisation. */
export interface Reach {
  readonly id: string;
  readonly phone: string | null;
  readonly email: string | null;
  readonly url: string | null;
  readonly address: string | null;
}

/** How these services are reached; numbers and addresses of people who answer for them stay out. */
export const reachOf = (tx: Tx, ids: readonly string[]): Promise<Reach[]> =>
  rows(
    tx,
    `select s.id, coalesce(
         (select number from social_hsds_phone where service_id = s.id order by id limit 1),
         (select p.number from social_hsds_service_at_location a join social_hsds_phone p on p.service_at_location_id = a.id
           where a.service_id = s.id order by p.id limit 1),
         (select number from social_hsds_phone where organization_id = s.organization_id and contact_id is null
           order by id limit 1)) as phone,
       coalesce(s.email, o.email) as email, coalesce(s.url, o.website) as url,
       (select concat_ws(', ', nullif(d.address_1, ''), nullif(concat_ws(' ', nullif(d.postal_code, ''), nullif(d.city, '')), ''))
         from social_hsds_service_at_location a join social_hsds_address d on d.location_id = a.location_id
         where a.service_id = s.id order by d.id limit 1) as address
     from social_hsds_service s left join social_hsds_organization o on o.id = s.organization_id
     where s.id = any($1::uuid[])`,
    [ids],
  );
