import { describe, expect, it } from 'vitest';
import { alertsIn, type Known } from './decide/alerts.ts';
import { medianOf, monthOf as monthAt, monthInterval, wholeDays } from './decide/month.ts';
import { dayByDay, stretchOf } from './decide/stretch.ts';
import { judged, monthOf } from './misuse.fixture.ts';
import type { Likeness, Look } from './types.ts';

const HOUR = 3_600_000;
const NOON = Date.parse('2026-11-23T11:00:00Z');
const NIGHT = NOON - 9 * HOUR;
const STRANGERS: Likeness = { surname: false, postcode: false, colleague: false };
const look = (change: Partial<Look> = {}): Look => ({
  ...{ id: 'l', at: NOON, actor: 'a', personId: 'p', ground: 'treatment', outcome: 'done' },
  ...change,
});
const knowing = (like: Partial<Likeness> = {}, change: Partial<Known> = {}): Known => ({
  lookers: new Map([['a', { id: 'a', roundTheClock: false }]]),
  alike: () => ({ ...STRANGERS, ...like }),
  asked: new Set(),
  zone: 'Europe/Amsterdam',
  ...change,
});
const rules = (change: Partial<Look>, like: Partial<Likeness> = {}) =>
  alertsIn([look(change)], knowing(like)).flatMap((alert) => alert.rules);
const told = (change: Partial<Record<'person' | 'volume' | 'asked', Set<string>>>) => ({
  ...{ person: new Set<string>(), volume: new Set<string>(), asked: new Set<string>() },
  ...change,
});

describe('which looks somebody must judge', () => {
  it('none of who cares, by day, for a stranger', () => {
    expect(rules({})).toEqual([]);
  });

  it('each rule by itself', () => {
    expect(rules({ ground: 'break-glass' })).toEqual(['break-glass']);
    expect(rules({ ground: 'none' })).toEqual(['no-relation']);
    expect(rules({}, { colleague: true })).toEqual(['colleague']);
    expect(rules({}, { surname: true })).toEqual(['same-surname']);
    expect(rules({ ground: 'administration' }, { postcode: true })).toEqual(['same-postcode']);
    expect(rules({ at: NIGHT })).toEqual(['odd-hour']);
    expect(alertsIn([look()], knowing({}, { asked: new Set(['l']) }))).toMatchObject([
      { rules: ['asked'], about: 'asked', looks: ['l'] },
    ]);
  });

  it('not what was refused, a neighbour one cares for, nobody, or a night that is work', () => {
    expect(rules({ ground: 'none', outcome: 'refused' })).toEqual([]);
    expect(rules({}, { postcode: true })).toEqual([]);
    expect(rules({ ground: 'none', personId: null })).toEqual([]);
    const nurse = new Map([['a', { id: 'a', roundTheClock: true }]]);
    expect(alertsIn([look({ at: NIGHT })], knowing({}, { lookers: nurse }))).toEqual([]);
  });

  it('one somebody at one person is one alert, with every rule and every look', () => {
    const all = [look({ id: '1', ground: 'none' }), look({ id: '2', at: NIGHT }), look({ id: '3' })];
    expect(alertsIn(all, knowing())).toEqual([
      { actor: 'a', personId: 'p', rules: ['no-relation', 'odd-hour'], looks: ['1', '2'], about: 'person' },
    ]);
  });

  it('nothing that stands in an alert already; a question about such a look is new', () => {
    const all = [look({ id: '1', ground: 'none' }), look({ id: '2', ground: 'none' })];
    expect(alertsIn(all, knowing(), told({ person: new Set(['1']) }))).toMatchObject([{ looks: ['2'] }]);
    const asked = knowing({}, { asked: new Set(['1']) });
    expect(alertsIn(all, asked, told({ person: new Set(['1', '2']) }))).toMatchObject([
      { rules: ['asked'], looks: ['1'] },
    ]);
    expect(alertsIn(all, asked, told({ person: new Set(['1', '2']), asked: new Set(['1']) }))).toEqual([]);
  });

  it('sixty people a day is work, sixty-one is looked at; told ones count and are not raised again', () => {
    const many = (n: number) => Array.from({ length: n }, (_, i) => look({ id: `${i}`, personId: `p${i}` }));
    expect(alertsIn(many(60), knowing())).toEqual([]);
    expect(alertsIn(many(61), knowing())).toMatchObject([{ rules: ['volume'], personId: null }]);
    const first = new Set(many(60).map(({ id }) => id));
    expect(alertsIn(many(61), knowing(), told({ volume: first }))).toMatchObject([{ looks: ['60'] }]);
  });

  it('finds every improper look among five thousand, with few false alarms', () => {
    const { raised, falseAlarms } = judged(monthOf(7, 5_000, 14));
    expect(raised).toBe(14);
    expect(falseAlarms).toBeLessThan(0.01);
  });
});

describe('over which looks the rules go', () => {
  const ZONE = 'Europe/Amsterdam';
  it('a month at first, then from the beginning of the day in which they stopped', () => {
    expect(stretchOf(null, NOON, ZONE)).toEqual({ from: NOON - 31 * 24 * HOUR, until: NOON });
    const yesterday = Date.parse('2026-11-22T03:00:00Z');
    expect(stretchOf(yesterday, NOON, ZONE).from).toBe(Date.parse('2026-11-21T23:00:00Z'));
  });

  it('a look that was committed late, just after midnight, is not missed', () => {
    const midnight = Date.parse('2026-11-22T23:00:00Z');
    expect(stretchOf(midnight, NOON, ZONE).from).toBe(midnight - 24 * HOUR);
  });

  it('day by day, cut where the day ends on the wall, also when the clock goes back', () => {
    const from = Date.parse('2026-10-24T20:00:00Z');
    const until = Date.parse('2026-10-26T05:00:00Z');
    const days = dayByDay({ from, until }, ZONE);
    expect(days.map((day) => [day.from, day.until].map((at) => new Date(at).toISOString()))).toEqual([
      ['2026-10-24T20:00:00.000Z', '2026-10-24T22:00:00.000Z'],
      ['2026-10-24T22:00:00.000Z', '2026-10-25T23:00:00.000Z'],
      ['2026-10-25T23:00:00.000Z', '2026-10-26T05:00:00.000Z'],
    ]);
    expect(dayByDay({ from, until: from }, ZONE)).toEqual([]);
  });

  it('a month is one by the calendar on the wall, also when the clock goes back in it', () => {
    expect(monthInterval('2026-10', ZONE)).toEqual({
      from: Date.parse('2026-09-30T22:00:00Z'),
      until: Date.parse('2026-10-31T23:00:00Z'),
    });
    expect(monthInterval('2026-12', ZONE).until).toBe(Date.parse('2026-12-31T23:00:00Z'));
    expect(monthAt(Date.parse('2026-10-31T23:30:00Z'), ZONE)).toBe('2026-11');
  });

  it('days are whole, and the middle one is one that was', () => {
    expect(wholeDays(NOON, NOON + 47 * HOUR)).toBe(1);
    expect([medianOf([]), medianOf([4]), medianOf([9, 1]), medianOf([9, 1, 3])]).toEqual([null, 4, 1, 3]);
  });
});
