-- Has this organisation an offer in this state for this person, in whatever request? Runs as owner: who ends one request
-- does not see the others of the same person, and must not end what they rest on.
create function placement_standing(person uuid, organisation uuid, standing text) returns boolean
  language sql stable security definer set search_path = public, pg_temp
  return exists (select 1 from placement_offer o
    where o.person_id = person and o.organisation_id = organisation and o.state = standing);

create index placement_offer_person on placement_offer (person_id) where state in ('open', 'accepted');
