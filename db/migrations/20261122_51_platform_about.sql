-- Whose an object is, asked in one place: by one look and by a list of them. A stay and its handover are somebody's too.
create function platform_access_about(kind text, object uuid) returns uuid
  language sql stable security definer set search_path = public, pg_temp
  return case kind
    when 'request' then (select p.person_id from placement_person p where p.request_id = object)
    when 'consult' then (select p.person_id from placement_person p where p.request_id = object)
    when 'offer' then (select o.person_id from placement_offer o where o.id = object)
    when 'person' then (select p.id from people_person p where p.id = object)
    when 'claim' then coalesce((select o.person_id from placement_offer o where o.claim_id = object limit 1),
      (select p.id from capacity_claim c join people_person p on p.id = c.subject where c.id = object))
    when 'document' then (select d.person_id from placement_document d where d.id = object)
    when 'stay' then (select s.person_id from stay_stay s where s.id = object)
    when 'handover' then (select h.person_id from stay_handover h where h.id = object)
  end;

create or replace function platform_access_basis(kind text, object uuid, known uuid, out person uuid, out ground text, out consent uuid)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
declare relation people_relation;
begin
  person := known;
  if person is null then
    person := platform_access_about(kind, object);
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
alter function platform_access_about(text, uuid) owner to verkeerstoren_guard;
revoke create on schema public from verkeerstoren_guard;
