/** What happens to a row about somebody who is made unknown. */
type Erasing = 'stays' | 'goes' | { readonly set: string };

/** A table with something about a person, how to find it ($1 is the person), and what erasing does with it. */
export interface PersonTable {
  readonly table: string;
  readonly where: string;
  readonly erasing: Erasing;
}

const REQUESTS = 'select request_id from placement_person where person_id = $1';
const BY_REQUEST = `request_id in (${REQUESTS})`;
const STAYS = 'select id from stay_stay where person_id = $1';
const BY_STAY = `stay_id in (${STAYS})`;
const BY_HANDOVER = 'handover_id in (select id from stay_handover where person_id = $1)';

/** A text somebody wrote, where the fact that they did stays. */
const blanked = (...columns: readonly string[]): string =>
  columns.map((column) => `${column} = case when ${column} is null then null else 'gewist' end`).join(', ');

/** What is kept of a stay: days, codes and outcomes, from which the region counts. What was said and seen goes. */
const STAY_TABLES: readonly PersonTable[] = [
  { table: 'stay_handover_file', where: BY_HANDOVER, erasing: 'goes' },
  { table: 'stay_handover_sent', where: BY_HANDOVER, erasing: { set: "sections = '{}'" } },
  {
    table: 'stay_handover',
    where: `person_id = $1 or ${BY_REQUEST}`,
    erasing: { set: `sections = '{}', to_phone = null, ${blanked('to_name', 'to_doctor', 'received_by')}` },
  },
  { table: 'stay_wish', where: BY_STAY, erasing: 'goes' },
  {
    table: 'stay_task',
    where: BY_STAY,
    erasing: { set: `label = 'gewist', ${blanked('done_by', 'skipped')}` },
  },
  {
    table: 'stay_observation',
    where: BY_STAY,
    erasing: { set: `measured = '{}', text = '', name = 'gewist', ${blanked('withdrawn_reason')}` },
  },
  { table: 'stay_medication', where: BY_STAY, erasing: 'goes' },
  { table: 'stay_answer', where: BY_STAY, erasing: 'goes' },
  { table: 'stay_barrier', where: BY_STAY, erasing: { set: "owner_name = null, note = ''" } },
  {
    table: 'stay_meeting',
    where: BY_STAY,
    erasing: {
      set: `present = '{}', care = '', treatment = '', agreed = '', by_name = null, ${blanked('cancelled')}`,
    },
  },
  { table: 'stay_extension', where: BY_STAY, erasing: { set: "reason = 'gewist', decided_by = 'gewist'" } },
  { table: 'stay_return', where: BY_STAY, erasing: { set: "who = '', note = ''" } },
  { table: 'stay_contact', where: BY_STAY, erasing: { set: `words = '', ${blanked('by_name')}` } },
  { table: 'stay_retriage', where: BY_STAY, erasing: 'stays' },
  { table: 'stay_absence', where: BY_STAY, erasing: 'stays' },
  { table: 'stay_course', where: BY_STAY, erasing: 'stays' },
  { table: 'stay_stay', where: 'person_id = $1', erasing: 'stays' },
];

const ORDERS = 'select id from day_treatment_order where person_id = $1';
const VISITS = `select id from day_treatment_visit where order_id in (${ORDERS})`;

const TALKS = 'select id from social_conversation where person_id = $1';
const BY_TALK = `conversation_id in (${TALKS})`;

/** The conversation is the person's: with them it goes. It hangs on their yes, so it goes first. */
const TALK_TABLES: readonly PersonTable[] = [
  {
    table: 'social_carer',
    where: `network_id in (select id from social_network where ${BY_TALK})`,
    erasing: 'goes',
  },
  { table: 'social_network', where: BY_TALK, erasing: 'goes' },
  { table: 'social_conversation_share', where: BY_TALK, erasing: 'goes' },
  { table: 'social_conversation_part', where: BY_TALK, erasing: 'goes' },
  { table: 'social_conversation', where: 'person_id = $1', erasing: 'goes' },
];

/** What a practice saw of somebody by their BSN goes. Of a case stays that there was one, and who helped. */
const KNOWN = 'select id from cases_known where person_id = $1';
const BY_CASE = 'case_id in (select id from cases_case where person_id = $1)';
const CASES_TABLES: readonly PersonTable[] = [
  { table: 'cases_signal', where: `known_id in (${KNOWN})`, erasing: 'goes' },
  { table: 'cases_contact', where: `known_id in (${KNOWN})`, erasing: 'goes' },
  { table: 'cases_known', where: 'person_id = $1', erasing: 'goes' },
  { table: 'cases_question', where: BY_CASE, erasing: 'goes' },
  { table: 'cases_message', where: BY_CASE, erasing: 'goes' },
  { table: 'cases_note_act', where: BY_CASE, erasing: 'goes' },
  { table: 'cases_note_line', where: BY_CASE, erasing: 'goes' },
  { table: 'cases_meeting', where: BY_CASE, erasing: 'stays' },
  { table: 'cases_action', where: BY_CASE, erasing: { set: `what = 'gewist', ${blanked('why')}` } },
  { table: 'cases_ending', where: BY_CASE, erasing: { set: "learned = 'gewist'" } },
  { table: 'cases_helper', where: BY_CASE, erasing: 'stays' },
  { table: 'cases_case', where: 'person_id = $1', erasing: 'stays' },
];

