-- Places and the claims on them. What must never be, these constraints refuse; the decision explains it first.
create table capacity_place (
  id uuid primary key,
  unit_id uuid not null references region_unit,
  code text not null,
  products text[] not null check (cardinality(products) > 0),
  properties text[] not null default '{}',
  labels text[] not null default '{}',
  ended_at timestamptz,
  version integer not null default 1,
  unique (unit_id, code)
);

create table capacity_claim (
  id uuid primary key,
  place_id uuid not null references capacity_place,
  subject uuid not null,
  kind text not null check (kind in ('hold', 'reserved', 'stay', 'cleaning')),
  product text not null,
  during tstzrange not null check (not isempty(during) and not lower_inf(during) and lower_inc(during) and not upper_inc(during)),
  latest_end timestamptz,
  expires_at timestamptz,
  arrived_at timestamptz,
  away_at timestamptz,
  left_at timestamptz,
  released_at timestamptz,
  displaced_at timestamptz,
  source text not null check (source in ('tap', 'link', 'work', 'phone', 'import')),
  version integer not null default 1,
  check ((kind = 'hold') = (expires_at is not null)),
  check (kind <> 'stay' or arrived_at is not null),
  check (left_at is null or arrived_at is not null),
  check (left_at is null or left_at >= arrived_at),
  check (away_at is null or arrived_at is not null),
  -- 1: two claims on one place never overlap, unless one was given back or displaced, or is only cleaning.
  constraint capacity_claim_no_overlap exclude using gist (place_id with =, during with &&)
    where (released_at is null and displaced_at is null and kind <> 'cleaning') deferrable initially immediate,
  -- 2: two people are never in one bed.
  constraint capacity_claim_one_present exclude using btree (place_id with =)
    where (arrived_at is not null and left_at is null and away_at is null) deferrable initially immediate,
  -- 3: one person is never in two beds.
  constraint capacity_claim_one_bed exclude using btree (subject with =)
    where (arrived_at is not null and left_at is null and away_at is null) deferrable initially immediate
);
create index capacity_claim_place on capacity_claim (place_id) where left_at is null and released_at is null;

-- A closed place, or n places of a unit that are closed without saying which.
create table capacity_closure (
  id uuid primary key,
  unit_id uuid not null references region_unit,
  place_id uuid references capacity_place,
  places integer not null check (places > 0),
  reason text not null check (reason in ('no-staff', 'maintenance', 'isolation', 'cleaning', 'other')),
  during tstzrange not null check (not isempty(during) and not lower_inf(during)),
  check (place_id is null or places = 1)
);
create index capacity_closure_unit on capacity_closure (unit_id);

-- How many places of a unit have staff in a half-day. No row: all of them.
create table capacity_staffing (
  unit_id uuid not null references region_unit,
  day date not null,
  half_day text not null check (half_day in ('night', 'morning', 'afternoon', 'evening')),
  staffed integer not null check (staffed >= 0),
  primary key (unit_id, day, half_day)
);

-- When a unit last stood by its figures, and how we know. No row: never.
create table capacity_figure (
  unit_id uuid primary key references region_unit,
  as_of timestamptz not null,
  source text not null check (source in ('tap', 'link', 'work', 'phone', 'import')),
  actor text not null
);

create view capacity_place_view with (security_invoker = true) as
  select id, unit_id, code, products, properties, labels from capacity_place where ended_at is null;
-- What still counts or is to come: people who are here, plans, holds, cleaning. `subject` stays in the room.
create view capacity_claim_view with (security_invoker = true) as
  select id, place_id, kind, product, during, latest_end, expires_at, arrived_at, away_at, displaced_at, source, version
  from capacity_claim where left_at is null and released_at is null;
create view capacity_closure_view with (security_invoker = true) as
  select id, unit_id, place_id, places, reason, during from capacity_closure;
create view capacity_staffing_view with (security_invoker = true) as
  select unit_id, day, half_day, staffed from capacity_staffing;
create view capacity_figure_view with (security_invoker = true) as
  select unit_id, as_of, source, actor from capacity_figure;

grant select, insert, update on capacity_place, capacity_claim, capacity_closure, capacity_staffing,
  capacity_figure to verkeerstoren_app;
grant select on capacity_place_view, capacity_claim_view, capacity_closure_view, capacity_staffing_view,
  capacity_figure_view to verkeerstoren_app;
