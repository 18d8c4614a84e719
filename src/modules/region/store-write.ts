import type { Tx } from '#platform/db/database.ts';
import { newId } from '#platform/db/ids.ts';
import { ALONE } from '#platform/db/locks.ts';
import { rows } from '#platform/db/sql.ts';
import type {
  AdmissionWindow,
  AgreementVersion,
  Duty,
  OrganisationRecord,
  Postcode,
  Professional,
  Site,
  Unit,
} from './types.ts';

/** One statement for a whole list; nothing to write costs nothing. */
const putAll = async (tx: Tx, text: string, list: readonly unknown[]): Promise<void> => {
  if (list.length > 0) await rows(tx, text, [JSON.stringify(list)]);
};

/** Adds organisations, or changes those with the same id. */
export const putOrganisations = (tx: Tx, list: readonly OrganisationRecord[]): Promise<void> =>
  putAll(
    tx,
    `insert into region_organisation (id, code, name, kind, ura, agb, phone, party, email)
     select id, code, name, kind, ura, agb, phone, party, email
     from jsonb_to_recordset($1::jsonb) as t(id uuid, code text, name text, kind text, ura text, agb text, phone text, party boolean,
       email text)
     on conflict (id) do update set code = excluded.code, name = excluded.name, kind = excluded.kind, ura = excluded.ura,
       agb = excluded.agb, phone = excluded.phone, party = excluded.party, email = excluded.email`,
    list,
  );

/** Adds sites, or changes those with the same id. */
export const putSites = (tx: Tx, list: readonly Site[]): Promise<void> =>
  putAll(
    tx,
    `insert into region_site (id, organisation_id, code, name, street, pc4, town, lat, lon, phone, zone)
     select id, "organisationId", code, name, street, pc4, town, lat, lon, phone, zone
     from jsonb_to_recordset($1::jsonb) as t(id uuid, "organisationId" uuid, code text, name text, street text, pc4 text, town text,
       lat double precision, lon double precision, phone text, zone text)
     on conflict (id) do update set code = excluded.code, name = excluded.name, street = excluded.street, pc4 = excluded.pc4,
       town = excluded.town, lat = excluded.lat, lon = excluded.lon, phone = excluded.phone, zone = excluded.zone`,
    list,
  );

/** Adds units, or changes those with the same id. */
export const putUnits = (tx: Tx, list: readonly Unit[]): Promise<void> =>
  putAll(
    tx,
    `insert into region_unit (id, site_id, code, name, phone, email)
     select id, "siteId", code, name, phone, email
     from jsonb_to_recordset($1::jsonb) as t(id uuid, "siteId" uuid, code text, name text, phone text, email text)
     on conflict (id) do update set code = excluded.code, name = excluded.name, phone = excluded.phone, email = excluded.email`,
    list,
  );

/** Adds professionals, or changes those with the same id. */
export const putProfessionals = (tx: Tx, list: readonly Professional[]): Promise<void> =>
  putAll(
    tx,
    `insert into region_professional (id, organisation_id, site_id, unit_id, name, role, phone)
     select id, "organisationId", "siteId", "unitId", name, role, phone
     from jsonb_to_recordset($1::jsonb) as t(id uuid, "organisationId" uuid, "siteId" uuid, "unitId" uuid, name text, role text, phone text)
     on conflict (id) do update set organisation_id = excluded.organisation_id, site_id = excluded.site_id,
       unit_id = excluded.unit_id, name = excluded.name, role = excluded.role, phone = excluded.phone`,
    list,
  );

/** Replaces the admission windows of these sites. */
export const replaceWindows = async (
  tx: Tx,
  siteIds: readonly string[],
  list: readonly AdmissionWindow[],
): Promise<void> => {
  if (siteIds.length > 0)
    await rows(tx, 'delete from region_admission_window where site_id = any($1::uuid[])', [siteIds]);
  await putAll(
    tx,
    `insert into region_admission_window (id, site_id, product, weekday, opens, closes)
     select id, "siteId", product, weekday, opens, closes
     from jsonb_to_recordset($1::jsonb) as t(id uuid, "siteId" uuid, product text, weekday smallint, opens smallint, closes smallint)`,
    list.map((window) => ({ id: newId(), ...window })),
  );
};

