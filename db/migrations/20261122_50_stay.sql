-- The stay: from the arrival until thirty days after. Where somebody lies and until when stands with the bed
-- (capacity_claim), who is responsible with the route (placement_responsibility); here stands what the stay is for, what
-- was seen, what holds somebody back, and how they went home.

-- What a stay with a product is: how long at most, when it is looked at together, what is done on which day. Version 1 is
-- written in the code and is never changed; a region adds versions of its own.
create table stay_pathway (
  product text not null,
  version integer not null check (version > 1),
  body jsonb not null,
  reason text not null check (length(reason) between 1 and 500),
  adopted_at timestamptz not null,
  actor text not null,
  primary key (product, version)
);
grant select, insert on stay_pathway to verkeerstoren_app;
-- Nothing about anybody: every party reads it, and an organisation of the region adds to it.
call platform_bind('stay_pathway');
create policy pathway_known on stay_pathway for select using (true);
create policy pathway_adopted on stay_pathway for insert with check (platform_org() is not null);

create table stay_stay (
  id uuid primary key,
  request_id uuid not null unique references placement_request,
  person_id uuid not null references people_person,
  -- The house somebody stays in, and where; it follows the bed.
  organisation_id uuid not null,
  unit_id uuid not null,
  claim_id uuid not null,
  referrer_org uuid not null,
  -- The practice that hears how it went; null while nobody said which.
  gp_org uuid,
  zone text not null,
  arrived_at timestamptz not null,
  -- Day 1: the local day of the arrival.
  arrived_day date not null,
  -- From which day somebody could go if nothing stood in the way; null: treatment still needs the bed.
  ready_day date,
  -- Is there a decision for long-term care? Then waiting here is a wrong bed by law, not a delayed departure.
  wlz_decision boolean not null default false,
  ended_at timestamptz,
  destination text check (destination in ('home', 'home-adjusted', 'wlz', 'grz', 'hospice', 'hospital', 'elsewhere', 'died')),
  version integer not null default 1,
  check ((ended_at is null) = (destination is null)),
  check (ended_at is null or ended_at >= arrived_at),
  check (ready_day is null or ready_day >= arrived_day)
);
create index stay_stay_person on stay_stay (person_id);
create index stay_stay_unit on stay_stay (unit_id) where ended_at is null;
create index stay_stay_house on stay_stay (organisation_id, arrived_at desc);
create index stay_stay_gp on stay_stay (gp_org, arrived_at desc);
create index stay_stay_referrer on stay_stay (referrer_org, arrived_at desc);
create unique index stay_stay_claim on stay_stay (claim_id);

-- For which care, since when, under which version of the pathway. The first row is the arrival.
create table stay_course (
  stay_id uuid not null references stay_stay,
  from_day date not null,
  product text not null,
  pathway_version integer not null,
  at timestamptz not null,
  actor text not null,
  primary key (stay_id, at)
);

-- Longer than the pathway allows, only because somebody decided so, with a reason.
create table stay_extension (
  id uuid primary key,
  stay_id uuid not null references stay_stay,
  until_day date not null,
  reason text not null check (length(reason) between 3 and 500),
  decided_by text not null check (length(decided_by) between 2 and 100),
  role text not null,
  at timestamptz not null,
  actor text not null
);

-- The head of the record: what the GP wants to know, and what the person wants. The newest row counts.
create table stay_wish (
  id uuid primary key,
  stay_id uuid not null references stay_stay,
  kind text not null check (kind in ('question', 'goal')),
  text text not null check (length(text) between 1 and 500),
  at timestamptz not null,
  actor text not null
);
create index stay_wish_stay on stay_wish (stay_id, kind, at desc);

-- What is planned on which day, and done.
create table stay_task (
  id uuid primary key,
  stay_id uuid not null references stay_stay,
  day date not null,
  -- Local minutes of the day; null: any time.
  minutes integer check (minutes between 0 and 1439),
  kind text not null,
  label text not null check (length(label) between 1 and 120),
  done_at timestamptz,
  done_by text,
  -- Not needed after all, and why.
  skipped text check (length(skipped) between 1 and 300),
  version integer not null default 1,
  check ((done_at is null) = (done_by is null)),
  check (done_at is null or skipped is null)
);
create index stay_task_stay on stay_task (stay_id, day);

