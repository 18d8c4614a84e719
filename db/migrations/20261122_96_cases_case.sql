-- One case: one person, one question in their words, helpers of care and the social domain round them. Each helper is in on a yes
-- of the person to that organisation, and sees the parts that were opened for it; what is not opened has no rows.
create sequence cases_code as integer minvalue 101;
grant usage on sequence cases_code to verkeerstoren_app;

create table cases_case (
  id uuid primary key,
  code text not null unique,
  person_id uuid not null references people_person,
  coordinator_org uuid not null references region_organisation,
  opened_at timestamptz not null,
  opened_by text not null check (length(opened_by) between 1 and 200),
  ended_at timestamptz,
  check (ended_at is null or ended_at >= opened_at)
);
create index cases_case_person on cases_case (person_id);

-- Who helps, on which yes, and what was opened for them.
create table cases_helper (
  case_id uuid not null references cases_case,
  organisation_id uuid not null references region_organisation,
  -- The yes; when the person is made unknown it goes, and the case is shut.
  consent_id uuid not null,
  parts text[] not null check (parts <@ array['question', 'plan', 'messages', 'meetings', 'conversation']),
  joined_at timestamptz not null,
  left_at timestamptz,
  primary key (case_id, organisation_id)
);
create index cases_helper_organisation on cases_helper (organisation_id) where left_at is null;

create table cases_question (
  case_id uuid primary key references cases_case,
  words text not null check (length(words) between 1 and 1000)
);

-- What was agreed: who does what by when. Without an organisation it is the person's own.
create table cases_action (
  id uuid primary key,
  case_id uuid not null references cases_case,
  what text not null check (length(what) between 1 and 500),
  owner_org uuid references region_organisation,
  due date not null,
  state text not null check (state in ('open', 'done', 'not-done')),
  why text check (length(why) between 3 and 500),
  made_at timestamptz not null,
  made_org uuid not null,
  made_by text not null,
  settled_at timestamptz,
  settled_by text,
  check ((state = 'not-done') = (why is not null)),
  check ((state = 'open') = (settled_at is null)),
  check ((settled_at is null) = (settled_by is null))
);
create index cases_action_case on cases_action (case_id, due);

create table cases_message (
  id uuid primary key,
  case_id uuid not null references cases_case,
  organisation_id uuid not null,
  by_name text not null,
  text text not null check (length(text) between 1 and 2000),
  at timestamptz not null
);
create index cases_message_case on cases_message (case_id, at);

-- How it ended, and what was learned.
create table cases_ending (
  case_id uuid primary key references cases_case,
  outcome text not null check (outcome in ('answered', 'partly', 'not-answered', 'stopped')),
  learned text not null check (length(learned) between 3 and 2000),
  at timestamptz not null,
  by_name text not null
);

call platform_bind('cases_case');
call platform_bind('cases_helper');
call platform_bind('cases_question');
call platform_bind('cases_action');
call platform_bind('cases_message');
call platform_bind('cases_ending');

-- May the acting organisation see this part (without a part: that there is a case)? Its yes must stand at this moment. The person
-- sees all of it.
create function cases_opens(asked uuid, part text) returns boolean
  language sql stable security definer set search_path = public, pg_temp
  return exists (select 1 from cases_helper h join people_consent c on c.id = h.consent_id
      where h.case_id = asked and h.organisation_id = platform_org() and h.left_at is null and c.revoked_at is null
        and (part is null or part = any (h.parts)))
    or exists (select 1 from cases_case c where c.id = asked and c.person_id = people_self());

