import { describe, expect, it } from 'vitest';
import { closingMoments, leavingMoments } from './ward-times.ts';

const ZONE = 'Europe/Amsterdam';
const iso = (at: number): string => new Date(at).toISOString();

describe('moments to pick with one press', () => {
  it('are only moments that are still to come', () => {
    const morning = Date.parse('2026-10-22T07:00:00Z');
    expect(closingMoments(morning, ZONE).map(({ key }) => key)).toEqual([
      'today',
      'tonight',
      'tomorrow',
      'monday',
    ]);
    const evening = Date.parse('2026-10-22T20:30:00Z');
    expect(closingMoments(evening, ZONE).map(({ key }) => key)).toEqual(['tomorrow', 'monday']);
    expect(leavingMoments(evening, ZONE).map(({ key }) => key)).toEqual(['tomorrow', 'three-days', 'week']);
  });

  it('name Monday once: on Sunday it is tomorrow already', () => {
    const sunday = Date.parse('2026-10-25T11:00:00Z');
    expect(closingMoments(sunday, ZONE).map(({ key }) => key)).not.toContain('monday');
  });

  it('mean the clock on the wall, also over the change to winter time', () => {
    const saturday = Date.parse('2026-10-24T10:00:00Z');
    const tomorrow = closingMoments(saturday, ZONE).find(({ key }) => key === 'tomorrow');
    expect(iso(tomorrow?.at ?? 0)).toBe('2026-10-25T07:00:00.000Z');
  });
});
