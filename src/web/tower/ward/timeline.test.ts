import { describe, expect, it } from 'vitest';
import { DAY, HOUR } from '#kernel/interval.ts';
import { barsOf, nearestBar, type Sheet, sheetDays, type WardClaim, type WardPlace } from './timeline.ts';

const FROM = Date.parse('2026-10-20T22:00:00Z');
const SHEET: Sheet = { from: FROM, until: FROM + 10 * DAY, now: FROM + 2 * DAY };
const at = (days: number): string => new Date(FROM + days * DAY).toISOString();

const claim = (change: Partial<WardClaim> = {}): WardClaim => ({
  claimId: 'claim',
  kind: 'stay',
  from: at(-3),
  until: at(5),
  latestEnd: null,
  expiresAt: null,
  arrivedAt: at(-3),
  overdue: false,
  displaced: false,
  name: 'Mw. Alberts',
  profile: null,
  requestId: null,
  requestVersion: null,
  stay: null,
  version: 1,
  ...change,
});

const bed = (change: Partial<WardPlace> = {}): WardPlace => ({
  id: 'bed',
  code: '1',
  products: ['elv-high'],
  flex: null,
  properties: [],
  room: null,
  state: 'occupied',
  freeUntil: null,
  changesAt: null,
  overdue: false,
  claims: [],
  closures: [],
  ...change,
});

describe('a bed over the days', () => {
  it('shows who is here up to the expected end, with a flag there', () => {
    const [bar] = barsOf(bed({ claims: [claim()] }), SHEET);
    expect(bar).toMatchObject({
      kind: 'stay',
      left: 0,
      width: 50,
      flag: true,
      opensBefore: true,
      endsAfter: false,
    });
    expect(bar?.split).toBeNull();
  });

  it('has no flag for an end beyond the sheet or one nobody knows', () => {
    for (const until of [at(12), null]) {
      const [bar] = barsOf(bed({ claims: [claim({ until })] }), SHEET);
      expect(bar).toMatchObject({ width: 100, flag: false, endsAfter: true });
    }
  });

  it('has no uncertain part on a sheet that ends before it begins', () => {
    const [bar] = barsOf(bed({ claims: [claim({ until: at(10), latestEnd: at(14) })] }), SHEET);
    expect(bar).toMatchObject({ left: 0, width: 100, split: null, endsAfter: true, flag: false });
  });

  it('turns uncertain at the expected end and ends at the latest', () => {
    const [bar] = barsOf(bed({ claims: [claim({ latestEnd: at(8) })] }), SHEET);
    expect(bar).toMatchObject({ width: 80, split: 62.5, flag: false, overdue: false });
  });

  it('over its end runs to now, striped from where it should have ended', () => {
    const [bar] = barsOf(bed({ claims: [claim({ until: at(1), overdue: true })] }), SHEET);
    expect(bar).toMatchObject({ left: 0, width: 20, split: 50, overdue: true });
  });

  it('puts a displaced plan behind now, and behind who was extended over it', () => {
    const plan = claim({ claimId: 'plan', kind: 'reserved', from: at(1), until: at(4), displaced: true });
    const late = barsOf(bed({ claims: [claim({ until: at(1), overdue: true }), plan] }), SHEET);
    expect(late[1]).toMatchObject({ kind: 'displaced', left: 20 });
    const extended = barsOf(bed({ claims: [claim({ until: at(3) }), plan] }), SHEET);
    expect(extended[1]).toMatchObject({ kind: 'displaced', left: 30 });
  });

  it('holds only as long as the hold lasts', () => {
    const hold = claim({ kind: 'hold', from: at(2), until: at(40), expiresAt: at(2.5) });
    expect(barsOf(bed({ state: 'held', claims: [hold] }), SHEET)[0]).toMatchObject({
      kind: 'hold',
      width: 5,
    });
  });

  it('is free from now to the next plan', () => {
    const plan = claim({ claimId: 'plan', kind: 'reserved', from: at(6), until: at(9), arrivedAt: null });
    const bars = barsOf(bed({ state: 'free', claims: [plan] }), SHEET);
    expect(bars.map(({ kind, left, width }) => [kind, left, width])).toEqual([
      ['free', 20, 40],
      ['planned', 60, 30],
    ]);
  });

  it('is free without an end in sight when nothing is planned', () => {
    expect(barsOf(bed({ state: 'free' }), SHEET)[0]).toMatchObject({ left: 20, width: 80, until: null });
  });

  it('that is empty before the doors open is free from then on, and not shut twice while it is cleaned', () => {
    const [later] = barsOf(bed({ state: 'soon', changesAt: at(3) }), SHEET);
    expect(later).toMatchObject({ kind: 'free', left: 30, width: 70 });
    const cleaning = claim({ kind: 'cleaning', from: at(1.5), until: at(2.5), arrivedAt: null });
    expect(barsOf(bed({ state: 'closed', claims: [cleaning] }), SHEET).map(({ kind }) => kind)).toEqual([
      'cleaning',
    ]);
  });

  it('is not free behind who came in this very minute, when the clock of the screen is still before it', () => {
    const [only, ...rest] = barsOf(bed({ state: 'soon', claims: [claim({ from: at(2.0001) })] }), SHEET);
    expect(only?.kind).toBe('stay');
    expect(rest).toEqual([]);
  });

  it('stays unknown only where nobody is known to lie', () => {
    expect(barsOf(bed({ state: 'unknown' }), SHEET)[0]?.kind).toBe('unknown');
    expect(barsOf(bed({ state: 'unknown', claims: [claim()] }), SHEET).map(({ kind }) => kind)).toEqual([
      'stay',
    ]);
  });

  it('shows a closing of this bed, and one of the ward as a whole', () => {
    const closure = { id: 'shut', reason: 'maintenance' as const, from: at(1), until: at(3) };
    const own = barsOf(bed({ state: 'closed', closures: [closure] }), SHEET);
    expect(own.map(({ kind, left, width }) => [kind, left, width])).toEqual([['closed', 10, 20]]);
    const unit = barsOf(bed({ state: 'closed', changesAt: at(4) }), SHEET);
    expect(unit[0]).toMatchObject({ kind: 'closed', left: 20, width: 20, closure: null });
  });

  it('leaves out what lies outside the sheet', () => {
    const gone = claim({ kind: 'cleaning', from: at(-2), until: at(-1) });
    expect(barsOf(bed({ claims: [gone] }), SHEET)).toEqual([]);
  });
});

describe('the days of the sheet', () => {
  it('are as wide as they last: the day the clock goes back is an hour wider', () => {
    const days = ['2026-10-24', '2026-10-25', '2026-10-26'];
    const from = Date.parse('2026-10-23T22:00:00Z');
    const sheet = { from, until: from + 3 * DAY + HOUR, now: from };
    const drawn = sheetDays(days, sheet, 'Europe/Amsterdam');
    expect(drawn.map(({ weekend }) => weekend)).toEqual([true, true, false]);
    expect((drawn[1]?.width ?? 0) / (drawn[0]?.width ?? 1)).toBeCloseTo(25 / 24);
    expect(drawn.reduce((sum, { width }) => sum + width, 0)).toBeCloseTo(100);
  });
});

it('the arrow down lands on the bar nearest in time', () => {
  const plan = claim({ claimId: 'plan', kind: 'reserved', from: at(6), until: at(9) });
  const bars = barsOf(bed({ state: 'free', claims: [plan] }), SHEET);
  expect(nearestBar(bars, 55)?.kind).toBe('planned');
  expect(nearestBar(bars, 0)?.kind).toBe('free');
  expect(nearestBar([], 0)).toBeUndefined();
});
