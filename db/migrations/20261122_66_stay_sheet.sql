-- Who stays here and what each of them needs, asked of a whole ward at once. What hangs under a stay is gathered for all stays
-- in one go, and whether somebody is known is asked of the referral first, as `placement_subjects` does; of anybody else the
-- policies' own functions say it, row by row.
create or replace function stay_sheet(scope text, claims uuid[], since timestamptz)
  returns table (id uuid, request_id uuid, person_id uuid, organisation_id uuid, unit_id uuid, claim_id uuid, zone text,
    arrived_day date, ready_day date, ended_at timestamptz, destination text, courses jsonb, extensions jsonb, barriers jsonb,
    meeting_kind text, meeting_at timestamptz, away text)
  language plpgsql stable security definer set search_path = public, pg_temp
  set plan_cache_mode = force_generic_plan as $$
#variable_conflict use_column
declare
  me uuid := platform_org();
  asked uuid[];
  near uuid[];
begin
  if me is null then return; end if;
  if scope = 'claims' then
    asked := array(select s.id from stay_stay s where s.claim_id = any (claims));
  elsif scope = 'house' then
    asked := array(select s.id from stay_stay s where s.organisation_id = me and s.ended_at is null);
  elsif scope = 'ended' then
    asked := array(select s.id from stay_stay s where s.ended_at >= since and me in (s.organisation_id, s.gp_org, s.referrer_org));
  else
    asked := array(select s.id from stay_stay s where s.ended_at is null and s.organisation_id <> me
      and (me in (s.gp_org, s.referrer_org)
        or exists (select 1 from stay_handover h where h.stay_id = s.id and h.to_org = me and h.state in ('sent', 'received'))));
  end if;
  -- Of those who sent them, from which a referral is enough: asked once for each, not for each person.
  near := array(select f.id from (select distinct s.referrer_org as id from stay_stay s where s.id = any (asked) offset 0) f
    where people_presumed(me, f.id));
  return query
  with known as materialized (
    select s.*, case
      -- Where it is plain why somebody is known (their own, or accepted on a referral that is enough), nothing more is asked.
      when me in (s.organisation_id, s.gp_org) then
        exists (select 1 from people_relation l where l.person_id = s.person_id and l.organisation_id = me and l.ended_at is null
          and (l.kind = 'own' or (l.kind in ('accepted', 'care-team') and s.referrer_org = any (near)
            and exists (select 1 from placement_offer o where o.request_id = s.request_id and o.organisation_id = me
              and o.state = 'accepted'))))
        or people_related(s.person_id, array['own', 'accepted', 'care-team'])
      when me = s.referrer_org then people_related(s.person_id, array['own'])
      else stay_party(s.id) end as party
    from stay_stay s where s.id = any (asked)
  )
  select k.id, k.request_id, k.person_id, k.organisation_id, k.unit_id, k.claim_id, k.zone, k.arrived_day,
    case when k.party then k.ready_day end, k.ended_at, k.destination, c.courses, coalesce(e.extensions, '[]'),
    coalesce(b.open, '[]'), m.kind, m.planned_at, w.reason
  from known k
  join (select f.stay_id, jsonb_agg(jsonb_build_object('fromDay', f.from_day, 'product', f.product, 'pathwayVersion',
      f.pathway_version, 'at', (extract(epoch from f.at) * 1000)::bigint) order by f.at) as courses
    from stay_course f where f.stay_id = any (asked) group by f.stay_id) c on c.stay_id = k.id
  left join (select x.stay_id, jsonb_agg(jsonb_build_object('untilDay', x.until_day,
      'at', (extract(epoch from x.at) * 1000)::bigint) order by x.at, x.id) as extensions
    from stay_extension x where x.stay_id = any (asked) group by x.stay_id) e on e.stay_id = k.id
  left join (select o.stay_id, jsonb_agg(jsonb_build_object('id', o.id, 'code', o.code, 'owner', o.owner, 'ownerName',
      o.owner_name, 'note', o.note, 'due', o.due) order by o.due, o.at, o.id) as open
    from stay_barrier o where o.stay_id = any (asked) and o.solved_at is null
    group by o.stay_id) b on k.party and b.stay_id = k.id
  left join (select distinct on (t.stay_id) t.stay_id, t.kind, t.planned_at from stay_meeting t
    where t.stay_id = any (asked) and t.held_at is null and t.cancelled is null
    order by t.stay_id, t.planned_at) m on k.party and m.stay_id = k.id
  left join (select distinct on (a.stay_id) a.stay_id, a.reason from stay_absence a
    where a.stay_id = any (asked) and a.back_at is null) w on k.party and w.stay_id = k.id
  -- The house keeps its own stays, also of somebody whose name is shut for it; for the others it is theirs or it is not there.
  where k.party or (k.organisation_id = me and people_stands(k.person_id, array['accepted', 'care-team']));
end $$;
