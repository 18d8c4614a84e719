-- Who moves on from a stay keeps their practice: the house that takes over hears which one, though the stay before is not
-- its own. Only once it said yes, and nothing else of that stay.
create function stay_practice_before(request uuid) returns uuid
  language sql stable security definer set search_path = public, pg_temp
  return (select s.gp_org from stay_retriage r join stay_stay s on s.id = r.stay_id
    where r.request_id = request and exists (select 1 from placement_offer o
      where o.request_id = request and o.state = 'accepted' and o.organisation_id = platform_org()));
grant create on schema public to verkeerstoren_guard;
alter function stay_practice_before(uuid) owner to verkeerstoren_guard;
revoke create on schema public from verkeerstoren_guard;
