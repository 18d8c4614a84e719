-- From which day to which a nurse is not there. A rota that is made later knows it too; without a last day nobody knows yet.
create table day_treatment_away (
  id uuid primary key,
  nurse_id uuid not null references day_treatment_nurse,
  from_day date not null,
  last_day date check (last_day >= from_day),
  why text not null check (why in ('ill', 'leave', 'elsewhere'))
);
create index day_treatment_away_nurse on day_treatment_away (nurse_id, from_day);

call platform_bind('day_treatment_away');
grant select, insert, update (last_day), delete on day_treatment_away to verkeerstoren_app;
grant select on day_treatment_away to verkeerstoren_guard;
-- That somebody is ill or has a holiday is known to their own house alone.
create policy mine on day_treatment_away for all
  using (exists (select 1 from day_treatment_nurse n where n.id = nurse_id and day_treatment_house(n.unit_id)))
  with check (exists (select 1 from day_treatment_nurse n where n.id = nurse_id and day_treatment_house(n.unit_id)));
