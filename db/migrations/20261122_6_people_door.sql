-- The resident's own door: a personal link, a birth date and a code that counts once. Of link, code and session only a
-- digest is kept. Row-level security knows who comes by the name the transaction acts in: `door:<digest of the link>`,
-- `own:<digest of the session>`, or `person:<id>` for the person themselves. Names of staff are ids and never look so.
create function people_named(kind text) returns text language sql stable parallel safe
  return case when split_part(current_setting('app.actor', true), ':', 1) = kind
    then substr(current_setting('app.actor', true), length(kind) + 2) end;
create function people_self() returns uuid language sql stable parallel safe
  return people_named('person')::uuid;

create table people_door (
  id uuid primary key,
  person_id uuid not null references people_person,
  token_hash text not null unique,
  -- Where the code goes; in practice it stands on the screen.
  email text,
  made_by text not null,
  made_org uuid not null,
  made_at timestamptz not null,
  until timestamptz not null check (until > made_at),
  ended_at timestamptz,
  -- Wrong birth dates so far: a link that was found on the street opens nothing.
  tries integer not null default 0
);
create index people_door_person on people_door (person_id, made_org) where ended_at is null;

create table people_door_code (
  id uuid primary key,
  door_id uuid not null references people_door,
  code_hash text not null,
  sent_at timestamptz not null,
  until timestamptz not null,
  tries integer not null default 0 check (tries between 0 and 5),
  used_at timestamptz
);
create index people_door_code_door on people_door_code (door_id, sent_at desc);

create table people_own_session (
  token_hash text primary key,
  person_id uuid not null references people_person,
  door_id uuid not null references people_door,
  began_at timestamptz not null,
  until timestamptz not null,
  ended_at timestamptz
);

-- What the person says of a look, or of anything else; who must answer and until when stands with it.
create table people_answer (
  id uuid primary key,
  person_id uuid not null references people_person,
  look_id uuid,
  kind text not null check (kind in ('right', 'question', 'wrong')),
  said text not null default '' check (length(said) <= 1000),
  at timestamptz not null,
  -- Who answers: the organisation that looked, or the desk.
  organisation_id uuid not null,
  due_at timestamptz,
  check ((kind = 'wrong') = (look_id is null)),
  check ((kind = 'right') = (due_at is null))
);
create unique index people_answer_look on people_answer (person_id, look_id) where look_id is not null;
create index people_answer_organisation on people_answer (organisation_id, at desc);

alter table people_door enable row level security;
alter table people_door_code enable row level security;
alter table people_own_session enable row level security;
alter table people_answer enable row level security;
alter table people_door force row level security;
alter table people_door_code force row level security;
alter table people_own_session force row level security;
alter table people_answer force row level security;

-- A link is made by who knows the person, seen by who made it and by who holds it.
create policy door_made on people_door for insert
  with check (made_org = platform_org() and people_related(person_id, array['own', 'accepted', 'care-team', 'desk']));
create policy door_seen on people_door for select
  using (token_hash = people_named('door') or person_id = people_self()
    or (made_org = platform_org() and people_related(person_id, array['own', 'accepted', 'care-team', 'desk'])));
create policy door_used on people_door for update
  using (token_hash = people_named('door')
    or (made_org = platform_org() and people_related(person_id, array['own', 'accepted', 'care-team', 'desk'])));
create policy code_held on people_door_code
  using (exists (select 1 from people_door d where d.id = door_id and d.token_hash = people_named('door')));
create policy own_begun on people_own_session for insert
  with check (exists (select 1 from people_door d
    where d.id = door_id and d.person_id = people_own_session.person_id and d.token_hash = people_named('door')));
create policy own_seen on people_own_session for select using (token_hash = people_named('own'));
create policy own_ended on people_own_session for update using (token_hash = people_named('own'));
create policy answer_own on people_answer using (person_id = people_self());
create policy answer_asked on people_answer for select using (organisation_id = platform_org());
create policy person_self on people_person for select using (id = people_self());

grant select, insert, update on people_door, people_door_code, people_own_session to verkeerstoren_app;
grant select, insert on people_answer to verkeerstoren_app;
