-- Beds that stand in one room: whom it is for now decides who may lie beside whom.
create table capacity_room (
  id uuid primary key,
  unit_id uuid not null references region_unit,
  code text not null,
  sex text not null default 'any' check (sex in ('any', 'female', 'male')),
  -- Only for people with this infection; null: for everybody.
  cohort text check (cohort in ('mrsa', 'norovirus', 'respiratory')),
  version integer not null default 1,
  unique (unit_id, code)
);
alter table capacity_place add column room_id uuid references capacity_room;
create index capacity_place_room on capacity_place (room_id) where room_id is not null;

-- Views are made anew: what was added stands behind what was there.
create or replace view capacity_place_view with (security_invoker = true) as
  select p.id, p.unit_id, p.code, p.products, p.properties, p.labels,
         r.id as room_id, r.code as room_code, r.sex as room_sex, r.cohort as room_cohort
  from capacity_place p left join capacity_room r on r.id = p.room_id where p.ended_at is null;

grant select, insert, update on capacity_room to verkeerstoren_app;
