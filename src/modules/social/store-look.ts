import type { Day } from '#kernel/calendar.ts';
import type { Instant } from '#kernel/interval.ts';
import type { Tx } from '#platform/db/database.ts';
import { rows } from '#platform/db/sql.ts';
import type { ScheduleFields } from './decide/hours.ts';
import type { ServiceState, WeekHours } from './types.ts';

/** A service with what hangs on it, as a search wants to know it. */
export interface LookSource {
  readonly id: string;
  readonly organizationId: string | null;
  readonly name: string;
  readonly alternateName: string | null;
  readonly organisation: string | null;
  readonly about: string | null;
  readonly terms: readonly string[];
  readonly postalCode: string | null;
  readonly town: string | null;
  readonly lat: number | null;
  readonly lon: number | null;
  readonly minimumAge: number | null;
  readonly maximumAge: number | null;
  readonly languages: readonly string[];
  readonly fees: string | null;
  readonly amounts: readonly number[];
  readonly schedules: readonly ScheduleFields[];
  readonly reachable: boolean;
  readonly active: boolean;
  readonly assured: Day | null;
  readonly state: ServiceState | null;
  readonly weeks: number | null;
  readonly untilDay: Day | null;
  readonly stateAt: Instant | null;
}

/** What a search reads of a service. */
export interface LookRow {
  readonly service_id: string;
  readonly organization_id: string | null;
  readonly name: string;
  readonly organisation: string;
  readonly about: string;
  /** What is found by its words: name, kinds with their labels, text; the first weighs most. */
  readonly told: readonly [string, string, string];
  readonly plain: string;
  readonly kinds: readonly string[];
  readonly pc4: string | null;
  readonly town: string | null;
  readonly lat: number | null;
  readonly lon: number | null;
  readonly minimum_age: number | null;
  readonly maximum_age: number | null;
  readonly languages: readonly string[];
  readonly free: boolean | null;
  readonly hours: readonly WeekHours[];
  readonly reachable: boolean;
  readonly active: boolean;
  readonly assured: Day | null;
  readonly state: ServiceState | null;
  readonly weeks: number | null;
  readonly until_day: Day | null;
  readonly state_at: string | null;
}

/** Services whose look changes when these rows do: they are one of them, or hang on one. */
export const servicesAround = async (tx: Tx, ids: readonly string[]): Promise<string[]> =>
  (
    await rows<{ id: string }>(
      tx,
      `select id from social_hsds_service where id = any($1::uuid[])
       union select id from social_hsds_service where organization_id = any($1::uuid[])
       union select service_id from social_hsds_service_at_location
         where (location_id = any($1::uuid[]) or id = any($1::uuid[])) and service_id is not null
       union select s.id from social_hsds_attribute a join social_hsds_service s on s.id = a.link_id
         where a.taxonomy_term_id = any($1::uuid[])`,
      [ids],
    )
  ).map(({ id }) => id);

/** These services with what hangs on them. */
export const lookSources = async (tx: Tx, ids: readonly string[]): Promise<LookSource[]> => {
  // In the middle of an import nothing is counted yet, and PostgreSQL would read whole tables for each service.
  await rows(tx, 'set local enable_seqscan = off');
  const sources = await readSources(tx, ids);
  await rows(tx, 'set local enable_seqscan = on');
  return sources;
};

const readSources = (tx: Tx, ids: readonly string[]): Promise<LookSource[]> =>
  rows(
    tx,
    `select s.id, s.organization_id as "organizationId", s.name, s.alternate_name as "alternateName",
       o.name as organisation, s.description as about,
       array(select coalesce(t.code, t.name) from social_hsds_attribute a
         join social_hsds_taxonomy_term t on t.id = a.taxonomy_term_id where a.link_id = s.id) as terms,
       p.postal_code as "postalCode", p.city as town, p.latitude as lat, p.longitude as lon,
       s.minimum_age as "minimumAge", s.maximum_age as "maximumAge",
       array(select distinct lower(coalesce(l.code, l.name)) from social_hsds_language l
         where l.service_id = s.id and coalesce(l.code, l.name) is not null) as languages,
       coalesce(s.fees_description, s.fees) as fees,
       array(select c.amount from social_hsds_cost_option c where c.service_id = s.id and c.amount is not null) as amounts,
       coalesce((select jsonb_agg(jsonb_strip_nulls(to_jsonb(h))) from (
         select * from social_hsds_schedule where service_id = s.id
         union select x.* from social_hsds_service_at_location a join social_hsds_schedule x on x.service_at_location_id = a.id
           where a.service_id = s.id) h), '[]') as schedules,
       s.url is not null or s.email is not null or o.email is not null or o.website is not null
         or exists (select 1 from social_hsds_phone t where t.service_id = s.id)
         or exists (select 1 from social_hsds_phone t where t.organization_id = s.organization_id)
         or exists (select 1 from social_hsds_contact k where k.service_id = s.id) as reachable,
       s.status = 'active' as active, s.assured_date as assured,
       r.state, r.weeks, r.until_day as "untilDay", r.said_at as "stateAt"
     from social_hsds_service s
     left join social_hsds_organization o on o.id = s.organization_id
     left join lateral (select a.postal_code, a.city, l.latitude, l.longitude
       from social_hsds_service_at_location sl join social_hsds_location l on l.id = sl.location_id
       left join social_hsds_address a on a.location_id = l.id
       where sl.service_id = s.id order by l.latitude is null, a.id limit 1) p on true
     left join lateral (select state, weeks, until_day, said_at from social_service_state
       where service_id = s.id order by said_at desc, id desc limit 1) r on true
     where s.id = any($1::uuid[])`,
    [ids],
  );

const COLUMNS = `service_id, organization_id, name, kinds, pc4, lat, lon, minimum_age, maximum_age, languages, free, reachable,
  active, assured, state, weeks, until_day, state_at`;
const TEXT = 'service_id, organisation, about, plain, town, hours';

const inPlace = (columns: string): string =>
  `on conflict (service_id) do update set (${columns}) = row (${columns
    .split(',')
    .map((name) => `excluded.${name.trim()}`)
    .join(', ')})`;

const TEXT_IN_PLACE = inPlace(TEXT);
const LOOK_IN_PLACE = inPlace(`${COLUMNS}, words`);

/** Writes what a search reads of these services, in the place of what stood there. */
export const putLooks = async (tx: Tx, looks: readonly LookRow[]): Promise<void> => {
  await rows(
    tx,
    `with texts as (
       insert into social_look_text (${TEXT})
       select ${TEXT} from jsonb_populate_recordset(null::social_look_text, $1::jsonb) ${TEXT_IN_PLACE}),
     told as (
       select r.*, t.value -> 'told' as told
       from jsonb_array_elements($1::jsonb) t, jsonb_populate_record(null::social_look, t.value) r)
     insert into social_look (${COLUMNS}, words)
     select ${COLUMNS}, setweight(to_tsvector('dutch', told ->> 0), 'A') || setweight(to_tsvector('dutch', told ->> 1), 'B')
       || setweight(to_tsvector('dutch', told ->> 2), 'C') from told
     ${LOOK_IN_PLACE}`,
    [JSON.stringify(looks)],
  );
};
