import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fill } from './fill.ts';
import { quick } from './quick.ts';
import { ALWAYS, madeFacts, OFFICE, simFlow, simModel, simWard } from './region.fixture.ts';
import { turn } from './turn.ts';
import type { Levers } from './types.ts';

const two = simModel({
  wards: [simWard(), simWard({ id: 'boshof', beds: 26, product: 'grz' })],
  flows: [simFlow(), simFlow({ id: 'grz', product: 'grz', origin: 'hospital', perWeek: 3.8 })],
  openings: [{ id: 'thuis', kind: 'home-care', startsPerWeek: 4 }],
});

describe('what a manager turns', () => {
  it('changes nothing when nothing is turned', () => {
    expect(turn(two, { product: null })).toEqual(two);
    expect(turn(two, { product: 'grz', beds: {}, starts: {}, typed: {}, barrierDays: {} })).toEqual(two);
    const { model } = fill(madeFacts(200));
    expect(turn(model, { product: null })).toEqual(model);
  });

  it('changes only the product that was chosen', () => {
    const turned = turn(two, { product: 'grz', admits: OFFICE, transferHours: 4, weekendStaff: 0.5 });
    expect(turned.wards[0]).toEqual(two.wards[0]);
    expect(turned.flows[0]).toEqual(two.flows[0]);
    expect(turned.wards[1]).toMatchObject({ admits: OFFICE, weekendStaff: 0.5, beds: 26 });
    expect(turned.flows[1]?.transferHours).toBe(4);
  });

  it('adds beds and starts only where they are named, and never goes below none', () => {
    const turned = turn(two, { product: null, beds: { boshof: 4, gone: 3 }, starts: { thuis: 9, gone: 3 } });
    expect(turned.wards.map(({ beds }) => beds)).toEqual([120, 30]);
    expect(turned.openings).toEqual([{ id: 'thuis', kind: 'home-care', startsPerWeek: 9 }]);
    expect(turned.flows).toEqual(two.flows);
    expect(turn(two, { product: null, beds: { boshof: -50 } }).wards[1]?.beds).toBe(0);
  });

  it('shares whole beds, as many together as was asked', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 1, maxLength: 8 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (beds, share) => {
          const model = simModel({ wards: beds.map((count, i) => simWard({ id: `w${i}`, beds: count })) });
          const { wards } = turn(model, { product: null, sharedShare: share });
          const all = beds.reduce((sum, count) => sum + count, 0);
          expect(wards.reduce((sum, ward) => sum + ward.shared, 0)).toBe(Math.round(all * share));
          for (const ward of wards) expect(ward.shared).toBeLessThanOrEqual(ward.beds);
        },
      ),
    );
    expect(turn(two, { product: 'elv-high', sharedShare: 0.4 }).wards).toMatchObject([
      { shared: 48, pool: 'region' },
      { shared: 0, pool: 'region' },
    ]);
  });

  it('keeps who shared already sharing when more beds are shared', () => {
    const respite = simWard({ id: 'logeren', product: 'respite', pool: 'huis' });
    const model = simModel({
      wards: [simWard({ pool: 'huis' }), respite, simWard({ id: 'b', product: 'wlz-crisis' })],
    });
    const pools = turn(model, { product: 'elv-high', sharedShare: 0.2 }).wards.map(({ pool }) => pool);
    expect(pools).toEqual(['region', 'region', null]);
    expect(turn(model, { product: 'elv-high', sharedShare: 0 }).wards.map(({ pool }) => pool)).toEqual([
      'huis',
      'huis',
      null,
    ]);
  });

  it('shortens waiting only behind the barrier that is named', () => {
    const [flow] = turn(two, { product: 'elv-high', barrierDays: { 'home-care': 0.5 } }).flows;
    expect(flow?.endings.map(({ waitDays }) => waitDays)).toEqual([4, 6]);
  });

  it('takes every assumption that can be typed over, and the ways out still add up to one', () => {
    const { model, assumptions } = fill(madeFacts(300));
    const shares = ['share', 'homeShare', 'weekendStaff'];
    for (const { id, value } of assumptions.filter(({ id: own }) => !own.endsWith(':shared'))) {
      const to = shares.some((name) => id.endsWith(name)) ? value / 2 + 0.25 : Math.round(value) + 3;
      const changed = turn(model, { product: null, typed: { [id]: to } });
      expect(changed, id).not.toEqual(model);
      const sums = changed.flows.map(({ endings }) => endings.reduce((sum, { share }) => sum + share, 0));
      for (const sum of sums) expect(sum).toBeCloseTo(1, 9);
    }
    expect(turn(model, { product: null, typed: { 'flow:nobody:perWeek': 3 } })).toEqual(model);
  });
});

const hours = (levers: Omit<Levers, 'product'>, model = simModel()) =>
  quick(turn(model, { product: null, ...levers })).flows[0]?.waitHours;

