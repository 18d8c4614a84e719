import { EVERYBODY, HOUSE, KEEPERS, type Row, region, WELFARE } from './rows.fixture.ts';

const everyone: Row = { roles: 'open', about: 'region', reach: EVERYBODY };
/** The own organisation says it, and the desk that keeps the map. */
const said: readonly Row[] = [
  { roles: ['desk'], about: 'service', reach: ['desk', 'house'], others: 'not-yours' },
  { roles: WELFARE, about: 'service', reach: [...HOUSE, 'desk'], others: 'not-yours' },
];

/** Who may what of the social map: everybody reads it, also without signing in; it is about nobody. */
export const SOCIAL_MATRIX: Readonly<Record<string, Row | readonly Row[]>> = {
  'GET /api/v1/social/services': everyone,
  'POST /api/v1/social/questions': everyone,
  'GET /api/v1/social/services/:id': { ...everyone, about: 'service' },
  'GET /api/v1/hsds': everyone,
  'GET /api/v1/hsds/:list': everyone,
  'GET /api/v1/hsds/:list/:id': everyone,
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
};
