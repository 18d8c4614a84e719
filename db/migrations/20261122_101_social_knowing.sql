-- Who hears that a yes came or went: also who was referred to, so that their screen closes by itself.
create or replace function people_knowing(who uuid) returns uuid[]
  language sql stable security definer set search_path = public, pg_temp
  return (select coalesce(array_agg(distinct known.organisation_id), '{}') from (
      select r.organisation_id from people_relation r
        where r.person_id = who and r.ended_at is null and r.kind <> 'offered'
      union all
      select h.organisation_id from cases_helper h join cases_case c on c.id = h.case_id
        where c.person_id = who and h.left_at is null and c.ended_at is null
      union all
      select unnest(array[f.from_org, f.to_org]) from social_referral f where f.person_id = who and f.state <> 'withdrawn') known
    where who = people_self() or people_stands(who, array['own', 'accepted', 'care-team', 'desk']) or social_helps(who));
