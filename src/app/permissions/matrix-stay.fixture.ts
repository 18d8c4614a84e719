import type { Role } from '#modules/region/types.ts';
import {
  ALL,
  CARERS,
  door,
  GP,
  KEEPERS,
  KEEPING,
  PARTY,
  type Relation,
  type Row,
  region,
  request,
  STAYING,
  TREATING,
  WARDS,
} from './rows.fixture.ts';

const stay = (roles: readonly Role[], reach: readonly Relation[]): Row => ({ roles, about: 'stay', reach });
const handover = (reach: readonly Relation[], noTurn: readonly Relation[]): Row => ({
  roles: CARERS,
  about: 'handover',
  reach,
  noTurn,
});

const family: Row = { roles: [...GP, ...WARDS], about: 'person', reach: ['own', 'accepted', 'care-team'] };

/** The part of the table about stays, handovers and who reads along. */
export const STAY_MATRIX: Readonly<Record<string, Row | readonly Row[]>> = {
  'GET /api/v1/pathways': region(ALL),
  'POST /api/v1/pathways': region(KEEPERS),

  // A stay: where it goes is for every party, what was seen for who treats; the house keeps it.
  'GET /api/v1/stays': region(CARERS),
  'GET /api/v1/contacts': region(WARDS),
  'GET /api/v1/departures': region(KEEPERS),
  'GET /api/v1/delayed-departures': region([...WARDS, ...KEEPERS]),
  'GET /api/v1/hospital-waiting': region(['transfer-nurse']),
  'GET /api/v1/stays/:id': stay(CARERS, STAYING),
  'GET /api/v1/stays/:id/return': stay(CARERS, STAYING),
  'GET /api/v1/requests/:id/outcome': request(CARERS, PARTY),
  'GET /api/v1/stays/:id/observations': stay([...GP, ...WARDS], TREATING),
  'GET /api/v1/stays/:id/answer': stay([...GP, ...WARDS], TREATING),
  'POST /api/v1/stays/:id/wishes': stay([...GP, ...WARDS], TREATING),
  'POST /api/v1/stays/:id/answer/read': stay(GP, ['own']),
  'POST /api/v1/stays/:id/extension': stay(WARDS, KEEPING),
  ...Object.fromEntries(
    [
      'PUT /api/v1/stays/:id/answer',
      'PUT /api/v1/stays/:id/return/:item',
      'POST /api/v1/stays/:id/absence',
      'POST /api/v1/stays/:id/absence/end',
      'POST /api/v1/stays/:id/answer/send',
      'POST /api/v1/stays/:id/barriers',
      'POST /api/v1/stays/:id/barriers/:barrier/change',
      'POST /api/v1/stays/:id/barriers/:barrier/reopen',
      'POST /api/v1/stays/:id/barriers/:barrier/solve',
      'POST /api/v1/stays/:id/care',
      'POST /api/v1/stays/:id/contacts/:days',
      'POST /api/v1/stays/:id/contacts/stop',
      'POST /api/v1/stays/:id/expected-end',
      'POST /api/v1/stays/:id/gp',
      'POST /api/v1/stays/:id/medication',
      'POST /api/v1/stays/:id/medication/:change/reason',
      'POST /api/v1/stays/:id/meetings',
      'POST /api/v1/stays/:id/meetings/:meeting/cancel',
      'POST /api/v1/stays/:id/meetings/:meeting/hold',
      'POST /api/v1/stays/:id/meetings/:meeting/plan',
      'POST /api/v1/stays/:id/observations',
      'POST /api/v1/stays/:id/observations/:observation/withdraw',
      'POST /api/v1/stays/:id/ready',
      'POST /api/v1/stays/:id/retriage',
      'POST /api/v1/stays/:id/tasks',
      'POST /api/v1/stays/:id/tasks/:task/done',
      'POST /api/v1/stays/:id/tasks/:task/skip',
      'POST /api/v1/stays/:id/tasks/:task/undone',
    ].map((route) => [route, stay(WARDS, KEEPING)]),
  ),

  // A handover is of two, who sends and who receives: here the house of the stay, and the practice.
  'GET /api/v1/handovers': region(CARERS),
  // A party that neither sends nor receives is told that there is none for them.
  'GET /api/v1/stays/:id/handover': stay(CARERS, STAYING),
  'PUT /api/v1/stays/:id/handover': stay(CARERS, KEEPING),
  'POST /api/v1/stays/:id/handover/send': stay(CARERS, KEEPING),
  'GET /api/v1/requests/:id/handover': request(CARERS, PARTY),
  'PUT /api/v1/requests/:id/handover': request(CARERS, ['own']),
  'POST /api/v1/requests/:id/handover/send': request(CARERS, ['own']),
  'GET /api/v1/handovers/:id': handover(TREATING, []),
  'GET /api/v1/handovers/:id/page': handover(TREATING, []),
  'GET /api/v1/handovers/:id/files/:file': handover(TREATING, []),
  'POST /api/v1/handovers/:id/files': handover(KEEPING, []),
  'POST /api/v1/handovers/:id/files/:file/remove': handover(KEEPING, []),
  'POST /api/v1/handovers/:id/confirm': handover(['own'], ['care-team']),
  'POST /api/v1/handovers/:id/confirm-by-phone': handover(['care-team'], ['own']),
  'POST /api/v1/handovers/:id/revoke': handover(['care-team'], ['own']),

  // One relative reads along: invited by the house or the practice; what the relative sees opens with their own link.
  'GET /api/v1/own/family': door,
  'GET /api/v1/own/live': door,
  'GET /api/v1/own/stay': door,
  'POST /api/v1/own/family': door,
  'POST /api/v1/own/family/revoke': door,
  'GET /api/v1/persons/:id/family': family,
  'POST /api/v1/persons/:id/family': family,
  'POST /api/v1/persons/:id/family/link': family,
  'POST /api/v1/persons/:id/family/revoke': family,
};
