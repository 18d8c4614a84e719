-- Addresses of other systems that hear what happens. The secret is stored encrypted; its key is not in the database.
create table platform_webhook (
  id uuid primary key,
  organisation_id uuid not null,
  url text not null check (length(url) between 1 and 500),
  topics text[] not null check (cardinality(topics) > 0 and topics <@ array['request', 'capacity']),
  -- Gone once the webhook was taken away.
  secret text,
  active boolean not null default true,
  created_at timestamptz not null,
  created_by text not null,
  disabled_at timestamptz,
  check (active = (secret is not null)),
  check (active = (disabled_at is null))
);
create index platform_webhook_own on platform_webhook (organisation_id) where active;
alter table platform_webhook enable row level security;
create policy webhook_own on platform_webhook
  using (organisation_id = platform_org() or platform_messenger())
  with check (organisation_id = platform_org());
grant select, insert, update (active, secret, disabled_at) on platform_webhook to verkeerstoren_app;
