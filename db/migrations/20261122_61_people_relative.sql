-- One relative reads along with the stay: invited with the yes of the person, and revoked at once by the person, the house or
-- the practice. Who said yes and when stands with it; nothing is removed, so that a look can be told by name later.
create table people_relative (
  id uuid primary key,
  person_id uuid not null references people_person,
  name text not null check (length(name) between 1 and 100),
  relation text not null check (relation in
    ('partner', 'daughter', 'son', 'sister', 'brother', 'grandchild', 'friend', 'neighbour', 'other')),
  -- Where the code goes; in practice it stands on the screen.
  email text check (length(email) <= 254),
  said_by text not null check (said_by in ('person', 'representative')),
  said_at timestamptz not null,
  invited_by text not null,
  -- Empty: the person asked them along themselves.
  invited_org uuid,
  revoked_at timestamptz,
  revoked_by text,
  check ((revoked_at is null) = (revoked_by is null)),
  check (revoked_at is null or revoked_at >= said_at)
);
-- One at a time: who invites another lets the first go.
create unique index people_relative_one on people_relative (person_id) where revoked_at is null;
create index people_relative_person on people_relative (person_id, said_at desc);
call platform_bind('people_relative');
grant select on people_relative to verkeerstoren_guard;

-- A relative acts as `kin:<id>`: whose stay they may read along with, as long as nobody said that it is over.
create function people_kin() returns uuid
  language sql stable security definer set search_path = public, pg_temp
  return (select r.person_id from people_relative r where r.id = people_named('kin')::uuid and r.revoked_at is null);
-- Whose stay the one who acts reads in plain words: their own, or that of whom they are invited by.
create function people_family() returns uuid
  language sql stable security definer set search_path = public, pg_temp
  return coalesce(people_self(), people_kin());
-- Does this invitation still stand? For a link and a session, which know nothing else of it.
create function people_relative_stands(relative uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp
  return exists (select 1 from people_relative r where r.id = relative and r.revoked_at is null);
grant create on schema public to verkeerstoren_guard;
alter function people_kin() owner to verkeerstoren_guard;
alter function people_family() owner to verkeerstoren_guard;
alter function people_relative_stands(uuid) owner to verkeerstoren_guard;
revoke create on schema public from verkeerstoren_guard;

create policy relative_known on people_relative for select
  using (person_id = people_self() or people_related(person_id, array['own', 'accepted', 'care-team']));
create policy relative_invited on people_relative for insert
  with check ((invited_org = platform_org() and people_related(person_id, array['own', 'accepted', 'care-team']))
    or (invited_org is null and person_id = people_self()));
create policy relative_revoked on people_relative for update
  using (person_id = people_self() or people_related(person_id, array['own', 'accepted', 'care-team']));
grant select, insert on people_relative to verkeerstoren_app;
grant update (revoked_at, revoked_by) on people_relative to verkeerstoren_app;

-- The same link, code and session; whose they are is said when they are made and never changes.
alter table people_door add column relative_id uuid references people_relative, alter column made_org drop not null,
  add constraint people_door_maker check (made_org is not null or relative_id is not null);
alter table people_own_session add column relative_id uuid references people_relative;
revoke update on people_door, people_own_session from verkeerstoren_app;
grant update (ended_at, tries) on people_door to verkeerstoren_app;
grant update (ended_at) on people_own_session to verkeerstoren_app;

drop policy door_made on people_door;
create policy door_made on people_door for insert
  with check (
    case when made_org is null then person_id = people_self() and relative_id is not null
      else made_org = platform_org() and people_related(person_id, array['own', 'accepted', 'care-team', 'desk']) end
    and (relative_id is null or exists (select 1 from people_relative r
      where r.id = relative_id and r.person_id = people_door.person_id and r.revoked_at is null)));
-- Who gives a relative a new link ends the old one, whoever made it.
create policy door_of_relative_seen on people_door for select
  using (relative_id is not null and people_related(person_id, array['own', 'accepted', 'care-team']));
create policy door_of_relative_ended on people_door for update
  using (relative_id is not null
    and (person_id = people_self() or people_related(person_id, array['own', 'accepted', 'care-team'])));
-- A link of a relative never opens what is the person's own.
drop policy own_begun on people_own_session;
create policy own_begun on people_own_session for insert
  with check (exists (select 1 from people_door d
    where d.id = door_id and d.person_id = people_own_session.person_id
      and d.relative_id is not distinct from people_own_session.relative_id
      and d.token_hash = people_named('door')));