-- What was seen. A wrong one is taken back with a reason and stays readable.
create table stay_observation (
  id uuid primary key,
  stay_id uuid not null references stay_stay,
  kind text not null,
  day date not null,
  day_part text not null check (day_part in ('night', 'morning', 'afternoon', 'evening')),
  at timestamptz not null,
  -- Who saw it: nurse, carer, physiotherapist, doctor, family, the person.
  seen_by text not null,
  name text not null check (length(name) between 1 and 100),
  -- Numbers of this kind (observation-kinds.ts): {"hours": 6.5}, {"lying": 138, "standing": 130}.
  measured jsonb not null default '{}',
  text text not null default '' check (length(text) <= 2000),
  recorded_at timestamptz not null,
  actor text not null,
  withdrawn_at timestamptz,
  withdrawn_reason text check (length(withdrawn_reason) between 3 and 300),
  check ((withdrawn_at is null) = (withdrawn_reason is null))
);
create index stay_observation_stay on stay_observation (stay_id, at desc);

-- What changed in the medicines, and why. The reason may follow; the answer to the GP waits for it.
create table stay_medication (
  id uuid primary key,
  stay_id uuid not null references stay_stay,
  medicine text not null check (length(medicine) between 2 and 120),
  change text not null check (change in ('stopped', 'started', 'lowered', 'raised', 'replaced')),
  detail text not null default '' check (length(detail) <= 200),
  reason text check (length(reason) between 3 and 300),
  day date not null,
  by_name text not null check (length(by_name) between 1 and 100),
  at timestamptz not null,
  actor text not null,
  version integer not null default 1
);
create index stay_medication_stay on stay_medication (stay_id, day);

-- The answer back to the GP: a draft that grows, and what was sent as it was sent.
create table stay_answer (
  id uuid primary key,
  stay_id uuid not null references stay_stay,
  number integer not null check (number > 0),
  seen text not null default '' check (length(seen) <= 3000),
  finding text not null default '' check (length(finding) <= 3000),
  advice text not null default '' check (length(advice) <= 3000),
  follow_up text not null default '' check (length(follow_up) <= 3000),
  -- The medicines as they were told in the letter, once it is sent.
  medication jsonb,
  saved_at timestamptz not null,
  saved_by text not null,
  sent_at timestamptz,
  sent_by text,
  read_at timestamptz,
  version integer not null default 1,
  unique (stay_id, number),
  check ((sent_at is null) = (sent_by is null)),
  check ((sent_at is null) = (medication is null))
);
create unique index stay_answer_draft on stay_answer (stay_id) where sent_at is null;

-- What stands between somebody and home, who works on it, and by when.
create table stay_barrier (
  id uuid primary key,
  stay_id uuid not null references stay_stay,
  code text not null check (code in
    ('home-adjustment', 'wlz-decision', 'home-care', 'wmo', 'carer', 'place-elsewhere', 'aids', 'medical', 'other')),
  -- Who works on it: a kind, and a name when there is one.
  owner text not null check (owner in
    ('ward', 'doctor', 'home-care', 'municipality', 'ciz', 'care-office', 'carer', 'gp', 'supplier', 'welfare', 'desk')),
  owner_name text check (length(owner_name) between 1 and 100),
  note text not null default '' check (length(note) <= 300),
  since date not null,
  due date not null,
  solved_at timestamptz,
  solved_day date,
  at timestamptz not null,
  actor text not null,
  version integer not null default 1,
  check (due >= since),
  check ((solved_at is null) = (solved_day is null)),
  check (solved_day is null or solved_day >= since)
);
create index stay_barrier_stay on stay_barrier (stay_id, since);
create unique index stay_barrier_open on stay_barrier (stay_id, code) where solved_at is null and code <> 'other';

-- Talks that are planned by themselves, and what came out.
create table stay_meeting (
  id uuid primary key,
  stay_id uuid not null references stay_stay,
  kind text not null check (kind in ('day-14', 'team', 'extra')),
  planned_at timestamptz not null,
  held_at timestamptz,
  present text[] not null default '{}',
  departure_day date,
  care text not null default '' check (length(care) <= 1000),
  treatment text not null default '' check (length(treatment) <= 1000),
  agreed text not null default '' check (length(agreed) <= 1000),
  cancelled text check (length(cancelled) between 3 and 300),
  by_name text,
  version integer not null default 1,
  check (held_at is null or cancelled is null)
);
create index stay_meeting_stay on stay_meeting (stay_id, planned_at);

