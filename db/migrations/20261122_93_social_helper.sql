-- A small organisation takes part without an account: a link that says only that a referral waits, a code that counts once, and half
-- an hour inside. Of link, code and session only a digest is kept. Row-level security knows who comes by the name the transaction acts
-- in: `helper-door:<digest of the link>`, `helper-in:<digest of the session>`, or `helper:<id of the referral>` once inside.
create table social_helper_link (
  id uuid primary key,
  referral_id uuid not null references social_referral,
  token_hash text not null unique,
  made_at timestamptz not null,
  until timestamptz not null check (until > made_at),
  -- A newer link took its place.
  ended_at timestamptz
);
create index social_helper_link_referral on social_helper_link (referral_id) where ended_at is null;

create table social_helper_code (
  id uuid primary key,
  link_id uuid not null references social_helper_link,
  code_hash text not null,
  sent_at timestamptz not null,
  until timestamptz not null,
  tries integer not null default 0 check (tries between 0 and 5),
  used_at timestamptz
);
create index social_helper_code_link on social_helper_code (link_id, sent_at desc);

create table social_helper_session (
  token_hash text primary key,
  link_id uuid not null references social_helper_link,
  referral_id uuid not null references social_referral,
  began_at timestamptz not null,
  until timestamptz not null check (until <= began_at + interval '30 minutes'),
  ended_at timestamptz
);

call platform_bind('social_helper_link');
call platform_bind('social_helper_code');
call platform_bind('social_helper_session');

-- Does this organisation take part by links? It does when nobody there can sign in to pick up; in practice everybody can.
create function social_by_link(organisation uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp
  return not exists (select 1 from region_professional p where p.organisation_id = organisation and p.role = 'welfare-worker'
    and ((select m.mode from platform_mode m) = 'practice'
      or exists (select 1 from accounts_role r where r.professional_id = p.id)));

-- May the acting organisation have a link made for this referral? Who referred and who receives it may, as long as the yes stands.
create function social_may_link(referral uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp
  return exists (select 1 from social_referral r join people_consent y on y.id = r.consent_id
    where r.id = referral and platform_org() in (r.from_org, r.to_org) and y.revoked_at is null);

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
grant select on social_helper_link, social_referral, region_professional, accounts_role, platform_mode to verkeerstoren_guard;

create policy link_made on social_helper_link for insert with check (social_may_link(referral_id));
create policy link_seen on social_helper_link for select
  using (token_hash = people_named('helper-door') or social_may_link(referral_id));
create policy link_ended on social_helper_link for update
  using (token_hash = people_named('helper-door') or social_may_link(referral_id));
create policy code_held on social_helper_code
  using (exists (select 1 from social_helper_link l where l.id = link_id and l.token_hash = people_named('helper-door')));
create policy session_begun on social_helper_session for insert
  with check (exists (select 1 from social_helper_link l where l.id = link_id
    and l.referral_id = social_helper_session.referral_id and l.token_hash = people_named('helper-door')));
create policy session_seen on social_helper_session for select using (token_hash = people_named('helper-in'));
create policy session_ended on social_helper_session for update using (token_hash = people_named('helper-in'));

grant select, insert on social_helper_link, social_helper_code, social_helper_session to verkeerstoren_app;
grant update (ended_at) on social_helper_link, social_helper_session to verkeerstoren_app;
grant update (tries, used_at) on social_helper_code to verkeerstoren_app;
