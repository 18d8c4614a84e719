import { PATHWAYS_V1 } from '#modules/stay/decide/pathways-v1.ts';
import { newId } from '#platform/db/ids.ts';
import { togetherOf } from './bodies-together.fixture.ts';
import type { Ids } from './stay-world.fixture.ts';
import { NOW } from './world.fixture.ts';

const LATER = new Date(NOW + 3_600_000).toISOString();
const CSV = { 'content-type': 'text/csv' };
const BED = { reason: 'recovery', weight: 'high' };

/** Rules that change nothing: only who proposes is asked about. */
const RULES = {
  ...{
    answerMinutes: 45,
    holdMinutes: 45,
    parallelOffers: 3,
    heldOffers: 2,
    autoNext: false,
    crisisForAll: false,
  },
  crisis: { answerMinutes: 15, holdMinutes: 15, parallelOffers: 3, heldOffers: 2 },
  ...{ choice: 'first', choiceMinutes: 60, goneBed: 'provider', goneMinutes: 60, waitingList: true },
  searchMinutes: { crisis: 60, today: 120, 'within-72-hours': 480, planned: 1440 },
  ...{ insurerMinutes: 240, reportMinutes: 480, oldAfterMinutes: 240, tooOldAfterMinutes: 720 },
  ...{ silentAfterMinutes: 15, consultMinutes: 60, consultOrganisationId: null, deskPhone: '0592-00 41 00' },
};

const TOKEN = 'x'.repeat(43);
const [PASSWORD, CODE] = ['een heel lang wachtwoord', '123456'];

/** What doors are asked with, by somebody who has nothing that opens them. */
const DOORS: Readonly<Record<string, unknown>> = {
  'POST /api/v1/sign-in/passkey': { response: {} },
  'POST /api/v1/sign-in/password': { email: 'iemand@voorbeeld.nl', password: PASSWORD },
  'POST /api/v1/sign-in/recovery': { code: 'abcd-efgh-ijkl' },
  'POST /api/v1/sign-in/totp': { code: CODE },
  'POST /api/v1/invitations/accept': { token: TOKEN, password: PASSWORD },
  'POST /api/v1/invitations/look': { token: TOKEN },
  'POST /api/v1/invitations/provider': { token: TOKEN, provider: 'geen' },
  'POST /api/v1/account/passkeys': { name: 'sleutel', response: {} },
  'POST /api/v1/account/totp/confirm': { code: CODE },
  'POST /api/v1/account/confirm': { code: CODE },
  'POST /api/v1/account/hat': { professionalId: newId() },
  'POST /api/v1/account/password': { current: PASSWORD, password: `${PASSWORD}!` },
  'POST /api/v1/accounts/:id/reset': { reason: 'telefoon verloren', checked: true },
  'POST /api/v1/accounts/invitations': { email: 'iemand@voorbeeld.nl', name: 'Iemand', role: 'ward' },
  'POST /api/v1/emergency': {
    ...{ name: 'Niemand Hier', birthDate: '1931-01-01' },
    reason: 'Benauwd, geen tijd om te vragen',
  },
  'POST /api/v1/own/answers': { kind: 'wrong', text: 'Dit klopt niet.' },
  'POST /api/v1/own/code': { token: TOKEN, birthDate: '1941-05-02' },
  'POST /api/v1/own/session': { token: TOKEN, code: CODE },
  'POST /api/v1/moments/open': { token: TOKEN },
  'POST /api/v1/outlook/shared': { token: TOKEN },
  'POST /api/v1/moments/answer': { token: TOKEN, answer: 'comes' },
};

const VISIT = { name: 'Els Zangvogel', relation: 'daughter' };

const { product: OF, version: _, ...PATHWAY } = PATHWAYS_V1['elv-low'];

