import { describe, expect, it } from 'vitest';
import { DEFAULT_FRESHNESS } from '#kernel/freshness.ts';
import { DAY, HOUR, MINUTE } from '#kernel/interval.ts';
import type { Claim, Closure, UnitFacts } from '#modules/capacity/types.ts';
import { decideHold } from './hold.ts';
import { standings } from './standing.ts';

const NOW = Date.parse('2026-11-23T10:00:00Z');
const USUAL = 35 * DAY;

const claim = (change: Partial<Claim>): Claim => ({
  id: 'c',
  placeId: 'p0',
  subject: 's',
  kind: 'stay',
  product: 'elv-high',
  during: { from: NOW - DAY, until: NOW + 5 * DAY },
  latestEnd: null,
  expiresAt: null,
  arrivedAt: change.kind === undefined || change.kind === 'stay' ? NOW - DAY : null,
  awayAt: null,
  leftAt: null,
  releasedAt: null,
  displacedAt: null,
  madeAt: NOW,
  source: 'work',
  version: 1,
  ...change,
});
const closure = (change: Partial<Closure>): Closure => ({
  id: 'x',
  unitId: 'u',
  placeId: 'p0',
  places: 1,
  reason: 'maintenance',
  during: { from: NOW - HOUR, until: NOW + HOUR },
  ...change,
});
const facts = (change: Partial<UnitFacts> = {}, places = 1): UnitFacts => ({
  unitId: 'u',
  zone: 'Europe/Amsterdam',
  places: Array.from({ length: places }, (_, i) => ({
    id: `p${i}`,
    unitId: 'u',
    code: String(i),
    products: ['elv-high'],
    properties: [],
    labels: [],
  })),
  claims: [],
  closures: [],
  staffing: [],
  figure: { asOf: NOW - HOUR, source: 'tap' },
  published: null,
  ...change,
});
const looking = {
  now: NOW,
  limits: DEFAULT_FRESHNESS,
  usual: USUAL,
  admitsFrom: NOW,
  product: 'elv-high' as const,
};
const look = (change: Partial<UnitFacts>, at: Partial<typeof looking> = {}) =>
  standings(facts(change), { ...looking, ...at })[0];
const held = (from: number, expiresAt: number) =>
  claim({ kind: 'hold', during: { from, until: from + USUAL }, expiresAt });

describe('a bed', () => {
  it('is free when nothing is on it, and can be had from when the site admits', () => {
    expect(look({})).toMatchObject({ state: 'free', availableFrom: NOW });
    expect(look({}, { admitsFrom: NOW + 3 * HOUR })).toMatchObject({
      state: 'free',
      availableFrom: NOW + 3 * HOUR,
    });
  });
  it('comes free later when the site lets nobody in for more than a day', () => {
    expect(look({}, { admitsFrom: NOW + 2 * DAY })).toMatchObject({
      state: 'soon',
      availableFrom: NOW + 2 * DAY,
    });
  });
  it('is unknown on a figure that is too old, and on none', () => {
    expect(look({ figure: { asOf: NOW - 13 * HOUR, source: 'tap' } })?.state).toBe('unknown');
    expect(look({ figure: null })).toMatchObject({ state: 'unknown', phase: 'never', availableFrom: null });
  });
  it('is occupied by who is in it, and comes free when the departure is near and firm', () => {
    expect(look({ claims: [claim({})] })?.state).toBe('occupied');
    const leaving = claim({ during: { from: NOW - DAY, until: NOW + 20 * HOUR } });
    expect(look({ claims: [leaving] })).toMatchObject({ state: 'soon', availableFrom: NOW + 20 * HOUR });
    expect(look({ claims: [{ ...leaving, latestEnd: NOW + 40 * HOUR }] })).toMatchObject({
      state: 'occupied',
      availableFrom: NOW + 40 * HOUR,
    });
  });
  it('stays occupied past the expected end, and is then promised to nobody', () => {
    const overdue = claim({ during: { from: NOW - 9 * DAY, until: NOW - DAY } });
    expect(look({ claims: [overdue] })).toMatchObject({
      state: 'occupied',
      overdue: true,
      availableFrom: null,
    });
  });
  it('does not come free for others when somebody is planned behind who leaves', () => {
    const leaving = claim({ during: { from: NOW - DAY, until: NOW + 20 * HOUR } });
    const next = claim({ id: 'd', kind: 'reserved', during: { from: NOW + DAY, until: NOW + 30 * DAY } });
    expect(look({ claims: [leaving, next] })).toMatchObject({ state: 'occupied', availableFrom: null });
  });
  it('is held until the hold runs out, to the millisecond', () => {
    expect(look({ claims: [held(NOW, NOW + 1)] })).toMatchObject({ state: 'held', changesAt: NOW + 1 });
    expect(look({ claims: [held(NOW, NOW)] })?.state).toBe('free');
  });
  it('that is promised soon is held, with the gap in front of it', () => {
    const plan = claim({ kind: 'reserved', during: { from: NOW + 5 * DAY, until: NOW + 40 * DAY } });
    expect(look({ claims: [plan] })).toMatchObject({ state: 'held', freeUntil: NOW + 5 * DAY });
    expect(look({ claims: [plan] }, { usual: 4 * DAY })).toMatchObject({
      state: 'free',
      freeUntil: NOW + 5 * DAY,
    });
  });
  it('is kept for who is in hospital for a while', () => {
    expect(look({ claims: [claim({ awayAt: NOW - HOUR })] })?.state).toBe('occupied');
  });
  it('is closed with its reason, and cleaning closes it too, but a departure is not held up by either', () => {
    expect(look({ closures: [closure({})] })).toMatchObject({
      state: 'closed',
      closedFor: 'maintenance',
      availableFrom: NOW + HOUR,
    });
    const cleaning = claim({ kind: 'cleaning', during: { from: NOW - MINUTE, until: NOW + 30 * MINUTE } });
    expect(look({ claims: [cleaning] })).toMatchObject({ state: 'closed', closedFor: 'cleaning' });
  });
  it('with somebody in it is occupied, closed or not: people stay in bed', () => {
    expect(look({ claims: [claim({})], closures: [closure({})] })?.state).toBe('occupied');
  });
});