-- Away for a while, the bed kept: a weekend at home, a day in hospital.
create table stay_absence (
  id uuid primary key,
  stay_id uuid not null references stay_stay,
  reason text not null check (reason in ('hospital', 'leave')),
  left_at timestamptz not null,
  expected_back timestamptz,
  back_at timestamptz,
  actor text not null,
  check (back_at is null or back_at >= left_at)
);
create unique index stay_absence_one on stay_absence (stay_id) where back_at is null;

-- What goes along with somebody who moves on: before the arrival with a request, afterwards with a stay. Complete when the
-- receiver confirms.
create table stay_handover (
  id uuid primary key,
  request_id uuid not null references placement_request,
  person_id uuid not null references people_person,
  stay_id uuid references stay_stay,
  -- `in`: to the house that said yes. `out`: from the house to who goes on.
  direction text not null check (direction in ('in', 'out')),
  from_org uuid not null,
  -- Who receives; outside the region a name and a telephone instead.
  to_org uuid,
  to_name text check (length(to_name) between 2 and 120),
  to_phone text check (length(to_phone) <= 20),
  -- The doctor who takes over.
  to_doctor text check (length(to_doctor) between 2 and 100),
  state text not null check (state in ('draft', 'sent', 'received', 'revoked')),
  sections jsonb not null default '{}',
  saved_at timestamptz not null,
  saved_by text not null,
  sent_at timestamptz,
  received_at timestamptz,
  -- Who said that it came: a colleague of the receiver, or whom the sender spoke on the telephone.
  received_by text check (length(received_by) between 2 and 100),
  by_phone boolean not null default false,
  revoked_at timestamptz,
  version integer not null default 1,
  check (state in ('draft', 'revoked') or sent_at is not null),
  check ((state = 'received') = (received_at is not null)),
  check ((state = 'revoked') = (revoked_at is not null)),
  check (direction = 'in' or stay_id is not null)
);
create unique index stay_handover_running on stay_handover (request_id, direction) where state in ('draft', 'sent');
create index stay_handover_stay on stay_handover (stay_id);
create index stay_handover_to on stay_handover (to_org, sent_at desc);

-- Each time it was sent, as it was sent.
create table stay_handover_sent (
  handover_id uuid not null references stay_handover,
  number integer not null check (number > 0),
  sections jsonb not null,
  at timestamptz not null,
  actor text not null,
  primary key (handover_id, number)
);

create table stay_handover_file (
  id uuid primary key,
  handover_id uuid not null references stay_handover,
  name text not null check (length(name) between 1 and 200),
  mime text not null,
  bytes bytea not null check (octet_length(bytes) <= 5242880),
  at timestamptz not null,
  actor text not null,
  removed_at timestamptz
);
create index stay_handover_file_handover on stay_handover_file (handover_id);

-- What must be ready at home, from day one.
create table stay_return (
  stay_id uuid not null references stay_stay,
  item text not null check (item in ('home-care', 'aids', 'carer', 'meals', 'welfare', 'gp', 'pharmacy', 'transport')),
  state text not null check (state in ('open', 'asked', 'arranged', 'not-needed')),
  who text not null default '' check (length(who) <= 120),
  from_day date,
  note text not null default '' check (length(note) <= 300),
  at timestamptz not null,
  actor text not null,
  version integer not null default 1,
  primary key (stay_id, item)
);

-- How it goes afterwards, two and thirty days later.
create table stay_contact (
  stay_id uuid not null references stay_stay,
  days integer not null check (days in (2, 30)),
  due_day date not null,
  done_at timestamptz,
  by_name text check (length(by_name) between 2 and 100),
  reached boolean,
  own_home boolean,
  readmitted boolean,
  score integer check (score between 1 and 10),
  words text not null default '' check (length(words) <= 500),
  -- No call: somebody died, or asked not to be called.
  dropped text check (dropped in ('died', 'wish', 'elsewhere')),
  version integer not null default 1,
  primary key (stay_id, days),
  check ((done_at is null) = (by_name is null)),
  check (done_at is null or dropped is null)
);
create index stay_contact_due on stay_contact (due_day) where done_at is null and dropped is null;

-- May the acting organisation read what was seen of somebody: the house, the practice, and who receives a handover of it?
-- Every row of a stay asks this. What was found is remembered for the rest of the transaction, for this stay and this
-- organisation: five hundred observations are one question.
create function stay_reads(stay uuid) returns boolean
  language plpgsql stable security definer set search_path = public, pg_temp as $$
