import type { Day } from '#kernel/calendar.ts';
import type { Instant } from '#kernel/interval.ts';
import type { Tx } from '#platform/db/database.ts';
import { newId } from '#platform/db/ids.ts';
import { rows } from '#platform/db/sql.ts';
import { stamp } from '#platform/db/types.ts';
import type { ServiceState } from './types.ts';

/** What somebody says of the room at a service. */
export interface Saying {
  readonly serviceId: string;
  readonly state: ServiceState;
  readonly weeks: number | null;
  readonly untilDay: Day | null;
  readonly at: Instant;
  readonly by: string;
}

/** Keeps what was said; earlier words stay. */
export const insertState = async (tx: Tx, said: Saying): Promise<void> => {
  await rows(
    tx,
    `insert into social_service_state (id, service_id, state, weeks, until_day, said_at, said_by, organisation_id)
     values ($1, $2, $3, $4, $5, $6, $7, platform_org())`,
    [newId(), said.serviceId, said.state, said.weeks, said.untilDay, stamp(said.at), said.by],
  );
};

/** The service is as the map says, on this day. */
export const setAssured = async (tx: Tx, serviceId: string, day: Day): Promise<void> => {
  await rows(tx, 'update social_hsds_service set assured_date = $2 where id = $1', [serviceId, day]);
};

/** What a search reads of a service follows what was said last and when it was assured. */
export const followState = async (tx: Tx, serviceId: string): Promise<void> => {
  await rows(
    tx,
    `update social_look l set assured = s.assured_date, state = r.state, weeks = r.weeks, until_day = r.until_day, state_at = r.said_at
     from social_hsds_service s left join lateral (select * from social_service_state
       where service_id = s.id order by said_at desc, id desc limit 1) r on true
     where s.id = $1 and l.service_id = s.id`,
    [serviceId],
  );
};
