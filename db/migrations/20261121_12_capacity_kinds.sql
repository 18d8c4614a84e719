-- Every kind of place: houses that report only counts, flex beds, teams by neighbourhood, and the load of hospitals.

-- When a claim was made: a number somebody published before it does not know of it yet.
alter table capacity_claim add column made_at timestamptz not null default now();
update capacity_claim set made_at = least(lower(during), made_at);

-- The products a flex bed can become; null: always the same ones.
alter table capacity_place add column flex text[] check (cardinality(flex) > 1);

-- How a unit reports. No row: it tells its beds one by one.
create table capacity_unit_report (
  unit_id uuid primary key references region_unit,
  kind text not null check (kind in ('beds', 'counts'))
);

-- The last number of a house per product; the numbers before it stand in the diary.
create table capacity_published (
  unit_id uuid not null references capacity_unit_report,
  product text not null,
  free integer not null check (free >= 0),
  as_of timestamptz not null,
  fresh_until timestamptz check (fresh_until > as_of),
  source text not null check (source in ('tap', 'link', 'work', 'phone', 'import')),
  actor text not null,
  primary key (unit_id, product)
);

-- A team that helps at home or by day, in its neighbourhood.
create table capacity_team (
  id uuid primary key,
  organisation_id uuid not null references region_organisation,
  name text not null,
  neighbourhood text not null,
  pc4s text[] not null check (cardinality(pc4s) > 0),
  kind text not null check (kind in ('home-care', 'night-care', 'respite-day', 'welfare')),
  phone text not null,
  unique (organisation_id, name)
);

-- How many more people a team can help. No row: never told.
create table capacity_team_count (
  team_id uuid primary key references capacity_team,
  free integer not null check (free >= 0),
  -- How long one waits when there is a waiting list; null: there is none.
  waiting_days integer check (waiting_days between 0 and 400),
  -- Until when nobody more is taken on; null: not said.
  closed_until date,
  as_of timestamptz not null,
  fresh_until timestamptz check (fresh_until > as_of),
  source text not null check (source in ('tap', 'link', 'work', 'phone', 'import')),
  actor text not null
);

-- How busy a hospital is: people in the emergency department, people who are ready and still there. Never overwritten.
create table capacity_load (
  id uuid primary key,
  site_id uuid not null references region_site,
  kind text not null check (kind in ('emergency', 'hospital')),
  value integer not null check (value between 0 and 2000),
  as_of timestamptz not null,
  source text not null check (source in ('tap', 'link', 'work', 'phone', 'import')),
  actor text not null
);
create index capacity_load_last on capacity_load (site_id, kind, as_of desc, id desc);

-- A stop: nobody new comes in, why, and until when that is expected.
create table capacity_stop (
  id uuid primary key,
  site_id uuid not null references region_site,
  kind text not null check (kind in ('emergency', 'hospital')),
  reason text not null check (reason in ('full', 'no-staff', 'infection', 'outage', 'other')),
  during tstzrange not null check (not isempty(during) and not lower_inf(during) and not upper_inf(during)),
  ended_at timestamptz,
  actor text not null
);
-- One stop at a time; the expected end of a stop that goes on can move.
create unique index capacity_stop_one on capacity_stop (site_id, kind) where ended_at is null;

create or replace view capacity_claim_view with (security_invoker = true) as
  select id, place_id, kind, product, during, latest_end, expires_at, arrived_at, away_at, displaced_at, source, version,
         made_at
  from capacity_claim where left_at is null and released_at is null;
create view capacity_flex_view with (security_invoker = true) as
  select id, unit_id, flex from capacity_place where ended_at is null and flex is not null;
-- One row a number, and one without a number for a unit that reports counts and never told one.
create view capacity_published_view with (security_invoker = true) as
  select r.unit_id, p.product, p.free, p.as_of, p.fresh_until, p.source
  from capacity_unit_report r left join capacity_published p using (unit_id) where r.kind = 'counts';
create view capacity_team_view with (security_invoker = true) as
  select t.id, t.organisation_id, t.name, t.neighbourhood, t.pc4s, t.kind, t.phone, c.free, c.waiting_days, c.closed_until,
         c.as_of, c.fresh_until, c.source
  from capacity_team t left join capacity_team_count c on c.team_id = t.id;
create view capacity_load_view with (security_invoker = true) as
  select id, site_id, kind, value, as_of, source from capacity_load;
create view capacity_stop_view with (security_invoker = true) as
  select id, site_id, kind, reason, during from capacity_stop where ended_at is null;

grant select, insert, update on capacity_unit_report, capacity_published, capacity_team, capacity_team_count, capacity_stop
  to verkeerstoren_app;
grant select, insert on capacity_load to verkeerstoren_app;
grant select on capacity_flex_view, capacity_published_view, capacity_team_view, capacity_load_view, capacity_stop_view
  to verkeerstoren_app;
