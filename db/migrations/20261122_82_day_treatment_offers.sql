-- A moment that came free, and who waits and fits there best: a proposal, until somebody has it, puts it aside or it is gone.
create table day_treatment_offer (
  id uuid primary key,
  unit_id uuid not null references day_treatment_room,
  half_day_id uuid not null references day_treatment_half_day on delete cascade,
  visit_id uuid not null references day_treatment_visit,
  because text not null check (because in ('unplanned', 'missed', 'stopped', 'opened', 'asked')),
  since timestamptz not null,
  state text not null default 'open' check (state in ('open', 'taken', 'aside', 'gone')),
  -- The line of the diary by which it came: heard twice it is there once.
  line bigint not null,
  made_at timestamptz not null,
  ended_at timestamptz,
  unique (line, half_day_id),
  check ((state = 'open') = (ended_at is null))
);
create unique index day_treatment_offer_visit on day_treatment_offer (visit_id) where state = 'open';
create index day_treatment_offer_unit on day_treatment_offer (unit_id) where state = 'open';
create index day_treatment_offer_half_day on day_treatment_offer (half_day_id);
call platform_bind('day_treatment_offer');
grant select, insert, update (state, ended_at) on day_treatment_offer to verkeerstoren_app;
grant select on day_treatment_offer to verkeerstoren_guard;
create policy mine on day_treatment_offer for all using (day_treatment_house(unit_id)) with check (day_treatment_house(unit_id));
