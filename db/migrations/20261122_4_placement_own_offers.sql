-- A house that was asked reads its own question only, also when a screen forgets to leave the others out: what another
-- house wrote with its no, and which doctor it named, is for that house and for who asks.
drop policy offer_party on placement_offer;
create policy offer_own on placement_offer
  using (organisation_id = platform_org() or placement_asks(request_id))
  with check (organisation_id = platform_org() or placement_asks(request_id));

-- A command decides on every offer of the request, also a ward's: the first yes ends the others. So it gets them all,
-- without what was written freely. Views never ask this.
create function placement_case(asked uuid)
  returns table (id uuid, request_id uuid, person_id uuid, organisation_id uuid, site_id uuid, unit_id uuid, place_id uuid,
    claim_id uuid, distance_m integer, state text, sent_at timestamptz, answer_by timestamptz, read_at timestamptz,
    answered_at timestamptz, refusal_code text, doctor text, arrival_from timestamptz, version integer,
    alternative_from timestamptz, extra_role text, by_itself boolean)
  language sql stable security definer set search_path = public, pg_temp
begin atomic
  select o.id, o.request_id, o.person_id, o.organisation_id, o.site_id, o.unit_id, o.place_id, o.claim_id, o.distance_m,
    o.state, o.sent_at, o.answer_by, o.read_at, o.answered_at, o.refusal_code,
    case when o.organisation_id = platform_org() or placement_asks(o.request_id) then o.doctor end,
    o.arrival_from, o.version, o.alternative_from, o.extra_role, o.by_itself
  from placement_offer o where o.request_id = asked and placement_party(asked);
end;

-- Takes a question back: one's own, as who asks, or because one's own yes settled it.
create function placement_withdraw(offer uuid, at timestamptz) returns void
  language sql volatile security definer set search_path = public, pg_temp
begin atomic
  update placement_offer o set state = 'withdrawn', answered_at = at, refusal_code = null, version = version + 1
  where o.id = offer and o.state in ('open', 'alternative', 'willing', 'accepted')
    and (o.organisation_id = platform_org() or placement_asks(o.request_id)
      or exists (select 1 from placement_offer yes
        where yes.request_id = o.request_id and yes.organisation_id = platform_org() and yes.state = 'accepted'));
end;

-- Where somebody went is written freely: it stands with the person. The request says only that it was told, and how far.
alter table placement_person add column elsewhere_place text check (length(elsewhere_place) <= 200);
alter table placement_request add column elsewhere_told boolean not null default false;
update placement_person p set elsewhere_place = r.elsewhere_place
  from placement_request r where r.id = p.request_id and r.elsewhere_place is not null;
update placement_request set elsewhere_told = true where elsewhere_place is not null;
alter table placement_request drop column elsewhere_place;