/** What is said about a stay, so that nothing in the form holds it up. */
const STAYS: Readonly<Record<string, unknown>> = {
  'POST /api/v1/pathways': { product: OF, reason: 'Zo afgesproken', body: PATHWAY },
  'PUT /api/v1/stays/:id/answer': { seen: 'x', finding: 'x', advice: 'x', followUp: 'x' },
  'PUT /api/v1/stays/:id/return/:item': { state: 'asked' },
  'POST /api/v1/persons/:id/family': { ...VISIT, saidBy: 'person' },
  'POST /api/v1/own/family': VISIT,
  'POST /api/v1/handovers/:id/confirm': { doctor: 'dr. Oefen' },
  'POST /api/v1/handovers/:id/confirm-by-phone': { spoke: 'zr. Oefen', doctor: 'dr. Oefen' },
  'POST /api/v1/handovers/:id/files': { name: 'brief.txt', content: 'aGFsbG8=' },
  'POST /api/v1/stays/:id/absence': { reason: 'leave' },
  'POST /api/v1/stays/:id/answer/read': { number: 1 },
  'POST /api/v1/stays/:id/barriers': { code: 'aids', owner: 'supplier', due: '2026-12-02' },
  'POST /api/v1/stays/:id/barriers/:barrier/change': { owner: 'ward', due: '2026-12-03' },
  'POST /api/v1/stays/:id/barriers/:barrier/reopen': { due: '2026-12-03' },
  'POST /api/v1/stays/:id/care': { product: 'elv-low' },
  'POST /api/v1/stays/:id/contacts/:days': { byName: 'Oefen', reached: false },
  'POST /api/v1/stays/:id/contacts/stop': { reason: 'wish' },
  'POST /api/v1/stays/:id/expected-end': { until: LATER },
  'POST /api/v1/stays/:id/extension': {
    ...{ untilDay: '2027-04-01', reason: 'De woning is niet klaar', decidedBy: 'dr. Oefen' },
    role: 'elderly-doctor',
  },
  'POST /api/v1/stays/:id/medication': { medicine: 'paracetamol', change: 'started' },
  'POST /api/v1/stays/:id/medication/:change/reason': { reason: 'Gaf duizelingen' },
  'POST /api/v1/stays/:id/meetings': { plannedAt: LATER },
  'POST /api/v1/stays/:id/meetings/:meeting/cancel': { reason: 'Niet nodig' },
  'POST /api/v1/stays/:id/meetings/:meeting/hold': { present: ['Oefen'] },
  'POST /api/v1/stays/:id/meetings/:meeting/plan': { plannedAt: LATER },
  'POST /api/v1/stays/:id/observations': { kind: 'note', seenBy: 'nurse', text: 'Sliep goed' },
  'POST /api/v1/stays/:id/observations/:observation/withdraw': { reason: 'Was een ander' },
  'POST /api/v1/stays/:id/ready': { readyDay: null, wlzDecision: false },
  'POST /api/v1/stays/:id/retriage': { product: 'elv-high' },
  'POST /api/v1/stays/:id/tasks': { day: '2026-11-25', label: 'Wegen' },
  'POST /api/v1/stays/:id/tasks/:task/skip': { reason: 'Niet nodig' },
  'POST /api/v1/stays/:id/wishes': { kind: 'goal', text: 'Naar huis' },
};

const ORDER = {
  ...{ specialistName: 'dr. Oefen', specialistPhone: '0592001720', visits: 1, dose: '60 mg' },
  ...{
    fromDay: '2026-11-23',
    latestDay: '2026-12-20',
    validUntil: '2027-05-01',
    stopRule: 'Niet bij koorts',
  },
};

const placeOf = (ids: Ids) => ({
  ...{ halfDayId: ids['half-day'], start: 60, chairs: [newId()], nurseId: ids['nurse'] },
});

