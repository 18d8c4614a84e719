-- The plumbing: mode, diary, keys, sessions, cursors. Needs PostgreSQL 15 or newer.
create extension if not exists btree_gist;

-- The server works as this role: no owner, no DDL, no way round row-level security.
do $$
begin
  create role verkeerstoren_app nologin nobypassrls;
exception when duplicate_object or unique_violation then null;
end $$;
do $$
begin
  -- From 16 on who creates a role may grant it but not yet become it.
  if not pg_has_role(current_user, 'verkeerstoren_app',
    case when current_setting('server_version_num')::int >= 160000 then 'set' else 'member' end) then
    execute format('grant verkeerstoren_app to %I', current_user);
  end if;
end $$;
grant usage on schema public to verkeerstoren_app;

-- Who acts, set per transaction; empty means nobody, and nobody sees nothing.
create function platform_org() returns uuid language sql stable parallel safe
  return nullif(current_setting('app.org', true), '')::uuid;

-- One row: a practice region never becomes a real one, and a server in the other mode refuses to start on it.
create table platform_mode (
  one boolean primary key default true check (one),
  mode text not null check (mode in ('practice', 'production')),
  region_name text not null,
  seed integer
);

-- One diary: every change in ids, codes and intervals, never names, numbers of people or free text.
create table platform_diary (
  id bigint generated always as identity primary key,
  xid xid8 not null default pg_current_xact_id(),
  at timestamptz not null,
  room text not null,
  event text not null,
  subject uuid not null,
  unit_id uuid,
  organisation_id uuid,
  actor text not null,
  body jsonb not null default '{}'
);
create index platform_diary_order on platform_diary (xid, id);

-- How far a reader of the diary came, so that nothing is skipped after a restart.
create table platform_cursor (
  name text primary key,
  xid xid8 not null,
  id bigint not null
);

-- A command that is sent again with the same key gets the first answer and has no second effect.
create table platform_key (
  actor text not null,
  key text not null check (length(key) between 1 and 255),
  body_hash text not null,
  status integer not null,
  answer jsonb,
  at timestamptz not null,
  primary key (actor, key)
);

-- Who is signed in. Only the hash of the token is kept.
create table platform_session (
  token_hash text primary key,
  professional_id uuid not null,
  began_at timestamptz not null,
  seen_at timestamptz not null,
  ended_at timestamptz
);

grant select on platform_mode to verkeerstoren_app;
grant select, insert on platform_diary to verkeerstoren_app;
grant select, insert, update on platform_cursor to verkeerstoren_app;
grant select, insert, delete on platform_key to verkeerstoren_app;
grant select, insert, update on platform_session to verkeerstoren_app;
