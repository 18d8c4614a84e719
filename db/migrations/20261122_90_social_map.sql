-- The social map: the tables of Human Services Data Specification 3.0 as they are, what is ours beside them, and the rows a
-- search reads. What the standard does not know of a row stays in `rest`. References are not enforced: a register may name
-- what another register holds.
create extension if not exists pg_trgm;

-- Who offers services.
create table social_hsds_organization (
  id uuid primary key,
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
  rest jsonb not null default '{}'
);
-- Services of one organisation that belong together.
create table social_hsds_program (
  id uuid primary key,
  organization_id uuid,
  name text not null,
  alternate_name text,
  description text not null,
  rest jsonb not null default '{}'
);
create index social_hsds_program_organization on social_hsds_program (organization_id);
-- Something somebody can turn to.
create table social_hsds_service (
  id uuid primary key,
  organization_id uuid,
  program_id uuid,
  name text not null,
  alternate_name text,
  description text,
  url text,
  email text,
  status text not null check (status in ('active', 'inactive', 'defunct', 'temporarily closed')),
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
  rest jsonb not null default '{}'
);
create index social_hsds_service_organization on social_hsds_service (organization_id);
create index social_hsds_service_program on social_hsds_service (program_id);
-- A term of a taxonomy that holds for a row.
create table social_hsds_attribute (
  id uuid primary key,
  link_id uuid,
  taxonomy_term_id uuid,
  link_type text,
  link_entity text,
  value text,
  rest jsonb not null default '{}'
);
create index social_hsds_attribute_link on social_hsds_attribute (link_id);
create index social_hsds_attribute_taxonomy_term on social_hsds_attribute (taxonomy_term_id);
-- A service at one of its places.
create table social_hsds_service_at_location (
  id uuid primary key,
  service_id uuid,
  location_id uuid,
  description text,
  rest jsonb not null default '{}'
);
create index social_hsds_service_at_location_service on social_hsds_service_at_location (service_id);
create index social_hsds_service_at_location_location on social_hsds_service_at_location (location_id);
-- A place, also one on the web or a post box.
create table social_hsds_location (
  id uuid primary key,
  location_type text not null check (location_type in ('physical', 'postal', 'virtual')),
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
  rest jsonb not null default '{}'
);
create index social_hsds_location_organization on social_hsds_location (organization_id);
-- A number somebody can call.
create table social_hsds_phone (
  id uuid primary key,
  location_id uuid,
  service_id uuid,
  organization_id uuid,
  contact_id uuid,
  service_at_location_id uuid,
  number text not null,
  extension double precision,
  type text,
  description text,
  rest jsonb not null default '{}'
);
create index social_hsds_phone_location on social_hsds_phone (location_id);
create index social_hsds_phone_service on social_hsds_phone (service_id);
create index social_hsds_phone_organization on social_hsds_phone (organization_id);
create index social_hsds_phone_contact on social_hsds_phone (contact_id);
create index social_hsds_phone_service_at_location on social_hsds_phone (service_at_location_id);
-- Somebody who answers for a service or a place.
create table social_hsds_contact (
  id uuid primary key,
  organization_id uuid,
  service_id uuid,
  service_at_location_id uuid,
  location_id uuid,
  name text,
  title text,
  department text,
  email text,
  rest jsonb not null default '{}'
);
create index social_hsds_contact_organization on social_hsds_contact (organization_id);
create index social_hsds_contact_service on social_hsds_contact (service_id);
create index social_hsds_contact_service_at_location on social_hsds_contact (service_at_location_id);
create index social_hsds_contact_location on social_hsds_contact (location_id);
-- Where a place is, or gets its post.
create table social_hsds_address (
  id uuid primary key,
  location_id uuid,
  attention text,
  address_1 text not null,
  address_2 text,
  city text not null,
  region text,
  state_province text not null,
  postal_code text not null,
  country text not null,
  address_type text not null check (address_type in ('physical', 'postal', 'virtual')),
  rest jsonb not null default '{}'
);
create index social_hsds_address_location on social_hsds_address (location_id);
-- When a service or a place is open.
create table social_hsds_schedule (
  id uuid primary key,
  service_id uuid,
  location_id uuid,
  service_at_location_id uuid,
  valid_from date,
  valid_to date,
  dtstart date,
  timezone double precision,
  until date,
  count double precision,
  wkst text check (wkst in ('MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU')),
  freq text check (freq in ('WEEKLY', 'MONTHLY')),
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
  rest jsonb not null default '{}'
);
create index social_hsds_schedule_service on social_hsds_schedule (service_id);
create index social_hsds_schedule_location on social_hsds_schedule (location_id);
create index social_hsds_schedule_service_at_location on social_hsds_schedule (service_at_location_id);
-- Who pays for it.
create table social_hsds_funding (
  id uuid primary key,
  organization_id uuid,
  service_id uuid,
  source text,
  rest jsonb not null default '{}'
);
create index social_hsds_funding_organization on social_hsds_funding (organization_id);
create index social_hsds_funding_service on social_hsds_funding (service_id);
-- For people of which area a service is.
create table social_hsds_service_area (
  id uuid primary key,
  service_id uuid,
  name text,
  description text,
  extent text,
  extent_type text,
  uri text,
  rest jsonb not null default '{}'
);
create index social_hsds_service_area_service on social_hsds_service_area (service_id);
-- What somebody must bring along.
create table social_hsds_required_document (
  id uuid primary key,
  service_id uuid,
  document text,
  uri text,
  rest jsonb not null default '{}'
);
create index social_hsds_required_document_service on social_hsds_required_document (service_id);
-- A language that is spoken there.
create table social_hsds_language (
  id uuid primary key,
  service_id uuid,
  location_id uuid,
  phone_id uuid,
  name text,
  code text,
  note text,
  rest jsonb not null default '{}'
);
create index social_hsds_language_service on social_hsds_language (service_id);
create index social_hsds_language_location on social_hsds_language (location_id);
create index social_hsds_language_phone on social_hsds_language (phone_id);
-- For whom a place is easy to enter.
create table social_hsds_accessibility (
  id uuid primary key,
  location_id uuid,
  description text,
  details text,
  url text,
  rest jsonb not null default '{}'
);
create index social_hsds_accessibility_location on social_hsds_accessibility (location_id);
-- A word of a list by which services are sorted.
create table social_hsds_taxonomy_term (
  id uuid primary key,
  code text,
  name text not null,
  description text not null,
  parent_id uuid,
  taxonomy text,
  language text,
  taxonomy_id uuid,
  term_uri text,
  rest jsonb not null default '{}'
);
create index social_hsds_taxonomy_term_taxonomy on social_hsds_taxonomy_term (taxonomy_id);
-- What was changed in a row, when and by whom.
create table social_hsds_metadata (
  id uuid primary key,
  resource_id uuid,
  resource_type text,
  last_action_date date not null,
  last_action_type text not null,
  field_name text not null,
  previous_value text not null,
  replacement_value text not null,
  updated_by text not null,
  rest jsonb not null default '{}'
);
create index social_hsds_metadata_resource on social_hsds_metadata (resource_id);
-- In which language and letters a table is written.
create table social_hsds_meta_table_description (
  id uuid primary key,
  name text,
  language text,
  character_set text,
  rest jsonb not null default '{}'
);
-- What a service costs, and for whom.
create table social_hsds_cost_option (
  id uuid primary key,
  service_id uuid,
  valid_from date,
  valid_to date,
  option text,
  currency text,
  amount double precision,
  amount_description text,
  rest jsonb not null default '{}'
);
create index social_hsds_cost_option_service on social_hsds_cost_option (service_id);
-- Under which number others know an organisation.
create table social_hsds_organization_identifier (
  id uuid primary key,
  organization_id uuid,
  identifier_scheme text,
  identifier_type text not null,
  identifier text not null,
  rest jsonb not null default '{}'
);
create index social_hsds_organization_identifier_organization on social_hsds_organization_identifier (organization_id);
-- A list of words by which services are sorted.
create table social_hsds_taxonomy (
  id uuid primary key,
  name text not null,
  description text not null,
  uri text,
  version text,
  rest jsonb not null default '{}'
);

