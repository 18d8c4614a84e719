import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Growth, growth } from './growth.ts';
import { roomsWith } from './growth-levers.ts';
import type { GrowthDemand, GrowthLevers, GrowthRoom, OpenPart } from './growth-types.ts';
import { CHAIRS, nurse, TREATMENTS } from './order.fixture.ts';

const [IRON, IMMUNO, BONE] = [0, 1, 2];
const NURSES = [nurse('a'), nurse('b', ['infusion'])];
const morning = (weekday: number, other: Partial<OpenPart> = {}): OpenPart => ({
  ...{ weekday, part: 'morning', minutes: 240, nurses: NURSES },
  ...other,
});
const room = (other: Partial<GrowthRoom> = {}): GrowthRoom => ({
  chairs: CHAIRS,
  week: [morning(2), morning(4)],
  ...other,
});
const group = (treatment: number, people: number, other: Partial<GrowthDemand> = {}): GrowthDemand => ({
  ...{
    treatment,
    people,
    visits: 1,
    interval: 28,
    tolerance: 4,
    urgency: 1,
    within: 84,
    hospitalMinutes: 90,
  },
  ...other,
});
const MIXED = [
  group(IRON, 60, { visits: 2, interval: 7, tolerance: 2 }),
  group(IMMUNO, 14, { visits: 10, urgency: 2 }),
  group(BONE, 40),
];
const AS_IT_IS: GrowthLevers = { rooms: null, halfDays: null, living: null, treatment: null, nurses: null };

const yearIn = (rooms: readonly GrowthRoom[], demand: readonly GrowthDemand[] = MIXED, seed = 1): Growth =>
  growth({ treatments: TREATMENTS, rooms, demand, seed });
const mean = (of: Growth, figure: keyof Growth): number => of[figure]?.mean ?? Number.NaN;