const daysOf = (ids: Ids): Readonly<Record<string, unknown>> => ({
  'POST /api/v1/orders': {
    ...{ ...ORDER, siteOrg: ids['house'], treatment: 'denosumab' },
    person: { name: 'Nieuw', birthDate: '1940-01-01', sex: 'male' },
  },
  'PUT /api/v1/orders/:id': { ...ORDER, siteOrg: ids['house'] },
  'POST /api/v1/orders/:id/drug': { visit: ids['visit'], readyAt: LATER },
  'POST /api/v1/orders/:id/lab': { on: '2026-11-20', ok: true },
  'POST /api/v1/orders/:id/stop': { reason: 'Niet meer nodig' },
  'POST /api/v1/treatments/:code/end': { reason: 'Niet meer nodig' },
  'PUT /api/v1/day-rooms/:id': { chairs: [{ code: 'S1', room: 'treatment' }] },
  'PUT /api/v1/day-rooms/:id/openings': { from: '2026-12-01', week: [] },
  'POST /api/v1/day-rooms/:id/nurses': { name: 'A. Visser', initials: 'AV' },
  'PUT /api/v1/nurses/:id': { name: 'B. Visser', initials: 'BV', competences: [] },
  'PUT /api/v1/day-rooms/:id/rota': { halfDays: [{ id: newId(), version: 1, nurses: [] }] },
  'POST /api/v1/nurses/:id/away': { from: '2026-11-30', why: 'leave' },
  'POST /api/v1/nurses/:id/back': { away: newId(), from: '2026-11-30' },
  'POST /api/v1/half-days/:id/acts': {
    acts: [
      {
        ...{ id: newId(), visitId: ids['visit'], kind: 'measured', at: '2026-11-30T08:31:00Z' },
        body: { pulse: 72 },
      },
    ],
  },
  'POST /api/v1/day-rooms/:id/plans': { from: '2026-11-30', until: '2026-12-07' },
  'POST /api/v1/visits/:id/plan': placeOf(ids),
  'POST /api/v1/visits/:id/move': placeOf(ids),
  'POST /api/v1/visits/:id/lock': { locked: true },
  'POST /api/v1/visits/:id/called': { answer: 'comes' },
  'PUT /api/v1/orders/:id/reach': { email: null },
  'POST /api/v1/half-days/:id/absent': { nurse: ids['nurse'], why: 'ill' },
  'POST /api/v1/half-days/:id/close': { reason: 'other' },
  'PUT /api/v1/half-days/:id/shift': { nurses: [] },
});

/** What is tried and set about what is coming. */
const AHEAD: Readonly<Record<string, unknown>> = {
  'POST /api/v1/outlook/scenarios': { name: 'A', levers: { product: null }, seed: 1, years: 1, rows: [] },
  'PATCH /api/v1/outlook/scenarios/:id': { name: 'B' },
  'POST /api/v1/outlook/scenarios/:id/share': { days: 7 },
  'PUT /api/v1/outlook/thresholds': {
    ...{ kind: 'no-place-ahead', product: 'grz', on: true, figure: 0.5, days: 3, version: 0 },
  },
  'PUT /api/v1/outlook/prices': { prices: [{ code: 'bed-day', euros: 1, source: 'x', year: 2026 }] },
};

