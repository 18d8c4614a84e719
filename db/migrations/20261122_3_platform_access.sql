-- The log of every look (NEN 7513): who saw or changed what of whom, when, from where, and on which ground. Written in
-- the transaction of the look itself; nobody who serves can change or remove a line.
create table platform_access (
  id uuid primary key,
  -- The order in which lines can be sealed: by transaction, then by number (as the diary).
  line bigint generated always as identity,
  xid xid8 not null default pg_current_xact_id(),
  at timestamptz not null,
  event text not null check (event in ('read', 'list', 'search', 'print', 'export', 'add', 'change', 'remove', 'follow',
    'login', 'fail', 'refused', 'log-read', 'break-glass')),
  actor text not null,
  account_id uuid,
  session_id text,
  role text not null,
  -- All zeros where nobody was let in yet: a failed sign-in belongs to no organisation.
  organisation_id uuid not null,
  -- The responsible user in whose name was looked; empty: the actor's own.
  on_behalf_of text,
  -- The access point: the network without its last part, and through which door.
  network text,
  component text not null check (component in ('web', 'api', 'cli', 'house')),
  person_id uuid,
  object_type text not null check (object_type ~ '^[a-z-]{2,30}$'),
  object_id uuid,
  categories text[] not null default '{}',
  ground text not null check (ground in ('treatment', 'referral', 'offer', 'consent', 'break-glass', 'triage', 'own',
    'administration', 'none')),
  consent_id uuid,
  policy text not null,
  policy_version text not null,
  outcome text not null check (outcome in ('done', 'refused')),
  reason text
);
create index platform_access_order on platform_access (xid, line);
create index platform_access_person on platform_access (person_id, at desc) where person_id is not null;
create index platform_access_organisation on platform_access (organisation_id, at desc);

-- The chain over the log, one per organisation: each hash seals its line and the hash before it, under a key that does
-- not stand in the database.
create table platform_access_chain (
  organisation_id uuid not null,
  seq bigint not null check (seq > 0),
  access_id uuid not null unique,
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  primary key (organisation_id, seq)
);

-- Where the oldest part of a chain was taken away after its time: the hash from which the rest goes on, signed.
create table platform_access_cut (
  organisation_id uuid not null,
  seq bigint not null check (seq > 0),
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  at timestamptz not null,
  signature text not null check (signature ~ '^[0-9a-f]{64}$'),
  primary key (organisation_id, seq)
);

-- Who seals the chain works for every organisation.
create function platform_sealer() returns boolean language sql stable parallel safe
  return coalesce(current_setting('app.actor', true), '') = 'sealer';

-- The person behind what is looked at, and on which ground the acting organisation may: from the relation that stands,
-- or that ended last. Runs as owner, and does the same whether there is something or nothing.
create function platform_access_basis(kind text, object uuid, known uuid, out person uuid, out ground text)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  person := known;
  if person is null then
    case kind
      when 'request', 'consult' then select p.person_id into person from placement_person p where p.request_id = object;
      when 'offer' then select o.person_id into person from placement_offer o where o.id = object;
      when 'person' then select p.id into person from people_person p where p.id = object;
      when 'claim' then select o.person_id into person from placement_offer o where o.claim_id = object limit 1;
        if person is null then
          select p.id into person from capacity_claim c join people_person p on p.id = c.subject where c.id = object;
        end if;
      when 'document' then select d.person_id into person from placement_document d where d.id = object;
      else null;
    end case;
  end if;
  select case r.ground when 'acceptance' then 'treatment' else r.ground end into ground
    from people_relation r where r.person_id = person and r.organisation_id = platform_org()
    order by r.ended_at is null desc, array_position(array['care-team', 'accepted', 'own', 'desk', 'offered'], r.kind),
             r.ended_at desc
    limit 1;
end $$;

-- A person's own view: everything of them, to nobody but themselves.
create function platform_access_own(person uuid, since timestamptz) returns setof platform_access
  language sql stable security definer set search_path = public, pg_temp as $$
  select a.* from platform_access a
  where a.person_id = person and a.at >= since
    and current_setting('app.actor', true) = 'person:' || person::text
  order by a.at desc, a.line desc
$$;

-- Takes away the oldest part of a chain, at least five years old, up to a signed cut. Runs as owner: nobody who serves
-- can remove a line in another way.
create function platform_access_close(organisation uuid, upto bigint) returns bigint
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare gone bigint;
begin
  if not platform_sealer() or not exists (
    select 1 from platform_access_cut c where c.organisation_id = organisation and c.seq = upto)
    or exists (select 1 from platform_access_chain c join platform_access a on a.id = c.access_id
      where c.organisation_id = organisation and c.seq <= upto and a.at > now() - interval '5 years')
  then
    raise exception 'this part of the log may not be taken away';
  end if;
  with taken as (
    delete from platform_access_chain c where c.organisation_id = organisation and c.seq <= upto returning c.access_id)
  delete from platform_access a using taken where a.id = taken.access_id;
  get diagnostics gone = row_count;
  return gone;
end $$;

alter table platform_access enable row level security;
alter table platform_access_chain enable row level security;
alter table platform_access_cut enable row level security;
create policy access_own on platform_access for select using (organisation_id = platform_org() or platform_sealer());
create policy access_written on platform_access for insert
  with check (organisation_id = coalesce(platform_org(), '00000000-0000-0000-0000-000000000000'));
create policy chain_read on platform_access_chain for select using (platform_sealer());
create policy chain_sealed on platform_access_chain for insert with check (platform_sealer());
create policy cut_read on platform_access_cut for select using (platform_sealer());
create policy cut_made on platform_access_cut for insert with check (platform_sealer());
grant select, insert on platform_access, platform_access_chain, platform_access_cut to verkeerstoren_app;
