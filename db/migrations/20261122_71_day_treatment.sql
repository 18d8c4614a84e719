-- Day treatment near home: what may be given, on whose order, where and by whom, when, and what happened.

-- A treatment as a clinician of the region signed it. What ships is a draft in the code; nothing is ordered before it stands here.
create table day_treatment_treatment (
  code text not null,
  version integer not null check (version > 0),
  body jsonb not null,
  organisation_id uuid not null,
  signed_by text not null check (length(signed_by) between 2 and 100),
  signed_at timestamptz not null,
  -- Taken out of use, and why; who already has an order keeps it until the specialist decides.
  ended_at timestamptz,
  end_reason text check (length(end_reason) between 3 and 500),
  actor text not null,
  primary key (code, version),
  check ((ended_at is null) = (end_reason is null))
);
create unique index day_treatment_treatment_one on day_treatment_treatment (code) where ended_at is null;

-- Where day treatment is given: a unit with chairs. The weekly pattern says when it is usually open.
create table day_treatment_room (
  unit_id uuid primary key references region_unit,
  organisation_id uuid not null,
  -- What is at hand when somebody reacts.
  emergency text[] not null default '{}',
  -- How somebody gets there: bus, parking, door.
  route text check (length(route) <= 1000)
);
create table day_treatment_opening (
  unit_id uuid not null references day_treatment_room,
  weekday smallint not null check (weekday between 1 and 7),
  part text not null check (part in ('morning', 'afternoon')),
  opens smallint not null check (opens between 0 and 1439),
  closes smallint not null check (closes between 1 and 1440),
  since date not null,
  until date,
  primary key (unit_id, weekday, part, since),
  check (opens < closes),
  check (until is null or until > since)
);

-- Half a day of one room: the row that is locked when somebody is planned in it.
create table day_treatment_half_day (
  id uuid primary key,
  unit_id uuid not null references day_treatment_room,
  day date not null,
  part text not null check (part in ('morning', 'afternoon')),
  opens timestamptz not null,
  closes timestamptz not null,
  closed text check (closed in ('holiday', 'no-staff', 'maintenance', 'other')),
  closed_note text check (length(closed_note) <= 300),
  version integer not null default 1,
  unique (unit_id, day, part),
  check (opens < closes)
);
create index day_treatment_half_day_time on day_treatment_half_day (unit_id, opens);

create table day_treatment_nurse (
  id uuid primary key,
  unit_id uuid not null references day_treatment_room,
  professional_id uuid references region_professional,
  name text not null check (length(name) between 2 and 100),
  initials text not null check (length(initials) between 1 and 4),
  ended_at timestamptz,
  version integer not null default 1
);
-- What a nurse may do on their own, and until when that is proven.
create table day_treatment_competence (
  nurse_id uuid not null references day_treatment_nurse,
  competence text not null,
  valid_until date not null,
  primary key (nurse_id, competence)
);
create table day_treatment_shift (
  half_day_id uuid not null references day_treatment_half_day,
  nurse_id uuid not null references day_treatment_nurse,
  absent text check (absent in ('ill', 'leave', 'elsewhere')),
  primary key (half_day_id, nurse_id)
);
create index day_treatment_shift_nurse on day_treatment_shift (nurse_id);

-- The order of the specialist. A draft is the hospital's alone; from the signature on the site reads it too.
create table day_treatment_order (
  id uuid primary key,
  code text not null unique,
  person_id uuid not null references people_person,
  treatment text not null,
  treatment_version integer not null,
  hospital_org uuid not null,
  site_org uuid not null,
  gp_org uuid,
  specialist_name text not null check (length(specialist_name) between 2 and 100),
  specialist_phone text not null check (length(specialist_phone) between 3 and 30),
  visits integer not null check (visits between 1 and 60),
  -- How many of the course were given already, in the hospital.
  given integer not null default 0 check (given >= 0),
  first_given_on date,
  interval_days integer not null check (interval_days between 0 and 400),
  tolerance_days integer not null check (tolerance_days between 0 and 60),
  from_day date not null,
  latest_day date not null,
  valid_until date not null,
  urgency smallint not null default 1 check (urgency between 1 and 5),
  dose text not null check (length(dose) between 1 and 200),
  weight_kg numeric(4, 1) check (weight_kg between 20 and 300),
  lab_on date,
  lab_ok boolean,
  limits text check (length(limits) <= 1000),
  stop_rule text not null check (length(stop_rule) between 3 and 1000),
  wishes jsonb not null default '{}',
  state text not null check (state in ('draft', 'signed', 'stopped', 'done')),
  signed_at timestamptz,
  signed_by text,
  -- Counts the signatures: a visit planned under an earlier one is looked at again.
  signature integer not null default 0,
  ended_at timestamptz,
  stop_reason text check (length(stop_reason) between 3 and 500),
  version integer not null default 1,
  made_at timestamptz not null,
  actor text not null,
  check (latest_day >= from_day and valid_until >= from_day),
  check (state = 'draft' or (signed_at is not null and signed_by is not null)),
  check ((state in ('stopped', 'done')) = (ended_at is not null)),
  check ((state = 'stopped') = (stop_reason is not null)),
  foreign key (treatment, treatment_version) references day_treatment_treatment (code, version)
);
create index day_treatment_order_person on day_treatment_order (person_id);
create index day_treatment_order_site on day_treatment_order (site_org) where state = 'signed';
create index day_treatment_order_hospital on day_treatment_order (hospital_org, made_at desc);

