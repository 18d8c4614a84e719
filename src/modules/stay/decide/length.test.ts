import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { instantOf, plusDays } from '#kernel/calendar.ts';
import { DAY } from '#kernel/interval.ts';
import type { Product } from '#kernel/product.ts';
import type { Course, Extension } from '#modules/stay/types.ts';
import { countedFrom, decideEnd, decideExtension, decideReady, lengthOf } from './length.ts';

const ZONE = 'Europe/Amsterdam';
const FROM = '2026-10-21';
const course = (product: Product, day = 0): Course => ({
  product,
  fromDay: plusDays(FROM, day),
  pathwayVersion: 1,
  at: day * DAY,
});
const extension = (untilDay: string, at: number): Extension => ({
  ...{ id: 'e', untilDay, at, reason: 'wacht op plek', decidedBy: 'dr. Vos', role: 'elderly-doctor' },
});
const nine = { most: { days: 9 } };

describe('the length of a stay', () => {
  it('counts from the arrival, and anew from a care of another kind', () => {
    expect(countedFrom([course('elv-low'), course('elv-high', 5)]).fromDay).toBe(FROM);
    expect(countedFrom([course('elv-low'), course('reo-observation', 5)]).fromDay).toBe('2026-10-26');
    expect(
      countedFrom([course('elv-low'), course('grz', 2), course('elv-high', 5), course('elv-low', 7)]).fromDay,
    ).toBe('2026-10-26');
  });

  it('is longer by a decision, but not by one from before this care', () => {
    const one = [course('reo-observation')];
    expect(lengthOf(nine, one, []).lastDay).toBe('2026-10-29');
    expect(lengthOf(nine, one, [extension('2026-11-02', 3)]).lastDay).toBe('2026-11-02');
    const two = [course('grz'), course('reo-observation', 5)];
    expect(lengthOf(nine, two, [extension('2027-03-01', 3)]).lastDay).toBe('2026-11-03');
  });

  it('is nine local days wherever the clock changes', () => {
    const days = fc.integer({ min: 0, max: 1000 }).map((n) => plusDays('2026-01-01', n));
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 1439 }), (fromDay, minutes) => {
        const { lastDay } = lengthOf(nine, [{ ...course('reo-observation'), fromDay }], []);
        expect(lastDay).toBe(plusDays(fromDay, 8));
        const at = instantOf(lastDay, minutes, ZONE);
        expect(decideEnd(lastDay, { until: at, latest: null }, ZONE).ok).toBe(true);
        const over = { until: instantOf(plusDays(lastDay, 1), 0, ZONE), latest: null };
        expect(decideEnd(lastDay, over, ZONE).ok).toBe(false);
      }),
    );
  });

  it('is told when an expected end is beyond it, also when only the latest one is', () => {
    const until = instantOf('2026-10-29', 600, ZONE);
    expect(decideEnd('2026-10-29', { until, latest: until + DAY }, ZONE)).toEqual({
      ok: false,
      refusal: { code: 'beyond-pathway', params: { day: '29-10-2026' } },
    });
  });
});

describe('a decision for longer', () => {
  const stay = { lastDay: '2026-10-29', roles: ['gp', 'nurse'], today: '2026-10-27' } as const;
  const decide = (untilDay: string, role: 'gp' | 'elderly-doctor' = 'gp') =>
    decideExtension(stay, { untilDay, role });

  it('is of a doctor who belongs to the stay', () => {
    expect(decide('2026-11-02').ok).toBe(true);
    expect(decide('2026-11-02', 'elderly-doctor')).toMatchObject({
      refusal: { code: 'extension-not-theirs' },
    });
  });

  it('is longer than what stands, and not for ever', () => {
    expect(decide('2026-10-29')).toMatchObject({ refusal: { code: 'extension-not-longer' } });
    expect(decide('2027-01-29').ok).toBe(true);
    expect(decide('2027-01-30')).toMatchObject({ refusal: { code: 'extension-too-far' } });
    const late = { ...stay, today: '2026-11-20' };
    expect(decideExtension(late, { untilDay: '2026-11-10', role: 'gp' }).ok).toBe(false);
  });
});

describe('who could go', () => {
  const stay = { arrivedDay: FROM, wlzSince: null };
  const said = { readyDay: '2026-10-25', wlzDecision: true, wlzSince: undefined };

  it('could not before they came', () => {
    expect(decideReady(stay, { ...said, readyDay: '2026-10-20' }, '2026-10-27')).toMatchObject({
      refusal: { code: 'ready-before-arrival' },
    });
  });

  it('keeps the day of the decision for long-term care, today when nobody says', () => {
    expect(decideReady(stay, said, '2026-10-27')).toMatchObject({ value: { wlzSince: '2026-10-27' } });
    const known = { ...stay, wlzSince: '2026-10-23' };
    expect(decideReady(known, said, '2026-10-27')).toMatchObject({ value: { wlzSince: '2026-10-23' } });
    const gone = { ...said, wlzDecision: false };
    expect(decideReady(known, gone, '2026-10-27')).toMatchObject({ value: { wlzSince: null } });
    expect(decideReady(stay, { ...said, wlzSince: '2026-10-28' }, '2026-10-27')).toMatchObject({
      refusal: { code: 'in-the-future' },
    });
  });
});
