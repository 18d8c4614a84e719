-- Since when there is a decision for long-term care: before that day waiting is a delayed departure, from it on it is a
-- wrong bed by law when there is no place.
alter table stay_stay add wlz_since date,
  add check (wlz_decision = (wlz_since is not null));
grant update (wlz_since) on stay_stay to verkeerstoren_app;
