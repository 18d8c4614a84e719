import pg from 'pg';
import type { Instant, Interval } from '#kernel/interval.ts';
import { FOREVER } from '#kernel/interval.ts';

const TIMESTAMPTZ = 1184;
const DATE = 1082;
const BIGINT = 20;
const TSTZRANGE = 3910;

const instantOf = (text: string): Instant => {
  if (text === 'infinity') return FOREVER;
  if (text === '-infinity') return -FOREVER;
  // PostgreSQL writes `2026-10-22 11:41:00.123+00`; a colon-less zone is not ISO.
  return Date.parse(text.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00'));
};

const intervalOf = (text: string): Interval => {
  const [from = '', until = ''] = text.slice(1, -1).replaceAll('"', '').split(',');
  return { from: from === '' ? -FOREVER : instantOf(from), until: until === '' ? FOREVER : instantOf(until) };
};

const identity = (text: string): string => text;

/** Reads PostgreSQL's values as the house speaks: instants in epoch milliseconds, days as ISO text, ranges as intervals. */
export const typeParsers = {
  getTypeParser: (oid: number, format?: 'text' | 'binary'): unknown => {
    if (oid === TIMESTAMPTZ) return instantOf;
    if (oid === DATE) return identity;
    if (oid === BIGINT) return Number;
    if (oid === TSTZRANGE) return intervalOf;
    return format === 'binary' ? pg.types.getTypeParser(oid, 'binary') : pg.types.getTypeParser(oid, 'text');
  },
};

/** Writes an instant for PostgreSQL; without an end becomes infinity. */
export const stamp = (at: Instant): string => (at >= FOREVER ? 'infinity' : new Date(at).toISOString());

/** Writes an instant that may be absent. */
export const stampOrNull = (at: Instant | null): string | null => (at === null ? null : stamp(at));

/** Writes a half-open stretch of time for PostgreSQL. */
export const range = (during: Interval): string => `[${stamp(during.from)},${stamp(during.until)})`;
