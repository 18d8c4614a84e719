import { describe, expect, it } from 'vitest';
import { instantOf, plusDays } from '#kernel/calendar.ts';
import type { Instant } from '#kernel/interval.ts';
import type { Product } from '#kernel/product.ts';
import type { Claim, UnitFacts } from '#modules/capacity/types.ts';
import { waitingTotals } from './hospital-waiting.ts';
import { forecastOf, leavesOf } from './leaving-fold.ts';

const ZONE = 'Europe/Amsterdam';
/** The Friday before the clock goes back. */
const TODAY = '2026-10-23';
const NOW = instantOf(TODAY, 600, ZONE);
const DAYS = Array.from({ length: 7 }, (_, index) => plusDays(TODAY, index));

const claim = (until: Instant, change: Partial<Claim> = {}): Claim => ({
  ...{ id: `c-${until}`, placeId: 'p', kind: 'stay', product: 'elv-high' as Product },
  during: { from: NOW - 1, until },
  ...{ latestEnd: null, expiresAt: null, arrivedAt: NOW - 1, awayAt: null, leftAt: null },
  ...{ releasedAt: null, displacedAt: null, madeAt: NOW - 1, source: 'work', version: 1 },
  ...change,
});
const unit = (claims: readonly Claim[], unitId = 'u'): UnitFacts => ({
  ...{ unitId, zone: ZONE, places: [], claims, closures: [], staffing: [], figure: null, published: null },
});
const on = (day: string, minutes: number): Instant => instantOf(day, minutes, ZONE);

describe('who leaves', () => {
  it('is counted on the local day of the expected end, also on the day of 25 hours', () => {
    const ends = [on('2026-10-25', 0), on('2026-10-25', 1439), on('2026-10-26', 0), on('2026-10-29', 1439)];
    const leaves = leavesOf([unit(ends.map((until) => claim(until)))], DAYS, NOW);
    expect(leaves.map(({ day }) => day)).toEqual(['2026-10-25', '2026-10-25', '2026-10-26', '2026-10-29']);
    expect(leavesOf([unit([claim(on('2026-10-30', 0))])], DAYS, NOW)).toEqual([]);
  });

  it('is somebody who is here: not who is still to come, who left, nor a bed that is cleaned', () => {
    const until = on('2026-10-24', 600);
    const others = [
      claim(until, { kind: 'reserved', arrivedAt: null }),
      claim(until, { leftAt: NOW - 1 }),
      claim(until, { kind: 'cleaning', arrivedAt: null }),
    ];
    expect(leavesOf([unit(others)], DAYS, NOW)).toEqual([]);
  });

  it('who should have gone counts today, and is not certain; neither is who may stay longer', () => {
    const late = claim(NOW - 50_000_000);
    const unsure = claim(on('2026-10-24', 600), { latestEnd: on('2026-10-27', 600), product: 'grz' });
    const sure = claim(on('2026-10-24', 700));
    const leaves = leavesOf([unit([late, unsure]), unit([sure], 'v')], DAYS, NOW);
    expect(leaves.map(({ day, overdue }) => [day, overdue])).toEqual([
      [TODAY, true],
      ['2026-10-24', false],
      ['2026-10-24', false],
    ]);
    const [today, tomorrow, after] = forecastOf(leaves, DAYS);
    expect(today).toEqual({
      ...{ day: TODAY, leaves: 1, uncertain: 1 },
      products: [{ product: 'elv-high', leaves: 1 }],
    });
    expect(tomorrow).toMatchObject({
      ...{ leaves: 2, uncertain: 1 },
      products: [
        { product: 'elv-high', leaves: 1 },
        { product: 'grz', leaves: 1 },
      ],
    });
    expect(after).toEqual({ day: '2026-10-25', leaves: 0, uncertain: 0, products: [] });
  });
});

describe('who of a hospital waits', () => {
  it('is a wrong bed by law, or a delayed departure; who is not ready waits no day', () => {
    const totals = waitingTotals([
      { kind: 'wrong-bed', daysWaiting: 4 },
      { kind: 'delayed', daysWaiting: 2 },
      { kind: 'delayed', daysWaiting: 0 },
      { kind: 'not-yet', daysWaiting: -3 },
    ]);
    expect(totals).toEqual({ wrongBed: { people: 1, days: 4 }, delayed: { people: 2, days: 2 }, notYet: 1 });
  });
});
