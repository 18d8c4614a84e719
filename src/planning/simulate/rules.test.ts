import { describe, expect, it } from 'vitest';
import { difference, estimateFlow, estimateRegion, estimateWard, ofFlow, ofRegion } from './estimate.ts';
import { ALL_WEEK, EVENLY, flowOf, homeAfter, modelOf, OFFICE, wardOf } from './model.fixture.ts';
import { play } from './play.ts';
import type { FlowMeasure, SimModel, SimResult, SimRun } from './types.ts';

const RUN: SimRun = { seed: 11, years: 40, warmUpDays: 140, days: 364 };
const ROOM = wardOf({ beds: 100 });

const played = (change: Partial<SimModel>, run: SimRun = RUN): SimResult => play(modelOf(change), run);
const mean = (result: SimResult, flow: number, measure: FlowMeasure): number =>
  estimateFlow(result, flow, measure)?.mean ?? Number.NaN;
const inside = (result: SimResult, flow: number, measure: FlowMeasure, figure: number): void => {
  const { mean: middle, from = 0, until = 0 } = estimateFlow(result, flow, measure) ?? { mean: Number.NaN };
  const off = (until - from) * 0.75;
  expect(Math.abs(middle - figure)).toBeLessThanOrEqual(off + 1e-9);
};

describe('somebody who asks', () => {
  it('waits for triage and transfer where every bed is free', () => {
    const result = played({
      wards: [ROOM],
      flows: [flowOf({ triageHours: 10, transferHours: 36, transferShape: 1 })],
    });
    inside(result, 0, 'waitHours', 46);
    const fixed = played({ wards: [ROOM], flows: [flowOf({ transferHours: 30, transferShape: 0 })] });
    expect(mean(fixed, 0, 'waitHours')).toBeCloseTo(30, 9);
    const narrow = played({ wards: [ROOM], flows: [flowOf({ transferHours: 36, transferShape: 4 })] });
    inside(narrow, 0, 'waitHours', 36);
  });

  it('comes in office hours only where the ward is open then, and waits the hours it is closed', () => {
    const result = played({ wards: [{ ...ROOM, admits: OFFICE }], flows: [flowOf({ perWeek: 8 })] });
    // Four nights of fifteen hours and a weekend of sixty-three, each half as long for who asks at any hour.
    inside(result, 0, 'waitHours', (4 * 15 ** 2 + 63 ** 2) / 2 / 168);
    expect(estimateWard(result, 0, 'outOfHours')?.mean).toBe(0);
    expect(estimateWard(played({ wards: [ROOM] }), 0, 'outOfHours')?.mean).toBeGreaterThan(50);
  });

  it('keeps the bed empty from the yes until they come', () => {
    const result = played({
      wards: [ROOM],
      flows: [flowOf({ perWeek: 7, transferHours: 48, transferShape: 0, endings: [homeAfter(10)] })],
    });
    const { mean: occupied = 0 } = estimateWard(result, 0, 'occupied') ?? {};
    expect(occupied * 100).toBeGreaterThan(11.6);
    expect(occupied * 100).toBeLessThan(12.4);
  });

  it('is taken in by the hospital when there is no place in time, and goes on from there', () => {
    const flow = flowOf({ origin: 'emergency', transferHours: 24, hospitalAfterHours: 24, hospitalDays: 5 });
    const result = played({ wards: [ROOM], flows: [flow] });
    inside(result, 0, 'toHospital', Math.exp(-1));
    // In time: the mean of an exponential below a day. Else a day, five days of hospital, and a transfer arranged anew.
    const soon = 24 * (1 - Math.exp(-1)) - 24 * Math.exp(-1);
    inside(result, 0, 'waitHours', soon + Math.exp(-1) * (24 + 120 + 24));
    const { mean: admissions = 0 } = estimateRegion(result, 'hospitalAdmissions') ?? {};
    const { mean: wrong = 0 } = estimateRegion(result, 'wrongBedDays') ?? {};
    // Ready to go and still there: the day of the transfer.
    expect(wrong / admissions).toBeGreaterThan(0.9);
    expect(wrong / admissions).toBeLessThan(1.1);
  });

  it('who waits in the hospital from the beginning is in a wrong bed all the while', () => {
    const flow = flowOf({ origin: 'hospital', transferHours: 48, transferShape: 0 });
    const result = played({ wards: [ROOM], flows: [flow] });
    const days = estimateRegion(result, 'wrongBedDays')?.mean ?? 0;
    expect(days / mean(result, 0, 'placed')).toBeCloseTo(2, 1);
  });

  it('gives up after a while', () => {
    const result = played({ wards: [wardOf({ beds: 1 })], flows: [flowOf({ patienceHours: 48 })] });
    expect(mean(result, 0, 'gaveUp')).toBeGreaterThan(80);
    expect(mean(result, 0, 'waitHours')).toBeLessThan(48);
  });

  it('needs no bed when help at home can start this week', () => {
    const home = (startsPerWeek: number): SimResult =>
      played({
        wards: [ROOM],
        flows: [flowOf({ perWeek: 10, homeShare: 0.4 })],
        openings: [{ id: 'o', kind: 'home-care', startsPerWeek }],
      });
    inside(home(100), 0, 'atHome', 0.4 * 520);
    expect(mean(home(1), 0, 'atHome')).toBeLessThanOrEqual(52);
    expect(mean(home(1), 0, 'atHome')).toBeGreaterThan(49);
    expect(mean(home(0), 0, 'atHome')).toBe(0);
    const served = difference(home(0), home(100), ofRegion('served'));
    expect(Math.abs(served?.mean ?? 9)).toBeLessThan(3);
  });

  it('gets the ward they wish when it is free, and another when it is not', () => {
    const wards = [wardOf({ id: 'east', beds: 40 }), wardOf({ id: 'west', beds: 2 })];
    const flow = flowOf({ perWeek: 3, wishes: [{ ward: 'west', share: 0.5 }] });
    const result = played({ wards, flows: [flow] });
    expect(mean(result, 0, 'notWished')).toBeGreaterThan(0.5);
    expect(mean(result, 0, 'waitHours')).toBe(0);
    const room = played({
      wards: [wardOf({ id: 'east', beds: 90 }), wardOf({ id: 'west', beds: 90 })],
      flows: [flow],
    });
    expect(mean(room, 0, 'notWished')).toBe(0);
    expect(estimateWard(room, 1, 'arrivals')?.mean ?? 0).toBeGreaterThan(70);
  });

  it('may have a shared bed of another product, and no more than are shared', () => {
    const wards = (shared: number) => [
      wardOf({ id: 'none', product: 'elv-low', beds: 1, shared: 1, pool: 'p' }),
      wardOf({ id: 'grz', product: 'grz', beds: 50, shared, pool: 'p' }),
    ];
    const flows = [flowOf({ product: 'elv-low', perWeek: 4 })];
    const { mean: none = 1 } = estimateWard(played({ wards: wards(0), flows }), 1, 'bedDays') ?? {};
    const { mean: five = 1 } = estimateWard(played({ wards: wards(5), flows }), 1, 'bedDays') ?? {};
    expect(none).toBe(0);
    expect(five).toBeGreaterThan(4.8 * 364);
    expect(five).toBeLessThanOrEqual(5 * 364);
  });
});

