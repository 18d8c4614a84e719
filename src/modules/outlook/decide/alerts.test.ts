import { describe, expect, it } from 'vitest';
import { instantOf } from '#kernel/calendar.ts';
import { DAY } from '#kernel/interval.ts';
import type { RaisedAlert, ThresholdSet } from '#modules/outlook/types.ts';
import { forecastAll } from '#planning/forecast/index.ts';
import type { Forecast, ForecastFacts } from '#planning/forecast/types.ts';
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

describe('over a weekend in which the clock changes', () => {
  const ZONE = 'Europe/Amsterdam';
  const friday = instantOf('2026-10-23', 6 * 60, ZONE);
  const facts: ForecastFacts = {
    ...{ now: friday, zone: ZONE, since: friday - 60 * DAY, free: [] },
    past: Array.from({ length: 50 }, (_, day) => ({
      ...{ siteId: 'n', product: 'elv-high', expectedEnd: null },
      ...{ arrivedAt: friday - (60 - day) * DAY, leftAt: friday - (53 - day) * DAY },
    })),
    sites: [
      {
        ...{ siteId: 'n', product: 'elv-high', usable: Array<number>(14).fill(1), freeNow: 0 },
        ...{
          present: [{ arrivedAt: friday - DAY, expectedEnd: null, latestEnd: null }],
          planned: [],
          asking: 4,
        },
      },
    ],
  };
  const forecasts = forecastAll(facts);
  const [alert] = alertsIn([set({ figure: 0.01, days: 3 })], { ...SIGHT, today: '2026-10-23', forecasts });

  it('what is said on Friday is said of Saturday, Sunday and Monday, and with Monday it ends', () => {
    const region = forecasts.find(({ siteId }) => siteId === null);
    expect(region?.days.slice(0, 3).map(({ day }) => day)).toEqual([
      '2026-10-24',
      '2026-10-25',
      '2026-10-26',
    ]);
    expect(alert).toMatchObject({ until: '2026-10-26', figure: region?.noneWithin?.[2] });
  });

  it('is right when none was free on Saturday, Sunday and Monday at ten; Friday and Tuesday say nothing of it', () => {
    const on = (today: string, free: Readonly<Record<string, number>>) =>
      alert === undefined
        ? undefined
        : wasRight(alert, { today, departures: [], free: (_product, day) => free[day] });
    const weekend = { '2026-10-23': 1, '2026-10-24': 0, '2026-10-25': 0 };
    // On Monday at six nobody knows how many are free at ten.
    expect(on('2026-10-26', weekend)).toBeNull();
    expect(on('2026-10-27', { ...weekend, '2026-10-26': 0, '2026-10-27': 3 })).toBe(true);
    expect(on('2026-10-27', { ...weekend, '2026-10-26': 1 })).toBe(false);
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