/** Puts turns on the duty roster; a turn that is there already stays. */
export const putDuties = (tx: Tx, list: readonly Duty[]): Promise<void> =>
  putAll(
    tx,
    `insert into region_duty (site_id, product, day, half_day)
     select "siteId", product, day, "halfDay"
     from jsonb_to_recordset($1::jsonb) as t("siteId" uuid, product text, day date, "halfDay" text)
     on conflict do nothing`,
    list,
  );

const AGREEMENT_COLUMNS = `hold_minutes, answer_minutes, parallel_offers, held_offers, old_after_minutes, too_old_after_minutes,
  silent_after_minutes, crisis_hold_minutes, crisis_answer_minutes, crisis_parallel_offers, crisis_held_offers, crisis_for_all,
  choice, choice_minutes, auto_next, waiting_list, gone_bed, gone_minutes, search_crisis_minutes, search_today_minutes,
  search_72_hours_minutes, search_planned_minutes, insurer_minutes, report_minutes, consult_minutes, consult_organisation_id,
  desk_organisation_id, desk_phone, proposed_at, proposed_by, adopted_at`;

/** Adds versions of the agreement, or changes those that begin on the same day. */
export const putAgreements = (tx: Tx, list: readonly AgreementVersion[]): Promise<void> =>
  putAll(
    tx,
    `insert into region_agreement (id, valid_from, ${AGREEMENT_COLUMNS})
     select id, "validFrom", "holdMinutes", "answerMinutes", "parallelOffers", "heldOffers", "oldAfterMinutes",
       "tooOldAfterMinutes", "silentAfterMinutes", (crisis->>'holdMinutes')::integer, (crisis->>'answerMinutes')::integer,
       (crisis->>'parallelOffers')::integer, (crisis->>'heldOffers')::integer, "crisisForAll", choice, "choiceMinutes",
       "autoNext", "waitingList", "goneBed", "goneMinutes", ("searchMinutes"->>'crisis')::integer,
       ("searchMinutes"->>'today')::integer, ("searchMinutes"->>'within-72-hours')::integer,
       ("searchMinutes"->>'planned')::integer, "insurerMinutes", "reportMinutes", "consultMinutes",
       "consultOrganisationId", "deskOrganisationId", "deskPhone", to_timestamp("proposedAt" / 1000), "proposedBy",
       to_timestamp("adoptedAt" / 1000)
     from jsonb_to_recordset($1::jsonb) as t(id uuid, "validFrom" date, "holdMinutes" integer, "answerMinutes" integer,
       "parallelOffers" integer, "heldOffers" integer, "oldAfterMinutes" integer, "tooOldAfterMinutes" integer,
       "silentAfterMinutes" integer, crisis jsonb, "crisisForAll" boolean, choice text, "choiceMinutes" integer,
       "autoNext" boolean, "waitingList" boolean, "goneBed" text, "goneMinutes" integer, "searchMinutes" jsonb,
       "insurerMinutes" integer, "reportMinutes" integer, "consultMinutes" integer, "consultOrganisationId" uuid,
       "deskOrganisationId" uuid, "deskPhone" text, "proposedAt" double precision, "proposedBy" text,
       "adoptedAt" double precision)
     on conflict (valid_from) do update set (${AGREEMENT_COLUMNS}) = (select ${AGREEMENT_COLUMNS.split(',')
       .map((column) => `excluded.${column.trim()}`)
       .join(', ')})`,
    list,
  );

/** Adds postcodes, or moves the centre of those that are known. */
export const putPostcodes = (tx: Tx, list: readonly Postcode[]): Promise<void> =>
  putAll(
    tx,
    `insert into region_postcode (pc4, town, lat, lon)
     select pc4, town, lat, lon from jsonb_to_recordset($1::jsonb) as t(pc4 text, town text, lat double precision, lon double precision)
     on conflict (pc4) do update set town = excluded.town, lat = excluded.lat, lon = excluded.lon`,
    list,
  );

/** One who brings in files at a time: two at once would both find a code new. */
export const importAlone = (tx: Tx): Promise<unknown> =>
  rows(tx, 'select pg_advisory_xact_lock($1)', [ALONE.importFile]);