-- One visit of an order. A visit that was missed keeps its row; the next try is another.
create table day_treatment_visit (
  id uuid primary key,
  order_id uuid not null references day_treatment_order,
  number integer not null check (number > 0),
  attempt integer not null default 1 check (attempt > 0),
  state text not null check (state in ('to-plan', 'planned', 'arrived', 'done', 'not-given', 'no-show', 'cancelled')),
  half_day_id uuid references day_treatment_half_day,
  during tstzrange,
  -- From the set-up on one nurse is with this person alone.
  nurse_id uuid references day_treatment_nurse,
  set_up tstzrange,
  -- The claims on its chairs, in order.
  claims uuid[] not null default '{}',
  -- The planner set it fast: the optimiser leaves it where it is.
  locked boolean not null default false,
  -- The signature of the order it was planned under.
  signature integer not null,
  drug_ready_at timestamptz,
  confirmed_at timestamptz,
  ended_why text check (length(ended_why) <= 500),
  version integer not null default 1,
  unique (order_id, number, attempt),
  check ((state in ('planned', 'arrived')) <= (half_day_id is not null and during is not null and nurse_id is not null and set_up is not null)),
  constraint day_treatment_visit_one_nurse exclude using gist (nurse_id with =, set_up with &&)
    where (state in ('planned', 'arrived')) deferrable
);
create index day_treatment_visit_half_day on day_treatment_visit (half_day_id) where half_day_id is not null;
create index day_treatment_visit_waiting on day_treatment_visit (order_id) where state = 'to-plan';

-- What happened, as it happened: the id is made on the device, so an act that comes twice is there once.
create table day_treatment_act (
  id uuid primary key,
  visit_id uuid not null references day_treatment_visit,
  kind text not null,
  at timestamptz not null,
  received_at timestamptz not null,
  by_name text not null,
  body jsonb not null default '{}',
  -- Taken back by a later act of the same visit.
  undone_by uuid,
  actor text not null
);
create index day_treatment_act_visit on day_treatment_act (visit_id, at);

-- What the optimiser proposed, what it cost and how good it can be at most; nothing of anybody but ids.
create table day_treatment_plan (
  id uuid primary key,
  organisation_id uuid not null,
  from_day date not null,
  until_day date not null,
  made_at timestamptz not null,
  cost double precision not null,
  bound double precision not null,
  placed integer not null,
  waiting jsonb not null,
  moves jsonb not null,
  taken_at timestamptz,
  actor text not null,
  check (bound <= cost + 0.001)
);

-- Whether an order is this reader's: the hospital always, the site from the signature on, the person, and the practice that is named.
create function day_treatment_reads(asked uuid) returns boolean language sql stable security definer
  set search_path = public, pg_temp
return exists (select 1 from day_treatment_order o where o.id = asked and (
  o.hospital_org = platform_org() or (o.state <> 'draft' and platform_org() in (o.site_org, o.gp_org)) or o.person_id = people_self()));
-- Whether it may be worked on here: planned and given by the site.
create function day_treatment_gives(asked uuid) returns boolean language sql stable security definer
  set search_path = public, pg_temp
return exists (select 1 from day_treatment_order o where o.id = asked and o.state <> 'draft' and o.site_org = platform_org());

grant create on schema public to verkeerstoren_guard;
do $$ declare f text; begin
  foreach f in array array['day_treatment_reads(uuid)', 'day_treatment_gives(uuid)'] loop
    execute format('alter function %s owner to verkeerstoren_guard', f);
  end loop;
end $$;
revoke create on schema public from verkeerstoren_guard;

do $$ declare t text; begin
  foreach t in array array['treatment', 'room', 'opening', 'half_day', 'nurse', 'competence', 'shift', 'order', 'visit', 'act', 'plan'] loop
    execute format('call platform_bind(%L)', 'day_treatment_' || t);
    execute format('grant select, insert on day_treatment_%s to verkeerstoren_app', t);
    execute format('grant select on day_treatment_%s to verkeerstoren_guard', t);
  end loop;
