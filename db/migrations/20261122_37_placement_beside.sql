-- What stands beside a request is for whoever may read the request. Asked through the request itself: for who sent it that
-- is a look at one row, where the function behind the policy was called again for each of a dozen answers.
drop policy answer_party on placement_answer;
create policy answer_party on placement_answer for select
  using (exists (select 1 from placement_request r where r.id = request_id));
drop policy triage_party on placement_triage;
create policy triage_party on placement_triage for select
  using (exists (select 1 from placement_request r where r.id = request_id));
