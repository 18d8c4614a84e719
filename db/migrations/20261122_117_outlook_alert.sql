-- When the region wants to hear of what is coming. Nothing is on until the region turns it on. Rows are versions, the newest counts.
create table outlook_threshold (
  kind text not null check (kind in ('no-place-ahead', 'departures-wait')),
  product text,
  version integer not null check (version > 0),
  is_on boolean not null,
  -- A chance (0-1) that no place is free, or how many departures wait.
  figure double precision not null check (figure between 0 and 100),
  days integer not null check (days between 1 and 14),
  set_at timestamptz not null,
  set_by text not null,
  unique nulls not distinct (kind, product, version),
  check ((kind = 'no-place-ahead') = (product is not null))
);

-- What was said to be coming, and whether it came. At most one is open of a kind, product and cause.
create table outlook_alert (
  id uuid primary key,
  kind text not null check (kind in ('no-place-ahead', 'departures-wait')),
  product text,
  -- What stands in the way of the departures: a barrier code.
  about text,
  made_on date not null,
  until date not null check (until > made_on),
  figure double precision not null,
  -- What the region had set when it was raised: by this it is judged.
  over double precision not null,
  made_at timestamptz not null,
  is_right boolean,
  judged_at timestamptz,
  seen_at timestamptz,
  seen_by text,
  check ((is_right is null) = (judged_at is null)),
  check ((seen_at is null) = (seen_by is null))
);
create unique index outlook_alert_open on outlook_alert (kind, product, about) nulls not distinct where is_right is null;
create index outlook_alert_made on outlook_alert (made_at);

-- The house raises and judges; an organisation of the region sets when, and says that it saw.
call platform_bind('outlook_threshold');
call platform_bind('outlook_alert');
create policy threshold_read on outlook_threshold for select using (platform_org() is not null or outlook_by_itself());
create policy threshold_set on outlook_threshold for insert with check (platform_org() is not null);
create policy alert_read on outlook_alert for select using (platform_org() is not null or outlook_by_itself());
create policy alert_raised on outlook_alert for insert with check (outlook_by_itself());
create policy alert_judged on outlook_alert for update using (platform_org() is not null or outlook_by_itself());
grant select, insert on outlook_threshold, outlook_alert to verkeerstoren_app;
grant update (is_right, judged_at, seen_at, seen_by) on outlook_alert to verkeerstoren_app;