describe('the first answer while somebody still drags', () => {
  it('gives the wait of the textbook for 120 beds and a load of 109', () => {
    const answer = quick(simModel({ flows: [simFlow({ endings: exponentialStay(35) })] }));
    expect((answer.flows[0]?.waitHours ?? 0) / 24).toBeCloseTo(0.69, 2);
    expect(answer.wards[0]?.occupied).toBeCloseTo(109 / 120, 3);
    expect(answer.products[0]?.enoughBeds).toBe(120);
    expect(answer.region.waiting).toBeCloseTo((109 / 35) * 0.69, 1);
  });

  it('never makes the wait longer by beds, by opening longer or by arranging faster', () => {
    const slow = simModel({ flows: [simFlow({ transferHours: 36 })] });
    const closed = turn(slow, { product: null, admits: OFFICE });
    expect(hours({ beds: { anholt: 5 } }, closed)).toBeLessThan(hours({}, closed) ?? 0);
    expect(hours({ admits: ALWAYS }, closed)).toBeLessThan((hours({}, closed) ?? 0) - 14);
    expect(hours({ transferHours: 4 }, closed)).toBeLessThan((hours({}, closed) ?? 0) - 28);
    expect(hours({ barrierDays: { 'home-care': 0.5 } }, closed)).toBeLessThan(hours({}, closed) ?? 0);
  });

  it('closes the weekend when it has too few people for who is in', () => {
    const week = turn(simModel(), { product: null, weekendStaff: 0.5 });
    expect(quick(week).flows[0]?.waitHours).toBeGreaterThan((hours({}) ?? 0) + 5);
    expect(quick(week).leavesOut).toContain('weekend-staff');
  });

  it('lets shared beds help both, and all of them most', () => {
    const wait = (share: number) =>
      quick(turn(two, { product: null, sharedShare: share })).flows.map(({ waitHours }) => waitHours ?? 0);
    const [none, some, all] = [wait(0), wait(0.4), wait(1)];
    for (const i of [0, 1]) {
      expect(some[i]).toBeLessThan(none[i] as number);
      expect(all[i]).toBeLessThanOrEqual(some[i] as number);
    }
    const gain = (i: number) =>
      ((none[i] as number) - (some[i] as number)) / ((none[i] as number) - (all[i] as number));
    expect(gain(0)).toBeGreaterThan(0.9);
  });

  it('sends more people home at once when more help can start', () => {
    const model = simModel({
      flows: [simFlow({ homeShare: 0.2 })],
      openings: [{ id: 'thuis', kind: 'home-care', startsPerWeek: 1 }],
    });
    expect(hours({ starts: { thuis: 5 } }, model)).toBeLessThan(hours({}, model) ?? 0);
  });

  it('says what it cannot know instead of guessing: more people than beds, doors that never open', () => {
    const full = quick(turn(simModel(), { product: null, beds: { anholt: -20 } }));
    expect(full.flows[0]).toMatchObject({ waitHours: null, within3Days: null, toHospital: null });
    expect(full.region).toEqual({
      waiting: null,
      hospitalAdmissions: null,
      wrongBedDays: null,
      served: null,
    });
    expect(full.leavesOut).toEqual(['overloaded']);
    expect(quick(turn(simModel(), { product: null, admits: [] })).flows[0]?.waitHours).toBeNull();
    expect(quick(simModel({ wards: [], flows: [] })).region.waiting).toBe(0);
  });

  it('takes a share of the emergency department into hospital, fewer when arranging is faster', () => {
    const model = simModel({
      flows: [simFlow({ origin: 'emergency', hospitalAfterHours: 24, hospitalDays: 5.2, transferHours: 36 })],
    });
    const taken = (levers: Omit<Levers, 'product'>) =>
      quick(turn(model, { product: null, ...levers })).flows[0]?.toHospital ?? 0;
    expect(taken({})).toBeGreaterThan(0.45);
    expect(taken({ transferHours: 4 })).toBeLessThan(0.3);
  });

  it('answers a region of twenty flows before anybody sees it wait', () => {
    const flows = Array.from({ length: 20 }, (_, i) =>
      simFlow({ id: `f${i}`, perWeek: 1, transferHours: 36, triageHours: 3 }),
    );
    const model = simModel({
      flows,
      wards: [simWard({ admits: OFFICE }), simWard({ id: 'b', admits: ALWAYS })],
    });
    quick(model);
    const begin = performance.now();
    for (let i = 0; i < 5; i += 1) quick(model);
    expect((performance.now() - begin) / 5).toBeLessThan(300);
  });
});

const exponentialStay = (days: number) => [
  { way: 'home', share: 1, careDays: days, shape: 1, waitDays: 0, waitsFor: null } as const,
];
