-- Somebody judges looks: the security officer (privacyfunctionaris) of an organisation, who opens nobody.
alter table region_professional drop constraint region_professional_role_check;
alter table region_professional add constraint region_professional_role_check check (role in ('gp', 'gp-assistant',
  'transfer-nurse', 'desk', 'ward', 'elderly-doctor', 'region-manager', 'security-officer'));

-- The hand of the house that runs the rules over the log, one organisation at a time.
create function review_works() returns boolean language sql stable parallel safe
  return coalesce(current_setting('app.actor', true), '') = 'review';

-- What somebody must judge: one somebody who looked at one person, by which rules. Ids, codes and moments only.
create table review_alert (
  id uuid primary key,
  organisation_id uuid not null,
  actor text not null,
  -- Empty: at more people in a day than work explains.
  person_id uuid,
  -- The first, second, … about the same two: after a verdict new looks open the next.
  round integer not null check (round > 0),
  rules text[] not null check (cardinality(rules) > 0 and rules <@ array['break-glass', 'asked', 'no-relation',
    'colleague', 'same-surname', 'same-postcode', 'volume', 'odd-hour']),
  first_at timestamptz not null,
  last_at timestamptz not null check (last_at >= first_at),
  raised_at timestamptz not null,
  -- Counts up when looks join, so that nobody closes what they have not seen.
  version integer not null default 1,
  unique nulls not distinct (organisation_id, actor, person_id, round),
  unique (id, organisation_id)
);
create index review_alert_raised on review_alert (organisation_id, raised_at);

-- Which look stands in which alert, once for each thing that can be asked of it.
create table review_alert_look (
  access_id uuid not null,
  about text not null check (about in ('person', 'volume', 'asked')),
  alert_id uuid not null,
  organisation_id uuid not null,
  primary key (access_id, about),
  foreign key (alert_id, organisation_id) references review_alert (id, organisation_id)
);
create index review_alert_look_alert on review_alert_look (alert_id);

-- What a person said of an alert. It is written once and stays.
create table review_verdict (
  alert_id uuid primary key,
  organisation_id uuid not null,
  verdict text not null check (verdict in ('proper', 'mistake', 'improper')),
  reason text not null check (length(reason) between 10 and 1000),
  actor text not null,
  at timestamptz not null,
  foreign key (alert_id, organisation_id) references review_alert (id, organisation_id)
);

-- Until when the rules have been over the log of an organisation.
create table review_run (
  organisation_id uuid primary key,
  until timestamptz not null
);

-- Where a colleague lives, in four digits, as far as the organisation tells it: then a look at the neighbours stands out.
create table review_home (
  professional_id uuid primary key references region_professional,
  organisation_id uuid not null,
  pc4 text not null check (pc4 ~ '^[1-9][0-9]{3}$')
);

call platform_bind('review_home');
call platform_bind('review_alert');
call platform_bind('review_alert_look');
call platform_bind('review_verdict');
call platform_bind('review_run');
create policy alert_own on review_alert for select using (organisation_id = platform_org());
create policy alert_raised on review_alert for insert with check (organisation_id = platform_org() and review_works());
-- Who closes an alert locks it; only the rules change it.
create policy alert_joined on review_alert for update using (organisation_id = platform_org())
  with check (organisation_id = platform_org() and review_works());
create policy look_own on review_alert_look for select using (organisation_id = platform_org());
create policy look_raised on review_alert_look for insert
  with check (organisation_id = platform_org() and review_works());
create policy verdict_own on review_verdict for select using (organisation_id = platform_org());
create policy verdict_given on review_verdict for insert with check (organisation_id = platform_org());
create policy run_own on review_run using (organisation_id = platform_org() and review_works())
  with check (organisation_id = platform_org() and review_works());
create policy home_own on review_home using (organisation_id = platform_org())
  with check (organisation_id = platform_org() and exists (select 1 from region_professional p
    where p.id = professional_id and p.organisation_id = platform_org()));
grant select, insert, update, delete on review_home to verkeerstoren_app;
grant select, insert on review_alert, review_alert_look, review_verdict, review_run to verkeerstoren_app;
grant update (rules, first_at, last_at, version) on review_alert to verkeerstoren_app;
grant update (until) on review_run to verkeerstoren_app;

