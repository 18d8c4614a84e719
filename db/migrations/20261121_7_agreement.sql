-- The whole agreement of the region, in versions with a date. A version counts from its day on, once every party signed it.
alter table region_organisation
  -- A party signs the agreement and stands by it.
  add column party boolean not null default false,
  add column email text check (email ~ '^[^@\s]+@[^@\s]+$');
update region_organisation set party = kind in ('gp', 'hospital', 'care-provider', 'desk');
alter table region_unit add column email text check (email ~ '^[^@\s]+@[^@\s]+$');

alter table region_agreement
  add column crisis_hold_minutes integer not null default 60 check (crisis_hold_minutes between 5 and 1440),
  add column crisis_answer_minutes integer not null default 15 check (crisis_answer_minutes between 5 and 1440),
  add column crisis_parallel_offers integer not null default 5 check (crisis_parallel_offers between 1 and 20),
  add column crisis_held_offers integer not null default 1 check (crisis_held_offers between 0 and 20),
  -- The whole region walks the crisis route, whatever the urgency.
  add column crisis_for_all boolean not null default false,
  add column choice text not null default 'first' check (choice in ('first', 'person')),
  add column choice_minutes integer not null default 60 check (choice_minutes between 5 and 1440),
  -- Silence or a no asks the next that fits by itself.
  add column auto_next boolean not null default true,
  add column waiting_list boolean not null default true,
  -- Who finds a bed when a published one is gone, and within how many minutes.
  add column gone_bed text not null default 'provider' check (gone_bed in ('provider', 'desk')),
  add column gone_minutes integer not null default 60 check (gone_minutes between 5 and 1440),
  add column search_crisis_minutes integer not null default 30 check (search_crisis_minutes > 0),
  add column search_today_minutes integer not null default 120 check (search_today_minutes > 0),
  add column search_72_hours_minutes integer not null default 480 check (search_72_hours_minutes > 0),
  add column search_planned_minutes integer not null default 4320 check (search_planned_minutes > 0),
  -- The ladder after the desk: the insurer's duty of care, then a report; minutes after the request was sent.
  add column insurer_minutes integer not null default 1440 check (insurer_minutes > 0),
  add column report_minutes integer not null default 4320,
  add column consult_minutes integer not null default 60 check (consult_minutes between 5 and 1440),
  -- Who gives the advice of the specialist in elderly medicine.
  add column consult_organisation_id uuid references region_organisation,
  add column proposed_at timestamptz not null default now(),
  add column proposed_by text not null default 'system',
  -- Null: proposed, not yet signed by everybody.
  add column adopted_at timestamptz,
  add check (report_minutes > insurer_minutes),
  add check (crisis_hold_minutes >= crisis_answer_minutes),
  add check (crisis_held_offers <= crisis_parallel_offers);
update region_agreement set adopted_at = now();

-- Who signed which version, for which organisation.
create table region_signature (
  agreement_id uuid not null references region_agreement on delete cascade,
  organisation_id uuid not null references region_organisation,
  signed_at timestamptz not null,
  signed_by text not null,
  name text not null,
  primary key (agreement_id, organisation_id)
);
grant select, insert on region_signature to verkeerstoren_app;
