-- The decision tree with every answer, the outcome with what was chosen, and the advice of the specialist in elderly medicine.
create table placement_answer (
  id uuid primary key,
  -- The newest of a question counts; a clock may go back, this does not.
  seq bigint generated always as identity,
  request_id uuid not null references placement_request,
  version integer not null,
  question text not null check (question ~ '^[a-z-]{1,40}$'),
  answer text not null check (answer ~ '^[a-z-]{1,40}$'),
  at timestamptz not null,
  actor text not null,
  organisation_id uuid not null
);
create index placement_answer_request on placement_answer (request_id, question, seq desc);

create table placement_triage (
  id uuid primary key,
  seq bigint generated always as identity,
  request_id uuid not null references placement_request,
  version integer not null,
  -- What the tree advised, and the law that pays for it.
  route text not null,
  law text not null check (law in ('zvw', 'wlz', 'wmo')),
  -- What is asked all the same, or now.
  product text not null,
  -- Was deviated from the advice? Why stands in placement_triage_text.
  deviates boolean not null,
  at timestamptz not null,
  actor text not null,
  organisation_id uuid not null
);
create index placement_triage_request on placement_triage (request_id, seq desc);

create table placement_consult (
  id uuid primary key,
  request_id uuid not null references placement_request,
  organisation_id uuid not null,
  asked_at timestamptz not null,
  asked_by text not null,
  answer_by timestamptz not null,
  answered_at timestamptz,
  answered_by text,
  route text,
  check ((answered_at is null) = (route is null)),
  check ((answered_at is null) = (answered_by is null))
);
create unique index placement_consult_one_open on placement_consult (request_id) where answered_at is null;
create index placement_consult_organisation on placement_consult (organisation_id) where answered_at is null;
create index placement_consult_request on placement_consult (request_id, asked_at desc);

-- What was written freely: only for who asks, who advises, and who knows the person.
create table placement_triage_text (
  of_id uuid not null,
  kind text not null check (kind in ('deviation', 'question', 'advice')),
  request_id uuid not null references placement_request,
  text text not null check (length(text) between 1 and 1000),
  primary key (of_id, kind)
);
create index placement_triage_text_request on placement_triage_text (request_id);

-- Is the acting organisation asked for advice about this request?
create function placement_advises(request uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp
  return exists (select 1 from placement_consult c where c.request_id = request and c.organisation_id = platform_org());

-- Does the acting organisation know the person of this request?
create function placement_knows(request uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp
  return exists (select 1 from placement_person p where p.request_id = request
    and people_related(p.person_id, array['own', 'accepted', 'care-team', 'desk']));

-- Part of a request is also who is asked for advice about it.
create or replace function placement_party(request uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp
  return exists (select 1 from placement_request r where r.id = request and r.referrer_org = platform_org())
    or exists (select 1 from placement_offer o where o.request_id = request and o.organisation_id = platform_org())
    or exists (select 1 from placement_person p where p.request_id = request and people_related(p.person_id, array['desk']))
    or placement_advises(request);

-- The telephone of who asked: for who must advise, as long as the question is open. Nothing else of the person.
create function placement_callback(request uuid) returns text
  language sql stable security definer set search_path = public, pg_temp
  return (select p.callback_phone from placement_person p where p.request_id = request
    and exists (select 1 from placement_consult c where c.request_id = request
      and c.organisation_id = platform_org() and c.answered_at is null));

alter table placement_answer enable row level security;
alter table placement_triage enable row level security;
alter table placement_consult enable row level security;
alter table placement_triage_text enable row level security;
create policy answer_party on placement_answer for select using (placement_party(request_id));
create policy answer_given on placement_answer for insert
  with check (organisation_id = platform_org() and (placement_asks(request_id) or placement_advises(request_id)));
create policy triage_party on placement_triage for select using (placement_party(request_id));
create policy triage_given on placement_triage for insert
  with check (organisation_id = platform_org() and placement_asks(request_id));
create policy consult_party on placement_consult for select
  using (organisation_id = platform_org() or placement_party(request_id));
create policy consult_asked on placement_consult for insert with check (placement_asks(request_id));
create policy consult_answered on placement_consult for update using (organisation_id = platform_org());
create policy triage_text_known on placement_triage_text for select
  using (placement_asks(request_id) or placement_advises(request_id) or placement_knows(request_id));
create policy triage_text_written on placement_triage_text for insert
  with check (placement_asks(request_id) or placement_advises(request_id));
grant select, insert on placement_answer, placement_triage, placement_triage_text to verkeerstoren_app;
grant select, insert, update (answered_at, answered_by, route) on placement_consult to verkeerstoren_app;

-- Who answers next door: one number per kind.
create table region_contact (
  kind text primary key check (kind in ('doctor', 'hospital', 'ggz-crisis', 'wlz-desk', 'hospice', 'home-care', 'wmo-desk')),
  name text not null check (length(name) between 1 and 200),
  phone text not null check (length(phone) between 3 and 30)
);
grant select, insert, update on region_contact to verkeerstoren_app;
