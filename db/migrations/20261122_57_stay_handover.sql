-- A transfer that does not go on is taken back, also when it was received: the receipt stays to be read.
do $$
declare rule text;
begin
  for rule in select conname from pg_constraint where conrelid = 'stay_handover'::regclass and contype = 'c'
    and pg_get_constraintdef(oid) like '%received_at IS NOT NULL%' loop
    execute format('alter table stay_handover drop constraint %I', rule);
  end loop;
end $$;
alter table stay_handover
  -- Why it was taken back: by who sent it, or because the transfer does not go on.
  add column revoked_because text check (revoked_because in ('sender', 'closed', 'not-arrived', 'displaced', 'died')),
  add constraint stay_handover_receipt check (state <> 'received' or received_at is not null),
  add constraint stay_handover_taken_back check ((state = 'revoked') = (revoked_because is not null));
grant update (revoked_because) on stay_handover to verkeerstoren_app;

-- Does a house of care name this organisation as who treats somebody too: their practice, or who receives a handover of
-- them? Between who are both in care nothing more need be asked.
create function people_handed(person uuid, receiver uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp
  return exists (select 1 from stay_stay s
    where s.person_id = person and people_presumed(receiver, s.organisation_id)
      and (s.gp_org = receiver or exists (select 1 from stay_handover h
        where h.stay_id = s.id and h.direction = 'out' and h.to_org = receiver and h.state in ('sent', 'received'))));

-- As before, and who treats because a house named them.
create or replace function people_referred(person uuid, receiver uuid, relation text) returns boolean
  language sql stable security definer set search_path = public, pg_temp
  return exists (select 1 from placement_person p join placement_request r on r.id = p.request_id
    where p.person_id = person and people_presumed(receiver, r.referrer_org)
      and (relation = 'desk' or exists (select 1 from placement_offer o
        where o.request_id = r.id and o.organisation_id = receiver and o.state = 'accepted')))
    or (relation = 'care-team' and people_handed(person, receiver));

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
        or (r.kind = 'care-team' and people_handed(person, r.organisation_id))
        or people_consented(person, platform_org()) is not null));

-- How far the handover of somebody who stayed is, for every party to the stay: whether the next one has confirmed, and
-- nothing of what is in it.
create function stay_handed(stays uuid[]) returns table (stay_id uuid, state text, to_org uuid, to_name text, sent_at timestamptz,
    received_at timestamptz)
  language sql stable security definer set search_path = public, pg_temp
begin atomic
  select distinct on (h.stay_id) h.stay_id, h.state, h.to_org, h.to_name, h.sent_at, h.received_at
  from stay_handover h
  where h.stay_id = any (stays) and h.direction = 'out' and h.state <> 'revoked' and stay_party(h.stay_id)
  order by h.stay_id, h.saved_at desc, h.id desc;
end;

grant create on schema public to verkeerstoren_guard;
alter function people_handed(uuid, uuid) owner to verkeerstoren_guard;
alter function stay_handed(uuid[]) owner to verkeerstoren_guard;
revoke create on schema public from verkeerstoren_guard;
