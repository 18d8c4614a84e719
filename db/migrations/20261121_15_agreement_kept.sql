-- A proposal can be replaced or taken back, its signatures with it; what every party signed stays for good.
grant delete on region_agreement to verkeerstoren_app;
alter table region_agreement enable row level security;
create policy agreement_known on region_agreement for select using (true);
create policy agreement_proposed on region_agreement for insert with check (true);
create policy agreement_adopted on region_agreement for update using (true) with check (true);
create policy agreement_taken_back on region_agreement for delete using (adopted_at is null);

-- What was told about offers, in ids and moments: how the parties keep what they agreed is counted from it.
create view placement_told_view with (security_invoker = true) as
  select at, event, subject as request_id, (body->>'offerId')::uuid as offer_id
  from platform_diary where room = 'placement' and body ? 'offerId';
grant select on placement_told_view to verkeerstoren_app;
create index platform_diary_at on platform_diary using brin (at);
