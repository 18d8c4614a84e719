-- A referral that comes back: one person, one service, the question in their words, on a yes of the person to the organisation that
-- receives it. The receiver reads who it is through a function that knows no BSN. What nobody could help with is counted without
-- a person.
create sequence social_referral_code as integer minvalue 101;
grant usage on sequence social_referral_code to verkeerstoren_app;

create table social_referral (
  id uuid primary key,
  code text not null unique,
  person_id uuid not null references people_person,
  service_id uuid not null references social_hsds_service,
  from_org uuid not null references region_organisation,
  to_org uuid not null references region_organisation,
  -- The yes; when the person is made unknown it goes, and the referral is shut.
  consent_id uuid not null,
  question text not null check (length(question) between 1 and 1000),
  -- Which need was heard in the question; a code of the published list.
  need text,
  warm text not null check (warm in ('receiver-calls', 'person-calls', 'together')),
  warm_at timestamptz,
  state text not null check (state in ('sent', 'seen', 'accepted', 'contacted', 'active', 'ended', 'passed-on', 'withdrawn')),
  version integer not null check (version > 0),
  made_at timestamptz not null,
  made_by text not null check (length(made_by) between 1 and 200),
  -- Picked up by then, or the receiver is asked.
  due_at timestamptz not null,
  -- When who referred looked last.
  read_at timestamptz not null,
  -- The referral it was passed on from.
  passed_from uuid references social_referral
);
create index social_referral_from on social_referral (from_org, made_at desc);
create index social_referral_to on social_referral (to_org, made_at desc);
create index social_referral_person on social_referral (person_id);
create unique index social_referral_passed on social_referral (passed_from) where passed_from is not null;
-- The same question twice to the same service is one, while it runs.
create unique index social_referral_runs on social_referral (person_id, service_id, from_org)
  where state in ('sent', 'seen', 'accepted', 'contacted', 'active');

-- What happened, each time with who and when; nothing is changed afterwards.
create table social_referral_step (
  id uuid primary key,
  referral_id uuid not null references social_referral,
  step text not null check (step in ('sent', 'seen', 'accepted', 'contacted', 'active', 'ended', 'passed-on', 'withdrawn',
    'reminded', 'late')),
  at timestamptz not null,
  by_name text not null check (length(by_name) between 1 and 200),
  -- Empty: somebody of a small organisation, by its link.
  by_org uuid,
  result text check (result in ('helped', 'partly', 'not', 'other')),
  reason text check (length(reason) between 1 and 40),
  -- What the receiver wrote for who referred.
  words text check (length(words) between 1 and 1000),
  check ((step = 'ended') = (result is not null)),
  check ((step = 'ended') = (reason is not null))
);
create index social_referral_step_referral on social_referral_step (referral_id, at);

-- How often a kind of help was not there, per month and reason. No person, no referral, no organisation.
create table social_unmet (
  kind text not null check (length(kind) between 1 and 40),
  reason text not null check (length(reason) between 1 and 40),
  month date not null check (extract(day from month) = 1),
  times integer not null check (times > 0),
  primary key (kind, reason, month)
);

call platform_bind('social_referral');
call platform_bind('social_referral_step');
call platform_bind('social_unmet');