const BY_REFERRAL = 'referral_id in (select id from social_referral where person_id = $1)';
/** Of a referral stays that there was one, between whom, and what came of it in codes. Links to it open nothing any more. */
const SOCIAL_TABLES: readonly PersonTable[] = [
  { table: 'social_helper_session', where: BY_REFERRAL, erasing: 'goes' },
  {
    table: 'social_helper_code',
    where: `link_id in (select id from social_helper_link where ${BY_REFERRAL})`,
    erasing: 'goes',
  },
  { table: 'social_helper_link', where: BY_REFERRAL, erasing: 'goes' },
  {
    table: 'social_referral_step',
    where: BY_REFERRAL,
    erasing: { set: blanked('words') },
  },
  { table: 'social_referral', where: 'person_id = $1', erasing: { set: "question = 'gewist', need = null" } },
];

/** What is kept of a treatment near home: which, when and where, from which the region counts. What was written and measured goes. */
const DAY_TABLES: readonly PersonTable[] = [
  {
    table: 'day_treatment_act',
    where: `visit_id in (${VISITS})`,
    erasing: { set: "body = '{}', by_name = 'gewist'" },
  },
  { table: 'day_treatment_telling', where: `visit_id in (${VISITS})`, erasing: { set: blanked('words') } },
  { table: 'day_treatment_reach', where: 'person_id = $1', erasing: 'goes' },
  {
    table: 'day_treatment_visit',
    where: `order_id in (${ORDERS})`,
    erasing: { set: blanked('ended_why') },
  },
  {
    table: 'day_treatment_signature',
    where: `order_id in (${ORDERS})`,
    erasing: { set: "content = '{}', signed_by = 'gewist'" },
  },
  {
    table: 'day_treatment_order',
    where: 'person_id = $1',
    erasing: {
      set: `dose = 'gewist', stop_rule = 'gewist', limits = null, weight_kg = null, lab_on = null, lab_ok = null,
        specialist_name = 'gewist', specialist_phone = 'gewist', ${blanked('stop_reason')}`,
    },
  },
];

/** Columns that let somebody in or are locked: they are never told, not even to the person. */
export const SECRET_COLUMNS = ['token_hash', 'code_hash', 'bsn_sealed', 'bsn_mark'] as const;

/**
 * Every table with something about a person, in the order in which erasing can go. What stays holds ids, codes and
 * moments: the proof of who did what, and the counts of the region. What somebody wrote or is called goes.
 */
export const PERSON_TABLES: readonly PersonTable[] = [
  { table: 'people_own_session', where: 'person_id = $1', erasing: 'goes' },
  {
    table: 'people_door_code',
    where: 'door_id in (select id from people_door where person_id = $1)',
    erasing: 'goes',
  },
  { table: 'people_door', where: 'person_id = $1', erasing: 'goes' },
  { table: 'people_relative', where: 'person_id = $1', erasing: 'goes' },
  { table: 'people_answer', where: 'person_id = $1', erasing: 'goes' },
  ...TALK_TABLES,
  { table: 'people_consent', where: 'person_id = $1', erasing: 'goes' },
  {
    table: 'people_emergency',
    where: 'person_id = $1',
    erasing: { set: "reason = 'gewist met het dossier'" },
  },
  {
    table: 'people_relation',
    where: 'person_id = $1',
    erasing: { set: 'ended_at = coalesce(ended_at, greatest(since, $2::timestamptz))' },
  },
  {
    table: 'review_verdict',
    where: 'alert_id in (select id from review_alert where person_id = $1)',
    erasing: { set: "reason = 'gewist met het dossier'" },
  },
  {
    table: 'review_alert_look',
    where: 'alert_id in (select id from review_alert where person_id = $1)',
    erasing: 'stays',
  },
  { table: 'review_alert', where: 'person_id = $1', erasing: 'stays' },
  ...STAY_TABLES,
  ...DAY_TABLES,
  ...CASES_TABLES,
  ...SOCIAL_TABLES,
  { table: 'placement_message', where: BY_REQUEST, erasing: 'goes' },
  { table: 'placement_document', where: `person_id = $1 or ${BY_REQUEST}`, erasing: 'goes' },
  { table: 'placement_triage_text', where: BY_REQUEST, erasing: 'goes' },
  { table: 'placement_answer', where: BY_REQUEST, erasing: 'stays' },
  { table: 'placement_triage', where: BY_REQUEST, erasing: 'stays' },
  { table: 'placement_consult', where: BY_REQUEST, erasing: 'stays' },
  { table: 'placement_escalation', where: BY_REQUEST, erasing: 'stays' },
  { table: 'placement_responsibility', where: `person_id = $1 or ${BY_REQUEST}`, erasing: 'stays' },
  {
    table: 'placement_offer',
    where: `person_id = $1 or ${BY_REQUEST}`,
    erasing: {
      set: "refusal_text = null, extra_reason = case when extra_reason is null then null else 'gewist' end",
    },
  },
  {
    table: 'placement_request',
    where: `id in (${REQUESTS})`,
    erasing: { set: "language = null, uzovi = null, needs = '{}', traits = '{}'" },
  },
  { table: 'capacity_claim', where: `subject = $1 or subject in (${VISITS})`, erasing: 'stays' },
  { table: 'platform_access', where: 'person_id = $1', erasing: 'stays' },
  {
    table: 'platform_diary',
    where: `subject = $1 or subject in (${REQUESTS}) or subject in (${STAYS}) or subject in (${ORDERS})`,
    erasing: 'stays',
  },
  {
    table: 'placement_person',
    where: 'person_id = $1',
    erasing: {
      set: `callback_phone = '', remarks = '', wish = '', home_pc4 = null, partner_pc4 = null, area_pc4 = null,
        elsewhere_place = null`,
    },
  },
  {
    table: 'people_person',
    where: 'id = $1',
    erasing: {
      set: `name = 'gewist', birth_date = '1900-01-01', sex = 'unknown', bsn_sealed = null, bsn_mark = null, pc4 = null,
        phone = null, gp_name = null, kin_name = null, kin_phone = null, version = version + 1,
        erased_at = $2::timestamptz`,
    },
  },
];
