import type { Role } from '#modules/region/types.ts';
import { ALL, DAY, door, EVERYBODY, GP, HOUSE, type Relation, type Row, region } from './rows.fixture.ts';

const order = (roles: readonly Role[], reach: readonly Relation[]): Row => ({ roles, about: 'order', reach });

/** Who ordered (here the practice that sent somebody), and the house that gives it. */
const PARTIES: readonly Relation[] = ['own', 'care-team'];

/** A room, its half-days and nurses are the house's to keep; that it is another's, its address says to everybody. */
const ofRoom = (roles: readonly Role[]): Row => ({ roles, about: 'unit', reach: HOUSE, others: 'not-yours' });
const inRoom = (roles: readonly Role[], about: 'half-day' | 'nurse' | 'visit' | 'plan'): Row => ({
  roles,
  about,
  reach: HOUSE,
});
const PLANNER: readonly Role[] = ['day-planner'];

/** The part of the table about treatment near home. */
export const DAY_MATRIX: Readonly<Record<string, Row | readonly Row[]>> = {
  'GET /api/v1/treatments': region(ALL),
  'POST /api/v1/treatments/:code/end': region(['specialist']),
  'POST /api/v1/treatments/:code/sign': region(['specialist']),

  // An order is the hospital's to write and to stop; the house that gives it reads it and says when the medicine is there.
  'GET /api/v1/orders': region([...DAY, ...GP]),
  'POST /api/v1/orders': region(['specialist']),
  'GET /api/v1/orders/:id': order([...DAY, ...GP], PARTIES),
  'GET /api/v1/orders/:id/record': order([...DAY, ...GP], PARTIES),
  'PUT /api/v1/orders/:id': order(['specialist'], ['own']),
  'POST /api/v1/orders/:id/discard': order(['specialist'], ['own']),
  'POST /api/v1/orders/:id/drug': order(DAY, PARTIES),
  'POST /api/v1/orders/:id/lab': order(['specialist'], ['own']),
  'POST /api/v1/orders/:id/sign': order(['specialist'], ['own']),
  'POST /api/v1/orders/:id/stop': order(['specialist'], ['own']),

  // Where and when is no secret; whose a visit is, only who treats reads in the week.
  'GET /api/v1/day-rooms': region(ALL),
  'GET /api/v1/day-rooms/:id/week': { roles: DAY, about: 'unit', reach: EVERYBODY },
  'PUT /api/v1/day-rooms/:id': ofRoom(PLANNER),
  'PUT /api/v1/day-rooms/:id/openings': ofRoom(PLANNER),
  'POST /api/v1/day-rooms/:id/nurses': ofRoom(PLANNER),
  'PUT /api/v1/nurses/:id': inRoom(PLANNER, 'nurse'),
  // Who is there when, and why not, is the house's own affair.
  'GET /api/v1/day-rooms/:id/staff': ofRoom(['day-planner', 'day-nurse']),
  'PUT /api/v1/day-rooms/:id/rota': ofRoom(PLANNER),
  'POST /api/v1/nurses/:id/away': inRoom(PLANNER, 'nurse'),
  'POST /api/v1/nurses/:id/back': inRoom(PLANNER, 'nurse'),
  'GET /api/v1/half-days/:id/day': inRoom(['day-nurse', 'day-planner'], 'half-day'),
  'POST /api/v1/half-days/:id/acts': inRoom(['day-nurse'], 'half-day'),
  // Who waits and who comes when is the house's that gives it; the hospital reads in the week what became of it.
  'GET /api/v1/day-rooms/:id/to-plan': ofRoom(['day-planner', 'day-nurse']),
  'GET /api/v1/day-rooms/:id/figures': ofRoom(['day-planner', 'day-nurse']),
  'POST /api/v1/day-rooms/:id/plans': ofRoom(PLANNER),
  'POST /api/v1/day-rooms/:id/growth': ofRoom(PLANNER),
  'POST /api/v1/day-treatment/list': region(['specialist', 'day-planner']),
  'GET /api/v1/visits/:id/choices': inRoom(PLANNER, 'visit'),
  'POST /api/v1/visits/:id/plan': inRoom(PLANNER, 'visit'),
  'POST /api/v1/visits/:id/move': inRoom(PLANNER, 'visit'),
  'POST /api/v1/visits/:id/offers/:offerId/aside': inRoom(PLANNER, 'visit'),
  'POST /api/v1/visits/:id/lock': inRoom(PLANNER, 'visit'),
  'POST /api/v1/visits/:id/unplan': inRoom(PLANNER, 'visit'),
  'POST /api/v1/visits/:id/missed': inRoom(['day-planner', 'day-nurse'], 'visit'),
  // How somebody is reached, who ordered and who gives may know; the link to a moment opens that one moment.
  'GET /api/v1/orders/:id/reach': order(DAY, PARTIES),
  'PUT /api/v1/orders/:id/reach': order(DAY, PARTIES),
  'GET /api/v1/visits/:id/link': inRoom(PLANNER, 'visit'),
  'POST /api/v1/visits/:id/called': inRoom(PLANNER, 'visit'),
  'POST /api/v1/moments/open': door,
  'POST /api/v1/moments/answer': door,
  'GET /api/v1/plans/:id': inRoom(PLANNER, 'plan'),
  'POST /api/v1/plans/:id/take': inRoom(PLANNER, 'plan'),
  'POST /api/v1/plans/:id/cancel': inRoom(PLANNER, 'plan'),
  'POST /api/v1/half-days/:id/absent': inRoom(['day-planner', 'day-nurse'], 'half-day'),
  'POST /api/v1/half-days/:id/close': inRoom(PLANNER, 'half-day'),
  'POST /api/v1/half-days/:id/open': inRoom(PLANNER, 'half-day'),
  'PUT /api/v1/half-days/:id/shift': inRoom(PLANNER, 'half-day'),
};
