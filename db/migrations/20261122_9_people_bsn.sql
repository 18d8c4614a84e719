-- The citizen service number is locked away with a key that stands outside the database. What is stored opens nothing by
-- itself: `bsn_sealed` is the number under lock, `bsn_mark` a keyed digest by which the same number is found again.
alter table people_person add column bsn_sealed text;
alter table people_person add column bsn_mark text check (bsn_mark ~ '^[0-9a-f]{64}$');
alter table people_person add constraint people_person_bsn_whole check ((bsn_sealed is null) = (bsn_mark is null));
create unique index people_person_bsn_mark on people_person (bsn_mark) where bsn_mark is not null;
drop index people_person_bsn;

-- Nothing is written in plain any more. Numbers that stand here from before are locked away by `verkeerstoren migrate`,
-- which has the key; until then the server does not start.
alter table people_person add constraint people_person_bsn_empty check (bsn is null) not valid;

-- The person behind the mark of a number, only when the birth date is known too. Nothing else is told.
drop function people_identify(text, date);
create function people_identify(mark text, born date) returns uuid
  language sql stable security definer set search_path = public, pg_temp
  return (select p.id from people_person p where p.bsn_mark = mark and p.birth_date = born and platform_org() is not null);

-- With which key this installation locks: a digest of the key, so that a server with another key is turned away at the
-- door instead of entering everybody a second time.
create table platform_installation (
  only_one boolean primary key default true check (only_one),
  mark text not null
);
