-- What the person and one relative read of a stay in plain words: exactly these columns, of the newest stay of exactly that
-- person. A relative reads no table of the stay: what was seen, the answer to the practice, what the ward notes beside a
-- barrier and how the talks afterwards went are not in here.
create function stay_family()
  returns table (id uuid, request_id uuid, organisation_id uuid, unit_id uuid, gp_org uuid, zone text, name text,
    arrived_day date, ended_at timestamptz, destination text, product text, pathway_version integer, goal text,
    expected_end timestamptz, latest_end timestamptz, away text, away_until timestamptz, responsible_org uuid, doctor text)
  language sql stable security definer set search_path = public, pg_temp
begin atomic
  select s.id, s.request_id, s.organisation_id, s.unit_id, s.gp_org, s.zone, p.name, s.arrived_day, s.ended_at, s.destination,
    k.product, k.pathway_version, g.text, upper(c.during), c.latest_end, a.reason, a.expected_back, r.organisation_id, r.doctor
  from stay_stay s
  join people_person p on p.id = s.person_id
  join capacity_claim c on c.id = s.claim_id
  left join lateral (select x.product, x.pathway_version from stay_course x where x.stay_id = s.id
    order by x.at desc limit 1) k on true
  left join lateral (select x.text from stay_wish x where x.stay_id = s.id and x.kind = 'goal'
    order by x.at desc, x.id desc limit 1) g on true
  left join stay_absence a on a.stay_id = s.id and a.back_at is null
  left join lateral (select x.organisation_id, x.doctor from placement_responsibility x
    where x.person_id = s.person_id and upper(x.during) > s.arrived_at order by lower(x.during) desc limit 1) r on true
  where s.person_id = people_family()
  order by s.arrived_at desc limit 1;
end;

create function stay_family_barriers(stay uuid) returns table (code text, owner text, due date)
  language sql stable security definer set search_path = public, pg_temp
begin atomic
  select b.code, b.owner, b.due from stay_barrier b join stay_stay s on s.id = b.stay_id
  where s.id = stay and s.person_id = people_family() and b.solved_at is null order by b.due, b.since, b.id;
end;

create function stay_family_return(stay uuid) returns table (item text, state text, who text, from_day date)
  language sql stable security definer set search_path = public, pg_temp
begin atomic
  select r.item, r.state, r.who, r.from_day from stay_return r join stay_stay s on s.id = r.stay_id
  where s.id = stay and s.person_id = people_family() and r.state <> 'not-needed' order by r.item;
end;

create function stay_family_meetings(stay uuid)
  returns table (kind text, planned_at timestamptz, held_at timestamptz, departure_day date, care text, agreed text)
  language sql stable security definer set search_path = public, pg_temp
begin atomic
  select m.kind, m.planned_at, m.held_at, m.departure_day, m.care, m.agreed
  from stay_meeting m join stay_stay s on s.id = m.stay_id
  where s.id = stay and s.person_id = people_family() and m.cancelled is null order by m.planned_at, m.id;
end;

create function stay_family_contacts(stay uuid) returns table (days integer, due_day date, done boolean)
  language sql stable security definer set search_path = public, pg_temp
begin atomic
  select c.days, c.due_day, c.done_at is not null from stay_contact c join stay_stay s on s.id = c.stay_id
  where s.id = stay and s.person_id = people_family() and c.dropped is null order by c.days;
end;

grant create on schema public to verkeerstoren_guard;
alter function stay_family() owner to verkeerstoren_guard;
alter function stay_family_barriers(uuid) owner to verkeerstoren_guard;
alter function stay_family_return(uuid) owner to verkeerstoren_guard;
alter function stay_family_meetings(uuid) owner to verkeerstoren_guard;
alter function stay_family_contacts(uuid) owner to verkeerstoren_guard;
revoke create on schema public from verkeerstoren_guard;
