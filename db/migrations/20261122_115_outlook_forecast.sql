-- What was expected of free places, and how good that was. Numbers of places and days; nobody is in it.

-- One forecast of a product at one site, or (no site) in the whole region. The first of a day stays as it was made and is held
-- against what came (`of_day`); the newest one (no `of_day`) is what screens show and is made anew in the course of the day.
create table outlook_forecast (
  id uuid primary key,
  of_day date,
  made_at timestamptz not null,
  product text not null,
  site_id uuid references region_site,
  -- Per coming day the whole distribution: [{"day", "chance": [none free, one free, ...]}].
  days jsonb not null,
  -- The chance that none is free on any of the first 1, 2, ... days; null: nothing is drawn.
  none_within jsonb,
  -- What was: [{"day", "free"}] at ten o'clock, oldest first.
  past jsonb not null,
  same_as_now integer not null check (same_as_now >= 0),
  weekday_mean jsonb not null,
  -- Why nothing is drawn.
  none text check (none in ('nothing-known', 'short-history', 'overloaded')),
  rests_days integer not null check (rests_days >= 0),
  rests_stays integer not null check (rests_stays >= 0),
  unique nulls not distinct (of_day, product, site_id)
);
create index outlook_forecast_of on outlook_forecast (product, site_id, of_day);

-- One day of a forecast held against what came. Written once.
create table outlook_score (
  forecast_id uuid not null references outlook_forecast,
  -- How many days ahead the forecast looked, tomorrow is 1.
  ahead integer not null check (ahead between 1 and 14),
  day date not null,
  free integer not null check (free >= 0),
  from90 integer not null,
  until90 integer not null,
  in50 boolean not null,
  in90 boolean not null,
  -- In places, beside the two plain answers: same as now, and the mean of the weekday (null: that was not known).
  crps double precision not null check (crps >= 0),
  crps_same double precision not null check (crps_same >= 0),
  crps_weekday double precision check (crps_weekday >= 0),
  primary key (forecast_id, ahead)
);
create index outlook_score_day on outlook_score (day);

-- Counts for everybody who acts; written by the house itself and by nobody in a role.
create function outlook_by_itself() returns boolean language sql stable parallel safe
  return current_setting('app.actor', true) = 'system';
call platform_bind('outlook_forecast');
call platform_bind('outlook_score');
create policy forecast_read on outlook_forecast for select using (true);
create policy forecast_made on outlook_forecast for insert with check (outlook_by_itself());
create policy forecast_anew on outlook_forecast for update using (outlook_by_itself()) with check (of_day is null);
create policy score_read on outlook_score for select using (true);
create policy score_kept on outlook_score for insert with check (outlook_by_itself());
grant select, insert on outlook_forecast, outlook_score to verkeerstoren_app;
grant update (made_at, days, none_within, past, same_as_now, weekday_mean, none, rests_days, rests_stays)
  on outlook_forecast to verkeerstoren_app;
