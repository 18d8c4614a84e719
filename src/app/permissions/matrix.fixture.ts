import type { Role } from '#modules/region/types.ts';
import { CASES_MATRIX } from './matrix-cases.fixture.ts';
import { DAY_MATRIX } from './matrix-day.fixture.ts';
import { OUTLOOK_MATRIX } from './matrix-outlook.fixture.ts';
import { SOCIAL_MATRIX } from './matrix-social.fixture.ts';
import { STAY_MATRIX } from './matrix-stay.fixture.ts';
import {
  type About,
  ADMITTING,
  ALL,
  ASKED,
  ASKERS,
  ASKING,
  CARERS,
  door,
  EVERYBODY,
  HOUSE,
  KEEPERS,
  KNOWING,
  LINKERS,
  OFFICERS,
  OPENING,
  PARTY,
  type Relation,
  type Row,
  region,
  request,
  WARDS,
} from './rows.fixture.ts';

export type { About, Relation, Row } from './rows.fixture.ts';

const everyone: Row = { roles: 'open', about: 'region', reach: EVERYBODY };
const offer = (roles: readonly Role[], reach: readonly Relation[]): Row => ({ roles, about: 'offer', reach });
const ofHouse = (roles: readonly Role[], about: About): Row => ({
  ...{ roles, about, reach: HOUSE },
  others: 'not-yours',
});
const deskOnly = (about: About): Row => ({ roles: ['desk'], about, reach: ['desk'], others: 'not-allowed' });
const secret = (about: About): Row => ({ roles: LINKERS, about, reach: HOUSE });

/**
 * Who may what, of whom: written by hand from what was agreed, never derived from the code. A route of the running server
 * that is not in it turns the test red, and so does one that is in it and is gone.
 */
