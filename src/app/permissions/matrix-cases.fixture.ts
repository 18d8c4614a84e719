import type { Role } from '#modules/region/types.ts';
import { door, GP, type Relation, type Row, region } from './rows.fixture.ts';

/** What a practice sees of its own people is nobody else's: not of the desk, not of who steers the region. */
const signal = (roles: readonly Role[]): Row => ({ roles, about: 'signal', reach: ['own'] });

/** Who helps people, in care or beside it. */
const HELPING: readonly Role[] = [
  ...GP,
  'transfer-nurse',
  'ward',
  'elderly-doctor',
  'specialist',
  'welfare-worker',
];
/** Here the practice coordinates, and the house that said yes helps, on a yes of the person to it. */
const IN_IT: readonly Relation[] = ['own', 'accepted'];
const inCase: Row = { roles: HELPING, about: 'case', reach: IN_IT };
/** Who is in it, and what they may see, only the coordinator says. */
const leads: Row = { roles: HELPING, about: 'case', reach: ['own'], noTurn: ['accepted'] };

/** The part of the table about questions that come back and shared cases. */
export const CASES_MATRIX: Readonly<Record<string, Row>> = {
  'POST /api/v1/contacts': region(GP),
  'POST /api/v1/import/contacts': region(GP),
  'GET /api/v1/recurring': region(GP),
  'POST /api/v1/recurring/:id/look': signal(GP),
  'POST /api/v1/recurring/:id/ask': signal(GP),
  'POST /api/v1/recurring/:id/settle': signal(GP),
  'POST /api/v1/recurring/:id/aside': signal(GP),

  'GET /api/v1/cases': region(HELPING),
  'POST /api/v1/cases': region(HELPING),
  'GET /api/v1/cases/:id': inCase,
  'POST /api/v1/cases/:id/helpers': leads,
  'PUT /api/v1/cases/:id/helpers/:helper': leads,
  'POST /api/v1/cases/:id/helpers/:helper/leave': inCase,
  'POST /api/v1/cases/:id/actions': inCase,
  'POST /api/v1/cases/:id/actions/:action/settle': inCase,
  'POST /api/v1/cases/:id/messages': inCase,
  'POST /api/v1/cases/:id/end': leads,
  // At the door of the person, by their own link.
  'GET /api/v1/own/cases': door,
  'POST /api/v1/own/cases/:id/actions/:action/settle': door,
  'GET /api/v1/cases/:id/meetings': inCase,
  'POST /api/v1/cases/:id/meetings': inCase,
  'GET /api/v1/cases/:id/meetings/:meeting': inCase,
  'GET /api/v1/cases/:id/meetings/:meeting/invitation': inCase,
  'POST /api/v1/cases/:id/meetings/:meeting/cancel': inCase,
  'POST /api/v1/cases/:id/meetings/:meeting/print': inCase,
  'POST /api/v1/cases/:id/meetings/:meeting/lines': inCase,
  'POST /api/v1/cases/:id/meetings/:meeting/lines/:line/action': inCase,
  'POST /api/v1/cases/:id/meetings/:meeting/lines/:line/decision': inCase,
};
