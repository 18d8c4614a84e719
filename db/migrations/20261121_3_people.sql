-- The resident as far as placing needs, kept apart from the request, and who stands in which relation to them.
create table people_person (
  id uuid primary key,
  name text not null check (length(name) between 1 and 200),
  birth_date date not null,
  sex text not null check (sex in ('female', 'male', 'other', 'unknown')),
  bsn text check (bsn ~ '^\d{9}$'),
  pc4 text check (pc4 ~ '^[1-9]\d{3}$'),
  phone text,
  gp_name text,
  kin_name text,
  kin_phone text,
  version integer not null default 1,
  created_org uuid not null
);
create unique index people_person_bsn on people_person (bsn) where bsn is not null;

-- The only place where row-level security looks: who may know this person, on which ground, since when.
-- `offered` knows a profile only, never the person; the other kinds know who it is.
create table people_relation (
  id uuid primary key,
  person_id uuid not null references people_person,
  organisation_id uuid not null,
  kind text not null check (kind in ('own', 'offered', 'accepted', 'care-team', 'desk')),
  ground text not null check (ground in ('referral', 'offer', 'acceptance', 'treatment', 'triage')),
  since timestamptz not null,
  ended_at timestamptz,
  actor text not null
);
create unique index people_relation_active on people_relation (person_id, organisation_id, kind) where ended_at is null;
create index people_relation_organisation on people_relation (organisation_id, person_id) where ended_at is null;

-- Does the acting organisation stand in one of these relations? Runs as owner, because a policy cannot ask its own table.
create function people_related(person uuid, kinds text[]) returns boolean
  language sql stable security definer set search_path = public, pg_temp
  return exists (select 1 from people_relation r
    where r.person_id = person and r.organisation_id = platform_org() and r.kind = any (kinds) and r.ended_at is null);

-- The person behind a citizen service number, only when the birth date is known too. Nothing else is told.
create function people_identify(number text, born date) returns uuid
  language sql stable security definer set search_path = public, pg_temp
  return (select p.id from people_person p where p.bsn = number and p.birth_date = born and platform_org() is not null);

alter table people_person enable row level security;
alter table people_relation enable row level security;
create policy person_known on people_person for select
  using (people_related(id, array['own', 'accepted', 'care-team', 'desk']));
create policy person_entered on people_person for insert with check (created_org = platform_org());
create policy person_changed on people_person for update
  using (people_related(id, array['own', 'care-team', 'desk']));
create policy relation_own on people_relation for select using (organisation_id = platform_org());
-- A relation is made by who already knows the person, by who enters them, or by who was offered the request.
create policy relation_made on people_relation for insert
  with check (people_related(person_id, array['own', 'accepted', 'care-team', 'desk'])
    or (organisation_id = platform_org() and kind = 'own' and ground = 'referral')
    or (organisation_id = platform_org() and kind = 'accepted' and people_related(person_id, array['offered'])));

-- A relation ends by who stands in it, or by who may say that it is over: the referrer, the desk, and who accepted the
-- person (the others need not think along any more). Runs as owner, so that nobody needs to see whom else was asked.
create function people_end_relation(who uuid, organisation uuid, relation text, at timestamptz) returns void
  language sql volatile security definer set search_path = public, pg_temp
begin atomic
  update people_relation r set ended_at = greatest(at, r.since)
  where r.person_id = who and r.organisation_id = organisation and r.kind = relation and r.ended_at is null
    and (r.organisation_id = platform_org() or people_related(who, array['own', 'desk', 'accepted', 'care-team']));
end;

grant select, insert, update on people_person to verkeerstoren_app;
grant select, insert on people_relation to verkeerstoren_app;
