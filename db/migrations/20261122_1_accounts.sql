-- Who may sign in, with what, and in whose name: accounts, their hats, factors and invitations.

-- Rows of this room are for the door alone: whoever is signed in reads them through it, never beside it.
create function accounts_door() returns boolean language sql stable parallel safe
  return current_setting('app.actor', true) = 'accounts';

create table accounts_account (
  id uuid primary key,
  email text not null unique check (email = lower(email) and length(email) between 3 and 254),
  name text not null check (length(name) between 1 and 120),
  -- Null: this account signs in elsewhere, or with a passkey only.
  password_hash text,
  created_at timestamptz not null,
  disabled_at timestamptz,
  -- Wrong passwords and codes in a row, and until when that keeps the door shut.
  failed integer not null default 0 check (failed >= 0),
  locked_until timestamptz,
  -- Sealed with a key outside the database.
  totp_secret text,
  totp_confirmed_at timestamptz,
  -- The last step of time whose code was used: a code counts once.
  totp_last_step bigint,
  -- Shown to its owner, not confirmed with a code yet.
  totp_next text,
  last_professional_id uuid,
  check ((totp_secret is null) = (totp_confirmed_at is null))
);

-- A hat: this account may act as this professional.
create table accounts_role (
  account_id uuid not null references accounts_account,
  professional_id uuid not null unique,
  organisation_id uuid not null,
  administrator boolean not null default false,
  given_at timestamptz not null,
  primary key (account_id, professional_id)
);
create index accounts_role_organisation on accounts_role (organisation_id);

create table accounts_passkey (
  id uuid primary key,
  account_id uuid not null references accounts_account,
  credential_id text not null unique,
  public_key bytea not null,
  counter bigint not null,
  transports text[] not null default '{}',
  name text not null check (length(name) between 1 and 60),
  created_at timestamptz not null,
  last_used_at timestamptz
);
create index accounts_passkey_account on accounts_passkey (account_id);

create table accounts_recovery_code (
  account_id uuid not null references accounts_account,
  code_hash text not null,
  used_at timestamptz,
  primary key (account_id, code_hash)
);

-- Somebody as another party knows them: the same subject at another issuer is somebody else.
create table accounts_identity (
  issuer text not null,
  subject text not null,
  account_id uuid not null references accounts_account,
  linked_at timestamptz not null,
  primary key (issuer, subject)
);
create index accounts_identity_account on accounts_identity (account_id);

create table accounts_invitation (
  id uuid primary key,
  token_hash text not null unique,
  email text not null check (email = lower(email)),
  name text not null check (length(name) between 1 and 120),
  phone text,
  organisation_id uuid not null,
  site_id uuid,
  unit_id uuid,
  role text not null,
  administrator boolean not null,
  invited_by text not null,
  invited_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  withdrawn_at timestamptz
);
create index accounts_invitation_organisation on accounts_invitation (organisation_id);

-- Halfway in: a challenge, a state, a password that was right. Lives for minutes; its words are sealed.
create table accounts_ceremony (
  token_hash text primary key,
  state text not null,
  wrong integer not null default 0,
  expires_at timestamptz not null
);
create index accounts_ceremony_expires on accounts_ceremony (expires_at);

alter table accounts_account enable row level security;
alter table accounts_role enable row level security;
alter table accounts_passkey enable row level security;
alter table accounts_recovery_code enable row level security;
alter table accounts_identity enable row level security;
alter table accounts_invitation enable row level security;
alter table accounts_ceremony enable row level security;
create policy accounts_account_door on accounts_account using (accounts_door()) with check (accounts_door());
create policy accounts_role_door on accounts_role using (accounts_door()) with check (accounts_door());
create policy accounts_passkey_door on accounts_passkey using (accounts_door()) with check (accounts_door());
create policy accounts_recovery_code_door on accounts_recovery_code
  using (accounts_door()) with check (accounts_door());
create policy accounts_identity_door on accounts_identity using (accounts_door()) with check (accounts_door());
create policy accounts_invitation_door on accounts_invitation
  using (accounts_door()) with check (accounts_door());
create policy accounts_ceremony_door on accounts_ceremony using (accounts_door()) with check (accounts_door());

grant select, insert, update on accounts_account, accounts_role, accounts_invitation to verkeerstoren_app;
grant select, insert, update, delete on accounts_passkey, accounts_recovery_code, accounts_identity,
  accounts_ceremony to verkeerstoren_app;

-- A session gets a name of its own (its token stays secret), whose it is and how strong it began.
alter table platform_session
  add column id uuid not null default gen_random_uuid() unique,
  add column account_id uuid,
  add column strong boolean not null default true,
  add column kind text not null default 'practice'
    check (kind in ('practice', 'password', 'totp', 'recovery', 'passkey', 'oidc')),
  add column factor_at timestamptz;
create index platform_session_account on platform_session (account_id) where ended_at is null;
