-- Who is behind the claims of a whole ward, in one go. Row policies ask of every row for itself, four functions a person; a
-- ward of sixty beds waited longer for that than for all the rest. Where it is plain why somebody is known (a referral that is
-- enough, and a relation that stands), nothing more is asked; of anybody else the policies' own functions say it, row by row.
create function placement_subjects(claims uuid[])
  returns table (claim_id uuid, request_id uuid, request_version integer, age_band text, sex text, product text, name text)
  language plpgsql stable security definer set search_path = public, pg_temp
  set plan_cache_mode = force_generic_plan as $$
#variable_conflict use_column
declare
  org uuid := platform_org();
  near uuid[];
begin
  if org is null then return; end if;
  -- Of those who sent them, from which a referral is enough: asked once for each, not for each person.
  near := array(select f.id from (select distinct r.referrer_org as id from placement_offer o
      join placement_request r on r.id = o.request_id where o.claim_id = any (claims) offset 0) f
    where people_presumed(org, f.id));
  return query
  with o as materialized (
    select o.claim_id, o.request_id, o.organisation_id = org as ours, o.state from placement_offer o where o.claim_id = any (claims)),
  -- As `offer_known` and `request_known` say.
  q as materialized (
    select o.*, r.version, r.age_band, r.sex, r.product, r.referrer_org = any (near) as near
    from o join placement_request r on r.id = o.request_id where o.ours or placement_asks(o.request_id)),
  w as materialized (
    select q.*, p.person_id, p.person_id is not null and case
      when q.near and exists (select 1 from people_relation l
        where l.person_id = p.person_id and l.organisation_id = org and l.ended_at is null
          and (l.kind in ('own', 'desk') or (l.kind in ('accepted', 'care-team') and q.ours and q.state = 'accepted'))) then true
      else (people_related(p.person_id, array['own', 'accepted', 'care-team', 'desk']) and placement_shares(q.request_id))
        or people_in_emergency(p.person_id) end as known
    from q left join placement_person p on p.request_id = q.request_id)
  select w.claim_id, w.request_id, w.version, w.age_band, w.sex, w.product,
    case when w.known then (select p.name from people_person p where p.id = w.person_id) end
  from w;
end $$;
grant create on schema public to verkeerstoren_guard;
alter function placement_subjects(uuid[]) owner to verkeerstoren_guard;
revoke create on schema public from verkeerstoren_guard;
