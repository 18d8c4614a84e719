-- The conversation from positive health is the person's: six dimensions and four own questions, each a part with marks and words.
-- Who holds it with them sees and writes until it is finished; afterwards an organisation sees the parts the person shared with it,
-- on a yes that stands.
create table social_conversation (
  id uuid primary key,
  person_id uuid not null references people_person,
  -- With which version of the prompts it was filled.
  prompts smallint not null check (prompts > 0),
  -- Who holds it with the person; empty: the person alone.
  made_org uuid references region_organisation,
  began_at timestamptz not null,
  finished_at timestamptz,
  check (finished_at is null or finished_at >= began_at)
);
-- One at a time with each holder. That another organisation holds one too is not told by a constraint.
create unique index social_conversation_running on social_conversation (person_id, made_org) nulls not distinct
  where finished_at is null;
create index social_conversation_person on social_conversation (person_id, began_at desc);

create table social_conversation_part (
  conversation_id uuid not null references social_conversation,
  part text not null check (part in ('bodily', 'mental', 'meaning', 'quality', 'taking-part', 'daily',
    'matters', 'self', 'network', 'need')),
  -- How the person feels it is now; a way to draw, never a score.
  mark smallint check (mark between 0 and 10),
  words text not null default '' check (length(words) <= 2000),
  -- The person wants to talk about this.
  talk boolean not null default false,
  version integer not null check (version > 0),
  changed_at timestamptz not null,
  changed_org uuid,
  primary key (conversation_id, part),
  check (mark is null or part not in ('matters', 'self', 'network', 'need'))
);

-- What the person opened, per part and per organisation, on which yes.
create table social_conversation_share (
  conversation_id uuid not null references social_conversation,
  part text not null check (part in ('bodily', 'mental', 'meaning', 'quality', 'taking-part', 'daily',
    'matters', 'self', 'network', 'need')),
  organisation_id uuid not null references region_organisation,
  consent_id uuid not null references people_consent,
  shared_at timestamptz not null,
  ended_at timestamptz,
  primary key (conversation_id, part, organisation_id)
);
create index social_conversation_share_organisation on social_conversation_share (organisation_id) where ended_at is null;

call platform_bind('social_conversation');
call platform_bind('social_conversation_part');
call platform_bind('social_conversation_share');

-- The yes of this person, in so many words, to exactly the acting organisation; null when there is none.
create function social_welfare_yes(person uuid) returns uuid
  language sql stable security definer set search_path = public, pg_temp
  return (select y.id from people_consent y where y.person_id = person and y.purpose = 'welfare' and y.explicit
    and y.receiver_org = platform_org() and y.revoked_at is null order by y.given_at, y.id limit 1);