-- Does the yes behind this referral stand?
create function social_agreed(referral uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp
  return exists (select 1 from social_referral r join people_consent c on c.id = r.consent_id
    where r.id = referral and c.revoked_at is null);

-- Does the acting organisation, or who came in by the link of this one referral, receive it on a yes that stands?
create function social_receives(referral uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp
  return exists (select 1 from social_referral r where r.id = referral and r.state <> 'withdrawn' and social_agreed(r.id)
    and (r.to_org = platform_org() or r.id = people_named('helper')::uuid));

-- Did the acting organisation refer?
create function social_sent(referral uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp
  return exists (select 1 from social_referral r where r.id = referral and r.from_org = platform_org());

-- Is this the yes of this person, in so many words, to exactly this organisation?
create function social_consented(person uuid, organisation uuid, consent uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp
  return exists (select 1 from people_consent y where y.id = consent and y.person_id = person and y.purpose = 'welfare'
    and y.explicit and y.receiver_org = organisation and y.revoked_at is null);

-- Was somebody referred to the acting organisation, on a yes that stands, and is that still running there?
create function social_helps(person uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp
  return exists (select 1 from social_referral r where r.person_id = person and r.to_org = platform_org()
    and r.state in ('sent', 'seen', 'accepted', 'contacted', 'active') and social_agreed(r.id));

-- Who the person is, for who receives the referral or passed it on: a name, a telephone, an age and where about. A BSN cannot be
-- asked for here.
create function social_who(referral uuid) returns table (name text, phone text, born date, pc4 text)
  language sql stable rows 1 security definer set search_path = public, pg_temp
begin atomic
  select p.name, p.phone, p.birth_date, p.pc4 from social_referral r join people_person p on p.id = r.person_id
  where r.id = referral
    and (social_receives(r.id) or (social_sent(r.id) and social_agreed(r.id) and social_receives(r.passed_from)));
end;

-- What became of it after it was passed on, for who referred first: where to and how far, nothing that was written.
create function social_passed(referral uuid) returns table (service_id uuid, state text, result text)
  language sql stable rows 1 security definer set search_path = public, pg_temp
begin atomic
  select n.service_id, n.state, (select s.result from social_referral_step s where s.referral_id = n.id and s.step = 'ended')
  from social_referral n where n.passed_from = referral and (social_sent(referral) or social_receives(referral));
end;

-- What was not picked up, for the desk of the region: which service to call, nothing of whom it is about.
create function social_late() returns table (code text, service_id uuid, to_org uuid, due_at timestamptz)
  language sql stable security definer set search_path = public, pg_temp
begin atomic
  select r.code, r.service_id, r.to_org, r.due_at from social_referral r
  where social_keeps_map() and r.state in ('sent', 'seen') and social_agreed(r.id)
    and exists (select 1 from social_referral_step s where s.referral_id = r.id and s.step = 'late')
  order by r.due_at, r.code;
end;

do $$
declare f regprocedure;
begin
  grant create on schema public to verkeerstoren_guard;
  for f in select oid from pg_proc where pronamespace = 'public'::regnamespace and prosecdef
    and pg_get_userbyid(proowner) <> 'verkeerstoren_guard' loop
    execute format('alter function %s owner to verkeerstoren_guard', f);
  end loop;
  revoke create on schema public from verkeerstoren_guard;
end $$;
grant select on social_referral, social_referral_step to verkeerstoren_guard;

create policy referral_seen on social_referral for select
  using (from_org = platform_org() or person_id = people_self() or social_receives(id));
-- Who knows the person refers; who was referred to passes on. On the yes of the person to who receives it.
create policy referral_made on social_referral for insert
  with check (from_org = platform_org() and social_consented(person_id, to_org, consent_id)
    and (people_stands(person_id, array['own', 'accepted', 'care-team'])
      or (passed_from is not null and social_receives(passed_from))));
create policy referral_stepped on social_referral for update
  using (from_org = platform_org() or social_receives(id)) with check (true);
create policy step_seen on social_referral_step for select
  using (social_sent(referral_id) or social_receives(referral_id)
    or exists (select 1 from social_referral r where r.id = referral_id and r.person_id = people_self()));
create policy step_taken on social_referral_step for insert
  with check (by_org is not distinct from platform_org()
    and case when step in ('sent', 'withdrawn', 'reminded', 'late') then social_sent(referral_id)
      else social_receives(referral_id) end);
-- Counts hold nobody; who may read them, the route says.
create policy unmet_counted on social_unmet using (platform_acts()) with check (platform_acts());
-- Who was referred to hears the yes of the person to the next.
create policy consent_passed_on on people_consent for insert
  with check (recorded_org = platform_org() and purpose = 'welfare' and receiver_org is not null and social_helps(person_id));

grant select, insert on social_referral, social_referral_step, social_unmet to verkeerstoren_app;
grant update (state, version, read_at) on social_referral to verkeerstoren_app;
grant update (times) on social_unmet to verkeerstoren_app;
