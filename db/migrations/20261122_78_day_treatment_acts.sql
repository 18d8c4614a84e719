-- In which half-day an act was written down: also when the visit was moved or taken back while the tablet had no network.
alter table day_treatment_act add column half_day_id uuid references day_treatment_half_day;
create index day_treatment_act_half_day on day_treatment_act (half_day_id);