-- The surnames in a name, as they are compared: the last word of each half of a double name, without accents or prefix.
create function review_surnames(called text) returns text[]
  language sql immutable parallel safe set search_path = public, pg_temp as $$
  select coalesce(array_agg(distinct bare) filter (where bare <> ''), '{}') from (
    select regexp_replace((regexp_match(part, '(\S+)\s*$'))[1], '[^a-z]', '', 'g') as bare
    from regexp_split_to_table(lower(normalize(called, NFD)), '\s*-\s*') as part) names
$$;

-- By what a name is known again as a colleague's: the whole name when the first name is written out, and each surname that
-- says something with the first letter. "J. de Vries" by itself is half a village.
create function review_keys(called text, telling text[]) returns text[]
  language sql immutable parallel safe set search_path = public, pg_temp as $$
  with plain as (select regexp_replace(lower(normalize(called, NFD)),
    '^((mw|mevr|mevrouw|dhr|meneer|de heer|dr|drs|prof|ir|ing|ds)\.?\s+)+', '') as name)
  select array(select left(name, 1) || ' ' || surname from plain, unnest(telling) as surname)
    || array(select regexp_replace(name, '[^a-z]', '', 'g') from plain where name ~ '^[^\s.]{2,}\s')
$$;

-- What the rules must know of two who met in the log, and no name with it: do they share a surname that says something, or
-- a postcode, and does the person bear the name of a colleague of who looked. Only for the hand that runs the rules, only
-- of who works in the acting organisation and whom its log shows.
create function review_likeness(actors text[], people uuid[], common text[])
  returns table (actor text, person uuid, surname boolean, postcode boolean, colleague boolean)
  language sql stable security definer set search_path = public, pg_temp as $$
  with mine as materialized (
    select p.id::text as id, p.name, h.pc4,
      array(select unnest(review_surnames(p.name)) except select unnest(common)) as surnames
    from region_professional p left join review_home h on h.professional_id = p.id
    where p.organisation_id = platform_org() and review_works()),
  seen as materialized (
    select q.id, q.name, q.pc4,
      array(select unnest(review_surnames(q.name)) except select unnest(common)) as surnames
    from people_person q where q.id = any (array(select distinct a.person_id from platform_access a
      where a.person_id = any (people) and a.organisation_id = platform_org()))),
  colleagues as materialized (select distinct unnest(review_keys(m.name, m.surnames)) as key from mine m),
  known as materialized (
    select distinct s.id from seen s cross join lateral unnest(review_keys(s.name, s.surnames)) as k (key)
    join colleagues c on c.key = k.key),
  pairs as (select distinct l.a, l.p from unnest(actors, people) as l (a, p))
  select l.a, l.p, m.surnames && s.surnames, coalesce(m.pc4 = s.pc4, false), k.id is not null
  from pairs l join mine m on m.id = l.a join seen s on s.id = l.p left join known k on k.id = l.p
$$;

-- Whom an alert is about, as much as who judges it needs: sex, and age in years at the first look. No name, no birth date.
create function review_profiles(alerts uuid[]) returns table (alert uuid, sex text, age integer)
  language sql stable security definer set search_path = public, pg_temp as $$
  select r.id, p.sex, extract(year from age(r.first_at, p.birth_date))::integer
  from review_alert r join people_person p on p.id = r.person_id
  where r.id = any (alerts) and r.organisation_id = platform_org() and p.erased_at is null
$$;

-- Which of these alerts are about looks of who acts, in this hat or in another of the same account? Nobody judges their own.
create function review_own(alerts uuid[]) returns setof uuid
  language sql stable security definer set search_path = public, pg_temp as $$
  select distinct l.alert_id from review_alert_look l join platform_access a on a.id = l.access_id
  where l.alert_id = any (alerts) and l.organisation_id = platform_org()
    and (a.actor = current_setting('app.actor', true) or a.account_id in (
      select r.account_id from accounts_role r where r.professional_id::text = current_setting('app.actor', true)))
$$;

grant select on review_alert, review_alert_look, review_home, accounts_role, region_professional to verkeerstoren_guard;
grant create on schema public to verkeerstoren_guard;
alter function review_likeness(text[], uuid[], text[]) owner to verkeerstoren_guard;
alter function review_profiles(uuid[]) owner to verkeerstoren_guard;
alter function review_own(uuid[]) owner to verkeerstoren_guard;
revoke create on schema public from verkeerstoren_guard;
