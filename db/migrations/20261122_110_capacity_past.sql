-- What was: claims with everything that became of them, places that ended too, and what the diary told of beds. Never who.
create view capacity_past_view with (security_invoker = true) as
  select c.id, p.unit_id, c.place_id, c.kind, c.product, c.during, c.latest_end, c.expires_at, c.arrived_at, c.away_at,
    c.left_at, c.released_at, c.displaced_at, c.made_at, c.source, c.version
  from capacity_claim c join capacity_place p on p.id = c.place_id
  where c.kind <> 'treatment' and p.chair is null;

create view capacity_place_past_view with (security_invoker = true) as
  select p.id, p.unit_id, p.code, p.products, p.properties, p.labels, p.ended_at from capacity_place p where p.chair is null;

-- A line about a claim says what was planned at that moment: an expected end is not kept anywhere else once somebody left.
create view capacity_told_view with (security_invoker = true) as
  select d.at, d.event, d.subject as claim_id, d.unit_id, (d.body ->> 'until')::bigint as until_ms, (d.body ->> 'to')::uuid as to_claim
  from platform_diary d
  where d.room = 'capacity' and d.body ? 'until' and d.body ? 'placeId' and d.body ? 'kind';

-- When a unit stood by its figures, and the numbers of one that reports counts.
create view capacity_stood_view with (security_invoker = true) as
  select d.at, d.event, d.unit_id, d.body from platform_diary d
  where d.room = 'capacity' and d.event in ('confirmed', 'counted', 'imported', 'reports') and d.unit_id is not null;

grant select on capacity_past_view, capacity_place_past_view, capacity_told_view, capacity_stood_view to verkeerstoren_app;
