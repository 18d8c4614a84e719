-- What is sent out of the house, one line a message: ids and codes, never an address or a name. The job itself stands in
-- graphile_worker, whose tables the same owner made just before this step.
create table platform_delivery (
  id uuid primary key,
  kind text not null check (kind in ('mail', 'webhook')),
  -- Who watches over this message: the desk for mail, the owner of the webhook.
  organisation_id uuid not null,
  -- Whose address is looked up when it goes out: a unit, an organisation, or a webhook.
  receiver_id uuid not null,
  -- The same thing to the same receiver is sent once; the receiver gets this id and can tell a second time from the first.
  dedup_id text not null unique check (length(dedup_id) between 1 and 200),
  event text not null,
  body jsonb not null default '{}',
  state text not null default 'queued' check (state in ('queued', 'sent', 'failed', 'dead', 'overtaken')),
  attempts integer not null default 0,
  made_at timestamptz not null,
  last_at timestamptz,
  status text
);
create index platform_delivery_own on platform_delivery (organisation_id, made_at desc);
create index platform_delivery_open on platform_delivery (made_at) where state in ('queued', 'failed', 'dead');

-- The messenger of the house works for everybody; anybody else sees what is their own.
create function platform_messenger() returns boolean language sql stable parallel safe
  return coalesce(current_setting('app.actor', true), '') = 'messenger';
alter table platform_delivery enable row level security;
create policy delivery_own on platform_delivery
  using (organisation_id = platform_org() or platform_messenger())
  with check (organisation_id = platform_org() or platform_messenger());
grant select, insert, delete, update (state, attempts, last_at, status) on platform_delivery to verkeerstoren_app;

-- The server works the jobs without owning them.
grant usage on schema graphile_worker to verkeerstoren_app;
grant select on graphile_worker.migrations to verkeerstoren_app;
grant select, insert, update, delete on graphile_worker._private_jobs, graphile_worker._private_job_queues,
  graphile_worker._private_tasks, graphile_worker._private_known_crontabs to verkeerstoren_app;
create policy server on graphile_worker._private_jobs to verkeerstoren_app using (true) with check (true);
create policy server on graphile_worker._private_job_queues to verkeerstoren_app using (true) with check (true);
create policy server on graphile_worker._private_tasks to verkeerstoren_app using (true) with check (true);
create policy server on graphile_worker._private_known_crontabs to verkeerstoren_app using (true) with check (true);
