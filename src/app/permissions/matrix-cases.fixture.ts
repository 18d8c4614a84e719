import type { Role } from '#modules/region/types.ts';
import { GP, type Row, region } from './rows.fixture.ts';

/** What a practice sees of its own people is nobody else's: not of the desk, not of who steers the region. */
const signal = (roles: readonly Role[]): Row => ({ roles, about: 'signal', reach: ['own'] });

/** The part of the table about questions that come back. */
export const CASES_MATRIX: Readonly<Record<string, Row>> = {
  'POST /api/v1/contacts': region(GP),
  'POST /api/v1/import/contacts': region(GP),
  'GET /api/v1/recurring': region(GP),
  'POST /api/v1/recurring/:id/look': signal(GP),
  'POST /api/v1/recurring/:id/ask': signal(GP),
  'POST /api/v1/recurring/:id/settle': signal(GP),
  'POST /api/v1/recurring/:id/aside': signal(GP),
};
