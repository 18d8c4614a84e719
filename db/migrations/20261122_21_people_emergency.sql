-- The emergency button: who treats somebody now and has no relation to them looks all the same, for at most a day, with a
-- reason that the person reads. It reads and changes nothing. Off in production until a person switches it on.
create table people_emergency_switch (
  id uuid primary key,
  is_on boolean not null,
  actor text not null,
  organisation_id uuid not null,
  at timestamptz not null
);
alter table people_relation drop constraint people_relation_kind_check;
alter table people_relation add constraint people_relation_kind_check
  check (kind in ('own', 'offered', 'accepted', 'care-team', 'desk', 'emergency'));
alter table people_relation drop constraint people_relation_ground_check;
alter table people_relation add constraint people_relation_ground_check
  check (ground in ('referral', 'offer', 'acceptance', 'treatment', 'triage', 'break-glass'));
-- An emergency has its end from the beginning.
alter table people_relation add constraint people_relation_emergency check (
  (kind = 'emergency') = (ground = 'break-glass')
  and (kind <> 'emergency' or (ended_at is not null and ended_at <= since + interval '24 hours')));

-- What was pressed, why, and what a person who looks after it found.
create table people_emergency (
  id uuid primary key,
  person_id uuid not null references people_person,
  organisation_id uuid not null,
  actor text not null,
  reason text not null check (length(reason) between 10 and 500),
  at timestamptz not null,
  until timestamptz not null check (until > at and until <= at + interval '24 hours')
);
create index people_emergency_organisation on people_emergency (organisation_id, at desc);

call platform_bind('people_emergency_switch');
call platform_bind('people_emergency');
create policy switch_read on people_emergency_switch for select using (platform_acts());
create policy switch_set on people_emergency_switch for insert with check (organisation_id = platform_org());
create policy emergency_seen on people_emergency for select
  using (organisation_id = platform_org() or person_id = people_self());
create policy emergency_pressed on people_emergency for insert with check (organisation_id = platform_org());

-- Is the button on? What was said last counts; before anything was said it is on in practice and off in production.
create function people_emergency_on() returns boolean
  language sql stable security definer set search_path = public, pg_temp
  return coalesce((select s.is_on from people_emergency_switch s order by s.at desc, s.id desc limit 1),
                  (select m.mode = 'practice' from platform_mode m), false);

-- Does the acting organisation look at this person in an emergency that still runs?
create function people_in_emergency(person uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp
  return exists (select 1 from people_relation r where r.person_id = person and r.organisation_id = platform_org()
    and r.kind = 'emergency' and r.ended_at > now());

-- Who is meant: by the mark of a number or by name, both with the birth date. More than one by that name is nobody.
create function people_emergency_find(mark text, called text, born date) returns uuid
  language sql stable security definer set search_path = public, pg_temp
  return (select case when count(*) = 1 then (array_agg(p.id))[1] end from people_person p
    where platform_org() is not null and people_emergency_on() and p.birth_date = born
      and (p.bsn_mark = mark or (mark is null
        and regexp_replace(lower(trim(p.name)), '^(mw|mevr|mevrouw|dhr|meneer|de heer|mrs|mr|ms)\.?\s+', '')
          = regexp_replace(lower(trim(called)), '^(mw|mevr|mevrouw|dhr|meneer|de heer|mrs|mr|ms)\.?\s+', ''))));

grant select on people_emergency_switch, platform_mode to verkeerstoren_guard;
grant create on schema public to verkeerstoren_guard;
alter function people_emergency_on() owner to verkeerstoren_guard;
alter function people_in_emergency(uuid) owner to verkeerstoren_guard;
alter function people_emergency_find(text, text, date) owner to verkeerstoren_guard;
revoke create on schema public from verkeerstoren_guard;

create policy relation_emergency on people_relation for insert
  with check (organisation_id = platform_org() and kind = 'emergency' and people_emergency_on());
create policy person_emergency on people_person for select using (people_in_emergency(id));
create policy request_emergency on placement_person for select using (people_in_emergency(person_id));
create policy responsibility_emergency on placement_responsibility for select using (people_in_emergency(person_id));

grant select, insert on people_emergency_switch, people_emergency to verkeerstoren_app;