describe('a ward', () => {
  const states = (change: Partial<UnitFacts>, places: number) =>
    standings(facts(change, places), looking).map((standing) => standing.state);

  it('that closed two beds without saying which shows two free ones less, and empties no bed', () => {
    const closures = [closure({ placeId: null, places: 2, reason: 'no-staff' })];
    expect(states({ closures, claims: [claim({})] }, 4)).toEqual(['occupied', 'free', 'closed', 'closed']);
    expect(states({ closures, claims: [claim({})] }, 2)).toEqual(['occupied', 'closed']);
  });
  it('with staff for two has no more free than two less who is in bed', () => {
    const staffing = [{ unitId: 'u', day: '2026-11-23', halfDay: 'morning' as const, staffed: 2 }];
    expect(states({ staffing, claims: [claim({})] }, 4)).toEqual(['occupied', 'free', 'closed', 'closed']);
    expect(states({ staffing: staffing.map((row) => ({ ...row, halfDay: 'evening' as const })) }, 2)).toEqual(
      ['free', 'free'],
    );
  });
});

describe('holding', () => {
  const hold = (change: Partial<UnitFacts>, admitsFrom: number | 'nobody' = NOW, from = NOW) =>
    decideHold(
      facts(change),
      { claimId: 'h', placeId: 'p0', subject: 's', product: 'elv-high', from, expiresAt: NOW + 45 * MINUTE },
      { now: NOW, limits: DEFAULT_FRESHNESS, admitsFrom: admitsFrom === 'nobody' ? undefined : admitsFrom },
    );
  const code = (result: ReturnType<typeof hold>) => (result.ok ? 'held' : result.refusal.code);

  it('takes a free bed for the usual length, from when the site admits', () => {
    const result = hold({}, NOW + 3 * HOUR);
    expect(result.ok && result.value.during).toEqual({ from: NOW + 3 * HOUR, until: NOW + 3 * HOUR + USUAL });
  });
  it('takes a shorter gap only when it is worth a stay', () => {
    const plan = (days: number) => [
      claim({ kind: 'reserved', during: { from: NOW + days * DAY, until: NOW + 60 * DAY } }),
    ];
    const result = hold({ claims: plan(5) });
    expect(result.ok && result.value.during.until).toBe(NOW + 5 * DAY);
    expect(code(hold({ claims: plan(0.5) }))).toBe('place-taken');
  });
  it('takes a bed that comes free from the expected end on, and never one that is overdue', () => {
    const leaving = claim({ during: { from: NOW - DAY, until: NOW + DAY } });
    expect(code(hold({ claims: [leaving] }))).toBe('place-taken');
    expect(code(hold({ claims: [leaving] }, NOW, NOW + DAY))).toBe('held');
    const overdue = claim({ during: { from: NOW - DAY, until: NOW - HOUR } });
    expect(code(hold({ claims: [overdue] }, NOW, NOW + 9 * DAY))).toBe('place-taken');
  });
  it('says why not: too old, closed, no staff, nobody admitted, another care', () => {
    expect(code(hold({ figure: null }))).toBe('stale-figure');
    const long = { from: NOW - HOUR, until: NOW + DAY };
    const plan = claim({ kind: 'reserved', during: { from: NOW + 2 * DAY, until: NOW + 9 * DAY } });
    expect(code(hold({ closures: [closure({ during: long })], claims: [plan] }))).toBe('place-closed');
    expect(code(hold({ closures: [closure({ placeId: null, reason: 'no-staff' })] }))).toBe('not-staffed');
    expect(code(hold({}, 'nobody'))).toBe('outside-admission');
  });

  it('a place beyond what there is is never free, never comes free, and is held for nobody else', () => {
    const extra = (claims: readonly Claim[]) => {
      const known = facts({ claims: [...claims] });
      return { ...known, places: known.places.map((place) => ({ ...place, labels: ['extra'] })) };
    };
    const looking = {
      now: NOW,
      limits: DEFAULT_FRESHNESS,
      usual: USUAL,
      admitsFrom: NOW,
      product: 'elv-high',
    } as const;
    const [empty] = standings(extra([]), looking);
    expect(empty).toMatchObject({ state: 'closed', availableFrom: null });
    const leaves = claim({ during: { from: NOW - DAY, until: NOW + HOUR } });
    expect(standings(extra([leaves]), looking)[0]).toMatchObject({ state: 'occupied', availableFrom: null });
    const hold = {
      claimId: 'x',
      placeId: 'p0',
      subject: 't',
      product: 'elv-high',
      from: NOW,
      expiresAt: NOW + HOUR,
    } as const;
    const held = decideHold(extra([]), hold, { now: NOW, limits: DEFAULT_FRESHNESS, admitsFrom: NOW });
    expect(held).toEqual({ ok: false, refusal: { code: 'place-closed' } });
  });
});
