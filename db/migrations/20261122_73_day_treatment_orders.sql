-- Orders: a code people name on the phone, whose an order is, and who comes to know somebody by a signature.
create sequence day_treatment_code as integer minvalue 401;
grant usage on sequence day_treatment_code to verkeerstoren_app;

-- Visits are the hospital's to make and the site's to repeat; a practice reads.
drop policy visit_made on day_treatment_visit;
create policy visit_made on day_treatment_visit for insert with check (day_treatment_gives(order_id)
  or exists (select 1 from day_treatment_order o where o.id = order_id and o.hospital_org = platform_org()));

create or replace function people_handed(person uuid, receiver uuid) returns boolean language sql stable security definer
  set search_path = public, pg_temp
return exists (select 1 from stay_stay s where s.person_id = person and people_presumed(receiver, s.organisation_id)
    and (s.gp_org = receiver or exists (select 1 from stay_handover h
      where h.stay_id = s.id and h.direction = 'out' and h.to_org = receiver and h.state in ('sent', 'received'))))
  or exists (select 1 from day_treatment_order o where o.person_id = people_handed.person and receiver in (o.site_org, o.gp_org)
    and o.state <> 'draft' and people_presumed(receiver, o.hospital_org));

-- A signature makes the site, and the practice that is named, know the person; as before, everything else follows from what happened.
create or replace function people_follows(who uuid, organisation uuid, relation text) returns boolean
  language sql stable security definer set search_path = public, pg_temp
  return case relation
    when 'desk' then
      case when exists (select 1 from region_agreement a where a.adopted_at is not null)
        then exists (select 1 from region_agreement a where a.desk_organisation_id = organisation and a.adopted_at is not null)
        else exists (select 1 from region_organisation o where o.id = organisation and o.kind = 'desk') end
      and exists (select 1 from placement_person p join placement_request r on r.id = p.request_id
        where p.person_id = who and r.referrer_org = platform_org() and r.state <> 'closed')
    when 'offered' then
      exists (select 1 from placement_offer o where o.person_id = who and o.organisation_id = organisation
        and o.state in ('open', 'alternative', 'willing') and placement_asks(o.request_id))
    when 'accepted' then
      exists (select 1 from placement_offer o where o.person_id = who and o.organisation_id = organisation
        and o.state = 'accepted' and (placement_asks(o.request_id) or (organisation = platform_org()
          and people_stands(who, array['offered', 'accepted']))))
    when 'care-team' then
      (organisation = platform_org() and people_stands(who, array['accepted'])
        and exists (select 1 from placement_offer o join capacity_claim c on c.id = o.claim_id
          where o.person_id = who and o.organisation_id = organisation and o.state = 'accepted'
            and c.arrived_at is not null))
      or exists (select 1 from stay_stay s where s.person_id = who and s.organisation_id = platform_org()
        and s.gp_org = organisation and people_stands(who, array['care-team']))
      or exists (select 1 from stay_handover h where h.person_id = who and h.from_org = platform_org()
        and h.to_org = organisation and h.direction = 'out' and h.state in ('sent', 'received')
        and people_stands(who, array['care-team']))
      or exists (select 1 from day_treatment_order o where o.person_id = who and o.hospital_org = platform_org()
        and organisation in (o.site_org, o.gp_org) and o.state = 'signed'
        and people_stands(who, array['own', 'accepted', 'care-team']))
    else false
  end;

create or replace function platform_access_about(kind text, object uuid) returns uuid
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
    when 'order' then (select o.person_id from day_treatment_order o where o.id = object)
    when 'visit' then (select o.person_id from day_treatment_visit v join day_treatment_order o on o.id = v.order_id
      where v.id = object)
  end;

-- An order is for somebody the hospital knows, and stays theirs and the hospital's.
drop policy order_made on day_treatment_order;
create policy order_made on day_treatment_order for insert with check (hospital_org = platform_org() and state = 'draft'
  and people_stands(person_id, array['own', 'accepted', 'care-team']));
call platform_keep('day_treatment_order', array['id', 'code', 'person_id', 'hospital_org', 'made_at']);
call platform_keep('day_treatment_treatment', array['code', 'version', 'body', 'organisation_id', 'signed_by', 'signed_at']);