declare asked text := platform_org()::text || ' ' || stay::text;
begin
  if asked is null then return false; end if;
  if current_setting('app.stay_read', true) = asked then return true; end if;
  if exists (select 1 from stay_stay s where s.id = stay
      and people_related(s.person_id, array['own', 'accepted', 'care-team'])
      and (platform_org() in (s.organisation_id, s.gp_org)
        or exists (select 1 from stay_handover h where h.stay_id = s.id and h.to_org = platform_org()
          and h.state in ('sent', 'received')))) then
    perform set_config('app.stay_read', asked, true);
    return true;
  end if;
  return false;
end $$;

-- Is it a stay in the acting house?
create function stay_works(stay uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp
  return exists (select 1 from stay_stay s where s.id = stay and s.organisation_id = platform_org()
    and people_stands(s.person_id, array['accepted', 'care-team']));

-- Is the acting organisation a party to the stay: also who sent somebody, and the desk, who see when somebody goes home and
-- what is in the way, and nothing of what was seen? Who acts as the person, too.
create function stay_party(stay uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp
  return stay_reads(stay) or exists (select 1 from stay_stay s where s.id = stay and (s.person_id = people_self()
    or (s.referrer_org = platform_org() and people_related(s.person_id, array['own']))
    or people_related(s.person_id, array['desk'])));

-- Who arrived and has no stay yet: from before there were stays, or while nobody listened. For the house itself.
create function stay_missing() returns table (request_id uuid, organisation_id uuid)
  language sql stable security definer set search_path = public, pg_temp
begin atomic
  select r.id, o.organisation_id from placement_request r
  join placement_offer o on o.request_id = r.id and o.state = 'accepted'
  where r.state = 'admitted' and current_setting('app.actor', true) = 'system'
    and not exists (select 1 from stay_stay s where s.request_id = r.id)
  order by r.accepted_at, r.id limit 500;
end;

do $$
declare t text;
begin
  foreach t in array array['stay_stay', 'stay_course', 'stay_extension', 'stay_wish', 'stay_task', 'stay_observation',
    'stay_medication', 'stay_answer', 'stay_barrier', 'stay_meeting', 'stay_absence', 'stay_handover', 'stay_handover_sent',
    'stay_handover_file', 'stay_return', 'stay_contact'] loop
    execute format('call platform_bind(%L)', t);
    execute format('grant select on %I to verkeerstoren_guard', t);
    execute format('grant select, insert, update on %I to verkeerstoren_app', t);
  end loop;
  -- What was seen: for who treats.
  foreach t in array array['stay_task', 'stay_observation', 'stay_medication', 'stay_answer'] loop
    execute format('create policy seen_by_who_treats on %I for select using (stay_reads(stay_id))', t);
    execute format('create policy kept_by_house on %I for insert with check (stay_works(stay_id))', t);
    execute format('create policy changed_by_house on %I for update using (stay_works(stay_id))', t);
  end loop;
  -- Where it goes: for every party.
  foreach t in array array['stay_course', 'stay_extension', 'stay_barrier', 'stay_meeting', 'stay_absence', 'stay_return',
    'stay_contact'] loop
    execute format('create policy seen_by_party on %I for select using (stay_party(stay_id))', t);
    execute format('create policy kept_by_house on %I for insert with check (stay_works(stay_id))', t);
    execute format('create policy changed_by_house on %I for update using (stay_works(stay_id))', t);
  end loop;
end $$;

create policy stay_seen on stay_stay for select
  using (person_id = people_self()
    or (platform_org() in (organisation_id, gp_org, referrer_org)
      and people_related(person_id, array['own', 'accepted', 'care-team']))
    or people_related(person_id, array['desk'])
    or stay_reads(id)
    -- The house keeps its own stays, also of somebody whose name is shut for it.
    or (organisation_id = platform_org() and people_stands(person_id, array['accepted', 'care-team'])));
create policy stay_begun on stay_stay for insert
  with check (organisation_id = platform_org() and people_stands(person_id, array['accepted', 'care-team']));
create policy stay_goes_on on stay_stay for update
  using (organisation_id = platform_org() and people_stands(person_id, array['accepted', 'care-team']));

-- The question is the GP's and the house's; the goal is the person's own, written by who talks with them.
create policy wish_seen on stay_wish for select
  using (stay_reads(stay_id) or (kind = 'goal' and stay_party(stay_id)));
create policy wish_told on stay_wish for insert with check (stay_reads(stay_id) or stay_works(stay_id));
-- The GP says that the answer was read.
create policy answer_read on stay_answer for update using (stay_reads(stay_id));

-- A handover is of two: who sends and who receives. A draft is the sender's alone.
create policy handover_sent on stay_handover
  using (from_org = platform_org() and people_stands(person_id, array['own', 'accepted', 'care-team', 'desk']))
  with check (from_org = platform_org() and people_stands(person_id, array['own', 'accepted', 'care-team', 'desk']));
create policy handover_received on stay_handover for select
  using (to_org = platform_org() and state in ('sent', 'received') and people_related(person_id, array['own', 'accepted', 'care-team']));
create policy handover_confirmed on stay_handover for update
  using (to_org = platform_org() and state = 'sent' and people_related(person_id, array['own', 'accepted', 'care-team']))
  with check (to_org = platform_org() and state = 'received');
create policy handover_sent_seen on stay_handover_sent for select
  using (exists (select 1 from stay_handover h where h.id = handover_id));
create policy handover_sent_kept on stay_handover_sent for insert
  with check (exists (select 1 from stay_handover h where h.id = handover_id and h.from_org = platform_org()));
create policy handover_file_seen on stay_handover_file for select
  using (exists (select 1 from stay_handover h where h.id = handover_id));
create policy handover_file_kept on stay_handover_file for insert
  with check (exists (select 1 from stay_handover h where h.id = handover_id and h.from_org = platform_org()));
create policy handover_file_changed on stay_handover_file for update
  using (exists (select 1 from stay_handover h where h.id = handover_id and h.from_org = platform_org()));

grant create on schema public to verkeerstoren_guard;
alter function stay_reads(uuid) owner to verkeerstoren_guard;
alter function stay_works(uuid) owner to verkeerstoren_guard;
alter function stay_party(uuid) owner to verkeerstoren_guard;
alter function stay_missing() owner to verkeerstoren_guard;
revoke create on schema public from verkeerstoren_guard;

-- What says whose something is, stays as it was written.
call platform_keep('stay_stay', array['id', 'request_id', 'person_id', 'organisation_id', 'referrer_org', 'zone', 'arrived_day']);
call platform_keep('stay_handover', array['id', 'request_id', 'person_id', 'stay_id', 'direction', 'from_org']);
call platform_keep('stay_observation', array['id', 'stay_id', 'kind', 'day', 'day_part', 'at', 'seen_by', 'name', 'measured', 'text',
  'recorded_at', 'actor']);

-- A practice that is named for a stay, and who receives a handover, treat too: in whose house somebody stays, says so.
create or replace function people_follows(who uuid, organisation uuid, relation text) returns boolean
  language sql stable security definer set search_path = public, pg_temp
  return case relation
    when 'desk' then
      case when exists (select 1 from region_agreement a where a.adopted_at is not null)
        then exists (select 1 from region_agreement a where a.desk_organisation_id = organisation and a.adopted_at is not null)
        else exists (select 1 from region_organisation o where o.id = organisation and o.kind = 'desk') end
      and exists (select 1 from placement_person p join placement_request r on r.id = p.request_id
        where p.person_id = who and r.referrer_org = platform_org() and r.state <> 'closed')
    when 'offered' then
      exists (select 1 from placement_offer o where o.person_id = who and o.organisation_id = organisation
        and o.state in ('open', 'alternative', 'willing') and placement_asks(o.request_id))
    when 'accepted' then
      exists (select 1 from placement_offer o where o.person_id = who and o.organisation_id = organisation
        and o.state = 'accepted' and (placement_asks(o.request_id) or (organisation = platform_org()
          and people_stands(who, array['offered', 'accepted']))))
    when 'care-team' then
      (organisation = platform_org() and people_stands(who, array['accepted'])
        and exists (select 1 from placement_offer o join capacity_claim c on c.id = o.claim_id
          where o.person_id = who and o.organisation_id = organisation and o.state = 'accepted'
            and c.arrived_at is not null))
      or exists (select 1 from stay_stay s where s.person_id = who and s.organisation_id = platform_org()
        and s.gp_org = organisation and people_stands(who, array['care-team']))
      or exists (select 1 from stay_handover h where h.person_id = who and h.from_org = platform_org()
        and h.to_org = organisation and h.direction = 'out' and h.state in ('sent', 'received')
        and people_stands(who, array['care-team']))
    else false
  end;
