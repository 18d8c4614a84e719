-- What was written about somebody is shared as the person is: with whom it may be, and only as long as it may be.

-- May the acting organisation have what the one that asked wrote with its request?
create function placement_shares(request uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp
  return exists (select 1 from placement_request r where r.id = request
    and (r.referrer_org = platform_org()
      or (select people_in_care(o.kind) from region_organisation o where o.id = r.referrer_org)
        and (select people_in_care(o.kind) from region_organisation o where o.id = platform_org())
      or people_consented((select p.person_id from placement_person p where p.request_id = request), platform_org())
        is not null));

-- For who asks, also where the rest is shut: whom it is about as a number, and from which postcode to look for a place.
create function placement_where(request uuid)
  returns table (person_id uuid, home_pc4 text, partner_pc4 text, area_pc4 text)
  language sql stable security definer set search_path = public, pg_temp
begin atomic
  select p.person_id, p.home_pc4, p.partner_pc4, p.area_pc4 from placement_person p
  where p.request_id = request and placement_asks(request);
end;
grant create on schema public to verkeerstoren_guard;
alter function placement_shares(uuid) owner to verkeerstoren_guard;
alter function placement_where(uuid) owner to verkeerstoren_guard;

-- The desk is a party to every request, also to one of which it may not know the person.
create or replace function placement_party(request uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp
  return exists (select 1 from placement_request r where r.id = request and r.referrer_org = platform_org())
    or exists (select 1 from placement_offer o where o.request_id = request and o.organisation_id = platform_org())
    or exists (select 1 from placement_person p where p.request_id = request and people_stands(p.person_id, array['desk']))
    or placement_advises(request);
create or replace function placement_asks(request uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp
  return exists (select 1 from placement_request r where r.id = request and r.referrer_org = platform_org())
    or exists (select 1 from placement_person p where p.request_id = request and people_stands(p.person_id, array['desk']));
create or replace function placement_running(person uuid) returns table (request_id uuid)
  language sql stable security definer set search_path = public, pg_temp
begin atomic
  select case when r.referrer_org = platform_org() or people_stands(person, array['desk']) then r.id end
  from placement_request r join placement_person p on p.request_id = r.id
  where p.person_id = person and r.state in ('searching', 'offered', 'accepted') and platform_org() is not null
  order by r.referrer_org = platform_org() desc, r.sent_at limit 1;
end;
revoke create on schema public from verkeerstoren_guard;

drop policy person_known on placement_person;
create policy person_known on placement_person
  using (people_related(person_id, array['own', 'accepted', 'care-team', 'desk']) and placement_shares(request_id))
  with check (people_related(person_id, array['own', 'accepted', 'care-team', 'desk']));

-- A file is of who sent it: a house in care and one in the social domain read each other's on a yes only.
drop policy document_known on placement_document;
create policy document_known on placement_document
  using (people_related(person_id, array['own', 'accepted', 'care-team', 'desk']) and people_shares(person_id, from_org))
  with check (people_related(person_id, array['own', 'accepted', 'care-team', 'desk']) and from_org = platform_org());

drop policy triage_text_known on placement_triage_text;
create policy triage_text_known on placement_triage_text for select
  using ((placement_asks(request_id) or placement_advises(request_id) or placement_knows(request_id))
    and placement_shares(request_id));

-- Who is responsible is an organisation and a doctor: it passes on arrival, whether the name may be read or not.
drop policy responsibility_known on placement_responsibility;
create policy responsibility_known on placement_responsibility
  using (people_stands(person_id, array['own', 'accepted', 'care-team', 'desk']))
  with check (people_stands(person_id, array['own', 'accepted', 'care-team', 'desk']));

-- On which ground a look was: where nothing may be presumed, the yes and which one it was; without it a profile only.
drop function platform_access_basis(text, uuid, uuid);
create function platform_access_basis(kind text, object uuid, known uuid, out person uuid, out ground text, out consent uuid)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
declare relation people_relation;
begin
  person := known;
  if person is null then
    case kind
      when 'request', 'consult' then select p.person_id into person from placement_person p where p.request_id = object;
      when 'offer' then select o.person_id into person from placement_offer o where o.id = object;
      when 'person' then select p.id into person from people_person p where p.id = object;
      when 'claim' then select o.person_id into person from placement_offer o where o.claim_id = object limit 1;
        if person is null then
          select p.id into person from capacity_claim c join people_person p on p.id = c.subject where c.id = object;
        end if;
      when 'document' then select d.person_id into person from placement_document d where d.id = object;
      else null;
    end case;
  end if;
  select r.* into relation from people_relation r where r.person_id = person and r.organisation_id = platform_org()
    order by r.ended_at is null desc, array_position(array['care-team', 'accepted', 'own', 'desk', 'offered'], r.kind),
             r.ended_at desc
    limit 1;
  ground := case relation.ground when 'acceptance' then 'treatment' else relation.ground end;
  if relation.ended_at is null and relation.kind in ('care-team', 'accepted', 'desk')
    and not people_referred(person, platform_org(), relation.kind) then
    consent := people_consented(person, platform_org());
    ground := case when consent is not null then 'consent' when relation.kind = 'desk' then 'triage' else 'offer' end;
  end if;
end $$;
grant create on schema public to verkeerstoren_guard;
alter function platform_access_basis(text, uuid, uuid) owner to verkeerstoren_guard;
revoke create on schema public from verkeerstoren_guard;
