-- Somebody lost what they sign in with: another takes it away with a reason, and an invitation sets it up anew.

-- An invitation for an account that is there already gives no hat; it gives back what opens the account.
alter table accounts_invitation add column account_id uuid references accounts_account;
create index accounts_invitation_account on accounts_invitation (account_id) where account_id is not null;

-- Whose step this is, so that steps that wait end with the password or factor they began with.
alter table accounts_ceremony add column account_id uuid references accounts_account;
create index accounts_ceremony_account on accounts_ceremony (account_id) where account_id is not null;

-- What others did to an account, for its owner and for who looks after it. Never changed, never taken away.
create table accounts_history (
  id uuid primary key,
  account_id uuid not null references accounts_account,
  at timestamptz not null,
  event text not null check (event in ('factors-removed')),
  -- The professional who did it; null: by hand, from the command line.
  by_professional uuid,
  reason text not null check (length(reason) between 10 and 500)
);
create index accounts_history_account on accounts_history (account_id, at);
create policy accounts_history_door on accounts_history using (accounts_door()) with check (accounts_door());
call platform_bind('accounts_history');
grant select, insert on accounts_history to verkeerstoren_app;
