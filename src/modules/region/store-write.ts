import type { Tx } from '#platform/db/database.ts';
import { newId } from '#platform/db/ids.ts';
import { rows } from '#platform/db/sql.ts';
import type {
  AdmissionWindow,
  Agreement,
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
    `insert into region_organisation (id, code, name, kind, ura, agb, phone)
     select id, code, name, kind, ura, agb, phone
     from jsonb_to_recordset($1::jsonb) as t(id uuid, code text, name text, kind text, ura text, agb text, phone text)
     on conflict (id) do update set code = excluded.code, name = excluded.name, kind = excluded.kind, ura = excluded.ura,
       agb = excluded.agb, phone = excluded.phone`,
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
    `insert into region_unit (id, site_id, code, name, phone)
     select id, "siteId", code, name, phone
     from jsonb_to_recordset($1::jsonb) as t(id uuid, "siteId" uuid, code text, name text, phone text)
     on conflict (id) do update set code = excluded.code, name = excluded.name, phone = excluded.phone`,
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

/** Records agreements; the one that begins on the same day is replaced. */
export const putAgreements = (tx: Tx, list: readonly Agreement[]): Promise<void> =>
  putAll(
    tx,
    `insert into region_agreement (id, valid_from, hold_minutes, answer_minutes, parallel_offers, held_offers, old_after_minutes,
       too_old_after_minutes, silent_after_minutes, desk_organisation_id, desk_phone)
     select id, "validFrom", "holdMinutes", "answerMinutes", "parallelOffers", "heldOffers", "oldAfterMinutes",
       "tooOldAfterMinutes", "silentAfterMinutes", "deskOrganisationId", "deskPhone"
     from jsonb_to_recordset($1::jsonb) as t(id uuid, "validFrom" date, "holdMinutes" integer, "answerMinutes" integer,
       "parallelOffers" integer, "heldOffers" integer, "oldAfterMinutes" integer, "tooOldAfterMinutes" integer,
       "silentAfterMinutes" integer, "deskOrganisationId" uuid, "deskPhone" text)
     on conflict (valid_from) do update set hold_minutes = excluded.hold_minutes, answer_minutes = excluded.answer_minutes,
       parallel_offers = excluded.parallel_offers, held_offers = excluded.held_offers,
       old_after_minutes = excluded.old_after_minutes, too_old_after_minutes = excluded.too_old_after_minutes,
       silent_after_minutes = excluded.silent_after_minutes, desk_organisation_id = excluded.desk_organisation_id,
       desk_phone = excluded.desk_phone`,
    list.map((agreement) => ({ id: newId(), ...agreement })),
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
export const importAlone = (tx: Tx): Promise<unknown> => rows(tx, 'select pg_advisory_xact_lock(7236402)');
