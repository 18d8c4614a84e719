-- Who stays here now, and what each of them needs, in one question. The rows of a stay ask for every row whether the reader
-- may see it; a list of sixty stays would ask that four hundred times. Here it is asked twice for each stay: whether it is
-- the reader's, and whether they may know what is in the way.
create index stay_stay_here on stay_stay (organisation_id) where ended_at is null;
create index stay_stay_ended on stay_stay (ended_at) where ended_at is not null;
create index stay_extension_stay on stay_extension (stay_id);

create function stay_sheet(scope text, claims uuid[], since timestamptz)
  returns table (id uuid, request_id uuid, person_id uuid, organisation_id uuid, unit_id uuid, claim_id uuid, zone text,
    arrived_day date, ready_day date, ended_at timestamptz, destination text, courses jsonb, extensions jsonb, barriers jsonb, meeting_kind text, meeting_at timestamptz, away text)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
declare me uuid := platform_org();
begin
  if me is null then return; end if;
  return query
  with asked as materialized (
    select s.* from stay_stay s where scope = 'house' and s.organisation_id = me and s.ended_at is null
    union all
    select s.* from stay_stay s where scope = 'mine' and s.ended_at is null and s.organisation_id <> me
      and (me in (s.gp_org, s.referrer_org)
        or exists (select 1 from stay_handover h where h.stay_id = s.id and h.to_org = me and h.state in ('sent', 'received')))
    union all
    select s.* from stay_stay s where scope = 'ended' and s.ended_at >= since and me in (s.organisation_id, s.gp_org, s.referrer_org)
    union all
    select s.* from stay_stay s where scope = 'claims' and s.claim_id = any (claims)
  ), known as materialized (
    select a.*, case
      when me in (a.organisation_id, a.gp_org) then people_related(a.person_id, array['own', 'accepted', 'care-team'])
      when me = a.referrer_org then people_related(a.person_id, array['own'])
      else stay_party(a.id) end as party
    from asked a
  )
  select k.id, k.request_id, k.person_id, k.organisation_id, k.unit_id, k.claim_id, k.zone, k.arrived_day,
    case when k.party then k.ready_day end, k.ended_at, k.destination, c.courses, coalesce(e.extensions, '[]'),
    coalesce(b.open, '[]'), m.kind, m.planned_at, w.reason
  from known k
  join lateral (select jsonb_agg(jsonb_build_object('fromDay', f.from_day, 'product', f.product, 'pathwayVersion',
      f.pathway_version, 'at', (extract(epoch from f.at) * 1000)::bigint) order by f.at) as courses
    from stay_course f where f.stay_id = k.id) c on c.courses is not null
  left join lateral (select jsonb_agg(jsonb_build_object('untilDay', x.until_day, 'at', (extract(epoch from x.at) * 1000)::bigint)
      order by x.at, x.id) as extensions
    from stay_extension x where x.stay_id = k.id) e on true
  left join lateral (select jsonb_agg(jsonb_build_object('id', o.id, 'code', o.code, 'owner', o.owner, 'ownerName',
      o.owner_name, 'note', o.note, 'due', o.due) order by o.due, o.at, o.id) as open
    from stay_barrier o where k.party and o.stay_id = k.id and o.solved_at is null) b on true
  left join lateral (select t.kind, t.planned_at from stay_meeting t
    where k.party and t.stay_id = k.id and t.held_at is null and t.cancelled is null order by t.planned_at limit 1) m on true
  left join lateral (select a.reason from stay_absence a where k.party and a.stay_id = k.id and a.back_at is null limit 1) w
    on true
  -- The house keeps its own stays, also of somebody whose name is shut for it; for the others it is theirs or it is not there.
  where k.party or (k.organisation_id = me and people_stands(k.person_id, array['accepted', 'care-team']));
end $$;

grant create on schema public to verkeerstoren_guard;
alter function stay_sheet(text, uuid[], timestamptz) owner to verkeerstoren_guard;
revoke create on schema public from verkeerstoren_guard;
