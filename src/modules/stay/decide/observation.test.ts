import { describe, expect, it } from 'vitest';
import { instantOf } from '#kernel/calendar.ts';
import { HOUR, MINUTE } from '#kernel/interval.ts';
import { DAY_PARTS, KINDS, type Lab, type ObservationKind } from '#modules/stay/types-observation.ts';
import { countedOf, faultsOf, isLabOut, placeInStay, type Said } from './observation.ts';
import { OBSERVATION_KINDS } from './observation-kinds.ts';
import { SCALES } from './scales.ts';

const ZONE = 'Europe/Amsterdam';
const ARRIVED = instantOf('2026-10-21', 11 * 60 + 41, ZONE) + 23_000;
const stay = { arrivedAt: ARRIVED, zone: ZONE, endedAt: null };

const LAB: Lab = { sample: 'blood', name: 'Natrium', value: 128, unit: 'mmol/l', low: 135, high: 145 };

/** What is right for a kind: the least of each number it must have. */
const rightFor = (kind: ObservationKind): Said => {
  const { numbers, scale, textNeeded } = OBSERVATION_KINDS[kind];
  const items = scale === null ? [] : SCALES[scale].items.map(({ code }) => [code, 0] as const);
  const needed = numbers.filter((number) => number.needed).map(({ key, min }) => [key, min] as const);
  return {
    kind,
    measured: Object.fromEntries([...needed, ...items]),
    lab: kind === 'lab' ? LAB : null,
    text: textNeeded ? 'Gezien.' : '',
  };
};

const paths = (said: Said): string[] => faultsOf(said).map(({ path }) => path.join('.'));

describe('what is filled in', () => {
  it.each(KINDS)(
    'of %s can be written down with the least it needs, and never with a number of another kind',
    (kind) => {
      expect(paths(rightFor(kind))).toEqual([]);
      const more = { ...rightFor(kind), measured: { ...rightFor(kind).measured, total: 3 } };
      expect(paths(more)).toEqual(['measured.total']);
    },
  );

  it('is refused by field when a number is missing, out of bounds, or between two steps', () => {
    const sleep = (hours: number) => paths({ ...rightFor('sleep'), measured: { hours } });
    expect([sleep(0), sleep(16), sleep(6.25)]).toEqual([[], [], []]);
    expect([sleep(-0.25), sleep(16.25), sleep(6.3)]).toEqual(Array(3).fill(['measured.hours']));
    expect(paths({ ...rightFor('weight'), measured: { kg: 61.3 } })).toEqual([]);
    expect(paths({ ...rightFor('weight'), measured: {} })).toEqual(['measured.kg']);
    expect(paths({ ...rightFor('blood-pressure'), measured: { standing: 120 } })).toEqual(['measured.lying']);
  });

  it('asks for every item of a scale, with points it can have', () => {
    const barthel = rightFor('self-care');
    expect(paths({ ...barthel, measured: { ...barthel.measured, mobility: 3 } })).toEqual([]);
    expect(paths({ ...barthel, measured: { ...barthel.measured, mobility: 4, bathing: 0.5 } })).toEqual([
      'measured.mobility',
      'measured.bathing',
    ]);
    const { feeding: _, ...without } = barthel.measured;
    expect(paths({ ...barthel, measured: without })).toEqual(['measured.feeding']);
  });

  it('wants words where there is no number, and a meal at a time one eats', () => {
    expect(paths({ ...rightFor('talk'), text: '' })).toEqual(['text']);
    const meal = (dayPart: (typeof DAY_PARTS)[number]) => paths({ ...rightFor('meal'), dayPart });
    expect(DAY_PARTS.filter((part) => meal(part).length > 0)).toEqual(['night']);
    expect(paths({ ...rightFor('lab'), lab: { ...LAB, value: null } })).toEqual(['text']);
    expect(paths({ ...rightFor('lab'), lab: { ...LAB, low: 146 } })).toEqual(['lab.high']);
    expect(paths({ ...rightFor('note'), lab: LAB })).toEqual(['lab']);
  });
});

describe('the moment', () => {
  const placed = (kind: ObservationKind, at: number, now = at) =>
    placeInStay({ kind, at, dayPart: undefined }, stay, now);

  it('of a night is the day on which it ends, also when the clock went back in it', () => {
    const morning = instantOf('2026-10-25', 7 * 60 + 30, ZONE);
    expect(placed('sleep', morning)).toMatchObject({ value: { day: '2026-10-25', dayPart: 'night' } });
    // The hour that is there twice is on the same day both times.
    const twice = instantOf('2026-10-25', 2 * 60 + 30, ZONE);
    for (const at of [twice, twice + HOUR])
      expect(placed('note', at)).toMatchObject({ value: { day: '2026-10-25', dayPart: 'night' } });
    // Written down at noon, it is still told of the night.
    expect(placed('sleep', morning + 5 * HOUR)).toMatchObject({ value: { dayPart: 'night' } });
  });

  it('is a local day: half past midnight in Assen is still the evening before in Greenwich', () => {
    const at = instantOf('2026-10-24', 30, ZONE);
    expect(placed('note', at)).toMatchObject({ value: { day: '2026-10-24', dayPart: 'night' } });
    expect(placed('note', instantOf('2026-10-23', 23 * 60 + 30, ZONE))).toMatchObject({
      value: { day: '2026-10-23', dayPart: 'night' },
    });
  });

  it('is in the stay from the minute of the arrival, until now', () => {
    const minute = Math.floor(ARRIVED / MINUTE) * MINUTE;
    expect(placed('note', minute, ARRIVED).ok).toBe(true);
    expect(placed('note', minute - 1, ARRIVED)).toMatchObject({
      refusal: { code: 'observation-before-arrival' },
    });
    expect(placed('note', ARRIVED + 1, ARRIVED)).toMatchObject({
      refusal: { code: 'observation-in-future' },
    });
    const ended = { ...stay, endedAt: ARRIVED + HOUR };
    const asked = { kind: 'note', at: ARRIVED, dayPart: undefined } as const;
    expect(placeInStay(asked, ended, ARRIVED + 2 * HOUR)).toMatchObject({ refusal: { code: 'stay-over' } });
  });
});

describe('what the house counts', () => {
  it('is how far the pressure drops, out of range from twenty', () => {
    const drop = (standing: number) => countedOf('blood-pressure', { lying: 140, standing });
    expect(drop(121)).toEqual({ key: 'drop', value: -19, out: false });
    expect(drop(120)).toEqual({ key: 'drop', value: -20, out: true });
    expect(countedOf('blood-pressure', { lying: 140 })).toBeNull();
  });

  it('is a result beyond the bounds of the laboratory', () => {
    const out = (value: number | null, bounds: Partial<Lab> = {}) => isLabOut({ ...LAB, value, ...bounds });
    expect([out(134), out(135), out(145), out(146), out(null)]).toEqual([true, false, false, true, false]);
    expect(out(128, { low: null, high: null })).toBe(false);
  });
});