-- May the acting organisation hold a conversation with this person: it treats them, or the person said yes to it?
create function social_may_hold(person uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp
  return people_related(person, array['own', 'accepted', 'care-team']) or social_welfare_yes(person) is not null;

-- Is this the person, or who holds it with them while it goes on?
create function social_holds(asked uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp
  return exists (select 1 from social_conversation c where c.id = asked
    and (c.person_id = people_self()
      or (c.made_org = platform_org() and c.finished_at is null and social_may_hold(c.person_id))));

-- May whoever acts see this part (without a part: that there is a conversation)? Of one that goes on nothing is open to others yet.
create function social_shown(asked uuid, wanted text) returns boolean
  language sql stable security definer set search_path = public, pg_temp
  return social_holds(asked) or exists (select 1 from social_conversation_share s
    join social_conversation c on c.id = s.conversation_id join people_consent y on y.id = s.consent_id
    where s.conversation_id = asked and s.organisation_id = platform_org() and s.ended_at is null
      and c.finished_at is not null and y.person_id = c.person_id and y.purpose = 'welfare' and y.explicit
      and y.receiver_org = s.organisation_id and y.revoked_at is null and (wanted is null or s.part = wanted));

-- May whoever acts write in it now?
create function social_writes(asked uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp
  return social_holds(asked)
    and exists (select 1 from social_conversation c where c.id = asked and c.finished_at is null);

-- Is this the yes of the person of this conversation, in so many words, to exactly this organisation?
create function social_yes(asked uuid, organisation uuid, consent uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp
  return exists (select 1 from people_consent y join social_conversation c on c.id = asked
    where y.id = consent and y.person_id = c.person_id and y.purpose = 'welfare' and y.explicit
      and y.receiver_org = organisation and y.revoked_at is null);

-- Does this share stand, for whoever may see that it is there?
create function social_stands(asked uuid, wanted text, organisation uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp
  return social_holds(asked) and exists (select 1 from social_conversation_share s join people_consent y on y.id = s.consent_id
    where s.conversation_id = asked and s.part = wanted and s.organisation_id = organisation
      and s.ended_at is null and y.revoked_at is null);

-- Whose conversation it is, for who may see something of it: a name and nothing more.
create function social_whose(asked uuid) returns text
  language sql stable security definer set search_path = public, pg_temp
  return (select p.name from social_conversation c join people_person p on p.id = c.person_id
    where c.id = asked and social_shown(asked, null));

-- On which yes the acting organisation looks, for the log; null while it rests on treating them.
create function social_ground(asked uuid) returns uuid
  language sql stable security definer set search_path = public, pg_temp
  return (select coalesce((select s.consent_id from social_conversation_share s join people_consent y on y.id = s.consent_id
      where s.conversation_id = asked and s.organisation_id = platform_org() and s.ended_at is null and y.revoked_at is null
      order by s.part limit 1),
    (select social_welfare_yes(c.person_id) from social_conversation c
      where c.id = asked and not people_related(c.person_id, array['own', 'accepted', 'care-team']))));

-- Whom a case is about in which the conversation is opened for the acting organisation. Cases come later than this file.
create function social_case_person(asked uuid) returns uuid
  language plpgsql stable set search_path = public, pg_temp as $$
begin
  return (select c.person_id from cases_case c where c.id = asked and cases_opens(c.id, 'conversation'));
end $$;

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
grant select on social_conversation, social_conversation_share to verkeerstoren_guard;

create policy conversation_seen on social_conversation for select using (social_shown(id, null));
create policy conversation_begun on social_conversation for insert with check (finished_at is null
  and ((made_org is null and person_id = people_self()) or (made_org = platform_org() and social_may_hold(person_id))));
create policy conversation_finished on social_conversation for update using (social_writes(id)) with check (true);
create policy part_seen on social_conversation_part for select using (social_shown(conversation_id, part));
create policy part_written on social_conversation_part for insert with check (social_writes(conversation_id));
create policy part_changed on social_conversation_part for update
  using (social_writes(conversation_id)) with check (social_writes(conversation_id));
create policy share_seen on social_conversation_share for select
  using (social_holds(conversation_id) or (organisation_id = platform_org() and social_shown(conversation_id, part)));
create policy share_said on social_conversation_share for insert
  with check (social_holds(conversation_id) and social_yes(conversation_id, organisation_id, consent_id));
-- What was shut is opened again on a yes; shutting asks nothing.
create policy share_changed on social_conversation_share for update using (social_holds(conversation_id))
  with check (social_holds(conversation_id)
    and (ended_at is not null or social_yes(conversation_id, organisation_id, consent_id)));

-- The person says yes at their own door too, for themselves and to one organisation.
create policy consent_said on people_consent for insert with check (person_id = people_self() and recorded_org is null
  and given_by = 'person' and explicit and purpose = 'welfare' and receiver_org is not null);

grant select, insert on social_conversation, social_conversation_part, social_conversation_share to verkeerstoren_app;
grant update (finished_at) on social_conversation to verkeerstoren_app;
grant update (mark, words, talk, version, changed_at, changed_org) on social_conversation_part to verkeerstoren_app;
grant update (consent_id, shared_at, ended_at) on social_conversation_share to verkeerstoren_app;
