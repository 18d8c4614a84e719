import { describe, expect, it } from 'vitest';
import { instantOf } from '#kernel/calendar.ts';
import { mayBePlanned, pharmacyDay, stillFits, windowOf } from './fit.ts';

const ZONE = 'Europe/Amsterdam';
const order = {
  state: 'signed',
  ...{ fromDay: '2026-11-23', latestDay: '2026-12-07', validUntil: '2027-03-01' },
  ...{ intervalDays: 28, toleranceDays: 3, given: 1, firstGivenOn: '2026-10-26', weightKg: 70 },
  labOk: true,
} as const;
const treatment = { firstInHospital: true, pharmacyDays: 2, weight: true };
const on = (day: string, more: object = {}) => ({
  ...{
    day,
    start: instantOf(day, 600, ZONE),
    today: '2026-11-23',
    zone: ZONE,
    before: null,
    drugReadyAt: null,
  },
  ...more,
});
const code = (decided: ReturnType<typeof mayBePlanned>): unknown =>
  decided.ok ? 'ok' : [decided.refusal.code, decided.refusal.params ?? {}];

describe('a visit may be planned', () => {
  it('within its window, the first by the order and the next by the one before', () => {
    expect(code(mayBePlanned(order, treatment, on('2026-11-30')))).toBe('ok');
    expect(code(mayBePlanned(order, treatment, on('2026-12-08')))).toEqual([
      'interval-missed',
      { from: '23-11-2026', until: '07-12-2026' },
    ]);
    const next = { before: '2026-11-30' };
    for (const day of ['2026-12-25', '2026-12-31'])
      expect(code(mayBePlanned(order, treatment, on(day, next)))).toBe('ok');
    for (const day of ['2026-12-24', '2027-01-01'])
      expect(code(mayBePlanned(order, treatment, on(day, next)))).toEqual([
        'interval-missed',
        { from: '25-12-2026', until: '31-12-2026' },
      ]);
  });

  it('while the order holds', () => {
    const short = { ...order, validUntil: '2026-12-26' };
    expect(windowOf(short, '2026-11-30')).toEqual({ from: '2026-12-25', until: '2026-12-26' });
    expect(code(mayBePlanned(short, treatment, on('2026-12-27', { before: '2026-11-30' })))).toEqual([
      'order-expired',
      { until: '26-12-2026' },
    ]);
    expect(code(mayBePlanned({ ...order, state: 'draft' }, treatment, on('2026-11-30')))).toEqual([
      'order-not-signed',
      {},
    ]);
    expect(code(mayBePlanned({ ...order, state: 'stopped' }, treatment, on('2026-11-30')))).toEqual([
      'order-over',
      {},
    ]);
  });

  it('when the pharmacy can have it ready, or said that it has', () => {
    expect(pharmacyDay('2026-11-26', 2)).toBe('2026-11-30');
    // Christmas and the weekend: the pharmacy is back on the Monday.
    expect(pharmacyDay('2026-12-24', 2)).toBe('2026-12-29');
    expect(code(mayBePlanned(order, treatment, on('2026-11-24')))).toEqual([
      'drug-not-ready',
      { from: '25-11-2026' },
    ]);
    expect(code(mayBePlanned(order, treatment, on('2026-11-25')))).toBe('ok');
    const early = { drugReadyAt: instantOf('2026-11-24', 480, ZONE) };
    expect(code(mayBePlanned(order, treatment, on('2026-11-24', early)))).toBe('ok');
    const late = { drugReadyAt: instantOf('2026-11-27', 601, ZONE) };
    expect(code(mayBePlanned(order, treatment, on('2026-11-27', late)))).toEqual([
      'drug-not-ready',
      { from: '27-11-2026' },
    ]);
  });

  it('before there is blood, but not with bad blood, without weight, or before the first dose', () => {
    expect(code(mayBePlanned({ ...order, labOk: null }, treatment, on('2026-11-30')))).toBe('ok');
    expect(code(mayBePlanned({ ...order, labOk: false }, treatment, on('2026-11-30')))).toEqual([
      'lab-not-good',
      {},
    ]);
    expect(code(mayBePlanned({ ...order, weightKg: null }, treatment, on('2026-11-30')))).toEqual([
      'weight-missing',
      {},
    ]);
    expect(code(mayBePlanned({ ...order, given: 0 }, treatment, on('2026-11-30')))).toEqual([
      'first-dose-in-hospital',
      {},
    ]);
    const free = { ...treatment, firstInHospital: false, weight: false };
    expect(code(mayBePlanned({ ...order, given: 0, weightKg: null }, free, on('2026-11-30')))).toBe('ok');
  });

  it('and still fits a changed order by its day alone', () => {
    expect(stillFits(order, treatment, { day: '2026-12-07', before: null })).toBe(true);
    expect(stillFits(order, treatment, { day: '2026-12-08', before: null })).toBe(false);
    expect(stillFits({ ...order, labOk: false }, treatment, { day: '2026-12-07', before: null })).toBe(false);
  });
});
