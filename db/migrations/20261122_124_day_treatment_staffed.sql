-- How many half-days of day treatment had somebody to give care, and how many people began then: counts for the tower, by the
-- week. No person, no nurse and no order leaves it.
create function day_treatment_weeks(since date, until date)
  returns table (unit_id uuid, staffed integer, began integer)
  language sql stable security definer set search_path = public, pg_temp
begin atomic
  select h.unit_id,
    count(*) filter (where exists (select 1 from day_treatment_shift s where s.half_day_id = h.id and s.absent is null))::integer,
    sum((select count(*) from day_treatment_visit v
      where v.half_day_id = h.id and v.state in ('arrived', 'done')
        and v.number = (select min(w.number) from day_treatment_visit w where w.order_id = v.order_id)))::integer
  from day_treatment_half_day h
  where current_setting('app.actor', true) = 'tower' and h.closed is null and h.day >= since and h.day < until
  group by h.unit_id;
end;

grant create on schema public to verkeerstoren_guard;
alter function day_treatment_weeks(date, date) owner to verkeerstoren_guard;
revoke create on schema public from verkeerstoren_guard;
