-- How requests went, from the question to the bed and home again: for the tower's counting, for all houses alike. No person, no
-- request, no house that asked leaves it.
create function placement_courses(since timestamptz)
  returns table (origin text, urgency text, product text, sent_at timestamptz, triaged_at timestamptz, accepted_at timestamptz,
    arrived_at timestamptz, closed_at timestamptz, close_reason text, unmet_code text, unit_id uuid, claim_id uuid, zone text,
    left_at timestamptz, destination text, ready_day date, barriers jsonb, asked uuid[])
  language sql stable security definer set search_path = public, pg_temp
begin atomic
  select r.origin, r.urgency, r.product, r.sent_at,
    (select min(t.at) from placement_triage t where t.request_id = r.id),
    r.accepted_at, s.arrived_at, r.closed_at, r.close_reason, r.unmet_code,
    coalesce(s.unit_id, (select o.unit_id from placement_offer o where o.request_id = r.id and o.state = 'accepted')),
    s.claim_id, s.zone, s.ended_at, s.destination, s.ready_day,
    (select coalesce(jsonb_agg(jsonb_build_object('code', b.code, 'since', b.since, 'solvedDay', b.solved_day) order by b.since, b.id), '[]')
      from stay_barrier b where b.stay_id = s.id),
    (select coalesce(array_agg(o.unit_id order by o.unit_id), '{}') from placement_offer o
      where o.request_id = r.id and o.state in ('open', 'alternative', 'willing'))
  from placement_request r left join stay_stay s on s.request_id = r.id
  where current_setting('app.actor', true) = 'tower' and r.state <> 'draft'
    and (r.sent_at > since or r.closed_at is null or r.closed_at > since or s.ended_at is null and s.id is not null
      or s.ended_at > since);
end;

-- Which ward said no, for what and why: counts for the tower.
create function placement_refusals(since timestamptz)
  returns table (unit_id uuid, product text, code text, answered_at timestamptz)
  language sql stable security definer set search_path = public, pg_temp
begin atomic
  select o.unit_id, r.product, o.refusal_code, o.answered_at
  from placement_offer o join placement_request r on r.id = o.request_id
  where current_setting('app.actor', true) = 'tower' and o.state = 'refused' and o.answered_at > since;
end;

grant create on schema public to verkeerstoren_guard;
alter function placement_courses(timestamptz) owner to verkeerstoren_guard;
alter function placement_refusals(timestamptz) owner to verkeerstoren_guard;
revoke create on schema public from verkeerstoren_guard;
