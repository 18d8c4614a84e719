-- Whose visit somebody may read is asked of the orders they may read, all at once, and not of a function for every row.
drop policy visit_read on day_treatment_visit;
create policy visit_read on day_treatment_visit for select
  using (exists (select 1 from day_treatment_order o where o.id = order_id));
