import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { WeekWindows } from '#planning/simulate/types.ts';
import { occupancyAtMost, squareRootBeds } from './beds.ts';
import { askingOf, closedHours, doorWait } from './closed-hours.ts';
import { erlangA, erlangB, erlangC, waitMGc, waitMMc } from './waiting.ts';

const OFFICE: WeekWindows = [0, 1, 2, 3, 4].map((day) => [day * 24 + 8, day * 24 + 17] as const);
const ALL_WEEK = new Array<number>(168).fill(1);
const OFFICE_HOURS = ALL_WEEK.map((_, h) => (h < 120 && h % 24 >= 8 && h % 24 < 17 ? 1 : 0));

const beds = fc.integer({ min: 1, max: 400 });
const used = fc.double({ min: 0.01, max: 0.99, noNaN: true });

describe('how long people wait for a bed, by formula', () => {
  it('gives the published waits of three regions in days', () => {
    expect(waitMMc(120, 109.0, 35)).toBeCloseTo(0.69, 2);
    expect(waitMMc(26, 19.06, 35)).toBeCloseTo(0.47, 2);
    expect(waitMMc(75, 65.3, 35)).toBeCloseTo(0.61, 2);
    expect(waitMMc(146, 128.1, 35)).toBeCloseTo(0.156, 2);
  });

  it('agrees with one bed, where the answer is in every textbook', () => {
    expect(erlangC(1, 0.8)).toBeCloseTo(0.8, 12);
    expect(waitMMc(1, 0.8, 10)).toBeCloseTo(40, 9);
    expect(waitMGc(1, 0.8, 10, 0)).toBeCloseTo(20, 9);
  });

  it('says how many beds a load of 109 needs: few wait at 121, few are lost at 114 and 127', () => {
    expect(squareRootBeds(109, 1)).toBe(120);
    expect(squareRootBeds(2500, 1)).toBe(2550);
    expect([erlangC(120, 109) > 0.2, erlangC(121, 109) <= 0.2]).toEqual([true, true]);
    expect([erlangB(113, 109) > 0.05, erlangB(114, 109) <= 0.05]).toEqual([true, true]);
    expect([erlangB(126, 109) > 0.01, erlangB(127, 109) <= 0.01]).toEqual([true, true]);
    expect([erlangB(2525, 2500) > 0.01, erlangB(2526, 2500) <= 0.01]).toEqual([true, true]);
  });

  it('says that the line only grows when more people come than can go', () => {
    expect(erlangC(20, 20)).toBe(1);
    expect(waitMMc(20, 21, 35)).toBe(Number.POSITIVE_INFINITY);
  });

  it('gives the textbook line when nobody ever leaves it, and none when nobody waits a moment', () => {
    const patient = erlangA(120, 109, 35, 1e9);
    expect(patient.wait).toBeCloseTo(waitMMc(120, 109, 35), 3);
    expect(patient.chance).toBeCloseTo(erlangC(120, 109), 4);
    const gone = erlangA(120, 109, 35, 1e-6);
    expect(gone.stops).toBeCloseTo(erlangB(120, 109), 4);
    expect(erlangA(120, 109, 35, 0)).toMatchObject({ wait: 0, stops: erlangB(120, 109) });
  });

  it('loses as many as do not fit when far more come than there are beds', () => {
    expect(erlangA(100, 200, 35, 5).stops).toBeCloseTo(0.5, 2);
  });

  it('never lets one more bed make anybody wait longer', () => {
    fc.assert(
      fc.property(beds, used, (servers, share) => {
        const load = servers * share;
        expect(waitMMc(servers + 1, load, 1)).toBeLessThanOrEqual(waitMMc(servers, load, 1));
        expect(erlangB(servers + 1, load)).toBeLessThanOrEqual(erlangB(servers, load));
        expect(erlangC(servers, load)).toBeGreaterThanOrEqual(erlangB(servers, load));
      }),
    );
  });

  it('never lets more people make anybody wait shorter, and stays a chance at any size', () => {
    fc.assert(
      fc.property(beds, used, used, (servers, a, b) => {
        const [less, more] = [Math.min(a, b) * servers, Math.max(a, b) * servers];
        expect(erlangC(servers, less)).toBeLessThanOrEqual(erlangC(servers, more) + 1e-12);
        expect(erlangC(servers, more)).toBeLessThanOrEqual(1);
      }),
    );
    expect(erlangC(60_000, 59_000)).toBeGreaterThanOrEqual(0);
  });
});

