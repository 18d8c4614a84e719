-- A relation is no longer said, it follows: from who was entered or proven by BSN and birth date, from a request, from a
-- question, from a yes, from an arrival. Whoever knows somebody's id only, opens nothing with it.

-- Is this the person of this request? For a question that is put in its name.
create function placement_is_about(request uuid, who uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp
  return placement_asks(request)
    and exists (select 1 from placement_person p where p.request_id = request and p.person_id = who);

-- Does this relation follow from what stands in the house? In the order in which it happens: the request is there before
-- the desk hears of it, the question before the ward, the yes before the name, the arrival before the treatment.
create function people_follows(who uuid, organisation uuid, relation text) returns boolean
  language sql stable security definer set search_path = public, pg_temp
  return case relation
    when 'desk' then
      -- A region that agreed on nothing yet works with the desk it has (region/decide/agreement.ts says the same).
      case when exists (select 1 from region_agreement a where a.adopted_at is not null)
        then exists (select 1 from region_agreement a where a.desk_organisation_id = organisation and a.adopted_at is not null)
        else exists (select 1 from region_organisation o where o.id = organisation and o.kind = 'desk') end
      and exists (select 1 from placement_person p join placement_request r on r.id = p.request_id
        where p.person_id = who and r.referrer_org = platform_org() and r.state <> 'closed')
    when 'offered' then
      exists (select 1 from placement_offer o where o.person_id = who and o.organisation_id = organisation
        and o.state in ('open', 'alternative', 'willing') and placement_asks(o.request_id))
    -- The house itself while it is asked, or who asked: a no of yesterday is not a yes of today.
    when 'accepted' then
      exists (select 1 from placement_offer o where o.person_id = who and o.organisation_id = organisation
        and o.state = 'accepted' and (placement_asks(o.request_id) or (organisation = platform_org()
          and people_stands(who, array['offered', 'accepted']))))
    when 'care-team' then
      organisation = platform_org() and people_stands(who, array['accepted'])
      and exists (select 1 from placement_offer o join capacity_claim c on c.id = o.claim_id
        where o.person_id = who and o.organisation_id = organisation and o.state = 'accepted'
          and c.arrived_at is not null)
    else false
  end;

-- Makes somebody one's own: who was entered here and is nobody's yet, or whose BSN (by its mark, which only the key of the
-- installation makes) and birth date are given. Answers whether that is so.
create function people_make_own(relation uuid, who uuid, mark text, born date, at timestamptz) returns boolean
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  if platform_org() is null or not exists (
    select 1 from people_person p where p.id = who and p.birth_date = born and p.erased_at is null
      and (p.bsn_mark = mark
        or (p.created_org = platform_org() and not exists (select 1 from people_relation r where r.person_id = p.id))))
  then
    return false;
  end if;
  insert into people_relation (id, person_id, organisation_id, kind, ground, since, actor)
    values (relation, who, platform_org(), 'own', 'referral', at, current_setting('app.actor'))
    on conflict do nothing;
  return true;
end $$;

-- The emergency button: who is meant is found and opened in one go, so that there is no opening without name or number.
create function people_press(relation uuid, entry uuid, mark text, called text, born date, reason text,
  at timestamptz, until timestamptz) returns uuid
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare who uuid := people_emergency_find(mark, called, born);
begin
  if who is null then return null; end if;
  insert into people_relation (id, person_id, organisation_id, kind, ground, since, ended_at, actor)
    values (relation, who, platform_org(), 'emergency', 'break-glass', at, until, current_setting('app.actor'));
  insert into people_emergency (id, person_id, organisation_id, actor, reason, at, until)
    values (entry, who, platform_org(), current_setting('app.actor'), reason, at, until);
  return who;
end $$;

-- Of another organisation only what hangs on a question ends: that it was asked, or that it said yes.
create or replace function people_end_relation(who uuid, organisation uuid, relation text, at timestamptz) returns void
  language sql volatile security definer set search_path = public, pg_temp
begin atomic
  update people_relation r set ended_at = greatest(at, r.since)
  where r.person_id = who and r.organisation_id = organisation and r.kind = relation and r.ended_at is null
    and (r.organisation_id = platform_org()
      or (relation in ('offered', 'accepted') and people_stands(who, array['own', 'desk', 'accepted', 'care-team'])));
end;

drop policy relation_made on people_relation;
drop policy relation_emergency on people_relation;
drop policy emergency_pressed on people_emergency;
create policy relation_follows on people_relation for insert with check (people_follows(person_id, organisation_id, kind));
revoke insert on people_emergency from verkeerstoren_app;

-- Both are looked up by the person, in whatever state.
drop index placement_offer_person;
create index placement_offer_person on placement_offer (person_id);
create index capacity_claim_subject on capacity_claim (subject) where arrived_at is not null;

-- A question is put by who asks, about the person of that request; a house answers its own and cannot make one.
drop policy offer_own on placement_offer;
create policy offer_known on placement_offer for select
  using (organisation_id = platform_org() or placement_asks(request_id));
create policy offer_asked on placement_offer for insert
  with check (placement_is_about(request_id, person_id));
create policy offer_answered on placement_offer for update
  using (organisation_id = platform_org() or placement_asks(request_id))
  with check (organisation_id = platform_org() or placement_asks(request_id));
drop policy request_party on placement_request;
create policy request_known on placement_request for select using (referrer_org = platform_org() or placement_party(id));
create policy request_sent on placement_request for insert with check (referrer_org = platform_org());
create policy request_goes_on on placement_request for update
  using (referrer_org = platform_org() or placement_party(id))
  with check (referrer_org = platform_org() or placement_party(id));

-- Two beds of one person would tell that it is the same person. Whose claim it is, only functions read; each answers one
-- question, to who it concerns.
create function capacity_own_hold(claim uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp
  return exists (select 1 from capacity_claim c
    where c.id = claim and c.subject::text = current_setting('app.actor', true));
-- Has whoever this claim is for another bed, now or at any moment since? Only the house of the claim asks that.
create function capacity_elsewhere(claim uuid, since timestamptz) returns boolean
  language sql stable security definer set search_path = public, pg_temp
  return exists (select 1 from capacity_claim mine
    join capacity_place p on p.id = mine.place_id join region_unit u on u.id = p.unit_id
    join region_site s on s.id = u.site_id
    join capacity_claim c on c.subject = mine.subject and c.id <> mine.id
    where mine.id = claim and s.organisation_id = platform_org() and c.arrived_at is not null
      and ((c.left_at is null and c.away_at is null) or (c.left_at is not null and upper(c.during) > since)));
-- Who moved to another bed of the same house, lying or only expected, is the same person there.
create function capacity_moved(before uuid, after uuid) returns void
  language sql volatile security definer set search_path = public, pg_temp
begin atomic
  update capacity_claim n set subject = o.subject
  from capacity_claim o, capacity_place op, region_unit ou, region_site os, capacity_place np, region_unit nu, region_site ns
  where n.id = after and n.xmin = pg_current_xact_id()::xid and o.id = before and coalesce(o.left_at, o.released_at) is not null
    and op.id = o.place_id and ou.id = op.unit_id and os.id = ou.site_id and os.organisation_id = platform_org()
    and np.id = n.place_id and nu.id = np.unit_id and ns.id = nu.site_id and ns.organisation_id = platform_org();
end;
-- What these accounts hold with no request behind it: for who counts them before one more is held.
create function capacity_held_by(accounts uuid[], at timestamptz)
  returns table (account uuid, claims text[], soonest timestamptz)
  language sql stable security definer set search_path = public, pg_temp
begin atomic
  select c.subject, array_agg(c.id::text), min(c.expires_at) from capacity_claim c
  where current_setting('app.actor', true) = 'holds' and c.kind = 'hold' and c.released_at is null
    and c.displaced_at is null and c.subject = any (accounts) and c.expires_at > at
  group by c.subject;
end;

do $$
declare f regprocedure;
begin
  grant create on schema public to verkeerstoren_guard;
  for f in select oid from pg_proc where pronamespace = 'public'::regnamespace and prosecdef
    and pg_get_userbyid(proowner) <> 'verkeerstoren_guard' loop
    execute format('alter function %s owner to verkeerstoren_guard', f);
  end loop;
  revoke create on schema public from verkeerstoren_guard;
end $$;
grant select on region_agreement, region_unit, region_site, capacity_place to verkeerstoren_guard;
grant insert on people_relation, people_emergency to verkeerstoren_guard;
grant update (subject) on capacity_claim to verkeerstoren_guard;

-- What says whose something is, stays as it was written: only the other columns change. And whose claim it is, is not read.
-- A later migration that adds a column to one of these says `grant update (…)` too, and for a claim `grant select (…)`.
create procedure platform_keep(t regclass, fixed text[], hidden text[] default '{}')
  language plpgsql set search_path = public, pg_temp as $$
declare changes text; reads text;
begin
  select string_agg(quote_ident(attname), ', ') filter (where not attname = any (fixed)),
         string_agg(quote_ident(attname), ', ') filter (where not attname = any (hidden))
    into changes, reads from pg_attribute where attrelid = t and attnum > 0 and not attisdropped;
  execute format('revoke update on %s from verkeerstoren_app', t);
  execute format('grant update (%s) on %s to verkeerstoren_app', changes, t);
  if hidden <> '{}' then
    execute format('revoke select on %s from verkeerstoren_app', t);
    execute format('grant select (%s) on %s to verkeerstoren_app', reads, t);
  end if;
end $$;
revoke all on procedure platform_keep(regclass, text[], text[]) from public;
call platform_keep('people_person', array['id', 'created_org', 'birth_date', 'bsn', 'bsn_sealed', 'bsn_mark', 'erased_at']);
call platform_keep('placement_request', array['id', 'code', 'referrer_org', 'referrer_actor', 'sent_at']);
call platform_keep('placement_person', array['request_id', 'person_id']);
call platform_keep('placement_offer', array['id', 'request_id', 'person_id', 'organisation_id', 'sent_at']);
call platform_keep('capacity_claim', array['id', 'subject', 'made_at'], array['subject']);
