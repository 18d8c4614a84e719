import { afterEach, describe, expect, it } from 'vitest';
import { instantOf, localDay, plusDays } from '#kernel/calendar.ts';
import { DAY, HOUR, type Instant } from '#kernel/interval.ts';
import type { Claim, Place, UnitFacts } from '#modules/capacity/types.ts';
import { isDisplaced } from './displaced.ts';
import { freePerDay } from './free-days.ts';
import { moment } from './words.ts';

const AMSTERDAM = 'Europe/Amsterdam';
const place = (code: string): Place => ({
  id: code,
  unitId: 'u',
  code,
  products: ['elv-high'],
  properties: [],
  labels: [],
});
const stay = (placeId: string, from: Instant, until: Instant, more: Partial<Claim> = {}): Claim => ({
  id: `${placeId}-${from}`,
  placeId,
  subject: '',
  kind: 'stay',
  product: 'elv-high',
  during: { from, until },
  latestEnd: null,
  expiresAt: null,
  arrivedAt: from,
  awayAt: null,
  leftAt: null,
  releasedAt: null,
  displacedAt: null,
  madeAt: from,
  source: 'work',
  version: 1,
  ...more,
});
const unit = (claims: readonly Claim[], more: Partial<UnitFacts> = {}): UnitFacts => ({
  unitId: 'u',
  zone: AMSTERDAM,
  places: ['1', '2', '3'].map(place),
  claims,
  closures: [],
  staffing: [],
  figure: null,
  published: null,
  ...more,
});
const daysFrom = (now: Instant, count: number): string[] =>
  Array.from({ length: count }, (_, index) => plusDays(localDay(now, AMSTERDAM), index - 1));

const zones = ['UTC', AMSTERDAM, 'America/New_York'];
const before = process.env['TZ'];
afterEach(() => {
  if (before === undefined) delete process.env['TZ'];
  else process.env['TZ'] = before;
});

describe.each(zones)('beds free per day, on a server in %s', (zone) => {
  it.each([
    ['the spring night of 23 hours', '2026-03-28'],
    ['the autumn night of 25 hours', '2026-10-24'],
  ])('count local days through %s', (_, saturday) => {
    process.env['TZ'] = zone;
    expect(Intl.DateTimeFormat().resolvedOptions().timeZone).toBe(zone);
    const now = instantOf(saturday, 11 * 60, AMSTERDAM);
    const monday = plusDays(saturday, 2);
    // Leaves on Monday at two in the afternoon, by the clock of the ward.
    const facts = unit([stay('1', now - 10 * DAY, instantOf(monday, 14 * 60, AMSTERDAM))]);
    expect(freePerDay(facts, daysFrom(now, 5), 2, now)).toEqual([
      { day: saturday, free: 2, plusMinus: 0 },
      { day: plusDays(saturday, 1), free: 2, plusMinus: 0 },
      { day: monday, free: 3, plusMinus: 0 },
      { day: plusDays(saturday, 3), free: 3, plusMinus: 0 },
    ]);
    expect(moment(instantOf(monday, 0, AMSTERDAM), now, AMSTERDAM).nl).toBe('ma 0:00');
    expect(moment(instantOf(plusDays(saturday, 1), 23 * 60 + 59, AMSTERDAM), now, AMSTERDAM).nl).toBe(
      'zo 23:59',
    );
  });
});

describe('beds free per day', () => {
  const now = instantOf('2026-10-19', 9 * 60, AMSTERDAM);
  const at = (days: number): Instant => now + days * DAY;

  it('never count on somebody who should have left', () => {
    const facts = unit([stay('1', at(-20), at(-1))]);
    expect(freePerDay(facts, daysFrom(now, 6), 2, now).map((each) => each.free)).toEqual([2, 2, 2, 2, 2]);
  });

  it('grow wider where an end is uncertain, and from day four on', () => {
    const facts = unit([stay('1', at(-20), at(1), { latestEnd: at(3) })]);
    expect(
      freePerDay(facts, daysFrom(now, 8), 2, now).map((each) => `${each.free}±${each.plusMinus}`),
    ).toEqual(['2±0', '2±1', '2±1', '3±0', '3±1', '3±1', '3±1']);
  });

  it('leave out what is closed, planned, without staff, and days that are over', () => {
    const planned = stay('2', at(2), at(9), { kind: 'reserved', arrivedAt: null });
    const facts = unit([planned], {
      closures: [
        {
          id: 'a',
          unitId: 'u',
          placeId: '1',
          places: 1,
          reason: 'maintenance',
          during: { from: now, until: at(1.5) },
        },
        {
          id: 'b',
          unitId: 'u',
          placeId: null,
          places: 1,
          reason: 'no-staff',
          during: { from: at(2.9), until: at(3.5) },
        },
      ],
      staffing: [{ unitId: 'u', day: '2026-10-23', halfDay: 'afternoon', staffed: 2 }],
    });
    const days = freePerDay(facts, daysFrom(now, 7), 2, now);
    expect(days.map((each) => each.day)[0]).toBe('2026-10-19');
    expect(days.map((each) => each.free)).toEqual([2, 2, 2, 1, 1, 2]);
  });
});

describe('a plan without a bed', () => {
  const now = instantOf('2026-10-22', 11 * 60, AMSTERDAM);
  const plan = (from: Instant) => stay('1', from, from + 10 * DAY, { kind: 'reserved', arrivedAt: null });

  it('stands behind somebody who stayed too long, when its moment is near', () => {
    const overdue = stay('1', now - 20 * DAY, now - HOUR);
    expect(isDisplaced(plan(now + 4 * HOUR), [overdue], now)).toBe(true);
    expect(isDisplaced(plan(now - HOUR), [overdue], now)).toBe(true);
    expect(isDisplaced(plan(now + 3 * DAY), [overdue], now)).toBe(false);
    expect(isDisplaced(plan(now + 4 * HOUR), [{ ...overdue, placeId: '2' }], now)).toBe(false);
    expect(isDisplaced(overdue, [overdue], now)).toBe(false);
    expect(isDisplaced({ ...plan(now + 9 * DAY), displacedAt: now }, [], now)).toBe(true);
  });
});
