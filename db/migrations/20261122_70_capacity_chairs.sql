-- A chair is a place too: of which room, and whether one can lie in it. Beds and chairs do not see each other.
alter table capacity_place
  add column chair text check (chair in ('treatment', 'living')),
  add column lying boolean not null default false,
  drop constraint capacity_place_products_check,
  add constraint capacity_place_products_check check ((cardinality(products) > 0) = (chair is null)),
  add check (chair is not null or not lying);

alter table capacity_claim
  alter column product drop not null,
  drop constraint capacity_claim_kind_check,
  add constraint capacity_claim_kind_check check (kind in ('hold', 'reserved', 'stay', 'treatment', 'cleaning')),
  add constraint capacity_claim_product_check check ((product is null) = (kind = 'treatment'));

create or replace view capacity_place_view with (security_invoker = true) as
  select p.id, p.unit_id, p.code, p.products, p.properties, p.labels, r.id as room_id, r.code as room_code, r.sex as room_sex,
    r.cohort as room_cohort
  from capacity_place p left join capacity_room r on r.id = p.room_id
  where p.ended_at is null and p.chair is null;

create or replace view capacity_claim_view with (security_invoker = true) as
  select id, place_id, kind, product, during, latest_end, expires_at, arrived_at, away_at, displaced_at, source, version, made_at
  from capacity_claim where left_at is null and released_at is null and kind <> 'treatment';

create view capacity_chair_view with (security_invoker = true) as
  select id, unit_id, code, chair as room, lying from capacity_place where ended_at is null and chair is not null;

create view capacity_chair_claim_view with (security_invoker = true) as
  select c.id, c.place_id, p.unit_id, c.during, c.arrived_at, c.left_at, c.version
  from capacity_claim c join capacity_place p on p.id = c.place_id
  where c.kind = 'treatment' and c.released_at is null and c.displaced_at is null;
grant select on capacity_chair_view, capacity_chair_claim_view to verkeerstoren_app;
