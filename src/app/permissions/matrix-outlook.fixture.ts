import { ALL, door, KEEPERS, type Row, region } from './rows.fixture.ts';

/** Who keeps what was tried, and sets when the region wants to hear and what things cost. */
const MANAGER = region(['region-manager']);

/** The part of the table about what is coming: counts for everybody, keeping it for who steers the region. */
export const OUTLOOK_MATRIX: Readonly<Record<string, Row>> = {
  'GET /api/v1/outlook/forecast': region(ALL),
  'GET /api/v1/outlook/model': region(KEEPERS),
  'GET /api/v1/outlook/scenarios': MANAGER,
  'POST /api/v1/outlook/scenarios': MANAGER,
  'PATCH /api/v1/outlook/scenarios/:id': MANAGER,
  'DELETE /api/v1/outlook/scenarios/:id': MANAGER,
  'POST /api/v1/outlook/scenarios/:id/share': MANAGER,
  'POST /api/v1/outlook/scenarios/:id/unshare': MANAGER,
  'GET /api/v1/outlook/scenarios/:id/export': MANAGER,
  'GET /api/v1/outlook/scenarios/:id/rows.csv': MANAGER,
  // Who has the link reads what came out; without it there is nothing.
  'POST /api/v1/outlook/shared': door,
  'GET /api/v1/outlook/alerts': region(KEEPERS),
  'POST /api/v1/outlook/alerts/:id/seen': region(KEEPERS),
  'PUT /api/v1/outlook/thresholds': MANAGER,
  'GET /api/v1/outlook/prices': region(KEEPERS),
  'PUT /api/v1/outlook/prices': MANAGER,
};