describe('how many people are in at once when nobody is refused', () => {
  it('follows Poisson, also when there are thousands', () => {
    expect(occupancyAtMost(2, 0)).toBeCloseTo(Math.exp(-2), 9);
    expect(occupancyAtMost(2, 2)).toBeCloseTo(5 * Math.exp(-2), 9);
    expect(occupancyAtMost(109, 109)).toBeCloseTo(0.5254, 3);
    expect(occupancyAtMost(2500, 2600)).toBeGreaterThan(0.97);
    expect([occupancyAtMost(0, 0), occupancyAtMost(3, -1)]).toEqual([1, 0]);
  });

  it('makes it likelier with every bed', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.1, max: 500, noNaN: true }), beds, (load, k) => {
        expect(occupancyAtMost(load, k)).toBeGreaterThanOrEqual(occupancyAtMost(load, k - 1) - 1e-9);
      }),
    );
  });
});

describe('what closed doors cost', () => {
  it('is nothing when somebody can come at any hour, and endless when they never can', () => {
    expect(closedHours([[0, 168]])).toBe(0);
    expect(closedHours([])).toBe(Number.POSITIVE_INFINITY);
  });

  it('counts four nights and a weekend for Monday to Friday 8-17', () => {
    expect(closedHours(OFFICE)).toBeCloseTo((4 * 15 ** 2 + 63 ** 2) / 336, 9);
    expect(closedHours([0, 1, 2, 3, 4, 5, 6].map((d) => [d * 24 + 8, d * 24 + 20] as const))).toBeCloseTo(
      3,
      9,
    );
  });

  it('gives the published 1.78 days when a practice asks by day and only the weekend is closed', () => {
    const byDay = ALL_WEEK.map((_, h) => (h % 24 >= 8 && h % 24 < 17 ? 1 : 0));
    const { closedHours: closed } = doorWait([[0, 120]], askingOf(byDay, { hours: 36, shape: 1 }), 72);
    expect((36 + closed) / 24).toBeCloseTo(1.78, 2);
  });

  it('is the same by the hour as by the squares when people come at any hour', () => {
    for (const lasts of [
      { hours: 0, shape: 0 },
      { hours: 36, shape: 0 },
      { hours: 36, shape: 1 },
      { hours: 4.5, shape: 3 },
    ])
      expect(doorWait(OFFICE, askingOf(ALL_WEEK, lasts), 72).closedHours).toBeCloseTo(closedHours(OFFICE), 1);
  });

  it('keeps nobody waiting who comes in office hours and is ready at once', () => {
    const { closedHours: closed, below } = doorWait(
      OFFICE,
      askingOf(OFFICE_HOURS, { hours: 0, shape: 0 }),
      72,
    );
    expect(closed).toBe(0);
    expect(below[0]).toBeCloseTo(1, 9);
  });

  it('never makes it longer to open longer', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 8 }),
        fc.double({ min: 0, max: 60, noNaN: true }),
        (more, hours) => {
          const wider = OFFICE.map(([from, until]) => [from - more, until + 6] as const);
          const [wide, narrow] = [wider, OFFICE].map((w) =>
            doorWait(w, askingOf(OFFICE_HOURS, { hours, shape: 1 }), 72),
          );
          expect(wide?.closedHours).toBeLessThanOrEqual(narrow?.closedHours ?? 0);
          expect(wide?.below[72]).toBeGreaterThanOrEqual((narrow?.below[72] ?? 1) - 1e-9);
        },
      ),
      { numRuns: 30 },
    );
  });
});
