import { describe, expect, it } from 'vitest';
import { plusDays } from '#kernel/calendar.ts';
import type { Cause, Going } from '#modules/stay/index.ts';
import { ENOUGH_STAYS, foldDelays } from './delays-fold.ts';

const READY = '2026-10-20';
const waits = (days: number, ...codes: readonly Exclude<Cause, 'none'>[]): Going => ({
  readyDay: READY,
  untilDay: plusDays(READY, days),
  wlzSince: null,
  barriers: codes.map((code) => ({ code, since: READY, solvedDay: null })),
  inHospital: [],
});
const times = (n: number, going: Going): Going[] => Array.from({ length: n }, () => going);

describe('who left late', () => {
  it('is added up by law and by cause; the causes are exactly all the days', () => {
    const wrong = { ...waits(3, 'place-elsewhere'), wlzSince: READY };
    const told = foldDelays([waits(4, 'home-care', 'aids'), waits(5, 'aids'), waits(0), wrong], 1);
    expect(told).toEqual({
      delayed: {
        stays: 2,
        days: 9,
        causes: [
          { cause: 'aids', stays: 2, days: 7 },
          { cause: 'home-care', stays: 1, days: 2 },
        ],
      },
      wrongBed: { stays: 1, days: 3, causes: [{ cause: 'place-elsewhere', stays: 1, days: 3 }] },
    });
  });

  it('is not said of the region with fewer than five', () => {
    const told = foldDelays(times(4, waits(4, 'wmo')), ENOUGH_STAYS);
    expect(told.delayed).toEqual({
      stays: null,
      days: null,
      causes: [{ cause: 'wmo', stays: null, days: null }],
    });
    expect(told.wrongBed).toEqual({ stays: 0, days: 0, causes: [] });
    expect(foldDelays(times(5, waits(4, 'wmo')), ENOUGH_STAYS).delayed.days).toBe(20);
  });

  it('does not give one small cause away by the total', () => {
    const small = [...times(8, waits(2, 'wmo')), ...times(6, waits(2, 'aids')), waits(2, 'carer')];
    const { delayed } = foldDelays(small, ENOUGH_STAYS);
    expect(delayed).toMatchObject({ stays: 15, days: 30 });
    const unsaid = delayed.causes.filter(({ days }) => days === null).map(({ cause }) => cause);
    expect(unsaid.toSorted()).toEqual(['aids', 'carer']);
    expect(delayed.causes.find(({ cause }) => cause === 'wmo')?.days).toBe(16);
  });
});
