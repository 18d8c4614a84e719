-- The whole database, drawn from the migrations by `node tools/generate.ts`. Read it; change db/migrations.

create extension btree_gist;
create extension pg_trgm;

create sequence cases_code as integer start 101 minvalue 101;
create sequence day_treatment_code as integer start 401 minvalue 401;
create sequence placement_code as integer start 401 minvalue 401;
create sequence social_referral_code as integer start 101 minvalue 101;

create table accounts_account (
  id uuid not null,
  email text not null,
  name text not null,
  password_hash text,
  created_at timestamp with time zone not null,
  disabled_at timestamp with time zone,
  failed integer not null default 0,
  locked_until timestamp with time zone,
  totp_secret text,
  totp_confirmed_at timestamp with time zone,
  totp_last_step bigint,
  totp_next text,
  last_professional_id uuid,
  constraint accounts_account_pkey PRIMARY KEY (id),
  constraint accounts_account_email_key UNIQUE (email),
  constraint accounts_account_check CHECK ((totp_secret IS NULL) = (totp_confirmed_at IS NULL)),
  constraint accounts_account_email_check CHECK (email = lower(email) AND length(email) >= 3 AND length(email) <= 254),
  constraint accounts_account_failed_check CHECK (failed >= 0),
  constraint accounts_account_name_check CHECK (length(name) >= 1 AND length(name) <= 120)
);
alter table accounts_account enable row level security;
alter table accounts_account force row level security;
create policy accounts_account_door on accounts_account for all
  using (accounts_door())
  with check (accounts_door());
create policy z_guard on accounts_account for all to verkeerstoren_guard
  using ((CURRENT_USER = 'verkeerstoren_guard'::name))
  with check ((CURRENT_USER = 'verkeerstoren_guard'::name));
create policy z_keeper on accounts_account for all to owner
  using ((current_setting('app.keeper'::text, true) = 'on'::text))
  with check ((current_setting('app.keeper'::text, true) = 'on'::text));

create table accounts_ceremony (
  token_hash text not null,
  state text not null,
  wrong integer not null default 0,
  expires_at timestamp with time zone not null,
  account_id uuid,
  constraint accounts_ceremony_pkey PRIMARY KEY (token_hash),
  constraint accounts_ceremony_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts_account(id)
);
CREATE INDEX accounts_ceremony_account ON public.accounts_ceremony USING btree (account_id) WHERE (account_id IS NOT NULL);
CREATE INDEX accounts_ceremony_expires ON public.accounts_ceremony USING btree (expires_at);
alter table accounts_ceremony enable row level security;
alter table accounts_ceremony force row level security;
create policy accounts_ceremony_door on accounts_ceremony for all
  using (accounts_door())
  with check (accounts_door());
create policy z_guard on accounts_ceremony for all to verkeerstoren_guard
  using ((CURRENT_USER = 'verkeerstoren_guard'::name))
  with check ((CURRENT_USER = 'verkeerstoren_guard'::name));
create policy z_keeper on accounts_ceremony for all to owner
  using ((current_setting('app.keeper'::text, true) = 'on'::text))
  with check ((current_setting('app.keeper'::text, true) = 'on'::text));

create table accounts_history (
  id uuid not null,
  account_id uuid not null,
  at timestamp with time zone not null,
  event text not null,
  by_professional uuid,
  reason text not null,
  constraint accounts_history_pkey PRIMARY KEY (id),
  constraint accounts_history_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts_account(id),
  constraint accounts_history_event_check CHECK (event = 'factors-removed'::text),
  constraint accounts_history_reason_check CHECK (length(reason) >= 10 AND length(reason) <= 500)
);
CREATE INDEX accounts_history_account ON public.accounts_history USING btree (account_id, at);
alter table accounts_history enable row level security;
alter table accounts_history force row level security;
create policy accounts_history_door on accounts_history for all
  using (accounts_door())
  with check (accounts_door());
create policy z_guard on accounts_history for all to verkeerstoren_guard
  using ((CURRENT_USER = 'verkeerstoren_guard'::name))
  with check ((CURRENT_USER = 'verkeerstoren_guard'::name));
create policy z_keeper on accounts_history for all to owner
  using ((current_setting('app.keeper'::text, true) = 'on'::text))
  with check ((current_setting('app.keeper'::text, true) = 'on'::text));

create table accounts_identity (
  issuer text not null,
  subject text not null,
  account_id uuid not null,
  linked_at timestamp with time zone not null,
  constraint accounts_identity_pkey PRIMARY KEY (issuer, subject),
  constraint accounts_identity_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts_account(id)
);
CREATE INDEX accounts_identity_account ON public.accounts_identity USING btree (account_id);
alter table accounts_identity enable row level security;
alter table accounts_identity force row level security;
create policy accounts_identity_door on accounts_identity for all
  using (accounts_door())
  with check (accounts_door());
create policy z_guard on accounts_identity for all to verkeerstoren_guard
  using ((CURRENT_USER = 'verkeerstoren_guard'::name))
  with check ((CURRENT_USER = 'verkeerstoren_guard'::name));
create policy z_keeper on accounts_identity for all to owner
  using ((current_setting('app.keeper'::text, true) = 'on'::text))
  with check ((current_setting('app.keeper'::text, true) = 'on'::text));

create table accounts_invitation (
  id uuid not null,
  token_hash text not null,
  email text not null,
  name text not null,
  phone text,
  organisation_id uuid not null,
  site_id uuid,
  unit_id uuid,
  role text not null,
  administrator boolean not null,
  invited_by text not null,
  invited_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  used_at timestamp with time zone,
  withdrawn_at timestamp with time zone,
  account_id uuid,
  constraint accounts_invitation_pkey PRIMARY KEY (id),
  constraint accounts_invitation_token_hash_key UNIQUE (token_hash),
  constraint accounts_invitation_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts_account(id),
  constraint accounts_invitation_email_check CHECK (email = lower(email)),
  constraint accounts_invitation_name_check CHECK (length(name) >= 1 AND length(name) <= 120)
);
CREATE INDEX accounts_invitation_account ON public.accounts_invitation USING btree (account_id) WHERE (account_id IS NOT NULL);
CREATE INDEX accounts_invitation_organisation ON public.accounts_invitation USING btree (organisation_id);
alter table accounts_invitation enable row level security;
alter table accounts_invitation force row level security;
create policy accounts_invitation_door on accounts_invitation for all
  using (accounts_door())
  with check (accounts_door());
create policy z_guard on accounts_invitation for all to verkeerstoren_guard
  using ((CURRENT_USER = 'verkeerstoren_guard'::name))
  with check ((CURRENT_USER = 'verkeerstoren_guard'::name));
create policy z_keeper on accounts_invitation for all to owner
  using ((current_setting('app.keeper'::text, true) = 'on'::text))
  with check ((current_setting('app.keeper'::text, true) = 'on'::text));

create table accounts_passkey (
  id uuid not null,
  account_id uuid not null,
  credential_id text not null,
  public_key bytea not null,
  counter bigint not null,
  transports text[] not null default '{}'::text[],
  name text not null,
  created_at timestamp with time zone not null,
  last_used_at timestamp with time zone,
  constraint accounts_passkey_pkey PRIMARY KEY (id),
  constraint accounts_passkey_credential_id_key UNIQUE (credential_id),
  constraint accounts_passkey_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts_account(id),
  constraint accounts_passkey_name_check CHECK (length(name) >= 1 AND length(name) <= 60)
);
CREATE INDEX accounts_passkey_account ON public.accounts_passkey USING btree (account_id);
alter table accounts_passkey enable row level security;
alter table accounts_passkey force row level security;
create policy accounts_passkey_door on accounts_passkey for all
  using (accounts_door())
  with check (accounts_door());
create policy z_guard on accounts_passkey for all to verkeerstoren_guard
  using ((CURRENT_USER = 'verkeerstoren_guard'::name))
  with check ((CURRENT_USER = 'verkeerstoren_guard'::name));
create policy z_keeper on accounts_passkey for all to owner
  using ((current_setting('app.keeper'::text, true) = 'on'::text))
  with check ((current_setting('app.keeper'::text, true) = 'on'::text));

create table accounts_recovery_code (
  account_id uuid not null,
  code_hash text not null,
  used_at timestamp with time zone,
  constraint accounts_recovery_code_pkey PRIMARY KEY (account_id, code_hash),
  constraint accounts_recovery_code_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts_account(id)
);
alter table accounts_recovery_code enable row level security;
alter table accounts_recovery_code force row level security;
create policy accounts_recovery_code_door on accounts_recovery_code for all
  using (accounts_door())
  with check (accounts_door());
create policy z_guard on accounts_recovery_code for all to verkeerstoren_guard
  using ((CURRENT_USER = 'verkeerstoren_guard'::name))
  with check ((CURRENT_USER = 'verkeerstoren_guard'::name));
create policy z_keeper on accounts_recovery_code for all to owner
  using ((current_setting('app.keeper'::text, true) = 'on'::text))
  with check ((current_setting('app.keeper'::text, true) = 'on'::text));

create table accounts_role (
  account_id uuid not null,
  professional_id uuid not null,
  organisation_id uuid not null,
  administrator boolean not null default false,
  given_at timestamp with time zone not null,
  constraint accounts_role_pkey PRIMARY KEY (account_id, professional_id),
  constraint accounts_role_professional_id_key UNIQUE (professional_id),
  constraint accounts_role_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts_account(id)
);
CREATE INDEX accounts_role_organisation ON public.accounts_role USING btree (organisation_id);
alter table accounts_role enable row level security;
alter table accounts_role force row level security;
create policy accounts_role_door on accounts_role for all
  using (accounts_door())
  with check (accounts_door());
create policy z_guard on accounts_role for all to verkeerstoren_guard
  using ((CURRENT_USER = 'verkeerstoren_guard'::name))
  with check ((CURRENT_USER = 'verkeerstoren_guard'::name));
create policy z_keeper on accounts_role for all to owner
  using ((current_setting('app.keeper'::text, true) = 'on'::text))
  with check ((current_setting('app.keeper'::text, true) = 'on'::text));

create table capacity_claim (
  id uuid not null,
  place_id uuid not null,
  subject uuid not null,
  kind text not null,
  product text,
  during tstzrange not null,
  latest_end timestamp with time zone,
  expires_at timestamp with time zone,
  arrived_at timestamp with time zone,
  away_at timestamp with time zone,
  left_at timestamp with time zone,
  released_at timestamp with time zone,
  displaced_at timestamp with time zone,
  source text not null,
  version integer not null default 1,
  made_at timestamp with time zone not null default now(),
  constraint capacity_claim_pkey PRIMARY KEY (id),
  constraint capacity_claim_place_id_fkey FOREIGN KEY (place_id) REFERENCES capacity_place(id),
  constraint capacity_claim_no_overlap EXCLUDE USING gist (place_id WITH =, during WITH &&) WHERE (released_at IS NULL AND displaced_at IS NULL AND kind <> 'cleaning'::text) DEFERRABLE,
  constraint capacity_claim_one_bed EXCLUDE USING btree (subject WITH =) WHERE (arrived_at IS NOT NULL AND left_at IS NULL AND away_at IS NULL) DEFERRABLE,
  constraint capacity_claim_one_present EXCLUDE USING btree (place_id WITH =) WHERE (arrived_at IS NOT NULL AND left_at IS NULL AND away_at IS NULL) DEFERRABLE,
  constraint capacity_claim_check CHECK ((kind = 'hold'::text) = (expires_at IS NOT NULL)),
  constraint capacity_claim_check1 CHECK (kind <> 'stay'::text OR arrived_at IS NOT NULL),
  constraint capacity_claim_check2 CHECK (left_at IS NULL OR arrived_at IS NOT NULL),
  constraint capacity_claim_check3 CHECK (left_at IS NULL OR left_at >= arrived_at),
  constraint capacity_claim_check4 CHECK (away_at IS NULL OR arrived_at IS NOT NULL),
  constraint capacity_claim_during_check CHECK (NOT isempty(during) AND NOT lower_inf(during) AND lower_inc(during) AND NOT upper_inc(during)),
  constraint capacity_claim_kind_check CHECK (kind = ANY (ARRAY['hold'::text, 'reserved'::text, 'stay'::text, 'treatment'::text, 'cleaning'::text])),
  constraint capacity_claim_product_check CHECK ((product IS NULL) = (kind = 'treatment'::text)),
  constraint capacity_claim_source_check CHECK (source = ANY (ARRAY['tap'::text, 'link'::text, 'work'::text, 'phone'::text, 'import'::text]))
);
CREATE INDEX capacity_claim_hold ON public.capacity_claim USING btree (subject, expires_at) WHERE ((kind = 'hold'::text) AND (released_at IS NULL));
CREATE INDEX capacity_claim_place ON public.capacity_claim USING btree (place_id) WHERE ((left_at IS NULL) AND (released_at IS NULL));
CREATE INDEX capacity_claim_subject ON public.capacity_claim USING btree (subject) WHERE (arrived_at IS NOT NULL);

create table capacity_closure (
  id uuid not null,
  unit_id uuid not null,
  place_id uuid,
  places integer not null,
  reason text not null,
  during tstzrange not null,
  constraint capacity_closure_pkey PRIMARY KEY (id),
  constraint capacity_closure_place_id_fkey FOREIGN KEY (place_id) REFERENCES capacity_place(id),
  constraint capacity_closure_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES region_unit(id),
  constraint capacity_closure_check CHECK (place_id IS NULL OR places = 1),
  constraint capacity_closure_during_check CHECK (NOT isempty(during) AND NOT lower_inf(during)),
  constraint capacity_closure_places_check CHECK (places > 0),
  constraint capacity_closure_reason_check CHECK (reason = ANY (ARRAY['no-staff'::text, 'maintenance'::text, 'isolation'::text, 'cleaning'::text, 'doubted'::text, 'other'::text]))
);
CREATE INDEX capacity_closure_unit ON public.capacity_closure USING btree (unit_id);

create table capacity_doubt (
  id uuid not null,
  unit_id uuid not null,
  product text not null,
  told_org uuid not null,
  actor text not null,
  at timestamp with time zone not null,
  answer_by timestamp with time zone not null,
  ended_at timestamp with time zone,
  outcome text,
  constraint capacity_doubt_pkey PRIMARY KEY (id),
  constraint capacity_doubt_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES region_unit(id),
  constraint capacity_doubt_check CHECK ((ended_at IS NULL) = (outcome IS NULL)),
  constraint capacity_doubt_outcome_check CHECK (outcome = ANY (ARRAY['right'::text, 'corrected'::text, 'silent'::text]))
);
CREATE INDEX capacity_doubt_at ON public.capacity_doubt USING btree (at);
CREATE UNIQUE INDEX capacity_doubt_open ON public.capacity_doubt USING btree (unit_id, product) WHERE (ended_at IS NULL);

create table capacity_figure (
  unit_id uuid not null,
  as_of timestamp with time zone not null,
  source text not null,
  actor text not null,
  constraint capacity_figure_pkey PRIMARY KEY (unit_id),
  constraint capacity_figure_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES region_unit(id),
  constraint capacity_figure_source_check CHECK (source = ANY (ARRAY['tap'::text, 'link'::text, 'work'::text, 'phone'::text, 'import'::text]))
);

create table capacity_load (
  id uuid not null,
  site_id uuid not null,
  kind text not null,
  value integer not null,
  as_of timestamp with time zone not null,
  source text not null,
  actor text not null,
  constraint capacity_load_pkey PRIMARY KEY (id),
  constraint capacity_load_site_id_fkey FOREIGN KEY (site_id) REFERENCES region_site(id),
  constraint capacity_load_kind_check CHECK (kind = ANY (ARRAY['emergency'::text, 'hospital'::text])),
  constraint capacity_load_source_check CHECK (source = ANY (ARRAY['tap'::text, 'link'::text, 'work'::text, 'phone'::text, 'import'::text])),
  constraint capacity_load_value_check CHECK (value >= 0 AND value <= 2000)
);
CREATE INDEX capacity_load_last ON public.capacity_load USING btree (site_id, kind, as_of DESC, id DESC);

create table capacity_place (
  id uuid not null,
  unit_id uuid not null,
  code text not null,
  products text[] not null,
  properties text[] not null default '{}'::text[],
  labels text[] not null default '{}'::text[],
  ended_at timestamp with time zone,
  version integer not null default 1,
  room_id uuid,
  flex text[],
  chair text,
  lying boolean not null default false,
  constraint capacity_place_pkey PRIMARY KEY (id),
  constraint capacity_place_unit_id_code_key UNIQUE (unit_id, code),
  constraint capacity_place_room_id_fkey FOREIGN KEY (room_id) REFERENCES capacity_room(id),
  constraint capacity_place_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES region_unit(id),
  constraint capacity_place_chair_check CHECK (chair = ANY (ARRAY['treatment'::text, 'living'::text])),
  constraint capacity_place_check CHECK (chair IS NOT NULL OR NOT lying),
  constraint capacity_place_flex_check CHECK (cardinality(flex) > 1),
  constraint capacity_place_products_check CHECK ((cardinality(products) > 0) = (chair IS NULL))
);
CREATE INDEX capacity_place_extra ON public.capacity_place USING btree (id) WHERE ((ended_at IS NULL) AND ('extra'::text = ANY (labels)));
CREATE INDEX capacity_place_room ON public.capacity_place USING btree (room_id) WHERE (room_id IS NOT NULL);

create table capacity_published (
  unit_id uuid not null,
  product text not null,
  free integer not null,
  as_of timestamp with time zone not null,
  fresh_until timestamp with time zone,
  source text not null,
  actor text not null,
  constraint capacity_published_pkey PRIMARY KEY (unit_id, product),
  constraint capacity_published_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES capacity_unit_report(unit_id),
  constraint capacity_published_check CHECK (fresh_until > as_of),
  constraint capacity_published_free_check CHECK (free >= 0),
  constraint capacity_published_source_check CHECK (source = ANY (ARRAY['tap'::text, 'link'::text, 'work'::text, 'phone'::text, 'import'::text]))
);

create table capacity_room (
  id uuid not null,
  unit_id uuid not null,
  code text not null,
  sex text not null default 'any'::text,
  cohort text,
  version integer not null default 1,
  constraint capacity_room_pkey PRIMARY KEY (id),
  constraint capacity_room_unit_id_code_key UNIQUE (unit_id, code),
  constraint capacity_room_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES region_unit(id),
  constraint capacity_room_cohort_check CHECK (cohort = ANY (ARRAY['mrsa'::text, 'norovirus'::text, 'respiratory'::text])),
  constraint capacity_room_sex_check CHECK (sex = ANY (ARRAY['any'::text, 'female'::text, 'male'::text]))
);

create table capacity_roster (
  unit_id uuid not null,
  weekday smallint not null,
  half_day text not null,
  staffed integer not null,
  constraint capacity_roster_pkey PRIMARY KEY (unit_id, weekday, half_day),
  constraint capacity_roster_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES region_unit(id),
  constraint capacity_roster_half_day_check CHECK (half_day = ANY (ARRAY['night'::text, 'morning'::text, 'afternoon'::text, 'evening'::text])),
  constraint capacity_roster_staffed_check CHECK (staffed >= 0),
  constraint capacity_roster_weekday_check CHECK (weekday >= 1 AND weekday <= 7)
);

create table capacity_staffing (
  unit_id uuid not null,
  day date not null,
  half_day text not null,
  staffed integer not null,
  rostered boolean not null default false,
  constraint capacity_staffing_pkey PRIMARY KEY (unit_id, day, half_day),
  constraint capacity_staffing_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES region_unit(id),
  constraint capacity_staffing_half_day_check CHECK (half_day = ANY (ARRAY['night'::text, 'morning'::text, 'afternoon'::text, 'evening'::text])),
  constraint capacity_staffing_staffed_check CHECK (staffed >= 0)
);

create table capacity_stop (
  id uuid not null,
  site_id uuid not null,
  kind text not null,
  reason text not null,
  during tstzrange not null,
  ended_at timestamp with time zone,
  actor text not null,
  constraint capacity_stop_pkey PRIMARY KEY (id),
  constraint capacity_stop_site_id_fkey FOREIGN KEY (site_id) REFERENCES region_site(id),
  constraint capacity_stop_during_check CHECK (NOT isempty(during) AND NOT lower_inf(during) AND NOT upper_inf(during)),
  constraint capacity_stop_kind_check CHECK (kind = ANY (ARRAY['emergency'::text, 'hospital'::text])),
  constraint capacity_stop_reason_check CHECK (reason = ANY (ARRAY['full'::text, 'no-staff'::text, 'infection'::text, 'outage'::text, 'other'::text]))
);
CREATE UNIQUE INDEX capacity_stop_one ON public.capacity_stop USING btree (site_id, kind) WHERE (ended_at IS NULL);

create table capacity_team (
  id uuid not null,
  organisation_id uuid not null,
  name text not null,
  neighbourhood text not null,
  pc4s text[] not null,
  kind text not null,
  phone text not null,
  constraint capacity_team_pkey PRIMARY KEY (id),
  constraint capacity_team_organisation_id_name_key UNIQUE (organisation_id, name),
  constraint capacity_team_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES region_organisation(id),
  constraint capacity_team_kind_check CHECK (kind = ANY (ARRAY['home-care'::text, 'night-care'::text, 'respite-day'::text, 'welfare'::text])),
  constraint capacity_team_pc4s_check CHECK (cardinality(pc4s) > 0)
);

create table capacity_team_count (
  team_id uuid not null,
  free integer not null,
  waiting_days integer,
  closed_until date,
  as_of timestamp with time zone not null,
  fresh_until timestamp with time zone,
  source text not null,
  actor text not null,
  constraint capacity_team_count_pkey PRIMARY KEY (team_id),
  constraint capacity_team_count_team_id_fkey FOREIGN KEY (team_id) REFERENCES capacity_team(id),
  constraint capacity_team_count_check CHECK (fresh_until > as_of),
  constraint capacity_team_count_free_check CHECK (free >= 0),
  constraint capacity_team_count_source_check CHECK (source = ANY (ARRAY['tap'::text, 'link'::text, 'work'::text, 'phone'::text, 'import'::text])),
  constraint capacity_team_count_waiting_days_check CHECK (waiting_days >= 0 AND waiting_days <= 400)
);

create table capacity_unit_report (
  unit_id uuid not null,
  kind text not null,
  constraint capacity_unit_report_pkey PRIMARY KEY (unit_id),
  constraint capacity_unit_report_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES region_unit(id),
  constraint capacity_unit_report_kind_check CHECK (kind = ANY (ARRAY['beds'::text, 'counts'::text]))
);

create table cases_action (
  id uuid not null,
  case_id uuid not null,
  what text not null,
  owner_org uuid,
  due date not null,
  state text not null,
  why text,
  made_at timestamp with time zone not null,
  made_org uuid not null,
  made_by text not null,
  settled_at timestamp with time zone,
  settled_by text,
  constraint cases_action_pkey PRIMARY KEY (id),
  constraint cases_action_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases_case(id),
  constraint cases_action_owner_org_fkey FOREIGN KEY (owner_org) REFERENCES region_organisation(id),
  constraint cases_action_check CHECK ((state = 'not-done'::text) = (why IS NOT NULL)),
  constraint cases_action_check1 CHECK ((state = 'open'::text) = (settled_at IS NULL)),
  constraint cases_action_check2 CHECK ((settled_at IS NULL) = (settled_by IS NULL)),
  constraint cases_action_state_check CHECK (state = ANY (ARRAY['open'::text, 'done'::text, 'not-done'::text])),
  constraint cases_action_what_check CHECK (length(what) >= 1 AND length(what) <= 500),
  constraint cases_action_why_check CHECK (length(why) >= 3 AND length(why) <= 500)
);
CREATE INDEX cases_action_case ON public.cases_action USING btree (case_id, due);
alter table cases_action enable row level security;
alter table cases_action force row level security;
create policy action_made on cases_action for insert
  with check (((made_org = platform_org()) AND cases_opens(case_id, 'plan'::text) AND cases_may_own(case_id, owner_org)));
create policy action_own on cases_action for update
  using (((owner_org IS NULL) AND cases_owns(case_id)))
  with check ((owner_org IS NULL));
create policy action_seen on cases_action for select
  using (cases_opens(case_id, 'plan'::text));
create policy action_settled on cases_action for update
  using ((cases_opens(case_id, 'plan'::text) AND ((owner_org = platform_org()) OR cases_leads(case_id))))
  with check (true);
create policy z_guard on cases_action for all to verkeerstoren_guard
  using ((CURRENT_USER = 'verkeerstoren_guard'::name))
  with check ((CURRENT_USER = 'verkeerstoren_guard'::name));
create policy z_keeper on cases_action for all to owner
  using ((current_setting('app.keeper'::text, true) = 'on'::text))
  with check ((current_setting('app.keeper'::text, true) = 'on'::text));

create table cases_case (
  id uuid not null,
  code text not null,
  person_id uuid not null,
  coordinator_org uuid not null,
  opened_at timestamp with time zone not null,
  opened_by text not null,
  ended_at timestamp with time zone,
  constraint cases_case_pkey PRIMARY KEY (id),
  constraint cases_case_code_key UNIQUE (code),
  constraint cases_case_coordinator_org_fkey FOREIGN KEY (coordinator_org) REFERENCES region_organisation(id),
  constraint cases_case_person_id_fkey FOREIGN KEY (person_id) REFERENCES people_person(id),
  constraint cases_case_check CHECK (ended_at IS NULL OR ended_at >= opened_at),
  constraint cases_case_opened_by_check CHECK (length(opened_by) >= 1 AND length(opened_by) <= 200)
);
CREATE INDEX cases_case_person ON public.cases_case USING btree (person_id);
alter table cases_case enable row level security;
alter table cases_case force row level security;
create policy case_changed on cases_case for update
  using (cases_leads(id))
  with check (true);
create policy case_opened on cases_case for insert
  with check (((coordinator_org = platform_org()) AND people_stands(person_id, ARRAY['own'::text, 'accepted'::text, 'care-team'::text])));
create policy case_seen on cases_case for select
  using ((cases_opens(id, NULL::text) OR cases_leads(id)));
create policy z_guard on cases_case for all to verkeerstoren_guard
  using ((CURRENT_USER = 'verkeerstoren_guard'::name))
  with check ((CURRENT_USER = 'verkeerstoren_guard'::name));
create policy z_keeper on cases_case for all to owner
  using ((current_setting('app.keeper'::text, true) = 'on'::text))
  with check ((current_setting('app.keeper'::text, true) = 'on'::text));

create table cases_contact (
  organisation_id uuid not null,
  known_id uuid not null,
  day date not null,
  kind text not null,
  reason text not null,
  helper text not null,
  constraint cases_contact_pkey PRIMARY KEY (organisation_id, known_id, day, kind, reason, helper),
  constraint cases_contact_known_id_organisation_id_fkey FOREIGN KEY (known_id, organisation_id) REFERENCES cases_known(id, organisation_id) ON DELETE CASCADE,
  constraint cases_contact_helper_check CHECK (helper ~ '^([A-Za-z0-9][A-Za-z0-9._-]{0,19})?$'::text),
  constraint cases_contact_kind_check CHECK (kind = ANY (ARRAY['consult'::text, 'visit'::text, 'phone'::text, 'message'::text, 'out-of-hours'::text, 'planned'::text, 'social'::text])),
  constraint cases_contact_reason_check CHECK (reason ~ '^([A-Z]([0-9]{2})?)?$'::text)
);
CREATE INDEX cases_contact_day ON public.cases_contact USING btree (organisation_id, day);
alter table cases_contact enable row level security;
alter table cases_contact force row level security;
create policy contact_own on cases_contact for all
  using ((organisation_id = platform_org()))
  with check ((organisation_id = platform_org()));
create policy z_guard on cases_contact for all to verkeerstoren_guard
  using ((CURRENT_USER = 'verkeerstoren_guard'::name))
  with check ((CURRENT_USER = 'verkeerstoren_guard'::name));
create policy z_keeper on cases_contact for all to owner
  using ((current_setting('app.keeper'::text, true) = 'on'::text))
  with check ((current_setting('app.keeper'::text, true) = 'on'::text));

create table cases_ending (
  case_id uuid not null,
  outcome text not null,
  learned text not null,
  at timestamp with time zone not null,
  by_name text not null,
  constraint cases_ending_pkey PRIMARY KEY (case_id),
  constraint cases_ending_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases_case(id),
  constraint cases_ending_learned_check CHECK (length(learned) >= 3 AND length(learned) <= 2000),
  constraint cases_ending_outcome_check CHECK (outcome = ANY (ARRAY['answered'::text, 'partly'::text, 'not-answered'::text, 'stopped'::text]))
);
alter table cases_ending enable row level security;
alter table cases_ending force row level security;
create policy ending_said on cases_ending for insert
  with check (cases_leads(case_id));
create policy ending_seen on cases_ending for select
  using (cases_opens(case_id, 'plan'::text));
create policy z_guard on cases_ending for all to verkeerstoren_guard
  using ((CURRENT_USER = 'verkeerstoren_guard'::name))
  with check ((CURRENT_USER = 'verkeerstoren_guard'::name));
create policy z_keeper on cases_ending for all to owner
  using ((current_setting('app.keeper'::text, true) = 'on'::text))
  with check ((current_setting('app.keeper'::text, true) = 'on'::text));

create table cases_helper (
  case_id uuid not null,
  organisation_id uuid not null,
  consent_id uuid not null,
  parts text[] not null,
  joined_at timestamp with time zone not null,
  left_at timestamp with time zone,
  constraint cases_helper_pkey PRIMARY KEY (case_id, organisation_id),
  constraint cases_helper_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases_case(id),
  constraint cases_helper_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES region_organisation(id),
  constraint cases_helper_parts_check CHECK (parts <@ ARRAY['question'::text, 'plan'::text, 'messages'::text, 'meetings'::text, 'conversation'::text])
);
CREATE INDEX cases_helper_organisation ON public.cases_helper USING btree (organisation_id) WHERE (left_at IS NULL);
alter table cases_helper enable row level security;
alter table cases_helper force row level security;
create policy helper_joined on cases_helper for insert
  with check ((cases_leads(case_id) AND cases_agreed(case_id, organisation_id, consent_id)));
create policy helper_led on cases_helper for update
  using (cases_leads(case_id))
  with check ((cases_leads(case_id) AND ((left_at IS NOT NULL) OR cases_agreed(case_id, organisation_id, consent_id))));
create policy helper_left on cases_helper for update
  using (((organisation_id = platform_org()) AND cases_opens(case_id, NULL::text)))
  with check (((organisation_id = platform_org()) AND (left_at IS NOT NULL)));
create policy helper_seen on cases_helper for select
  using (cases_opens(case_id, NULL::text));
create policy z_guard on cases_helper for all to verkeerstoren_guard
  using ((CURRENT_USER = 'verkeerstoren_guard'::name))
  with check ((CURRENT_USER = 'verkeerstoren_guard'::name));
create policy z_keeper on cases_helper for all to owner
  using ((current_setting('app.keeper'::text, true) = 'on'::text))
  with check ((current_setting('app.keeper'::text, true) = 'on'::text));

create table cases_known (
  id uuid not null,
  organisation_id uuid not null,
  number text,
  bsn_mark text,
  bsn_end text,
  person_id uuid,
  birth_date date not null,
  sex text not null,
  constraint cases_known_pkey PRIMARY KEY (id),
  constraint cases_known_id_organisation_id_key UNIQUE (id, organisation_id),
  constraint cases_known_organisation_id_bsn_mark_key UNIQUE (organisation_id, bsn_mark),
  constraint cases_known_organisation_id_number_key UNIQUE (organisation_id, number),
  constraint cases_known_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES region_organisation(id),
  constraint cases_known_person_id_fkey FOREIGN KEY (person_id) REFERENCES people_person(id),
  constraint cases_known_bsn_end_check CHECK (bsn_end ~ '^[0-9]{3}$'::text),
  constraint cases_known_check CHECK (num_nonnulls(number, bsn_mark) = 1),
  constraint cases_known_check1 CHECK ((bsn_mark IS NULL) = (bsn_end IS NULL)),
  constraint cases_known_number_check CHECK (number ~ '^[A-Za-z0-9][A-Za-z0-9./-]{0,29}$'::text),
  constraint cases_known_sex_check CHECK (sex = ANY (ARRAY['female'::text, 'male'::text, 'other'::text, 'unknown'::text]))
);
CREATE INDEX cases_known_person ON public.cases_known USING btree (person_id) WHERE (person_id IS NOT NULL);
alter table cases_known enable row level security;
alter table cases_known force row level security;
create policy known_own on cases_known for all
  using ((organisation_id = platform_org()))
  with check ((organisation_id = platform_org()));
create policy z_guard on cases_known for all to verkeerstoren_guard
  using ((CURRENT_USER = 'verkeerstoren_guard'::name))
  with check ((CURRENT_USER = 'verkeerstoren_guard'::name));
create policy z_keeper on cases_known for all to owner
  using ((current_setting('app.keeper'::text, true) = 'on'::text))
  with check ((current_setting('app.keeper'::text, true) = 'on'::text));

create table cases_meeting (
  id uuid not null,
  case_id uuid not null,
  at timestamp with time zone not null,
  minutes integer not null,
  place text not null,
  made_at timestamp with time zone not null,
  made_by text not null,
  cancelled text,
  constraint cases_meeting_pkey PRIMARY KEY (id),
  constraint cases_meeting_id_case_id_key UNIQUE (id, case_id),
  constraint cases_meeting_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases_case(id),
  constraint cases_meeting_cancelled_check CHECK (length(cancelled) >= 3 AND length(cancelled) <= 300),
  constraint cases_meeting_minutes_check CHECK (minutes >= 5 AND minutes <= 480),
  constraint cases_meeting_place_check CHECK (length(place) >= 1 AND length(place) <= 300)
);
CREATE INDEX cases_meeting_case ON public.cases_meeting USING btree (case_id, at);
alter table cases_meeting enable row level security;
alter table cases_meeting force row level security;
create policy meeting_open on cases_meeting for all
  using (cases_opens(case_id, 'meetings'::text))
  with check (cases_opens(case_id, 'meetings'::text));
create policy z_guard on cases_meeting for all to verkeerstoren_guard
  using ((CURRENT_USER = 'verkeerstoren_guard'::name))
  with check ((CURRENT_USER = 'verkeerstoren_guard'::name));
create policy z_keeper on cases_meeting for all to owner
  using ((current_setting('app.keeper'::text, true) = 'on'::text))
  with check ((current_setting('app.keeper'::text, true) = 'on'::text));

create table cases_message (
  id uuid not null,
  case_id uuid not null,
  organisation_id uuid not null,
  by_name text not null,
  text text not null,
  at timestamp with time zone not null,
  constraint cases_message_pkey PRIMARY KEY (id),
  constraint cases_message_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases_case(id),
  constraint cases_message_text_check CHECK (length(text) >= 1 AND length(text) <= 2000)
);
CREATE INDEX cases_message_case ON public.cases_message USING btree (case_id, at);
alter table cases_message enable row level security;
alter table cases_message force row level security;
create policy message_said on cases_message for insert
  with check (((organisation_id = platform_org()) AND cases_opens(case_id, 'messages'::text)));
create policy message_seen on cases_message for select
  using (cases_opens(case_id, 'messages'::text));
create policy z_guard on cases_message for all to verkeerstoren_guard
  using ((CURRENT_USER = 'verkeerstoren_guard'::name))
  with check ((CURRENT_USER = 'verkeerstoren_guard'::name));
create policy z_keeper on cases_message for all to owner
  using ((current_setting('app.keeper'::text, true) = 'on'::text))
  with check ((current_setting('app.keeper'::text, true) = 'on'::text));

create table cases_note_act (
  id uuid not null,
  case_id uuid not null,
  meeting_id uuid not null,
  line_id uuid not null,
  kept_in uuid not null,
  seen integer not null,
  text text not null,
  by_name text not null,
  organisation_id uuid not null,
  at timestamp with time zone not null,
  constraint cases_note_act_pkey PRIMARY KEY (meeting_id, id),
  constraint cases_note_act_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases_case(id),
  constraint cases_note_act_meeting_id_fkey FOREIGN KEY (meeting_id) REFERENCES cases_meeting(id),
  constraint cases_note_act_meeting_id_kept_in_fkey FOREIGN KEY (meeting_id, kept_in) REFERENCES cases_note_line(meeting_id, id),
  constraint cases_note_act_seen_check CHECK (seen >= 0)
);
CREATE INDEX cases_note_act_meeting ON public.cases_note_act USING btree (meeting_id, at);
alter table cases_note_act enable row level security;
alter table cases_note_act force row level security;
create policy act_seen on cases_note_act for select
  using (cases_opens(case_id, 'meetings'::text));
create policy act_typed on cases_note_act for insert
  with check (((organisation_id = platform_org()) AND cases_opens(case_id, 'meetings'::text)));
create policy z_guard on cases_note_act for all to verkeerstoren_guard
  using ((CURRENT_USER = 'verkeerstoren_guard'::name))
  with check ((CURRENT_USER = 'verkeerstoren_guard'::name));
create policy z_keeper on cases_note_act for all to owner
  using ((current_setting('app.keeper'::text, true) = 'on'::text))
  with check ((current_setting('app.keeper'::text, true) = 'on'::text));

create table cases_note_line (
  id uuid not null,
  meeting_id uuid not null,
  case_id uuid not null,
  place integer not null,
  beside uuid,
  version integer not null,
  text text not null,
  kind text not null default 'note'::text,
  action_id uuid,
  by_name text not null,
  at timestamp with time zone not null,
  constraint cases_note_line_pkey PRIMARY KEY (meeting_id, id),
  constraint cases_note_line_action_id_fkey FOREIGN KEY (action_id) REFERENCES cases_action(id),
  constraint cases_note_line_meeting_id_beside_fkey FOREIGN KEY (meeting_id, beside) REFERENCES cases_note_line(meeting_id, id),
  constraint cases_note_line_meeting_id_case_id_fkey FOREIGN KEY (meeting_id, case_id) REFERENCES cases_meeting(id, case_id),
  constraint cases_note_line_check CHECK ((kind = 'action'::text) = (action_id IS NOT NULL)),
  constraint cases_note_line_kind_check CHECK (kind = ANY (ARRAY['note'::text, 'decision'::text, 'action'::text])),
  constraint cases_note_line_text_check CHECK (length(text) <= 2000),
  constraint cases_note_line_version_check CHECK (version > 0)
);
CREATE INDEX cases_note_line_meeting ON public.cases_note_line USING btree (meeting_id, place, at);
alter table cases_note_line enable row level security;
alter table cases_note_line force row level security;
create policy line_open on cases_note_line for all
  using (cases_opens(case_id, 'meetings'::text))
  with check (cases_opens(case_id, 'meetings'::text));
create policy z_guard on cases_note_line for all to verkeerstoren_guard
  using ((CURRENT_USER = 'verkeerstoren_guard'::name))
  with check ((CURRENT_USER = 'verkeerstoren_guard'::name));
create policy z_keeper on cases_note_line for all to owner
  using ((current_setting('app.keeper'::text, true) = 'on'::text))
  with check ((current_setting('app.keeper'::text, true) = 'on'::text));

create table cases_question (
  case_id uuid not null,
  words text not null,
  constraint cases_question_pkey PRIMARY KEY (case_id),
  constraint cases_question_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases_case(id),
  constraint cases_question_words_check CHECK (length(words) >= 1 AND length(words) <= 1000)
);
alter table cases_question enable row level security;
alter table cases_question force row level security;
create policy question_said on cases_question for insert
  with check (cases_leads(case_id));
create policy question_seen on cases_question for select
  using (cases_opens(case_id, 'question'::text));
create policy z_guard on cases_question for all to verkeerstoren_guard
  using ((CURRENT_USER = 'verkeerstoren_guard'::name))
  with check ((CURRENT_USER = 'verkeerstoren_guard'::name));
create policy z_keeper on cases_question for all to owner
  using ((current_setting('app.keeper'::text, true) = 'on'::text))
  with check ((current_setting('app.keeper'::text, true) = 'on'::text));

create table cases_signal (
  id uuid not null,
  organisation_id uuid not null,
  known_id uuid not null,
  thresholds integer not null,
  signs jsonb not null,
  state text not null,
  aside text,
  again_on date,
  since date not null,
  seen_on date not null,
  decided_by text,
  decided_on date,
  constraint cases_signal_pkey PRIMARY KEY (id),
  constraint cases_signal_known_id_key UNIQUE (known_id),
  constraint cases_signal_known_id_organisation_id_fkey FOREIGN KEY (known_id, organisation_id) REFERENCES cases_known(id, organisation_id) ON DELETE CASCADE,
  constraint cases_signal_aside_check CHECK (aside = ANY (ARRAY['cause-known'::text, 'helped-already'::text, 'person-says-no'::text, 'figures-wrong'::text])),
  constraint cases_signal_check CHECK ((state = 'not-now'::text) = (aside IS NOT NULL)),
  constraint cases_signal_check1 CHECK ((state = 'not-now'::text) = (again_on IS NOT NULL)),
  constraint cases_signal_check2 CHECK ((state = 'new'::text) = (decided_by IS NULL)),
  constraint cases_signal_check3 CHECK ((decided_by IS NULL) = (decided_on IS NULL)),
  constraint cases_signal_state_check CHECK (state = ANY (ARRAY['new'::text, 'looked'::text, 'asked'::text, 'conversation'::text, 'case'::text, 'not-now'::text])),
  constraint cases_signal_thresholds_check CHECK (thresholds > 0)
);
CREATE INDEX cases_signal_organisation ON public.cases_signal USING btree (organisation_id, state);
alter table cases_signal enable row level security;
alter table cases_signal force row level security;
create policy signal_own on cases_signal for all
  using ((organisation_id = platform_org()))
  with check ((organisation_id = platform_org()));
create policy z_guard on cases_signal for all to verkeerstoren_guard
  using ((CURRENT_USER = 'verkeerstoren_guard'::name))
  with check ((CURRENT_USER = 'verkeerstoren_guard'::name));
create policy z_keeper on cases_signal for all to owner
  using ((current_setting('app.keeper'::text, true) = 'on'::text))
  with check ((current_setting('app.keeper'::text, true) = 'on'::text));

create table day_treatment_act (
  id uuid not null,
  visit_id uuid not null,
  kind text not null,
  at timestamp with time zone not null,
  received_at timestamp with time zone not null,
  by_name text not null,
  body jsonb not null default '{}'::jsonb,
  undone_by uuid,
  actor text not null,
  half_day_id uuid,
  constraint day_treatment_act_pkey PRIMARY KEY (id),
  constraint day_treatment_act_half_day_id_fkey FOREIGN KEY (half_day_id) REFERENCES day_treatment_half_day(id),
  constraint day_treatment_act_visit_id_fkey FOREIGN KEY (visit_id) REFERENCES day_treatment_visit(id)
);
CREATE INDEX day_treatment_act_half_day ON public.day_treatment_act USING btree (half_day_id);
CREATE INDEX day_treatment_act_visit ON public.day_treatment_act USING btree (visit_id, at);
alter table day_treatment_act enable row level security;
alter table day_treatment_act force row level security;
create policy act_made on day_treatment_act for insert
  with check ((EXISTS ( SELECT 1
   FROM day_treatment_visit v
  WHERE ((v.id = day_treatment_act.visit_id) AND day_treatment_gives(v.order_id)))));
create policy act_read on day_treatment_act for select
  using ((EXISTS ( SELECT 1
   FROM day_treatment_visit v
  WHERE ((v.id = day_treatment_act.visit_id) AND day_treatment_reads(v.order_id)))));
create policy act_undone on day_treatment_act for update
  using ((EXISTS ( SELECT 1
   FROM day_treatment_visit v
  WHERE ((v.id = day_treatment_act.visit_id) AND day_treatment_gives(v.order_id)))));
create policy z_guard on day_treatment_act for all to verkeerstoren_guard
  using ((CURRENT_USER = 'verkeerstoren_guard'::name))
  with check ((CURRENT_USER = 'verkeerstoren_guard'::name));
create policy z_keeper on day_treatment_act for all to owner
  using ((current_setting('app.keeper'::text, true) = 'on'::text))
  with check ((current_setting('app.keeper'::text, true) = 'on'::text));

create table day_treatment_away (
  id uuid not null,
  nurse_id uuid not null,
  from_day date not null,
  last_day date,
  why text not null,
  constraint day_treatment_away_pkey PRIMARY KEY (id),
  constraint day_treatment_away_nurse_id_fkey FOREIGN KEY (nurse_id) REFERENCES day_treatment_nurse(id),
  constraint day_treatment_away_check CHECK (last_day >= from_day),
  constraint day_treatment_away_why_check CHECK (why = ANY (ARRAY['ill'::text, 'leave'::text, 'elsewhere'::text]))
);
CREATE INDEX day_treatment_away_nurse ON public.day_treatment_away USING btree (nurse_id, from_day);
alter table day_treatment_away enable row level security;
alter table day_treatment_away force row level security;
create policy mine on day_treatment_away for all
  using ((EXISTS ( SELECT 1
   FROM day_treatment_nurse n
  WHERE ((n.id = day_treatment_away.nurse_id) AND day_treatment_house(n.unit_id)))))
  with check ((EXISTS ( SELECT 1
   FROM day_treatment_nurse n
  WHERE ((n.id = day_treatment_away.nurse_id) AND day_treatment_house(n.unit_id)))));
create policy z_guard on day_treatment_away for all to verkeerstoren_guard
  using ((CURRENT_USER = 'verkeerstoren_guard'::name))
  with check ((CURRENT_USER = 'verkeerstoren_guard'::name));
create policy z_keeper on day_treatment_away for all to owner
  using ((current_setting('app.keeper'::text, true) = 'on'::text))
  with check ((current_setting('app.keeper'::text, true) = 'on'::text));

create table day_treatment_competence (
  nurse_id uuid not null,
  competence text not null,
  valid_until date not null,
  constraint day_treatment_competence_pkey PRIMARY KEY (nurse_id, competence),
  constraint day_treatment_competence_nurse_id_fkey FOREIGN KEY (nurse_id) REFERENCES day_treatment_nurse(id)
);
alter table day_treatment_competence enable row level security;
alter table day_treatment_competence force row level security;
create policy known on day_treatment_competence for select
  using (true);
create policy mine on day_treatment_competence for all
  using ((EXISTS ( SELECT 1
   FROM day_treatment_nurse n
  WHERE ((n.id = day_treatment_competence.nurse_id) AND day_treatment_house(n.unit_id)))))
  with check ((EXISTS ( SELECT 1
   FROM day_treatment_nurse n
  WHERE ((n.id = day_treatment_competence.nurse_id) AND day_treatment_house(n.unit_id)))));
create policy z_guard on day_treatment_competence for all to verkeerstoren_guard
  using ((CURRENT_USER = 'verkeerstoren_guard'::name))
  with check ((CURRENT_USER = 'verkeerstoren_guard'::name));
create policy z_keeper on day_treatment_competence for all to owner
  using ((current_setting('app.keeper'::text, true) = 'on'::text))
  with check ((current_setting('app.keeper'::text, true) = 'on'::text));

create table day_treatment_half_day (
  id uuid not null,
  unit_id uuid not null,
  day date not null,
  part text not null,
  opens timestamp with time zone not null,
  closes timestamp with time zone not null,
  closed text,
  closed_note text,
  version integer not null default 1,
  constraint day_treatment_half_day_pkey PRIMARY KEY (id),
  constraint day_treatment_half_day_unit_id_day_part_key UNIQUE (unit_id, day, part),
  constraint day_treatment_half_day_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES day_treatment_room(unit_id),
  constraint day_treatment_half_day_check CHECK (opens < closes),
  constraint day_treatment_half_day_closed_check CHECK (closed = ANY (ARRAY['holiday'::text, 'no-staff'::text, 'maintenance'::text, 'other'::text])),
  constraint day_treatment_half_day_closed_note_check CHECK (length(closed_note) <= 300),
  constraint day_treatment_half_day_part_check CHECK (part = ANY (ARRAY['morning'::text, 'afternoon'::text]))
);
CREATE INDEX day_treatment_half_day_time ON public.day_treatment_half_day USING btree (unit_id, opens);
alter table day_treatment_half_day enable row level security;
alter table day_treatment_half_day force row level security;
create policy known on day_treatment_half_day for select
  using (true);
create policy mine on day_treatment_half_day for all
  using (day_treatment_house(unit_id))
  with check (day_treatment_house(unit_id));
create policy z_guard on day_treatment_half_day for all to verkeerstoren_guard
  using ((CURRENT_USER = 'verkeerstoren_guard'::name))
  with check ((CURRENT_USER = 'verkeerstoren_guard'::name));
create policy z_keeper on day_treatment_half_day for all to owner
  using ((current_setting('app.keeper'::text, true) = 'on'::text))
  with check ((current_setting('app.keeper'::text, true) = 'on'::text));

create table day_treatment_nurse (
  id uuid not null,
  unit_id uuid not null,
  professional_id uuid,
  name text not null,
  initials text not null,
  ended_at timestamp with time zone,
  version integer not null default 1,
  constraint day_treatment_nurse_pkey PRIMARY KEY (id),
  constraint day_treatment_nurse_professional_id_fkey FOREIGN KEY (professional_id) REFERENCES region_professional(id),
  constraint day_treatment_nurse_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES day_treatment_room(unit_id),
  constraint day_treatment_nurse_initials_check CHECK (length(initials) >= 1 AND length(initials) <= 4),
  constraint day_treatment_nurse_name_check CHECK (length(name) >= 2 AND length(name) <= 100)
);
alter table day_treatment_nurse enable row level security;
alter table day_treatment_nurse force row level security;
create policy known on day_treatment_nurse for select
  using (true);
create policy mine on day_treatment_nurse for all
  using (day_treatment_house(unit_id))
  with check (day_treatment_house(unit_id));
create policy z_guard on day_treatment_nurse for all to verkeerstoren_guard
  using ((CURRENT_USER = 'verkeerstoren_guard'::name))
  with check ((CURRENT_USER = 'verkeerstoren_guard'::name));
create policy z_keeper on day_treatment_nurse for all to owner
  using ((current_setting('app.keeper'::text, true) = 'on'::text))
  with check ((current_setting('app.keeper'::text, true) = 'on'::text));

create table day_treatment_offer (
  id uuid not null,
  unit_id uuid not null,
  half_day_id uuid not null,
  visit_id uuid not null,
  because text not null,
  since timestamp with time zone not null,
  state text not null default 'open'::text,
  line bigint not null,
  made_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  constraint day_treatment_offer_pkey PRIMARY KEY (id),
  constraint day_treatment_offer_line_half_day_id_key UNIQUE (line, half_day_id),
  constraint day_treatment_offer_half_day_id_fkey FOREIGN KEY (half_day_id) REFERENCES day_treatment_half_day(id) ON DELETE CASCADE,
  constraint day_treatment_offer_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES day_treatment_room(unit_id),
  constraint day_treatment_offer_visit_id_fkey FOREIGN KEY (visit_id) REFERENCES day_treatment_visit(id),
  constraint day_treatment_offer_because_check CHECK (because = ANY (ARRAY['unplanned'::text, 'missed'::text, 'stopped'::text, 'opened'::text, 'asked'::text])),
  constraint day_treatment_offer_check CHECK ((state = 'open'::text) = (ended_at IS NULL)),
  constraint day_treatment_offer_state_check CHECK (state = ANY (ARRAY['open'::text, 'taken'::text, 'aside'::text, 'gone'::text]))
);
CREATE INDEX day_treatment_offer_half_day ON public.day_treatment_offer USING btree (half_day_id);
CREATE INDEX day_treatment_offer_unit ON public.day_treatment_offer USING btree (unit_id) WHERE (state = 'open'::text);
CREATE UNIQUE INDEX day_treatment_offer_visit ON public.day_treatment_offer USING btree (visit_id) WHERE (state = 'open'::text);
alter table day_treatment_offer enable row level security;
alter table day_treatment_offer force row level security;
create policy mine on day_treatment_offer for all
  using (day_treatment_house(unit_id))
  with check (day_treatment_house(unit_id));
create policy z_guard on day_treatment_offer for all to verkeerstoren_guard
  using ((CURRENT_USER = 'verkeerstoren_guard'::name))
  with check ((CURRENT_USER = 'verkeerstoren_guard'::name));
create policy z_keeper on day_treatment_offer for all to owner
  using ((current_setting('app.keeper'::text, true) = 'on'::text))
  with check ((current_setting('app.keeper'::text, true) = 'on'::text));

create table day_treatment_opening (
  unit_id uuid not null,
  weekday smallint not null,
  part text not null,
  opens smallint not null,
  closes smallint not null,
  since date not null,
  until date,
  constraint day_treatment_opening_pkey PRIMARY KEY (unit_id, weekday, part, since),
  constraint day_treatment_opening_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES day_treatment_room(unit_id),
  constraint day_treatment_opening_check CHECK (opens < closes),
  constraint day_treatment_opening_check1 CHECK (until IS NULL OR until > since),
  constraint day_treatment_opening_closes_check CHECK (closes >= 1 AND closes <= 1440),
  constraint day_treatment_opening_opens_check CHECK (opens >= 0 AND opens <= 1439),
  constraint day_treatment_opening_part_check CHECK (part = ANY (ARRAY['morning'::text, 'afternoon'::text])),
  constraint day_treatment_opening_weekday_check CHECK (weekday >= 1 AND weekday <= 7)
);
alter table day_treatment_opening enable row level security;
alter table day_treatment_opening force row level security;
create policy known on day_treatment_opening for select
  using (true);
create policy mine on day_treatment_opening for all
  using (day_treatment_house(unit_id))
  with check (day_treatment_house(unit_id));
create policy z_guard on day_treatment_opening for all to verkeerstoren_guard
  using ((CURRENT_USER = 'verkeerstoren_guard'::name))
  with check ((CURRENT_USER = 'verkeerstoren_guard'::name));
create policy z_keeper on day_treatment_opening for all to owner
  using ((current_setting('app.keeper'::text, true) = 'on'::text))
  with check ((current_setting('app.keeper'::text, true) = 'on'::text));

create table day_treatment_order (
  id uuid not null,
  code text not null,
  person_id uuid not null,
  treatment text not null,
  treatment_version integer not null,
  hospital_org uuid not null,
  site_org uuid not null,
  gp_org uuid,
  specialist_name text not null,
  specialist_phone text not null,
  visits integer not null,
  given integer not null default 0,
  first_given_on date,
  interval_days integer not null,
  tolerance_days integer not null,
  from_day date not null,
  latest_day date not null,
  valid_until date not null,
  urgency smallint not null default 1,
  dose text not null,
  weight_kg numeric(4,1),
  lab_on date,
  lab_ok boolean,
  limits text,
  stop_rule text not null,
  wishes jsonb not null default '{}'::jsonb,
  state text not null,
  signed_at timestamp with time zone,
  signed_by text,
  signature integer not null default 0,
  ended_at timestamp with time zone,
  stop_reason text,
  version integer not null default 1,
  made_at timestamp with time zone not null,
  actor text not null,
  constraint day_treatment_order_pkey PRIMARY KEY (id),
  constraint day_treatment_order_code_key UNIQUE (code),
  constraint day_treatment_order_person_id_fkey FOREIGN KEY (person_id) REFERENCES people_person(id),
  constraint day_treatment_order_treatment_treatment_version_fkey FOREIGN KEY (treatment, treatment_version) REFERENCES day_treatment_treatment(code, version),
  constraint day_treatment_order_check CHECK (latest_day >= from_day AND valid_until >= from_day),
  constraint day_treatment_order_check1 CHECK (state = 'draft'::text OR signed_at IS NOT NULL AND signed_by IS NOT NULL),
  constraint day_treatment_order_check2 CHECK ((state = ANY (ARRAY['stopped'::text, 'done'::text])) = (ended_at IS NOT NULL)),
  constraint day_treatment_order_check3 CHECK ((state = 'stopped'::text) = (stop_reason IS NOT NULL)),
  constraint day_treatment_order_dose_check CHECK (length(dose) >= 1 AND length(dose) <= 200),
  constraint day_treatment_order_given_check CHECK (given >= 0),
  constraint day_treatment_order_interval_days_check CHECK (interval_days >= 0 AND interval_days <= 400),
  constraint day_treatment_order_limits_check CHECK (length(limits) <= 1000),
  constraint day_treatment_order_specialist_name_check CHECK (length(specialist_name) >= 2 AND length(specialist_name) <= 100),
  constraint day_treatment_order_specialist_phone_check CHECK (length(specialist_phone) >= 3 AND length(specialist_phone) <= 30),
  constraint day_treatment_order_state_check CHECK (state = ANY (ARRAY['draft'::text, 'signed'::text, 'stopped'::text, 'done'::text])),
  constraint day_treatment_order_stop_reason_check CHECK (length(stop_reason) >= 3 AND length(stop_reason) <= 500),
  constraint day_treatment_order_stop_rule_check CHECK (length(stop_rule) >= 3 AND length(stop_rule) <= 1000),
  constraint day_treatment_order_tolerance_days_check CHECK (tolerance_days >= 0 AND tolerance_days <= 60),
  constraint day_treatment_order_urgency_check CHECK (urgency >= 1 AND urgency <= 5),
  constraint day_treatment_order_visits_check CHECK (visits >= 1 AND visits <= 60),
  constraint day_treatment_order_weight_kg_check CHECK (weight_kg >= 20::numeric AND weight_kg <= 300::numeric)
);
CREATE INDEX day_treatment_order_hospital ON public.day_treatment_order USING btree (hospital_org, made_at DESC);
CREATE INDEX day_treatment_order_person ON public.day_treatment_order USING btree (person_id);
CREATE INDEX day_treatment_order_site ON public.day_treatment_order USING btree (site_org) WHERE (state = 'signed'::text);
alter table day_treatment_order enable row level security;
alter table day_treatment_order force row level security;
create policy order_changed on day_treatment_order for update
  using ((hospital_org = platform_org()))
  with check ((hospital_org = platform_org()));
create policy order_discarded on day_treatment_order for delete
  using (((hospital_org = platform_org()) AND (state = 'draft'::text)));
create policy order_made on day_treatment_order for insert
  with check (((hospital_org = platform_org()) AND (state = 'draft'::text) AND people_stands(person_id, ARRAY['own'::text, 'accepted'::text, 'care-team'::text])));
create policy order_read on day_treatment_order for select
  using (((hospital_org = platform_org()) OR ((state <> 'draft'::text) AND ((platform_org() = site_org) OR (platform_org() = gp_org))) OR (person_id = people_self())));
create policy z_guard on day_treatment_order for all to verkeerstoren_guard
  using ((CURRENT_USER = 'verkeerstoren_guard'::name))
  with check ((CURRENT_USER = 'verkeerstoren_guard'::name));
create policy z_keeper on day_treatment_order for all to owner
  using ((current_setting('app.keeper'::text, true) = 'on'::text))
  with check ((current_setting('app.keeper'::text, true) = 'on'::text));

create table day_treatment_plan (
  id uuid not null,
  organisation_id uuid not null,
  from_day date not null,
  until_day date not null,
  made_at timestamp with time zone not null,
  cost double precision,
  bound double precision,
  placed integer not null default 0,
  waiting jsonb not null default '[]'::jsonb,
  moves jsonb not null default '[]'::jsonb,
  taken_at timestamp with time zone,
  actor text not null,
  unit_id uuid not null,
  state text not null default 'running'::text,
  constraint day_treatment_plan_pkey PRIMARY KEY (id),
  constraint day_treatment_plan_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES day_treatment_room(unit_id),
  constraint day_treatment_plan_check CHECK (bound <= (cost + 0.001::double precision)),
  constraint day_treatment_plan_check1 CHECK ((state = ANY (ARRAY['ready'::text, 'taken'::text])) <= (cost IS NOT NULL AND bound IS NOT NULL)),
  constraint day_treatment_plan_check2 CHECK ((state = 'taken'::text) = (taken_at IS NOT NULL)),
  constraint day_treatment_plan_state_check CHECK (state = ANY (ARRAY['running'::text, 'ready'::text, 'taken'::text, 'cancelled'::text]))
);
CREATE INDEX day_treatment_plan_room ON public.day_treatment_plan USING btree (unit_id, made_at DESC);
alter table day_treatment_plan enable row level security;
alter table day_treatment_plan force row level security;
create policy plan_own on day_treatment_plan for all
  using ((organisation_id = platform_org()))
  with check ((organisation_id = platform_org()));
create policy z_guard on day_treatment_plan for all to verkeerstoren_guard
  using ((CURRENT_USER = 'verkeerstoren_guard'::name))
  with check ((CURRENT_USER = 'verkeerstoren_guard'::name));
create policy z_keeper on day_treatment_plan for all to owner
  using ((current_setting('app.keeper'::text, true) = 'on'::text))
  with check ((current_setting('app.keeper'::text, true) = 'on'::text));

create table day_treatment_reach (
  person_id uuid not null,
  email text,
  refuses boolean not null default false,
  said_at timestamp with time zone not null,
  actor text not null,
  constraint day_treatment_reach_pkey PRIMARY KEY (person_id),
  constraint day_treatment_reach_person_id_fkey FOREIGN KEY (person_id) REFERENCES people_person(id),
  constraint day_treatment_reach_email_check CHECK (length(email) >= 3 AND length(email) <= 200)
);
alter table day_treatment_reach enable row level security;
alter table day_treatment_reach force row level security;
create policy reach_known on day_treatment_reach for all
  using ((EXISTS ( SELECT 1
   FROM day_treatment_order o
  WHERE ((o.person_id = day_treatment_reach.person_id) AND ((platform_org() = o.hospital_org) OR (platform_org() = o.site_org))))))
  with check ((EXISTS ( SELECT 1
   FROM day_treatment_order o
  WHERE ((o.person_id = day_treatment_reach.person_id) AND ((platform_org() = o.hospital_org) OR (platform_org() = o.site_org))))));
create policy z_guard on day_treatment_reach for all to verkeerstoren_guard
  using ((CURRENT_USER = 'verkeerstoren_guard'::name))
  with check ((CURRENT_USER = 'verkeerstoren_guard'::name));
create policy z_keeper on day_treatment_reach for all to owner
  using ((current_setting('app.keeper'::text, true) = 'on'::text))
  with check ((current_setting('app.keeper'::text, true) = 'on'::text));

create table day_treatment_room (
  unit_id uuid not null,
  organisation_id uuid not null,
  emergency text[] not null default '{}'::text[],
  route text,
  constraint day_treatment_room_pkey PRIMARY KEY (unit_id),
  constraint day_treatment_room_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES region_unit(id),
  constraint day_treatment_room_route_check CHECK (length(route) <= 1000)
);
alter table day_treatment_room enable row level security;
alter table day_treatment_room force row level security;
create policy known on day_treatment_room for select
  using (true);
create policy mine on day_treatment_room for all
  using ((organisation_id = platform_org()))
  with check ((organisation_id = platform_org()));
create policy z_guard on day_treatment_room for all to verkeerstoren_guard
  using ((CURRENT_USER = 'verkeerstoren_guard'::name))
  with check ((CURRENT_USER = 'verkeerstoren_guard'::name));
create policy z_keeper on day_treatment_room for all to owner
  using ((current_setting('app.keeper'::text, true) = 'on'::text))
  with check ((current_setting('app.keeper'::text, true) = 'on'::text));

create table day_treatment_shift (
  half_day_id uuid not null,
  nurse_id uuid not null,
  absent text,
  constraint day_treatment_shift_pkey PRIMARY KEY (half_day_id, nurse_id),
  constraint day_treatment_shift_half_day_id_fkey FOREIGN KEY (half_day_id) REFERENCES day_treatment_half_day(id),
  constraint day_treatment_shift_nurse_id_fkey FOREIGN KEY (nurse_id) REFERENCES day_treatment_nurse(id),
  constraint day_treatment_shift_absent_check CHECK (absent = ANY (ARRAY['ill'::text, 'leave'::text, 'elsewhere'::text]))
);
CREATE INDEX day_treatment_shift_nurse ON public.day_treatment_shift USING btree (nurse_id);
alter table day_treatment_shift enable row level security;
alter table day_treatment_shift force row level security;
create policy known on day_treatment_shift for select
  using (true);
create policy mine on day_treatment_shift for all
  using ((EXISTS ( SELECT 1
   FROM day_treatment_half_day h
  WHERE ((h.id = day_treatment_shift.half_day_id) AND day_treatment_house(h.unit_id)))))
  with check ((EXISTS ( SELECT 1
   FROM day_treatment_half_day h
  WHERE ((h.id = day_treatment_shift.half_day_id) AND day_treatment_house(h.unit_id)))));
create policy z_guard on day_treatment_shift for all to verkeerstoren_guard
  using ((CURRENT_USER = 'verkeerstoren_guard'::name))
  with check ((CURRENT_USER = 'verkeerstoren_guard'::name));
create policy z_keeper on day_treatment_shift for all to owner
  using ((current_setting('app.keeper'::text, true) = 'on'::text))
  with check ((current_setting('app.keeper'::text, true) = 'on'::text));

create table day_treatment_signature (
  order_id uuid not null,
  signature integer not null,
  treatment_version integer not null,
  signed_by text not null,
  signed_at timestamp with time zone not null,
  content jsonb not null,
  constraint day_treatment_signature_pkey PRIMARY KEY (order_id, signature),
  constraint day_treatment_signature_order_id_fkey FOREIGN KEY (order_id) REFERENCES day_treatment_order(id),
  constraint day_treatment_signature_signature_check CHECK (signature > 0)
);
alter table day_treatment_signature enable row level security;
alter table day_treatment_signature force row level security;
create policy signature_made on day_treatment_signature for insert
  with check ((EXISTS ( SELECT 1
   FROM day_treatment_order o
  WHERE ((o.id = day_treatment_signature.order_id) AND (o.hospital_org = platform_org()) AND (o.state = 'signed'::text) AND (o.signature = day_treatment_signature.signature) AND (o.signed_by = day_treatment_signature.signed_by)))));
create policy signature_read on day_treatment_signature for select
  using (day_treatment_reads(order_id));
create policy z_guard on day_treatment_signature for all to verkeerstoren_guard
  using ((CURRENT_USER = 'verkeerstoren_guard'::name))
  with check ((CURRENT_USER = 'verkeerstoren_guard'::name));
create policy z_keeper on day_treatment_signature for all to owner
  using ((current_setting('app.keeper'::text, true) = 'on'::text))
  with check ((current_setting('app.keeper'::text, true) = 'on'::text));

create table day_treatment_telling (
  id uuid not null,
  visit_id uuid not null,
  organisation_id uuid not null,
  number integer not null,
  during tstzrange,
  was tstzrange,
  due_at timestamp with time zone not null,
  told_at timestamp with time zone,
  way text,
  reminded_at timestamp with time zone,
  ended_at timestamp with time zone,
  answer text,
  answered_at timestamp with time zone,
  words text,
  weekdays smallint[] not null default '{}'::smallint[],
  part text,
  constraint day_treatment_telling_pkey PRIMARY KEY (id),
  constraint day_treatment_telling_visit_id_number_key UNIQUE (visit_id, number),
  constraint day_treatment_telling_visit_id_fkey FOREIGN KEY (visit_id) REFERENCES day_treatment_visit(id),
  constraint day_treatment_telling_answer_check CHECK (answer = ANY (ARRAY['comes'::text, 'other-moment'::text, 'cannot'::text])),
  constraint day_treatment_telling_check CHECK ((told_at IS NULL) = (way IS NULL)),
  constraint day_treatment_telling_check1 CHECK ((answer IS NULL) = (answered_at IS NULL)),
  constraint day_treatment_telling_check2 CHECK (answer IS NULL OR told_at IS NOT NULL),
  constraint day_treatment_telling_number_check CHECK (number > 0),
  constraint day_treatment_telling_part_check CHECK (part = ANY (ARRAY['morning'::text, 'afternoon'::text])),
  constraint day_treatment_telling_way_check CHECK (way = ANY (ARRAY['mail'::text, 'message'::text, 'call'::text, 'screen'::text])),
  constraint day_treatment_telling_words_check CHECK (length(words) <= 500)
);
CREATE UNIQUE INDEX day_treatment_telling_holds ON public.day_treatment_telling USING btree (visit_id) WHERE ((ended_at IS NULL) AND (told_at IS NOT NULL));
CREATE INDEX day_treatment_telling_open ON public.day_treatment_telling USING btree (organisation_id) WHERE (ended_at IS NULL);
CREATE UNIQUE INDEX day_treatment_telling_waits ON public.day_treatment_telling USING btree (visit_id) WHERE ((ended_at IS NULL) AND (told_at IS NULL));
alter table day_treatment_telling enable row level security;
alter table day_treatment_telling force row level security;
create policy telling_held on day_treatment_telling for select
  using (((id)::text = people_named('moment'::text)));
create policy telling_site on day_treatment_telling for all
  using ((organisation_id = platform_org()))
  with check (((organisation_id = platform_org()) AND (EXISTS ( SELECT 1
   FROM day_treatment_visit v
  WHERE ((v.id = day_treatment_telling.visit_id) AND day_treatment_gives(v.order_id))))));
create policy z_guard on day_treatment_telling for all to verkeerstoren_guard
  using ((CURRENT_USER = 'verkeerstoren_guard'::name))
  with check ((CURRENT_USER = 'verkeerstoren_guard'::name));
create policy z_keeper on day_treatment_telling for all to owner
  using ((current_setting('app.keeper'::text, true) = 'on'::text))
  with check ((current_setting('app.keeper'::text, true) = 'on'::text));

create table day_treatment_treatment (
  code text not null,
  version integer not null,
  body jsonb not null,
  organisation_id uuid not null,
  signed_by text not null,
  signed_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  end_reason text,
  actor text not null,
  constraint day_treatment_treatment_pkey PRIMARY KEY (code, version),
  constraint day_treatment_treatment_check CHECK ((ended_at IS NULL) = (end_reason IS NULL)),
  constraint day_treatment_treatment_end_reason_check CHECK (length(end_reason) >= 3 AND length(end_reason) <= 500),
  constraint day_treatment_treatment_signed_by_check CHECK (length(signed_by) >= 2 AND length(signed_by) <= 100),
  constraint day_treatment_treatment_version_check CHECK (version > 0)
);
CREATE UNIQUE INDEX day_treatment_treatment_one ON public.day_treatment_treatment USING btree (code) WHERE (ended_at IS NULL);
alter table day_treatment_treatment enable row level security;
alter table day_treatment_treatment force row level security;
create policy treatment_ended on day_treatment_treatment for update
  using ((organisation_id = platform_org()));
create policy treatment_known on day_treatment_treatment for select
  using (true);
create policy treatment_signed on day_treatment_treatment for insert
  with check ((organisation_id = platform_org()));
create policy z_guard on day_treatment_treatment for all to verkeerstoren_guard
  using ((CURRENT_USER = 'verkeerstoren_guard'::name))
  with check ((CURRENT_USER = 'verkeerstoren_guard'::name));
create policy z_keeper on day_treatment_treatment for all to owner
  using ((current_setting('app.keeper'::text, true) = 'on'::text))
  with check ((current_setting('app.keeper'::text, true) = 'on'::text));

create table day_treatment_visit (
  id uuid not null,
  order_id uuid not null,
  number integer not null,
  attempt integer not null default 1,
  state text not null,
  half_day_id uuid,
  during tstzrange,
  nurse_id uuid,
  set_up tstzrange,
  claims uuid[] not null default '{}'::uuid[],
  locked boolean not null default false,
  signature integer not null,
  drug_ready_at timestamp with time zone,
  confirmed_at timestamp with time zone,
  ended_why text,
  version integer not null default 1,
  constraint day_treatment_visit_pkey PRIMARY KEY (id),
  constraint day_treatment_visit_order_id_number_attempt_key UNIQUE (order_id, number, attempt),
  constraint day_treatment_visit_half_day_id_fkey FOREIGN KEY (half_day_id) REFERENCES day_treatment_half_day(id),
  constraint day_treatment_visit_nurse_id_fkey FOREIGN KEY (nurse_id) REFERENCES day_treatment_nurse(id),
  constraint day_treatment_visit_order_id_fkey FOREIGN KEY (order_id) REFERENCES day_treatment_order(id),
  constraint day_treatment_visit_one_nurse EXCLUDE USING gist (nurse_id WITH =, set_up WITH &&) WHERE (state = ANY (ARRAY['planned'::text, 'arrived'::text])) DEFERRABLE,
  constraint day_treatment_visit_attempt_check CHECK (attempt > 0),
  constraint day_treatment_visit_check CHECK ((state = ANY (ARRAY['planned'::text, 'arrived'::text])) <= (half_day_id IS NOT NULL AND during IS NOT NULL AND nurse_id IS NOT NULL AND set_up IS NOT NULL)),
  constraint day_treatment_visit_ended_why_check CHECK (length(ended_why) <= 500),
  constraint day_treatment_visit_number_check CHECK (number > 0),
  constraint day_treatment_visit_state_check CHECK (state = ANY (ARRAY['to-plan'::text, 'planned'::text, 'arrived'::text, 'done'::text, 'not-given'::text, 'no-show'::text, 'cancelled'::text]))
);
CREATE INDEX day_treatment_visit_half_day ON public.day_treatment_visit USING btree (half_day_id) WHERE (half_day_id IS NOT NULL);
CREATE INDEX day_treatment_visit_planned ON public.day_treatment_visit USING btree (order_id) WHERE (state = 'planned'::text);
CREATE INDEX day_treatment_visit_waiting ON public.day_treatment_visit USING btree (order_id) WHERE (state = 'to-plan'::text);
alter table day_treatment_visit enable row level security;
alter table day_treatment_visit force row level security;
create policy visit_changed on day_treatment_visit for update
  using ((day_treatment_gives(order_id) OR (EXISTS ( SELECT 1
   FROM day_treatment_order o
  WHERE ((o.id = day_treatment_visit.order_id) AND (o.hospital_org = platform_org()))))));
create policy visit_made on day_treatment_visit for insert
  with check ((day_treatment_gives(order_id) OR (EXISTS ( SELECT 1
   FROM day_treatment_order o
  WHERE ((o.id = day_treatment_visit.order_id) AND (o.hospital_org = platform_org()))))));
create policy visit_read on day_treatment_visit for select
  using ((EXISTS ( SELECT 1
   FROM day_treatment_order o
  WHERE (o.id = day_treatment_visit.order_id))));
create policy z_guard on day_treatment_visit for all to verkeerstoren_guard
  using ((CURRENT_USER = 'verkeerstoren_guard'::name))
  with check ((CURRENT_USER = 'verkeerstoren_guard'::name));
create policy z_keeper on day_treatment_visit for all to owner
  using ((current_setting('app.keeper'::text, true) = 'on'::text))
  with check ((current_setting('app.keeper'::text, true) = 'on'::text));

create table outlook_alert (
  id uuid not null,
  kind text not null,
  product text,
  about text,
  made_on date not null,
  until date not null,
  figure double precision not null,
  over double precision not null,
  made_at timestamp with time zone not null,
  is_right boolean,
  judged_at timestamp with time zone,
  seen_at timestamp with time zone,
  seen_by text,
  constraint outlook_alert_pkey PRIMARY KEY (id),
  constraint outlook_alert_check CHECK (until > made_on),
  constraint outlook_alert_check1 CHECK ((is_right IS NULL) = (judged_at IS NULL)),
  constraint outlook_alert_check2 CHECK ((seen_at IS NULL) = (seen_by IS NULL)),
  constraint outlook_alert_kind_check CHECK (kind = ANY (ARRAY['no-place-ahead'::text, 'departures-wait'::text]))
);
CREATE INDEX outlook_alert_made ON public.outlook_alert USING btree (made_at);
CREATE UNIQUE INDEX outlook_alert_open ON public.outlook_alert USING btree (kind, product, about) NULLS NOT DISTINCT WHERE (is_right IS NULL);
alter table outlook_alert enable row level security;
alter table outlook_alert force row level security;
create policy alert_judged on outlook_alert for update
  using (((platform_org() IS NOT NULL) OR outlook_by_itself()));
create policy alert_raised on outlook_alert for insert
  with check (outlook_by_itself());
create policy alert_read on outlook_alert for select
  using (((platform_org() IS NOT NULL) OR outlook_by_itself()));
create policy z_guard on outlook_alert for all to verkeerstoren_guard
  using ((CURRENT_USER = 'verkeerstoren_guard'::name))
  with check ((CURRENT_USER = 'verkeerstoren_guard'::name));
create policy z_keeper on outlook_alert for all to owner
  using ((current_setting('app.keeper'::text, true) = 'on'::text))
  with check ((current_setting('app.keeper'::text, true) = 'on'::text));

create table outlook_forecast (
  id uuid not null,
  of_day date,
  made_at timestamp with time zone not null,
  product text not null,
  site_id uuid,
  days jsonb not null,
  none_within jsonb,
  past jsonb not null,
  same_as_now integer not null,
  weekday_mean jsonb not null,
  none text,
  rests_days integer not null,
  rests_stays integer not null,
  constraint outlook_forecast_pkey PRIMARY KEY (id),
  constraint outlook_forecast_of_day_product_site_id_key UNIQUE NULLS NOT DISTINCT (of_day, product, site_id),
  constraint outlook_forecast_site_id_fkey FOREIGN KEY (site_id) REFERENCES region_site(id),
  constraint outlook_forecast_none_check CHECK ("none" = ANY (ARRAY['nothing-known'::text, 'short-history'::text, 'overloaded'::text])),
  constraint outlook_forecast_rests_days_check CHECK (rests_days >= 0),
  constraint outlook_forecast_rests_stays_check CHECK (rests_stays >= 0),
  constraint outlook_forecast_same_as_now_check CHECK (same_as_now >= 0)
);
CREATE INDEX outlook_forecast_of ON public.outlook_forecast USING btree (product, site_id, of_day);
alter table outlook_forecast enable row level security;
alter table outlook_forecast force row level security;
create policy forecast_anew on outlook_forecast for update
  using (outlook_by_itself())
  with check ((of_day IS NULL));
create policy forecast_made on outlook_forecast for insert
  with check (outlook_by_itself());
create policy forecast_over on outlook_forecast for delete
  using ((outlook_by_itself() AND (of_day IS NOT NULL)));
create policy forecast_read on outlook_forecast for select
  using (true);
create policy z_guard on outlook_forecast for all to verkeerstoren_guard
  using ((CURRENT_USER = 'verkeerstoren_guard'::name))
  with check ((CURRENT_USER = 'verkeerstoren_guard'::name));
create policy z_keeper on outlook_forecast for all to owner
  using ((current_setting('app.keeper'::text, true) = 'on'::text))
  with check ((current_setting('app.keeper'::text, true) = 'on'::text));

create table outlook_price (
  code text not null,
  version integer not null,
  euros double precision not null,
  source text not null,
  year integer not null,
  valid_from date not null,
  set_by text not null,
  constraint outlook_price_pkey PRIMARY KEY (code, version),
  constraint outlook_price_code_check CHECK (code = ANY (ARRAY['hospital-day'::text, 'hospital-admission'::text, 'bed-day'::text, 'evening-weekend-hour'::text, 'weekend-start'::text, 'respite-night'::text, 'calling-hour'::text])),
  constraint outlook_price_euros_check CHECK (euros >= 0::double precision AND euros <= 100000::double precision),
  constraint outlook_price_source_check CHECK (length(source) >= 1 AND length(source) <= 200),
  constraint outlook_price_version_check CHECK (version > 0),
  constraint outlook_price_year_check CHECK (year >= 2000 AND year <= 2100)
);
alter table outlook_price enable row level security;
alter table outlook_price force row level security;
create policy price_read on outlook_price for select
  using (((platform_org() IS NOT NULL) OR outlook_by_itself()));
create policy price_set on outlook_price for insert
  with check ((platform_org() IS NOT NULL));
create policy z_guard on outlook_price for all to verkeerstoren_guard
  using ((CURRENT_USER = 'verkeerstoren_guard'::name))
  with check ((CURRENT_USER = 'verkeerstoren_guard'::name));
create policy z_keeper on outlook_price for all to owner
  using ((current_setting('app.keeper'::text, true) = 'on'::text))
  with check ((current_setting('app.keeper'::text, true) = 'on'::text));

create table outlook_scenario (
  id uuid not null,
  organisation_id uuid not null,
  name text not null,
  levers jsonb not null,
  model jsonb not null,
  seed bigint not null,
  years integer not null,
  rows jsonb not null,
  made_at timestamp with time zone not null,
  made_by text not null,
  version integer not null,
  share_mark text,
  shared_until timestamp with time zone,
  constraint outlook_scenario_pkey PRIMARY KEY (id),
  constraint outlook_scenario_share_mark_key UNIQUE (share_mark),
  constraint outlook_scenario_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES region_organisation(id),
  constraint outlook_scenario_check CHECK ((share_mark IS NULL) = (shared_until IS NULL)),
  constraint outlook_scenario_name_check CHECK (length(name) >= 1 AND length(name) <= 60),
  constraint outlook_scenario_seed_check CHECK (seed >= 0 AND seed <= '4294967295'::bigint),
  constraint outlook_scenario_version_check CHECK (version > 0),
  constraint outlook_scenario_years_check CHECK (years >= 1 AND years <= 1000)
);
CREATE INDEX outlook_scenario_organisation ON public.outlook_scenario USING btree (organisation_id, made_at);
alter table outlook_scenario enable row level security;
alter table outlook_scenario force row level security;
create policy scenario_own on outlook_scenario for all
  using ((organisation_id = platform_org()))
  with check ((organisation_id = platform_org()));
create policy z_guard on outlook_scenario for all to verkeerstoren_guard
  using ((CURRENT_USER = 'verkeerstoren_guard'::name))
  with check ((CURRENT_USER = 'verkeerstoren_guard'::name));
create policy z_keeper on outlook_scenario for all to owner
  using ((current_setting('app.keeper'::text, true) = 'on'::text))
  with check ((current_setting('app.keeper'::text, true) = 'on'::text));

create table outlook_score (
  forecast_id uuid not null,
  ahead integer not null,
  day date not null,
  free integer not null,
  from90 integer not null,
  until90 integer not null,
  in50 boolean not null,
  in90 boolean not null,
  crps double precision not null,
  crps_same double precision not null,
  crps_weekday double precision,
  constraint outlook_score_pkey PRIMARY KEY (forecast_id, ahead),
  constraint outlook_score_forecast_id_fkey FOREIGN KEY (forecast_id) REFERENCES outlook_forecast(id),
  constraint outlook_score_ahead_check CHECK (ahead >= 1 AND ahead <= 14),
  constraint outlook_score_crps_check CHECK (crps >= 0::double precision),
  constraint outlook_score_crps_same_check CHECK (crps_same >= 0::double precision),
  constraint outlook_score_crps_weekday_check CHECK (crps_weekday >= 0::double precision),
  constraint outlook_score_free_check CHECK (free >= 0)
);
CREATE INDEX outlook_score_day ON public.outlook_score USING btree (day);
alter table outlook_score enable row level security;
alter table outlook_score force row level security;
create policy score_kept on outlook_score for insert
  with check (outlook_by_itself());
create policy score_over on outlook_score for delete
  using (outlook_by_itself());
create policy score_read on outlook_score for select
  using (true);
create policy z_guard on outlook_score for all to verkeerstoren_guard
  using ((CURRENT_USER = 'verkeerstoren_guard'::name))
  with check ((CURRENT_USER = 'verkeerstoren_guard'::name));
create policy z_keeper on outlook_score for all to owner
  using ((current_setting('app.keeper'::text, true) = 'on'::text))
  with check ((current_setting('app.keeper'::text, true) = 'on'::text));

create table outlook_score_month (
  month date not null,
  product text not null,
  site_id uuid,
  days integer not null,
  in50 integer not null,
  in90 integer not null,
  crps double precision not null,
  crps_same double precision not null,
  weekday_days integer not null,
  crps_weekday double precision not null,
  constraint outlook_score_month_month_product_site_id_key UNIQUE NULLS NOT DISTINCT (month, product, site_id),
  constraint outlook_score_month_site_id_fkey FOREIGN KEY (site_id) REFERENCES region_site(id),
  constraint outlook_score_month_check CHECK (in50 >= 0 AND in50 <= days),
  constraint outlook_score_month_check1 CHECK (in90 >= 0 AND in90 <= days),
  constraint outlook_score_month_check2 CHECK (weekday_days >= 0 AND weekday_days <= days),
  constraint outlook_score_month_days_check CHECK (days > 0),
  constraint outlook_score_month_month_check CHECK (EXTRACT(day FROM month) = 1::numeric)
);
alter table outlook_score_month enable row level security;
alter table outlook_score_month force row level security;
create policy month_kept on outlook_score_month for insert
  with check (outlook_by_itself());
create policy month_more on outlook_score_month for update
  using (outlook_by_itself());
create policy month_read on outlook_score_month for select
  using (true);
create policy z_guard on outlook_score_month for all to verkeerstoren_guard
  using ((CURRENT_USER = 'verkeerstoren_guard'::name))
  with check ((CURRENT_USER = 'verkeerstoren_guard'::name));
create policy z_keeper on outlook_score_month for all to owner
  using ((current_setting('app.keeper'::text, true) = 'on'::text))
  with check ((current_setting('app.keeper'::text, true) = 'on'::text));

create table outlook_threshold (
  kind text not null,
  product text,
  version integer not null,
  is_on boolean not null,
  figure double precision not null,
  days integer not null,
  set_at timestamp with time zone not null,
  set_by text not null,
  constraint outlook_threshold_kind_product_version_key UNIQUE NULLS NOT DISTINCT (kind, product, version),
  constraint outlook_threshold_check CHECK ((kind = 'no-place-ahead'::text) = (product IS NOT NULL)),
  constraint outlook_threshold_days_check CHECK (days >= 1 AND days <= 14),
  constraint outlook_threshold_figure_check CHECK (figure >= 0::double precision AND figure <= 100::double precision),
  constraint outlook_threshold_kind_check CHECK (kind = ANY (ARRAY['no-place-ahead'::text, 'departures-wait'::text])),
  constraint outlook_threshold_version_check CHECK (version > 0)
);
alter table outlook_threshold enable row level security;
alter table outlook_threshold force row level security;
create policy threshold_read on outlook_threshold for select
  using (((platform_org() IS NOT NULL) OR outlook_by_itself()));
create policy threshold_set on outlook_threshold for insert
  with check ((platform_org() IS NOT NULL));
create policy z_guard on outlook_threshold for all to verkeerstoren_guard
  using ((CURRENT_USER = 'verkeerstoren_guard'::name))
  with check ((CURRENT_USER = 'verkeerstoren_guard'::name));
create policy z_keeper on outlook_threshold for all to owner
  using ((current_setting('app.keeper'::text, true) = 'on'::text))
  with check ((current_setting('app.keeper'::text, true) = 'on'::text));

create table people_answer (
  id uuid not null,
  person_id uuid not null,
  look_id uuid,
  kind text not null,
  said text not null default ''::text,
  at timestamp with time zone not null,
  organisation_id uuid not null,
  due_at timestamp with time zone,
  constraint people_answer_pkey PRIMARY KEY (id),
  constraint people_answer_person_id_fkey FOREIGN KEY (person_id) REFERENCES people_person(id),
  constraint people_answer_check CHECK ((kind = 'wrong'::text) = (look_id IS NULL)),
  constraint people_answer_check1 CHECK ((kind = 'right'::text) = (due_at IS NULL)),
  constraint people_answer_kind_check CHECK (kind = ANY (ARRAY['right'::text, 'question'::text, 'wrong'::text])),
  constraint people_answer_said_check CHECK (length(said) <= 1000)
);
CREATE UNIQUE INDEX people_answer_look ON public.people_answer USING btree (person_id, look_id) WHERE (look_id IS NOT NULL);
CREATE INDEX people_answer_organisation ON public.people_answer USING btree (organisation_id, at DESC);
alter table people_answer enable row level security;
alter table people_answer force row level security;
create policy answer_asked on people_answer for select
  using ((organisation_id = platform_org()));
create policy answer_own on people_answer for all
  using ((person_id = people_self()));
create policy z_guard on people_answer for all to verkeerstoren_guard
  using ((CURRENT_USER = 'verkeerstoren_guard'::name))
  with check ((CURRENT_USER = 'verkeerstoren_guard'::name));
create policy z_keeper on people_answer for all to owner
  using ((current_setting('app.keeper'::text, true) = 'on'::text))
  with check ((current_setting('app.keeper'::text, true) = 'on'::text));

create table people_consent (
  id uuid not null,
  person_id uuid not null,
  purpose text not null,
  receiver_org uuid,
  receiver_kind text,
  explicit boolean not null,
  given_by text not null,
  recorded_by text not null,
  recorded_org uuid,
  given_at timestamp with time zone not null,
  revoked_at timestamp with time zone,
  revoked_by text,
  constraint people_consent_pkey PRIMARY KEY (id),
  constraint people_consent_person_id_fkey FOREIGN KEY (person_id) REFERENCES people_person(id),
  constraint people_consent_check CHECK (receiver_org IS NULL OR receiver_kind IS NULL),
  constraint people_consent_check1 CHECK (purpose <> 'welfare'::text OR explicit),
  constraint people_consent_check2 CHECK ((revoked_at IS NULL) = (revoked_by IS NULL)),
  constraint people_consent_check3 CHECK (revoked_at IS NULL OR revoked_at >= given_at),
  constraint people_consent_given_by_check CHECK (given_by = ANY (ARRAY['person'::text, 'representative'::text])),
  constraint people_consent_purpose_check CHECK (purpose = ANY (ARRAY['find-place'::text, 'hand-over'::text, 'welfare'::text])),
  constraint people_consent_receiver_kind_check CHECK (receiver_kind = ANY (ARRAY['gp'::text, 'hospital'::text, 'care-provider'::text, 'desk'::text, 'home-care'::text, 'welfare'::text, 'insurer'::text]))
);
CREATE INDEX people_consent_person ON public.people_consent USING btree (person_id, given_at DESC);
alter table people_consent enable row level security;
alter table people_consent force row level security;
create policy consent_known on people_consent for select
  using (((person_id = people_self()) OR people_related(person_id, ARRAY['own'::text, 'accepted'::text, 'care-team'::text, 'desk'::text])));
create policy consent_passed_on on people_consent for insert
  with check (((recorded_org = platform_org()) AND (purpose = 'welfare'::text) AND (receiver_org IS NOT NULL) AND social_helps(person_id)));
create policy consent_recorded on people_consent for insert
  with check (((recorded_org = platform_org()) AND people_related(person_id, ARRAY['own'::text, 'accepted'::text, 'care-team'::text, 'desk'::text])));
create policy consent_revoked on people_consent for update
  using (((person_id = people_self()) OR people_related(person_id, ARRAY['own'::text, 'accepted'::text, 'care-team'::text, 'desk'::text])));
create policy consent_said on people_consent for insert
  with check (((person_id = people_self()) AND (recorded_org IS NULL) AND (given_by = 'person'::text) AND explicit AND (purpose = 'welfare'::text) AND (receiver_org IS NOT NULL)));
create policy z_guard on people_consent for all to verkeerstoren_guard
  using ((CURRENT_USER = 'verkeerstoren_guard'::name))
  with check ((CURRENT_USER = 'verkeerstoren_guard'::name));
create policy z_keeper on people_consent for all to owner
  using ((current_setting('app.keeper'::text, true) = 'on'::text))
  with check ((current_setting('app.keeper'::text, true) = 'on'::text));

create table people_door (
  id uuid not null,
  person_id uuid not null,
  token_hash text not null,
  email text,
  made_by text not null,
  made_org uuid,
  made_at timestamp with time zone not null,
  until timestamp with time zone not null,
  ended_at timestamp with time zone,
  tries integer not null default 0,
  relative_id uuid,
  constraint people_door_pkey PRIMARY KEY (id),
  constraint people_door_token_hash_key UNIQUE (token_hash),
  constraint people_door_person_id_fkey FOREIGN KEY (person_id) REFERENCES people_person(id),
  constraint people_door_relative_id_fkey FOREIGN KEY (relative_id) REFERENCES people_relative(id),
  constraint people_door_check CHECK (until > made_at),
  constraint people_door_maker CHECK (made_org IS NOT NULL OR relative_id IS NOT NULL)
);
CREATE INDEX people_door_person ON public.people_door USING btree (person_id, made_org) WHERE (ended_at IS NULL);
alter table people_door enable row level security;
alter table people_door force row level security;
create policy door_made on people_door for insert
  with check ((
CASE
    WHEN (made_org IS NULL) THEN ((person_id = people_self()) AND (relative_id IS NOT NULL))
    ELSE ((made_org = platform_org()) AND people_related(person_id, ARRAY['own'::text, 'accepted'::text, 'care-team'::text, 'desk'::text]))
END AND ((relative_id IS NULL) OR (EXISTS ( SELECT 1
   FROM people_relative r
  WHERE ((r.id = people_door.relative_id) AND (r.person_id = people_door.person_id) AND (r.revoked_at IS NULL)))))));
create policy door_of_relative_ended on people_door for update
  using (((relative_id IS NOT NULL) AND ((person_id = people_self()) OR people_related(person_id, ARRAY['own'::text, 'accepted'::text, 'care-team'::text]))));
create policy door_of_relative_seen on people_door for select
  using (((relative_id IS NOT NULL) AND people_related(person_id, ARRAY['own'::text, 'accepted'::text, 'care-team'::text])));
create policy door_seen on people_door for select
  using (((token_hash = people_named('door'::text)) OR (person_id = people_self()) OR ((made_org = platform_org()) AND people_related(person_id, ARRAY['own'::text, 'accepted'::text, 'care-team'::text, 'desk'::text]))));
create policy door_used on people_door for update
  using (((token_hash = people_named('door'::text)) OR ((made_org = platform_org()) AND people_related(person_id, ARRAY['own'::text, 'accepted'::text, 'care-team'::text, 'desk'::text]))));
create policy z_guard on people_door for all to verkeerstoren_guard
  using ((CURRENT_USER = 'verkeerstoren_guard'::name))
  with check ((CURRENT_USER = 'verkeerstoren_guard'::name));
create policy z_keeper on people_door for all to owner
  using ((current_setting('app.keeper'::text, true) = 'on'::text))
  with check ((current_setting('app.keeper'::text, true) = 'on'::text));

create table people_door_code (
  id uuid not null,
  door_id uuid not null,
  code_hash text not null,
  sent_at timestamp with time zone not null,
  until timestamp with time zone not null,
  tries integer not null default 0,
  used_at timestamp with time zone,
  constraint people_door_code_pkey PRIMARY KEY (id),
  constraint people_door_code_door_id_fkey FOREIGN KEY (door_id) REFERENCES people_door(id),
  constraint people_door_code_tries_check CHECK (tries >= 0 AND tries <= 5)
);
CREATE INDEX people_door_code_door ON public.people_door_code USING btree (door_id, sent_at DESC);
alter table people_door_code enable row level security;
alter table people_door_code force row level security;
create policy code_held on people_door_code for all
  using ((EXISTS ( SELECT 1
   FROM people_door d
  WHERE ((d.id = people_door_code.door_id) AND (d.token_hash = people_named('door'::text))))));
create policy z_guard on people_door_code for all to verkeerstoren_guard
  using ((CURRENT_USER = 'verkeerstoren_guard'::name))
  with check ((CURRENT_USER = 'verkeerstoren_guard'::name));
create policy z_keeper on people_door_code for all to owner
  using ((current_setting('app.keeper'::text, true) = 'on'::text))
  with check ((current_setting('app.keeper'::text, true) = 'on'::text));

create table people_emergency (
  id uuid not null,
  person_id uuid not null,
  organisation_id uuid not null,
  actor text not null,
  reason text not null,
  at timestamp with time zone not null,
  until timestamp with time zone not null,
  constraint people_emergency_pkey PRIMARY KEY (id),
  constraint people_emergency_person_id_fkey FOREIGN KEY (person_id) REFERENCES people_person(id),
  constraint people_emergency_check CHECK (until > at AND until <= (at + '24:00:00'::interval)),
  constraint people_emergency_reason_check CHECK (length(reason) >= 10 AND length(reason) <= 500)
);
CREATE INDEX people_emergency_organisation ON public.people_emergency USING btree (organisation_id, at DESC);
alter table people_emergency enable row level security;
alter table people_emergency force row level security;
create policy emergency_seen on people_emergency for select
  using (((organisation_id = platform_org()) OR (person_id = people_self())));
create policy z_guard on people_emergency for all to verkeerstoren_guard
  using ((CURRENT_USER = 'verkeerstoren_guard'::name))
  with check ((CURRENT_USER = 'verkeerstoren_guard'::name));
create policy z_keeper on people_emergency for all to owner
  using ((current_setting('app.keeper'::text, true) = 'on'::text))
  with check ((current_setting('app.keeper'::text, true) = 'on'::text));

create table people_emergency_switch (
  id uuid not null,
  is_on boolean not null,
  actor text not null,
  organisation_id uuid not null,
  at timestamp with time zone not null,
  constraint people_emergency_switch_pkey PRIMARY KEY (id)
);
alter table people_emergency_switch enable row level security;
alter table people_emergency_switch force row level security;
create policy switch_read on people_emergency_switch for select
  using (platform_acts());
create policy switch_set on people_emergency_switch for insert
  with check ((organisation_id = platform_org()));
create policy z_guard on people_emergency_switch for all to verkeerstoren_guard
  using ((CURRENT_USER = 'verkeerstoren_guard'::name))
  with check ((CURRENT_USER = 'verkeerstoren_guard'::name));
create policy z_keeper on people_emergency_switch for all to owner
  using ((current_setting('app.keeper'::text, true) = 'on'::text))
  with check ((current_setting('app.keeper'::text, true) = 'on'::text));

create table people_own_session (
  token_hash text not null,
  person_id uuid not null,
  door_id uuid not null,
  began_at timestamp with time zone not null,
  until timestamp with time zone not null,
  ended_at timestamp with time zone,
  relative_id uuid,
  constraint people_own_session_pkey PRIMARY KEY (token_hash),
  constraint people_own_session_door_id_fkey FOREIGN KEY (door_id) REFERENCES people_door(id),
  constraint people_own_session_person_id_fkey FOREIGN KEY (person_id) REFERENCES people_person(id),
  constraint people_own_session_relative_id_fkey FOREIGN KEY (relative_id) REFERENCES people_relative(id)
);
alter table people_own_session enable row level security;
alter table people_own_session force row level security;
create policy own_begun on people_own_session for insert
  with check ((EXISTS ( SELECT 1
   FROM people_door d
  WHERE ((d.id = people_own_session.door_id) AND (d.person_id = people_own_session.person_id) AND (NOT (d.relative_id IS DISTINCT FROM people_own_session.relative_id)) AND (d.token_hash = people_named('door'::text))))));
create policy own_ended on people_own_session for update
  using ((token_hash = people_named('own'::text)));
create policy own_seen on people_own_session for select
  using ((token_hash = people_named('own'::text)));
create policy z_guard on people_own_session for all to verkeerstoren_guard
  using ((CURRENT_USER = 'verkeerstoren_guard'::name))
  with check ((CURRENT_USER = 'verkeerstoren_guard'::name));
create policy z_keeper on people_own_session for all to owner
  using ((current_setting('app.keeper'::text, true) = 'on'::text))
  with check ((current_setting('app.keeper'::text, true) = 'on'::text));

create table people_person (
  id uuid not null,
  name text not null,
  birth_date date not null,
  sex text not null,
  bsn text,
  pc4 text,
  phone text,
  gp_name text,
  kin_name text,
  kin_phone text,
  version integer not null default 1,
  created_org uuid not null,
  bsn_sealed text,
  bsn_mark text,
  erased_at timestamp with time zone,
  constraint people_person_pkey PRIMARY KEY (id),
  constraint people_person_bsn_check CHECK (bsn ~ '^\d{9}$'::text),
  constraint people_person_bsn_empty CHECK (bsn IS NULL) NOT VALID,
  constraint people_person_bsn_mark_check CHECK (bsn_mark ~ '^[0-9a-f]{64}$'::text),
  constraint people_person_bsn_whole CHECK ((bsn_sealed IS NULL) = (bsn_mark IS NULL)),
  constraint people_person_name_check CHECK (length(name) >= 1 AND length(name) <= 200),
  constraint people_person_pc4_check CHECK (pc4 ~ '^[1-9]\d{3}$'::text),
  constraint people_person_sex_check CHECK (sex = ANY (ARRAY['female'::text, 'male'::text, 'other'::text, 'unknown'::text]))
);
CREATE UNIQUE INDEX people_person_bsn_mark ON public.people_person USING btree (bsn_mark) WHERE (bsn_mark IS NOT NULL);
alter table people_person enable row level security;
alter table people_person force row level security;
create policy person_changed on people_person for update
  using (people_related(id, ARRAY['own'::text, 'care-team'::text, 'desk'::text]));
create policy person_emergency on people_person for select
  using (people_in_emergency(id));
create policy person_entered on people_person for insert
  with check ((created_org = platform_org()));
create policy person_known on people_person for select
  using (people_related(id, ARRAY['own'::text, 'accepted'::text, 'care-team'::text, 'desk'::text]));
create policy person_self on people_person for select
  using ((id = people_self()));
create policy z_guard on people_person for all to verkeerstoren_guard
  using ((CURRENT_USER = 'verkeerstoren_guard'::name))
  with check ((CURRENT_USER = 'verkeerstoren_guard'::name));
create policy z_keeper on people_person for all to owner
  using ((current_setting('app.keeper'::text, true) = 'on'::text))
  with check ((current_setting('app.keeper'::text, true) = 'on'::text));

create table people_relation (
  id uuid not null,
  person_id uuid not null,
  organisation_id uuid not null,
  kind text not null,
  ground text not null,
  since timestamp with time zone not null,
  ended_at timestamp with time zone,
  actor text not null,
  constraint people_relation_pkey PRIMARY KEY (id),
  constraint people_relation_person_id_fkey FOREIGN KEY (person_id) REFERENCES people_person(id),
  constraint people_relation_emergency CHECK ((kind = 'emergency'::text) = (ground = 'break-glass'::text) AND (kind <> 'emergency'::text OR ended_at IS NOT NULL AND ended_at <= (since + '24:00:00'::interval))),
  constraint people_relation_ground_check CHECK (ground = ANY (ARRAY['referral'::text, 'offer'::text, 'acceptance'::text, 'treatment'::text, 'triage'::text, 'break-glass'::text])),
  constraint people_relation_kind_check CHECK (kind = ANY (ARRAY['own'::text, 'offered'::text, 'accepted'::text, 'care-team'::text, 'desk'::text, 'emergency'::text]))
);
CREATE UNIQUE INDEX people_relation_active ON public.people_relation USING btree (person_id, organisation_id, kind) WHERE (ended_at IS NULL);
CREATE INDEX people_relation_organisation ON public.people_relation USING btree (organisation_id, person_id) WHERE (ended_at IS NULL);
alter table people_relation enable row level security;
alter table people_relation force row level security;
create policy relation_follows on people_relation for insert
  with check (people_follows(person_id, organisation_id, kind));
create policy relation_own on people_relation for select
  using ((organisation_id = platform_org()));
create policy z_guard on people_relation for all to verkeerstoren_guard
  using ((CURRENT_USER = 'verkeerstoren_guard'::name))
  with check ((CURRENT_USER = 'verkeerstoren_guard'::name));
create policy z_keeper on people_relation for all to owner
  using ((current_setting('app.keeper'::text, true) = 'on'::text))
  with check ((current_setting('app.keeper'::text, true) = 'on'::text));

create table people_relative (
  id uuid not null,
  person_id uuid not null,
  name text not null,
  relation text not null,
  email text,
  said_by text not null,
  said_at timestamp with time zone not null,
  invited_by text not null,
  invited_org uuid,
  revoked_at timestamp with time zone,
  revoked_by text,
  constraint people_relative_pkey PRIMARY KEY (id),
  constraint people_relative_person_id_fkey FOREIGN KEY (person_id) REFERENCES people_person(id),
  constraint people_relative_check CHECK ((revoked_at IS NULL) = (revoked_by IS NULL)),
  constraint people_relative_check1 CHECK (revoked_at IS NULL OR revoked_at >= said_at),
  constraint people_relative_email_check CHECK (length(email) <= 254),
  constraint people_relative_name_check CHECK (length(name) >= 1 AND length(name) <= 100),
  constraint people_relative_relation_check CHECK (relation = ANY (ARRAY['partner'::text, 'daughter'::text, 'son'::text, 'sister'::text, 'brother'::text, 'grandchild'::text, 'friend'::text, 'neighbour'::text, 'other'::text])),
  constraint people_relative_said_by_check CHECK (said_by = ANY (ARRAY['person'::text, 'representative'::text]))
);
CREATE UNIQUE INDEX people_relative_one ON public.people_relative USING btree (person_id) WHERE (revoked_at IS NULL);
CREATE INDEX people_relative_person ON public.people_relative USING btree (person_id, said_at DESC);
alter table people_relative enable row level security;
alter table people_relative force row level security;
create policy relative_invited on people_relative for insert
  with check ((((invited_org = platform_org()) AND people_related(person_id, ARRAY['own'::text, 'accepted'::text, 'care-team'::text])) OR ((invited_org IS NULL) AND (person_id = people_self()))));
create policy relative_known on people_relative for select
  using (((person_id = people_self()) OR people_related(person_id, ARRAY['own'::text, 'accepted'::text, 'care-team'::text])));
create policy relative_revoked on people_relative for update
  using (((person_id = people_self()) OR people_related(person_id, ARRAY['own'::text, 'accepted'::text, 'care-team'::text])));
create policy z_guard on people_relative for all to verkeerstoren_guard
  using ((CURRENT_USER = 'verkeerstoren_guard'::name))
  with check ((CURRENT_USER = 'verkeerstoren_guard'::name));
create policy z_keeper on people_relative for all to owner
  using ((current_setting('app.keeper'::text, true) = 'on'::text))
  with check ((current_setting('app.keeper'::text, true) = 'on'::text));

create table placement_answer (
  id uuid not null,
  seq bigint not null generated always as identity,
  request_id uuid not null,
  version integer not null,
  question text not null,
  answer text not null,
  at timestamp with time zone not null,
  actor text not null,
  organisation_id uuid not null,
  constraint placement_answer_pkey PRIMARY KEY (id),
  constraint placement_answer_request_id_fkey FOREIGN KEY (request_id) REFERENCES placement_request(id),
  constraint placement_answer_answer_check CHECK (answer ~ '^[a-z-]{1,40}$'::text),
  constraint placement_answer_question_check CHECK (question ~ '^[a-z-]{1,40}$'::text)
);
CREATE INDEX placement_answer_request ON public.placement_answer USING btree (request_id, question, seq DESC);
alter table placement_answer enable row level security;
alter table placement_answer force row level security;
create policy answer_given on placement_answer for insert
  with check (((organisation_id = platform_org()) AND (placement_asks(request_id) OR placement_advises(request_id))));
create policy answer_party on placement_answer for select
  using ((EXISTS ( SELECT 1
   FROM placement_request r
  WHERE (r.id = placement_answer.request_id))));
create policy z_guard on placement_answer for all to verkeerstoren_guard
  using ((CURRENT_USER = 'verkeerstoren_guard'::name))
  with check ((CURRENT_USER = 'verkeerstoren_guard'::name));
create policy z_keeper on placement_answer for all to owner
  using ((current_setting('app.keeper'::text, true) = 'on'::text))
  with check ((current_setting('app.keeper'::text, true) = 'on'::text));

create table placement_consult (
  id uuid not null,
  request_id uuid not null,
  organisation_id uuid not null,
  asked_at timestamp with time zone not null,
  asked_by text not null,
  answer_by timestamp with time zone not null,
  answered_at timestamp with time zone,
  answered_by text,
  route text,
  constraint placement_consult_pkey PRIMARY KEY (id),
  constraint placement_consult_request_id_fkey FOREIGN KEY (request_id) REFERENCES placement_request(id),
  constraint placement_consult_check CHECK ((answered_at IS NULL) = (route IS NULL)),
  constraint placement_consult_check1 CHECK ((answered_at IS NULL) = (answered_by IS NULL))
);
CREATE UNIQUE INDEX placement_consult_one_open ON public.placement_consult USING btree (request_id) WHERE (answered_at IS NULL);
CREATE INDEX placement_consult_organisation ON public.placement_consult USING btree (organisation_id) WHERE (answered_at IS NULL);
CREATE INDEX placement_consult_request ON public.placement_consult USING btree (request_id, asked_at DESC);
alter table placement_consult enable row level security;
alter table placement_consult force row level security;
create policy consult_answered on placement_consult for update
  using ((organisation_id = platform_org()));
create policy consult_asked on placement_consult for insert
  with check (placement_asks(request_id));
create policy consult_party on placement_consult for select
  using (((organisation_id = platform_org()) OR placement_party(request_id)));
create policy z_guard on placement_consult for all to verkeerstoren_guard
  using ((CURRENT_USER = 'verkeerstoren_guard'::name))
  with check ((CURRENT_USER = 'verkeerstoren_guard'::name));
create policy z_keeper on placement_consult for all to owner
  using ((current_setting('app.keeper'::text, true) = 'on'::text))
  with check ((current_setting('app.keeper'::text, true) = 'on'::text));

create table placement_document (
  id uuid not null,
  request_id uuid not null,
  person_id uuid not null,
  kind text not null,
  name text not null,
  mime text not null,
  bytes bytea not null,
  from_org uuid not null,
  actor text not null,
  at timestamp with time zone not null,
  removed_at timestamp with time zone,
  constraint placement_document_pkey PRIMARY KEY (id),
  constraint placement_document_request_id_fkey FOREIGN KEY (request_id) REFERENCES placement_request(id),
  constraint placement_document_kind_check CHECK (kind = ANY (ARRAY['letter'::text, 'medication'::text, 'care-plan'::text, 'legal'::text, 'other'::text])),
  constraint placement_document_mime_check CHECK (mime = ANY (ARRAY['application/pdf'::text, 'image/png'::text, 'image/jpeg'::text, 'text/plain'::text])),
  constraint placement_document_name_check CHECK (length(name) >= 1 AND length(name) <= 200)
);
CREATE INDEX placement_document_request ON public.placement_document USING btree (request_id);
alter table placement_document enable row level security;
alter table placement_document force row level security;
create policy document_known on placement_document for all
  using ((people_related(person_id, ARRAY['own'::text, 'accepted'::text, 'care-team'::text, 'desk'::text]) AND people_shares(person_id, from_org)))
  with check ((people_related(person_id, ARRAY['own'::text, 'accepted'::text, 'care-team'::text, 'desk'::text]) AND (from_org = platform_org())));
create policy z_guard on placement_document for all to verkeerstoren_guard
  using ((CURRENT_USER = 'verkeerstoren_guard'::name))
  with check ((CURRENT_USER = 'verkeerstoren_guard'::name));
create policy z_keeper on placement_document for all to owner
  using ((current_setting('app.keeper'::text, true) = 'on'::text))
  with check ((current_setting('app.keeper'::text, true) = 'on'::text));

create table placement_escalation (
  id uuid not null,
  request_id uuid not null,
  rung text not null,
  at timestamp with time zone not null,
  actor text not null,
  constraint placement_escalation_pkey PRIMARY KEY (id),
  constraint placement_escalation_request_id_rung_key UNIQUE (request_id, rung),
  constraint placement_escalation_request_id_fkey FOREIGN KEY (request_id) REFERENCES placement_request(id),
  constraint placement_escalation_rung_check CHECK (rung = ANY (ARRAY['desk'::text, 'insurer'::text, 'report'::text]))
);
alter table placement_escalation enable row level security;
alter table placement_escalation force row level security;
create policy escalation_party on placement_escalation for all
  using (placement_asks(request_id))
  with check (placement_asks(request_id));
create policy z_guard on placement_escalation for all to verkeerstoren_guard
  using ((CURRENT_USER = 'verkeerstoren_guard'::name))
  with check ((CURRENT_USER = 'verkeerstoren_guard'::name));
create policy z_keeper on placement_escalation for all to owner
  using ((current_setting('app.keeper'::text, true) = 'on'::text))
  with check ((current_setting('app.keeper'::text, true) = 'on'::text));

create table placement_message (
  id uuid not null,
  request_id uuid not null,
  organisation_id uuid,
  from_org uuid not null,
  actor text not null,
  text text not null,
  at timestamp with time zone not null,
  constraint placement_message_pkey PRIMARY KEY (id),
  constraint placement_message_request_id_fkey FOREIGN KEY (request_id) REFERENCES placement_request(id),
  constraint placement_message_text_check CHECK (length(text) >= 1 AND length(text) <= 1000)
);
CREATE INDEX placement_message_request ON public.placement_message USING btree (request_id, at);
alter table placement_message enable row level security;
alter table placement_message force row level security;
create policy message_party on placement_message for all
  using (((from_org = platform_org()) OR (placement_party(request_id) AND ((organisation_id = platform_org()) OR placement_asks(request_id)))))
  with check (((from_org = platform_org()) AND placement_party(request_id) AND ((organisation_id = platform_org()) OR placement_asks(request_id))));
create policy z_guard on placement_message for all to verkeerstoren_guard
  using ((CURRENT_USER = 'verkeerstoren_guard'::name))
  with check ((CURRENT_USER = 'verkeerstoren_guard'::name));
create policy z_keeper on placement_message for all to owner
  using ((current_setting('app.keeper'::text, true) = 'on'::text))
  with check ((current_setting('app.keeper'::text, true) = 'on'::text));

create table placement_offer (
  id uuid not null,
  request_id uuid not null,
  person_id uuid not null,
  organisation_id uuid not null,
  site_id uuid not null,
  unit_id uuid not null,
  place_id uuid not null,
  claim_id uuid,
  distance_m integer,
  state text not null,
  sent_at timestamp with time zone not null,
  answer_by timestamp with time zone not null,
  read_at timestamp with time zone,
  answered_at timestamp with time zone,
  refusal_code text,
  refusal_text text,
  doctor text,
  arrival_from timestamp with time zone,
  version integer not null default 1,
  alternative_from timestamp with time zone,
  extra_role text,
  extra_reason text,
  by_itself boolean not null default false,
  constraint placement_offer_pkey PRIMARY KEY (id),
  constraint placement_offer_request_id_fkey FOREIGN KEY (request_id) REFERENCES placement_request(id),
  constraint placement_offer_check CHECK ((state = 'refused'::text) = (refusal_code IS NOT NULL)),
  constraint placement_offer_check1 CHECK (state <> 'accepted'::text OR doctor IS NOT NULL AND arrival_from IS NOT NULL),
  constraint placement_offer_check2 CHECK (state <> 'alternative'::text OR alternative_from IS NOT NULL),
  constraint placement_offer_check3 CHECK ((extra_role IS NULL) = (extra_reason IS NULL)),
  constraint placement_offer_extra_role_check CHECK (extra_role = ANY (ARRAY['ward'::text, 'elderly-doctor'::text])),
  constraint placement_offer_state_check CHECK (state = ANY (ARRAY['open'::text, 'alternative'::text, 'willing'::text, 'accepted'::text, 'refused'::text, 'expired'::text, 'withdrawn'::text]))
);
CREATE UNIQUE INDEX placement_offer_one_accepted ON public.placement_offer USING btree (request_id) WHERE (state = 'accepted'::text);
CREATE INDEX placement_offer_person ON public.placement_offer USING btree (person_id);
CREATE INDEX placement_offer_request ON public.placement_offer USING btree (request_id);
CREATE INDEX placement_offer_unit ON public.placement_offer USING btree (unit_id) WHERE (state = ANY (ARRAY['open'::text, 'alternative'::text, 'willing'::text, 'accepted'::text]));
alter table placement_offer enable row level security;
alter table placement_offer force row level security;
create policy offer_answered on placement_offer for update
  using (((organisation_id = platform_org()) OR placement_asks(request_id)))
  with check (((organisation_id = platform_org()) OR placement_asks(request_id)));
create policy offer_asked on placement_offer for insert
  with check (placement_is_about(request_id, person_id));
create policy offer_known on placement_offer for select
  using (((organisation_id = platform_org()) OR placement_asks(request_id)));
create policy z_guard on placement_offer for all to verkeerstoren_guard
  using ((CURRENT_USER = 'verkeerstoren_guard'::name))
  with check ((CURRENT_USER = 'verkeerstoren_guard'::name));
create policy z_keeper on placement_offer for all to owner
  using ((current_setting('app.keeper'::text, true) = 'on'::text))
  with check ((current_setting('app.keeper'::text, true) = 'on'::text));

create table placement_person (
  request_id uuid not null,
  person_id uuid not null,
  callback_phone text not null,
  remarks text not null default ''::text,
  wish text not null default ''::text,
  home_pc4 text,
  partner_pc4 text,
  area_pc4 text,
  elsewhere_place text,
  constraint placement_person_pkey PRIMARY KEY (request_id),
  constraint placement_person_request_id_fkey FOREIGN KEY (request_id) REFERENCES placement_request(id),
  constraint placement_person_elsewhere_place_check CHECK (length(elsewhere_place) <= 200)
);
CREATE INDEX placement_person_person ON public.placement_person USING btree (person_id);
alter table placement_person enable row level security;
alter table placement_person force row level security;
create policy person_known on placement_person for all
  using ((people_related(person_id, ARRAY['own'::text, 'accepted'::text, 'care-team'::text, 'desk'::text]) AND placement_shares(request_id)))
  with check (people_related(person_id, ARRAY['own'::text, 'accepted'::text, 'care-team'::text, 'desk'::text]));
create policy request_emergency on placement_person for select
  using (people_in_emergency(person_id));
create policy z_guard on placement_person for all to verkeerstoren_guard
  using ((CURRENT_USER = 'verkeerstoren_guard'::name))
  with check ((CURRENT_USER = 'verkeerstoren_guard'::name));
create policy z_keeper on placement_person for all to owner
  using ((current_setting('app.keeper'::text, true) = 'on'::text))
  with check ((current_setting('app.keeper'::text, true) = 'on'::text));

create table placement_request (
  id uuid not null,
  code text not null,
  referrer_org uuid not null,
  referrer_actor text not null,
  origin text not null,
  reason text not null,
  weight text not null,
  product text not null,
  urgency text not null,
  wanted_from timestamp with time zone not null,
  age_band text not null,
  sex text not null,
  needs text[] not null default '{}'::text[],
  traits text[] not null default '{}'::text[],
  language text,
  state text not null,
  close_reason text,
  desk_asked boolean not null default false,
  sent_at timestamp with time zone not null,
  accepted_at timestamp with time zone,
  closed_at timestamp with time zone,
  version integer not null default 1,
  candidates uuid[] not null default '{}'::uuid[],
  ask_next boolean not null default true,
  crisis_route boolean not null default false,
  legal_title text,
  uzovi text,
  choose_by timestamp with time zone,
  transport text,
  transport_at timestamp with time zone,
  transport_set_at timestamp with time zone,
  withdraw_code text,
  elsewhere_m integer,
  unmet_code text,
  unmet_would text[] not null default '{}'::text[],
  elsewhere_told boolean not null default false,
  constraint placement_request_pkey PRIMARY KEY (id),
  constraint placement_request_code_key UNIQUE (code),
  constraint placement_request_check CHECK ((state = 'closed'::text) = (close_reason IS NOT NULL)),
  constraint placement_request_check1 CHECK ((transport IS NULL) = (transport_set_at IS NULL)),
  constraint placement_request_check2 CHECK (unmet_code IS NULL OR close_reason = 'no-place'::text),
  constraint placement_request_close_reason_check CHECK (close_reason = ANY (ARRAY['home-again'::text, 'withdrawn'::text, 'elsewhere'::text, 'no-place'::text, 'died'::text])),
  constraint placement_request_elsewhere_m_check CHECK (elsewhere_m >= 0),
  constraint placement_request_legal_title_check CHECK (legal_title = ANY (ARRAY['voluntary'::text, 'article-21'::text, 'rm'::text, 'ibs'::text])),
  constraint placement_request_origin_check CHECK (origin = ANY (ARRAY['home'::text, 'hospital'::text, 'emergency'::text, 'other'::text])),
  constraint placement_request_reason_check CHECK (reason = ANY (ARRAY['recovery'::text, 'observation'::text, 'palliative'::text, 'crisis'::text, 'respite'::text, 'rehabilitation'::text])),
  constraint placement_request_state_check CHECK (state = ANY (ARRAY['draft'::text, 'searching'::text, 'offered'::text, 'accepted'::text, 'admitted'::text, 'closed'::text])),
  constraint placement_request_transport_check CHECK (transport = ANY (ARRAY['own'::text, 'taxi'::text, 'wheelchair'::text, 'ambulance'::text])),
  constraint placement_request_unmet_code_check CHECK (unmet_code = ANY (ARRAY['no-bed'::text, 'no-staff'::text, 'admission-hours'::text, 'care-not-here'::text, 'closed-ward'::text, 'no-contract'::text, 'no-doctor'::text, 'too-far'::text, 'refused-by-all'::text, 'other'::text])),
  constraint placement_request_urgency_check CHECK (urgency = ANY (ARRAY['crisis'::text, 'today'::text, 'within-72-hours'::text, 'planned'::text])),
  constraint placement_request_uzovi_check CHECK (uzovi ~ '^\d{4}$'::text),
  constraint placement_request_weight_check CHECK (weight = ANY (ARRAY['low'::text, 'high'::text, 'unknown'::text])),
  constraint placement_request_withdraw_code_check CHECK (withdraw_code = ANY (ARRAY['better'::text, 'other-solution'::text, 'in-hospital'::text, 'wish'::text, 'mistake'::text]))
);
CREATE INDEX placement_request_open ON public.placement_request USING btree (sent_at) WHERE (state <> 'closed'::text);
CREATE INDEX placement_request_referrer ON public.placement_request USING btree (referrer_org, sent_at DESC);
alter table placement_request enable row level security;
alter table placement_request force row level security;
create policy request_goes_on on placement_request for update
  using (((referrer_org = platform_org()) OR placement_party(id)))
  with check (((referrer_org = platform_org()) OR placement_party(id)));
create policy request_known on placement_request for select
  using (((referrer_org = platform_org()) OR placement_party(id)));
create policy request_sent on placement_request for insert
  with check ((referrer_org = platform_org()));
create policy z_guard on placement_request for all to verkeerstoren_guard
  using ((CURRENT_USER = 'verkeerstoren_guard'::name))
  with check ((CURRENT_USER = 'verkeerstoren_guard'::name));
create policy z_keeper on placement_request for all to owner
  using ((current_setting('app.keeper'::text, true) = 'on'::text))
  with check ((current_setting('app.keeper'::text, true) = 'on'::text));

create table placement_responsibility (
  id uuid not null,
  request_id uuid not null,
  person_id uuid not null,
  organisation_id uuid not null,
  doctor text,
  during tstzrange not null,
  constraint placement_responsibility_pkey PRIMARY KEY (id),
  constraint placement_responsibility_request_id_fkey FOREIGN KEY (request_id) REFERENCES placement_request(id),
  constraint placement_responsibility_one EXCLUDE USING gist (person_id WITH =, during WITH &&),
  constraint placement_responsibility_during_check CHECK (NOT isempty(during))
);
alter table placement_responsibility enable row level security;
alter table placement_responsibility force row level security;
create policy responsibility_emergency on placement_responsibility for select
  using (people_in_emergency(person_id));
create policy responsibility_known on placement_responsibility for all
  using (people_stands(person_id, ARRAY['own'::text, 'accepted'::text, 'care-team'::text, 'desk'::text]))
  with check (people_stands(person_id, ARRAY['own'::text, 'accepted'::text, 'care-team'::text, 'desk'::text]));
create policy z_guard on placement_responsibility for all to verkeerstoren_guard
  using ((CURRENT_USER = 'verkeerstoren_guard'::name))
  with check ((CURRENT_USER = 'verkeerstoren_guard'::name));
create policy z_keeper on placement_responsibility for all to owner
  using ((current_setting('app.keeper'::text, true) = 'on'::text))
  with check ((current_setting('app.keeper'::text, true) = 'on'::text));

create table placement_triage (
  id uuid not null,
  seq bigint not null generated always as identity,
  request_id uuid not null,
  version integer not null,
  route text not null,
  law text not null,
  product text not null,
  deviates boolean not null,
  at timestamp with time zone not null,
  actor text not null,
  organisation_id uuid not null,
  constraint placement_triage_pkey PRIMARY KEY (id),
  constraint placement_triage_request_id_fkey FOREIGN KEY (request_id) REFERENCES placement_request(id),
  constraint placement_triage_law_check CHECK (law = ANY (ARRAY['zvw'::text, 'wlz'::text, 'wmo'::text]))
);
CREATE INDEX placement_triage_request ON public.placement_triage USING btree (request_id, seq DESC);
alter table placement_triage enable row level security;
alter table placement_triage force row level security;
create policy triage_given on placement_triage for insert
  with check (((organisation_id = platform_org()) AND placement_asks(request_id)));
create policy triage_party on placement_triage for select
  using ((EXISTS ( SELECT 1
   FROM placement_request r
  WHERE (r.id = placement_triage.request_id))));
create policy z_guard on placement_triage for all to verkeerstoren_guard
  using ((CURRENT_USER = 'verkeerstoren_guard'::name))
  with check ((CURRENT_USER = 'verkeerstoren_guard'::name));
create policy z_keeper on placement_triage for all to owner
  using ((current_setting('app.keeper'::text, true) = 'on'::text))
  with check ((current_setting('app.keeper'::text, true) = 'on'::text));

create table placement_triage_text (
  of_id uuid not null,
  kind text not null,
  request_id uuid not null,
  text text not null,
  constraint placement_triage_text_pkey PRIMARY KEY (of_id, kind),
  constraint placement_triage_text_request_id_fkey FOREIGN KEY (request_id) REFERENCES placement_request(id),
  constraint placement_triage_text_kind_check CHECK (kind = ANY (ARRAY['deviation'::text, 'question'::text, 'advice'::text])),
  constraint placement_triage_text_text_check CHECK (length(text) >= 1 AND length(text) <= 1000)
);
CREATE INDEX placement_triage_text_request ON public.placement_triage_text USING btree (request_id);
alter table placement_triage_text enable row level security;
alter table placement_triage_text force row level security;
create policy triage_text_known on placement_triage_text for select
  using (((placement_asks(request_id) OR placement_advises(request_id) OR placement_knows(request_id)) AND placement_shares(request_id)));
create policy triage_text_written on placement_triage_text for insert
  with check ((placement_asks(request_id) OR placement_advises(request_id)));
create policy z_guard on placement_triage_text for all to verkeerstoren_guard
  using ((CURRENT_USER = 'verkeerstoren_guard'::name))
  with check ((CURRENT_USER = 'verkeerstoren_guard'::name));
create policy z_keeper on placement_triage_text for all to owner
  using ((current_setting('app.keeper'::text, true) = 'on'::text))
  with check ((current_setting('app.keeper'::text, true) = 'on'::text));

create table platform_access (
  id uuid not null,
  line bigint not null generated always as identity,
  xid xid8 not null default pg_current_xact_id(),
  at timestamp with time zone not null,
  event text not null,
  actor text not null,
  account_id uuid,
  session_id text,
  role text not null,
  organisation_id uuid not null,
  on_behalf_of text,
  network text,
  component text not null,
  person_id uuid,
  object_type text not null,
  object_id uuid,
  categories text[] not null default '{}'::text[],
  ground text not null,
  consent_id uuid,
  policy text not null,
  policy_version text not null,
  outcome text not null,
  reason text,
  constraint platform_access_pkey PRIMARY KEY (id),
  constraint platform_access_component_check CHECK (component = ANY (ARRAY['web'::text, 'api'::text, 'cli'::text, 'house'::text])),
  constraint platform_access_event_check CHECK (event = ANY (ARRAY['read'::text, 'list'::text, 'search'::text, 'print'::text, 'export'::text, 'add'::text, 'change'::text, 'remove'::text, 'follow'::text, 'login'::text, 'fail'::text, 'refused'::text, 'log-read'::text, 'break-glass'::text])),
  constraint platform_access_ground_check CHECK (ground = ANY (ARRAY['treatment'::text, 'referral'::text, 'offer'::text, 'consent'::text, 'break-glass'::text, 'triage'::text, 'own'::text, 'administration'::text, 'none'::text])),
  constraint platform_access_object_type_check CHECK (length(object_type) >= 2 AND length(object_type) <= 30),
  constraint platform_access_outcome_check CHECK (outcome = ANY (ARRAY['done'::text, 'refused'::text]))
);
CREATE INDEX platform_access_order ON public.platform_access USING btree (xid, line);
CREATE INDEX platform_access_organisation ON public.platform_access USING btree (organisation_id, at DESC);
CREATE INDEX platform_access_person ON public.platform_access USING btree (person_id, at DESC) WHERE (person_id IS NOT NULL);
alter table platform_access enable row level security;
alter table platform_access force row level security;
create policy access_own on platform_access for select
  using (((organisation_id = platform_org()) OR platform_sealer()));
create policy access_written on platform_access for insert
  with check ((organisation_id = COALESCE(platform_org(), '00000000-0000-0000-0000-000000000000'::uuid)));
create policy z_guard on platform_access for all to verkeerstoren_guard
  using ((CURRENT_USER = 'verkeerstoren_guard'::name))
  with check ((CURRENT_USER = 'verkeerstoren_guard'::name));
create policy z_keeper on platform_access for all to owner
  using ((current_setting('app.keeper'::text, true) = 'on'::text))
  with check ((current_setting('app.keeper'::text, true) = 'on'::text));

create table platform_access_chain (
  organisation_id uuid not null,
  seq bigint not null,
  access_id uuid not null,
  hash text not null,
  constraint platform_access_chain_pkey PRIMARY KEY (organisation_id, seq),
  constraint platform_access_chain_access_id_key UNIQUE (access_id),
  constraint platform_access_chain_hash_check CHECK (hash ~ '^[0-9a-f]{64}$'::text),
  constraint platform_access_chain_seq_check CHECK (seq > 0)
);
alter table platform_access_chain enable row level security;
alter table platform_access_chain force row level security;
create policy chain_read on platform_access_chain for select
  using (platform_sealer());
create policy chain_sealed on platform_access_chain for insert
  with check (platform_sealer());
create policy z_guard on platform_access_chain for all to verkeerstoren_guard
  using ((CURRENT_USER = 'verkeerstoren_guard'::name))
  with check ((CURRENT_USER = 'verkeerstoren_guard'::name));
create policy z_keeper on platform_access_chain for all to owner
  using ((current_setting('app.keeper'::text, true) = 'on'::text))
  with check ((current_setting('app.keeper'::text, true) = 'on'::text));

create table platform_access_cut (
  organisation_id uuid not null,
  seq bigint not null,
  hash text not null,
  at timestamp with time zone not null,
  signature text not null,
  constraint platform_access_cut_pkey PRIMARY KEY (organisation_id, seq),
  constraint platform_access_cut_hash_check CHECK (hash ~ '^[0-9a-f]{64}$'::text),
  constraint platform_access_cut_seq_check CHECK (seq > 0),
  constraint platform_access_cut_signature_check CHECK (signature ~ '^[0-9a-f]{64}$'::text)
);
alter table platform_access_cut enable row level security;
alter table platform_access_cut force row level security;
create policy cut_made on platform_access_cut for insert
  with check (platform_sealer());
create policy cut_read on platform_access_cut for select
  using (platform_sealer());
create policy z_guard on platform_access_cut for all to verkeerstoren_guard
  using ((CURRENT_USER = 'verkeerstoren_guard'::name))
  with check ((CURRENT_USER = 'verkeerstoren_guard'::name));
create policy z_keeper on platform_access_cut for all to owner
  using ((current_setting('app.keeper'::text, true) = 'on'::text))
  with check ((current_setting('app.keeper'::text, true) = 'on'::text));

create table platform_cursor (
  name text not null,
  xid xid8 not null,
  id bigint not null,
  constraint platform_cursor_pkey PRIMARY KEY (name)
);

create table platform_delivery (
  id uuid not null,
  kind text not null,
  organisation_id uuid not null,
  receiver_id uuid not null,
  dedup_id text not null,
  event text not null,
  body jsonb not null default '{}'::jsonb,
  state text not null default 'queued'::text,
  attempts integer not null default 0,
  made_at timestamp with time zone not null,
  last_at timestamp with time zone,
  status text,
  constraint platform_delivery_pkey PRIMARY KEY (id),
  constraint platform_delivery_dedup_id_key UNIQUE (dedup_id),
  constraint platform_delivery_dedup_id_check CHECK (length(dedup_id) >= 1 AND length(dedup_id) <= 200),
  constraint platform_delivery_kind_check CHECK (kind = ANY (ARRAY['mail'::text, 'webhook'::text, 'message'::text])),
  constraint platform_delivery_state_check CHECK (state = ANY (ARRAY['queued'::text, 'sent'::text, 'failed'::text, 'dead'::text, 'overtaken'::text]))
);
CREATE INDEX platform_delivery_open ON public.platform_delivery USING btree (made_at) WHERE (state = ANY (ARRAY['queued'::text, 'failed'::text, 'dead'::text]));
CREATE INDEX platform_delivery_own ON public.platform_delivery USING btree (organisation_id, made_at DESC);
alter table platform_delivery enable row level security;
alter table platform_delivery force row level security;
create policy delivery_own on platform_delivery for all
  using (((organisation_id = platform_org()) OR platform_messenger()))
  with check (((organisation_id = platform_org()) OR platform_messenger()));
create policy z_guard on platform_delivery for all to verkeerstoren_guard
  using ((CURRENT_USER = 'verkeerstoren_guard'::name))
  with check ((CURRENT_USER = 'verkeerstoren_guard'::name));
create policy z_keeper on platform_delivery for all to owner
  using ((current_setting('app.keeper'::text, true) = 'on'::text))
  with check ((current_setting('app.keeper'::text, true) = 'on'::text));

create table platform_diary (
  id bigint not null generated always as identity,
  xid xid8 not null default pg_current_xact_id(),
  at timestamp with time zone not null,
  room text not null,
  event text not null,
  subject uuid not null,
  unit_id uuid,
  organisation_id uuid,
  actor text not null,
  body jsonb not null default '{}'::jsonb,
  constraint platform_diary_pkey PRIMARY KEY (id)
);
CREATE INDEX platform_diary_at ON public.platform_diary USING brin (at);
CREATE INDEX platform_diary_order ON public.platform_diary USING btree (xid, id);
alter table platform_diary enable row level security;
alter table platform_diary force row level security;
create policy diary_told on platform_diary for select
  using (platform_told());
create policy diary_written on platform_diary for insert
  with check (platform_acts());
create policy z_guard on platform_diary for all to verkeerstoren_guard
  using ((CURRENT_USER = 'verkeerstoren_guard'::name))
  with check ((CURRENT_USER = 'verkeerstoren_guard'::name));
create policy z_keeper on platform_diary for all to owner
  using ((current_setting('app.keeper'::text, true) = 'on'::text))
  with check ((current_setting('app.keeper'::text, true) = 'on'::text));

create table platform_installation (
  only_one boolean not null default true,
  mark text not null,
  constraint platform_installation_pkey PRIMARY KEY (only_one),
  constraint platform_installation_only_one_check CHECK (only_one)
);

create table platform_key (
  actor text not null,
  key text not null,
  body_hash text not null,
  status integer not null,
  answer jsonb,
  at timestamp with time zone not null,
  constraint platform_key_pkey PRIMARY KEY (actor, key),
  constraint platform_key_key_check CHECK (length(key) >= 1 AND length(key) <= 255)
);
alter table platform_key enable row level security;
alter table platform_key force row level security;
create policy key_own on platform_key for all
  using (((actor = current_setting('app.actor'::text, true)) OR (current_setting('app.actor'::text, true) = ANY (ARRAY['holds'::text, 'system'::text]))))
  with check (((actor = current_setting('app.actor'::text, true)) OR (current_setting('app.actor'::text, true) = 'holds'::text)));
create policy z_guard on platform_key for all to verkeerstoren_guard
  using ((CURRENT_USER = 'verkeerstoren_guard'::name))
  with check ((CURRENT_USER = 'verkeerstoren_guard'::name));
create policy z_keeper on platform_key for all to owner
  using ((current_setting('app.keeper'::text, true) = 'on'::text))
  with check ((current_setting('app.keeper'::text, true) = 'on'::text));

create table platform_migration (
  name text not null,
  at timestamp with time zone not null default now(),
  constraint platform_migration_pkey PRIMARY KEY (name)
);

create table platform_mode (
  one boolean not null default true,
  mode text not null,
  region_name text not null,
  seed integer,
  constraint platform_mode_pkey PRIMARY KEY (one),
  constraint platform_mode_mode_check CHECK (mode = ANY (ARRAY['practice'::text, 'production'::text])),
  constraint platform_mode_one_check CHECK (one)
);

create table platform_session (
  token_hash text not null,
  professional_id uuid not null,
  began_at timestamp with time zone not null,
  seen_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  id uuid not null default gen_random_uuid(),
  account_id uuid,
  strong boolean not null default true,
  kind text not null default 'practice'::text,
  factor_at timestamp with time zone,
  device text,
  constraint platform_session_pkey PRIMARY KEY (token_hash),
  constraint platform_session_id_key UNIQUE (id),
  constraint platform_session_device_check CHECK (length(device) >= 1 AND length(device) <= 60),
  constraint platform_session_kind_check CHECK (kind = ANY (ARRAY['practice'::text, 'password'::text, 'totp'::text, 'recovery'::text, 'passkey'::text, 'oidc'::text]))
);
CREATE INDEX platform_session_account ON public.platform_session USING btree (account_id) WHERE (ended_at IS NULL);
alter table platform_session enable row level security;
alter table platform_session force row level security;
create policy session_door on platform_session for all
  using (platform_door())
  with check (platform_door());
create policy z_guard on platform_session for all to verkeerstoren_guard
  using ((CURRENT_USER = 'verkeerstoren_guard'::name))
  with check ((CURRENT_USER = 'verkeerstoren_guard'::name));
create policy z_keeper on platform_session for all to owner
  using ((current_setting('app.keeper'::text, true) = 'on'::text))
  with check ((current_setting('app.keeper'::text, true) = 'on'::text));

create table platform_webhook (
  id uuid not null,
  organisation_id uuid not null,
  url text not null,
  topics text[] not null,
  secret text,
  active boolean not null default true,
  created_at timestamp with time zone not null,
  created_by text not null,
  disabled_at timestamp with time zone,
  constraint platform_webhook_pkey PRIMARY KEY (id),
  constraint platform_webhook_check CHECK (active = (secret IS NOT NULL)),
  constraint platform_webhook_check1 CHECK (active = (disabled_at IS NULL)),
  constraint platform_webhook_topics_check CHECK (cardinality(topics) > 0 AND topics <@ ARRAY['request'::text, 'capacity'::text]),
  constraint platform_webhook_url_check CHECK (length(url) >= 1 AND length(url) <= 500)
);
CREATE INDEX platform_webhook_own ON public.platform_webhook USING btree (organisation_id) WHERE active;
alter table platform_webhook enable row level security;
alter table platform_webhook force row level security;
create policy webhook_own on platform_webhook for all
  using (((organisation_id = platform_org()) OR platform_messenger()))
  with check ((organisation_id = platform_org()));
create policy z_guard on platform_webhook for all to verkeerstoren_guard
  using ((CURRENT_USER = 'verkeerstoren_guard'::name))
  with check ((CURRENT_USER = 'verkeerstoren_guard'::name));
create policy z_keeper on platform_webhook for all to owner
  using ((current_setting('app.keeper'::text, true) = 'on'::text))
  with check ((current_setting('app.keeper'::text, true) = 'on'::text));

create table region_admission_window (
  id uuid not null,
  site_id uuid not null,
  product text,
  weekday smallint not null,
  opens smallint not null,
  closes smallint not null,
  constraint region_admission_window_pkey PRIMARY KEY (id),
  constraint region_admission_window_site_id_fkey FOREIGN KEY (site_id) REFERENCES region_site(id),
  constraint region_admission_window_check CHECK (opens < closes),
  constraint region_admission_window_closes_check CHECK (closes >= 1 AND closes <= 1440),
  constraint region_admission_window_opens_check CHECK (opens >= 0 AND opens <= 1439),
  constraint region_admission_window_weekday_check CHECK (weekday >= 1 AND weekday <= 7)
);

create table region_agreement (
  id uuid not null,
  valid_from date not null,
  hold_minutes integer not null,
  answer_minutes integer not null,
  parallel_offers integer not null,
  held_offers integer not null,
  old_after_minutes integer not null,
  too_old_after_minutes integer not null,
  silent_after_minutes integer not null,
  desk_organisation_id uuid not null,
  desk_phone text not null,
  crisis_hold_minutes integer not null default 60,
  crisis_answer_minutes integer not null default 15,
  crisis_parallel_offers integer not null default 5,
  crisis_held_offers integer not null default 1,
  crisis_for_all boolean not null default false,
  choice text not null default 'first'::text,
  choice_minutes integer not null default 60,
  auto_next boolean not null default true,
  waiting_list boolean not null default true,
  gone_bed text not null default 'provider'::text,
  gone_minutes integer not null default 60,
  search_crisis_minutes integer not null default 30,
  search_today_minutes integer not null default 120,
  search_72_hours_minutes integer not null default 480,
  search_planned_minutes integer not null default 4320,
  insurer_minutes integer not null default 1440,
  report_minutes integer not null default 4320,
  consult_minutes integer not null default 60,
  consult_organisation_id uuid,
  proposed_at timestamp with time zone not null default now(),
  proposed_by text not null default 'system'::text,
  adopted_at timestamp with time zone,
  constraint region_agreement_pkey PRIMARY KEY (id),
  constraint region_agreement_valid_from_key UNIQUE (valid_from),
  constraint region_agreement_consult_organisation_id_fkey FOREIGN KEY (consult_organisation_id) REFERENCES region_organisation(id),
  constraint region_agreement_desk_organisation_id_fkey FOREIGN KEY (desk_organisation_id) REFERENCES region_organisation(id),
  constraint region_agreement_answer_minutes_check CHECK (answer_minutes >= 5 AND answer_minutes <= 1440),
  constraint region_agreement_check CHECK (hold_minutes >= answer_minutes),
  constraint region_agreement_check1 CHECK (too_old_after_minutes > old_after_minutes),
  constraint region_agreement_check2 CHECK (held_offers <= parallel_offers),
  constraint region_agreement_check3 CHECK (report_minutes > insurer_minutes),
  constraint region_agreement_check4 CHECK (crisis_hold_minutes >= crisis_answer_minutes),
  constraint region_agreement_check5 CHECK (crisis_held_offers <= crisis_parallel_offers),
  constraint region_agreement_choice_check CHECK (choice = ANY (ARRAY['first'::text, 'person'::text])),
  constraint region_agreement_choice_minutes_check CHECK (choice_minutes >= 5 AND choice_minutes <= 1440),
  constraint region_agreement_consult_minutes_check CHECK (consult_minutes >= 5 AND consult_minutes <= 1440),
  constraint region_agreement_crisis_answer_minutes_check CHECK (crisis_answer_minutes >= 5 AND crisis_answer_minutes <= 1440),
  constraint region_agreement_crisis_held_offers_check CHECK (crisis_held_offers >= 0 AND crisis_held_offers <= 20),
  constraint region_agreement_crisis_hold_minutes_check CHECK (crisis_hold_minutes >= 5 AND crisis_hold_minutes <= 1440),
  constraint region_agreement_crisis_parallel_offers_check CHECK (crisis_parallel_offers >= 1 AND crisis_parallel_offers <= 20),
  constraint region_agreement_gone_bed_check CHECK (gone_bed = ANY (ARRAY['provider'::text, 'desk'::text])),
  constraint region_agreement_gone_minutes_check CHECK (gone_minutes >= 5 AND gone_minutes <= 1440),
  constraint region_agreement_held_offers_check CHECK (held_offers >= 0 AND held_offers <= 20),
  constraint region_agreement_hold_minutes_check CHECK (hold_minutes >= 5 AND hold_minutes <= 1440),
  constraint region_agreement_insurer_minutes_check CHECK (insurer_minutes > 0),
  constraint region_agreement_old_after_minutes_check CHECK (old_after_minutes > 0),
  constraint region_agreement_parallel_offers_check CHECK (parallel_offers >= 1 AND parallel_offers <= 20),
  constraint region_agreement_search_72_hours_minutes_check CHECK (search_72_hours_minutes > 0),
  constraint region_agreement_search_crisis_minutes_check CHECK (search_crisis_minutes > 0),
  constraint region_agreement_search_planned_minutes_check CHECK (search_planned_minutes > 0),
  constraint region_agreement_search_today_minutes_check CHECK (search_today_minutes > 0),
  constraint region_agreement_silent_after_minutes_check CHECK (silent_after_minutes > 0)
);
alter table region_agreement enable row level security;
alter table region_agreement force row level security;
create policy agreement_adopted on region_agreement for update
  using (true)
  with check (true);
create policy agreement_known on region_agreement for select
  using (true);
create policy agreement_proposed on region_agreement for insert
  with check (true);
create policy agreement_taken_back on region_agreement for delete
  using ((adopted_at IS NULL));
create policy z_guard on region_agreement for all to verkeerstoren_guard
  using ((CURRENT_USER = 'verkeerstoren_guard'::name))
  with check ((CURRENT_USER = 'verkeerstoren_guard'::name));
create policy z_keeper on region_agreement for all to owner
  using ((current_setting('app.keeper'::text, true) = 'on'::text))
  with check ((current_setting('app.keeper'::text, true) = 'on'::text));

create table region_contact (
  kind text not null,
  name text not null,
  phone text not null,
  constraint region_contact_pkey PRIMARY KEY (kind),
  constraint region_contact_kind_check CHECK (kind = ANY (ARRAY['doctor'::text, 'hospital'::text, 'ggz-crisis'::text, 'wlz-desk'::text, 'hospice'::text, 'home-care'::text, 'wmo-desk'::text])),
  constraint region_contact_name_check CHECK (length(name) >= 1 AND length(name) <= 200),
  constraint region_contact_phone_check CHECK (length(phone) >= 3 AND length(phone) <= 30)
);

create table region_contract (
  organisation_id uuid not null,
  uzovi text not null,
  product text,
  until date,
  ceiling_reached boolean not null default false,
  constraint region_contract_organisation_id_uzovi_product_key UNIQUE NULLS NOT DISTINCT (organisation_id, uzovi, product),
  constraint region_contract_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES region_organisation(id),
  constraint region_contract_uzovi_check CHECK (uzovi ~ '^\d{4}$'::text)
);

create table region_duty (
  site_id uuid not null,
  product text not null,
  day date not null,
  half_day text not null,
  constraint region_duty_pkey PRIMARY KEY (site_id, product, day, half_day),
  constraint region_duty_site_id_fkey FOREIGN KEY (site_id) REFERENCES region_site(id),
  constraint region_duty_half_day_check CHECK (half_day = ANY (ARRAY['night'::text, 'morning'::text, 'afternoon'::text, 'evening'::text]))
);

create table region_followed (
  id uuid not null,
  name text not null,
  url text not null,
  added_by text not null,
  added_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  constraint region_followed_pkey PRIMARY KEY (id),
  constraint region_followed_name_check CHECK (length(name) >= 1 AND length(name) <= 100),
  constraint region_followed_url_check CHECK (url ~ '^https?://'::text)
);
CREATE UNIQUE INDEX region_followed_url ON public.region_followed USING btree (url) WHERE (ended_at IS NULL);

create table region_organisation (
  id uuid not null,
  code text not null,
  name text not null,
  kind text not null,
  ura text,
  agb text,
  phone text,
  party boolean not null default false,
  email text,
  publishes boolean not null default false,
  constraint region_organisation_pkey PRIMARY KEY (id),
  constraint region_organisation_code_key UNIQUE (code),
  constraint region_organisation_agb_check CHECK (agb ~ '^\d{8}$'::text),
  constraint region_organisation_email_check CHECK (email ~ '^[^@\s]+@[^@\s]+$'::text),
  constraint region_organisation_kind_check CHECK (kind = ANY (ARRAY['gp'::text, 'hospital'::text, 'care-provider'::text, 'desk'::text, 'home-care'::text, 'welfare'::text, 'insurer'::text])),
  constraint region_organisation_ura_check CHECK (ura ~ '^\d{8}$'::text)
);

create table region_postcode (
  pc4 text not null,
  town text not null,
  lat double precision not null,
  lon double precision not null,
  constraint region_postcode_pkey PRIMARY KEY (pc4),
  constraint region_postcode_pc4_check CHECK (pc4 ~ '^[1-9]\d{3}$'::text)
);

create table region_professional (
  id uuid not null,
  organisation_id uuid not null,
  site_id uuid,
  unit_id uuid,
  name text not null,
  role text not null,
  phone text,
  constraint region_professional_pkey PRIMARY KEY (id),
  constraint region_professional_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES region_organisation(id),
  constraint region_professional_site_id_fkey FOREIGN KEY (site_id) REFERENCES region_site(id),
  constraint region_professional_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES region_unit(id),
  constraint region_professional_role_check CHECK (role = ANY (ARRAY['gp'::text, 'gp-assistant'::text, 'transfer-nurse'::text, 'desk'::text, 'ward'::text, 'elderly-doctor'::text, 'region-manager'::text, 'security-officer'::text, 'specialist'::text, 'day-nurse'::text, 'day-planner'::text, 'welfare-worker'::text]))
);

create table region_signature (
  agreement_id uuid not null,
  organisation_id uuid not null,
  signed_at timestamp with time zone not null,
  signed_by text not null,
  name text not null,
  constraint region_signature_pkey PRIMARY KEY (agreement_id, organisation_id),
  constraint region_signature_agreement_id_fkey FOREIGN KEY (agreement_id) REFERENCES region_agreement(id) ON DELETE CASCADE,
  constraint region_signature_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES region_organisation(id)
);

create table region_site (
  id uuid not null,
  organisation_id uuid not null,
  code text not null,
  name text not null,
  street text,
  pc4 text not null,
  town text not null,
  lat double precision not null,
  lon double precision not null,
  phone text not null,
  zone text not null default 'Europe/Amsterdam'::text,
  languages text[],
  own_doctor_low boolean,
  constraint region_site_pkey PRIMARY KEY (id),
  constraint region_site_code_key UNIQUE (code),
  constraint region_site_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES region_organisation(id),
  constraint region_site_languages_check CHECK (cardinality(languages) > 0),
  constraint region_site_lat_check CHECK (lat >= '-90'::integer::double precision AND lat <= 90::double precision),
  constraint region_site_lon_check CHECK (lon >= '-180'::integer::double precision AND lon <= 180::double precision),
  constraint region_site_pc4_check CHECK (pc4 ~ '^[1-9]\d{3}$'::text)
);

create table region_treating_gp (
  site_id uuid not null,
  organisation_id uuid not null,
  constraint region_treating_gp_pkey PRIMARY KEY (site_id, organisation_id),
  constraint region_treating_gp_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES region_organisation(id),
  constraint region_treating_gp_site_id_fkey FOREIGN KEY (site_id) REFERENCES region_site(id)
);

create table region_unit (
  id uuid not null,
  site_id uuid not null,
  code text not null,
  name text not null,
  phone text,
  email text,
  legal_titles text[],
  constraint region_unit_pkey PRIMARY KEY (id),
  constraint region_unit_code_key UNIQUE (code),
  constraint region_unit_site_id_fkey FOREIGN KEY (site_id) REFERENCES region_site(id),
  constraint region_unit_email_check CHECK (email ~ '^[^@\s]+@[^@\s]+$'::text),
  constraint region_unit_legal_titles_check CHECK (legal_titles <@ ARRAY['voluntary'::text, 'article-21'::text, 'rm'::text, 'ibs'::text])
);

create table review_alert (
  id uuid not null,
  organisation_id uuid not null,
  actor text not null,
  person_id uuid,
  round integer not null,
  rules text[] not null,
  first_at timestamp with time zone not null,
  last_at timestamp with time zone not null,
  raised_at timestamp with time zone not null,
  version integer not null default 1,
  constraint review_alert_pkey PRIMARY KEY (id),
  constraint review_alert_id_organisation_id_key UNIQUE (id, organisation_id),
  constraint review_alert_organisation_id_actor_person_id_round_key UNIQUE NULLS NOT DISTINCT (organisation_id, actor, person_id, round),
  constraint review_alert_check CHECK (last_at >= first_at),
  constraint review_alert_round_check CHECK (round > 0),
  constraint review_alert_rules_check CHECK (cardinality(rules) > 0 AND rules <@ ARRAY['break-glass'::text, 'asked'::text, 'no-relation'::text, 'colleague'::text, 'same-surname'::text, 'same-postcode'::text, 'volume'::text, 'odd-hour'::text])
);
CREATE INDEX review_alert_raised ON public.review_alert USING btree (organisation_id, raised_at);
alter table review_alert enable row level security;
alter table review_alert force row level security;
create policy alert_joined on review_alert for update
  using ((organisation_id = platform_org()))
  with check (((organisation_id = platform_org()) AND review_works()));
create policy alert_own on review_alert for select
  using ((organisation_id = platform_org()));
create policy alert_raised on review_alert for insert
  with check (((organisation_id = platform_org()) AND review_works()));
create policy z_guard on review_alert for all to verkeerstoren_guard
  using ((CURRENT_USER = 'verkeerstoren_guard'::name))
  with check ((CURRENT_USER = 'verkeerstoren_guard'::name));
create policy z_keeper on review_alert for all to owner
  using ((current_setting('app.keeper'::text, true) = 'on'::text))
  with check ((current_setting('app.keeper'::text, true) = 'on'::text));

create table review_alert_look (
  access_id uuid not null,
  about text not null,
  alert_id uuid not null,
  organisation_id uuid not null,
  constraint review_alert_look_pkey PRIMARY KEY (access_id, about),
  constraint review_alert_look_alert_id_organisation_id_fkey FOREIGN KEY (alert_id, organisation_id) REFERENCES review_alert(id, organisation_id),
  constraint review_alert_look_about_check CHECK (about = ANY (ARRAY['person'::text, 'volume'::text, 'asked'::text]))
);
CREATE INDEX review_alert_look_alert ON public.review_alert_look USING btree (alert_id);
alter table review_alert_look enable row level security;
alter table review_alert_look force row level security;
create policy look_own on review_alert_look for select
  using ((organisation_id = platform_org()));
create policy look_raised on review_alert_look for insert
  with check (((organisation_id = platform_org()) AND review_works()));
create policy z_guard on review_alert_look for all to verkeerstoren_guard
  using ((CURRENT_USER = 'verkeerstoren_guard'::name))
  with check ((CURRENT_USER = 'verkeerstoren_guard'::name));
create policy z_keeper on review_alert_look for all to owner
  using ((current_setting('app.keeper'::text, true) = 'on'::text))
  with check ((current_setting('app.keeper'::text, true) = 'on'::text));

create table review_home (
  professional_id uuid not null,
  organisation_id uuid not null,
  pc4 text not null,
  constraint review_home_pkey PRIMARY KEY (professional_id),
  constraint review_home_professional_id_fkey FOREIGN KEY (professional_id) REFERENCES region_professional(id),
  constraint review_home_pc4_check CHECK (pc4 ~ '^[1-9][0-9]{3}$'::text)
);
alter table review_home enable row level security;
alter table review_home force row level security;
create policy home_own on review_home for all
  using ((organisation_id = platform_org()))
  with check (((organisation_id = platform_org()) AND (EXISTS ( SELECT 1
   FROM region_professional p
  WHERE ((p.id = review_home.professional_id) AND (p.organisation_id = platform_org()))))));
create policy z_guard on review_home for all to verkeerstoren_guard
  using ((CURRENT_USER = 'verkeerstoren_guard'::name))
  with check ((CURRENT_USER = 'verkeerstoren_guard'::name));
create policy z_keeper on review_home for all to owner
  using ((current_setting('app.keeper'::text, true) = 'on'::text))
  with check ((current_setting('app.keeper'::text, true) = 'on'::text));

create table review_run (
  organisation_id uuid not null,
  until timestamp with time zone not null,
  constraint review_run_pkey PRIMARY KEY (organisation_id)
);
alter table review_run enable row level security;
alter table review_run force row level security;
create policy run_own on review_run for all
  using (((organisation_id = platform_org()) AND review_works()))
  with check (((organisation_id = platform_org()) AND review_works()));
create policy z_guard on review_run for all to verkeerstoren_guard
  using ((CURRENT_USER = 'verkeerstoren_guard'::name))
  with check ((CURRENT_USER = 'verkeerstoren_guard'::name));
create policy z_keeper on review_run for all to owner
  using ((current_setting('app.keeper'::text, true) = 'on'::text))
  with check ((current_setting('app.keeper'::text, true) = 'on'::text));

create table review_verdict (
  alert_id uuid not null,
  organisation_id uuid not null,
  verdict text not null,
  reason text not null,
  actor text not null,
  at timestamp with time zone not null,
  constraint review_verdict_pkey PRIMARY KEY (alert_id),
  constraint review_verdict_alert_id_organisation_id_fkey FOREIGN KEY (alert_id, organisation_id) REFERENCES review_alert(id, organisation_id),
  constraint review_verdict_reason_check CHECK (length(reason) >= 10 AND length(reason) <= 1000),
  constraint review_verdict_verdict_check CHECK (verdict = ANY (ARRAY['proper'::text, 'mistake'::text, 'improper'::text]))
);
alter table review_verdict enable row level security;
alter table review_verdict force row level security;
create policy verdict_given on review_verdict for insert
  with check ((organisation_id = platform_org()));
create policy verdict_own on review_verdict for select
  using ((organisation_id = platform_org()));
create policy z_guard on review_verdict for all to verkeerstoren_guard
  using ((CURRENT_USER = 'verkeerstoren_guard'::name))
  with check ((CURRENT_USER = 'verkeerstoren_guard'::name));
create policy z_keeper on review_verdict for all to owner
  using ((current_setting('app.keeper'::text, true) = 'on'::text))
  with check ((current_setting('app.keeper'::text, true) = 'on'::text));

create table social_carer (
  network_id uuid not null,
  load text,
  words text not null default ''::text,
  question text not null default ''::text,
  constraint social_carer_pkey PRIMARY KEY (network_id),
  constraint social_carer_network_id_fkey FOREIGN KEY (network_id) REFERENCES social_network(id) ON DELETE CASCADE,
  constraint social_carer_load_check CHECK (load = ANY (ARRAY['goes-well'::text, 'just-goes'::text, 'too-much'::text])),
  constraint social_carer_question_check CHECK (length(question) <= 500),
  constraint social_carer_words_check CHECK (length(words) <= 1000)
);
alter table social_carer enable row level security;
alter table social_carer force row level security;
create policy carer_added on social_carer for insert
  with check (social_writes(social_network_of(network_id)));
create policy carer_changed on social_carer for update
  using (social_writes(social_network_of(network_id)))
  with check (social_writes(social_network_of(network_id)));
create policy carer_seen on social_carer for select
  using ((social_network_of(network_id) IS NOT NULL));
create policy carer_taken_out on social_carer for delete
  using (social_writes(social_network_of(network_id)));
create policy z_guard on social_carer for all to verkeerstoren_guard
  using ((CURRENT_USER = 'verkeerstoren_guard'::name))
  with check ((CURRENT_USER = 'verkeerstoren_guard'::name));
create policy z_keeper on social_carer for all to owner
  using ((current_setting('app.keeper'::text, true) = 'on'::text))
  with check ((current_setting('app.keeper'::text, true) = 'on'::text));

create table social_conversation (
  id uuid not null,
  person_id uuid not null,
  prompts smallint not null,
  made_org uuid,
  began_at timestamp with time zone not null,
  finished_at timestamp with time zone,
  constraint social_conversation_pkey PRIMARY KEY (id),
  constraint social_conversation_made_org_fkey FOREIGN KEY (made_org) REFERENCES region_organisation(id),
  constraint social_conversation_person_id_fkey FOREIGN KEY (person_id) REFERENCES people_person(id),
  constraint social_conversation_check CHECK (finished_at IS NULL OR finished_at >= began_at),
  constraint social_conversation_prompts_check CHECK (prompts > 0)
);
CREATE INDEX social_conversation_person ON public.social_conversation USING btree (person_id, began_at DESC);
CREATE UNIQUE INDEX social_conversation_running ON public.social_conversation USING btree (person_id, made_org) NULLS NOT DISTINCT WHERE (finished_at IS NULL);
alter table social_conversation enable row level security;
alter table social_conversation force row level security;
create policy conversation_begun on social_conversation for insert
  with check (((finished_at IS NULL) AND (((made_org IS NULL) AND (person_id = people_self())) OR ((made_org = platform_org()) AND social_may_hold(person_id)))));
create policy conversation_finished on social_conversation for update
  using (social_writes(id))
  with check (true);
create policy conversation_seen on social_conversation for select
  using (social_shown(id, NULL::text));
create policy z_guard on social_conversation for all to verkeerstoren_guard
  using ((CURRENT_USER = 'verkeerstoren_guard'::name))
  with check ((CURRENT_USER = 'verkeerstoren_guard'::name));
create policy z_keeper on social_conversation for all to owner
  using ((current_setting('app.keeper'::text, true) = 'on'::text))
  with check ((current_setting('app.keeper'::text, true) = 'on'::text));

create table social_conversation_part (
  conversation_id uuid not null,
  part text not null,
  mark smallint,
  words text not null default ''::text,
  talk boolean not null default false,
  version integer not null,
  changed_at timestamp with time zone not null,
  changed_org uuid,
  constraint social_conversation_part_pkey PRIMARY KEY (conversation_id, part),
  constraint social_conversation_part_conversation_id_fkey FOREIGN KEY (conversation_id) REFERENCES social_conversation(id),
  constraint social_conversation_part_check CHECK (mark IS NULL OR (part <> ALL (ARRAY['matters'::text, 'self'::text, 'network'::text, 'need'::text]))),
  constraint social_conversation_part_mark_check CHECK (mark >= 0 AND mark <= 10),
  constraint social_conversation_part_part_check CHECK (part = ANY (ARRAY['bodily'::text, 'mental'::text, 'meaning'::text, 'quality'::text, 'taking-part'::text, 'daily'::text, 'matters'::text, 'self'::text, 'network'::text, 'need'::text])),
  constraint social_conversation_part_version_check CHECK (version > 0),
  constraint social_conversation_part_words_check CHECK (length(words) <= 2000)
);
alter table social_conversation_part enable row level security;
alter table social_conversation_part force row level security;
create policy part_changed on social_conversation_part for update
  using (social_writes(conversation_id))
  with check (social_writes(conversation_id));
create policy part_seen on social_conversation_part for select
  using (social_shown(conversation_id, part));
create policy part_written on social_conversation_part for insert
  with check (social_writes(conversation_id));
create policy z_guard on social_conversation_part for all to verkeerstoren_guard
  using ((CURRENT_USER = 'verkeerstoren_guard'::name))
  with check ((CURRENT_USER = 'verkeerstoren_guard'::name));
create policy z_keeper on social_conversation_part for all to owner
  using ((current_setting('app.keeper'::text, true) = 'on'::text))
  with check ((current_setting('app.keeper'::text, true) = 'on'::text));

create table social_conversation_share (
  conversation_id uuid not null,
  part text not null,
  organisation_id uuid not null,
  consent_id uuid not null,
  shared_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  constraint social_conversation_share_pkey PRIMARY KEY (conversation_id, part, organisation_id),
  constraint social_conversation_share_consent_id_fkey FOREIGN KEY (consent_id) REFERENCES people_consent(id),
  constraint social_conversation_share_conversation_id_fkey FOREIGN KEY (conversation_id) REFERENCES social_conversation(id),
  constraint social_conversation_share_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES region_organisation(id),
  constraint social_conversation_share_part_check CHECK (part = ANY (ARRAY['bodily'::text, 'mental'::text, 'meaning'::text, 'quality'::text, 'taking-part'::text, 'daily'::text, 'matters'::text, 'self'::text, 'network'::text, 'need'::text]))
);
CREATE INDEX social_conversation_share_organisation ON public.social_conversation_share USING btree (organisation_id) WHERE (ended_at IS NULL);
alter table social_conversation_share enable row level security;
alter table social_conversation_share force row level security;
create policy share_changed on social_conversation_share for update
  using (social_holds(conversation_id))
  with check ((social_holds(conversation_id) AND ((ended_at IS NOT NULL) OR social_yes(conversation_id, organisation_id, consent_id))));
create policy share_said on social_conversation_share for insert
  with check ((social_holds(conversation_id) AND social_yes(conversation_id, organisation_id, consent_id)));
create policy share_seen on social_conversation_share for select
  using ((social_holds(conversation_id) OR ((organisation_id = platform_org()) AND social_shown(conversation_id, part))));
create policy z_guard on social_conversation_share for all to verkeerstoren_guard
  using ((CURRENT_USER = 'verkeerstoren_guard'::name))
  with check ((CURRENT_USER = 'verkeerstoren_guard'::name));
create policy z_keeper on social_conversation_share for all to owner
  using ((current_setting('app.keeper'::text, true) = 'on'::text))
  with check ((current_setting('app.keeper'::text, true) = 'on'::text));

create table social_helper_code (
  id uuid not null,
  link_id uuid not null,
  code_hash text not null,
  sent_at timestamp with time zone not null,
  until timestamp with time zone not null,
  tries integer not null default 0,
  used_at timestamp with time zone,
  constraint social_helper_code_pkey PRIMARY KEY (id),
  constraint social_helper_code_link_id_fkey FOREIGN KEY (link_id) REFERENCES social_helper_link(id),
  constraint social_helper_code_tries_check CHECK (tries >= 0 AND tries <= 5)
);
CREATE INDEX social_helper_code_link ON public.social_helper_code USING btree (link_id, sent_at DESC);
alter table social_helper_code enable row level security;
alter table social_helper_code force row level security;
create policy code_held on social_helper_code for all
  using ((EXISTS ( SELECT 1
   FROM social_helper_link l
  WHERE ((l.id = social_helper_code.link_id) AND (l.token_hash = people_named('helper-door'::text))))));
create policy z_guard on social_helper_code for all to verkeerstoren_guard
  using ((CURRENT_USER = 'verkeerstoren_guard'::name))
  with check ((CURRENT_USER = 'verkeerstoren_guard'::name));
create policy z_keeper on social_helper_code for all to owner
  using ((current_setting('app.keeper'::text, true) = 'on'::text))
  with check ((current_setting('app.keeper'::text, true) = 'on'::text));

create table social_helper_link (
  id uuid not null,
  referral_id uuid not null,
  token_hash text not null,
  made_at timestamp with time zone not null,
  until timestamp with time zone not null,
  ended_at timestamp with time zone,
  constraint social_helper_link_pkey PRIMARY KEY (id),
  constraint social_helper_link_token_hash_key UNIQUE (token_hash),
  constraint social_helper_link_referral_id_fkey FOREIGN KEY (referral_id) REFERENCES social_referral(id),
  constraint social_helper_link_check CHECK (until > made_at)
);
CREATE INDEX social_helper_link_referral ON public.social_helper_link USING btree (referral_id) WHERE (ended_at IS NULL);
alter table social_helper_link enable row level security;
alter table social_helper_link force row level security;
create policy link_ended on social_helper_link for update
  using (((token_hash = people_named('helper-door'::text)) OR social_may_link(referral_id)));
create policy link_made on social_helper_link for insert
  with check (social_may_link(referral_id));
create policy link_seen on social_helper_link for select
  using (((token_hash = people_named('helper-door'::text)) OR social_may_link(referral_id)));
create policy z_guard on social_helper_link for all to verkeerstoren_guard
  using ((CURRENT_USER = 'verkeerstoren_guard'::name))
  with check ((CURRENT_USER = 'verkeerstoren_guard'::name));
create policy z_keeper on social_helper_link for all to owner
  using ((current_setting('app.keeper'::text, true) = 'on'::text))
  with check ((current_setting('app.keeper'::text, true) = 'on'::text));

create table social_helper_session (
  token_hash text not null,
  link_id uuid not null,
  referral_id uuid not null,
  began_at timestamp with time zone not null,
  until timestamp with time zone not null,
  ended_at timestamp with time zone,
  constraint social_helper_session_pkey PRIMARY KEY (token_hash),
  constraint social_helper_session_link_id_fkey FOREIGN KEY (link_id) REFERENCES social_helper_link(id),
  constraint social_helper_session_referral_id_fkey FOREIGN KEY (referral_id) REFERENCES social_referral(id),
  constraint social_helper_session_check CHECK (until <= (began_at + '00:30:00'::interval))
);
alter table social_helper_session enable row level security;
alter table social_helper_session force row level security;
create policy session_begun on social_helper_session for insert
  with check ((EXISTS ( SELECT 1
   FROM social_helper_link l
  WHERE ((l.id = social_helper_session.link_id) AND (l.referral_id = social_helper_session.referral_id) AND (l.token_hash = people_named('helper-door'::text))))));
create policy session_ended on social_helper_session for update
  using ((token_hash = people_named('helper-in'::text)));
create policy session_seen on social_helper_session for select
  using ((token_hash = people_named('helper-in'::text)));
create policy z_guard on social_helper_session for all to verkeerstoren_guard
  using ((CURRENT_USER = 'verkeerstoren_guard'::name))
  with check ((CURRENT_USER = 'verkeerstoren_guard'::name));
create policy z_keeper on social_helper_session for all to owner
  using ((current_setting('app.keeper'::text, true) = 'on'::text))
  with check ((current_setting('app.keeper'::text, true) = 'on'::text));

create table social_hsds_accessibility (
  id uuid not null,
  location_id uuid,
  description text,
  details text,
  url text,
  rest jsonb not null default '{}'::jsonb,
  constraint social_hsds_accessibility_pkey PRIMARY KEY (id)
);
CREATE INDEX social_hsds_accessibility_location ON public.social_hsds_accessibility USING btree (location_id);
alter table social_hsds_accessibility enable row level security;
alter table social_hsds_accessibility force row level security;
create policy map_added on social_hsds_accessibility for insert
  with check (( SELECT social_keeps_map() AS social_keeps_map));
create policy map_kept on social_hsds_accessibility for update
  using (( SELECT social_keeps_map() AS social_keeps_map));
create policy map_read on social_hsds_accessibility for select
  using (true);
create policy z_guard on social_hsds_accessibility for all to verkeerstoren_guard
  using ((CURRENT_USER = 'verkeerstoren_guard'::name))
  with check ((CURRENT_USER = 'verkeerstoren_guard'::name));
create policy z_keeper on social_hsds_accessibility for all to owner
  using ((current_setting('app.keeper'::text, true) = 'on'::text))
  with check ((current_setting('app.keeper'::text, true) = 'on'::text));

create table social_hsds_address (
  id uuid not null,
  location_id uuid,
  attention text,
  address_1 text not null,
  address_2 text,
  city text not null,
  region text,
  state_province text not null,
  postal_code text not null,
  country text not null,
  address_type text not null,
  rest jsonb not null default '{}'::jsonb,
  constraint social_hsds_address_pkey PRIMARY KEY (id),
  constraint social_hsds_address_address_type_check CHECK (address_type = ANY (ARRAY['physical'::text, 'postal'::text, 'virtual'::text]))
);
CREATE INDEX social_hsds_address_location ON public.social_hsds_address USING btree (location_id);
alter table social_hsds_address enable row level security;
alter table social_hsds_address force row level security;
create policy map_added on social_hsds_address for insert
  with check (( SELECT social_keeps_map() AS social_keeps_map));
create policy map_kept on social_hsds_address for update
  using (( SELECT social_keeps_map() AS social_keeps_map));
create policy map_read on social_hsds_address for select
  using (true);
create policy z_guard on social_hsds_address for all to verkeerstoren_guard
  using ((CURRENT_USER = 'verkeerstoren_guard'::name))
  with check ((CURRENT_USER = 'verkeerstoren_guard'::name));
create policy z_keeper on social_hsds_address for all to owner
  using ((current_setting('app.keeper'::text, true) = 'on'::text))
  with check ((current_setting('app.keeper'::text, true) = 'on'::text));

create table social_hsds_attribute (
  id uuid not null,
  link_id uuid,
  taxonomy_term_id uuid,
  link_type text,
  link_entity text,
  value text,
  rest jsonb not null default '{}'::jsonb,
  constraint social_hsds_attribute_pkey PRIMARY KEY (id)
);
CREATE INDEX social_hsds_attribute_link ON public.social_hsds_attribute USING btree (link_id);
CREATE INDEX social_hsds_attribute_taxonomy_term ON public.social_hsds_attribute USING btree (taxonomy_term_id);
alter table social_hsds_attribute enable row level security;
alter table social_hsds_attribute force row level security;
create policy map_added on social_hsds_attribute for insert
  with check (( SELECT social_keeps_map() AS social_keeps_map));
create policy map_kept on social_hsds_attribute for update
  using (( SELECT social_keeps_map() AS social_keeps_map));
create policy map_read on social_hsds_attribute for select
  using (true);
create policy z_guard on social_hsds_attribute for all to verkeerstoren_guard
  using ((CURRENT_USER = 'verkeerstoren_guard'::name))
  with check ((CURRENT_USER = 'verkeerstoren_guard'::name));
create policy z_keeper on social_hsds_attribute for all to owner
  using ((current_setting('app.keeper'::text, true) = 'on'::text))
  with check ((current_setting('app.keeper'::text, true) = 'on'::text));

create table social_hsds_contact (
  id uuid not null,
  organization_id uuid,
  service_id uuid,
  service_at_location_id uuid,
  location_id uuid,
  name text,
  title text,
  department text,
  email text,
  rest jsonb not null default '{}'::jsonb,
  constraint social_hsds_contact_pkey PRIMARY KEY (id)
);
CREATE INDEX social_hsds_contact_location ON public.social_hsds_contact USING btree (location_id);
CREATE INDEX social_hsds_contact_organization ON public.social_hsds_contact USING btree (organization_id);
CREATE INDEX social_hsds_contact_service ON public.social_hsds_contact USING btree (service_id);
CREATE INDEX social_hsds_contact_service_at_location ON public.social_hsds_contact USING btree (service_at_location_id);
alter table social_hsds_contact enable row level security;
alter table social_hsds_contact force row level security;
create policy map_added on social_hsds_contact for insert
  with check (( SELECT social_keeps_map() AS social_keeps_map));
create policy map_kept on social_hsds_contact for update
  using (( SELECT social_keeps_map() AS social_keeps_map));
create policy map_read on social_hsds_contact for select
  using (true);
create policy z_guard on social_hsds_contact for all to verkeerstoren_guard
  using ((CURRENT_USER = 'verkeerstoren_guard'::name))
  with check ((CURRENT_USER = 'verkeerstoren_guard'::name));
create policy z_keeper on social_hsds_contact for all to owner
  using ((current_setting('app.keeper'::text, true) = 'on'::text))
  with check ((current_setting('app.keeper'::text, true) = 'on'::text));

create table social_hsds_cost_option (
  id uuid not null,
  service_id uuid,
  valid_from date,
  valid_to date,
  option text,
  currency text,
  amount double precision,
  amount_description text,
  rest jsonb not null default '{}'::jsonb,
  constraint social_hsds_cost_option_pkey PRIMARY KEY (id)
);
CREATE INDEX social_hsds_cost_option_service ON public.social_hsds_cost_option USING btree (service_id);
alter table social_hsds_cost_option enable row level security;
alter table social_hsds_cost_option force row level security;
create policy map_added on social_hsds_cost_option for insert
  with check (( SELECT social_keeps_map() AS social_keeps_map));
create policy map_kept on social_hsds_cost_option for update
  using (( SELECT social_keeps_map() AS social_keeps_map));
create policy map_read on social_hsds_cost_option for select
  using (true);
create policy z_guard on social_hsds_cost_option for all to verkeerstoren_guard
  using ((CURRENT_USER = 'verkeerstoren_guard'::name))
  with check ((CURRENT_USER = 'verkeerstoren_guard'::name));
create policy z_keeper on social_hsds_cost_option for all to owner
  using ((current_setting('app.keeper'::text, true) = 'on'::text))
  with check ((current_setting('app.keeper'::text, true) = 'on'::text));

create table social_hsds_funding (
  id uuid not null,
  organization_id uuid,
  service_id uuid,
  source text,
  rest jsonb not null default '{}'::jsonb,
  constraint social_hsds_funding_pkey PRIMARY KEY (id)
);
CREATE INDEX social_hsds_funding_organization ON public.social_hsds_funding USING btree (organization_id);
CREATE INDEX social_hsds_funding_service ON public.social_hsds_funding USING btree (service_id);
alter table social_hsds_funding enable row level security;
alter table social_hsds_funding force row level security;
create policy map_added on social_hsds_funding for insert
  with check (( SELECT social_keeps_map() AS social_keeps_map));
create policy map_kept on social_hsds_funding for update
  using (( SELECT social_keeps_map() AS social_keeps_map));
create policy map_read on social_hsds_funding for select
  using (true);
create policy z_guard on social_hsds_funding for all to verkeerstoren_guard
  using ((CURRENT_USER = 'verkeerstoren_guard'::name))
  with check ((CURRENT_USER = 'verkeerstoren_guard'::name));
create policy z_keeper on social_hsds_funding for all to owner
  using ((current_setting('app.keeper'::text, true) = 'on'::text))
  with check ((current_setting('app.keeper'::text, true) = 'on'::text));

create table social_hsds_language (
  id uuid not null,
  service_id uuid,
  location_id uuid,
  phone_id uuid,
  name text,
  code text,
  note text,
  rest jsonb not null default '{}'::jsonb,
  constraint social_hsds_language_pkey PRIMARY KEY (id)
);
CREATE INDEX social_hsds_language_location ON public.social_hsds_language USING btree (location_id);
CREATE INDEX social_hsds_language_phone ON public.social_hsds_language USING btree (phone_id);
CREATE INDEX social_hsds_language_service ON public.social_hsds_language USING btree (service_id);
alter table social_hsds_language enable row level security;
alter table social_hsds_language force row level security;
create policy map_added on social_hsds_language for insert
  with check (( SELECT social_keeps_map() AS social_keeps_map));
create policy map_kept on social_hsds_language for update
  using (( SELECT social_keeps_map() AS social_keeps_map));
create policy map_read on social_hsds_language for select
  using (true);
create policy z_guard on social_hsds_language for all to verkeerstoren_guard
  using ((CURRENT_USER = 'verkeerstoren_guard'::name))
  with check ((CURRENT_USER = 'verkeerstoren_guard'::name));
create policy z_keeper on social_hsds_language for all to owner
  using ((current_setting('app.keeper'::text, true) = 'on'::text))
  with check ((current_setting('app.keeper'::text, true) = 'on'::text));

create table social_hsds_location (
  id uuid not null,
  location_type text not null,
  url text,
  organization_id uuid,
  name text,
  alternate_name text,
  description text,
  transportation text,
  latitude double precision,
  longitude double precision,
  external_identifier text,
  external_identifier_type text,
  rest jsonb not null default '{}'::jsonb,
  constraint social_hsds_location_pkey PRIMARY KEY (id),
  constraint social_hsds_location_location_type_check CHECK (location_type = ANY (ARRAY['physical'::text, 'postal'::text, 'virtual'::text]))
);
CREATE INDEX social_hsds_location_organization ON public.social_hsds_location USING btree (organization_id);
alter table social_hsds_location enable row level security;
alter table social_hsds_location force row level security;
create policy map_added on social_hsds_location for insert
  with check (( SELECT social_keeps_map() AS social_keeps_map));
create policy map_kept on social_hsds_location for update
  using (( SELECT social_keeps_map() AS social_keeps_map));
create policy map_read on social_hsds_location for select
  using (true);
create policy z_guard on social_hsds_location for all to verkeerstoren_guard
  using ((CURRENT_USER = 'verkeerstoren_guard'::name))
  with check ((CURRENT_USER = 'verkeerstoren_guard'::name));
create policy z_keeper on social_hsds_location for all to owner
  using ((current_setting('app.keeper'::text, true) = 'on'::text))
  with check ((current_setting('app.keeper'::text, true) = 'on'::text));

create table social_hsds_meta_table_description (
  id uuid not null,
  name text,
  language text,
  character_set text,
  rest jsonb not null default '{}'::jsonb,
  constraint social_hsds_meta_table_description_pkey PRIMARY KEY (id)
);
alter table social_hsds_meta_table_description enable row level security;
alter table social_hsds_meta_table_description force row level security;
create policy map_added on social_hsds_meta_table_description for insert
  with check (( SELECT social_keeps_map() AS social_keeps_map));
create policy map_kept on social_hsds_meta_table_description for update
  using (( SELECT social_keeps_map() AS social_keeps_map));
create policy map_read on social_hsds_meta_table_description for select
  using (true);
create policy z_guard on social_hsds_meta_table_description for all to verkeerstoren_guard
  using ((CURRENT_USER = 'verkeerstoren_guard'::name))
  with check ((CURRENT_USER = 'verkeerstoren_guard'::name));
create policy z_keeper on social_hsds_meta_table_description for all to owner
  using ((current_setting('app.keeper'::text, true) = 'on'::text))
  with check ((current_setting('app.keeper'::text, true) = 'on'::text));

create table social_hsds_metadata (
  id uuid not null,
  resource_id uuid,
  resource_type text,
  last_action_date date not null,
  last_action_type text not null,
  field_name text not null,
  previous_value text not null,
  replacement_value text not null,
  updated_by text not null,
  rest jsonb not null default '{}'::jsonb,
  constraint social_hsds_metadata_pkey PRIMARY KEY (id)
);
CREATE INDEX social_hsds_metadata_resource ON public.social_hsds_metadata USING btree (resource_id);
alter table social_hsds_metadata enable row level security;
alter table social_hsds_metadata force row level security;
create policy map_added on social_hsds_metadata for insert
  with check (( SELECT social_keeps_map() AS social_keeps_map));
create policy map_kept on social_hsds_metadata for update
  using (( SELECT social_keeps_map() AS social_keeps_map));
create policy map_read on social_hsds_metadata for select
  using (true);
create policy z_guard on social_hsds_metadata for all to verkeerstoren_guard
  using ((CURRENT_USER = 'verkeerstoren_guard'::name))
  with check ((CURRENT_USER = 'verkeerstoren_guard'::name));
create policy z_keeper on social_hsds_metadata for all to owner
  using ((current_setting('app.keeper'::text, true) = 'on'::text))
  with check ((current_setting('app.keeper'::text, true) = 'on'::text));

create table social_hsds_organization (
  id uuid not null,
  name text not null,
  alternate_name text,
  description text not null,
  email text,
  website text,
  tax_status text,
  tax_id text,
  year_incorporated double precision,
  legal_status text,
  logo text,
  uri text,
  parent_organization_id uuid,
  rest jsonb not null default '{}'::jsonb,
  constraint social_hsds_organization_pkey PRIMARY KEY (id)
);
alter table social_hsds_organization enable row level security;
alter table social_hsds_organization force row level security;
create policy map_added on social_hsds_organization for insert
  with check (( SELECT social_keeps_map() AS social_keeps_map));
create policy map_kept on social_hsds_organization for update
  using (( SELECT social_keeps_map() AS social_keeps_map));
create policy map_read on social_hsds_organization for select
  using (true);
create policy z_guard on social_hsds_organization for all to verkeerstoren_guard
  using ((CURRENT_USER = 'verkeerstoren_guard'::name))
  with check ((CURRENT_USER = 'verkeerstoren_guard'::name));
create policy z_keeper on social_hsds_organization for all to owner
  using ((current_setting('app.keeper'::text, true) = 'on'::text))
  with check ((current_setting('app.keeper'::text, true) = 'on'::text));

create table social_hsds_organization_identifier (
  id uuid not null,
  organization_id uuid,
  identifier_scheme text,
  identifier_type text not null,
  identifier text not null,
  rest jsonb not null default '{}'::jsonb,
  constraint social_hsds_organization_identifier_pkey PRIMARY KEY (id)
);
CREATE INDEX social_hsds_organization_identifier_organization ON public.social_hsds_organization_identifier USING btree (organization_id);
alter table social_hsds_organization_identifier enable row level security;
alter table social_hsds_organization_identifier force row level security;
create policy map_added on social_hsds_organization_identifier for insert
  with check (( SELECT social_keeps_map() AS social_keeps_map));
create policy map_kept on social_hsds_organization_identifier for update
  using (( SELECT social_keeps_map() AS social_keeps_map));
create policy map_read on social_hsds_organization_identifier for select
  using (true);
create policy z_guard on social_hsds_organization_identifier for all to verkeerstoren_guard
  using ((CURRENT_USER = 'verkeerstoren_guard'::name))
  with check ((CURRENT_USER = 'verkeerstoren_guard'::name));
create policy z_keeper on social_hsds_organization_identifier for all to owner
  using ((current_setting('app.keeper'::text, true) = 'on'::text))
  with check ((current_setting('app.keeper'::text, true) = 'on'::text));

create table social_hsds_phone (
  id uuid not null,
  location_id uuid,
  service_id uuid,
  organization_id uuid,
  contact_id uuid,
  service_at_location_id uuid,
  number text not null,
  extension double precision,
  type text,
  description text,
  rest jsonb not null default '{}'::jsonb,
  constraint social_hsds_phone_pkey PRIMARY KEY (id)
);
CREATE INDEX social_hsds_phone_contact ON public.social_hsds_phone USING btree (contact_id);
CREATE INDEX social_hsds_phone_location ON public.social_hsds_phone USING btree (location_id);
CREATE INDEX social_hsds_phone_organization ON public.social_hsds_phone USING btree (organization_id);
CREATE INDEX social_hsds_phone_service ON public.social_hsds_phone USING btree (service_id);
CREATE INDEX social_hsds_phone_service_at_location ON public.social_hsds_phone USING btree (service_at_location_id);
alter table social_hsds_phone enable row level security;
alter table social_hsds_phone force row level security;
create policy map_added on social_hsds_phone for insert
  with check (( SELECT social_keeps_map() AS social_keeps_map));
create policy map_kept on social_hsds_phone for update
  using (( SELECT social_keeps_map() AS social_keeps_map));
create policy map_read on social_hsds_phone for select
  using (true);
create policy z_guard on social_hsds_phone for all to verkeerstoren_guard
  using ((CURRENT_USER = 'verkeerstoren_guard'::name))
  with check ((CURRENT_USER = 'verkeerstoren_guard'::name));
create policy z_keeper on social_hsds_phone for all to owner
  using ((current_setting('app.keeper'::text, true) = 'on'::text))
  with check ((current_setting('app.keeper'::text, true) = 'on'::text));

create table social_hsds_program (
  id uuid not null,
  organization_id uuid,
  name text not null,
  alternate_name text,
  description text not null,
  rest jsonb not null default '{}'::jsonb,
  constraint social_hsds_program_pkey PRIMARY KEY (id)
);
CREATE INDEX social_hsds_program_organization ON public.social_hsds_program USING btree (organization_id);
alter table social_hsds_program enable row level security;
alter table social_hsds_program force row level security;
create policy map_added on social_hsds_program for insert
  with check (( SELECT social_keeps_map() AS social_keeps_map));
create policy map_kept on social_hsds_program for update
  using (( SELECT social_keeps_map() AS social_keeps_map));
create policy map_read on social_hsds_program for select
  using (true);
create policy z_guard on social_hsds_program for all to verkeerstoren_guard
  using ((CURRENT_USER = 'verkeerstoren_guard'::name))
  with check ((CURRENT_USER = 'verkeerstoren_guard'::name));
create policy z_keeper on social_hsds_program for all to owner
  using ((current_setting('app.keeper'::text, true) = 'on'::text))
  with check ((current_setting('app.keeper'::text, true) = 'on'::text));

create table social_hsds_required_document (
  id uuid not null,
  service_id uuid,
  document text,
  uri text,
  rest jsonb not null default '{}'::jsonb,
  constraint social_hsds_required_document_pkey PRIMARY KEY (id)
);
CREATE INDEX social_hsds_required_document_service ON public.social_hsds_required_document USING btree (service_id);
alter table social_hsds_required_document enable row level security;
alter table social_hsds_required_document force row level security;
create policy map_added on social_hsds_required_document for insert
  with check (( SELECT social_keeps_map() AS social_keeps_map));
create policy map_kept on social_hsds_required_document for update
  using (( SELECT social_keeps_map() AS social_keeps_map));
create policy map_read on social_hsds_required_document for select
  using (true);
create policy z_guard on social_hsds_required_document for all to verkeerstoren_guard
  using ((CURRENT_USER = 'verkeerstoren_guard'::name))
  with check ((CURRENT_USER = 'verkeerstoren_guard'::name));
create policy z_keeper on social_hsds_required_document for all to owner
  using ((current_setting('app.keeper'::text, true) = 'on'::text))
  with check ((current_setting('app.keeper'::text, true) = 'on'::text));

create table social_hsds_schedule (
  id uuid not null,
  service_id uuid,
  location_id uuid,
  service_at_location_id uuid,
  valid_from date,
  valid_to date,
  dtstart date,
  timezone double precision,
  until date,
  count double precision,
  wkst text,
  freq text,
  interval double precision,
  byday text,
  byweekno text,
  bymonthday text,
  byyearday text,
  description text,
  opens_at text,
  closes_at text,
  schedule_link text,
  attending_type text,
  notes text,
  rest jsonb not null default '{}'::jsonb,
  constraint social_hsds_schedule_pkey PRIMARY KEY (id),
  constraint social_hsds_schedule_freq_check CHECK (freq = ANY (ARRAY['WEEKLY'::text, 'MONTHLY'::text])),
  constraint social_hsds_schedule_wkst_check CHECK (wkst = ANY (ARRAY['MO'::text, 'TU'::text, 'WE'::text, 'TH'::text, 'FR'::text, 'SA'::text, 'SU'::text]))
);
CREATE INDEX social_hsds_schedule_location ON public.social_hsds_schedule USING btree (location_id);
CREATE INDEX social_hsds_schedule_service ON public.social_hsds_schedule USING btree (service_id);
CREATE INDEX social_hsds_schedule_service_at_location ON public.social_hsds_schedule USING btree (service_at_location_id);
alter table social_hsds_schedule enable row level security;
alter table social_hsds_schedule force row level security;
create policy map_added on social_hsds_schedule for insert
  with check (( SELECT social_keeps_map() AS social_keeps_map));
create policy map_kept on social_hsds_schedule for update
  using (( SELECT social_keeps_map() AS social_keeps_map));
create policy map_read on social_hsds_schedule for select
  using (true);
create policy z_guard on social_hsds_schedule for all to verkeerstoren_guard
  using ((CURRENT_USER = 'verkeerstoren_guard'::name))
  with check ((CURRENT_USER = 'verkeerstoren_guard'::name));
create policy z_keeper on social_hsds_schedule for all to owner
  using ((current_setting('app.keeper'::text, true) = 'on'::text))
  with check ((current_setting('app.keeper'::text, true) = 'on'::text));

create table social_hsds_service (
  id uuid not null,
  organization_id uuid,
  program_id uuid,
  name text not null,
  alternate_name text,
  description text,
  url text,
  email text,
  status text not null,
  interpretation_services text,
  application_process text,
  fees_description text,
  wait_time text,
  fees text,
  accreditations text,
  eligibility_description text,
  minimum_age double precision,
  maximum_age double precision,
  assured_date date,
  assurer_email text,
  licenses text,
  alert text,
  last_modified text,
  rest jsonb not null default '{}'::jsonb,
  constraint social_hsds_service_pkey PRIMARY KEY (id),
  constraint social_hsds_service_status_check CHECK (status = ANY (ARRAY['active'::text, 'inactive'::text, 'defunct'::text, 'temporarily closed'::text]))
);
CREATE INDEX social_hsds_service_organization ON public.social_hsds_service USING btree (organization_id);
CREATE INDEX social_hsds_service_program ON public.social_hsds_service USING btree (program_id);
alter table social_hsds_service enable row level security;
alter table social_hsds_service force row level security;
create policy map_added on social_hsds_service for insert
  with check (( SELECT social_keeps_map() AS social_keeps_map));
create policy map_kept on social_hsds_service for update
  using (( SELECT social_keeps_map() AS social_keeps_map));
create policy map_read on social_hsds_service for select
  using (true);
create policy service_own on social_hsds_service for update
  using (social_provides(id))
  with check (social_provides(id));
create policy z_guard on social_hsds_service for all to verkeerstoren_guard
  using ((CURRENT_USER = 'verkeerstoren_guard'::name))
  with check ((CURRENT_USER = 'verkeerstoren_guard'::name));
create policy z_keeper on social_hsds_service for all to owner
  using ((current_setting('app.keeper'::text, true) = 'on'::text))
  with check ((current_setting('app.keeper'::text, true) = 'on'::text));

create table social_hsds_service_area (
  id uuid not null,
  service_id uuid,
  name text,
  description text,
  extent text,
  extent_type text,
  uri text,
  rest jsonb not null default '{}'::jsonb,
  constraint social_hsds_service_area_pkey PRIMARY KEY (id)
);
CREATE INDEX social_hsds_service_area_service ON public.social_hsds_service_area USING btree (service_id);
alter table social_hsds_service_area enable row level security;
alter table social_hsds_service_area force row level security;
create policy map_added on social_hsds_service_area for insert
  with check (( SELECT social_keeps_map() AS social_keeps_map));
create policy map_kept on social_hsds_service_area for update
  using (( SELECT social_keeps_map() AS social_keeps_map));
create policy map_read on social_hsds_service_area for select
  using (true);
create policy z_guard on social_hsds_service_area for all to verkeerstoren_guard
  using ((CURRENT_USER = 'verkeerstoren_guard'::name))
  with check ((CURRENT_USER = 'verkeerstoren_guard'::name));
create policy z_keeper on social_hsds_service_area for all to owner
  using ((current_setting('app.keeper'::text, true) = 'on'::text))
  with check ((current_setting('app.keeper'::text, true) = 'on'::text));

create table social_hsds_service_at_location (
  id uuid not null,
  service_id uuid,
  location_id uuid,
  description text,
  rest jsonb not null default '{}'::jsonb,
  constraint social_hsds_service_at_location_pkey PRIMARY KEY (id)
);
CREATE INDEX social_hsds_service_at_location_location ON public.social_hsds_service_at_location USING btree (location_id);
CREATE INDEX social_hsds_service_at_location_service ON public.social_hsds_service_at_location USING btree (service_id);
alter table social_hsds_service_at_location enable row level security;
alter table social_hsds_service_at_location force row level security;
create policy map_added on social_hsds_service_at_location for insert
  with check (( SELECT social_keeps_map() AS social_keeps_map));
create policy map_kept on social_hsds_service_at_location for update
  using (( SELECT social_keeps_map() AS social_keeps_map));
create policy map_read on social_hsds_service_at_location for select
  using (true);
create policy z_guard on social_hsds_service_at_location for all to verkeerstoren_guard
  using ((CURRENT_USER = 'verkeerstoren_guard'::name))
  with check ((CURRENT_USER = 'verkeerstoren_guard'::name));
create policy z_keeper on social_hsds_service_at_location for all to owner
  using ((current_setting('app.keeper'::text, true) = 'on'::text))
  with check ((current_setting('app.keeper'::text, true) = 'on'::text));

create table social_hsds_taxonomy (
  id uuid not null,
  name text not null,
  description text not null,
  uri text,
  version text,
  rest jsonb not null default '{}'::jsonb,
  constraint social_hsds_taxonomy_pkey PRIMARY KEY (id)
);
alter table social_hsds_taxonomy enable row level security;
alter table social_hsds_taxonomy force row level security;
create policy map_added on social_hsds_taxonomy for insert
  with check (( SELECT social_keeps_map() AS social_keeps_map));
create policy map_kept on social_hsds_taxonomy for update
  using (( SELECT social_keeps_map() AS social_keeps_map));
create policy map_read on social_hsds_taxonomy for select
  using (true);
create policy z_guard on social_hsds_taxonomy for all to verkeerstoren_guard
  using ((CURRENT_USER = 'verkeerstoren_guard'::name))
  with check ((CURRENT_USER = 'verkeerstoren_guard'::name));
create policy z_keeper on social_hsds_taxonomy for all to owner
  using ((current_setting('app.keeper'::text, true) = 'on'::text))
  with check ((current_setting('app.keeper'::text, true) = 'on'::text));

create table social_hsds_taxonomy_term (
  id uuid not null,
  code text,
  name text not null,
  description text not null,
  parent_id uuid,
  taxonomy text,
  language text,
  taxonomy_id uuid,
  term_uri text,
  rest jsonb not null default '{}'::jsonb,
  constraint social_hsds_taxonomy_term_pkey PRIMARY KEY (id)
);
CREATE INDEX social_hsds_taxonomy_term_taxonomy ON public.social_hsds_taxonomy_term USING btree (taxonomy_id);
alter table social_hsds_taxonomy_term enable row level security;
alter table social_hsds_taxonomy_term force row level security;
create policy map_added on social_hsds_taxonomy_term for insert
  with check (( SELECT social_keeps_map() AS social_keeps_map));
create policy map_kept on social_hsds_taxonomy_term for update
  using (( SELECT social_keeps_map() AS social_keeps_map));
create policy map_read on social_hsds_taxonomy_term for select
  using (true);
create policy z_guard on social_hsds_taxonomy_term for all to verkeerstoren_guard
  using ((CURRENT_USER = 'verkeerstoren_guard'::name))
  with check ((CURRENT_USER = 'verkeerstoren_guard'::name));
create policy z_keeper on social_hsds_taxonomy_term for all to owner
  using ((current_setting('app.keeper'::text, true) = 'on'::text))
  with check ((current_setting('app.keeper'::text, true) = 'on'::text));

create table social_look (
  service_id uuid not null,
  organization_id uuid,
  name text not null,
  words tsvector not null,
  kinds text[] not null,
  pc4 text,
  lat double precision,
  lon double precision,
  minimum_age double precision,
  maximum_age double precision,
  languages text[] not null,
  free boolean,
  reachable boolean not null,
  active boolean not null,
  assured date,
  state text,
  weeks smallint,
  until_day date,
  state_at timestamp with time zone,
  constraint social_look_pkey PRIMARY KEY (service_id),
  constraint social_look_service_id_fkey FOREIGN KEY (service_id) REFERENCES social_hsds_service(id),
  constraint social_look_state_check CHECK (state = ANY (ARRAY['open'::text, 'waiting'::text, 'closed'::text, 'asks-first'::text]))
);
CREATE INDEX social_look_kinds ON public.social_look USING gin (kinds) WITH (fastupdate=off);
CREATE INDEX social_look_words ON public.social_look USING gin (words) WITH (fastupdate=off);
alter table social_look enable row level security;
alter table social_look force row level security;
create policy look_own on social_look for update
  using (social_provides(service_id))
  with check (social_provides(service_id));
create policy map_added on social_look for insert
  with check (( SELECT social_keeps_map() AS social_keeps_map));
create policy map_kept on social_look for update
  using (( SELECT social_keeps_map() AS social_keeps_map));
create policy map_read on social_look for select
  using (true);
create policy z_guard on social_look for all to verkeerstoren_guard
  using ((CURRENT_USER = 'verkeerstoren_guard'::name))
  with check ((CURRENT_USER = 'verkeerstoren_guard'::name));
create policy z_keeper on social_look for all to owner
  using ((current_setting('app.keeper'::text, true) = 'on'::text))
  with check ((current_setting('app.keeper'::text, true) = 'on'::text));

create table social_look_text (
  service_id uuid not null,
  organisation text not null,
  about text not null,
  plain text not null,
  town text,
  hours jsonb not null,
  constraint social_look_text_pkey PRIMARY KEY (service_id),
  constraint social_look_text_service_id_fkey FOREIGN KEY (service_id) REFERENCES social_hsds_service(id)
);
CREATE INDEX social_look_text_plain ON public.social_look_text USING gin (plain gin_trgm_ops) WITH (fastupdate=off);
alter table social_look_text enable row level security;
alter table social_look_text force row level security;
create policy map_added on social_look_text for insert
  with check (( SELECT social_keeps_map() AS social_keeps_map));
create policy map_kept on social_look_text for update
  using (( SELECT social_keeps_map() AS social_keeps_map));
create policy map_read on social_look_text for select
  using (true);
create policy z_guard on social_look_text for all to verkeerstoren_guard
  using ((CURRENT_USER = 'verkeerstoren_guard'::name))
  with check ((CURRENT_USER = 'verkeerstoren_guard'::name));
create policy z_keeper on social_look_text for all to owner
  using ((current_setting('app.keeper'::text, true) = 'on'::text))
  with check ((current_setting('app.keeper'::text, true) = 'on'::text));

create table social_network (
  id uuid not null,
  conversation_id uuid not null,
  name text not null,
  bond text not null default ''::text,
  near text not null,
  does text not null default ''::text,
  version integer not null,
  changed_at timestamp with time zone not null,
  changed_org uuid,
  constraint social_network_pkey PRIMARY KEY (id),
  constraint social_network_conversation_id_fkey FOREIGN KEY (conversation_id) REFERENCES social_conversation(id),
  constraint social_network_bond_check CHECK (length(bond) <= 80),
  constraint social_network_does_check CHECK (length(does) <= 500),
  constraint social_network_name_check CHECK (length(name) >= 1 AND length(name) <= 80),
  constraint social_network_near_check CHECK (near = ANY (ARRAY['close'::text, 'around'::text, 'further'::text])),
  constraint social_network_version_check CHECK (version > 0)
);
CREATE INDEX social_network_conversation ON public.social_network USING btree (conversation_id);
alter table social_network enable row level security;
alter table social_network force row level security;
create policy network_added on social_network for insert
  with check (social_writes(conversation_id));
create policy network_changed on social_network for update
  using (social_writes(conversation_id))
  with check (social_writes(conversation_id));
create policy network_seen on social_network for select
  using (social_shown(conversation_id, 'network'::text));
create policy network_taken_out on social_network for delete
  using (social_writes(conversation_id));
create policy z_guard on social_network for all to verkeerstoren_guard
  using ((CURRENT_USER = 'verkeerstoren_guard'::name))
  with check ((CURRENT_USER = 'verkeerstoren_guard'::name));
create policy z_keeper on social_network for all to owner
  using ((current_setting('app.keeper'::text, true) = 'on'::text))
  with check ((current_setting('app.keeper'::text, true) = 'on'::text));

create table social_provider (
  organization_id uuid not null,
  organisation_id uuid not null,
  constraint social_provider_pkey PRIMARY KEY (organization_id),
  constraint social_provider_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES region_organisation(id)
);
CREATE INDEX social_provider_organisation ON public.social_provider USING btree (organisation_id);
alter table social_provider enable row level security;
alter table social_provider force row level security;
create policy map_added on social_provider for insert
  with check (( SELECT social_keeps_map() AS social_keeps_map));
create policy map_kept on social_provider for update
  using (( SELECT social_keeps_map() AS social_keeps_map));
create policy map_read on social_provider for select
  using (true);
create policy z_guard on social_provider for all to verkeerstoren_guard
  using ((CURRENT_USER = 'verkeerstoren_guard'::name))
  with check ((CURRENT_USER = 'verkeerstoren_guard'::name));
create policy z_keeper on social_provider for all to owner
  using ((current_setting('app.keeper'::text, true) = 'on'::text))
  with check ((current_setting('app.keeper'::text, true) = 'on'::text));

create table social_referral (
  id uuid not null,
  code text not null,
  person_id uuid not null,
  service_id uuid not null,
  from_org uuid not null,
  to_org uuid not null,
  consent_id uuid not null,
  question text not null,
  need text,
  warm text not null,
  warm_at timestamp with time zone,
  state text not null,
  version integer not null,
  made_at timestamp with time zone not null,
  made_by text not null,
  due_at timestamp with time zone not null,
  read_at timestamp with time zone not null,
  passed_from uuid,
  constraint social_referral_pkey PRIMARY KEY (id),
  constraint social_referral_code_key UNIQUE (code),
  constraint social_referral_from_org_fkey FOREIGN KEY (from_org) REFERENCES region_organisation(id),
  constraint social_referral_passed_from_fkey FOREIGN KEY (passed_from) REFERENCES social_referral(id),
  constraint social_referral_person_id_fkey FOREIGN KEY (person_id) REFERENCES people_person(id),
  constraint social_referral_service_id_fkey FOREIGN KEY (service_id) REFERENCES social_hsds_service(id),
  constraint social_referral_to_org_fkey FOREIGN KEY (to_org) REFERENCES region_organisation(id),
  constraint social_referral_made_by_check CHECK (length(made_by) >= 1 AND length(made_by) <= 200),
  constraint social_referral_question_check CHECK (length(question) >= 1 AND length(question) <= 1000),
  constraint social_referral_state_check CHECK (state = ANY (ARRAY['sent'::text, 'seen'::text, 'accepted'::text, 'contacted'::text, 'active'::text, 'ended'::text, 'passed-on'::text, 'withdrawn'::text])),
  constraint social_referral_version_check CHECK (version > 0),
  constraint social_referral_warm_check CHECK (warm = ANY (ARRAY['receiver-calls'::text, 'person-calls'::text, 'together'::text]))
);
CREATE INDEX social_referral_from ON public.social_referral USING btree (from_org, made_at DESC);
CREATE UNIQUE INDEX social_referral_passed ON public.social_referral USING btree (passed_from) WHERE (passed_from IS NOT NULL);
CREATE INDEX social_referral_person ON public.social_referral USING btree (person_id);
CREATE UNIQUE INDEX social_referral_runs ON public.social_referral USING btree (person_id, service_id, from_org) WHERE (state = ANY (ARRAY['sent'::text, 'seen'::text, 'accepted'::text, 'contacted'::text, 'active'::text]));
CREATE INDEX social_referral_to ON public.social_referral USING btree (to_org, made_at DESC);
alter table social_referral enable row level security;
alter table social_referral force row level security;
create policy referral_made on social_referral for insert
  with check (((from_org = platform_org()) AND social_consented(person_id, to_org, consent_id) AND (people_stands(person_id, ARRAY['own'::text, 'accepted'::text, 'care-team'::text]) OR ((passed_from IS NOT NULL) AND social_receives(passed_from)))));
create policy referral_seen on social_referral for select
  using (((from_org = platform_org()) OR (person_id = people_self()) OR social_receives(id)));
create policy referral_stepped on social_referral for update
  using (((from_org = platform_org()) OR social_receives(id)))
  with check (true);
create policy z_guard on social_referral for all to verkeerstoren_guard
  using ((CURRENT_USER = 'verkeerstoren_guard'::name))
  with check ((CURRENT_USER = 'verkeerstoren_guard'::name));
create policy z_keeper on social_referral for all to owner
  using ((current_setting('app.keeper'::text, true) = 'on'::text))
  with check ((current_setting('app.keeper'::text, true) = 'on'::text));

create table social_referral_step (
  id uuid not null,
  referral_id uuid not null,
  step text not null,
  at timestamp with time zone not null,
  by_name text not null,
  by_org uuid,
  result text,
  reason text,
  words text,
  constraint social_referral_step_pkey PRIMARY KEY (id),
  constraint social_referral_step_referral_id_fkey FOREIGN KEY (referral_id) REFERENCES social_referral(id),
  constraint social_referral_step_by_name_check CHECK (length(by_name) >= 1 AND length(by_name) <= 200),
  constraint social_referral_step_check CHECK ((step = 'ended'::text) = (result IS NOT NULL)),
  constraint social_referral_step_check1 CHECK ((step = 'ended'::text) = (reason IS NOT NULL)),
  constraint social_referral_step_reason_check CHECK (length(reason) >= 1 AND length(reason) <= 40),
  constraint social_referral_step_result_check CHECK (result = ANY (ARRAY['helped'::text, 'partly'::text, 'not'::text, 'other'::text])),
  constraint social_referral_step_step_check CHECK (step = ANY (ARRAY['sent'::text, 'seen'::text, 'accepted'::text, 'contacted'::text, 'active'::text, 'ended'::text, 'passed-on'::text, 'withdrawn'::text, 'reminded'::text, 'late'::text])),
  constraint social_referral_step_words_check CHECK (length(words) >= 1 AND length(words) <= 1000)
);
CREATE INDEX social_referral_step_referral ON public.social_referral_step USING btree (referral_id, at);
alter table social_referral_step enable row level security;
alter table social_referral_step force row level security;
create policy step_seen on social_referral_step for select
  using ((social_sent(referral_id) OR social_receives(referral_id) OR (EXISTS ( SELECT 1
   FROM social_referral r
  WHERE ((r.id = social_referral_step.referral_id) AND (r.person_id = people_self()))))));
create policy step_taken on social_referral_step for insert
  with check (((NOT (by_org IS DISTINCT FROM platform_org())) AND
CASE
    WHEN (step = ANY (ARRAY['sent'::text, 'withdrawn'::text, 'reminded'::text, 'late'::text])) THEN social_sent(referral_id)
    ELSE social_receives(referral_id)
END));
create policy z_guard on social_referral_step for all to verkeerstoren_guard
  using ((CURRENT_USER = 'verkeerstoren_guard'::name))
  with check ((CURRENT_USER = 'verkeerstoren_guard'::name));
create policy z_keeper on social_referral_step for all to owner
  using ((current_setting('app.keeper'::text, true) = 'on'::text))
  with check ((current_setting('app.keeper'::text, true) = 'on'::text));

create table social_service_state (
  id uuid not null,
  service_id uuid not null,
  state text not null,
  weeks smallint,
  until_day date,
  said_at timestamp with time zone not null,
  said_by text not null,
  organisation_id uuid not null,
  constraint social_service_state_pkey PRIMARY KEY (id),
  constraint social_service_state_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES region_organisation(id),
  constraint social_service_state_service_id_fkey FOREIGN KEY (service_id) REFERENCES social_hsds_service(id),
  constraint social_service_state_check CHECK ((state = 'waiting'::text) = (weeks IS NOT NULL)),
  constraint social_service_state_check1 CHECK (until_day IS NULL OR state = 'closed'::text),
  constraint social_service_state_state_check CHECK (state = ANY (ARRAY['open'::text, 'waiting'::text, 'closed'::text, 'asks-first'::text])),
  constraint social_service_state_weeks_check CHECK (weeks >= 1 AND weeks <= 104)
);
CREATE INDEX social_service_state_last ON public.social_service_state USING btree (service_id, said_at DESC, id DESC);
alter table social_service_state enable row level security;
alter table social_service_state force row level security;
create policy map_read on social_service_state for select
  using (true);
create policy state_said on social_service_state for insert
  with check (((organisation_id = platform_org()) AND (( SELECT social_keeps_map() AS social_keeps_map) OR social_provides(service_id))));
create policy z_guard on social_service_state for all to verkeerstoren_guard
  using ((CURRENT_USER = 'verkeerstoren_guard'::name))
  with check ((CURRENT_USER = 'verkeerstoren_guard'::name));
create policy z_keeper on social_service_state for all to owner
  using ((current_setting('app.keeper'::text, true) = 'on'::text))
  with check ((current_setting('app.keeper'::text, true) = 'on'::text));

create table social_unmet (
  kind text not null,
  reason text not null,
  month date not null,
  times integer not null,
  constraint social_unmet_pkey PRIMARY KEY (kind, reason, month),
  constraint social_unmet_kind_check CHECK (length(kind) >= 1 AND length(kind) <= 40),
  constraint social_unmet_month_check CHECK (EXTRACT(day FROM month) = 1::numeric),
  constraint social_unmet_reason_check CHECK (length(reason) >= 1 AND length(reason) <= 40),
  constraint social_unmet_times_check CHECK (times > 0)
);
alter table social_unmet enable row level security;
alter table social_unmet force row level security;
create policy unmet_counted on social_unmet for all
  using (platform_acts())
  with check (platform_acts());
create policy z_guard on social_unmet for all to verkeerstoren_guard
  using ((CURRENT_USER = 'verkeerstoren_guard'::name))
  with check ((CURRENT_USER = 'verkeerstoren_guard'::name));
create policy z_keeper on social_unmet for all to owner
  using ((current_setting('app.keeper'::text, true) = 'on'::text))
  with check ((current_setting('app.keeper'::text, true) = 'on'::text));

create table stay_absence (
  id uuid not null,
  stay_id uuid not null,
  reason text not null,
  left_at timestamp with time zone not null,
  expected_back timestamp with time zone,
  back_at timestamp with time zone,
  actor text not null,
  constraint stay_absence_pkey PRIMARY KEY (id),
  constraint stay_absence_stay_id_fkey FOREIGN KEY (stay_id) REFERENCES stay_stay(id),
  constraint stay_absence_check CHECK (back_at IS NULL OR back_at >= left_at),
  constraint stay_absence_reason_check CHECK (reason = ANY (ARRAY['hospital'::text, 'leave'::text]))
);
CREATE UNIQUE INDEX stay_absence_one ON public.stay_absence USING btree (stay_id) WHERE (back_at IS NULL);
alter table stay_absence enable row level security;
alter table stay_absence force row level security;
create policy changed_by_house on stay_absence for update
  using (stay_works(stay_id));
create policy kept_by_house on stay_absence for insert
  with check (stay_works(stay_id));
create policy seen_by_party on stay_absence for select
  using (stay_party(stay_id));
create policy z_guard on stay_absence for all to verkeerstoren_guard
  using ((CURRENT_USER = 'verkeerstoren_guard'::name))
  with check ((CURRENT_USER = 'verkeerstoren_guard'::name));
create policy z_keeper on stay_absence for all to owner
  using ((current_setting('app.keeper'::text, true) = 'on'::text))
  with check ((current_setting('app.keeper'::text, true) = 'on'::text));

create table stay_answer (
  id uuid not null,
  stay_id uuid not null,
  number integer not null,
  seen text not null default ''::text,
  finding text not null default ''::text,
  advice text not null default ''::text,
  follow_up text not null default ''::text,
  medication jsonb,
  saved_at timestamp with time zone not null,
  saved_by text not null,
  sent_at timestamp with time zone,
  sent_by text,
  read_at timestamp with time zone,
  version integer not null default 1,
  constraint stay_answer_pkey PRIMARY KEY (id),
  constraint stay_answer_stay_id_number_key UNIQUE (stay_id, number),
  constraint stay_answer_stay_id_fkey FOREIGN KEY (stay_id) REFERENCES stay_stay(id),
  constraint stay_answer_advice_check CHECK (length(advice) <= 3000),
  constraint stay_answer_check CHECK ((sent_at IS NULL) = (sent_by IS NULL)),
  constraint stay_answer_check1 CHECK ((sent_at IS NULL) = (medication IS NULL)),
  constraint stay_answer_finding_check CHECK (length(finding) <= 3000),
  constraint stay_answer_follow_up_check CHECK (length(follow_up) <= 3000),
  constraint stay_answer_number_check CHECK (number > 0),
  constraint stay_answer_seen_check CHECK (length(seen) <= 3000)
);
CREATE UNIQUE INDEX stay_answer_draft ON public.stay_answer USING btree (stay_id) WHERE (sent_at IS NULL);
alter table stay_answer enable row level security;
alter table stay_answer force row level security;
create policy changed_by_house on stay_answer for update
  using (stay_works(stay_id));
create policy kept_by_house on stay_answer for insert
  with check (stay_works(stay_id));
create policy letter_read on stay_answer for update
  using (((sent_at IS NOT NULL) AND stay_reads(stay_id)))
  with check ((read_at IS NOT NULL));
create policy letter_seen on stay_answer for select
  using ((stay_works(stay_id) OR ((sent_at IS NOT NULL) AND stay_reads(stay_id))));
create policy z_guard on stay_answer for all to verkeerstoren_guard
  using ((CURRENT_USER = 'verkeerstoren_guard'::name))
  with check ((CURRENT_USER = 'verkeerstoren_guard'::name));
create policy z_keeper on stay_answer for all to owner
  using ((current_setting('app.keeper'::text, true) = 'on'::text))
  with check ((current_setting('app.keeper'::text, true) = 'on'::text));

create table stay_barrier (
  id uuid not null,
  stay_id uuid not null,
  code text not null,
  owner text not null,
  owner_name text,
  note text not null default ''::text,
  since date not null,
  due date not null,
  solved_at timestamp with time zone,
  solved_day date,
  at timestamp with time zone not null,
  actor text not null,
  version integer not null default 1,
  constraint stay_barrier_pkey PRIMARY KEY (id),
  constraint stay_barrier_stay_id_fkey FOREIGN KEY (stay_id) REFERENCES stay_stay(id),
  constraint stay_barrier_check CHECK (due >= since),
  constraint stay_barrier_check1 CHECK ((solved_at IS NULL) = (solved_day IS NULL)),
  constraint stay_barrier_check2 CHECK (solved_day IS NULL OR solved_day >= since),
  constraint stay_barrier_code_check CHECK (code = ANY (ARRAY['home-adjustment'::text, 'wlz-decision'::text, 'home-care'::text, 'wmo'::text, 'carer'::text, 'place-elsewhere'::text, 'aids'::text, 'medical'::text, 'other'::text])),
  constraint stay_barrier_note_check CHECK (length(note) <= 300),
  constraint stay_barrier_owner_check CHECK (owner = ANY (ARRAY['ward'::text, 'doctor'::text, 'home-care'::text, 'municipality'::text, 'ciz'::text, 'care-office'::text, 'carer'::text, 'gp'::text, 'supplier'::text, 'welfare'::text, 'desk'::text])),
  constraint stay_barrier_owner_name_check CHECK (length(owner_name) >= 1 AND length(owner_name) <= 100)
);
CREATE UNIQUE INDEX stay_barrier_open ON public.stay_barrier USING btree (stay_id, code) WHERE ((solved_at IS NULL) AND (code <> 'other'::text));
CREATE INDEX stay_barrier_stay ON public.stay_barrier USING btree (stay_id, since);
alter table stay_barrier enable row level security;
alter table stay_barrier force row level security;
create policy changed_by_house on stay_barrier for update
  using (stay_works(stay_id));
create policy kept_by_house on stay_barrier for insert
  with check (stay_works(stay_id));
create policy seen_by_party on stay_barrier for select
  using (stay_party(stay_id));
create policy z_guard on stay_barrier for all to verkeerstoren_guard
  using ((CURRENT_USER = 'verkeerstoren_guard'::name))
  with check ((CURRENT_USER = 'verkeerstoren_guard'::name));
create policy z_keeper on stay_barrier for all to owner
  using ((current_setting('app.keeper'::text, true) = 'on'::text))
  with check ((current_setting('app.keeper'::text, true) = 'on'::text));

create table stay_contact (
  stay_id uuid not null,
  days integer not null,
  due_day date not null,
  done_at timestamp with time zone,
  by_name text,
  reached boolean,
  own_home boolean,
  readmitted boolean,
  score integer,
  words text not null default ''::text,
  dropped text,
  version integer not null default 1,
  constraint stay_contact_pkey PRIMARY KEY (stay_id, days),
  constraint stay_contact_stay_id_fkey FOREIGN KEY (stay_id) REFERENCES stay_stay(id),
  constraint stay_contact_by_name_check CHECK (length(by_name) >= 2 AND length(by_name) <= 100),
  constraint stay_contact_check CHECK ((done_at IS NULL) = (by_name IS NULL)),
  constraint stay_contact_check1 CHECK (done_at IS NULL OR dropped IS NULL),
  constraint stay_contact_days_check CHECK (days = ANY (ARRAY[2, 30])),
  constraint stay_contact_dropped_check CHECK (dropped = ANY (ARRAY['died'::text, 'wish'::text, 'elsewhere'::text])),
  constraint stay_contact_score_check CHECK (score >= 1 AND score <= 10),
  constraint stay_contact_words_check CHECK (length(words) <= 500)
);
CREATE INDEX stay_contact_due ON public.stay_contact USING btree (due_day) WHERE ((done_at IS NULL) AND (dropped IS NULL));
alter table stay_contact enable row level security;
alter table stay_contact force row level security;
create policy changed_by_house on stay_contact for update
  using (stay_works(stay_id));
create policy kept_by_house on stay_contact for insert
  with check (stay_works(stay_id));
create policy seen_by_party on stay_contact for select
  using (stay_party(stay_id));
create policy z_guard on stay_contact for all to verkeerstoren_guard
  using ((CURRENT_USER = 'verkeerstoren_guard'::name))
  with check ((CURRENT_USER = 'verkeerstoren_guard'::name));
create policy z_keeper on stay_contact for all to owner
  using ((current_setting('app.keeper'::text, true) = 'on'::text))
  with check ((current_setting('app.keeper'::text, true) = 'on'::text));

create table stay_course (
  stay_id uuid not null,
  from_day date not null,
  product text not null,
  pathway_version integer not null,
  at timestamp with time zone not null,
  actor text not null,
  constraint stay_course_pkey PRIMARY KEY (stay_id, at),
  constraint stay_course_stay_id_fkey FOREIGN KEY (stay_id) REFERENCES stay_stay(id)
);
alter table stay_course enable row level security;
alter table stay_course force row level security;
create policy changed_by_house on stay_course for update
  using (stay_works(stay_id));
create policy kept_by_house on stay_course for insert
  with check (stay_works(stay_id));
create policy seen_by_party on stay_course for select
  using (stay_party(stay_id));
create policy z_guard on stay_course for all to verkeerstoren_guard
  using ((CURRENT_USER = 'verkeerstoren_guard'::name))
  with check ((CURRENT_USER = 'verkeerstoren_guard'::name));
create policy z_keeper on stay_course for all to owner
  using ((current_setting('app.keeper'::text, true) = 'on'::text))
  with check ((current_setting('app.keeper'::text, true) = 'on'::text));

create table stay_extension (
  id uuid not null,
  stay_id uuid not null,
  until_day date not null,
  reason text not null,
  decided_by text not null,
  role text not null,
  at timestamp with time zone not null,
  actor text not null,
  constraint stay_extension_pkey PRIMARY KEY (id),
  constraint stay_extension_stay_id_fkey FOREIGN KEY (stay_id) REFERENCES stay_stay(id),
  constraint stay_extension_decided_by_check CHECK (length(decided_by) >= 2 AND length(decided_by) <= 100),
  constraint stay_extension_reason_check CHECK (length(reason) >= 3 AND length(reason) <= 500)
);
CREATE INDEX stay_extension_stay ON public.stay_extension USING btree (stay_id);
alter table stay_extension enable row level security;
alter table stay_extension force row level security;
create policy changed_by_house on stay_extension for update
  using (stay_works(stay_id));
create policy kept_by_house on stay_extension for insert
  with check (stay_works(stay_id));
create policy seen_by_party on stay_extension for select
  using (stay_party(stay_id));
create policy z_guard on stay_extension for all to verkeerstoren_guard
  using ((CURRENT_USER = 'verkeerstoren_guard'::name))
  with check ((CURRENT_USER = 'verkeerstoren_guard'::name));
create policy z_keeper on stay_extension for all to owner
  using ((current_setting('app.keeper'::text, true) = 'on'::text))
  with check ((current_setting('app.keeper'::text, true) = 'on'::text));

create table stay_handover (
  id uuid not null,
  request_id uuid not null,
  person_id uuid not null,
  stay_id uuid,
  direction text not null,
  from_org uuid not null,
  to_org uuid,
  to_name text,
  to_phone text,
  to_doctor text,
  state text not null,
  sections jsonb not null default '{}'::jsonb,
  saved_at timestamp with time zone not null,
  saved_by text not null,
  sent_at timestamp with time zone,
  received_at timestamp with time zone,
  received_by text,
  by_phone boolean not null default false,
  revoked_at timestamp with time zone,
  version integer not null default 1,
  revoked_because text,
  constraint stay_handover_pkey PRIMARY KEY (id),
  constraint stay_handover_person_id_fkey FOREIGN KEY (person_id) REFERENCES people_person(id),
  constraint stay_handover_request_id_fkey FOREIGN KEY (request_id) REFERENCES placement_request(id),
  constraint stay_handover_stay_id_fkey FOREIGN KEY (stay_id) REFERENCES stay_stay(id),
  constraint stay_handover_check CHECK ((state = ANY (ARRAY['draft'::text, 'revoked'::text])) OR sent_at IS NOT NULL),
  constraint stay_handover_check2 CHECK ((state = 'revoked'::text) = (revoked_at IS NOT NULL)),
  constraint stay_handover_check3 CHECK (direction = 'in'::text OR stay_id IS NOT NULL),
  constraint stay_handover_direction_check CHECK (direction = ANY (ARRAY['in'::text, 'out'::text])),
  constraint stay_handover_receipt CHECK (state <> 'received'::text OR received_at IS NOT NULL),
  constraint stay_handover_received_by_check CHECK (length(received_by) >= 2 AND length(received_by) <= 100),
  constraint stay_handover_revoked_because_check CHECK (revoked_because = ANY (ARRAY['sender'::text, 'closed'::text, 'not-arrived'::text, 'displaced'::text, 'died'::text])),
  constraint stay_handover_state_check CHECK (state = ANY (ARRAY['draft'::text, 'sent'::text, 'received'::text, 'revoked'::text])),
  constraint stay_handover_taken_back CHECK ((state = 'revoked'::text) = (revoked_because IS NOT NULL)),
  constraint stay_handover_to_doctor_check CHECK (length(to_doctor) >= 2 AND length(to_doctor) <= 100),
  constraint stay_handover_to_name_check CHECK (length(to_name) >= 2 AND length(to_name) <= 120),
  constraint stay_handover_to_phone_check CHECK (length(to_phone) <= 20)
);
CREATE UNIQUE INDEX stay_handover_running ON public.stay_handover USING btree (request_id, direction) WHERE (state = ANY (ARRAY['draft'::text, 'sent'::text]));
CREATE INDEX stay_handover_stay ON public.stay_handover USING btree (stay_id);
CREATE INDEX stay_handover_to ON public.stay_handover USING btree (to_org, sent_at DESC);
alter table stay_handover enable row level security;
alter table stay_handover force row level security;
create policy handover_confirmed on stay_handover for update
  using (((to_org = platform_org()) AND (state = 'sent'::text) AND people_related(person_id, ARRAY['own'::text, 'accepted'::text, 'care-team'::text])))
  with check (((to_org = platform_org()) AND (state = 'received'::text)));
create policy handover_received on stay_handover for select
  using (((to_org = platform_org()) AND (state = ANY (ARRAY['sent'::text, 'received'::text])) AND people_related(person_id, ARRAY['own'::text, 'accepted'::text, 'care-team'::text])));
create policy handover_sent on stay_handover for all
  using (((from_org = platform_org()) AND people_stands(person_id, ARRAY['own'::text, 'accepted'::text, 'care-team'::text, 'desk'::text])))
  with check (((from_org = platform_org()) AND people_stands(person_id, ARRAY['own'::text, 'accepted'::text, 'care-team'::text, 'desk'::text])));
create policy z_guard on stay_handover for all to verkeerstoren_guard
  using ((CURRENT_USER = 'verkeerstoren_guard'::name))
  with check ((CURRENT_USER = 'verkeerstoren_guard'::name));
create policy z_keeper on stay_handover for all to owner
  using ((current_setting('app.keeper'::text, true) = 'on'::text))
  with check ((current_setting('app.keeper'::text, true) = 'on'::text));

create table stay_handover_file (
  id uuid not null,
  handover_id uuid not null,
  name text not null,
  mime text not null,
  bytes bytea not null,
  at timestamp with time zone not null,
  actor text not null,
  removed_at timestamp with time zone,
  constraint stay_handover_file_pkey PRIMARY KEY (id),
  constraint stay_handover_file_handover_id_fkey FOREIGN KEY (handover_id) REFERENCES stay_handover(id),
  constraint stay_handover_file_bytes_check CHECK (octet_length(bytes) <= 5242880),
  constraint stay_handover_file_name_check CHECK (length(name) >= 1 AND length(name) <= 200)
);
CREATE INDEX stay_handover_file_handover ON public.stay_handover_file USING btree (handover_id);
alter table stay_handover_file enable row level security;
alter table stay_handover_file force row level security;
create policy handover_file_changed on stay_handover_file for update
  using ((EXISTS ( SELECT 1
   FROM stay_handover h
  WHERE ((h.id = stay_handover_file.handover_id) AND (h.from_org = platform_org())))));
create policy handover_file_kept on stay_handover_file for insert
  with check ((EXISTS ( SELECT 1
   FROM stay_handover h
  WHERE ((h.id = stay_handover_file.handover_id) AND (h.from_org = platform_org())))));
create policy handover_file_seen on stay_handover_file for select
  using ((EXISTS ( SELECT 1
   FROM stay_handover h
  WHERE (h.id = stay_handover_file.handover_id))));
create policy z_guard on stay_handover_file for all to verkeerstoren_guard
  using ((CURRENT_USER = 'verkeerstoren_guard'::name))
  with check ((CURRENT_USER = 'verkeerstoren_guard'::name));
create policy z_keeper on stay_handover_file for all to owner
  using ((current_setting('app.keeper'::text, true) = 'on'::text))
  with check ((current_setting('app.keeper'::text, true) = 'on'::text));

create table stay_handover_sent (
  handover_id uuid not null,
  number integer not null,
  sections jsonb not null,
  at timestamp with time zone not null,
  actor text not null,
  constraint stay_handover_sent_pkey PRIMARY KEY (handover_id, number),
  constraint stay_handover_sent_handover_id_fkey FOREIGN KEY (handover_id) REFERENCES stay_handover(id),
  constraint stay_handover_sent_number_check CHECK (number > 0)
);
alter table stay_handover_sent enable row level security;
alter table stay_handover_sent force row level security;
create policy handover_sent_kept on stay_handover_sent for insert
  with check ((EXISTS ( SELECT 1
   FROM stay_handover h
  WHERE ((h.id = stay_handover_sent.handover_id) AND (h.from_org = platform_org())))));
create policy handover_sent_seen on stay_handover_sent for select
  using ((EXISTS ( SELECT 1
   FROM stay_handover h
  WHERE (h.id = stay_handover_sent.handover_id))));
create policy z_guard on stay_handover_sent for all to verkeerstoren_guard
  using ((CURRENT_USER = 'verkeerstoren_guard'::name))
  with check ((CURRENT_USER = 'verkeerstoren_guard'::name));
create policy z_keeper on stay_handover_sent for all to owner
  using ((current_setting('app.keeper'::text, true) = 'on'::text))
  with check ((current_setting('app.keeper'::text, true) = 'on'::text));

create table stay_medication (
  id uuid not null,
  stay_id uuid not null,
  medicine text not null,
  change text not null,
  detail text not null default ''::text,
  reason text,
  day date not null,
  by_name text not null,
  at timestamp with time zone not null,
  actor text not null,
  version integer not null default 1,
  constraint stay_medication_pkey PRIMARY KEY (id),
  constraint stay_medication_stay_id_fkey FOREIGN KEY (stay_id) REFERENCES stay_stay(id),
  constraint stay_medication_by_name_check CHECK (length(by_name) >= 1 AND length(by_name) <= 100),
  constraint stay_medication_change_check CHECK (change = ANY (ARRAY['stopped'::text, 'started'::text, 'lowered'::text, 'raised'::text, 'replaced'::text])),
  constraint stay_medication_detail_check CHECK (length(detail) <= 200),
  constraint stay_medication_medicine_check CHECK (length(medicine) >= 2 AND length(medicine) <= 120),
  constraint stay_medication_reason_check CHECK (length(reason) >= 3 AND length(reason) <= 300)
);
CREATE INDEX stay_medication_stay ON public.stay_medication USING btree (stay_id, day);
alter table stay_medication enable row level security;
alter table stay_medication force row level security;
create policy changed_by_house on stay_medication for update
  using (stay_works(stay_id));
create policy kept_by_house on stay_medication for insert
  with check (stay_works(stay_id));
create policy seen_by_who_treats on stay_medication for select
  using (stay_reads(stay_id));
create policy z_guard on stay_medication for all to verkeerstoren_guard
  using ((CURRENT_USER = 'verkeerstoren_guard'::name))
  with check ((CURRENT_USER = 'verkeerstoren_guard'::name));
create policy z_keeper on stay_medication for all to owner
  using ((current_setting('app.keeper'::text, true) = 'on'::text))
  with check ((current_setting('app.keeper'::text, true) = 'on'::text));

create table stay_meeting (
  id uuid not null,
  stay_id uuid not null,
  kind text not null,
  planned_at timestamp with time zone not null,
  held_at timestamp with time zone,
  present text[] not null default '{}'::text[],
  departure_day date,
  care text not null default ''::text,
  treatment text not null default ''::text,
  agreed text not null default ''::text,
  cancelled text,
  by_name text,
  version integer not null default 1,
  constraint stay_meeting_pkey PRIMARY KEY (id),
  constraint stay_meeting_stay_id_fkey FOREIGN KEY (stay_id) REFERENCES stay_stay(id),
  constraint stay_meeting_agreed_check CHECK (length(agreed) <= 1000),
  constraint stay_meeting_cancelled_check CHECK (length(cancelled) >= 3 AND length(cancelled) <= 300),
  constraint stay_meeting_care_check CHECK (length(care) <= 1000),
  constraint stay_meeting_check CHECK (held_at IS NULL OR cancelled IS NULL),
  constraint stay_meeting_kind_check CHECK (kind = ANY (ARRAY['day-14'::text, 'team'::text, 'extra'::text])),
  constraint stay_meeting_treatment_check CHECK (length(treatment) <= 1000)
);
CREATE INDEX stay_meeting_stay ON public.stay_meeting USING btree (stay_id, planned_at);
alter table stay_meeting enable row level security;
alter table stay_meeting force row level security;
create policy changed_by_house on stay_meeting for update
  using (stay_works(stay_id));
create policy kept_by_house on stay_meeting for insert
  with check (stay_works(stay_id));
create policy seen_by_party on stay_meeting for select
  using (stay_party(stay_id));
create policy z_guard on stay_meeting for all to verkeerstoren_guard
  using ((CURRENT_USER = 'verkeerstoren_guard'::name))
  with check ((CURRENT_USER = 'verkeerstoren_guard'::name));
create policy z_keeper on stay_meeting for all to owner
  using ((current_setting('app.keeper'::text, true) = 'on'::text))
  with check ((current_setting('app.keeper'::text, true) = 'on'::text));

create table stay_observation (
  id uuid not null,
  stay_id uuid not null,
  kind text not null,
  day date not null,
  day_part text not null,
  at timestamp with time zone not null,
  seen_by text not null,
  name text not null,
  measured jsonb not null default '{}'::jsonb,
  text text not null default ''::text,
  recorded_at timestamp with time zone not null,
  actor text not null,
  withdrawn_at timestamp with time zone,
  withdrawn_reason text,
  constraint stay_observation_pkey PRIMARY KEY (id),
  constraint stay_observation_stay_id_fkey FOREIGN KEY (stay_id) REFERENCES stay_stay(id),
  constraint stay_observation_check CHECK ((withdrawn_at IS NULL) = (withdrawn_reason IS NULL)),
  constraint stay_observation_day_part_check CHECK (day_part = ANY (ARRAY['night'::text, 'morning'::text, 'afternoon'::text, 'evening'::text])),
  constraint stay_observation_name_check CHECK (length(name) >= 1 AND length(name) <= 100),
  constraint stay_observation_text_check CHECK (length(text) <= 2000),
  constraint stay_observation_withdrawn_reason_check CHECK (length(withdrawn_reason) >= 3 AND length(withdrawn_reason) <= 300)
);
CREATE INDEX stay_observation_stay ON public.stay_observation USING btree (stay_id, at DESC);
alter table stay_observation enable row level security;
alter table stay_observation force row level security;
create policy changed_by_house on stay_observation for update
  using (stay_works(stay_id));
create policy kept_by_house on stay_observation for insert
  with check (stay_works(stay_id));
create policy seen_by_who_treats on stay_observation for select
  using (stay_reads(stay_id));
create policy z_guard on stay_observation for all to verkeerstoren_guard
  using ((CURRENT_USER = 'verkeerstoren_guard'::name))
  with check ((CURRENT_USER = 'verkeerstoren_guard'::name));
create policy z_keeper on stay_observation for all to owner
  using ((current_setting('app.keeper'::text, true) = 'on'::text))
  with check ((current_setting('app.keeper'::text, true) = 'on'::text));

create table stay_pathway (
  product text not null,
  version integer not null,
  body jsonb not null,
  reason text not null,
  adopted_at timestamp with time zone not null,
  actor text not null,
  constraint stay_pathway_pkey PRIMARY KEY (product, version),
  constraint stay_pathway_reason_check CHECK (length(reason) >= 1 AND length(reason) <= 500),
  constraint stay_pathway_version_check CHECK (version > 1)
);
alter table stay_pathway enable row level security;
alter table stay_pathway force row level security;
create policy pathway_adopted on stay_pathway for insert
  with check ((platform_org() IS NOT NULL));
create policy pathway_known on stay_pathway for select
  using (true);
create policy z_guard on stay_pathway for all to verkeerstoren_guard
  using ((CURRENT_USER = 'verkeerstoren_guard'::name))
  with check ((CURRENT_USER = 'verkeerstoren_guard'::name));
create policy z_keeper on stay_pathway for all to owner
  using ((current_setting('app.keeper'::text, true) = 'on'::text))
  with check ((current_setting('app.keeper'::text, true) = 'on'::text));

create table stay_retriage (
  stay_id uuid not null,
  request_id uuid not null,
  at timestamp with time zone not null,
  actor text not null,
  constraint stay_retriage_pkey PRIMARY KEY (stay_id, request_id),
  constraint stay_retriage_request_id_fkey FOREIGN KEY (request_id) REFERENCES placement_request(id),
  constraint stay_retriage_stay_id_fkey FOREIGN KEY (stay_id) REFERENCES stay_stay(id)
);
alter table stay_retriage enable row level security;
alter table stay_retriage force row level security;
create policy retriage_seen on stay_retriage for select
  using (stay_reads(stay_id));
create policy retriage_sent on stay_retriage for insert
  with check (stay_works(stay_id));
create policy z_guard on stay_retriage for all to verkeerstoren_guard
  using ((CURRENT_USER = 'verkeerstoren_guard'::name))
  with check ((CURRENT_USER = 'verkeerstoren_guard'::name));
create policy z_keeper on stay_retriage for all to owner
  using ((current_setting('app.keeper'::text, true) = 'on'::text))
  with check ((current_setting('app.keeper'::text, true) = 'on'::text));

create table stay_return (
  stay_id uuid not null,
  item text not null,
  state text not null,
  who text not null default ''::text,
  from_day date,
  note text not null default ''::text,
  at timestamp with time zone not null,
  actor text not null,
  version integer not null default 1,
  constraint stay_return_pkey PRIMARY KEY (stay_id, item),
  constraint stay_return_stay_id_fkey FOREIGN KEY (stay_id) REFERENCES stay_stay(id),
  constraint stay_return_item_check CHECK (item = ANY (ARRAY['home-care'::text, 'aids'::text, 'carer'::text, 'meals'::text, 'welfare'::text, 'gp'::text, 'pharmacy'::text, 'transport'::text])),
  constraint stay_return_note_check CHECK (length(note) <= 300),
  constraint stay_return_state_check CHECK (state = ANY (ARRAY['open'::text, 'asked'::text, 'arranged'::text, 'not-needed'::text])),
  constraint stay_return_who_check CHECK (length(who) <= 120)
);
alter table stay_return enable row level security;
alter table stay_return force row level security;
create policy changed_by_house on stay_return for update
  using (stay_works(stay_id));
create policy kept_by_house on stay_return for insert
  with check (stay_works(stay_id));
create policy seen_by_party on stay_return for select
  using (stay_party(stay_id));
create policy z_guard on stay_return for all to verkeerstoren_guard
  using ((CURRENT_USER = 'verkeerstoren_guard'::name))
  with check ((CURRENT_USER = 'verkeerstoren_guard'::name));
create policy z_keeper on stay_return for all to owner
  using ((current_setting('app.keeper'::text, true) = 'on'::text))
  with check ((current_setting('app.keeper'::text, true) = 'on'::text));

create table stay_stay (
  id uuid not null,
  request_id uuid not null,
  person_id uuid not null,
  organisation_id uuid not null,
  unit_id uuid not null,
  claim_id uuid not null,
  referrer_org uuid not null,
  gp_org uuid,
  zone text not null,
  arrived_at timestamp with time zone not null,
  arrived_day date not null,
  ready_day date,
  wlz_decision boolean not null default false,
  ended_at timestamp with time zone,
  destination text,
  version integer not null default 1,
  wlz_since date,
  constraint stay_stay_pkey PRIMARY KEY (id),
  constraint stay_stay_request_id_key UNIQUE (request_id),
  constraint stay_stay_person_id_fkey FOREIGN KEY (person_id) REFERENCES people_person(id),
  constraint stay_stay_request_id_fkey FOREIGN KEY (request_id) REFERENCES placement_request(id),
  constraint stay_stay_check CHECK ((ended_at IS NULL) = (destination IS NULL)),
  constraint stay_stay_check1 CHECK (ended_at IS NULL OR ended_at >= arrived_at),
  constraint stay_stay_check2 CHECK (ready_day IS NULL OR ready_day >= arrived_day),
  constraint stay_stay_check3 CHECK (wlz_decision = (wlz_since IS NOT NULL)),
  constraint stay_stay_destination_check CHECK (destination = ANY (ARRAY['home'::text, 'home-adjusted'::text, 'wlz'::text, 'grz'::text, 'hospice'::text, 'hospital'::text, 'elsewhere'::text, 'died'::text]))
);
CREATE UNIQUE INDEX stay_stay_claim ON public.stay_stay USING btree (claim_id);
CREATE INDEX stay_stay_ended ON public.stay_stay USING btree (ended_at) WHERE (ended_at IS NOT NULL);
CREATE INDEX stay_stay_gp ON public.stay_stay USING btree (gp_org, arrived_at DESC);
CREATE INDEX stay_stay_here ON public.stay_stay USING btree (organisation_id) WHERE (ended_at IS NULL);
CREATE INDEX stay_stay_house ON public.stay_stay USING btree (organisation_id, arrived_at DESC);
CREATE INDEX stay_stay_person ON public.stay_stay USING btree (person_id);
CREATE INDEX stay_stay_ready ON public.stay_stay USING btree (ready_day) WHERE (ready_day IS NOT NULL);
CREATE INDEX stay_stay_referrer ON public.stay_stay USING btree (referrer_org, arrived_at DESC);
CREATE INDEX stay_stay_unit ON public.stay_stay USING btree (unit_id) WHERE (ended_at IS NULL);
alter table stay_stay enable row level security;
alter table stay_stay force row level security;
create policy stay_begun on stay_stay for insert
  with check (((organisation_id = platform_org()) AND people_stands(person_id, ARRAY['accepted'::text, 'care-team'::text])));
create policy stay_goes_on on stay_stay for update
  using (((organisation_id = platform_org()) AND people_stands(person_id, ARRAY['accepted'::text, 'care-team'::text])));
create policy stay_seen on stay_stay for select
  using (((person_id = people_self()) OR ((((platform_org() = organisation_id) OR (platform_org() = gp_org)) OR (platform_org() = referrer_org)) AND people_related(person_id, ARRAY['own'::text, 'accepted'::text, 'care-team'::text])) OR people_related(person_id, ARRAY['desk'::text]) OR stay_reads(id) OR ((organisation_id = platform_org()) AND people_stands(person_id, ARRAY['accepted'::text, 'care-team'::text]))));
create policy z_guard on stay_stay for all to verkeerstoren_guard
  using ((CURRENT_USER = 'verkeerstoren_guard'::name))
  with check ((CURRENT_USER = 'verkeerstoren_guard'::name));
create policy z_keeper on stay_stay for all to owner
  using ((current_setting('app.keeper'::text, true) = 'on'::text))
  with check ((current_setting('app.keeper'::text, true) = 'on'::text));

create table stay_task (
  id uuid not null,
  stay_id uuid not null,
  day date not null,
  minutes integer,
  kind text not null,
  label text not null,
  done_at timestamp with time zone,
  done_by text,
  skipped text,
  version integer not null default 1,
  constraint stay_task_pkey PRIMARY KEY (id),
  constraint stay_task_stay_id_fkey FOREIGN KEY (stay_id) REFERENCES stay_stay(id),
  constraint stay_task_check CHECK ((done_at IS NULL) = (done_by IS NULL)),
  constraint stay_task_check1 CHECK (done_at IS NULL OR skipped IS NULL),
  constraint stay_task_label_check CHECK (length(label) >= 1 AND length(label) <= 120),
  constraint stay_task_minutes_check CHECK (minutes >= 0 AND minutes <= 1439),
  constraint stay_task_skipped_check CHECK (length(skipped) >= 1 AND length(skipped) <= 300)
);
CREATE INDEX stay_task_stay ON public.stay_task USING btree (stay_id, day);
alter table stay_task enable row level security;
alter table stay_task force row level security;
create policy changed_by_house on stay_task for update
  using (stay_works(stay_id));
create policy kept_by_house on stay_task for insert
  with check (stay_works(stay_id));
create policy seen_by_who_treats on stay_task for select
  using (stay_reads(stay_id));
create policy z_guard on stay_task for all to verkeerstoren_guard
  using ((CURRENT_USER = 'verkeerstoren_guard'::name))
  with check ((CURRENT_USER = 'verkeerstoren_guard'::name));
create policy z_keeper on stay_task for all to owner
  using ((current_setting('app.keeper'::text, true) = 'on'::text))
  with check ((current_setting('app.keeper'::text, true) = 'on'::text));

create table stay_wish (
  id uuid not null,
  stay_id uuid not null,
  kind text not null,
  text text not null,
  at timestamp with time zone not null,
  actor text not null,
  constraint stay_wish_pkey PRIMARY KEY (id),
  constraint stay_wish_stay_id_fkey FOREIGN KEY (stay_id) REFERENCES stay_stay(id),
  constraint stay_wish_kind_check CHECK (kind = ANY (ARRAY['question'::text, 'goal'::text])),
  constraint stay_wish_text_check CHECK (length(text) >= 1 AND length(text) <= 500)
);
CREATE INDEX stay_wish_stay ON public.stay_wish USING btree (stay_id, kind, at DESC);
alter table stay_wish enable row level security;
alter table stay_wish force row level security;
create policy wish_seen on stay_wish for select
  using ((stay_reads(stay_id) OR ((kind = 'goal'::text) AND stay_party(stay_id))));
create policy wish_told on stay_wish for insert
  with check ((stay_reads(stay_id) OR stay_works(stay_id)));
create policy z_guard on stay_wish for all to verkeerstoren_guard
  using ((CURRENT_USER = 'verkeerstoren_guard'::name))
  with check ((CURRENT_USER = 'verkeerstoren_guard'::name));
create policy z_keeper on stay_wish for all to owner
  using ((current_setting('app.keeper'::text, true) = 'on'::text))
  with check ((current_setting('app.keeper'::text, true) = 'on'::text));

create view capacity_chair_claim_view with (security_invoker=true) as
 SELECT c.id,
    c.place_id,
    p.unit_id,
    c.during,
    c.arrived_at,
    c.left_at,
    c.version
   FROM capacity_claim c
     JOIN capacity_place p ON p.id = c.place_id
  WHERE c.kind = 'treatment'::text AND c.released_at IS NULL AND c.displaced_at IS NULL;

create view capacity_chair_view with (security_invoker=true) as
 SELECT id,
    unit_id,
    code,
    chair AS room,
    lying
   FROM capacity_place
  WHERE ended_at IS NULL AND chair IS NOT NULL;

create view capacity_claim_view with (security_invoker=true) as
 SELECT id,
    place_id,
    kind,
    product,
    during,
    latest_end,
    expires_at,
    arrived_at,
    away_at,
    displaced_at,
    source,
    version,
    made_at
   FROM capacity_claim
  WHERE left_at IS NULL AND released_at IS NULL AND kind <> 'treatment'::text;

create view capacity_closure_view with (security_invoker=true) as
 SELECT id,
    unit_id,
    place_id,
    places,
    reason,
    during
   FROM capacity_closure;

create view capacity_doubt_view with (security_invoker=true) as
 SELECT id,
    unit_id,
    product,
    at,
    answer_by,
    ended_at,
    outcome
   FROM capacity_doubt;

create view capacity_figure_view with (security_invoker=true) as
 SELECT unit_id,
    as_of,
    source,
    actor
   FROM capacity_figure;

create view capacity_flex_view with (security_invoker=true) as
 SELECT id,
    unit_id,
    flex
   FROM capacity_place
  WHERE ended_at IS NULL AND flex IS NOT NULL;

create view capacity_load_view with (security_invoker=true) as
 SELECT id,
    site_id,
    kind,
    value,
    as_of,
    source
   FROM capacity_load;

create view capacity_past_view with (security_invoker=true) as
 SELECT c.id,
    p.unit_id,
    c.place_id,
    c.kind,
    c.product,
    c.during,
    c.latest_end,
    c.expires_at,
    c.arrived_at,
    c.away_at,
    c.left_at,
    c.released_at,
    c.displaced_at,
    c.made_at,
    c.source,
    c.version
   FROM capacity_claim c
     JOIN capacity_place p ON p.id = c.place_id
  WHERE c.kind <> 'treatment'::text AND p.chair IS NULL;

create view capacity_place_past_view with (security_invoker=true) as
 SELECT id,
    unit_id,
    code,
    products,
    properties,
    labels,
    ended_at
   FROM capacity_place p
  WHERE chair IS NULL;

create view capacity_place_view with (security_invoker=true) as
 SELECT p.id,
    p.unit_id,
    p.code,
    p.products,
    p.properties,
    p.labels,
    r.id AS room_id,
    r.code AS room_code,
    r.sex AS room_sex,
    r.cohort AS room_cohort
   FROM capacity_place p
     LEFT JOIN capacity_room r ON r.id = p.room_id
  WHERE p.ended_at IS NULL AND p.chair IS NULL;

create view capacity_published_view with (security_invoker=true) as
 SELECT r.unit_id,
    p.product,
    p.free,
    p.as_of,
    p.fresh_until,
    p.source
   FROM capacity_unit_report r
     LEFT JOIN capacity_published p USING (unit_id)
  WHERE r.kind = 'counts'::text;

create view capacity_staffing_view with (security_invoker=true) as
 SELECT unit_id,
    day,
    half_day,
    staffed
   FROM capacity_staffing;

create view capacity_stood_view with (security_invoker=true) as
 SELECT at,
    event,
    unit_id,
    body
   FROM platform_diary d
  WHERE room = 'capacity'::text AND (event = ANY (ARRAY['confirmed'::text, 'counted'::text, 'imported'::text, 'reports'::text])) AND unit_id IS NOT NULL;

create view capacity_stop_view with (security_invoker=true) as
 SELECT id,
    site_id,
    kind,
    reason,
    during
   FROM capacity_stop
  WHERE ended_at IS NULL;

create view capacity_team_view with (security_invoker=true) as
 SELECT t.id,
    t.organisation_id,
    t.name,
    t.neighbourhood,
    t.pc4s,
    t.kind,
    t.phone,
    c.free,
    c.waiting_days,
    c.closed_until,
    c.as_of,
    c.fresh_until,
    c.source
   FROM capacity_team t
     LEFT JOIN capacity_team_count c ON c.team_id = t.id;

create view capacity_told_view with (security_invoker=true) as
 SELECT at,
    event,
    subject AS claim_id,
    unit_id,
    (body ->> 'until'::text)::bigint AS until_ms,
    (body ->> 'to'::text)::uuid AS to_claim
   FROM platform_diary d
  WHERE room = 'capacity'::text AND body ? 'until'::text AND body ? 'placeId'::text AND body ? 'kind'::text;

create view placement_offer_view with (security_invoker=true) as
 SELECT id,
    request_id,
    organisation_id,
    site_id,
    unit_id,
    place_id,
    claim_id,
    distance_m,
    state,
    sent_at,
    answer_by,
    read_at,
    answered_at,
    refusal_code,
    doctor,
    arrival_from,
    version,
    alternative_from,
    extra_role,
    by_itself
   FROM placement_offer;

create view placement_request_view with (security_invoker=true) as
 SELECT id,
    code,
    referrer_org,
    origin,
    reason,
    weight,
    product,
    urgency,
    wanted_from,
    age_band,
    sex,
    needs,
    traits,
    language,
    state,
    close_reason,
    desk_asked,
    sent_at,
    accepted_at,
    closed_at,
    version,
    crisis_route,
    legal_title,
    uzovi,
    choose_by,
    transport,
    transport_at,
    transport_set_at,
    withdraw_code,
    elsewhere_m,
    unmet_code,
    unmet_would
   FROM placement_request;

create view placement_told_view with (security_invoker=true) as
 SELECT at,
    event,
    subject AS request_id,
    (body ->> 'offerId'::text)::uuid AS offer_id
   FROM platform_diary
  WHERE room = 'placement'::text AND body ? 'offerId'::text;

create view region_duty_view with (security_invoker=true) as
 SELECT site_id,
    product,
    day,
    half_day
   FROM region_duty;

create view region_unit_view with (security_invoker=true) as
 SELECT u.id AS unit_id,
    u.code AS unit_code,
    u.name AS unit_name,
    COALESCE(u.phone, s.phone) AS unit_phone,
    s.id AS site_id,
    s.code AS site_code,
    s.name AS site_name,
    s.street,
    s.pc4,
    s.town,
    s.lat,
    s.lon,
    s.phone AS site_phone,
    s.zone,
    o.id AS organisation_id,
    o.code AS organisation_code,
    o.name AS organisation_name
   FROM region_unit u
     JOIN region_site s ON s.id = u.site_id
     JOIN region_organisation o ON o.id = s.organisation_id;

create view region_window_view with (security_invoker=true) as
 SELECT site_id,
    product,
    weekday,
    opens,
    closes
   FROM region_admission_window;

create view review_line with (security_invoker=true) as
 SELECT id,
    line,
    at,
    actor,
    role,
    event,
    categories,
    ground,
    reason,
    person_id,
    object_type,
    outcome
   FROM platform_access
  WHERE organisation_id = platform_org();


CREATE OR REPLACE FUNCTION public.accounts_door()
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (current_setting('app.actor'::text, true) = 'accounts'::text);

CREATE OR REPLACE FUNCTION public.capacity_elsewhere(claim uuid, since timestamp with time zone)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
RETURN (EXISTS (SELECT 1 FROM ((((capacity_claim mine JOIN capacity_place p ON ((p.id = mine.place_id))) JOIN region_unit u ON ((u.id = p.unit_id))) JOIN region_site s ON ((s.id = u.site_id))) JOIN capacity_claim c ON (((c.subject = mine.subject) AND (c.id <> mine.id)))) WHERE ((mine.id = capacity_elsewhere.claim) AND (s.organisation_id = platform_org()) AND (c.arrived_at IS NOT NULL) AND (((c.left_at IS NULL) AND (c.away_at IS NULL)) OR ((c.left_at IS NOT NULL) AND (upper(c.during) > capacity_elsewhere.since))))));
-- runs as verkeerstoren_guard

CREATE OR REPLACE FUNCTION public.capacity_held_by(accounts uuid[], at timestamp with time zone)
 RETURNS TABLE(account uuid, claims text[], soonest timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
BEGIN ATOMIC
 SELECT c.subject,
     array_agg((c.id)::text) AS array_agg,
     min(c.expires_at) AS min
    FROM capacity_claim c
   WHERE ((current_setting('app.actor'::text, true) = 'holds'::text) AND (c.kind = 'hold'::text) AND (c.released_at IS NULL) AND (c.displaced_at IS NULL) AND (c.subject = ANY (capacity_held_by.accounts)) AND (c.expires_at > capacity_held_by.at))
   GROUP BY c.subject;
END;
-- runs as verkeerstoren_guard

CREATE OR REPLACE FUNCTION public.capacity_moved(before uuid, after uuid)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
BEGIN ATOMIC
 UPDATE capacity_claim n SET subject = o.subject
    FROM capacity_claim o,
     capacity_place op,
     region_unit ou,
     region_site os,
     capacity_place np,
     region_unit nu,
     region_site ns
   WHERE ((n.id = capacity_moved.after) AND (n.xmin = (pg_current_xact_id())::xid) AND (o.id = capacity_moved.before) AND (COALESCE(o.left_at, o.released_at) IS NOT NULL) AND (op.id = o.place_id) AND (ou.id = op.unit_id) AND (os.id = ou.site_id) AND (os.organisation_id = platform_org()) AND (np.id = n.place_id) AND (nu.id = np.unit_id) AND (ns.id = nu.site_id) AND (ns.organisation_id = platform_org()));
END;
-- runs as verkeerstoren_guard

CREATE OR REPLACE FUNCTION public.capacity_own_hold(claim uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
RETURN (EXISTS (SELECT 1 FROM capacity_claim c WHERE ((c.id = capacity_own_hold.claim) AND ((c.subject)::text = current_setting('app.actor'::text, true)))));
-- runs as verkeerstoren_guard

CREATE OR REPLACE FUNCTION public.cases_agreed(asked uuid, organisation uuid, consent uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
RETURN (EXISTS (SELECT 1 FROM (people_consent y JOIN cases_case c ON ((c.id = cases_agreed.asked))) WHERE ((y.id = cases_agreed.consent) AND (y.person_id = c.person_id) AND (y.purpose = 'welfare'::text) AND y.explicit AND (y.receiver_org = cases_agreed.organisation) AND (y.revoked_at IS NULL))));
-- runs as verkeerstoren_guard

CREATE OR REPLACE FUNCTION public.cases_consent(asked uuid)
 RETURNS uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
RETURN (SELECT h.consent_id FROM cases_helper h WHERE ((h.case_id = cases_consent.asked) AND (h.organisation_id = platform_org())));
-- runs as verkeerstoren_guard

CREATE OR REPLACE FUNCTION public.cases_leads(asked uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
RETURN (EXISTS (SELECT 1 FROM cases_case c WHERE ((c.id = cases_leads.asked) AND (c.coordinator_org = platform_org()) AND (c.ended_at IS NULL) AND (cases_opens(cases_leads.asked, NULL::text) OR (NOT (EXISTS (SELECT 1 FROM cases_helper h WHERE (h.case_id = cases_leads.asked))))))));
-- runs as verkeerstoren_guard

CREATE OR REPLACE FUNCTION public.cases_may_own(asked uuid, organisation uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
RETURN ((organisation IS NULL) OR (EXISTS (SELECT 1 FROM (cases_helper h JOIN people_consent c ON ((c.id = h.consent_id))) WHERE ((h.case_id = cases_may_own.asked) AND (h.organisation_id = cases_may_own.organisation) AND (h.left_at IS NULL) AND (c.revoked_at IS NULL) AND ('plan'::text = ANY (h.parts))))));
-- runs as verkeerstoren_guard

CREATE OR REPLACE FUNCTION public.cases_opens(asked uuid, part text)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
RETURN ((EXISTS (SELECT 1 FROM (cases_helper h JOIN people_consent c ON ((c.id = h.consent_id))) WHERE ((h.case_id = cases_opens.asked) AND (h.organisation_id = platform_org()) AND (h.left_at IS NULL) AND (c.revoked_at IS NULL) AND ((cases_opens.part IS NULL) OR (cases_opens.part = ANY (h.parts)))))) OR (EXISTS (SELECT 1 FROM cases_case c WHERE ((c.id = cases_opens.asked) AND (c.person_id = people_self())))));
-- runs as verkeerstoren_guard

CREATE OR REPLACE FUNCTION public.cases_owns(asked uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
RETURN (EXISTS (SELECT 1 FROM cases_case c WHERE ((c.id = cases_owns.asked) AND (c.person_id = people_self()) AND (c.ended_at IS NULL))));
-- runs as verkeerstoren_guard

CREATE OR REPLACE FUNCTION public.cases_stands(asked uuid, organisation uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
RETURN (cases_opens(asked, NULL::text) AND (EXISTS (SELECT 1 FROM (cases_helper h JOIN people_consent c ON ((c.id = h.consent_id))) WHERE ((h.case_id = cases_stands.asked) AND (h.organisation_id = cases_stands.organisation) AND (h.left_at IS NULL) AND (c.revoked_at IS NULL)))));
-- runs as verkeerstoren_guard

CREATE OR REPLACE FUNCTION public.cases_who(asked uuid)
 RETURNS TABLE(name text, phone text, born date, pc4 text)
 LANGUAGE sql
 STABLE SECURITY DEFINER ROWS 1
 SET search_path TO 'public', 'pg_temp'
BEGIN ATOMIC
 SELECT p.name,
     p.phone,
     p.birth_date,
     p.pc4
    FROM (cases_case c
      JOIN people_person p ON ((p.id = c.person_id)))
   WHERE ((c.id = cases_who.asked) AND cases_opens(cases_who.asked, NULL::text));
END;
-- runs as verkeerstoren_guard

CREATE OR REPLACE FUNCTION public.day_treatment_gives(asked uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
RETURN (EXISTS (SELECT 1 FROM day_treatment_order o WHERE ((o.id = day_treatment_gives.asked) AND (o.state <> 'draft'::text) AND (o.site_org = platform_org()))));
-- runs as verkeerstoren_guard

CREATE OR REPLACE FUNCTION public.day_treatment_house(unit uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE
RETURN (EXISTS (SELECT 1 FROM day_treatment_room r WHERE ((r.unit_id = day_treatment_house.unit) AND (r.organisation_id = platform_org()))));

CREATE OR REPLACE FUNCTION public.day_treatment_reads(asked uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
RETURN (EXISTS (SELECT 1 FROM day_treatment_order o WHERE ((o.id = day_treatment_reads.asked) AND ((o.hospital_org = platform_org()) OR ((o.state <> 'draft'::text) AND ((platform_org() = o.site_org) OR (platform_org() = o.gp_org))) OR (o.person_id = people_self())))));
-- runs as verkeerstoren_guard

CREATE OR REPLACE FUNCTION public.day_treatment_weeks(since date, until date)
 RETURNS TABLE(unit_id uuid, staffed integer, began integer)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
BEGIN ATOMIC
 SELECT h.unit_id,
     (count(*) FILTER (WHERE (EXISTS ( SELECT 1
            FROM day_treatment_shift s
           WHERE ((s.half_day_id = h.id) AND (s.absent IS NULL))))))::integer AS count,
     (sum(( SELECT count(*) AS count
            FROM day_treatment_visit v
           WHERE ((v.half_day_id = h.id) AND (v.state = ANY (ARRAY['arrived'::text, 'done'::text])) AND (v.number = ( SELECT min(w.number) AS min
                    FROM day_treatment_visit w
                   WHERE (w.order_id = v.order_id)))))))::integer AS sum
    FROM day_treatment_half_day h
   WHERE ((current_setting('app.actor'::text, true) = 'tower'::text) AND (h.closed IS NULL) AND (h.day >= day_treatment_weeks.since) AND (h.day < day_treatment_weeks.until))
   GROUP BY h.unit_id;
END;
-- runs as verkeerstoren_guard

CREATE OR REPLACE FUNCTION public.outlook_by_itself()
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (current_setting('app.actor'::text, true) = 'system'::text);

CREATE OR REPLACE FUNCTION public.outlook_shared(mark text, moment timestamp with time zone)
 RETURNS TABLE(name text, levers jsonb, rows jsonb, years integer, made_at timestamp with time zone, shared_until timestamp with time zone, turned jsonb)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
BEGIN ATOMIC
 SELECT s.name,
     s.levers,
     s.rows,
     s.years,
     s.made_at,
     s.shared_until,
     ( SELECT COALESCE(jsonb_object_agg((w.value ->> 'id'::text), (w.value ->> 'name'::text)), '{}'::jsonb) AS "coalesce"
            FROM jsonb_array_elements((s.model -> 'wards'::text)) w(value)
           WHERE ((s.levers -> 'beds'::text) ? (w.value ->> 'id'::text))) AS "coalesce"
    FROM outlook_scenario s
   WHERE ((current_setting('app.actor'::text, true) = 'link'::text) AND (s.share_mark = outlook_shared.mark) AND (s.shared_until > outlook_shared.moment));
END;
-- runs as verkeerstoren_guard

CREATE OR REPLACE FUNCTION public.people_consented(person uuid, receiver uuid)
 RETURNS uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
RETURN (SELECT c.id FROM (people_consent c JOIN region_organisation o ON ((o.id = people_consented.receiver))) WHERE ((c.person_id = people_consented.person) AND (c.purpose = 'hand-over'::text) AND c.explicit AND (c.revoked_at IS NULL) AND ((c.receiver_org = o.id) OR (c.receiver_kind = o.kind))) ORDER BY (c.receiver_org IS NULL), c.given_at, c.id LIMIT 1);
-- runs as verkeerstoren_guard

CREATE OR REPLACE FUNCTION public.people_emergency_find(mark text, called text, born date)
 RETURNS uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
RETURN (SELECT CASE WHEN (count(*) = 1) THEN (array_agg(p.id))[1] ELSE NULL::uuid END AS "case" FROM people_person p WHERE ((platform_org() IS NOT NULL) AND people_emergency_on() AND (p.birth_date = people_emergency_find.born) AND ((p.bsn_mark = people_emergency_find.mark) OR ((people_emergency_find.mark IS NULL) AND (regexp_replace(lower(TRIM(BOTH FROM p.name)), '^(mw|mevr|mevrouw|dhr|meneer|de heer|mrs|mr|ms)\.?\s+'::text, ''::text) = regexp_replace(lower(TRIM(BOTH FROM people_emergency_find.called)), '^(mw|mevr|mevrouw|dhr|meneer|de heer|mrs|mr|ms)\.?\s+'::text, ''::text))))));
-- runs as verkeerstoren_guard

CREATE OR REPLACE FUNCTION public.people_emergency_on()
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
RETURN COALESCE((SELECT s.is_on FROM people_emergency_switch s ORDER BY s.at DESC, s.id DESC LIMIT 1), (SELECT (m.mode = 'practice'::text) FROM platform_mode m), false);
-- runs as verkeerstoren_guard

CREATE OR REPLACE FUNCTION public.people_end_relation(who uuid, organisation uuid, relation text, at timestamp with time zone)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
BEGIN ATOMIC
 UPDATE people_relation r SET ended_at = GREATEST(people_end_relation.at, r.since)
   WHERE ((r.person_id = people_end_relation.who) AND (r.organisation_id = people_end_relation.organisation) AND (r.kind = people_end_relation.relation) AND (r.ended_at IS NULL) AND ((r.organisation_id = platform_org()) OR ((people_end_relation.relation = ANY (ARRAY['offered'::text, 'accepted'::text])) AND people_stands(people_end_relation.who, ARRAY['own'::text, 'desk'::text, 'accepted'::text, 'care-team'::text]))));
END;
-- runs as verkeerstoren_guard

CREATE OR REPLACE FUNCTION public.people_family()
 RETURNS uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
RETURN COALESCE(people_self(), people_kin());
-- runs as verkeerstoren_guard

CREATE OR REPLACE FUNCTION public.people_follows(who uuid, organisation uuid, relation text)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
RETURN CASE relation WHEN 'desk'::text THEN (CASE WHEN (EXISTS (SELECT 1 FROM region_agreement a WHERE (a.adopted_at IS NOT NULL))) THEN (EXISTS (SELECT 1 FROM region_agreement a WHERE ((a.desk_organisation_id = people_follows.organisation) AND (a.adopted_at IS NOT NULL)))) ELSE (EXISTS (SELECT 1 FROM region_organisation o WHERE ((o.id = people_follows.organisation) AND (o.kind = 'desk'::text)))) END AND (EXISTS (SELECT 1 FROM (placement_person p JOIN placement_request r ON ((r.id = p.request_id))) WHERE ((p.person_id = people_follows.who) AND (r.referrer_org = platform_org()) AND (r.state <> 'closed'::text))))) WHEN 'offered'::text THEN (EXISTS (SELECT 1 FROM placement_offer o WHERE ((o.person_id = people_follows.who) AND (o.organisation_id = people_follows.organisation) AND (o.state = ANY (ARRAY['open'::text, 'alternative'::text, 'willing'::text])) AND placement_asks(o.request_id)))) WHEN 'accepted'::text THEN (EXISTS (SELECT 1 FROM placement_offer o WHERE ((o.person_id = people_follows.who) AND (o.organisation_id = people_follows.organisation) AND (o.state = 'accepted'::text) AND (placement_asks(o.request_id) OR ((people_follows.organisation = platform_org()) AND people_stands(people_follows.who, ARRAY['offered'::text, 'accepted'::text])))))) WHEN 'care-team'::text THEN (((organisation = platform_org()) AND people_stands(who, ARRAY['accepted'::text]) AND (EXISTS (SELECT 1 FROM (placement_offer o JOIN capacity_claim c ON ((c.id = o.claim_id))) WHERE ((o.person_id = people_follows.who) AND (o.organisation_id = people_follows.organisation) AND (o.state = 'accepted'::text) AND (c.arrived_at IS NOT NULL))))) OR (EXISTS (SELECT 1 FROM stay_stay s WHERE ((s.person_id = people_follows.who) AND (s.organisation_id = platform_org()) AND (s.gp_org = people_follows.organisation) AND people_stands(people_follows.who, ARRAY['care-team'::text])))) OR (EXISTS (SELECT 1 FROM stay_handover h WHERE ((h.person_id = people_follows.who) AND (h.from_org = platform_org()) AND (h.to_org = people_follows.organisation) AND (h.direction = 'out'::text) AND (h.state = ANY (ARRAY['sent'::text, 'received'::text])) AND people_stands(people_follows.who, ARRAY['care-team'::text])))) OR (EXISTS (SELECT 1 FROM day_treatment_order o WHERE ((o.person_id = people_follows.who) AND (o.hospital_org = platform_org()) AND ((people_follows.organisation = o.site_org) OR (people_follows.organisation = o.gp_org)) AND (o.state = 'signed'::text) AND people_stands(people_follows.who, ARRAY['own'::text, 'accepted'::text, 'care-team'::text]))))) ELSE false END;
-- runs as verkeerstoren_guard

CREATE OR REPLACE FUNCTION public.people_handed(person uuid, receiver uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
RETURN ((EXISTS (SELECT 1 FROM stay_stay s WHERE ((s.person_id = people_handed.person) AND people_presumed(people_handed.receiver, s.organisation_id) AND ((s.gp_org = people_handed.receiver) OR (EXISTS (SELECT 1 FROM stay_handover h WHERE ((h.stay_id = s.id) AND (h.direction = 'out'::text) AND (h.to_org = people_handed.receiver) AND (h.state = ANY (ARRAY['sent'::text, 'received'::text]))))))))) OR (EXISTS (SELECT 1 FROM day_treatment_order o WHERE ((o.person_id = people_handed.person) AND ((people_handed.receiver = o.site_org) OR (people_handed.receiver = o.gp_org)) AND (o.state <> 'draft'::text) AND people_presumed(people_handed.receiver, o.hospital_org)))));
-- runs as verkeerstoren_guard

CREATE OR REPLACE FUNCTION public.people_identify(mark text, born date)
 RETURNS uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
RETURN (SELECT p.id FROM people_person p WHERE ((p.bsn_mark = people_identify.mark) AND (p.birth_date = people_identify.born) AND (platform_org() IS NOT NULL)));
-- runs as verkeerstoren_guard

CREATE OR REPLACE FUNCTION public.people_in_care(kind text)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN (kind = ANY (ARRAY['gp'::text, 'hospital'::text, 'care-provider'::text, 'desk'::text, 'home-care'::text]));

CREATE OR REPLACE FUNCTION public.people_in_emergency(person uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
RETURN (EXISTS (SELECT 1 FROM people_relation r WHERE ((r.person_id = people_in_emergency.person) AND (r.organisation_id = platform_org()) AND (r.kind = 'emergency'::text) AND (r.ended_at > now()))));
-- runs as verkeerstoren_guard

CREATE OR REPLACE FUNCTION public.people_kin()
 RETURNS uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
RETURN (SELECT r.person_id FROM people_relative r WHERE ((r.id = (people_named('kin'::text))::uuid) AND (r.revoked_at IS NULL)));
-- runs as verkeerstoren_guard

CREATE OR REPLACE FUNCTION public.people_knowing(who uuid)
 RETURNS uuid[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
RETURN (SELECT COALESCE(array_agg(DISTINCT known.organisation_id), '{}'::uuid[]) AS "coalesce" FROM (SELECT r.organisation_id FROM people_relation r WHERE ((r.person_id = people_knowing.who) AND (r.ended_at IS NULL) AND (r.kind <> 'offered'::text)) UNION ALL SELECT h.organisation_id FROM (cases_helper h JOIN cases_case c ON ((c.id = h.case_id))) WHERE ((c.person_id = people_knowing.who) AND (h.left_at IS NULL) AND (c.ended_at IS NULL)) UNION ALL SELECT unnest(ARRAY[f.from_org, f.to_org]) AS unnest FROM social_referral f WHERE ((f.person_id = people_knowing.who) AND (f.state <> 'withdrawn'::text))) known WHERE ((people_knowing.who = people_self()) OR people_stands(people_knowing.who, ARRAY['own'::text, 'accepted'::text, 'care-team'::text, 'desk'::text]) OR social_helps(people_knowing.who)));
-- runs as verkeerstoren_guard

CREATE OR REPLACE FUNCTION public.people_make_own(relation uuid, who uuid, mark text, born date, at timestamp with time zone)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if platform_org() is null or not exists (
    select 1 from people_person p where p.id = who and p.birth_date = born and p.erased_at is null
      and (p.bsn_mark = mark
        or (p.created_org = platform_org() and not exists (select 1 from people_relation r where r.person_id = p.id))))
  then
    return false;
  end if;
  insert into people_relation (id, person_id, organisation_id, kind, ground, since, actor)
    values (relation, who, platform_org(), 'own', 'referral', at, current_setting('app.actor'))
    on conflict do nothing;
  return true;
end $function$;
-- runs as verkeerstoren_guard

CREATE OR REPLACE FUNCTION public.people_named(kind text)
 RETURNS text
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN CASE WHEN (split_part(current_setting('app.actor'::text, true), ':'::text, 1) = kind) THEN substr(current_setting('app.actor'::text, true), (length(kind) + 2)) ELSE NULL::text END;

CREATE OR REPLACE FUNCTION public.people_press(relation uuid, entry uuid, mark text, called text, born date, reason text, at timestamp with time zone, until timestamp with time zone)
 RETURNS uuid
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare who uuid := people_emergency_find(mark, called, born);
begin
  if who is null then return null; end if;
  insert into people_relation (id, person_id, organisation_id, kind, ground, since, ended_at, actor)
    values (relation, who, platform_org(), 'emergency', 'break-glass', at, until, current_setting('app.actor'));
  insert into people_emergency (id, person_id, organisation_id, actor, reason, at, until)
    values (entry, who, platform_org(), current_setting('app.actor'), reason, at, until);
  return who;
end $function$;
-- runs as verkeerstoren_guard

CREATE OR REPLACE FUNCTION public.people_presumed(receiver uuid, source uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
RETURN ((receiver = source) OR (SELECT (count(*) = 2) FROM region_organisation o WHERE ((o.id = ANY (ARRAY[people_presumed.receiver, people_presumed.source])) AND people_in_care(o.kind))));
-- runs as verkeerstoren_guard

CREATE OR REPLACE FUNCTION public.people_referred(person uuid, receiver uuid, relation text)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
RETURN ((EXISTS (SELECT 1 FROM (placement_person p JOIN placement_request r ON ((r.id = p.request_id))) WHERE ((p.person_id = people_referred.person) AND people_presumed(people_referred.receiver, r.referrer_org) AND ((people_referred.relation = 'desk'::text) OR (EXISTS (SELECT 1 FROM placement_offer o WHERE ((o.request_id = r.id) AND (o.organisation_id = people_referred.receiver) AND (o.state = 'accepted'::text)))))))) OR ((relation = 'care-team'::text) AND people_handed(person, receiver)));
-- runs as verkeerstoren_guard

CREATE OR REPLACE FUNCTION public.people_related(person uuid, kinds text[])
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
RETURN (EXISTS (SELECT 1 FROM people_relation r WHERE ((r.person_id = people_related.person) AND (r.organisation_id = platform_org()) AND (r.kind = ANY (people_related.kinds)) AND (r.ended_at IS NULL) AND ((r.kind = ANY (ARRAY['own'::text, 'offered'::text])) OR (EXISTS (SELECT 1 FROM (placement_person p JOIN placement_request q ON ((q.id = p.request_id))) WHERE ((p.person_id = people_related.person) AND ((q.referrer_org = r.organisation_id) OR ((SELECT people_in_care(o.kind) AS people_in_care FROM region_organisation o WHERE (o.id = q.referrer_org)) AND (SELECT people_in_care(o.kind) AS people_in_care FROM region_organisation o WHERE (o.id = r.organisation_id)))) AND ((r.kind = 'desk'::text) OR (EXISTS (SELECT 1 FROM placement_offer o WHERE ((o.request_id = q.id) AND (o.organisation_id = r.organisation_id) AND (o.state = 'accepted'::text)))))))) OR ((r.kind = 'care-team'::text) AND people_handed(people_related.person, r.organisation_id)) OR (people_consented(people_related.person, platform_org()) IS NOT NULL)))));
-- runs as verkeerstoren_guard

CREATE OR REPLACE FUNCTION public.people_relative_stands(relative uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
RETURN (EXISTS (SELECT 1 FROM people_relative r WHERE ((r.id = people_relative_stands.relative) AND (r.revoked_at IS NULL))));
-- runs as verkeerstoren_guard

CREATE OR REPLACE FUNCTION public.people_self()
 RETURNS uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (people_named('person'::text))::uuid;

CREATE OR REPLACE FUNCTION public.people_shares(person uuid, source uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
RETURN COALESCE((people_presumed(platform_org(), source) OR (people_consented(person, platform_org()) IS NOT NULL)), false);
-- runs as verkeerstoren_guard

CREATE OR REPLACE FUNCTION public.people_stands(person uuid, kinds text[])
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
RETURN (EXISTS (SELECT 1 FROM people_relation r WHERE ((r.person_id = people_stands.person) AND (r.organisation_id = platform_org()) AND (r.kind = ANY (people_stands.kinds)) AND (r.ended_at IS NULL))));
-- runs as verkeerstoren_guard

CREATE OR REPLACE FUNCTION public.placement_advises(request uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
RETURN (EXISTS (SELECT 1 FROM placement_consult c WHERE ((c.request_id = placement_advises.request) AND (c.organisation_id = platform_org()))));
-- runs as verkeerstoren_guard

CREATE OR REPLACE FUNCTION public.placement_asks(request uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
RETURN ((EXISTS (SELECT 1 FROM placement_request r WHERE ((r.id = placement_asks.request) AND (r.referrer_org = platform_org())))) OR (EXISTS (SELECT 1 FROM placement_person p WHERE ((p.request_id = placement_asks.request) AND people_stands(p.person_id, ARRAY['desk'::text])))));
-- runs as verkeerstoren_guard

CREATE OR REPLACE FUNCTION public.placement_callback(request uuid)
 RETURNS text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
RETURN (SELECT p.callback_phone FROM placement_person p WHERE ((p.request_id = placement_callback.request) AND (EXISTS (SELECT 1 FROM placement_consult c WHERE ((c.request_id = placement_callback.request) AND (c.organisation_id = platform_org()) AND (c.answered_at IS NULL))))));
-- runs as verkeerstoren_guard

CREATE OR REPLACE FUNCTION public.placement_case(asked uuid)
 RETURNS TABLE(id uuid, request_id uuid, person_id uuid, organisation_id uuid, site_id uuid, unit_id uuid, place_id uuid, claim_id uuid, distance_m integer, state text, sent_at timestamp with time zone, answer_by timestamp with time zone, read_at timestamp with time zone, answered_at timestamp with time zone, refusal_code text, doctor text, arrival_from timestamp with time zone, version integer, alternative_from timestamp with time zone, extra_role text, by_itself boolean)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
BEGIN ATOMIC
 SELECT o.id,
     o.request_id,
     o.person_id,
     o.organisation_id,
     o.site_id,
     o.unit_id,
     o.place_id,
     o.claim_id,
     o.distance_m,
     o.state,
     o.sent_at,
     o.answer_by,
     o.read_at,
     o.answered_at,
     o.refusal_code,
         CASE
             WHEN ((o.organisation_id = platform_org()) OR placement_asks(o.request_id)) THEN o.doctor
             ELSE NULL::text
         END AS "case",
     o.arrival_from,
     o.version,
     o.alternative_from,
     o.extra_role,
     o.by_itself
    FROM placement_offer o
   WHERE ((o.request_id = placement_case.asked) AND placement_party(placement_case.asked));
END;
-- runs as verkeerstoren_guard

CREATE OR REPLACE FUNCTION public.placement_courses(since timestamp with time zone)
 RETURNS TABLE(origin text, urgency text, product text, sent_at timestamp with time zone, triaged_at timestamp with time zone, accepted_at timestamp with time zone, arrived_at timestamp with time zone, closed_at timestamp with time zone, close_reason text, unmet_code text, unit_id uuid, claim_id uuid, zone text, left_at timestamp with time zone, destination text, ready_day date, barriers jsonb, asked uuid[])
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
BEGIN ATOMIC
 SELECT r.origin,
     r.urgency,
     r.product,
     r.sent_at,
     ( SELECT min(t.at) AS min
            FROM placement_triage t
           WHERE (t.request_id = r.id)) AS min,
     r.accepted_at,
     s.arrived_at,
     r.closed_at,
     r.close_reason,
     r.unmet_code,
     COALESCE(s.unit_id, ( SELECT o.unit_id
            FROM placement_offer o
           WHERE ((o.request_id = r.id) AND (o.state = 'accepted'::text)))) AS "coalesce",
     s.claim_id,
     s.zone,
     s.ended_at,
     s.destination,
     s.ready_day,
     ( SELECT COALESCE(jsonb_agg(jsonb_build_object('code', b.code, 'since', b.since, 'solvedDay', b.solved_day) ORDER BY b.since, b.id), '[]'::jsonb) AS "coalesce"
            FROM stay_barrier b
           WHERE (b.stay_id = s.id)) AS "coalesce",
     ( SELECT COALESCE(array_agg(o.unit_id ORDER BY o.unit_id), '{}'::uuid[]) AS "coalesce"
            FROM placement_offer o
           WHERE ((o.request_id = r.id) AND (o.state = ANY (ARRAY['open'::text, 'alternative'::text, 'willing'::text])))) AS "coalesce"
    FROM (placement_request r
      LEFT JOIN stay_stay s ON ((s.request_id = r.id)))
   WHERE ((current_setting('app.actor'::text, true) = 'tower'::text) AND (r.state <> 'draft'::text) AND ((r.sent_at > placement_courses.since) OR (r.closed_at IS NULL) OR (r.closed_at > placement_courses.since) OR ((s.ended_at IS NULL) AND (s.id IS NOT NULL)) OR (s.ended_at > placement_courses.since)));
END;
-- runs as verkeerstoren_guard

CREATE OR REPLACE FUNCTION public.placement_is_about(request uuid, who uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
RETURN (placement_asks(request) AND (EXISTS (SELECT 1 FROM placement_person p WHERE ((p.request_id = placement_is_about.request) AND (p.person_id = placement_is_about.who)))));
-- runs as verkeerstoren_guard

CREATE OR REPLACE FUNCTION public.placement_knows(request uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
RETURN (EXISTS (SELECT 1 FROM placement_person p WHERE ((p.request_id = placement_knows.request) AND people_related(p.person_id, ARRAY['own'::text, 'accepted'::text, 'care-team'::text, 'desk'::text]))));
-- runs as verkeerstoren_guard

CREATE OR REPLACE FUNCTION public.placement_party(request uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
RETURN ((EXISTS (SELECT 1 FROM placement_request r WHERE ((r.id = placement_party.request) AND (r.referrer_org = platform_org())))) OR (EXISTS (SELECT 1 FROM placement_offer o WHERE ((o.request_id = placement_party.request) AND (o.organisation_id = platform_org())))) OR (EXISTS (SELECT 1 FROM placement_person p WHERE ((p.request_id = placement_party.request) AND people_stands(p.person_id, ARRAY['desk'::text])))) OR placement_advises(request));
-- runs as verkeerstoren_guard

CREATE OR REPLACE FUNCTION public.placement_refusals(since timestamp with time zone)
 RETURNS TABLE(unit_id uuid, product text, code text, answered_at timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
BEGIN ATOMIC
 SELECT o.unit_id,
     r.product,
     o.refusal_code,
     o.answered_at
    FROM (placement_offer o
      JOIN placement_request r ON ((r.id = o.request_id)))
   WHERE ((current_setting('app.actor'::text, true) = 'tower'::text) AND (o.state = 'refused'::text) AND (o.answered_at > placement_refusals.since));
END;
-- runs as verkeerstoren_guard

CREATE OR REPLACE FUNCTION public.placement_running(person uuid)
 RETURNS TABLE(request_id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
BEGIN ATOMIC
 SELECT
         CASE
             WHEN ((r.referrer_org = platform_org()) OR people_stands(placement_running.person, ARRAY['desk'::text])) THEN r.id
             ELSE NULL::uuid
         END AS "case"
    FROM (placement_request r
      JOIN placement_person p ON ((p.request_id = r.id)))
   WHERE ((p.person_id = placement_running.person) AND (r.state = ANY (ARRAY['searching'::text, 'offered'::text, 'accepted'::text])) AND (platform_org() IS NOT NULL))
   ORDER BY (r.referrer_org = platform_org()) DESC, r.sent_at
  LIMIT 1;
END;
-- runs as verkeerstoren_guard

CREATE OR REPLACE FUNCTION public.placement_shares(request uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
RETURN (EXISTS (SELECT 1 FROM placement_request r WHERE ((r.id = placement_shares.request) AND ((r.referrer_org = platform_org()) OR ((SELECT people_in_care(o.kind) AS people_in_care FROM region_organisation o WHERE (o.id = r.referrer_org)) AND (SELECT people_in_care(o.kind) AS people_in_care FROM region_organisation o WHERE (o.id = platform_org()))) OR (people_consented((SELECT p.person_id FROM placement_person p WHERE (p.request_id = placement_shares.request)), platform_org()) IS NOT NULL)))));
-- runs as verkeerstoren_guard

CREATE OR REPLACE FUNCTION public.placement_standing(person uuid, organisation uuid, standing text)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
RETURN (EXISTS (SELECT 1 FROM placement_offer o WHERE ((o.person_id = placement_standing.person) AND (o.organisation_id = placement_standing.organisation) AND (o.state = placement_standing.standing))));
-- runs as verkeerstoren_guard

CREATE OR REPLACE FUNCTION public.placement_subjects(claims uuid[])
 RETURNS TABLE(claim_id uuid, request_id uuid, request_version integer, age_band text, sex text, product text, name text)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
#variable_conflict use_column
declare
  org uuid := platform_org();
  near uuid[];
begin
  if org is null then return; end if;
  -- Of those who sent them, from which a referral is enough: asked once for each, not for each person.
  near := array(select f.id from (select distinct r.referrer_org as id from placement_offer o
      join placement_request r on r.id = o.request_id where o.claim_id = any (claims) offset 0) f
    where people_presumed(org, f.id));
  return query
  with o as materialized (
    select o.claim_id, o.request_id, o.organisation_id = org as ours, o.state from placement_offer o where o.claim_id = any (claims)),
  -- As `offer_known` and `request_known` say.
  q as materialized (
    select o.*, r.version, r.age_band, r.sex, r.product, r.referrer_org = any (near) as near
    from o join placement_request r on r.id = o.request_id where o.ours or placement_asks(o.request_id)),
  w as materialized (
    select q.*, p.person_id, p.person_id is not null and case
      when q.near and exists (select 1 from people_relation l
        where l.person_id = p.person_id and l.organisation_id = org and l.ended_at is null
          and (l.kind in ('own', 'desk') or (l.kind in ('accepted', 'care-team') and q.ours and q.state = 'accepted'))) then true
      else (people_related(p.person_id, array['own', 'accepted', 'care-team', 'desk']) and placement_shares(q.request_id))
        or people_in_emergency(p.person_id) end as known
    from q left join placement_person p on p.request_id = q.request_id)
  select w.claim_id, w.request_id, w.version, w.age_band, w.sex, w.product,
    case when w.known then (select p.name from people_person p where p.id = w.person_id) end
  from w;
end $function$;
-- runs as verkeerstoren_guard

CREATE OR REPLACE FUNCTION public.placement_where(request uuid)
 RETURNS TABLE(person_id uuid, home_pc4 text, partner_pc4 text, area_pc4 text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
BEGIN ATOMIC
 SELECT p.person_id,
     p.home_pc4,
     p.partner_pc4,
     p.area_pc4
    FROM placement_person p
   WHERE ((p.request_id = placement_where.request) AND placement_asks(placement_where.request));
END;
-- runs as verkeerstoren_guard

CREATE OR REPLACE FUNCTION public.placement_withdraw(offer uuid, at timestamp with time zone)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
BEGIN ATOMIC
 UPDATE placement_offer o SET state = 'withdrawn'::text, answered_at = placement_withdraw.at, refusal_code = NULL::text, version = (o.version + 1)
   WHERE ((o.id = placement_withdraw.offer) AND (o.state = ANY (ARRAY['open'::text, 'alternative'::text, 'willing'::text, 'accepted'::text])) AND ((o.organisation_id = platform_org()) OR placement_asks(o.request_id) OR (EXISTS ( SELECT 1
            FROM placement_offer yes
           WHERE ((yes.request_id = o.request_id) AND (yes.organisation_id = platform_org()) AND (yes.state = 'accepted'::text))))));
END;
-- runs as verkeerstoren_guard

CREATE OR REPLACE FUNCTION public.platform_access_about(kind text, object uuid)
 RETURNS uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
RETURN CASE kind WHEN 'request'::text THEN (SELECT p.person_id FROM placement_person p WHERE (p.request_id = platform_access_about.object)) WHEN 'consult'::text THEN (SELECT p.person_id FROM placement_person p WHERE (p.request_id = platform_access_about.object)) WHEN 'offer'::text THEN (SELECT o.person_id FROM placement_offer o WHERE (o.id = platform_access_about.object)) WHEN 'person'::text THEN (SELECT p.id FROM people_person p WHERE (p.id = platform_access_about.object)) WHEN 'claim'::text THEN COALESCE((SELECT o.person_id FROM placement_offer o WHERE (o.claim_id = platform_access_about.object) LIMIT 1), (SELECT p.id FROM (capacity_claim c JOIN people_person p ON ((p.id = c.subject))) WHERE (c.id = platform_access_about.object))) WHEN 'document'::text THEN (SELECT d.person_id FROM placement_document d WHERE (d.id = platform_access_about.object)) WHEN 'stay'::text THEN (SELECT s.person_id FROM stay_stay s WHERE (s.id = platform_access_about.object)) WHEN 'handover'::text THEN (SELECT h.person_id FROM stay_handover h WHERE (h.id = platform_access_about.object)) WHEN 'order'::text THEN (SELECT o.person_id FROM day_treatment_order o WHERE (o.id = platform_access_about.object)) WHEN 'visit'::text THEN (SELECT o.person_id FROM (day_treatment_visit v JOIN day_treatment_order o ON ((o.id = v.order_id))) WHERE (v.id = platform_access_about.object)) ELSE NULL::uuid END;
-- runs as verkeerstoren_guard

CREATE OR REPLACE FUNCTION public.platform_access_basis(kind text, object uuid, known uuid, OUT person uuid, OUT ground text, OUT consent uuid)
 RETURNS record
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare relation people_relation;
begin
  person := known;
  if person is null then
    person := platform_access_about(kind, object);
  end if;
  select r.* into relation from people_relation r where r.person_id = person and r.organisation_id = platform_org()
    order by r.ended_at is null desc, array_position(array['care-team', 'accepted', 'own', 'desk', 'offered'], r.kind),
             r.ended_at desc
    limit 1;
  ground := case relation.ground when 'acceptance' then 'treatment' else relation.ground end;
  if relation.ended_at is null and relation.kind in ('care-team', 'accepted', 'desk')
    and not people_referred(person, platform_org(), relation.kind) then
    consent := people_consented(person, platform_org());
    ground := case when consent is not null then 'consent' when relation.kind = 'desk' then 'triage' else 'offer' end;
  end if;
end $function$;
-- runs as verkeerstoren_guard

CREATE OR REPLACE FUNCTION public.platform_access_close(organisation uuid, upto bigint)
 RETURNS bigint
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare gone bigint;
begin
  if not platform_sealer() or not exists (
    select 1 from platform_access_cut c where c.organisation_id = organisation and c.seq = upto)
    or exists (select 1 from platform_access_chain c join platform_access a on a.id = c.access_id
      where c.organisation_id = organisation and c.seq <= upto and a.at > now() - interval '5 years')
  then
    raise exception 'this part of the log may not be taken away';
  end if;
  with taken as (
    delete from platform_access_chain c where c.organisation_id = organisation and c.seq <= upto returning c.access_id)
  delete from platform_access a using taken where a.id = taken.access_id;
  get diagnostics gone = row_count;
  return gone;
end $function$;
-- runs as verkeerstoren_guard

CREATE OR REPLACE FUNCTION public.platform_access_looks(ids uuid[], events text[], kinds text[], objects uuid[], seen text[], known uuid[], grounds text[], reasons text[], consents uuid[])
 RETURNS TABLE(id uuid, event text, object_type text, object_id uuid, person_id uuid, categories text[], ground text, consent_id uuid, reason text)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER ROWS 1
 SET search_path TO 'public', 'pg_temp'
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
#variable_conflict use_column
begin
  return query
  with k as materialized (
    select l.*, coalesce(l.known, case l.kind
      when 'request' then (select p.person_id from placement_person p where p.request_id = l.object)
      when 'stay' then (select s.person_id from stay_stay s where s.id = l.object)
      else platform_access_about(l.kind, l.object) end) as person
    from unnest(ids, events, kinds, objects, seen, known, grounds, reasons, consents)
      as l (id, event, kind, object, seen, known, said, reason, consent)),
  -- From which of those who sent them a referral is enough: asked once for each, not for each person.
  near as materialized (
    select o.id from (select distinct r.referrer_org as id from (select distinct k.person from k) who
        join placement_person p on p.person_id = who.person join placement_request r on r.id = p.request_id offset 0) o
    where people_presumed(platform_org(), o.id)),
  n as (
    select k.*, r.kind as relation, r.ground as relation_ground,
      r.ended_at is null and r.kind in ('care-team', 'accepted', 'desk') and not exists (
        -- From the person to their requests, never from all that somebody ever sent.
        select 1 from (select p.request_id from placement_person p where p.person_id = k.person offset 0) p
          join placement_request q on q.id = p.request_id
        where q.referrer_org = any (array(select near.id from near))
          and (r.kind = 'desk' or exists (select 1 from placement_offer o
            where o.request_id = q.id and o.organisation_id = platform_org() and o.state = 'accepted')))
        and not (r.kind = 'care-team' and people_handed(k.person, platform_org())) as needs
    from k
    -- The relation that stands, or that ended last.
    left join lateral (select r.kind, r.ground, r.ended_at from people_relation r
      where r.person_id = k.person and r.organisation_id = platform_org()
      order by r.ended_at is null desc, array_position(array['care-team', 'accepted', 'own', 'desk', 'offered'], r.kind),
               r.ended_at desc
      limit 1) r on true),
  -- Where nothing may be presumed, the yes and which one it was; without it a profile only.
  w as materialized (select n.*, case when n.needs then people_consented(n.person, platform_org()) end as yes from n)
  select w.id, w.event, w.kind, w.object, w.person, string_to_array(w.seen, ','),
    coalesce(w.said, case
      when w.needs is not true then case w.relation_ground when 'acceptance' then 'treatment' else w.relation_ground end
      when w.yes is not null then 'consent'
      when w.relation = 'desk' then 'triage'
      else 'offer' end, 'none'),
    coalesce(w.consent, w.yes), w.reason
  from w;
end $function$;
-- runs as verkeerstoren_guard

CREATE OR REPLACE FUNCTION public.platform_access_own(person uuid, since timestamp with time zone)
 RETURNS SETOF platform_access
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select a.* from platform_access a
  where a.person_id = person and a.at >= since
    and current_setting('app.actor', true) = 'person:' || person::text
  order by a.at desc, a.line desc
$function$;
-- runs as verkeerstoren_guard

CREATE OR REPLACE FUNCTION public.platform_acts()
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (COALESCE(current_setting('app.actor'::text, true), ''::text) <> ''::text);

CREATE OR REPLACE PROCEDURE public.platform_bind(IN t regclass)
 LANGUAGE plpgsql
 SET search_path TO 'public', 'pg_temp'
AS $procedure$
begin
  execute format('alter table %s enable row level security', t);
  execute format('alter table %s force row level security', t);
  execute format($p$create policy z_guard on %s to verkeerstoren_guard
    using (current_user = 'verkeerstoren_guard') with check (current_user = 'verkeerstoren_guard')$p$, t);
  execute format($p$create policy z_keeper on %s to %I
    using (current_setting('app.keeper', true) = 'on') with check (current_setting('app.keeper', true) = 'on')$p$,
    t, current_user);
end $procedure$;

CREATE OR REPLACE FUNCTION public.platform_door()
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (COALESCE(current_setting('app.actor'::text, true), ''::text) = ANY (ARRAY['door'::text, 'accounts'::text]));

CREATE OR REPLACE PROCEDURE public.platform_keep(IN t regclass, IN fixed text[], IN hidden text[] DEFAULT '{}'::text[])
 LANGUAGE plpgsql
 SET search_path TO 'public', 'pg_temp'
AS $procedure$
declare changes text; reads text;
begin
  select string_agg(quote_ident(attname), ', ') filter (where not attname = any (fixed)),
         string_agg(quote_ident(attname), ', ') filter (where not attname = any (hidden))
    into changes, reads from pg_attribute where attrelid = t and attnum > 0 and not attisdropped;
  execute format('revoke update on %s from verkeerstoren_app', t);
  execute format('grant update (%s) on %s to verkeerstoren_app', changes, t);
  if hidden <> '{}' then
    execute format('revoke select on %s from verkeerstoren_app', t);
    execute format('grant select (%s) on %s to verkeerstoren_app', reads, t);
  end if;
end $procedure$;

CREATE OR REPLACE FUNCTION public.platform_messenger()
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (COALESCE(current_setting('app.actor'::text, true), ''::text) = 'messenger'::text);

CREATE OR REPLACE FUNCTION public.platform_org()
 RETURNS uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid;

CREATE OR REPLACE FUNCTION public.platform_sealer()
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (COALESCE(current_setting('app.actor'::text, true), ''::text) = 'sealer'::text);

CREATE OR REPLACE FUNCTION public.platform_told()
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (COALESCE(current_setting('app.actor'::text, true), ''::text) = ANY (ARRAY['tailer'::text, 'tower'::text]));

CREATE OR REPLACE FUNCTION public.review_keys(called text, telling text[])
 RETURNS text[]
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
 SET search_path TO 'public', 'pg_temp'
AS $function$
  with plain as (select regexp_replace(lower(normalize(called, NFD)),
    '^((mw|mevr|mevrouw|dhr|meneer|de heer|dr|drs|prof|ir|ing|ds)\.?\s+)+', '') as name)
  select array(select left(name, 1) || ' ' || surname from plain, unnest(telling) as surname)
    || array(select regexp_replace(name, '[^a-z]', '', 'g') from plain where name ~ '^[^\s.]{2,}\s')
$function$;

CREATE OR REPLACE FUNCTION public.review_likeness(actors text[], people uuid[], common text[])
 RETURNS TABLE(actor text, person uuid, surname boolean, postcode boolean, colleague boolean)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  with mine as materialized (
    select p.id::text as id, p.name, h.pc4,
      array(select unnest(review_surnames(p.name)) except select unnest(common)) as surnames
    from region_professional p left join review_home h on h.professional_id = p.id
    where p.organisation_id = platform_org() and review_works()),
  seen as materialized (
    select q.id, q.name, q.pc4,
      array(select unnest(review_surnames(q.name)) except select unnest(common)) as surnames
    from people_person q where q.id = any (array(select distinct a.person_id from platform_access a
      where a.person_id = any (people) and a.organisation_id = platform_org()))),
  colleagues as materialized (select distinct unnest(review_keys(m.name, m.surnames)) as key from mine m),
  known as materialized (
    select distinct s.id from seen s cross join lateral unnest(review_keys(s.name, s.surnames)) as k (key)
    join colleagues c on c.key = k.key),
  pairs as (select distinct l.a, l.p from unnest(actors, people) as l (a, p))
  select l.a, l.p, m.surnames && s.surnames, coalesce(m.pc4 = s.pc4, false), k.id is not null
  from pairs l join mine m on m.id = l.a join seen s on s.id = l.p left join known k on k.id = l.p
$function$;
-- runs as verkeerstoren_guard

CREATE OR REPLACE FUNCTION public.review_own(alerts uuid[])
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select distinct l.alert_id from review_alert_look l join platform_access a on a.id = l.access_id
  where l.alert_id = any (alerts) and l.organisation_id = platform_org()
    and (a.actor = current_setting('app.actor', true) or a.account_id in (
      select r.account_id from accounts_role r where r.professional_id::text = current_setting('app.actor', true)))
$function$;
-- runs as verkeerstoren_guard

CREATE OR REPLACE FUNCTION public.review_profiles(alerts uuid[])
 RETURNS TABLE(alert uuid, sex text, age integer)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select r.id, p.sex, extract(year from age(r.first_at, p.birth_date))::integer
  from review_alert r join people_person p on p.id = r.person_id
  where r.id = any (alerts) and r.organisation_id = platform_org() and p.erased_at is null
$function$;
-- runs as verkeerstoren_guard

CREATE OR REPLACE FUNCTION public.review_surnames(called text)
 RETURNS text[]
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select coalesce(array_agg(distinct bare) filter (where bare <> ''), '{}') from (
    select regexp_replace((regexp_match(part, '(\S+)\s*$'))[1], '[^a-z]', '', 'g') as bare
    from regexp_split_to_table(lower(normalize(called, NFD)), '\s*-\s*') as part) names
$function$;

CREATE OR REPLACE FUNCTION public.review_works()
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (COALESCE(current_setting('app.actor'::text, true), ''::text) = 'review'::text);

CREATE OR REPLACE FUNCTION public.social_agreed(referral uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
RETURN (EXISTS (SELECT 1 FROM (social_referral r JOIN people_consent c ON ((c.id = r.consent_id))) WHERE ((r.id = social_agreed.referral) AND (c.revoked_at IS NULL))));
-- runs as verkeerstoren_guard

CREATE OR REPLACE FUNCTION public.social_by_link(organisation uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
RETURN (NOT (EXISTS (SELECT 1 FROM region_professional p WHERE ((p.organisation_id = social_by_link.organisation) AND (p.role = 'welfare-worker'::text) AND (((SELECT m.mode FROM platform_mode m) = 'practice'::text) OR (EXISTS (SELECT 1 FROM accounts_role r WHERE (r.professional_id = p.id))))))));
-- runs as verkeerstoren_guard

CREATE OR REPLACE FUNCTION public.social_case_person(asked uuid)
 RETURNS uuid
 LANGUAGE plpgsql
 STABLE
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  return (select c.person_id from cases_case c where c.id = asked and cases_opens(c.id, 'conversation'));
end $function$;

CREATE OR REPLACE FUNCTION public.social_consented(person uuid, organisation uuid, consent uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
RETURN (EXISTS (SELECT 1 FROM people_consent y WHERE ((y.id = social_consented.consent) AND (y.person_id = social_consented.person) AND (y.purpose = 'welfare'::text) AND y.explicit AND (y.receiver_org = social_consented.organisation) AND (y.revoked_at IS NULL))));
-- runs as verkeerstoren_guard

CREATE OR REPLACE FUNCTION public.social_ground(asked uuid)
 RETURNS uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
RETURN (SELECT COALESCE((SELECT s.consent_id FROM (social_conversation_share s JOIN people_consent y ON ((y.id = s.consent_id))) WHERE ((s.conversation_id = social_ground.asked) AND (s.organisation_id = platform_org()) AND (s.ended_at IS NULL) AND (y.revoked_at IS NULL)) ORDER BY s.part LIMIT 1), (SELECT social_welfare_yes(c.person_id) AS social_welfare_yes FROM social_conversation c WHERE ((c.id = social_ground.asked) AND (NOT people_related(c.person_id, ARRAY['own'::text, 'accepted'::text, 'care-team'::text]))))) AS "coalesce");
-- runs as verkeerstoren_guard

CREATE OR REPLACE FUNCTION public.social_helps(person uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
RETURN (EXISTS (SELECT 1 FROM social_referral r WHERE ((r.person_id = social_helps.person) AND (r.to_org = platform_org()) AND (r.state = ANY (ARRAY['sent'::text, 'seen'::text, 'accepted'::text, 'contacted'::text, 'active'::text])) AND social_agreed(r.id))));
-- runs as verkeerstoren_guard

CREATE OR REPLACE FUNCTION public.social_holds(asked uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
RETURN (EXISTS (SELECT 1 FROM social_conversation c WHERE ((c.id = social_holds.asked) AND ((c.person_id = people_self()) OR ((c.made_org = platform_org()) AND (c.finished_at IS NULL) AND social_may_hold(c.person_id))))));
-- runs as verkeerstoren_guard

CREATE OR REPLACE FUNCTION public.social_keeps_map()
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
RETURN ((COALESCE(current_setting('app.actor'::text, true), ''::text) = 'cli'::text) OR (EXISTS (SELECT 1 FROM region_organisation o WHERE ((o.id = platform_org()) AND (o.kind = 'desk'::text)))));
-- runs as verkeerstoren_guard

CREATE OR REPLACE FUNCTION public.social_late()
 RETURNS TABLE(code text, service_id uuid, to_org uuid, due_at timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
BEGIN ATOMIC
 SELECT r.code,
     r.service_id,
     r.to_org,
     r.due_at
    FROM social_referral r
   WHERE (social_keeps_map() AND (r.state = ANY (ARRAY['sent'::text, 'seen'::text])) AND social_agreed(r.id) AND (EXISTS ( SELECT 1
            FROM social_referral_step s
           WHERE ((s.referral_id = r.id) AND (s.step = 'late'::text)))))
   ORDER BY r.due_at, r.code;
END;
-- runs as verkeerstoren_guard

CREATE OR REPLACE FUNCTION public.social_may_hold(person uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
RETURN (people_related(person, ARRAY['own'::text, 'accepted'::text, 'care-team'::text]) OR (social_welfare_yes(person) IS NOT NULL));
-- runs as verkeerstoren_guard

CREATE OR REPLACE FUNCTION public.social_may_link(referral uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
RETURN (EXISTS (SELECT 1 FROM (social_referral r JOIN people_consent y ON ((y.id = r.consent_id))) WHERE ((r.id = social_may_link.referral) AND ((platform_org() = r.from_org) OR (platform_org() = r.to_org)) AND (y.revoked_at IS NULL))));
-- runs as verkeerstoren_guard

CREATE OR REPLACE FUNCTION public.social_network_of(asked uuid)
 RETURNS uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
RETURN (SELECT n.conversation_id FROM social_network n WHERE ((n.id = social_network_of.asked) AND social_shown(n.conversation_id, 'network'::text)));
-- runs as verkeerstoren_guard

CREATE OR REPLACE FUNCTION public.social_passed(referral uuid)
 RETURNS TABLE(service_id uuid, state text, result text)
 LANGUAGE sql
 STABLE SECURITY DEFINER ROWS 1
 SET search_path TO 'public', 'pg_temp'
BEGIN ATOMIC
 SELECT n.service_id,
     n.state,
     ( SELECT s.result
            FROM social_referral_step s
           WHERE ((s.referral_id = n.id) AND (s.step = 'ended'::text))) AS result
    FROM social_referral n
   WHERE ((n.passed_from = social_passed.referral) AND (social_sent(social_passed.referral) OR social_receives(social_passed.referral)));
END;
-- runs as verkeerstoren_guard

CREATE OR REPLACE FUNCTION public.social_provides(service uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
RETURN (EXISTS (SELECT 1 FROM (social_hsds_service s JOIN social_provider p ON ((p.organization_id = s.organization_id))) WHERE ((s.id = social_provides.service) AND (p.organisation_id = platform_org()))));
-- runs as verkeerstoren_guard

CREATE OR REPLACE FUNCTION public.social_receives(referral uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
RETURN (EXISTS (SELECT 1 FROM social_referral r WHERE ((r.id = social_receives.referral) AND (r.state <> 'withdrawn'::text) AND social_agreed(r.id) AND ((r.to_org = platform_org()) OR (r.id = (people_named('helper'::text))::uuid)))));
-- runs as verkeerstoren_guard

CREATE OR REPLACE FUNCTION public.social_sent(referral uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
RETURN (EXISTS (SELECT 1 FROM social_referral r WHERE ((r.id = social_sent.referral) AND (r.from_org = platform_org()))));
-- runs as verkeerstoren_guard

CREATE OR REPLACE FUNCTION public.social_shown(asked uuid, wanted text)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
RETURN (social_holds(asked) OR (EXISTS (SELECT 1 FROM ((social_conversation_share s JOIN social_conversation c ON ((c.id = s.conversation_id))) JOIN people_consent y ON ((y.id = s.consent_id))) WHERE ((s.conversation_id = social_shown.asked) AND (s.organisation_id = platform_org()) AND (s.ended_at IS NULL) AND (c.finished_at IS NOT NULL) AND (y.person_id = c.person_id) AND (y.purpose = 'welfare'::text) AND y.explicit AND (y.receiver_org = s.organisation_id) AND (y.revoked_at IS NULL) AND ((social_shown.wanted IS NULL) OR (s.part = social_shown.wanted))))));
-- runs as verkeerstoren_guard

CREATE OR REPLACE FUNCTION public.social_stands(asked uuid, wanted text, organisation uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
RETURN (social_holds(asked) AND (EXISTS (SELECT 1 FROM (social_conversation_share s JOIN people_consent y ON ((y.id = s.consent_id))) WHERE ((s.conversation_id = social_stands.asked) AND (s.part = social_stands.wanted) AND (s.organisation_id = social_stands.organisation) AND (s.ended_at IS NULL) AND (y.revoked_at IS NULL)))));
-- runs as verkeerstoren_guard

CREATE OR REPLACE FUNCTION public.social_welfare_yes(person uuid)
 RETURNS uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
RETURN (SELECT y.id FROM people_consent y WHERE ((y.person_id = social_welfare_yes.person) AND (y.purpose = 'welfare'::text) AND y.explicit AND (y.receiver_org = platform_org()) AND (y.revoked_at IS NULL)) ORDER BY y.given_at, y.id LIMIT 1);
-- runs as verkeerstoren_guard

CREATE OR REPLACE FUNCTION public.social_who(referral uuid)
 RETURNS TABLE(name text, phone text, born date, pc4 text)
 LANGUAGE sql
 STABLE SECURITY DEFINER ROWS 1
 SET search_path TO 'public', 'pg_temp'
BEGIN ATOMIC
 SELECT p.name,
     p.phone,
     p.birth_date,
     p.pc4
    FROM (social_referral r
      JOIN people_person p ON ((p.id = r.person_id)))
   WHERE ((r.id = social_who.referral) AND (social_receives(r.id) OR (social_sent(r.id) AND social_agreed(r.id) AND social_receives(r.passed_from))));
END;
-- runs as verkeerstoren_guard

CREATE OR REPLACE FUNCTION public.social_whose(asked uuid)
 RETURNS text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
RETURN (SELECT p.name FROM (social_conversation c JOIN people_person p ON ((p.id = c.person_id))) WHERE ((c.id = social_whose.asked) AND social_shown(social_whose.asked, NULL::text)));
-- runs as verkeerstoren_guard

CREATE OR REPLACE FUNCTION public.social_writes(asked uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
RETURN (social_holds(asked) AND (EXISTS (SELECT 1 FROM social_conversation c WHERE ((c.id = social_writes.asked) AND (c.finished_at IS NULL)))));
-- runs as verkeerstoren_guard

CREATE OR REPLACE FUNCTION public.social_yes(asked uuid, organisation uuid, consent uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
RETURN (EXISTS (SELECT 1 FROM (people_consent y JOIN social_conversation c ON ((c.id = social_yes.asked))) WHERE ((y.id = social_yes.consent) AND (y.person_id = c.person_id) AND (y.purpose = 'welfare'::text) AND y.explicit AND (y.receiver_org = social_yes.organisation) AND (y.revoked_at IS NULL))));
-- runs as verkeerstoren_guard

CREATE OR REPLACE FUNCTION public.stay_answer_stays()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'public', 'pg_temp'
AS $function$
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
end $function$;

CREATE OR REPLACE FUNCTION public.stay_family()
 RETURNS TABLE(id uuid, request_id uuid, organisation_id uuid, unit_id uuid, gp_org uuid, zone text, name text, arrived_day date, ended_at timestamp with time zone, destination text, product text, pathway_version integer, goal text, expected_end timestamp with time zone, latest_end timestamp with time zone, away text, away_until timestamp with time zone, responsible_org uuid, doctor text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
BEGIN ATOMIC
 SELECT s.id,
     s.request_id,
     s.organisation_id,
     s.unit_id,
     s.gp_org,
     s.zone,
     p.name,
     s.arrived_day,
     s.ended_at,
     s.destination,
     k.product,
     k.pathway_version,
     g.text,
     upper(c.during) AS upper,
     c.latest_end,
     a.reason,
     a.expected_back,
     r.organisation_id,
     r.doctor
    FROM ((((((stay_stay s
      JOIN people_person p ON ((p.id = s.person_id)))
      JOIN capacity_claim c ON ((c.id = s.claim_id)))
      LEFT JOIN LATERAL ( SELECT x.product,
             x.pathway_version
            FROM stay_course x
           WHERE (x.stay_id = s.id)
           ORDER BY x.at DESC
          LIMIT 1) k ON (true))
      LEFT JOIN LATERAL ( SELECT x.text
            FROM stay_wish x
           WHERE ((x.stay_id = s.id) AND (x.kind = 'goal'::text))
           ORDER BY x.at DESC, x.id DESC
          LIMIT 1) g ON (true))
      LEFT JOIN stay_absence a ON (((a.stay_id = s.id) AND (a.back_at IS NULL))))
      LEFT JOIN LATERAL ( SELECT x.organisation_id,
             x.doctor
            FROM placement_responsibility x
           WHERE ((x.person_id = s.person_id) AND (upper(x.during) > s.arrived_at))
           ORDER BY (lower(x.during)) DESC
          LIMIT 1) r ON (true))
   WHERE (s.person_id = people_family())
   ORDER BY s.arrived_at DESC
  LIMIT 1;
END;
-- runs as verkeerstoren_guard

CREATE OR REPLACE FUNCTION public.stay_family_barriers(stay uuid)
 RETURNS TABLE(code text, owner text, due date)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
BEGIN ATOMIC
 SELECT b.code,
     b.owner,
     b.due
    FROM (stay_barrier b
      JOIN stay_stay s ON ((s.id = b.stay_id)))
   WHERE ((s.id = stay_family_barriers.stay) AND (s.person_id = people_family()) AND (b.solved_at IS NULL))
   ORDER BY b.due, b.since, b.id;
END;
-- runs as verkeerstoren_guard

CREATE OR REPLACE FUNCTION public.stay_family_contacts(stay uuid)
 RETURNS TABLE(days integer, due_day date, done boolean)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
BEGIN ATOMIC
 SELECT c.days,
     c.due_day,
     (c.done_at IS NOT NULL)
    FROM (stay_contact c
      JOIN stay_stay s ON ((s.id = c.stay_id)))
   WHERE ((s.id = stay_family_contacts.stay) AND (s.person_id = people_family()) AND (c.dropped IS NULL))
   ORDER BY c.days;
END;
-- runs as verkeerstoren_guard

CREATE OR REPLACE FUNCTION public.stay_family_meetings(stay uuid)
 RETURNS TABLE(kind text, planned_at timestamp with time zone, held_at timestamp with time zone, departure_day date, care text, agreed text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
BEGIN ATOMIC
 SELECT m.kind,
     m.planned_at,
     m.held_at,
     m.departure_day,
     m.care,
     m.agreed
    FROM (stay_meeting m
      JOIN stay_stay s ON ((s.id = m.stay_id)))
   WHERE ((s.id = stay_family_meetings.stay) AND (s.person_id = people_family()) AND (m.cancelled IS NULL))
   ORDER BY m.planned_at, m.id;
END;
-- runs as verkeerstoren_guard

CREATE OR REPLACE FUNCTION public.stay_family_return(stay uuid)
 RETURNS TABLE(item text, state text, who text, from_day date)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
BEGIN ATOMIC
 SELECT r.item,
     r.state,
     r.who,
     r.from_day
    FROM (stay_return r
      JOIN stay_stay s ON ((s.id = r.stay_id)))
   WHERE ((s.id = stay_family_return.stay) AND (s.person_id = people_family()) AND (r.state <> 'not-needed'::text))
   ORDER BY r.item;
END;
-- runs as verkeerstoren_guard

CREATE OR REPLACE FUNCTION public.stay_handed(stays uuid[])
 RETURNS TABLE(stay_id uuid, state text, to_org uuid, to_name text, sent_at timestamp with time zone, received_at timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
BEGIN ATOMIC
 SELECT DISTINCT ON (h.stay_id) h.stay_id,
     h.state,
     h.to_org,
     h.to_name,
     h.sent_at,
     h.received_at
    FROM stay_handover h
   WHERE ((h.stay_id = ANY (stay_handed.stays)) AND (h.direction = 'out'::text) AND (h.state <> 'revoked'::text) AND stay_party(h.stay_id))
   ORDER BY h.stay_id, h.saved_at DESC, h.id DESC;
END;
-- runs as verkeerstoren_guard

CREATE OR REPLACE FUNCTION public.stay_missing()
 RETURNS TABLE(request_id uuid, organisation_id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
BEGIN ATOMIC
 SELECT r.id,
     o.organisation_id
    FROM (placement_request r
      JOIN placement_offer o ON (((o.request_id = r.id) AND (o.state = 'accepted'::text))))
   WHERE ((r.state = 'admitted'::text) AND (current_setting('app.actor'::text, true) = 'system'::text) AND (NOT (EXISTS ( SELECT 1
            FROM stay_stay s
           WHERE (s.request_id = r.id)))))
   ORDER BY r.accepted_at, r.id
  LIMIT 500;
END;
-- runs as verkeerstoren_guard

CREATE OR REPLACE FUNCTION public.stay_party(stay uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
RETURN (stay_reads(stay) OR (EXISTS (SELECT 1 FROM stay_stay s WHERE ((s.id = stay_party.stay) AND ((s.person_id = people_self()) OR ((s.referrer_org = platform_org()) AND people_related(s.person_id, ARRAY['own'::text])) OR people_related(s.person_id, ARRAY['desk'::text]))))));
-- runs as verkeerstoren_guard

CREATE OR REPLACE FUNCTION public.stay_practice_before(request uuid)
 RETURNS uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
RETURN (SELECT s.gp_org FROM (stay_retriage r JOIN stay_stay s ON ((s.id = r.stay_id))) WHERE ((r.request_id = stay_practice_before.request) AND (EXISTS (SELECT 1 FROM placement_offer o WHERE ((o.request_id = stay_practice_before.request) AND (o.state = 'accepted'::text) AND (o.organisation_id = platform_org()))))));
-- runs as verkeerstoren_guard

CREATE OR REPLACE FUNCTION public.stay_reads(stay uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare asked text := platform_org()::text || ' ' || stay::text;
begin
  if asked is null then return false; end if;
  if current_setting('app.stay_read', true) = asked then return true; end if;
  if exists (select 1 from stay_stay s where s.id = stay
      and people_related(s.person_id, array['own', 'accepted', 'care-team'])
      and (platform_org() in (s.organisation_id, s.gp_org)
        or exists (select 1 from stay_handover h where h.stay_id = s.id and h.to_org = platform_org()
          and h.state in ('sent', 'received')))) then
    perform set_config('app.stay_read', asked, true);
    return true;
  end if;
  return false;
end $function$;
-- runs as verkeerstoren_guard

CREATE OR REPLACE FUNCTION public.stay_sheet(scope text, claims uuid[], since timestamp with time zone)
 RETURNS TABLE(id uuid, request_id uuid, person_id uuid, organisation_id uuid, unit_id uuid, claim_id uuid, zone text, arrived_day date, ready_day date, ended_at timestamp with time zone, destination text, courses jsonb, extensions jsonb, barriers jsonb, meeting_kind text, meeting_at timestamp with time zone, away text)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
#variable_conflict use_column
declare
  me uuid := platform_org();
  asked uuid[];
  near uuid[];
begin
  if me is null then return; end if;
  if scope = 'claims' then
    asked := array(select s.id from stay_stay s where s.claim_id = any (claims));
  elsif scope = 'house' then
    asked := array(select s.id from stay_stay s where s.organisation_id = me and s.ended_at is null);
  elsif scope = 'ended' then
    asked := array(select s.id from stay_stay s where s.ended_at >= since and me in (s.organisation_id, s.gp_org, s.referrer_org));
  else
    asked := array(select s.id from stay_stay s where s.ended_at is null and s.organisation_id <> me
      and (me in (s.gp_org, s.referrer_org)
        or exists (select 1 from stay_handover h where h.stay_id = s.id and h.to_org = me and h.state in ('sent', 'received'))));
  end if;
  -- Of those who sent them, from which a referral is enough: asked once for each, not for each person.
  near := array(select f.id from (select distinct s.referrer_org as id from stay_stay s where s.id = any (asked) offset 0) f
    where people_presumed(me, f.id));
  return query
  with known as materialized (
    select s.*, case
      -- Where it is plain why somebody is known (their own, or accepted on a referral that is enough), nothing more is asked.
      when me in (s.organisation_id, s.gp_org) then
        exists (select 1 from people_relation l where l.person_id = s.person_id and l.organisation_id = me and l.ended_at is null
          and (l.kind = 'own' or (l.kind in ('accepted', 'care-team') and s.referrer_org = any (near)
            and exists (select 1 from placement_offer o where o.request_id = s.request_id and o.organisation_id = me
              and o.state = 'accepted'))))
        or people_related(s.person_id, array['own', 'accepted', 'care-team'])
      when me = s.referrer_org then people_related(s.person_id, array['own'])
      else stay_party(s.id) end as party
    from stay_stay s where s.id = any (asked)
  )
  select k.id, k.request_id, k.person_id, k.organisation_id, k.unit_id, k.claim_id, k.zone, k.arrived_day,
    case when k.party then k.ready_day end, k.ended_at, k.destination, c.courses, coalesce(e.extensions, '[]'),
    coalesce(b.open, '[]'), m.kind, m.planned_at, w.reason
  from known k
  join (select f.stay_id, jsonb_agg(jsonb_build_object('fromDay', f.from_day, 'product', f.product, 'pathwayVersion',
      f.pathway_version, 'at', (extract(epoch from f.at) * 1000)::bigint) order by f.at) as courses
    from stay_course f where f.stay_id = any (asked) group by f.stay_id) c on c.stay_id = k.id
  left join (select x.stay_id, jsonb_agg(jsonb_build_object('untilDay', x.until_day,
      'at', (extract(epoch from x.at) * 1000)::bigint) order by x.at, x.id) as extensions
    from stay_extension x where x.stay_id = any (asked) group by x.stay_id) e on e.stay_id = k.id
  left join (select o.stay_id, jsonb_agg(jsonb_build_object('id', o.id, 'code', o.code, 'owner', o.owner, 'ownerName',
      o.owner_name, 'note', o.note, 'due', o.due) order by o.due, o.at, o.id) as open
    from stay_barrier o where o.stay_id = any (asked) and o.solved_at is null
    group by o.stay_id) b on k.party and b.stay_id = k.id
  left join (select distinct on (t.stay_id) t.stay_id, t.kind, t.planned_at from stay_meeting t
    where t.stay_id = any (asked) and t.held_at is null and t.cancelled is null
    order by t.stay_id, t.planned_at) m on k.party and m.stay_id = k.id
  left join (select distinct on (a.stay_id) a.stay_id, a.reason from stay_absence a
    where a.stay_id = any (asked) and a.back_at is null) w on k.party and w.stay_id = k.id
  -- The house keeps its own stays, also of somebody whose name is shut for it; for the others it is theirs or it is not there.
  where k.party or (k.organisation_id = me and people_stands(k.person_id, array['accepted', 'care-team']));
end $function$;
-- runs as verkeerstoren_guard

CREATE OR REPLACE FUNCTION public.stay_waits(since date, till date)
 RETURNS TABLE(organisation_id uuid, zone text, ready_day date, ended_at timestamp with time zone, wlz_since date, barriers jsonb, in_hospital jsonb)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
BEGIN ATOMIC
 SELECT s.organisation_id,
     s.zone,
     s.ready_day,
     s.ended_at,
     s.wlz_since,
     ( SELECT COALESCE(jsonb_agg(jsonb_build_object('code', b.code, 'since', b.since, 'solvedDay', b.solved_day)), '[]'::jsonb) AS "coalesce"
            FROM stay_barrier b
           WHERE (b.stay_id = s.id)) AS "coalesce",
     ( SELECT COALESCE(jsonb_agg(jsonb_build_object('from', ((a.left_at AT TIME ZONE s.zone))::date, 'until', ((a.back_at AT TIME ZONE s.zone))::date)), '[]'::jsonb) AS "coalesce"
            FROM stay_absence a
           WHERE ((a.stay_id = s.id) AND (a.reason = 'hospital'::text))) AS "coalesce"
    FROM stay_stay s
   WHERE ((current_setting('app.actor'::text, true) = 'tower'::text) AND (s.ready_day < stay_waits.till) AND ((s.ended_at IS NULL) OR (((s.ended_at AT TIME ZONE s.zone))::date > stay_waits.since)));
END;
-- runs as verkeerstoren_guard

CREATE OR REPLACE FUNCTION public.stay_works(stay uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
RETURN (EXISTS (SELECT 1 FROM stay_stay s WHERE ((s.id = stay_works.stay) AND (s.organisation_id = platform_org()) AND people_stands(s.person_id, ARRAY['accepted'::text, 'care-team'::text]))));
-- runs as verkeerstoren_guard


CREATE TRIGGER stay_answer_stays BEFORE UPDATE ON stay_answer FOR EACH ROW EXECUTE FUNCTION stay_answer_stays();

grant insert, select, update on accounts_account to verkeerstoren_app;
grant delete, insert, select, update on accounts_ceremony to verkeerstoren_app;
grant insert, select on accounts_history to verkeerstoren_app;
grant delete, insert, select, update on accounts_identity to verkeerstoren_app;
grant insert, select, update on accounts_invitation to verkeerstoren_app;
grant delete, insert, select, update on accounts_passkey to verkeerstoren_app;
grant delete, insert, select, update on accounts_recovery_code to verkeerstoren_app;
grant insert, select, update on accounts_role to verkeerstoren_app;
grant select on accounts_role to verkeerstoren_guard;
grant select on capacity_chair_claim_view to verkeerstoren_app;
grant select on capacity_chair_view to verkeerstoren_app;
grant insert on capacity_claim to verkeerstoren_app;
grant select on capacity_claim to verkeerstoren_guard;
grant select on capacity_claim_view to verkeerstoren_app;
grant insert, select, update on capacity_closure to verkeerstoren_app;
grant select on capacity_closure_view to verkeerstoren_app;
grant insert, select on capacity_doubt to verkeerstoren_app;
grant select on capacity_doubt_view to verkeerstoren_app;
grant insert, select, update on capacity_figure to verkeerstoren_app;
grant select on capacity_figure_view to verkeerstoren_app;
grant select on capacity_flex_view to verkeerstoren_app;
grant insert, select on capacity_load to verkeerstoren_app;
grant select on capacity_load_view to verkeerstoren_app;
grant select on capacity_past_view to verkeerstoren_app;
grant insert, select, update on capacity_place to verkeerstoren_app;
grant select on capacity_place to verkeerstoren_guard;
grant select on capacity_place_past_view to verkeerstoren_app;
grant select on capacity_place_view to verkeerstoren_app;
grant insert, select, update on capacity_published to verkeerstoren_app;
grant select on capacity_published_view to verkeerstoren_app;
grant insert, select, update on capacity_room to verkeerstoren_app;
grant delete, insert, select, update on capacity_roster to verkeerstoren_app;
grant delete, insert, select, update on capacity_staffing to verkeerstoren_app;
grant select on capacity_staffing_view to verkeerstoren_app;
grant select on capacity_stood_view to verkeerstoren_app;
grant insert, select, update on capacity_stop to verkeerstoren_app;
grant select on capacity_stop_view to verkeerstoren_app;
grant insert, select, update on capacity_team to verkeerstoren_app;
grant insert, select, update on capacity_team_count to verkeerstoren_app;
grant select on capacity_team_view to verkeerstoren_app;
grant select on capacity_told_view to verkeerstoren_app;
grant insert, select, update on capacity_unit_report to verkeerstoren_app;
grant insert, select on cases_action to verkeerstoren_app;
grant insert, select on cases_case to verkeerstoren_app;
grant select on cases_case to verkeerstoren_guard;
grant usage on cases_code to verkeerstoren_app;
grant delete, insert, select on cases_contact to verkeerstoren_app;
grant insert, select on cases_ending to verkeerstoren_app;
grant insert, select on cases_helper to verkeerstoren_app;
grant select on cases_helper to verkeerstoren_guard;
grant delete, insert, select on cases_known to verkeerstoren_app;
grant insert, select on cases_meeting to verkeerstoren_app;
grant insert, select on cases_message to verkeerstoren_app;
grant insert, select on cases_note_act to verkeerstoren_app;
grant insert, select on cases_note_line to verkeerstoren_app;
grant insert, select on cases_question to verkeerstoren_app;
grant delete, insert, select on cases_signal to verkeerstoren_app;
grant insert, select on day_treatment_act to verkeerstoren_app;
grant select on day_treatment_act to verkeerstoren_guard;
grant delete, insert, select on day_treatment_away to verkeerstoren_app;
grant select on day_treatment_away to verkeerstoren_guard;
grant usage on day_treatment_code to verkeerstoren_app;
grant delete, insert, select on day_treatment_competence to verkeerstoren_app;
grant select on day_treatment_competence to verkeerstoren_guard;
grant delete, insert, select on day_treatment_half_day to verkeerstoren_app;
grant select on day_treatment_half_day to verkeerstoren_guard;
grant insert, select on day_treatment_nurse to verkeerstoren_app;
grant select on day_treatment_nurse to verkeerstoren_guard;
grant insert, select on day_treatment_offer to verkeerstoren_app;
grant select on day_treatment_offer to verkeerstoren_guard;
grant delete, insert, select on day_treatment_opening to verkeerstoren_app;
grant select on day_treatment_opening to verkeerstoren_guard;
grant delete, insert, select on day_treatment_order to verkeerstoren_app;
grant select on day_treatment_order to verkeerstoren_guard;
grant insert, select on day_treatment_plan to verkeerstoren_app;
grant select on day_treatment_plan to verkeerstoren_guard;
grant insert, select on day_treatment_reach to verkeerstoren_app;
grant insert, select on day_treatment_room to verkeerstoren_app;
grant select on day_treatment_room to verkeerstoren_guard;
grant delete, insert, select on day_treatment_shift to verkeerstoren_app;
grant select on day_treatment_shift to verkeerstoren_guard;
grant insert, select on day_treatment_signature to verkeerstoren_app;
grant delete, insert, select on day_treatment_telling to verkeerstoren_app;
grant insert, select on day_treatment_treatment to verkeerstoren_app;
grant select on day_treatment_treatment to verkeerstoren_guard;
grant insert, select, update on day_treatment_visit to verkeerstoren_app;
grant select on day_treatment_visit to verkeerstoren_guard;
grant insert, select on outlook_alert to verkeerstoren_app;
grant delete, insert, select on outlook_forecast to verkeerstoren_app;
grant insert, select on outlook_price to verkeerstoren_app;
grant delete, insert, select on outlook_scenario to verkeerstoren_app;
grant select on outlook_scenario to verkeerstoren_guard;
grant delete, insert, select on outlook_score to verkeerstoren_app;
grant insert, select on outlook_score_month to verkeerstoren_app;
grant insert, select on outlook_threshold to verkeerstoren_app;
grant insert, select on people_answer to verkeerstoren_app;
grant select on people_answer to verkeerstoren_guard;
grant insert, select on people_consent to verkeerstoren_app;
grant select on people_consent to verkeerstoren_guard;
grant insert, select on people_door to verkeerstoren_app;
grant select on people_door to verkeerstoren_guard;
grant insert, select, update on people_door_code to verkeerstoren_app;
grant select on people_door_code to verkeerstoren_guard;
grant select on people_emergency to verkeerstoren_app;
grant insert on people_emergency to verkeerstoren_guard;
grant insert, select on people_emergency_switch to verkeerstoren_app;
grant select on people_emergency_switch to verkeerstoren_guard;
grant insert, select on people_own_session to verkeerstoren_app;
grant select on people_own_session to verkeerstoren_guard;
grant insert, select on people_person to verkeerstoren_app;
grant select on people_person to verkeerstoren_guard;
grant insert, select on people_relation to verkeerstoren_app;
grant insert, select, update on people_relation to verkeerstoren_guard;
grant insert, select on people_relative to verkeerstoren_app;
grant select on people_relative to verkeerstoren_guard;
grant insert, select on placement_answer to verkeerstoren_app;
grant select on placement_answer to verkeerstoren_guard;
grant usage on placement_code to verkeerstoren_app;
grant insert, select on placement_consult to verkeerstoren_app;
grant select on placement_consult to verkeerstoren_guard;
grant insert, select on placement_document to verkeerstoren_app;
grant select on placement_document to verkeerstoren_guard;
grant insert, select on placement_escalation to verkeerstoren_app;
grant select on placement_escalation to verkeerstoren_guard;
grant insert, select on placement_message to verkeerstoren_app;
grant select on placement_message to verkeerstoren_guard;
grant insert, select on placement_offer to verkeerstoren_app;
grant select, update on placement_offer to verkeerstoren_guard;
grant select on placement_offer_view to verkeerstoren_app;
grant insert, select on placement_person to verkeerstoren_app;
grant select on placement_person to verkeerstoren_guard;
grant insert, select on placement_request to verkeerstoren_app;
grant select on placement_request to verkeerstoren_guard;
grant select on placement_request_view to verkeerstoren_app;
grant insert, select, update on placement_responsibility to verkeerstoren_app;
grant select on placement_responsibility to verkeerstoren_guard;
grant select on placement_told_view to verkeerstoren_app;
grant insert, select on placement_triage to verkeerstoren_app;
grant select on placement_triage to verkeerstoren_guard;
grant insert, select on placement_triage_text to verkeerstoren_app;
grant select on placement_triage_text to verkeerstoren_guard;
grant insert, select on platform_access to verkeerstoren_app;
grant delete, select on platform_access to verkeerstoren_guard;
grant insert, select on platform_access_chain to verkeerstoren_app;
grant delete, select on platform_access_chain to verkeerstoren_guard;
grant insert, select on platform_access_cut to verkeerstoren_app;
grant select on platform_access_cut to verkeerstoren_guard;
grant insert, select, update on platform_cursor to verkeerstoren_app;
grant delete, insert, select on platform_delivery to verkeerstoren_app;
grant insert, select on platform_diary to verkeerstoren_app;
grant delete, insert, select on platform_key to verkeerstoren_app;
grant select on platform_mode to verkeerstoren_app;
grant select on platform_mode to verkeerstoren_guard;
grant insert, select, update on platform_session to verkeerstoren_app;
grant insert, select on platform_webhook to verkeerstoren_app;
grant delete, insert, select, update on region_admission_window to verkeerstoren_app;
grant delete, insert, select, update on region_agreement to verkeerstoren_app;
grant select on region_agreement to verkeerstoren_guard;
grant insert, select, update on region_contact to verkeerstoren_app;
grant delete, insert, select on region_contract to verkeerstoren_app;
grant delete, insert, select, update on region_duty to verkeerstoren_app;
grant select on region_duty_view to verkeerstoren_app;
grant insert, select on region_followed to verkeerstoren_app;
grant insert, select, update on region_organisation to verkeerstoren_app;
grant select on region_organisation to verkeerstoren_guard;
grant insert, select, update on region_postcode to verkeerstoren_app;
grant insert, select, update on region_professional to verkeerstoren_app;
grant select on region_professional to verkeerstoren_guard;
grant insert, select on region_signature to verkeerstoren_app;
grant insert, select, update on region_site to verkeerstoren_app;
grant select on region_site to verkeerstoren_guard;
grant delete, insert, select on region_treating_gp to verkeerstoren_app;
grant insert, select, update on region_unit to verkeerstoren_app;
grant select on region_unit to verkeerstoren_guard;
grant select on region_unit_view to verkeerstoren_app;
grant select on region_window_view to verkeerstoren_app;
grant insert, select on review_alert to verkeerstoren_app;
grant select on review_alert to verkeerstoren_guard;
grant insert, select on review_alert_look to verkeerstoren_app;
grant select on review_alert_look to verkeerstoren_guard;
grant delete, insert, select, update on review_home to verkeerstoren_app;
grant select on review_home to verkeerstoren_guard;
grant select on review_line to verkeerstoren_app;
grant insert, select on review_run to verkeerstoren_app;
grant insert, select on review_verdict to verkeerstoren_app;
grant delete, insert, select on social_carer to verkeerstoren_app;
grant insert, select on social_conversation to verkeerstoren_app;
grant select on social_conversation to verkeerstoren_guard;
grant insert, select on social_conversation_part to verkeerstoren_app;
grant insert, select on social_conversation_share to verkeerstoren_app;
grant select on social_conversation_share to verkeerstoren_guard;
grant insert, select on social_helper_code to verkeerstoren_app;
grant insert, select on social_helper_link to verkeerstoren_app;
grant select on social_helper_link to verkeerstoren_guard;
grant insert, select on social_helper_session to verkeerstoren_app;
grant insert, select, update on social_hsds_accessibility to verkeerstoren_app;
grant select on social_hsds_accessibility to verkeerstoren_guard;
grant insert, select, update on social_hsds_address to verkeerstoren_app;
grant select on social_hsds_address to verkeerstoren_guard;
grant insert, select, update on social_hsds_attribute to verkeerstoren_app;
grant select on social_hsds_attribute to verkeerstoren_guard;
grant insert, select, update on social_hsds_contact to verkeerstoren_app;
grant select on social_hsds_contact to verkeerstoren_guard;
grant insert, select, update on social_hsds_cost_option to verkeerstoren_app;
grant select on social_hsds_cost_option to verkeerstoren_guard;
grant insert, select, update on social_hsds_funding to verkeerstoren_app;
grant select on social_hsds_funding to verkeerstoren_guard;
grant insert, select, update on social_hsds_language to verkeerstoren_app;
grant select on social_hsds_language to verkeerstoren_guard;
grant insert, select, update on social_hsds_location to verkeerstoren_app;
grant select on social_hsds_location to verkeerstoren_guard;
grant insert, select, update on social_hsds_meta_table_description to verkeerstoren_app;
grant select on social_hsds_meta_table_description to verkeerstoren_guard;
grant insert, select, update on social_hsds_metadata to verkeerstoren_app;
grant select on social_hsds_metadata to verkeerstoren_guard;
grant insert, select, update on social_hsds_organization to verkeerstoren_app;
grant select on social_hsds_organization to verkeerstoren_guard;
grant insert, select, update on social_hsds_organization_identifier to verkeerstoren_app;
grant select on social_hsds_organization_identifier to verkeerstoren_guard;
grant insert, select, update on social_hsds_phone to verkeerstoren_app;
grant select on social_hsds_phone to verkeerstoren_guard;
grant insert, select, update on social_hsds_program to verkeerstoren_app;
grant select on social_hsds_program to verkeerstoren_guard;
grant insert, select, update on social_hsds_required_document to verkeerstoren_app;
grant select on social_hsds_required_document to verkeerstoren_guard;
grant insert, select, update on social_hsds_schedule to verkeerstoren_app;
grant select on social_hsds_schedule to verkeerstoren_guard;
grant insert, select, update on social_hsds_service to verkeerstoren_app;
grant select on social_hsds_service to verkeerstoren_guard;
grant insert, select, update on social_hsds_service_area to verkeerstoren_app;
grant select on social_hsds_service_area to verkeerstoren_guard;
grant insert, select, update on social_hsds_service_at_location to verkeerstoren_app;
grant select on social_hsds_service_at_location to verkeerstoren_guard;
grant insert, select, update on social_hsds_taxonomy to verkeerstoren_app;
grant select on social_hsds_taxonomy to verkeerstoren_guard;
grant insert, select, update on social_hsds_taxonomy_term to verkeerstoren_app;
grant select on social_hsds_taxonomy_term to verkeerstoren_guard;
grant insert, select, update on social_look to verkeerstoren_app;
grant select on social_look to verkeerstoren_guard;
grant insert, select, update on social_look_text to verkeerstoren_app;
grant select on social_look_text to verkeerstoren_guard;
grant delete, insert, select on social_network to verkeerstoren_app;
grant select on social_network to verkeerstoren_guard;
grant insert, select, update on social_provider to verkeerstoren_app;
grant select on social_provider to verkeerstoren_guard;
grant insert, select on social_referral to verkeerstoren_app;
grant select on social_referral to verkeerstoren_guard;
grant usage on social_referral_code to verkeerstoren_app;
grant insert, select on social_referral_step to verkeerstoren_app;
grant select on social_referral_step to verkeerstoren_guard;
grant insert, select on social_service_state to verkeerstoren_app;
grant select on social_service_state to verkeerstoren_guard;
grant insert, select on social_unmet to verkeerstoren_app;
grant insert, select, update on stay_absence to verkeerstoren_app;
grant select on stay_absence to verkeerstoren_guard;
grant insert, select on stay_answer to verkeerstoren_app;
grant select on stay_answer to verkeerstoren_guard;
grant insert, select, update on stay_barrier to verkeerstoren_app;
grant select on stay_barrier to verkeerstoren_guard;
grant insert, select, update on stay_contact to verkeerstoren_app;
grant select on stay_contact to verkeerstoren_guard;
grant insert, select, update on stay_course to verkeerstoren_app;
grant select on stay_course to verkeerstoren_guard;
grant insert, select, update on stay_extension to verkeerstoren_app;
grant select on stay_extension to verkeerstoren_guard;
grant insert, select on stay_handover to verkeerstoren_app;
grant select on stay_handover to verkeerstoren_guard;
grant insert, select, update on stay_handover_file to verkeerstoren_app;
grant select on stay_handover_file to verkeerstoren_guard;
grant insert, select, update on stay_handover_sent to verkeerstoren_app;
grant select on stay_handover_sent to verkeerstoren_guard;
grant insert, select, update on stay_medication to verkeerstoren_app;
grant select on stay_medication to verkeerstoren_guard;
grant insert, select, update on stay_meeting to verkeerstoren_app;
grant select on stay_meeting to verkeerstoren_guard;
grant insert, select on stay_observation to verkeerstoren_app;
grant select on stay_observation to verkeerstoren_guard;
grant insert, select on stay_pathway to verkeerstoren_app;
grant insert, select on stay_retriage to verkeerstoren_app;
grant select on stay_retriage to verkeerstoren_guard;
grant insert, select, update on stay_return to verkeerstoren_app;
grant select on stay_return to verkeerstoren_guard;
grant insert, select on stay_stay to verkeerstoren_app;
grant select on stay_stay to verkeerstoren_guard;
grant insert, select, update on stay_task to verkeerstoren_app;
grant select on stay_task to verkeerstoren_guard;
grant insert, select, update on stay_wish to verkeerstoren_app;
grant select on stay_wish to verkeerstoren_guard;
