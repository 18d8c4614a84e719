-- Row-level security binds everybody now, also who owns the tables: a server that by mistake works as the owner sees
-- nothing. Two roles see past the rows, each for one purpose and each only when it says so.

-- What a policy must know and may not read itself, functions look up ("security definer"). They run as this role: it
-- cannot log in, owns no table, and sees rows only while such a function runs (then it is the current user; belonging to
-- it is not enough).
do $$
begin
  create role verkeerstoren_guard nologin nobypassrls;
exception when duplicate_object or unique_violation then null;
end $$;
do $$
begin
  if not pg_has_role(current_user, 'verkeerstoren_guard',
    case when current_setting('server_version_num')::int >= 160000 then 'set' else 'member' end) then
    execute format('grant verkeerstoren_guard to %I', current_user);
  end if;
end $$;
grant usage on schema public to verkeerstoren_guard;
-- Who acts must be said in every transaction; without it there is nothing to read here and nothing to write.
create function platform_acts() returns boolean language sql stable parallel safe
  return coalesce(current_setting('app.actor', true), '') <> '';

-- Answers that were kept are for whoever sent the command; for the hands that hold beds and clear away what is old.
alter table platform_key enable row level security;
create policy key_own on platform_key
  using (actor = current_setting('app.actor', true) or current_setting('app.actor', true) in ('holds', 'system'))
  with check (actor = current_setting('app.actor', true) or current_setting('app.actor', true) = 'holds');
alter table platform_session enable row level security;
create policy session_acting on platform_session using (platform_acts()) with check (platform_acts());
alter table platform_diary enable row level security;
create policy diary_acting on platform_diary using (platform_acts()) with check (platform_acts());

-- The owner is bound as well, and looks past the rows only after `set app.keeper = 'on'`: migrations, backup, repair.
-- A later migration binds its own table with `call platform_bind('…')`, and gives its functions to the guard.
create procedure platform_bind(t regclass) language plpgsql set search_path = public, pg_temp as $$
begin
  execute format('alter table %s enable row level security', t);
  execute format('alter table %s force row level security', t);
  execute format($p$create policy z_guard on %s to verkeerstoren_guard
    using (current_user = 'verkeerstoren_guard') with check (current_user = 'verkeerstoren_guard')$p$, t);
  execute format($p$create policy z_keeper on %s to %I
    using (current_setting('app.keeper', true) = 'on') with check (current_setting('app.keeper', true) = 'on')$p$,
    t, current_user);
end $$;
revoke all on procedure platform_bind(regclass) from public;

do $$
declare t regclass; f regprocedure;
begin
  for t in select oid from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' and relrowsecurity loop
    call platform_bind(t);
  end loop;
  -- What the functions read, and the few things they change.
  for t in select oid from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'
    and relname ~ '^(people|placement|platform_access|capacity_claim$)' loop
    execute format('grant select on %s to verkeerstoren_guard', t);
  end loop;
  grant update on people_relation, placement_offer to verkeerstoren_guard;
  if to_regclass('platform_access') is not null then
    grant delete on platform_access, platform_access_chain to verkeerstoren_guard;
  end if;
  grant create on schema public to verkeerstoren_guard;
  for f in select oid from pg_proc where pronamespace = 'public'::regnamespace and prosecdef loop
    execute format('alter function %s owner to verkeerstoren_guard', f);
  end loop;
  revoke create on schema public from verkeerstoren_guard;
end $$;
