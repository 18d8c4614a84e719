-- Organisations as equals, their sites and units, who works there, when they admit, and what was agreed.
create table region_organisation (
  id uuid primary key,
  code text not null unique,
  name text not null,
  kind text not null check (kind in ('gp', 'hospital', 'care-provider', 'desk', 'home-care', 'welfare', 'insurer')),
  ura text check (ura ~ '^\d{8}$'),
  agb text check (agb ~ '^\d{8}$'),
  phone text
);

create table region_site (
  id uuid primary key,
  organisation_id uuid not null references region_organisation,
  code text not null unique,
  name text not null,
  street text,
  pc4 text not null check (pc4 ~ '^[1-9]\d{3}$'),
  town text not null,
  lat double precision not null check (lat between -90 and 90),
  lon double precision not null check (lon between -180 and 180),
  phone text not null,
  zone text not null default 'Europe/Amsterdam'
);

create table region_unit (
  id uuid primary key,
  site_id uuid not null references region_site,
  code text not null unique,
  name text not null,
  phone text
);

-- Somebody who acts for an organisation in one role; in practice mode these are the roles to pick.
create table region_professional (
  id uuid primary key,
  organisation_id uuid not null references region_organisation,
  site_id uuid references region_site,
  unit_id uuid references region_unit,
  name text not null,
  role text not null check (role in ('gp', 'gp-assistant', 'transfer-nurse', 'desk', 'ward', 'elderly-doctor', 'region-manager')),
  phone text
);

-- When a site lets people arrive: local minutes of the day per weekday (1 = Monday), for one product or all.
create table region_admission_window (
  id uuid primary key,
  site_id uuid not null references region_site,
  product text,
  weekday smallint not null check (weekday between 1 and 7),
  opens smallint not null check (opens between 0 and 1439),
  closes smallint not null check (closes between 1 and 1440),
  check (opens < closes)
);

-- Whose turn it is to admit (opnamebeurt) in a half-day, also outside its own windows.
create table region_duty (
  site_id uuid not null references region_site,
  product text not null,
  day date not null,
  half_day text not null check (half_day in ('night', 'morning', 'afternoon', 'evening')),
  primary key (site_id, product, day, half_day)
);

-- The agreement of the region: rules in numbers, a new row per version, valid from a day on.
create table region_agreement (
  id uuid primary key,
  valid_from date not null unique,
  hold_minutes integer not null check (hold_minutes between 5 and 1440),
  answer_minutes integer not null check (answer_minutes between 5 and 1440),
  parallel_offers integer not null check (parallel_offers between 1 and 20),
  held_offers integer not null check (held_offers between 0 and 20),
  old_after_minutes integer not null check (old_after_minutes > 0),
  too_old_after_minutes integer not null,
  silent_after_minutes integer not null check (silent_after_minutes > 0),
  desk_organisation_id uuid not null references region_organisation,
  desk_phone text not null,
  check (hold_minutes >= answer_minutes),
  check (too_old_after_minutes > old_after_minutes),
  check (held_offers <= parallel_offers)
);

-- Centre points of four-digit postcodes of the region: distances are told, addresses are not.
create table region_postcode (
  pc4 text primary key check (pc4 ~ '^[1-9]\d{3}$'),
  town text not null,
  lat double precision not null,
  lon double precision not null
);

create view region_unit_view with (security_invoker = true) as
  select u.id as unit_id, u.code as unit_code, u.name as unit_name, coalesce(u.phone, s.phone) as unit_phone,
         s.id as site_id, s.code as site_code, s.name as site_name, s.street, s.pc4, s.town, s.lat, s.lon,
         s.phone as site_phone, s.zone,
         o.id as organisation_id, o.code as organisation_code, o.name as organisation_name
  from region_unit u
  join region_site s on s.id = u.site_id
  join region_organisation o on o.id = s.organisation_id;

create view region_window_view with (security_invoker = true) as
  select site_id, product, weekday, opens, closes from region_admission_window;
create view region_duty_view with (security_invoker = true) as
  select site_id, product, day, half_day from region_duty;

grant select, insert, update on region_organisation, region_site, region_unit, region_professional,
  region_admission_window, region_duty, region_agreement, region_postcode to verkeerstoren_app;
grant delete on region_admission_window, region_duty to verkeerstoren_app;
grant select on region_unit_view, region_window_view, region_duty_view to verkeerstoren_app;
