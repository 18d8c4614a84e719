import { describe, expect, it } from 'vitest';
import type { StayLine } from '#modules/stay/contract.ts';
import { awaited, filtered, type StayFilters } from './filters.ts';

const NOW = Date.parse('2026-10-22T09:41:00Z');
const ALL: StayFilters = { unitId: null, thisWeek: false, waitsFor: null };

const stay = (id: string, change: Partial<StayLine> = {}): StayLine => ({
  stayId: id,
  requestId: id,
  person: null,
  house: { id: 'h', name: 'Huis' },
  site: 'Huis',
  unit: { id: 'u1', name: 'Lijsterbes' },
  bed: '1',
  zone: 'Europe/Amsterdam',
  own: true,
  product: 'elv-high',
  day: 3,
  days: 92,
  daysLeft: 89,
  alarm: false,
  barriers: [],
  meeting: null,
  away: null,
  readyDay: null,
  expectedEnd: '2026-10-27T09:30:00Z',
  latestEnd: null,
  need: 'none',
  endedAt: null,
  destination: null,
  ...change,
});

const barrier = (owner: StayLine['barriers'][number]['owner']) => ({
  id: owner,
  code: 'wmo' as const,
  owner,
  ownerName: null,
  note: '',
  due: '2026-10-27',
  late: false,
});

const ids = (stays: readonly StayLine[]): string[] => stays.map(({ stayId }) => stayId);

describe('the filters of the list', () => {
  it('keep who is expected to leave up to and with Sunday, by the clock of the house', () => {
    const stays = [
      stay('sunday', { expectedEnd: '2026-10-25T22:30:00Z' }),
      // Half past midnight on Monday, on the wall.
      stay('monday', { expectedEnd: '2026-10-25T23:30:00Z' }),
      stay('unknown', { expectedEnd: null }),
    ];
    expect(ids(filtered(stays, { ...ALL, thisWeek: true }, NOW))).toEqual(['sunday']);
  });

  it('keep one ward, and who waits for one party', () => {
    const stays = [
      stay('here', { barriers: [barrier('municipality')] }),
      stay('there', { unit: { id: 'u2', name: 'Esdoorn' }, barriers: [barrier('municipality')] }),
      stay('free'),
    ];
    expect(ids(filtered(stays, { ...ALL, unitId: 'u1' }, NOW))).toEqual(['here', 'free']);
    expect(ids(filtered(stays, { ...ALL, waitsFor: 'municipality' }, NOW))).toEqual(['here', 'there']);
    expect(ids(filtered(stays, ALL, NOW))).toHaveLength(3);
  });

  it('name who is waited for, the most awaited first, a stay counted once', () => {
    const twice = [barrier('municipality'), { ...barrier('municipality'), id: 'other' }];
    const stays = [
      stay('a', { barriers: [barrier('ciz')] }),
      stay('b', { barriers: twice }),
      stay('c', { barriers: [barrier('municipality')] }),
    ];
    expect(awaited(stays)).toEqual([
      { owner: 'municipality', count: 2 },
      { owner: 'ciz', count: 1 },
    ]);
  });
});
