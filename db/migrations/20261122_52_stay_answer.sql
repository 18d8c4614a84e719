-- A letter that went to the GP is what the GP has: nobody writes in it afterwards. That it was read may be added once.
create function stay_answer_stays() returns trigger
  language plpgsql set search_path = public, pg_temp as $$
begin
  if old.sent_at is not null and (
      (new.id, new.stay_id, new.number, new.seen, new.finding, new.advice, new.follow_up, new.medication, new.saved_at, new.saved_by,
        new.sent_at, new.sent_by)
      is distinct from
      (old.id, old.stay_id, old.number, old.seen, old.finding, old.advice, old.follow_up, old.medication, old.saved_at, old.saved_by,
        old.sent_at, old.sent_by)
      or (old.read_at is not null and new.read_at is distinct from old.read_at)) then
    raise exception 'a letter that was sent does not change';
  end if;
  return new;
end $$;
create trigger stay_answer_stays before update on stay_answer for each row execute function stay_answer_stays();
call platform_keep('stay_answer', array['id', 'stay_id', 'number']);

-- Who may read a letter: the practice and who treats on, once it was sent; a draft is the house's alone.
drop policy seen_by_who_treats on stay_answer;
create policy letter_seen on stay_answer for select
  using (stay_works(stay_id) or (sent_at is not null and stay_reads(stay_id)));
drop policy answer_read on stay_answer;
create policy letter_read on stay_answer for update
  using (sent_at is not null and stay_reads(stay_id)) with check (read_at is not null);

-- Home is not possible: which request for a place the house sent from a stay.
create table stay_retriage (
  stay_id uuid not null references stay_stay,
  request_id uuid not null references placement_request,
  at timestamptz not null,
  actor text not null,
  primary key (stay_id, request_id)
);
call platform_bind('stay_retriage');
grant select on stay_retriage to verkeerstoren_guard;
grant select, insert on stay_retriage to verkeerstoren_app;
create policy retriage_seen on stay_retriage for select using (stay_reads(stay_id));
create policy retriage_sent on stay_retriage for insert with check (stay_works(stay_id));
