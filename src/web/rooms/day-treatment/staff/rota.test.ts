import { describe, expect, it } from 'vitest';
import type { StaffHalfDay, StaffNurse } from '#modules/day-treatment/contract.ts';
import { COMPETENCES } from '#modules/day-treatment/types.ts';
import {
  copied,
  lackingIn,
  mustMoveBy,
  presentIn,
  proofOn,
  ranOut,
  standingOf,
  turned,
  weeksOf,
} from './rota.ts';

const half = (
  day: string,
  nurses: StaffHalfDay['nurses'],
  change: Partial<StaffHalfDay> = {},
): StaffHalfDay => ({
  ...{ id: `${day} ${change.part ?? 'morning'}`, day, part: 'morning', version: 3, nurses },
  ...{ opens: `${day}T07:30:00Z`, closes: `${day}T12:00:00Z`, closed: null, closedNote: null, holiday: null },
  ...{ standstill: null, visits: 0, mustMove: 0 },
  ...change,
});
const there = (id: string) => ({ id, absent: null });
const ill = (id: string) => ({ id, absent: 'ill' as const });
const nurse = (id: string, validUntil = '2027-01-01'): StaffNurse => ({
  ...{ id, unitId: 'u', name: id, initials: id, ended: false, version: 1, away: [] },
  competences: COMPETENCES.map((competence) => ({ competence, validUntil, valid: true })),
});

describe('the weeks of a rota', () => {
  it('are all there, in order, also one without a half-day', () => {
    const halfDays = [
      half('2026-10-19', []),
      half('2026-10-25', []),
      half('2026-11-02', [], { mustMove: 2 }),
    ];
    const weeks = weeksOf({ from: '2026-10-19', until: '2026-11-16', halfDays });
    expect(weeks.map(({ monday, halfDays: own }) => [monday, own.length])).toEqual([
      ['2026-10-19', 2],
      ['2026-10-26', 0],
      ['2026-11-02', 1],
      ['2026-11-09', 0],
    ]);
    expect(mustMoveBy(weeks)).toEqual([{ monday: '2026-11-02', count: 2 }]);
  });

  it('say who is there, and turn one nurse on or off', () => {
    const halfDay = half('2026-10-19', [there('a'), ill('b')]);
    expect(['a', 'b', 'c'].map((id) => standingOf(halfDay, id))).toEqual(['there', 'ill', 'off']);
    expect(presentIn(halfDay)).toBe(1);
    expect(turned(halfDay, 'c')).toEqual({ id: halfDay.id, version: 3, nurses: ['a', 'b', 'c'] });
    expect(turned(halfDay, 'b').nurses).toEqual(['a']);
  });
});

describe('a proof', () => {
  it.each([
    ['2026-12-31', 'good', 61],
    ['2026-12-30', 'soon', 60],
    ['2026-10-31', 'soon', 0],
    ['2026-10-30', 'over', -1],
  ])('until %s is %s', (validUntil, standing, days) => {
    expect(proofOn(validUntil, '2026-10-31')).toEqual({ standing, days });
  });

  it('that ran out does not count, and what nobody may do then is named', () => {
    const [good, old] = [nurse('a'), nurse('b', '2026-10-18')];
    expect(ranOut(old, '2026-10-18')).toEqual([]);
    expect(ranOut(old, '2026-10-19')).toEqual(COMPETENCES);
    const both = [{ ...good, competences: good.competences.slice(0, 2) }, old];
    const halfDay = half('2026-10-19', [there('a'), there('b')]);
    expect(lackingIn(halfDay, both)).toEqual(['injection', 'anaphylaxis']);
    expect(lackingIn(half('2026-10-18', [there('a'), there('b')]), both)).toEqual([]);
    expect(lackingIn(half('2026-10-18', [there('a'), ill('b')]), both)).toEqual(['injection', 'anaphylaxis']);
    expect(lackingIn({ ...halfDay, standstill: 'closed' }, both)).toEqual([]);
  });
});

describe('a week that is copied', () => {
  const NOW = Date.parse('2026-10-19T08:00:00Z');
  const nurses = [nurse('a'), nurse('b'), nurse('c')];
  const week = { monday: '2026-10-19', halfDays: [half('2026-10-19', [there('a'), ill('b')])] };
  const into = (own: readonly StaffHalfDay[]) => ({ monday: '2026-10-26', halfDays: own });

  it('brings who is usually there, and leaves who is absent then', () => {
    const target = half('2026-10-26', [ill('c')]);
    expect(copied(week, into([target]), nurses, NOW)).toEqual([
      { id: target.id, version: 3, nurses: ['a', 'b', 'c'] },
    ]);
  });

  it('touches only what differs, on the same weekday and part', () => {
    const alike = half('2026-10-26', [there('b'), there('a')]);
    const [tuesday, afternoon] = [half('2026-10-27', []), half('2026-10-26', [], { part: 'afternoon' })];
    expect(copied(week, into([alike, tuesday, afternoon]), nurses, NOW)).toEqual([]);
  });

  it('brings nobody who left, and changes nothing that is over', () => {
    const target = half('2026-10-26', []);
    expect(copied(week, into([target]), [nurse('b')], NOW)[0]?.nurses).toEqual(['b']);
    expect(copied(week, into([target]), nurses, Date.parse('2026-10-26T12:00:00Z'))).toEqual([]);
  });
});
