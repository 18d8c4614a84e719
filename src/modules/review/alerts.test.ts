import { describe, expect, it } from 'vitest';
import { alertsIn, type Known } from './decide/alerts.ts';
import { judged, monthOf } from './misuse.fixture.ts';
import type { Look, Looker, Seen } from './types.ts';

const NOON = Date.parse('2026-11-23T11:00:00Z');
const looker: Looker = { id: 'a', surname: 'Hofsteenge', pc4: '9405', roundTheClock: false };
const person: Seen = { id: 'p', surname: 'Venema', pc4: '9401', colleague: false };
const look = (change: Partial<Look> = {}): Look => ({
  ...{ id: 'l', at: NOON, actor: 'a', personId: 'p', ground: 'treatment', outcome: 'done' },
  ...change,
});
const knowing = (who: Partial<Looker> = {}, whom: Partial<Seen> = {}): Known => ({
  lookers: new Map([['a', { ...looker, ...who }]]),
  seen: new Map([['p', { ...person, ...whom }]]),
  zone: 'Europe/Amsterdam',
});
const rules = (change: Partial<Look>, who: Partial<Looker> = {}, whom: Partial<Seen> = {}) =>
  alertsIn([look(change)], knowing(who, whom)).flatMap((alert) => alert.rules);

describe('which looks somebody must judge', () => {
  it('none of who cares, by day, for a stranger', () => {
    expect(rules({})).toEqual([]);
  });

  it('each rule by itself', () => {
    expect(rules({ ground: 'break-glass' })).toEqual(['break-glass']);
    expect(rules({ ground: 'none' })).toEqual(['no-relation']);
    expect(rules({}, {}, { colleague: true })).toEqual(['colleague']);
    expect(rules({}, {}, { surname: 'hofsteenge' })).toEqual(['same-surname']);
    expect(rules({ ground: 'administration' }, {}, { pc4: '9405' })).toEqual(['same-postcode']);
    expect(rules({ at: NOON - 9 * 3_600_000 })).toEqual(['odd-hour']);
  });

  it('not what was refused, a name half a village bears, a neighbour one cares for, or a night that is work', () => {
    expect(rules({ ground: 'none', outcome: 'refused' })).toEqual([]);
    expect(rules({}, { surname: 'de Vries' }, { surname: 'De Vries' })).toEqual([]);
    expect(rules({}, {}, { pc4: '9405' })).toEqual([]);
    expect(rules({ at: NOON - 9 * 3_600_000 }, { roundTheClock: true })).toEqual([]);
  });

  it('one somebody at one person is one alert, with every rule and every look', () => {
    const all = [
      look({ id: '1', ground: 'none' }),
      look({ id: '2', at: NOON - 9 * 3_600_000 }),
      look({ id: '3' }),
    ];
    expect(alertsIn(all, knowing())).toEqual([
      { actor: 'a', personId: 'p', rules: ['no-relation', 'odd-hour'], looks: ['1', '2'] },
    ]);
  });

  it('sixty people a day is work, sixty-one is looked at', () => {
    const many = (n: number) => Array.from({ length: n }, (_, i) => look({ id: `${i}`, personId: `p${i}` }));
    expect(alertsIn(many(60), knowing())).toEqual([]);
    expect(alertsIn(many(61), knowing())).toEqual([
      expect.objectContaining({ rules: ['volume'], personId: null }),
    ]);
  });

  it('finds every improper look among five thousand, with few false alarms', () => {
    const { raised, falseAlarms } = judged(monthOf(7, 5_000, 14));
    expect(raised).toBe(14);
    expect(falseAlarms).toBeLessThan(0.01);
  });
});