-- Does the acting organisation coordinate this case, which is not over, on a yes that stands? The one who opens it has no helper
-- in it yet.
create function cases_leads(asked uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp
  return exists (select 1 from cases_case c where c.id = asked and c.coordinator_org = platform_org() and c.ended_at is null
    and (cases_opens(asked, null) or not exists (select 1 from cases_helper h where h.case_id = asked)));

-- Is this the yes of the person of this case, in so many words, to exactly this organisation?
create function cases_agreed(asked uuid, organisation uuid, consent uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp
  return exists (select 1 from people_consent y join cases_case c on c.id = asked
    where y.id = consent and y.person_id = c.person_id and y.purpose = 'welfare' and y.explicit
      and y.receiver_org = organisation and y.revoked_at is null);

-- Does this organisation help here, on a yes that stands? For who helps too.
create function cases_stands(asked uuid, organisation uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp
  return cases_opens(asked, null) and exists (select 1 from cases_helper h join people_consent c on c.id = h.consent_id
    where h.case_id = asked and h.organisation_id = organisation and h.left_at is null and c.revoked_at is null);

-- Is this the person, or somebody who helps here and may see the plan?
create function cases_may_own(asked uuid, organisation uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp
  return organisation is null or exists (select 1 from cases_helper h join people_consent c on c.id = h.consent_id
    where h.case_id = asked and h.organisation_id = organisation and h.left_at is null and c.revoked_at is null
      and 'plan' = any (h.parts));

-- Who the person is, for who helps: a name, a telephone, an age and where about. A BSN cannot be asked for here.
create function cases_who(asked uuid) returns table (name text, phone text, born date, pc4 text)
  language sql stable rows 1 security definer set search_path = public, pg_temp
begin atomic
  select p.name, p.phone, p.birth_date, p.pc4 from cases_case c join people_person p on p.id = c.person_id
  where c.id = asked and cases_opens(asked, null);
end;

-- On which yes the acting organisation helps: for the log of looks.
create function cases_consent(asked uuid) returns uuid
  language sql stable security definer set search_path = public, pg_temp
  return (select h.consent_id from cases_helper h where h.case_id = asked and h.organisation_id = platform_org());

-- Who hears that a yes came or went: also who helps in a case of the person, so that their screen closes by itself.
create or replace function people_knowing(who uuid) returns uuid[]
  language sql stable security definer set search_path = public, pg_temp
  return (select coalesce(array_agg(distinct known.organisation_id), '{}') from (
      select r.organisation_id from people_relation r
        where r.person_id = who and r.ended_at is null and r.kind <> 'offered'
      union all
      select h.organisation_id from cases_helper h join cases_case c on c.id = h.case_id
        where c.person_id = who and h.left_at is null and c.ended_at is null) known
    where who = people_self() or people_stands(who, array['own', 'accepted', 'care-team', 'desk']));

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
grant select on cases_case, cases_helper to verkeerstoren_guard;

create policy case_seen on cases_case for select using (cases_opens(id, null) or cases_leads(id));
create policy case_opened on cases_case for insert with check (coordinator_org = platform_org()
  and people_stands(person_id, array['own', 'accepted', 'care-team']));
create policy case_changed on cases_case for update using (cases_leads(id)) with check (true);
create policy helper_seen on cases_helper for select using (cases_opens(case_id, null));
create policy helper_joined on cases_helper for insert
  with check (cases_leads(case_id) and cases_agreed(case_id, organisation_id, consent_id));
-- The coordinator opens and shuts parts, and takes somebody in again on a new yes; a helper leaves by itself.
create policy helper_led on cases_helper for update using (cases_leads(case_id))
  with check (cases_leads(case_id) and (left_at is not null or cases_agreed(case_id, organisation_id, consent_id)));
create policy helper_left on cases_helper for update using (organisation_id = platform_org() and cases_opens(case_id, null))
  with check (organisation_id = platform_org() and left_at is not null);
create policy question_seen on cases_question for select using (cases_opens(case_id, 'question'));
create policy question_said on cases_question for insert with check (cases_leads(case_id));
create policy action_seen on cases_action for select using (cases_opens(case_id, 'plan'));
create policy action_made on cases_action for insert
  with check (made_org = platform_org() and cases_opens(case_id, 'plan') and cases_may_own(case_id, owner_org));
create policy action_settled on cases_action for update using (cases_opens(case_id, 'plan')
  and (owner_org = platform_org() or cases_leads(case_id))) with check (true);
create policy message_seen on cases_message for select using (cases_opens(case_id, 'messages'));
create policy message_said on cases_message for insert
  with check (organisation_id = platform_org() and cases_opens(case_id, 'messages'));
create policy ending_seen on cases_ending for select using (cases_opens(case_id, 'plan'));
create policy ending_said on cases_ending for insert with check (cases_leads(case_id));

grant select, insert on cases_case, cases_helper, cases_question, cases_action, cases_message, cases_ending to verkeerstoren_app;
grant update (ended_at) on cases_case to verkeerstoren_app;
grant update (consent_id, parts, joined_at, left_at) on cases_helper to verkeerstoren_app;
grant update (state, why, settled_at, settled_by) on cases_action to verkeerstoren_app;
