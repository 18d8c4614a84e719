-- What a ward says ahead and what others say of it: its weekly roster, and "klopt niet" with a clock.
create table capacity_roster (
  unit_id uuid not null references region_unit,
  weekday smallint not null check (weekday between 1 and 7),
  half_day text not null check (half_day in ('night', 'morning', 'afternoon', 'evening')),
  staffed integer not null check (staffed >= 0),
  primary key (unit_id, weekday, half_day)
);
-- A half-day that was written from the week, and not said apart.
alter table capacity_staffing add column rostered boolean not null default false;

alter table capacity_closure drop constraint capacity_closure_reason_check;
alter table capacity_closure add constraint capacity_closure_reason_check
  check (reason in ('no-staff', 'maintenance', 'isolation', 'cleaning', 'doubted', 'other'));

-- Somebody called and heard otherwise: the ward looks, within the time of the agreement.
create table capacity_doubt (
  id uuid primary key,
  unit_id uuid not null references region_unit,
  product text not null,
  told_org uuid not null,
  actor text not null,
  at timestamptz not null,
  answer_by timestamptz not null,
  ended_at timestamptz,
  outcome text check (outcome in ('right', 'corrected', 'silent')),
  check ((ended_at is null) = (outcome is null))
);
create unique index capacity_doubt_open on capacity_doubt (unit_id, product) where ended_at is null;
create index capacity_doubt_at on capacity_doubt (at);
create view capacity_doubt_view with (security_invoker = true) as
  select id, unit_id, product, at, answer_by, ended_at, outcome from capacity_doubt;

grant select, insert, update, delete on capacity_roster to verkeerstoren_app;
grant delete on capacity_staffing to verkeerstoren_app;
grant select, insert, update (ended_at, outcome) on capacity_doubt to verkeerstoren_app;
grant select on capacity_doubt_view to verkeerstoren_app;