end $$;
-- Where and when is public to the parties, as beds are; whose it is not.
create policy treatment_known on day_treatment_treatment for select using (true);
create policy treatment_signed on day_treatment_treatment for insert with check (organisation_id = platform_org());
create policy treatment_ended on day_treatment_treatment for update using (organisation_id = platform_org());
grant update (ended_at, end_reason) on day_treatment_treatment to verkeerstoren_app;

do $$ declare t text; begin
  foreach t in array array['room', 'opening', 'half_day', 'nurse', 'competence', 'shift'] loop
    execute format('create policy known on day_treatment_%s for select using (true)', t);
  end loop;
end $$;

create policy mine on day_treatment_room for all using (organisation_id = platform_org()) with check (organisation_id = platform_org());
grant update (emergency, route) on day_treatment_room to verkeerstoren_app;

create function day_treatment_house(unit uuid) returns boolean language sql stable
return exists (select 1 from day_treatment_room r where r.unit_id = unit and r.organisation_id = platform_org());
create policy mine on day_treatment_opening for all using (day_treatment_house(unit_id)) with check (day_treatment_house(unit_id));
create policy mine on day_treatment_half_day for all using (day_treatment_house(unit_id)) with check (day_treatment_house(unit_id));
create policy mine on day_treatment_nurse for all using (day_treatment_house(unit_id)) with check (day_treatment_house(unit_id));
create policy mine on day_treatment_competence for all
  using (exists (select 1 from day_treatment_nurse n where n.id = nurse_id and day_treatment_house(n.unit_id)))
  with check (exists (select 1 from day_treatment_nurse n where n.id = nurse_id and day_treatment_house(n.unit_id)));
create policy mine on day_treatment_shift for all
  using (exists (select 1 from day_treatment_half_day h where h.id = half_day_id and day_treatment_house(h.unit_id)))
  with check (exists (select 1 from day_treatment_half_day h where h.id = half_day_id and day_treatment_house(h.unit_id)));
grant update (closes, until) on day_treatment_opening to verkeerstoren_app;
grant update (opens, closes, closed, closed_note, version) on day_treatment_half_day to verkeerstoren_app;
grant update (name, initials, ended_at, version) on day_treatment_nurse to verkeerstoren_app;
grant update (valid_until), delete on day_treatment_competence to verkeerstoren_app;
grant update (absent), delete on day_treatment_shift to verkeerstoren_app;

create policy order_read on day_treatment_order for select using (
  hospital_org = platform_org() or (state <> 'draft' and platform_org() in (site_org, gp_org)) or person_id = people_self());
create policy order_made on day_treatment_order for insert with check (hospital_org = platform_org() and state = 'draft');
create policy order_changed on day_treatment_order for update using (hospital_org = platform_org()) with check (hospital_org = platform_org());
grant update on day_treatment_order to verkeerstoren_app;

-- The hospital makes the visits of what it signs and ends those of what it stops; the site plans and gives them.
create policy visit_read on day_treatment_visit for select using (day_treatment_reads(order_id));
create policy visit_made on day_treatment_visit for insert with check (day_treatment_reads(order_id) and platform_org() is not null);
create policy visit_changed on day_treatment_visit for update using (day_treatment_gives(order_id)
  or exists (select 1 from day_treatment_order o where o.id = order_id and o.hospital_org = platform_org()));
grant update on day_treatment_visit to verkeerstoren_app;

create policy act_read on day_treatment_act for select
  using (exists (select 1 from day_treatment_visit v where v.id = visit_id and day_treatment_reads(v.order_id)));
create policy act_made on day_treatment_act for insert
  with check (exists (select 1 from day_treatment_visit v where v.id = visit_id and day_treatment_gives(v.order_id)));
create policy act_undone on day_treatment_act for update
  using (exists (select 1 from day_treatment_visit v where v.id = visit_id and day_treatment_gives(v.order_id)));
grant update (undone_by) on day_treatment_act to verkeerstoren_app;

create policy plan_own on day_treatment_plan for all using (organisation_id = platform_org()) with check (organisation_id = platform_org());
grant update (taken_at) on day_treatment_plan to verkeerstoren_app;

-- Who gives a treatment on a signed order treats, as far as a referral of that hospital is enough.
create or replace function people_handed(person uuid, receiver uuid) returns boolean language sql stable security definer
  set search_path = public, pg_temp
return exists (select 1 from stay_stay s where s.person_id = person and people_presumed(receiver, s.organisation_id)
    and (s.gp_org = receiver or exists (select 1 from stay_handover h
      where h.stay_id = s.id and h.direction = 'out' and h.to_org = receiver and h.state in ('sent', 'received'))))
  or exists (select 1 from day_treatment_order o where o.person_id = people_handed.person and o.site_org = receiver
    and o.state <> 'draft' and people_presumed(receiver, o.hospital_org));
