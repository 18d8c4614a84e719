-- The whole route: candidates in turn, an alternative date, a choice by the person, transport, and every ending with its reason.
alter table placement_request
  -- Places the referrer would like next, best first; asked by itself after a no.
  add column candidates uuid[] not null default '{}',
  -- May the next that fits be asked by itself when the candidates are used up?
  add column ask_next boolean not null default true,
  add column crisis_route boolean not null default false,
  add column legal_title text check (legal_title in ('voluntary', 'article-21', 'rm', 'ibs')),
  add column uzovi text check (uzovi ~ '^\d{4}$'),
  -- Until when the person chooses among those who said yes; null while nobody did.
  add column choose_by timestamptz,
  add column transport text check (transport in ('own', 'taxi', 'wheelchair', 'ambulance')),
  add column transport_at timestamptz,
  -- When it was arranged; the moment of the ride is transport_at.
  add column transport_set_at timestamptz,
  add column withdraw_code text check (withdraw_code in ('better', 'other-solution', 'in-hospital', 'wish', 'mistake')),
  add column elsewhere_place text check (length(elsewhere_place) <= 200),
  add column elsewhere_m integer check (elsewhere_m >= 0),
  add column unmet_code text check (unmet_code in
    ('no-bed', 'no-staff', 'admission-hours', 'care-not-here', 'closed-ward', 'no-contract', 'no-doctor', 'too-far', 'refused-by-all', 'other')),
  -- What would have made it possible, in codes.
  add column unmet_would text[] not null default '{}';
alter table placement_request add check ((transport is null) = (transport_set_at is null));
alter table placement_request add check (unmet_code is null or close_reason = 'no-place');

alter table placement_offer drop constraint placement_offer_state_check;
alter table placement_offer
  add constraint placement_offer_state_check
    check (state in ('open', 'alternative', 'willing', 'accepted', 'refused', 'expired', 'withdrawn')),
  -- The ward can, but from another moment.
  add column alternative_from timestamptz,
  -- A place beyond what there is, for urgent need: who decided in which role, and why. Text behind the relation.
  add column extra_role text check (extra_role in ('ward', 'elderly-doctor')),
  add column extra_reason text,
  -- Asked by itself after somebody else's no.
  add column by_itself boolean not null default false,
  add check (state <> 'alternative' or alternative_from is not null),
  add check ((extra_role is null) = (extra_reason is null));

drop index placement_offer_unit;
create index placement_offer_unit on placement_offer (unit_id) where state in ('open', 'alternative', 'willing', 'accepted');
drop index placement_offer_person;
create index placement_offer_person on placement_offer (person_id) where state in ('open', 'alternative', 'willing', 'accepted');

-- A word on the request, between who asks and who is asked; each house sees its own thread only.
create table placement_message (
  id uuid primary key,
  request_id uuid not null references placement_request,
  -- The house the thread is with; null: between referrer and desk.
  organisation_id uuid,
  from_org uuid not null,
  actor text not null,
  text text not null check (length(text) between 1 and 1000),
  at timestamptz not null
);
create index placement_message_request on placement_message (request_id, at);

-- Letter and attachments follow later. Only who may know the person opens them.
create table placement_document (
  id uuid primary key,
  request_id uuid not null references placement_request,
  person_id uuid not null,
  kind text not null check (kind in ('letter', 'medication', 'care-plan', 'legal', 'other')),
  name text not null check (length(name) between 1 and 200),
  mime text not null check (mime in ('application/pdf', 'image/png', 'image/jpeg', 'text/plain')),
  bytes bytea not null,
  from_org uuid not null,
  actor text not null,
  at timestamptz not null,
  removed_at timestamptz
);
create index placement_document_request on placement_document (request_id);

-- Each rung of the ladder that was climbed: the desk, the insurer's duty of care, a report.
create table placement_escalation (
  id uuid primary key,
  request_id uuid not null references placement_request,
  rung text not null check (rung in ('desk', 'insurer', 'report')),
  at timestamptz not null,
  actor text not null,
  unique (request_id, rung)
);

-- Is the acting organisation the one that asks: the referrer, or the desk for the region?
create function placement_asks(request uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp
  return exists (select 1 from placement_request r where r.id = request and r.referrer_org = platform_org())
    or exists (select 1 from placement_person p where p.request_id = request and people_related(p.person_id, array['desk']));

alter table placement_message enable row level security;
alter table placement_document enable row level security;
alter table placement_escalation enable row level security;
create policy message_party on placement_message
  using (from_org = platform_org() or (placement_party(request_id) and (organisation_id = platform_org() or placement_asks(request_id))))
  with check (from_org = platform_org() and placement_party(request_id) and (organisation_id = platform_org() or placement_asks(request_id)));
create policy document_known on placement_document
  using (people_related(person_id, array['own', 'accepted', 'care-team', 'desk']))
  with check (people_related(person_id, array['own', 'accepted', 'care-team', 'desk']) and from_org = platform_org());
create policy escalation_party on placement_escalation using (placement_asks(request_id)) with check (placement_asks(request_id));
grant select, insert on placement_message, placement_escalation to verkeerstoren_app;
grant select, insert, update (removed_at) on placement_document to verkeerstoren_app;

-- Views are made anew: what was added stands behind what was there.
create or replace view placement_request_view with (security_invoker = true) as
  select id, code, referrer_org, origin, reason, weight, product, urgency, wanted_from, age_band, sex, needs, traits,
         language, state, close_reason, desk_asked, sent_at, accepted_at, closed_at, version,
         crisis_route, legal_title, uzovi, choose_by, transport, transport_at, transport_set_at, withdraw_code,
         elsewhere_m, unmet_code, unmet_would
  from placement_request;
create or replace view placement_offer_view with (security_invoker = true) as
  select id, request_id, organisation_id, site_id, unit_id, place_id, claim_id, distance_m, state, sent_at, answer_by,
         read_at, answered_at, refusal_code, doctor, arrival_from, version, alternative_from, extra_role, by_itself
  from placement_offer;
