import { describe, expect, it } from 'vitest';
import { DAY, HOUR } from '#kernel/interval.ts';
import { bedsThen } from './beds-then.ts';
import type { WardClaim, WardPlace } from './timeline.ts';

const NOW = Date.parse('2026-11-20T13:00:00Z');
const THEN = NOW + 2 * DAY;
const iso = (at: number): string => new Date(at).toISOString();

const claim = (from: number, until: number | null, change: Partial<WardClaim> = {}): WardClaim => ({
  claimId: 'claim',
  kind: 'stay',
  from: iso(from),
  until: until === null ? null : iso(until),
  latestEnd: null,
  expiresAt: null,
  arrivedAt: null,
  overdue: false,
  displaced: false,
  name: null,
  profile: null,
  requestId: null,
  requestVersion: null,
  stay: null,
  version: 1,
  ...change,
});

const bed = (change: Partial<WardPlace> = {}): WardPlace => ({
  id: 'bed',
  code: '1',
  products: ['elv-high'],
  flex: null,
  properties: [],
  room: null,
  state: 'occupied',
  freeUntil: null,
  changesAt: null,
  overdue: false,
  claims: [],
  closures: [],
  ...change,
});

const can = (place: WardPlace, then = THEN): boolean =>
  bedsThen([place], 'elv-high', { then, now: NOW }).length === 1;

describe('a bed for who comes later', () => {
  it('may be one that is occupied now and left by then', () => {
    expect(can(bed({ claims: [claim(NOW - DAY, THEN - HOUR)] }))).toBe(true);
    expect(can(bed({ claims: [claim(NOW - DAY, THEN + HOUR)] }))).toBe(false);
    expect(can(bed({ claims: [claim(NOW - DAY, null)] }))).toBe(false);
  });

  it('is none that somebody else has from then or soon after', () => {
    expect(can(bed({ state: 'held', claims: [claim(THEN + HOUR, null)] }))).toBe(false);
    expect(can(bed({ state: 'held', claims: [claim(THEN + 9 * DAY, null)] }))).toBe(true);
    expect(can(bed({ claims: [claim(THEN, null, { displaced: true })] }))).toBe(true);
  });

  it('is none where somebody stays over the end, that is closed then, or of which nobody knows', () => {
    expect(can(bed({ claims: [claim(NOW - 9 * DAY, NOW - DAY, { overdue: true })] }))).toBe(false);
    const closure = { id: 'shut', reason: 'isolation' as const, from: iso(NOW), until: iso(THEN + HOUR) };
    expect(can(bed({ state: 'closed', closures: [closure] }))).toBe(false);
    expect(can(bed({ state: 'unknown' }))).toBe(false);
    expect(can(bed({ products: ['grz'] }))).toBe(false);
  });

  it('is only a free one for who comes now', () => {
    expect(can(bed({ state: 'free' }), NOW)).toBe(true);
    expect(can(bed({ state: 'closed' }), NOW)).toBe(false);
  });
});
