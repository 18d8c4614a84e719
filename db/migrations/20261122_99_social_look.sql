-- What a search chooses from is narrow, and its texts stand beside it: they are read only of what may be shown. A name
-- typed wrongly is found by the letters it shares, without walking all names.
create table social_look_text (
  service_id uuid primary key references social_hsds_service,
  organisation text not null,
  about text not null,
  plain text not null,
  town text,
  hours jsonb not null
);
insert into social_look_text select service_id, organisation, about, plain, town, hours from social_look;
alter table social_look drop column organisation, drop column about, drop column plain, drop column town,
  drop column hours;
-- Written anew, else the rows stay as long as they were.
cluster social_look using social_look_pkey;
alter table social_look set without cluster;
-- The map is read far more than it is written: nothing waits to be sorted into an index while somebody looks.
alter index social_look_kinds set (fastupdate = off);
alter index social_look_words set (fastupdate = off);
create index social_look_text_plain on social_look_text using gin (plain gin_trgm_ops) with (fastupdate = off);

call platform_bind('social_look_text');
grant select, insert, update on social_look_text to verkeerstoren_app;
grant select on social_look_text to verkeerstoren_guard;
create policy map_read on social_look_text for select using (true);
create policy map_added on social_look_text for insert with check ((select social_keeps_map()));
create policy map_kept on social_look_text for update using ((select social_keeps_map()));
