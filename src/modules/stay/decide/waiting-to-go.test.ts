import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plusDays } from '#kernel/calendar.ts';
import { BARRIER_CODES } from '#modules/stay/types-parts.ts';
import { type Going, inDays, PARTS, together, waitingToGo } from './waiting-to-go.ts';

const READY = '2026-10-20';
const day = (n: number): string => plusDays(READY, n);
const going = (change: Partial<Going> = {}): Going => ({
  readyDay: READY,
  untilDay: day(6),
  wlzSince: null,
  barriers: [],
  inHospital: [],
  ...change,
});
const sum = (shares: ReadonlyMap<unknown, number>): number =>
  [...shares.values()].reduce((all, part) => all + part, 0);

describe('waiting to go', () => {
  it('is nothing while treatment needs the bed, or when somebody goes on the day they could', () => {
    expect(waitingToGo(going({ readyDay: null }))).toMatchObject({ delayedDays: 0, wrongBedDays: 0 });
    expect(waitingToGo(going({ untilDay: READY })).delayedDays).toBe(0);
    expect(waitingToGo(going({ untilDay: day(-3) })).delayedDays).toBe(0);
  });

  it('counts calendar days, also over the night that the clock goes back', () => {
    expect(waitingToGo(going()).delayedDays).toBe(6);
  });

  it('shares a day among what stood in the way on it, never counts it twice', () => {
    const { delayedDays, delayed } = waitingToGo(
      going({
        barriers: [
          { code: 'home-care', since: day(0), solvedDay: day(4) },
          { code: 'aids', since: day(2), solvedDay: null },
        ],
      }),
    );
    expect(delayedDays).toBe(6);
    expect(delayed.get('home-care')).toBe(3 * PARTS);
    expect(delayed.get('aids')).toBe(3 * PARTS);
  });

  it('tells the wrong bed by law apart: decided for long-term care, and no place', () => {
    const place = { code: 'place-elsewhere', since: day(0), solvedDay: null } as const;
    const wrong = waitingToGo(going({ wlzSince: day(4), barriers: [place] }));
    expect(wrong).toMatchObject({ delayedDays: 4, wrongBedDays: 2 });
    expect(wrong.wrongBed.get('place-elsewhere')).toBe(2 * PARTS);
    const home = { code: 'home-adjustment', since: day(0), solvedDay: null } as const;
    expect(waitingToGo(going({ wlzSince: day(0), barriers: [home] }))).toMatchObject({
      delayedDays: 6,
      wrongBedDays: 0,
    });
  });

  it('does not count days in hospital', () => {
    expect(waitingToGo(going({ inHospital: [{ from: day(1), until: day(3) }] })).delayedDays).toBe(4);
    expect(waitingToGo(going({ inHospital: [{ from: day(1), until: null }] })).delayedDays).toBe(1);
  });

  it('shares exactly all days, whatever stood in the way', () => {
    const offset = fc.integer({ min: -5, max: 40 });
    const barrier = fc.record({
      code: fc.constantFrom(...BARRIER_CODES),
      since: offset.map(day),
      solvedDay: fc.option(offset.map(day)),
    });
    fc.assert(
      fc.property(offset, fc.option(offset), fc.array(barrier, { maxLength: 15 }), (until, wlz, barriers) => {
        const wlzSince = wlz === null ? null : day(wlz);
        const counted = waitingToGo(going({ untilDay: day(until), wlzSince, barriers }));
        expect(counted.delayedDays + counted.wrongBedDays).toBe(Math.max(0, until));
        expect(sum(counted.delayed)).toBe(counted.delayedDays * PARTS);
        expect(sum(counted.wrongBed)).toBe(counted.wrongBedDays * PARTS);
        const told = inDays(together([counted.delayed, counted.wrongBed]));
        expect(Math.round(told.reduce((all, { days }) => all + days * 10, 0))).toBe(Math.max(0, until) * 10);
      }),
    );
  });
});
