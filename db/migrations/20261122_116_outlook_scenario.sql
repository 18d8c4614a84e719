-- A change somebody tried on a working copy of the region: the region as it was played, what was turned, the seed and what came
-- out, so that anybody can play it again. It is of the organisation that kept it; by a link others read what came out.
create table outlook_scenario (
  id uuid primary key,
  organisation_id uuid not null references region_organisation,
  name text not null check (length(name) between 1 and 60),
  levers jsonb not null,
  model jsonb not null,
  seed bigint not null check (seed between 0 and 4294967295),
  years integer not null check (years between 1 and 1000),
  rows jsonb not null,
  made_at timestamptz not null,
  made_by text not null,
  version integer not null check (version > 0),
  -- What is kept of the token of its link, and until when it opens.
  share_mark text unique,
  shared_until timestamptz,
  check ((share_mark is null) = (shared_until is null))
);
create index outlook_scenario_organisation on outlook_scenario (organisation_id, made_at);

call platform_bind('outlook_scenario');
create policy scenario_own on outlook_scenario
  using (organisation_id = platform_org()) with check (organisation_id = platform_org());
grant select, insert, delete on outlook_scenario to verkeerstoren_app;
grant update (name, levers, model, seed, years, rows, made_at, made_by, version, share_mark, shared_until)
  on outlook_scenario to verkeerstoren_app;

-- What who holds the link reads: the name, what was turned and what came out. Not the region as it was played.
create function outlook_shared(mark text, moment timestamptz)
  returns table (name text, levers jsonb, rows jsonb, years integer, made_at timestamptz, shared_until timestamptz,
    turned jsonb)
  language sql stable security definer set search_path = public, pg_temp
begin atomic
  select s.name, s.levers, s.rows, s.years, s.made_at, s.shared_until,
    (select coalesce(jsonb_object_agg(w ->> 'id', w ->> 'name'), '{}') from jsonb_array_elements(s.model -> 'wards') w
      where s.levers -> 'beds' ? (w ->> 'id'))
  from outlook_scenario s
  where current_setting('app.actor', true) = 'link' and s.share_mark = mark and s.shared_until > moment;
end;
grant select on outlook_scenario to verkeerstoren_guard;
grant create on schema public to verkeerstoren_guard;
alter function outlook_shared(text, timestamptz) owner to verkeerstoren_guard;
revoke create on schema public from verkeerstoren_guard;
