import { describe, expect, test } from 'vitest';
import type { Levers } from '#planning/whatif/types.ts';
import { smallModel, smallWards } from '#web/rooms/outlook/play/answers.fixture.ts';
import {
  ADMIT_CHOICES,
  ADMIT_WINDOWS,
  choiceOf,
  hoursOpen,
  isTurned,
  keyOf,
  moreBeds,
  spreadBeds,
  todayOf,
  turned,
  turnedOne,
} from './turning.ts';

const NOTHING: Levers = { product: 'elv-high' };

describe('the levers of a scenario', () => {
  test('the choices of admission hours go from least to most open, and are found again', () => {
    const hours = ADMIT_CHOICES.map((choice) => hoursOpen(ADMIT_WINDOWS[choice]));
    expect(hours).toEqual(hours.toSorted((a, b) => a - b));
    for (const choice of ADMIT_CHOICES) expect(choiceOf(ADMIT_WINDOWS[choice])).toBe(choice);
    expect(choiceOf([[9, 12]])).toBeNull();
  });

  test('today is read from the wards and people of this product alone', () => {
    const today = todayOf(smallModel(), 'elv-high');
    expect(today.beds).toBe(42);
    expect(choiceOf(today.admits ?? [])).toBe('weekdays-8-17');
    expect(today.transferHours).toBeCloseTo(36);
    expect(today.weekendStaff).toBeCloseTo(0.6);
    expect(today.barriers).toEqual([
      { barrier: 'wlz-decision', days: 10 },
      { barrier: 'home-care', days: 4 },
    ]);
  });

  test('houses that are open at other hours have no one answer', () => {
    const model = smallModel();
    const [first, ...rest] = model.wards;
    const other = first === undefined ? rest : [{ ...first, admits: ADMIT_WINDOWS.always }, ...rest];
    const today = todayOf({ ...model, wards: other }, 'elv-high');
    expect(today.admits).toBeNull();
    expect(today.openHours).toBeGreaterThan(45);
  });

  test('a product nobody has a bed for has no numbers and breaks nothing', () => {
    expect(todayOf(smallModel(), 'respite')).toMatchObject({
      beds: 0,
      transferHours: 0,
      sharedShare: 0,
      admits: null,
    });
  });

  test('beds are divided over the houses in whole beds, and together they are what was asked', () => {
    const wards = smallWards().filter(({ product }) => product === 'elv-high');
    expect(spreadBeds(wards, 4)).toEqual({ peelo: 2, weerhuis: 2 });
    expect(spreadBeds(wards, -5)).toEqual({ peelo: -3, weerhuis: -2 });
    expect(spreadBeds(wards, 0)).toEqual({});
    expect(moreBeds({ ...NOTHING, beds: spreadBeds(wards, 7) })).toBe(7);
  });

  test('a lever that is put back leaves nothing behind', () => {
    const shared = turned(NOTHING, 'sharedShare', 0.4);
    expect(isTurned(shared)).toBe(true);
    expect(turned(shared, 'sharedShare', undefined)).toEqual(NOTHING);
    const less = turnedOne(NOTHING, 'barrierDays', 'home-care', 0.5);
    expect(less.barrierDays).toEqual({ 'home-care': 0.5 });
    expect(turnedOne(less, 'barrierDays', 'home-care', undefined)).toEqual(NOTHING);
    expect(isTurned(NOTHING)).toBe(false);
  });

  test('the same turns in another order are the same scenario', () => {
    expect(keyOf({ product: null, transferHours: 4, weekendStaff: 1 })).toBe(
      keyOf({ weekendStaff: 1, transferHours: 4, product: null }),
    );
    expect(keyOf({ product: null, transferHours: 4 })).not.toBe(keyOf({ product: null, transferHours: 5 }));
  });
});
