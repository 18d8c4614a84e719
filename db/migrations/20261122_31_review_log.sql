-- The log as who judges reads it: lines of the acting organisation, by the rows of the log itself.
create view review_line with (security_invoker = true) as
  select id, line, at, actor, role, event, categories, ground, reason, person_id, object_type, outcome
  from platform_access where organisation_id = platform_org();
grant select on review_line to verkeerstoren_app;
