-- What things cost, with where that comes from. A new price is a new row: what was said before can still be told.
create table outlook_price (
  code text not null check (code in ('hospital-day', 'hospital-admission', 'bed-day', 'evening-weekend-hour', 'weekend-start',
    'respite-night', 'calling-hour')),
  version integer not null check (version > 0),
  euros double precision not null check (euros between 0 and 100000),
  source text not null check (length(source) between 1 and 200),
  year integer not null check (year between 2000 and 2100),
  valid_from date not null,
  set_by text not null,
  primary key (code, version)
);
call platform_bind('outlook_price');
create policy price_read on outlook_price for select using (platform_org() is not null or outlook_by_itself());
create policy price_set on outlook_price for insert with check (platform_org() is not null);
grant select, insert on outlook_price to verkeerstoren_app;