describe('a year of more half-days', () => {
  it('counts hours, chairs and what the hospital saves from the visits that fell in it', () => {
    const year = yearIn([room()], [group(BONE, 40)]);
    expect(mean(year, 'stayed')).toBe(0);
    expect(mean(year, 'served')).toBe(mean(year, 'visits'));
    expect(year.nurseHours).toEqual({ mean: 832, from: 832, until: 832 });
    expect(mean(year, 'hospitalHours')).toBeCloseTo(mean(year, 'visits') * 1.5);
    expect(mean(year, 'chairUse')).toBeCloseTo((mean(year, 'visits') * 45) / (104 * 240 * CHAIRS.length));
    expect(mean(year, 'nurseUse')).toBeCloseTo((mean(year, 'visits') * (15 + 30 / 4)) / (832 * 60));
    // Whoever asks waits for the Monday, and then for a Tuesday or a Thursday.
    expect(mean(year, 'waitMeanWeeks')).toBeGreaterThan(1 / 7);
    expect(mean(year, 'waitMeanWeeks')).toBeLessThan(1.6);
    expect(mean(year, 'waitP90Weeks')).toBeGreaterThanOrEqual(mean(year, 'waitMeanWeeks'));
  });

  it('serves one a half-day where there is one bed, and who cannot come in time stays with the hospital', () => {
    const [bed] = CHAIRS;
    const year = yearIn([room({ chairs: bed === undefined ? [] : [bed] })], [group(IMMUNO, 208)]);
    expect(mean(year, 'served')).toBeGreaterThan(102);
    expect(mean(year, 'served')).toBeLessThanOrEqual(104);
    expect(mean(year, 'stayed')).toBeGreaterThan(80);
    expect(mean(year, 'waitMeanWeeks')).toBeGreaterThan(10);
    expect(mean(year, 'waitP90Weeks')).toBeLessThanOrEqual(12);
  });

  it('gives nobody anything while no room is open, and then there is nothing to wait for', () => {
    for (const rooms of [
      [],
      [room({ week: [] })],
      [room({ week: [morning(2, { nurses: [nurse('a')] })] })],
    ]) {
      const year = yearIn(rooms);
      expect([mean(year, 'served'), mean(year, 'nurseHours')]).toEqual([0, 0]);
      expect(mean(year, 'stayed')).toBeGreaterThan(80);
      expect([year.waitMeanWeeks, year.waitP90Weeks, year.chairUse, year.nurseUse]).toEqual([
        null,
        null,
        null,
        null,
      ]);
    }
  });

  it('goes on with who was under way before the year', () => {
    const year = yearIn([room()], [group(IMMUNO, 10, { visits: 10 })]);
    // Ten people a year with ten visits each are some hundred visits in every year, also in the first.
    expect(mean(year, 'visits')).toBeGreaterThan(70);
    expect(mean(year, 'served')).toBeGreaterThan(mean(year, 'visits') / 10);
  });

  it('is the same twice, and says how sure it is', () => {
    expect(yearIn([room()])).toEqual(yearIn([room()]));
    const { served } = yearIn([room()]);
    expect(served?.from).toBeLessThan(served?.mean ?? 0);
    expect(served?.until).toBeGreaterThan(served?.mean ?? Number.POSITIVE_INFINITY);
  });

  it('never serves fewer with more of anything, beyond what chance does', () => {
    const levers = fc.record({
      rooms: fc.constantFrom(1, 2),
      halfDays: fc.integer({ min: 2, max: 9 }),
      living: fc.integer({ min: 2, max: 4 }),
      treatment: fc.integer({ min: 2, max: 4 }),
      nurses: fc.integer({ min: 2, max: 3 }),
    });
    const which = fc.constantFrom('rooms', 'halfDays', 'living', 'treatment', 'nurses');
    fc.assert(
      fc.property(levers, which, fc.integer({ min: 1, max: 999 }), (less, lever, seed) => {
        const more = { ...less, [lever]: less[lever] + 1 };
        const [few, many] = [less, more].map((each) => yearIn(roomsWith([room()], each), MIXED, seed)) as [
          Growth,
          Growth,
        ];
        expect(mean(many, 'served')).toBeGreaterThanOrEqual(0.97 * mean(few, 'served'));
        expect(mean(many, 'visits')).toBeGreaterThanOrEqual(0.97 * mean(few, 'visits'));
        expect(mean(many, 'stayed')).toBeLessThanOrEqual(mean(few, 'stayed') + 0.03 * 120);
      }),
      { numRuns: Number(process.env['RUNS'] ?? 4) },
    );
  });
});

describe('a lever', () => {
  const today = [room()];

  it('leaves everything as it is while it is not turned', () => {
    expect(roomsWith(today, AS_IT_IS)).toEqual(today);
  });

  it('opens two to ten half-days, every one of which stays when more are opened', () => {
    let before: readonly OpenPart[] = [];
    for (let halfDays = 1; halfDays <= 10; halfDays++) {
      const week = roomsWith(today, { ...AS_IT_IS, halfDays })[0]?.week ?? [];
      expect(new Set(week.map(({ weekday, part }) => `${weekday} ${part}`)).size).toBe(halfDays);
      expect(week.slice(0, before.length)).toEqual(before);
      before = week;
    }
  });

  it('adds rooms like the first, chairs that are no beds, and nurses who may do everything', () => {
    const more = { rooms: 2, halfDays: null, living: 5, treatment: 6, nurses: 3 };
    const [first, second] = roomsWith(today, more);
    expect(second).toEqual(first);
    expect(first?.chairs.filter((each) => each.room === 'living')).toHaveLength(5);
    expect(first?.chairs.filter((each) => each.bed)).toHaveLength(2);
    expect(first?.week[0]?.nurses[2]?.competences.toSorted()).toEqual(['immunoglobulins', 'infusion']);
  });

  it('takes chairs away before beds, and last who may do most', () => {
    const less = roomsWith(today, { ...AS_IT_IS, treatment: 2, nurses: 1 })[0];
    expect(less?.chairs.filter((each) => each.room === 'treatment').map(({ bed }) => bed)).toEqual([
      true,
      true,
    ]);
    expect(less?.week[0]?.nurses).toEqual([NURSES[0]]);
  });
});