-- Which organisation of the region offers the services of an organisation of the map.
create table social_provider (
  organization_id uuid primary key,
  organisation_id uuid not null references region_organisation
);
create index social_provider_organisation on social_provider (organisation_id);

-- Whether there is room, each time it was said; the last one counts.
create table social_service_state (
  id uuid primary key,
  service_id uuid not null references social_hsds_service,
  state text not null check (state in ('open', 'waiting', 'closed', 'asks-first')),
  weeks smallint check (weeks between 1 and 104),
  until_day date,
  said_at timestamptz not null,
  said_by text not null,
  organisation_id uuid not null references region_organisation,
  check ((state = 'waiting') = (weeks is not null)),
  check (until_day is null or state = 'closed')
);
create index social_service_state_last on social_service_state (service_id, said_at desc, id desc);

-- What a search reads of a service; made anew in the transaction of each change.
create table social_look (
  service_id uuid primary key references social_hsds_service,
  organization_id uuid,
  name text not null,
  organisation text not null,
  about text not null,
  words tsvector not null,
  plain text not null,
  kinds text[] not null,
  pc4 text,
  town text,
  lat double precision,
  lon double precision,
  minimum_age double precision,
  maximum_age double precision,
  languages text[] not null,
  -- Null: it does not say what it costs.
  free boolean,
  hours jsonb not null,
  -- A telephone, a mail address or a page is known.
  reachable boolean not null,
  active boolean not null,
  assured date,
  state text check (state in ('open', 'waiting', 'closed', 'asks-first')),
  weeks smallint,
  until_day date,
  state_at timestamptz
);
create index social_look_words on social_look using gin (words);
create index social_look_kinds on social_look using gin (kinds);
create index social_look_plain on social_look using gist (plain gist_trgm_ops);

