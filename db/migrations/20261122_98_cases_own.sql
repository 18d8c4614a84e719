-- The person does what was agreed with them, and says so at their own door: of their own actions, in a case of theirs that goes on.
create function cases_owns(asked uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp
  return exists (select 1 from cases_case c where c.id = asked and c.person_id = people_self() and c.ended_at is null);

do $$
declare f regprocedure;
begin
  grant create on schema public to verkeerstoren_guard;
  for f in select oid from pg_proc where pronamespace = 'public'::regnamespace and prosecdef
    and pg_get_userbyid(proowner) <> 'verkeerstoren_guard' loop
    execute format('alter function %s owner to verkeerstoren_guard', f);
  end loop;
  revoke create on schema public from verkeerstoren_guard;
end $$;

create policy action_own on cases_action for update using (owner_org is null and cases_owns(case_id)) with check (owner_org is null);