/** What each command is asked with, so that the door and not the form answers; what is not here gets `{}`. */
export const bodyOf = (route: string, ids: Ids): unknown => {
  const bodies: Readonly<Record<string, unknown>> = {
    ...DOORS,
    ...STAYS,
    ...daysOf(ids),
    ...togetherOf(ids),
    ...AHEAD,
    'POST /api/v1/stays/:id/gp': { organisationId: ids['house'] },
    'PUT /api/v1/emergency/setting': { on: true },
    'POST /api/v1/links/:token': { close: 1 },
    'POST /api/v1/session': { role: ids['nobody'] },
    'POST /api/v1/prints': { page: 'requests', requests: [] },
    'POST /api/v1/proposals': BED,
    'POST /api/v1/requests': {
      ...{ ...BED, callbackPhone: '0592001720', second: true },
      person: { name: 'Nieuw', birthDate: '1940-01-01', sex: 'male' },
    },
    'POST /api/v1/requests/running': { birthDate: '1941-05-02', name: 'Anna Kanarie' },
    'POST /api/v1/holds': { placeId: ids['place'], product: 'elv-high' },
    'POST /api/v1/webhooks': { url: 'https://93.184.215.14/daar', topics: ['request'] },
    'POST /api/v1/agreement/versions': { validFrom: '2027-01-01', rules: RULES },
    'POST /api/v1/followed-regions': { name: 'Buren', url: 'https://example.org/capacity.json' },
    'POST /api/v1/organisation/publishes': { publishes: false },
    'POST /api/v1/persons/:id/consents': { purpose: 'hand-over' },
    'PATCH /api/v1/persons/:id': { pc4: '9405' },
    'POST /api/v1/requests/:id/looking': { doing: 'looking' },
    'POST /api/v1/requests/:id/escalate': { rung: 'insurer' },
    'POST /api/v1/requests/:id/documents': { kind: 'letter', name: 'brief.txt', content: 'aGFsbG8=' },
    'POST /api/v1/requests/:id/messages': { text: 'Komt er nog iets?', organisationId: ids['house'] },
    'POST /api/v1/requests/:id/offers': { placeId: ids['place'] },
    'POST /api/v1/requests/:id/triage': { version: 1, answers: [] },
    'POST /api/v1/requests/:id/consult': { question: '' },
    'POST /api/v1/requests/:id/consult/answer': { route: 'elv-high', text: 'Behandeling' },
    'POST /api/v1/requests/:id/plan': { arrivalFrom: LATER },
    'POST /api/v1/requests/:id/transport': { by: 'taxi' },
    'POST /api/v1/requests/:id/close': { reason: 'withdrawn', code: 'wish' },
    'PUT /api/v1/review/homes': { homes: [] },
    'POST /api/v1/review/alerts/:id/verdict': { verdict: 'proper', reason: 'Hoorde bij het werk' },
    'POST /api/v1/offers/:id/accept': { doctor: 'dr. Oefen' },
    'POST /api/v1/offers/:id/alternative': { from: LATER, text: '' },
    'POST /api/v1/offers/:id/refuse': { code: 'other' },
    'POST /api/v1/claims/:id/departure': { destination: 'home' },
    'POST /api/v1/claims/:id/expected-end': { until: LATER },
    'POST /api/v1/claims/:id/move': { placeId: ids['place'] },
    'POST /api/v1/hospitals/:id/loads': { kind: 'emergency', value: 3 },
    'POST /api/v1/hospitals/:id/stop': { kind: 'emergency', reason: 'full', until: LATER },
    'POST /api/v1/hospitals/:id/stop/end': { kind: 'emergency' },
    'POST /api/v1/mail-addresses': { organisationId: ids['house'], unitId: ids['unit'], email: null },
    'POST /api/v1/places/:id/products': { products: ['elv-low'] },
    'POST /api/v1/rooms/:id': { sex: 'any' },
    'POST /api/v1/teams/:id/count': { free: 1 },
    'POST /api/v1/units/:id/closures': { places: 1, reason: 'maintenance', until: LATER },
    'POST /api/v1/units/:id/counts': { counts: [{ product: 'elv-high', free: 1 }] },
    'POST /api/v1/units/:id/doubts': { product: 'elv-high' },
    'POST /api/v1/day-rooms/:id/growth': { levers: {} },
    'PUT /api/v1/units/:id/report': { kind: 'beds' },
    'PUT /api/v1/units/:id/roster': { week: [{ weekday: 1, halfDay: 'morning', staffed: 4 }] },
    'PUT /api/v1/units/:id/staffing': { day: '2026-11-24', halfDay: 'morning', staffed: 4 },
  };
  if (/^POST .*\/import\/(?!hsds)/.test(route)) return 'organisation_code,organisation_name,kind,phone\n';
  if (route === 'POST /api/v1/day-treatment/list') return 'number;treatment;given;visits\n';
  return bodies[route] ?? {};
};

/** What a command brings along: which version it saw, and what kind of file it is. */
export const headersOf = (route: string): Readonly<Record<string, string>> =>
  /\/(import\/(?!hsds)|day-treatment\/list)/.test(route)
    ? CSV
    : { 'if-match': /^PUT .*\/handover$/.test(route) ? '"0"' : '"1"' };

/** What must be asked after the `?`. */
export const queryOf = (route: string, ids: Ids): string => {
  if (route === 'GET /api/v1/board/why') return `?site=${ids['site']}&product=elv-high`;
  if (route.endsWith('/outlook/forecast')) return '?product=elv-high';
  if (route === 'GET /api/v1/history/then') return '?at=2026-11-23T07:00:00Z';
  if (route === 'GET /api/v1/history/list') return '?of=asked&product=elv-high&days=30';
  if (route === 'GET /api/v1/history/products') return '?product=elv-high';
  if (route.endsWith('/day-rooms/:id/figures')) return '?from=2026-11-23&until=2026-11-30';
  return route.endsWith('/day-rooms/:id/week') ? '?from=2026-11-30' : '';
};
