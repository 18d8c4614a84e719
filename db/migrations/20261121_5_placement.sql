-- From a call to a confirmed place. The request holds a profile that names nobody; who it is and what was
-- written freely stands apart, behind the relation to the person.
create sequence placement_code as integer minvalue 401;

create table placement_request (
  id uuid primary key,
  code text not null unique,
  referrer_org uuid not null,
  referrer_actor text not null,
  origin text not null check (origin in ('home', 'hospital', 'emergency', 'other')),
  reason text not null check (reason in ('recovery', 'observation', 'palliative', 'crisis', 'respite', 'rehabilitation')),
  weight text not null check (weight in ('low', 'high', 'unknown')),
  product text not null,
  urgency text not null check (urgency in ('crisis', 'today', 'within-72-hours', 'planned')),
  wanted_from timestamptz not null,
  age_band text not null,
  sex text not null,
  needs text[] not null default '{}',
  traits text[] not null default '{}',
  language text,
  state text not null check (state in ('draft', 'searching', 'offered', 'accepted', 'admitted', 'closed')),
  close_reason text check (close_reason in ('home-again', 'withdrawn', 'elsewhere', 'no-place', 'died')),
  desk_asked boolean not null default false,
  sent_at timestamptz not null,
  accepted_at timestamptz,
  closed_at timestamptz,
  version integer not null default 1,
  check ((state = 'closed') = (close_reason is not null))
);
create index placement_request_open on placement_request (sent_at) where state <> 'closed';
create index placement_request_referrer on placement_request (referrer_org, sent_at desc);

create table placement_person (
  request_id uuid primary key references placement_request,
  person_id uuid not null,
  callback_phone text not null,
  remarks text not null default '',
  wish text not null default '',
  home_pc4 text,
  partner_pc4 text,
  area_pc4 text
);
create index placement_person_person on placement_person (person_id);

create table placement_offer (
  id uuid primary key,
  request_id uuid not null references placement_request,
  -- Opaque: a provider that was asked cannot look this person up before a yes.
  person_id uuid not null,
  organisation_id uuid not null,
  site_id uuid not null,
  unit_id uuid not null,
  place_id uuid not null,
  claim_id uuid,
  distance_m integer,
  state text not null check (state in ('open', 'accepted', 'refused', 'expired', 'withdrawn')),
  sent_at timestamptz not null,
  answer_by timestamptz not null,
  read_at timestamptz,
  answered_at timestamptz,
  refusal_code text,
  refusal_text text,
  doctor text,
  arrival_from timestamptz,
  version integer not null default 1,
  check ((state = 'refused') = (refusal_code is not null)),
  check (state <> 'accepted' or (doctor is not null and arrival_from is not null))
);
create index placement_offer_request on placement_offer (request_id);
create index placement_offer_unit on placement_offer (unit_id) where state in ('open', 'accepted');
create unique index placement_offer_one_accepted on placement_offer (request_id) where state = 'accepted';

-- Who is responsible for this person, dated: at every instant of the route exactly one organisation.
create table placement_responsibility (
  id uuid primary key,
  request_id uuid not null references placement_request,
  person_id uuid not null,
  organisation_id uuid not null,
  doctor text,
  during tstzrange not null check (not isempty(during)),
  constraint placement_responsibility_one exclude using gist (person_id with =, during with &&)
);

-- Is the acting organisation part of this request: as referrer, as desk, or because it was asked?
create function placement_party(request uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp
  return exists (select 1 from placement_request r where r.id = request and r.referrer_org = platform_org())
    or exists (select 1 from placement_offer o where o.request_id = request and o.organisation_id = platform_org())
    or exists (select 1 from placement_person p where p.request_id = request and people_related(p.person_id, array['desk']));

alter table placement_request enable row level security;
alter table placement_person enable row level security;
alter table placement_offer enable row level security;
alter table placement_responsibility enable row level security;
create policy request_party on placement_request using (referrer_org = platform_org() or placement_party(id))
  with check (referrer_org = platform_org() or placement_party(id));
create policy person_known on placement_person
  using (people_related(person_id, array['own', 'accepted', 'care-team', 'desk']))
  with check (people_related(person_id, array['own', 'accepted', 'care-team', 'desk']));
create policy offer_party on placement_offer
  using (organisation_id = platform_org() or placement_party(request_id))
  with check (organisation_id = platform_org() or placement_party(request_id));
create policy responsibility_known on placement_responsibility
  using (people_related(person_id, array['own', 'accepted', 'care-team', 'desk']))
  with check (people_related(person_id, array['own', 'accepted', 'care-team', 'desk']));

create view placement_request_view with (security_invoker = true) as
  select id, code, referrer_org, origin, reason, weight, product, urgency, wanted_from, age_band, sex, needs, traits,
         language, state, close_reason, desk_asked, sent_at, accepted_at, closed_at, version
  from placement_request;
create view placement_offer_view with (security_invoker = true) as
  select id, request_id, organisation_id, site_id, unit_id, place_id, claim_id, distance_m, state, sent_at, answer_by,
         read_at, answered_at, refusal_code, doctor, arrival_from, version
  from placement_offer;

grant usage on sequence placement_code to verkeerstoren_app;
grant select, insert, update on placement_request, placement_person, placement_offer, placement_responsibility
  to verkeerstoren_app;
grant select on placement_request_view, placement_offer_view to verkeerstoren_app;
