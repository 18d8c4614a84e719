-- The looks of a list in one go, as before; what most lists are of stands out, so that not everything a look can be of is
-- opened for each line, and a person leads to their requests, not a referrer to all of theirs.
create or replace function platform_access_looks(ids uuid[], events text[], kinds text[], objects uuid[], seen text[], known uuid[],
    grounds text[], reasons text[], consents uuid[])
  returns table (id uuid, event text, object_type text, object_id uuid, person_id uuid, categories text[], ground text,
    consent_id uuid, reason text)
  language plpgsql stable rows 1 security definer set search_path = public, pg_temp
  set plan_cache_mode = force_generic_plan as $$
#variable_conflict use_column
begin
  return query
  with k as materialized (
    select l.*, coalesce(l.known, case l.kind
      when 'request' then (select p.person_id from placement_person p where p.request_id = l.object)
      when 'stay' then (select s.person_id from stay_stay s where s.id = l.object)
      else platform_access_about(l.kind, l.object) end) as person
    from unnest(ids, events, kinds, objects, seen, known, grounds, reasons, consents)
      as l (id, event, kind, object, seen, known, said, reason, consent)),
  -- From which of those who sent them a referral is enough: asked once for each, not for each person.
  near as materialized (
    select o.id from (select distinct r.referrer_org as id from (select distinct k.person from k) who
        join placement_person p on p.person_id = who.person join placement_request r on r.id = p.request_id offset 0) o
    where people_presumed(platform_org(), o.id)),
  n as (
    select k.*, r.kind as relation, r.ground as relation_ground,
      r.ended_at is null and r.kind in ('care-team', 'accepted', 'desk') and not exists (
        -- From the person to their requests, never from all that somebody ever sent.
        select 1 from (select p.request_id from placement_person p where p.person_id = k.person offset 0) p
          join placement_request q on q.id = p.request_id
        where q.referrer_org = any (array(select near.id from near))
          and (r.kind = 'desk' or exists (select 1 from placement_offer o
            where o.request_id = q.id and o.organisation_id = platform_org() and o.state = 'accepted')))
        and not (r.kind = 'care-team' and people_handed(k.person, platform_org())) as needs
    from k
    -- The relation that stands, or that ended last.
    left join lateral (select r.kind, r.ground, r.ended_at from people_relation r
      where r.person_id = k.person and r.organisation_id = platform_org()
      order by r.ended_at is null desc, array_position(array['care-team', 'accepted', 'own', 'desk', 'offered'], r.kind),
               r.ended_at desc
      limit 1) r on true),
  -- Where nothing may be presumed, the yes and which one it was; without it a profile only.
  w as materialized (select n.*, case when n.needs then people_consented(n.person, platform_org()) end as yes from n)
  select w.id, w.event, w.kind, w.object, w.person, string_to_array(w.seen, ','),
    coalesce(w.said, case
      when w.needs is not true then case w.relation_ground when 'acceptance' then 'treatment' else w.relation_ground end
      when w.yes is not null then 'consent'
      when w.relation = 'desk' then 'triage'
      else 'offer' end, 'none'),
    coalesce(w.consent, w.yes), w.reason
  from w;
end $$;
