-- A case meeting: when and where, and a note that several type at once. A note is lines; a line changed by two becomes two lines.
create table cases_meeting (
  id uuid primary key,
  case_id uuid not null references cases_case,
  at timestamptz not null,
  minutes integer not null check (minutes between 5 and 480),
  place text not null check (length(place) between 1 and 300),
  made_at timestamptz not null,
  made_by text not null,
  cancelled text check (length(cancelled) between 3 and 300),
  unique (id, case_id)
);
create index cases_meeting_case on cases_meeting (case_id, at);

create table cases_note_line (
  -- An id of the device that typed it first, so it counts in this meeting only.
  id uuid not null,
  meeting_id uuid not null,
  case_id uuid not null,
  -- Where it stands in the note, and the line it stands beside when two changed the same one.
  place integer not null,
  beside uuid,
  -- Counts its changes: who changes it names the version they saw. Empty: struck by somebody who saw it.
  version integer not null check (version > 0),
  text text not null check (length(text) <= 2000),
  kind text not null default 'note' check (kind in ('note', 'decision', 'action')),
  action_id uuid references cases_action,
  by_name text not null,
  at timestamptz not null,
  primary key (meeting_id, id),
  foreign key (meeting_id, case_id) references cases_meeting (id, case_id),
  foreign key (meeting_id, beside) references cases_note_line (meeting_id, id),
  check ((kind = 'action') = (action_id is not null))
);
create index cases_note_line_meeting on cases_note_line (meeting_id, place, at);

-- Everything that was typed and answered, as it was typed. The same act twice (an answer that was cut off) is one.
create table cases_note_act (
  id uuid not null,
  case_id uuid not null references cases_case,
  meeting_id uuid not null references cases_meeting,
  -- The line it was meant for, and the one it became part of.
  line_id uuid not null,
  kept_in uuid not null,
  seen integer not null check (seen >= 0),
  text text not null,
  by_name text not null,
  organisation_id uuid not null,
  at timestamptz not null,
  primary key (meeting_id, id),
  foreign key (meeting_id, kept_in) references cases_note_line (meeting_id, id)
);
create index cases_note_act_meeting on cases_note_act (meeting_id, at);

call platform_bind('cases_meeting');
call platform_bind('cases_note_line');
call platform_bind('cases_note_act');
create policy meeting_open on cases_meeting using (cases_opens(case_id, 'meetings')) with check (cases_opens(case_id, 'meetings'));
create policy line_open on cases_note_line using (cases_opens(case_id, 'meetings')) with check (cases_opens(case_id, 'meetings'));
create policy act_seen on cases_note_act for select using (cases_opens(case_id, 'meetings'));
create policy act_typed on cases_note_act for insert
  with check (organisation_id = platform_org() and cases_opens(case_id, 'meetings'));
grant select, insert on cases_meeting, cases_note_line, cases_note_act to verkeerstoren_app;
grant update (at, minutes, place, cancelled) on cases_meeting to verkeerstoren_app;
grant update (text, version, kind, action_id, by_name, at) on cases_note_line to verkeerstoren_app;
