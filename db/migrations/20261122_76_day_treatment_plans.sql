-- A plan is of one room, and stands there from the moment it is asked for: being made, ready, taken or cancelled.
alter table day_treatment_plan
  add column unit_id uuid not null references day_treatment_room,
  add column state text not null default 'running' check (state in ('running', 'ready', 'taken', 'cancelled')),
  alter column cost drop not null,
  alter column bound drop not null,
  alter column placed set default 0,
  alter column waiting set default '[]',
  alter column moves set default '[]',
  add check ((state in ('ready', 'taken')) <= (cost is not null and bound is not null)),
  add check ((state = 'taken') = (taken_at is not null));
create index day_treatment_plan_room on day_treatment_plan (unit_id, made_at desc);
grant update (state, cost, bound, placed, waiting, moves) on day_treatment_plan to verkeerstoren_app;
