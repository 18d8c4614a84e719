-- Who could have gone in a stretch of days and was still there: whose house, which days, and what stood in the way. For the
-- tower's counting, for all houses alike; no name and no id of a person leaves it.
create function stay_waits(since date, till date)
  returns table (organisation_id uuid, zone text, ready_day date, ended_at timestamptz, wlz_since date, barriers jsonb,
    in_hospital jsonb)
  language sql stable security definer set search_path = public, pg_temp
begin atomic
  select s.organisation_id, s.zone, s.ready_day, s.ended_at, s.wlz_since,
    (select coalesce(jsonb_agg(jsonb_build_object('code', b.code, 'since', b.since, 'solvedDay', b.solved_day)), '[]')
      from stay_barrier b where b.stay_id = s.id),
    (select coalesce(jsonb_agg(jsonb_build_object('from', (a.left_at at time zone s.zone)::date,
        'until', (a.back_at at time zone s.zone)::date)), '[]')
      from stay_absence a where a.stay_id = s.id and a.reason = 'hospital')
  from stay_stay s
  where current_setting('app.actor', true) = 'tower' and s.ready_day < till
    and (s.ended_at is null or (s.ended_at at time zone s.zone)::date > since);
end;
create index stay_stay_ready on stay_stay (ready_day) where ready_day is not null;

grant create on schema public to verkeerstoren_guard;
alter function stay_waits(date, date) owner to verkeerstoren_guard;
revoke create on schema public from verkeerstoren_guard;