-- Who keeps the map of the region: its desk, and who keeps the database.
create function social_keeps_map() returns boolean language sql stable security definer set search_path = public, pg_temp
  return coalesce(current_setting('app.actor', true), '') = 'cli'
    or exists (select 1 from region_organisation o where o.id = platform_org() and o.kind = 'desk');
-- Whether the acting organisation offers this service.
create function social_provides(service uuid) returns boolean language sql stable security definer
  set search_path = public, pg_temp
return exists (select 1 from social_hsds_service s join social_provider p on p.organization_id = s.organization_id
  where s.id = service and p.organisation_id = platform_org());
grant create on schema public to verkeerstoren_guard;
alter function social_keeps_map() owner to verkeerstoren_guard;
alter function social_provides(uuid) owner to verkeerstoren_guard;
revoke create on schema public from verkeerstoren_guard;
grant select on region_organisation to verkeerstoren_guard;

-- The map holds nobody's data and is everybody's to read; who keeps it writes, and an organisation its own services.
do $$ declare t text; begin
  for t in select relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'
    and relname like 'social\_%' loop
    execute format('call platform_bind(%L)', t);
    execute format('grant select, insert on %I to verkeerstoren_app', t);
    execute format('grant select on %I to verkeerstoren_guard', t);
    execute format('create policy map_read on %I for select using (true)', t);
    if t <> 'social_service_state' then
      execute format('grant update on %I to verkeerstoren_app', t);
      execute format('create policy map_added on %I for insert with check ((select social_keeps_map()))', t);
      execute format('create policy map_kept on %I for update using ((select social_keeps_map()))', t);
    end if;
  end loop;
end $$;
create policy service_own on social_hsds_service for update using (social_provides(id)) with check (social_provides(id));
create policy look_own on social_look for update using (social_provides(service_id)) with check (social_provides(service_id));
create policy state_said on social_service_state for insert
  with check (organisation_id = platform_org() and ((select social_keeps_map()) or social_provides(service_id)));
