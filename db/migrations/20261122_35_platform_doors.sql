-- Who is signed in is for the door of sign-in alone, as the accounts are; the lines of the diary are for the house itself,
-- which tells each screen what is its own. Somebody who works in their own name reads neither.
create function platform_door() returns boolean language sql stable parallel safe
  return coalesce(current_setting('app.actor', true), '') in ('door', 'accounts');
-- `tailer` reads on for everybody, `tower` counts how the agreement is kept.
create function platform_told() returns boolean language sql stable parallel safe
  return coalesce(current_setting('app.actor', true), '') in ('tailer', 'tower');

drop policy session_acting on platform_session;
create policy session_door on platform_session using (platform_door()) with check (platform_door());
drop policy diary_acting on platform_diary;
create policy diary_told on platform_diary for select using (platform_told());
create policy diary_written on platform_diary for insert with check (platform_acts());