describe('somebody in a bed', () => {
  it('stays as long as care takes, and then waits for what stands in the way', () => {
    const endings = [{ ...homeAfter(10), shape: 3, waitDays: 5, waitsFor: 'home-care' as const }];
    const result = played({ wards: [ROOM], flows: [flowOf({ perWeek: 10, endings })] });
    const days = estimateWard(result, 0, 'bedDays')?.mean ?? 0;
    const waiting = estimateWard(result, 0, 'waitDays')?.mean ?? 0;
    const { mean: arrivals = 1 } = estimateWard(result, 0, 'arrivals') ?? {};
    expect(days / arrivals).toBeGreaterThan(14.6);
    expect(days / arrivals).toBeLessThan(15.4);
    expect(waiting / arrivals).toBeGreaterThan(4.8);
    expect(waiting / arrivals).toBeLessThan(5.2);
  });

  it('leaves only when the way out is open, and in the weekend home care starts where it can', () => {
    const ending = { ...homeAfter(10), waitsFor: 'home-care' as const, waitDays: 1 };
    const closed = played({ wards: [ROOM], flows: [flowOf({ endings: [{ ...ending, leaves: OFFICE }] })] });
    const open = played({ wards: [ROOM], flows: [flowOf({ endings: [ending] })] });
    expect(estimateRegion(closed, 'weekendStarts')?.mean).toBe(0);
    expect(estimateRegion(open, 'weekendStarts')?.mean).toBeGreaterThan(104 * (2 / 7) - 4);
    const longer =
      (estimateWard(closed, 0, 'waitDays')?.mean ?? 0) - (estimateWard(open, 0, 'waitDays')?.mean ?? 0);
    expect(longer / 104).toBeCloseTo((4 * 15 ** 2 + 63 ** 2) / 2 / 168 / 24, 1);
  });

  it('goes on after the longest stay, and keeps the bed until the next one is there', () => {
    const observe = flowOf({
      ...{ id: 'reo', product: 'reo-observation', perWeek: 4 },
      endings: [{ ...homeAfter(1_000), shape: 0 }],
      most: { days: 9, next: [{ flow: 'after', share: 0.5 }] },
    });
    const after = flowOf({ id: 'after', perWeek: 0, transferHours: 48, transferShape: 0 });
    const wards = [
      wardOf({ id: 'reo', product: 'reo-observation', beds: 60 }),
      wardOf({ id: 'elv', beds: 60 }),
    ];
    const result = played({ wards, flows: [observe, after] });
    inside(result, 1, 'asked', 104);
    expect(mean(result, 1, 'waitHours')).toBeCloseTo(48, 9);
    const days = estimateWard(result, 0, 'bedDays')?.mean ?? 0;
    expect(days / mean(result, 0, 'placed')).toBeCloseTo(10, 1);
    // Somebody who goes on is one person.
    const served = ofRegion('served')(result, 0);
    expect(served).toBe(ofFlow(0, 'placed')(result, 0));
  });

  it('new at the weekend comes only where there is staff', () => {
    const flows = [flowOf({ perWeek: 20, endings: [homeAfter(20)] })];
    const [full, half] = [1, 0.5].map((weekendStaff) =>
      played({ wards: [wardOf({ beds: 100, weekendStaff })], flows }),
    ) as [SimResult, SimResult];
    const longer = difference(full, half, ofFlow(0, 'waitHours'));
    expect(mean(full, 0, 'waitHours')).toBe(0);
    expect(longer?.from).toBeGreaterThan(3);
    const nobody = played({ wards: [wardOf({ beds: 100, weekendStaff: 0 })], flows });
    // Two days in seven they wait a day at the middle.
    inside(nobody, 0, 'waitHours', 48 ** 2 / 2 / 168);
  });
});

