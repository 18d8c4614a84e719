import { describe, expect, it } from 'vitest';
import type { RaisedAlert, ThresholdSet } from '#modules/outlook/types.ts';
import type { Forecast } from '#planning/forecast/types.ts';
import { alertsIn, wasRight } from './alerts.ts';

const TODAY = '2026-11-22';
const forecast = (siteId: string | null, full: number): Forecast => ({
  ...{ siteId, product: 'elv-high', madeAt: 0, sameAsNow: 1, weekdayMean: [], none: null },
  days: ['2026-11-23', '2026-11-24', '2026-11-25'].map((day) => ({ day, chance: [full, 1 - full] })),
  noneWithin: [full, full / 2, full / 4],
  restsOn: { days: 60, stays: 40 },
});
const set = (change: Partial<ThresholdSet> = {}): ThresholdSet => ({
  ...{ kind: 'no-place-ahead', product: 'elv-high', on: true, figure: 0.5, days: 1, version: 1 },
  ...change,
});
const SIGHT = {
  today: TODAY,
  forecasts: [forecast('n', 1), forecast(null, 0.62)],
  departures: [
    { barrier: 'home-care', count: 5 },
    { barrier: 'wmo', count: 2 },
  ],
};

describe('what is said to be coming', () => {
  it('is silent until the region turns it on', () => {
    expect(alertsIn([], SIGHT)).toEqual([]);
    expect(alertsIn([set({ on: false })], SIGHT)).toEqual([]);
  });

  it('is a product without a free place in the whole region, when the chance reaches what the region set', () => {
    expect(alertsIn([set()], SIGHT)).toEqual([
      {
        ...{ kind: 'no-place-ahead', product: 'elv-high', about: null, madeOn: TODAY },
        ...{ until: '2026-11-23', figure: 0.62, over: 0.5 },
      },
    ]);
    expect(alertsIn([set({ figure: 0.63 })], SIGHT)).toEqual([]);
    // On none of three days: less likely than on one.
    expect(alertsIn([set({ days: 3 })], SIGHT)).toEqual([]);
  });

  it('is departures that wait for the same thing, each cause apart', () => {
    const waiting = set({ kind: 'departures-wait', product: null, figure: 5, days: 7 });
    expect(alertsIn([waiting], SIGHT)).toMatchObject([
      { about: 'home-care', figure: 5, until: '2026-11-29' },
    ]);
  });
});

describe('whether it was right', () => {
  const alert: RaisedAlert = {
    ...{ kind: 'no-place-ahead', product: 'elv-high', about: null, madeOn: TODAY },
    ...{ until: '2026-11-24', figure: 0.62, over: 0.5 },
  };
  const came = (today: string, free: Readonly<Record<string, number>>) => ({
    ...{ today, departures: SIGHT.departures },
    free: (_product: string, day: string) => free[day],
  });

  it('one free place makes it wrong at once', () => {
    expect(wasRight(alert, came('2026-11-23', { '2026-11-23': 1 }))).toBe(false);
  });

  it('no free place on any of its days makes it right, when all are known', () => {
    expect(wasRight(alert, came('2026-11-23', { '2026-11-23': 0 }))).toBeNull();
    expect(wasRight(alert, came('2026-11-24', { '2026-11-23': 0, '2026-11-24': 0 }))).toBe(true);
  });

  it('days that stay unknown are waited for, and then not counted as right', () => {
    expect(wasRight(alert, came('2026-11-26', { '2026-11-23': 0 }))).toBeNull();
    expect(wasRight(alert, came('2026-11-27', { '2026-11-23': 0 }))).toBe(false);
  });

  it('departures were right when on the last day as many still wait', () => {
    const waiting: RaisedAlert = {
      ...alert,
      kind: 'departures-wait',
      product: null,
      about: 'home-care',
      over: 5,
    };
    expect(wasRight(waiting, came('2026-11-23', {}))).toBeNull();
    expect(wasRight(waiting, came('2026-11-24', {}))).toBe(true);
    expect(wasRight({ ...waiting, about: 'wmo' }, came('2026-11-24', {}))).toBe(false);
    expect(wasRight({ ...waiting, about: 'wlz-decision' }, came('2026-11-24', {}))).toBe(false);
  });
});
