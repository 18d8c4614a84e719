import type { Role } from '#modules/region/types.ts';
import { door, EVERYBODY, GP, HOUSE, KEEPERS, type Row, region, WARDS, WELFARE } from './rows.fixture.ts';

const everyone: Row = { roles: 'open', about: 'region', reach: EVERYBODY };
/** The own organisation says it, and the desk that keeps the map. */
const said: readonly Row[] = [
  { roles: ['desk'], about: 'service', reach: ['desk', 'house'], others: 'not-yours' },
  { roles: WELFARE, about: 'service', reach: [...HOUSE, 'desk'], others: 'not-yours' },
];

/** Who holds a conversation with somebody; what is said in it is theirs and of who holds it with them, of nobody else. */
const TALKING: readonly Role[] = [...GP, 'transfer-nurse', ...WELFARE];
const talk: Row = { roles: TALKING, about: 'conversation', reach: ['own'] };

/** Who may what of the social map and the conversation: everybody reads the map, also without signing in; it is about nobody. */
/** Who refers, and who passes on what they got. */
const REFERRING = [...GP, 'transfer-nurse'] as const;
const sentBy: Row = {
  ...{ roles: [...REFERRING, ...WELFARE], about: 'referral', reach: ['own'] },
  notYours: HOUSE,
};
const gotBy: Row = { roles: WELFARE, about: 'referral', reach: HOUSE, notYours: ['own'] };

/** Who may what of the social map: everybody reads it, also without signing in; it is about nobody. And of referrals: who referred and who got it. */
export const SOCIAL_MATRIX: Readonly<Record<string, Row | readonly Row[]>> = {
  'POST /api/v1/social/searches': everyone,
  'POST /api/v1/social/questions': everyone,
  'GET /api/v1/social/services/:id': { ...everyone, about: 'service' },
  'GET /api/v1/hsds': everyone,
  'GET /api/v1/hsds/:list': everyone,
  'GET /api/v1/hsds/:list/:id': everyone,
  'GET /api/v1/conversations': region(TALKING),
  'POST /api/v1/conversations': region(TALKING),
  'GET /api/v1/conversations/:id': talk,
  'PUT /api/v1/conversations/:id/parts/:part': talk,
  'PUT /api/v1/conversations/:id/shares': talk,
  'POST /api/v1/conversations/:id/finish': talk,
  'GET /api/v1/cases/:id/conversation': {
    ...{ roles: [...TALKING, ...WARDS, 'specialist'], about: 'case', reach: ['own', 'accepted'] },
  },
  'GET /api/v1/conversations/:id/network': talk,
  'PUT /api/v1/conversations/:id/network/:around': talk,
  'DELETE /api/v1/conversations/:id/network/:around': talk,
  'GET /api/v1/own/conversation/:id/network': door,
  'PUT /api/v1/own/conversation/:id/network/:around': door,
  'DELETE /api/v1/own/conversation/:id/network/:around': door,
  'GET /api/v1/own/conversation': door,
  'POST /api/v1/own/conversation': door,
  'GET /api/v1/own/conversation/:id': door,
  'PUT /api/v1/own/conversation/:id/parts/:part': door,
  'PUT /api/v1/own/conversation/:id/shares': door,
  'POST /api/v1/own/conversation/:id/finish': door,
  'GET /api/v1/social/own-services': region(['desk', ...WELFARE]),
  'POST /api/v1/social/services/:id/state': said,
  'POST /api/v1/social/services/:id/assured': said,
  'GET /api/v1/export/services.csv': region(KEEPERS),
  'GET /api/v1/export/services.xlsx': region(KEEPERS),
  'GET /api/v1/export/hsds.json': region(KEEPERS),
  'GET /api/v1/export/hsds-tables.json': region(KEEPERS),
  'POST /api/v1/import/services': region(KEEPERS),
  'POST /api/v1/import/hsds': region(KEEPERS),
  'POST /api/v1/import/hsds-tables': region(KEEPERS),

  'GET /api/v1/referrals': region([...REFERRING, ...WELFARE]),
  'GET /api/v1/referrals/inbox': region(WELFARE),
  'GET /api/v1/referrals/late': region(['desk']),
  'GET /api/v1/referrals/unmet': region(KEEPERS),
  'POST /api/v1/referrals': region(REFERRING),
  'POST /api/v1/referrals/people': region(REFERRING),
  'GET /api/v1/referrals/:id': { ...sentBy, reach: ['own', 'house'], notYours: [] },
  'POST /api/v1/referrals/:id/read': sentBy,
  'POST /api/v1/referrals/:id/withdrawn': sentBy,
  'POST /api/v1/referrals/:id/seen': gotBy,
  'POST /api/v1/referrals/:id/accepted': gotBy,
  'POST /api/v1/referrals/:id/contacted': gotBy,
  'POST /api/v1/referrals/:id/active': gotBy,
  'POST /api/v1/referrals/:id/ended': gotBy,
  'POST /api/v1/referrals/:id/passed-on': gotBy,

  // The door of who helps without an account: a link and a code open it, a role does not.
  'POST /api/v1/referrals/:id/link': { ...sentBy, notYours: [] },
  'POST /api/v1/helper/look': door,
  'POST /api/v1/helper/code': door,
  'POST /api/v1/helper/session': door,
  'DELETE /api/v1/helper/session': everyone,
  'GET /api/v1/helper/referral': door,
  'GET /api/v1/helper/live': door,
  'POST /api/v1/helper/referral/accepted': door,
  'POST /api/v1/helper/referral/contacted': door,
  'POST /api/v1/helper/referral/active': door,
  'POST /api/v1/helper/referral/ended': door,
  'POST /api/v1/helper/room/look': door,
  'POST /api/v1/helper/room': door,
};
