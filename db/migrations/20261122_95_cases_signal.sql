-- The question that comes back, inside one organisation. Everything here is behind that organisation: no policy opens it to
-- anybody else, and no function looks past it, so a list of people over organisations cannot be made.

-- Somebody in the organisation's own contacts: by the number it uses itself, or by a BSN of which only the mark is kept.
create table cases_known (
  id uuid primary key,
  organisation_id uuid not null references region_organisation,
  number text check (number ~ '^[A-Za-z0-9][A-Za-z0-9./-]{0,29}$'),
  bsn_mark text,
  bsn_end text check (bsn_end ~ '^[0-9]{3}$'),
  -- Who that is, when the house knew at the time: for the log, and for the name where one may read it.
  person_id uuid references people_person,
  birth_date date not null,
  sex text not null check (sex in ('female', 'male', 'other', 'unknown')),
  unique (organisation_id, number),
  unique (organisation_id, bsn_mark),
  unique (id, organisation_id),
  check (num_nonnulls(number, bsn_mark) = 1),
  check ((bsn_mark is null) = (bsn_end is null))
);
create index cases_known_person on cases_known (person_id) where person_id is not null;

-- One contact. The same twice is one: a file that comes in again changes nothing.
create table cases_contact (
  organisation_id uuid not null,
  known_id uuid not null,
  day date not null,
  kind text not null check (kind in ('consult', 'visit', 'phone', 'message', 'out-of-hours', 'planned', 'social')),
  -- A code (ICPC: a chapter, or a chapter and a number), never words.
  reason text not null check (reason ~ '^([A-Z]([0-9]{2})?)?$'),
  -- The code of who helped, as the organisation calls them.
  helper text not null check (helper ~ '^([A-Za-z0-9][A-Za-z0-9._-]{0,19})?$'),
  primary key (organisation_id, known_id, day, kind, reason, helper),
  foreign key (known_id, organisation_id) references cases_known (id, organisation_id) on delete cascade
);
create index cases_contact_day on cases_contact (organisation_id, day);

-- Why somebody stands in the list, and how far it is looked into. The figures of the sentence are kept, not the contacts.
create table cases_signal (
  id uuid primary key,
  organisation_id uuid not null,
  known_id uuid not null unique,
  thresholds integer not null check (thresholds > 0),
  signs jsonb not null,
  state text not null check (state in ('new', 'looked', 'asked', 'conversation', 'case', 'not-now')),
  aside text check (aside in ('cause-known', 'helped-already', 'person-says-no', 'figures-wrong')),
  again_on date,
  since date not null,
  -- The last day on which the pattern stood.
  seen_on date not null,
  decided_by text,
  decided_on date,
  foreign key (known_id, organisation_id) references cases_known (id, organisation_id) on delete cascade,
  check ((state = 'not-now') = (aside is not null)),
  check ((state = 'not-now') = (again_on is not null)),
  check ((state = 'new') = (decided_by is null)),
  check ((decided_by is null) = (decided_on is null))
);
create index cases_signal_organisation on cases_signal (organisation_id, state);

call platform_bind('cases_known');
call platform_bind('cases_contact');
call platform_bind('cases_signal');
create policy known_own on cases_known
  using (organisation_id = platform_org()) with check (organisation_id = platform_org());
create policy contact_own on cases_contact
  using (organisation_id = platform_org()) with check (organisation_id = platform_org());
create policy signal_own on cases_signal
  using (organisation_id = platform_org()) with check (organisation_id = platform_org());
grant select, insert, delete on cases_known, cases_contact, cases_signal to verkeerstoren_app;
grant update (person_id) on cases_known to verkeerstoren_app;
grant update (thresholds, signs, state, aside, again_on, since, seen_on, decided_by, decided_on)
  on cases_signal to verkeerstoren_app;
