import { type Day, plusDays } from '#kernel/calendar.ts';
import type { Tx } from '#platform/db/database.ts';
import { first, rows } from '#platform/db/sql.ts';
import { loadLimits } from './store-limits.ts';
import type {
  AdmissionWindow,
  AgreementVersion,
  Duty,
  Organisation,
  OrganisationRecord,
  Postcode,
  Professional,
  RegionLimits,
  Site,
  Unit,
} from './types.ts';

const PROFESSIONAL =
  'id, organisation_id as "organisationId", site_id as "siteId", unit_id as "unitId", name, role, phone';

/** An organisation as the table holds it. */
type KnownOrganisation = OrganisationRecord & Organisation;

/** Everything of the region as the tables hold it. */
export interface RegionRows {
  readonly organisations: readonly KnownOrganisation[];
  readonly sites: readonly Site[];
  readonly units: readonly Unit[];
  readonly windows: readonly AdmissionWindow[];
  readonly duties: readonly Duty[];
  readonly limits: RegionLimits;
  readonly agreements: readonly AgreementVersion[];
  readonly postcodes: readonly Postcode[];
}

/** All organisations, with the numbers they have in care. */
export const loadOrganisations = (tx: Tx): Promise<KnownOrganisation[]> =>
  rows(
    tx,
    'select id, code, name, kind, phone, ura, agb, party, email, publishes from region_organisation order by code',
  );

/** All sites. */
export const loadSites = (tx: Tx): Promise<Site[]> =>
  rows(
    tx,
    'select id, organisation_id as "organisationId", code, name, street, pc4, town, lat, lon, phone, zone from region_site order by code',
  );

/** All units. */
export const loadUnits = (tx: Tx): Promise<Unit[]> =>
  rows(tx, 'select id, site_id as "siteId", code, name, phone, email from region_unit order by code');

/** All admission windows. */
export const loadWindows = (tx: Tx): Promise<AdmissionWindow[]> =>
  rows(
    tx,
    'select site_id as "siteId", product, weekday, opens, closes from region_admission_window order by site_id, weekday, opens, product',
  );

const loadDuties = (tx: Tx, today: Day): Promise<Duty[]> =>
  rows(
    tx,
    `select site_id as "siteId", product, day, half_day as "halfDay" from region_duty
     where day between $1 and $2 order by day, site_id, product, half_day`,
    [plusDays(today, -2), plusDays(today, 30)],
  );

/** All versions of the agreement, proposed ones too, oldest first. */
export const loadAgreements = (tx: Tx): Promise<AgreementVersion[]> =>
  rows(
    tx,
    `select id, valid_from as "validFrom", hold_minutes as "holdMinutes", answer_minutes as "answerMinutes",
       parallel_offers as "parallelOffers", held_offers as "heldOffers", old_after_minutes as "oldAfterMinutes",
       too_old_after_minutes as "tooOldAfterMinutes", silent_after_minutes as "silentAfterMinutes",
       jsonb_build_object('holdMinutes', crisis_hold_minutes, 'answerMinutes', crisis_answer_minutes,
         'parallelOffers', crisis_parallel_offers, 'heldOffers', crisis_held_offers) as crisis,
       crisis_for_all as "crisisForAll", choice, choice_minutes as "choiceMinutes", auto_next as "autoNext",
       waiting_list as "waitingList", gone_bed as "goneBed", gone_minutes as "goneMinutes",
       jsonb_build_object('crisis', search_crisis_minutes, 'today', search_today_minutes,
         'within-72-hours', search_72_hours_minutes, 'planned', search_planned_minutes) as "searchMinutes",
       insurer_minutes as "insurerMinutes", report_minutes as "reportMinutes", consult_minutes as "consultMinutes",
       consult_organisation_id as "consultOrganisationId", desk_organisation_id as "deskOrganisationId",
       desk_phone as "deskPhone", proposed_at as "proposedAt", proposed_by as "proposedBy", adopted_at as "adoptedAt"
     from region_agreement order by valid_from`,
  );

/** All postcodes with their centre points. */
export const loadPostcodes = (tx: Tx): Promise<Postcode[]> =>
  rows(tx, 'select pc4, town, lat, lon from region_postcode order by pc4');

/** The whole region; of the duty roster what matters around this day. */
export const loadRows = async (tx: Tx, today: Day): Promise<RegionRows> => ({
  organisations: await loadOrganisations(tx),
  sites: await loadSites(tx),
  units: await loadUnits(tx),
  windows: await loadWindows(tx),
  duties: await loadDuties(tx, today),
  limits: await loadLimits(tx),
  agreements: await loadAgreements(tx),
  postcodes: await loadPostcodes(tx),
});

/** Everybody who acts for an organisation, in the order they were entered. */
export const loadProfessionals = (tx: Tx): Promise<Professional[]> =>
  rows(tx, `select ${PROFESSIONAL} from region_professional order by id`);

/** One professional; null when unknown. */
export const professionalById = (tx: Tx, id: string): Promise<Professional | null> =>
  first(tx, `select ${PROFESSIONAL} from region_professional where id = $1`, [id]);
