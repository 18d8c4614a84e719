import { describe, expect, it } from 'vitest';
import type { MoveAnswer, MoveLine } from '#modules/day-treatment/contract.ts';
import { COLUMNS, exampleOf, isIn, sightsOf } from './move-list.ts';

const line = (why: MoveLine['why']): MoveLine => ({
  ...{ row: 2, number: 'A', treatment: 'denosumab', room: null, km: null, visits: 2, minutes: 50 },
  why,
});
const answer = (...whys: MoveLine['why'][]): MoveAnswer => ({
  ...{ lines: whys.map(line), issues: [], of: whys.length, hours: 0 },
  could: whys.filter((why) => why === null).length,
});

describe('the list of a hospital', () => {
  it('has a sight for each reason, the most first', () => {
    expect(sightsOf(answer('no-room', 'needs-hospital', 'needs-hospital', null))).toEqual([
      { sight: 'all', count: 4 },
      { sight: 'could', count: 1 },
      { sight: 'needs-hospital', count: 2 },
      { sight: 'no-room', count: 1 },
    ]);
    expect(sightsOf(answer('no-room')).map(({ sight }) => sight)).toEqual(['all', 'no-room']);
  });

  it('shows what the sight says', () => {
    expect(isIn('all', line('no-room'))).toBe(true);
    expect([isIn('could', line(null)), isIn('could', line('no-room'))]).toEqual([true, false]);
    expect([isIn('no-room', line('no-room')), isIn('no-room', line(null))]).toEqual([true, false]);
  });

  it('begins with a line for each treatment', () => {
    const [head, first, ...more] = exampleOf(['denosumab', 'zoledronic-acid']);
    expect(head).toEqual([...COLUMNS]);
    expect(first?.slice(0, 2)).toEqual(['DB-0001', 'denosumab']);
    expect(more).toHaveLength(1);
  });
});
