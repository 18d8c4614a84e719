import { expect, it } from 'vitest';
import type { KeptForecast } from '#modules/outlook/types.ts';
import { freeOf, scoresOf } from './scores.ts';

const DAYS = ['2026-11-23', '2026-11-24'] as const;
const forecast = (change: Partial<KeptForecast>): KeptForecast => ({
  ...{ id: 'north', siteId: 'n', product: 'elv-high', madeAt: 0, past: [], none: null },
  days: DAYS.map((day) => ({ day, chance: [0.5, 0.5] })),
  ...{ sameAsNow: 2, weekdayMean: [0.5, null], restsOn: { days: 60, stays: 40 } },
  ...change,
});
const was = (siteId: string, day: string, free: number) =>
  ({ siteId, product: 'elv-high', day, free }) as const;
const TOGETHER = [
  forecast({}),
  forecast({ id: 'south', siteId: 's' }),
  forecast({ id: 'silent', siteId: 'q', none: 'nothing-known', days: [] }),
  forecast({ id: 'region', siteId: null, days: [{ day: DAYS[0], chance: [0, 0.25, 0.75] }] }),
];

it('a forecast is held against what came, beside the two plain answers, on days that are known', () => {
  const free = freeOf([was('n', DAYS[0], 0)]);
  const scores = scoresOf(TOGETHER, free, new Set());
  expect(scores).toEqual([
    {
      ...{ forecastId: 'north', ahead: 1, day: DAYS[0], free: 0, from90: 0, until90: 1 },
      // Half of the chance lies one place too high: (0,5 - 1) squared.
      ...{ in50: true, in90: true, crps: 0.25, crpsSame: 2, crpsWeekday: 0.5 },
    },
  ]);
});

it('the region is held against the sites of which something could be said, and only when all of them are known', () => {
  const half = freeOf([was('n', DAYS[0], 1)]);
  expect(scoresOf(TOGETHER, half, new Set()).map(({ forecastId }) => forecastId)).toEqual(['north']);
  // What the silent site had free is not in the forecast, so it is not in what came either.
  const whole = freeOf([was('n', DAYS[0], 1), was('s', DAYS[0], 1), was('q', DAYS[0], 5)]);
  const region = scoresOf(TOGETHER, whole, new Set()).find(({ forecastId }) => forecastId === 'region');
  expect(region).toMatchObject({ free: 2, in90: true, crps: 0.0625, crpsSame: 0 });
});

it('what was scored before is not scored again', () => {
  const free = freeOf([was('n', DAYS[0], 0), was('n', DAYS[1], 1)]);
  const scores = scoresOf(TOGETHER, free, new Set(['north 1']));
  expect(scores.map(({ forecastId, ahead }) => `${forecastId} ${ahead}`)).toEqual(['north 2']);
});
