import { describe, expect, it } from 'vitest';
import { HOUR } from '#kernel/interval.ts';
import type { TeamView } from '#modules/capacity/contract.ts';
import { teamState } from './team-state.ts';

const NOW = Date.parse('2026-11-23T10:00:00Z');
const team = (more: Partial<TeamView>): TeamView => ({
  id: '1',
  organisation: 'Brede Vaart',
  name: 'Team Peelo',
  neighbourhood: 'Peelo',
  pc4s: ['9403'],
  kind: 'home-care',
  phone: '0592-00 52 01',
  free: 2,
  waitingDays: null,
  closedUntil: null,
  figure: { asOf: '2026-11-23T09:00:00Z', source: 'tap', phase: 'fresh' },
  own: false,
  ...more,
});

describe('a team', () => {
  it('can help, has a waiting list, says no until a day, or is full: zero is an answer', () => {
    expect(teamState(team({}), NOW)).toBe('free');
    expect(teamState(team({ free: 0, waitingDays: 9, closedUntil: '2026-12-01' }), NOW)).toBe('soon');
    expect(teamState(team({ free: 0, closedUntil: '2026-12-01' }), NOW)).toBe('closed');
    expect(teamState(team({ free: 0 }), NOW)).toBe('occupied');
  });

  it('is unknown when it never told, and when it told too long ago, also while this screen stood open', () => {
    const never = { asOf: null, source: null, phase: 'never' as const };
    expect(teamState(team({ free: null, figure: never }), NOW)).toBe('unknown');
    expect(teamState(team({}), NOW + 11 * HOUR)).toBe('free');
    expect(teamState(team({}), NOW + 12 * HOUR)).toBe('unknown');
  });
});
