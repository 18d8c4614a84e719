-- Does a request already run for this person? Row-level security hides what other organisations asked, so this runs as
-- owner and tells of those only that they are there. Who asked, and the desk, also get which one it is.
create function placement_running(person uuid) returns table (request_id uuid)
  language sql stable security definer set search_path = public, pg_temp
begin atomic
  select case when r.referrer_org = platform_org() or people_related(person, array['desk']) then r.id end
  from placement_request r join placement_person p on p.request_id = r.id
  where p.person_id = person and r.state in ('searching', 'offered', 'accepted') and platform_org() is not null
  order by r.referrer_org = platform_org() desc, r.sent_at limit 1;
end;
