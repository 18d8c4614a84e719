-- How long what was forecast is kept: in detail for 400 days (the house takes it away in its morning work), after that what the
-- scores of a month come to, for ever. Places and days; nobody is in it.
create table outlook_score_month (
  month date not null check (extract(day from month) = 1),
  product text not null,
  site_id uuid references region_site,
  -- Days held against what came, how many of them lay in the bands, and the sums of the scores in places.
  days integer not null check (days > 0),
  in50 integer not null check (in50 between 0 and days),
  in90 integer not null check (in90 between 0 and days),
  crps double precision not null,
  crps_same double precision not null,
  -- Only of days of which the mean of the weekday was known.
  weekday_days integer not null check (weekday_days between 0 and days),
  crps_weekday double precision not null,
  unique nulls not distinct (month, product, site_id)
);

call platform_bind('outlook_score_month');
create policy month_read on outlook_score_month for select using (true);
create policy month_kept on outlook_score_month for insert with check (outlook_by_itself());
create policy month_more on outlook_score_month for update using (outlook_by_itself());
grant select, insert on outlook_score_month to verkeerstoren_app;
grant update (days, in50, in90, crps, crps_same, weekday_days, crps_weekday) on outlook_score_month to verkeerstoren_app;

create policy forecast_over on outlook_forecast for delete using (outlook_by_itself() and of_day is not null);
create policy score_over on outlook_score for delete using (outlook_by_itself());
grant delete on outlook_forecast, outlook_score to verkeerstoren_app;