export const MATRIX: Readonly<Record<string, Row | readonly Row[]>> = {
  // Without signing in: nothing here is about anybody.
  'GET /capacity.json': everyone,
  'GET /docs/problems': everyone,
  'GET /health/live': everyone,
  'GET /health/ready': everyone,
  'GET /metrics': everyone,
  'GET /openapi.json': everyone,
  'GET /api/v1/open/capacity.json': everyone,
  'GET /api/v1/practice-roles': everyone,
  'GET /api/v1/links/:token': everyone,
  'POST /api/v1/links/:token': everyone,
  'POST /api/v1/session': everyone,
  'DELETE /api/v1/session': everyone,

  // Doors that open with what one has or knows, before there is a role.
  'GET /api/v1/sign-in': everyone,
  'DELETE /api/v1/sign-in': door,
  'GET /api/v1/sign-in/oidc/:provider': door,
  'GET /api/v1/sign-in/oidc/callback': door,
  'POST /api/v1/sign-in/counts': door,
  'POST /api/v1/sign-in/passkey': door,
  'POST /api/v1/sign-in/passkey/options': door,
  'POST /api/v1/sign-in/password': door,
  'POST /api/v1/sign-in/recovery': door,
  'POST /api/v1/sign-in/totp': door,
  'POST /api/v1/invitations/accept': door,
  'POST /api/v1/invitations/look': door,
  'POST /api/v1/invitations/provider': door,
  'POST /api/v1/account/passkeys': door,
  'POST /api/v1/account/passkeys/options': door,
  'POST /api/v1/account/totp': door,
  'POST /api/v1/account/totp/confirm': door,
  'GET /api/v1/own/looks': door,
  'POST /api/v1/own/answers': door,
  // The emergency button opens by name and birth date; to who knows neither it says nothing.
  'POST /api/v1/emergency': door,
  'GET /api/v1/emergency/setting': region(ALL),
  'PUT /api/v1/emergency/setting': region(['region-manager', 'security-officer']),
  'GET /api/v1/own/consents': door,
  'POST /api/v1/own/consents/:id/revoke': door,
  'POST /api/v1/own/code': door,
  'POST /api/v1/own/session': door,
  'DELETE /api/v1/own/session': everyone,

  // One's own account, and those of one's own organisation: a role of the practice region has none.
  'GET /api/v1/account': door,
  'GET /api/v1/accounts': door,
  'POST /api/v1/account/confirm': door,
  'POST /api/v1/account/hat': door,
  'POST /api/v1/account/password': door,
  'POST /api/v1/account/recovery-codes': door,
  'POST /api/v1/accounts/:id/disable': door,
  'POST /api/v1/accounts/:id/enable': door,
  'POST /api/v1/accounts/:id/reset': door,
  'GET /api/v1/accounts/entrusted': door,
  'POST /api/v1/accounts/invitations': door,
  'POST /api/v1/accounts/invitations/:id/renew': door,
  'DELETE /api/v1/account/passkeys/:id': door,
  'DELETE /api/v1/account/sessions': door,
  'DELETE /api/v1/account/sessions/:id': door,
  'DELETE /api/v1/accounts/invitations/:id': door,

  // The region, the same for everybody who takes part.
  'GET /api/v1/agreement': region(ALL),
  'GET /api/v1/board': region(ALL),
  'GET /api/v1/board/why': region(ALL),
  'GET /api/v1/country': region(ALL),
  'GET /api/v1/followed-regions': region(ALL),
  'GET /api/v1/keeping': region(ALL),
  'GET /api/v1/live': region(ALL),
  'GET /api/v1/pressure': region(ALL),
  'GET /api/v1/region': region(ALL),
  'GET /api/v1/session': region(ALL),
  'GET /api/v1/teams': region(ALL),
  'GET /api/v1/triage/instrument': region(OPENING),
  'GET /api/v1/definitions': region(ALL),
  'GET /api/v1/history/flows': region(ALL),
  'GET /api/v1/history/list': region(ALL),
  'GET /api/v1/history/products': region(ALL),
  'GET /api/v1/history/then': region(ALL),
  'GET /api/v1/unmet': region(ALL),
  'GET /api/v1/waiting': region(ALL),
  'GET /api/v1/wards/:unitId': { roles: OPENING, about: 'unit', reach: EVERYBODY },

  // Lists of what is one's own: for anybody else they are empty.
  'GET /api/v1/consults': region(['elderly-doctor']),
  'GET /api/v1/deliveries': region(LINKERS),
  'GET /api/v1/mail-addresses': region(LINKERS),
  'GET /api/v1/requests': region(ASKERS),
  'GET /api/v1/webhooks': region(LINKERS),
  'POST /api/v1/prints': region(OPENING),
  'POST /api/v1/proposals': region(ASKERS),
  'POST /api/v1/requests': region(ASKERS),
  'POST /api/v1/requests/running': region(ASKERS),
  'POST /api/v1/holds': region(ASKERS),
  'POST /api/v1/webhooks': region(LINKERS),

  // The desk watches over the whole row.
  'GET /api/v1/queue': region(KEEPERS),
  'GET /api/v1/queue/looking': deskOnly('desk'),
  'GET /api/v1/queue/plan': deskOnly('desk'),
  'GET /api/v1/next-moves': deskOnly('desk'),
  'GET /api/v1/barrier-gains': region(KEEPERS),
  'POST /api/v1/requests/:id/looking': deskOnly('request'),
  'POST /api/v1/requests/:id/escalate': request(['desk'], ASKING),

  // Keeping the region in order.
  'POST /api/v1/agreement/versions': region(KEEPERS),
  'POST /api/v1/agreement/versions/:id/sign': region([
    'gp',
    'transfer-nurse',
    'ward',
    'elderly-doctor',
    'desk',
    'region-manager',
  ]),
  'POST /api/v1/agreement/versions/:id/withdraw': region(KEEPERS),
  'POST /api/v1/followed-regions': region(KEEPERS),
  'POST /api/v1/followed-regions/:id/end': region(KEEPERS),
  'POST /api/v1/organisation/publishes': region([...WARDS, 'transfer-nurse', 'desk', 'region-manager']),
  ...SOCIAL_MATRIX,
  ...OUTLOOK_MATRIX,
  'GET /api/v1/export/counts.csv': region(KEEPERS),
  'GET /api/v1/export/counts.xlsx': region(KEEPERS),
  'GET /api/v1/export/organisations.csv': region(KEEPERS),
  'GET /api/v1/export/organisations.xlsx': region(KEEPERS),
  'GET /api/v1/export/places.csv': region(KEEPERS),
  'GET /api/v1/export/places.xlsx': region(KEEPERS),
  'GET /api/v1/export/postcodes.csv': region(KEEPERS),
  'GET /api/v1/export/postcodes.xlsx': region(KEEPERS),
  'GET /api/v1/export/sites.csv': region(KEEPERS),
  'GET /api/v1/export/sites.xlsx': region(KEEPERS),
  'GET /api/v1/export/teams.csv': region(KEEPERS),
  'GET /api/v1/export/teams.xlsx': region(KEEPERS),
  'POST /api/v1/import/counts': region(KEEPERS),
  'POST /api/v1/import/organisations': region(KEEPERS),
  'POST /api/v1/import/places': region(KEEPERS),
  'POST /api/v1/import/postcodes': region(KEEPERS),
  'POST /api/v1/import/sites': region(KEEPERS),
  'POST /api/v1/import/teams': region(KEEPERS),

  // Looks that somebody must judge: the officer of the organisation that looked, and nobody else knows of them.
  'GET /api/v1/review/alerts': region(OFFICERS),
  'GET /api/v1/review/report': region(OFFICERS),
  'GET /api/v1/review/homes': region(OFFICERS),
  'PUT /api/v1/review/homes': region(OFFICERS),
  'POST /api/v1/review/alerts/:id/verdict': { roles: OFFICERS, about: 'alert', reach: HOUSE },

  // A person: a name only for who knows them; who took them in does not rewrite who they are.
  'GET /api/v1/persons/:id': { roles: CARERS, about: 'person', reach: KNOWING },
  'PATCH /api/v1/persons/:id': {
    ...{ roles: CARERS, about: 'person', reach: ['own', 'desk', 'care-team'] },
    notYours: ['accepted'],
  },

  // A link to their own view, given by who knows them.
  'GET /api/v1/persons/:id/consents': { roles: CARERS, about: 'person', reach: KNOWING },
  'POST /api/v1/persons/:id/consents': { roles: CARERS, about: 'person', reach: KNOWING },
  'POST /api/v1/persons/:id/consents/:consent/revoke': { roles: CARERS, about: 'person', reach: KNOWING },
  'POST /api/v1/persons/:id/door': { roles: CARERS, about: 'person', reach: KNOWING },

  // A request: a house that was asked reads a profile, and only who knows the person reads and sends papers.
  'GET /api/v1/requests/:id': request(OPENING, PARTY),
  'GET /api/v1/requests/:id/proposals': request(ASKERS, ASKING),
  'GET /api/v1/requests/:id/unmet-proposal': request(ASKERS, ASKING),
  'GET /api/v1/requests/:id/documents/:doc': request(CARERS, KNOWING),
  'POST /api/v1/requests/:id/documents': request(CARERS, KNOWING),
  'POST /api/v1/requests/:id/documents/:doc/remove': { roles: CARERS, about: 'document', reach: ['own'] },
  'POST /api/v1/requests/:id/messages': request(CARERS, PARTY),
  'POST /api/v1/requests/:id/offers': request(ASKERS, ASKING),
  'POST /api/v1/requests/:id/triage': request(ASKERS, ASKING),
  'POST /api/v1/requests/:id/consult': request(ASKERS, ASKING),
  'POST /api/v1/requests/:id/consult/answer': request(['elderly-doctor'], [], PARTY),
  'POST /api/v1/requests/:id/plan': request(CARERS, KNOWING, ['offered']),
  'POST /api/v1/requests/:id/transport': request(CARERS, KNOWING, ['offered']),
  'POST /api/v1/requests/:id/not-arrived': request(CARERS, KNOWING, ['offered']),
  'POST /api/v1/requests/:id/arrival': request(WARDS, ADMITTING, ['own', 'desk', 'offered']),
  'POST /api/v1/requests/:id/close': request(ASKERS, ASKING),

  // A question to one house: that house answers, who asked says what becomes of it.
  'POST /api/v1/offers/:id/read': offer(WARDS, ASKED),
  'POST /api/v1/offers/:id/accept': offer(WARDS, ASKED),
  'POST /api/v1/offers/:id/alternative': offer(WARDS, ASKED),
  'POST /api/v1/offers/:id/refuse': offer(WARDS, ASKED),
  'POST /api/v1/offers/:id/ask-again': offer(ASKERS, ASKING),
  'POST /api/v1/offers/:id/choose': offer(ASKERS, ASKING),
  'POST /api/v1/offers/:id/decline': offer(ASKERS, ASKING),
  'POST /api/v1/offers/:id/withdraw': offer(ASKERS, ASKING),

  ...STAY_MATRIX,
  ...DAY_MATRIX,
  ...CASES_MATRIX,

  // Beds and figures of a house: no secret, and only the house changes them.
  'POST /api/v1/claims/:id/cleaned': ofHouse(WARDS, 'claim'),
  'POST /api/v1/claims/:id/departure': ofHouse(WARDS, 'claim'),
  'POST /api/v1/claims/:id/expected-end': ofHouse(WARDS, 'claim'),
  'POST /api/v1/claims/:id/move': ofHouse(WARDS, 'claim'),
  'POST /api/v1/closures/:id/end': ofHouse(WARDS, 'closure'),
  'POST /api/v1/holds/:id/release': { roles: ASKERS, about: 'hold', reach: ['own'] },
  'POST /api/v1/hospitals/:id/loads': ofHouse(['transfer-nurse'], 'hospital'),
  'POST /api/v1/hospitals/:id/stop': ofHouse(['transfer-nurse'], 'hospital'),
  'POST /api/v1/hospitals/:id/stop/end': ofHouse(['transfer-nurse'], 'hospital'),
  'POST /api/v1/mail-addresses': [
    { roles: KEEPERS, about: 'unit', reach: EVERYBODY },
    { roles: ['ward'], about: 'unit', reach: HOUSE },
  ],
  'POST /api/v1/places/:id/products': ofHouse(WARDS, 'place'),
  'POST /api/v1/rooms/:id': ofHouse(WARDS, 'room'),
  'POST /api/v1/teams/:id/confirmations': ofHouse([...WARDS, 'desk'], 'team'),
  'POST /api/v1/teams/:id/count': ofHouse([...WARDS, 'desk'], 'team'),
  'POST /api/v1/units/:id/closures': ofHouse(WARDS, 'unit'),
  'POST /api/v1/units/:id/confirmations': ofHouse([...WARDS, 'desk'], 'unit'),
  'POST /api/v1/units/:id/counts': ofHouse([...WARDS, 'desk'], 'unit'),
  'POST /api/v1/units/:id/doubts': { roles: ASKERS, about: 'unit', reach: EVERYBODY },
  'PUT /api/v1/units/:id/report': ofHouse(WARDS, 'unit'),
  'GET /api/v1/units/:id/barrier-gains': ofHouse(WARDS, 'unit'),
  'GET /api/v1/units/:id/roster': { roles: WARDS, about: 'unit', reach: EVERYBODY },
  'PUT /api/v1/units/:id/roster': ofHouse(WARDS, 'unit'),
  'PUT /api/v1/units/:id/staffing': ofHouse(WARDS, 'unit'),

  // What leaves the house for one's own system: another organisation does not see that it is there.
  'POST /api/v1/deliveries/:id/replay': secret('delivery'),
  'POST /api/v1/webhooks/:id/remove': secret('webhook'),
  'GET /api/v1/webhooks/:id/secret': secret('webhook'),
  'POST /api/v1/webhooks/:id/test': secret('webhook'),
};