describe('a bed that comes free', () => {
  const two = (policy: SimModel['policy']): SimResult =>
    played({
      wards: [wardOf({ beds: 20 }), wardOf({ id: 'east', beds: 1 })],
      flows: [
        flowOf({ id: 'today', perWeek: 2.3, urgency: 'today', wishes: [{ ward: 'east', share: 0.2 }] }),
        flowOf({ id: 'planned', perWeek: 2.3, urgency: 'planned', byHour: EVENLY }),
      ],
      policy,
    });

  it('goes to who waits longest, to who must go first, or to who the whole row says', () => {
    const [first, urgent, whole, wish] = (
      ['first-come', 'urgency', 'whole-queue', 'wish-first'] as const
    ).map(two) as [SimResult, SimResult, SimResult, SimResult];
    const apart = (result: SimResult): number => mean(result, 1, 'waitHours') - mean(result, 0, 'waitHours');
    expect(Math.abs(apart(first))).toBeLessThan(20);
    expect(apart(urgent)).toBeGreaterThan(100);
    expect(apart(whole)).toBeGreaterThan(50);
    expect(apart(whole)).toBeLessThan(apart(urgent));
    expect(mean(wish, 0, 'notWished')).toBeLessThan(mean(first, 0, 'notWished'));
  });
});

describe('the same people', () => {
  it('ask in every model with the same seed, so that a difference is the change alone', () => {
    const flows = [flowOf({ perWeek: 2.3 })];
    const [ten, eleven] = [10, 11].map((beds) =>
      played({ wards: [wardOf({ beds, admits: ALL_WEEK })], flows }),
    ) as [SimResult, SimResult];
    expect(difference(ten, eleven, ofFlow(0, 'asked'))).toMatchObject({ mean: 0, from: 0, until: 0 });
    const paired = difference(ten, eleven, ofRegion('waiting'));
    const other = played({ wards: [wardOf({ beds: 11 })], flows }, { ...RUN, seed: 99 });
    const apart = difference(ten, other, ofRegion('waiting'));
    const width = (of: typeof paired): number => (of?.until ?? 0) - (of?.from ?? 0);
    expect(width(paired)).toBeLessThan(width(apart) * 0.8);
  });
});
