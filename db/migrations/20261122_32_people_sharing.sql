-- Between care and the social domain nothing is presumed: what says who somebody is opens only on a standing yes in so
-- many words, for this purpose, to this receiver. The relation stays (the bed is theirs); the rows behind it are shut.
grant select on people_consent, region_organisation to verkeerstoren_guard;

-- Who may presume that care talks to care. Every other kind asks first, also one that is yet to come.
create function people_in_care(kind text) returns boolean language sql immutable parallel safe
  return kind in ('gp', 'hospital', 'care-provider', 'desk', 'home-care');

-- Is a referral enough between these two? Both in care, or one and the same. Who is not in the region is in neither.
create function people_presumed(receiver uuid, source uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp
  return receiver = source or (select count(*) = 2 from region_organisation o
    where o.id in (receiver, source) and people_in_care(o.kind));

-- The yes under which this receiver may have what goes with somebody to their place; null when there is none. One to the
-- organisation says more than one to its kind; of two alike the first counts (people/decide/consent.ts says the same).
create function people_consented(person uuid, receiver uuid) returns uuid
  language sql stable security definer set search_path = public, pg_temp
  return (select c.id from people_consent c join region_organisation o on o.id = receiver
    where c.person_id = person and c.purpose = 'hand-over' and c.explicit and c.revoked_at is null
      and (c.receiver_org = o.id or c.receiver_kind = o.kind)
    order by c.receiver_org is null, c.given_at, c.id limit 1);

-- May the acting organisation have what this one wrote about somebody?
create function people_shares(person uuid, source uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp
  return coalesce(people_presumed(platform_org(), source) or people_consented(person, platform_org()) is not null, false);

-- Did somebody from whom a referral is enough send this person here: to the house with a yes, to the desk with a request?
create function people_referred(person uuid, receiver uuid, relation text) returns boolean
  language sql stable security definer set search_path = public, pg_temp
  return exists (select 1 from placement_person p join placement_request r on r.id = p.request_id
    where p.person_id = person and people_presumed(receiver, r.referrer_org)
      and (relation = 'desk' or exists (select 1 from placement_offer o
        where o.request_id = r.id and o.organisation_id = receiver and o.state = 'accepted')));

-- Does the acting organisation stand in one of these relations, whatever it may read?
create function people_stands(person uuid, kinds text[]) returns boolean
  language sql stable security definer set search_path = public, pg_temp
  return exists (select 1 from people_relation r
    where r.person_id = person and r.organisation_id = platform_org() and r.kind = any (kinds) and r.ended_at is null);

grant create on schema public to verkeerstoren_guard;
alter function people_presumed(uuid, uuid) owner to verkeerstoren_guard;
alter function people_consented(uuid, uuid) owner to verkeerstoren_guard;
alter function people_shares(uuid, uuid) owner to verkeerstoren_guard;
alter function people_referred(uuid, uuid, text) owner to verkeerstoren_guard;
alter function people_stands(uuid, text[]) owner to verkeerstoren_guard;

-- Every policy about a person asks this, of every row: so what the functions above say is written out here, in one go. It
-- opens what it opened, where it may be shared. Who entered somebody knows them; who was only asked gets a profile, and for
-- that nothing need be asked.
create or replace function people_related(person uuid, kinds text[]) returns boolean
  language sql stable security definer set search_path = public, pg_temp
  return exists (select 1 from people_relation r
    where r.person_id = person and r.organisation_id = platform_org() and r.kind = any (kinds) and r.ended_at is null
      and (r.kind in ('own', 'offered')
        or exists (select 1 from placement_person p join placement_request q on q.id = p.request_id
          where p.person_id = person
            and (q.referrer_org = r.organisation_id
              or (select people_in_care(o.kind) from region_organisation o where o.id = q.referrer_org)
                and (select people_in_care(o.kind) from region_organisation o where o.id = r.organisation_id))
            and (r.kind = 'desk' or exists (select 1 from placement_offer o
              where o.request_id = q.id and o.organisation_id = r.organisation_id and o.state = 'accepted')))
        or people_consented(person, platform_org()) is not null));

-- Who hears that a yes came or went: also the receiver that is shut, so that its screen opens and closes by itself.
create or replace function people_knowing(who uuid) returns uuid[]
  language sql stable security definer set search_path = public, pg_temp
  return (select coalesce(array_agg(distinct r.organisation_id), '{}') from people_relation r
    where r.person_id = who and r.ended_at is null and r.kind <> 'offered'
      and (who = people_self() or people_stands(who, array['own', 'accepted', 'care-team', 'desk'])));

-- A relation ends by who stands in it, whatever they may read.
create or replace function people_end_relation(who uuid, organisation uuid, relation text, at timestamptz) returns void
  language sql volatile security definer set search_path = public, pg_temp
begin atomic
  update people_relation r set ended_at = greatest(at, r.since)
  where r.person_id = who and r.organisation_id = organisation and r.kind = relation and r.ended_at is null
    and (r.organisation_id = platform_org() or people_stands(who, array['own', 'desk', 'accepted', 'care-team']));
end;
revoke create on schema public from verkeerstoren_guard;

-- Who stands in a relation that is shut still lives with it: the house that said yes lets the person in, and the desk asks
-- the next.
drop policy relation_made on people_relation;
create policy relation_made on people_relation for insert
  with check (people_related(person_id, array['own', 'accepted', 'care-team', 'desk'])
    or (organisation_id = platform_org() and kind = 'own' and ground = 'referral')
    or (organisation_id = platform_org() and kind = 'accepted' and people_stands(person_id, array['offered']))
    or (organisation_id = platform_org() and kind = 'care-team' and people_stands(person_id, array['accepted']))
    or (kind in ('offered', 'accepted') and people_stands(person_id, array['desk'])));
