-- What the person agreed to: for one purpose, with one receiver or one kind of receiver; revocable at once. Nothing is
-- removed: what stood when somebody looked must be told later.
create table people_consent (
  id uuid primary key,
  person_id uuid not null references people_person,
  purpose text not null check (purpose in ('find-place', 'hand-over', 'welfare')),
  -- One organisation, or one kind of organisation; both empty: every organisation in care.
  receiver_org uuid,
  receiver_kind text check (receiver_kind in ('gp', 'hospital', 'care-provider', 'desk', 'home-care', 'welfare', 'insurer')),
  -- Said in so many words by the person. Between care and social domain nothing less will do.
  explicit boolean not null,
  given_by text not null check (given_by in ('person', 'representative')),
  recorded_by text not null,
  recorded_org uuid,
  given_at timestamptz not null,
  revoked_at timestamptz,
  revoked_by text,
  check (receiver_org is null or receiver_kind is null),
  check (purpose <> 'welfare' or explicit),
  check ((revoked_at is null) = (revoked_by is null)),
  check (revoked_at is null or revoked_at >= given_at)
);
create index people_consent_person on people_consent (person_id, given_at desc);
call platform_bind('people_consent');
create policy consent_known on people_consent for select
  using (person_id = people_self() or people_related(person_id, array['own', 'accepted', 'care-team', 'desk']));
create policy consent_recorded on people_consent for insert
  with check (recorded_org = platform_org() and people_related(person_id, array['own', 'accepted', 'care-team', 'desk']));
create policy consent_revoked on people_consent for update
  using (person_id = people_self() or people_related(person_id, array['own', 'accepted', 'care-team', 'desk']));
grant select, insert on people_consent to verkeerstoren_app;
grant update (revoked_at, revoked_by) on people_consent to verkeerstoren_app;

-- Who hears that a consent came or went: everybody who knows the person, said by who knows them or by themselves.
create function people_knowing(who uuid) returns uuid[]
  language sql stable security definer set search_path = public, pg_temp
  return (select coalesce(array_agg(distinct r.organisation_id), '{}') from people_relation r
    where r.person_id = who and r.ended_at is null and r.kind <> 'offered'
      and (who = people_self() or people_related(who, array['own', 'accepted', 'care-team', 'desk'])));
grant create on schema public to verkeerstoren_guard;
alter function people_knowing(uuid) owner to verkeerstoren_guard;
revoke create on schema public from verkeerstoren_guard;
