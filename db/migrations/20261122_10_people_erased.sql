-- When somebody was made unknown: at their own request, or because the time to keep a record was over. The row stays,
-- because diary and log point to it; nothing in it says who it was.
alter table people_person add column erased_at timestamptz;
