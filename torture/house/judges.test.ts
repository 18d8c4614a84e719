import { describe, expect, it } from 'vitest';
import { DAY, HOUR } from '#kernel/interval.ts';
import { begunHandover, type Handed } from '#torture/kill/handed.ts';
import { boardDiffers } from './judge-board.ts';
import { careOf } from './judge-care.ts';

const NOW = Date.parse('2026-11-23T10:00:00Z');
const ENDLESS = Number.POSITIVE_INFINITY;

const stay = { requestId: 'r', personId: 'p', house: 'noord', doctor: 'dr. Oefen', arrivedAt: NOW };
const received = (toOrg: string | null): Handed => ({
  ...begunHandover({ id: 'h', requestId: 'r', direction: 'out', toOrg, text: '' }),
  ...{ state: 'received', doctor: 'dr. Bos' },
});

describe('who must be responsible', () => {
  it('is the house until somebody left and the next said yes, whichever came last', () => {
    const gone = { ...stay, endedAt: NOW + HOUR };
    const house = { by: 'noord', doctor: 'dr. Oefen', from: NOW };
    expect(careOf(gone, undefined, undefined)).toEqual([{ ...house, until: ENDLESS }]);
    expect(careOf({ ...gone, endedAt: null }, received('hap'), NOW)).toEqual([{ ...house, until: ENDLESS }]);
    for (const [at, passed] of [
      [NOW, NOW + HOUR],
      [NOW + DAY, NOW + DAY],
    ] as const)
      expect(careOf(gone, received('hap'), at)).toEqual([
        { ...house, until: passed },
        { by: 'hap', doctor: 'dr. Bos', from: passed, until: ENDLESS },
      ]);
  });

  it('is nobody we know once somebody outside the region said yes', () => {
    expect(careOf({ ...stay, endedAt: NOW + HOUR }, received(null), NOW)).toEqual([
      { by: 'noord', doctor: 'dr. Oefen', from: NOW, until: NOW + HOUR },
    ]);
  });
});

const claim = { place: '1', kind: 'stay', from: NOW - DAY, until: NOW + DAY, expires: null, here: true };
const places = ['1', '2', '3', '4', '5'].map((id) => ({
  ...{ id, unit: 'u', zone: 'Europe/Amsterdam', products: ['elv-high'] as const },
}));
const facts = {
  places,
  claims: [
    claim,
    { ...claim, place: '2', kind: 'hold', here: false, expires: NOW + HOUR },
    { ...claim, place: '3', kind: 'cleaning', here: false },
    // It ran out, whoever swept it.
    { ...claim, place: '4', kind: 'hold', here: false, expires: NOW - 1 },
  ],
  closures: [],
  staffing: [],
};
const board = (beds: string, free: number, held: number) => ({
  asOf: new Date(NOW).toISOString(),
  rows: [{ unitId: 'u', product: 'elv-high', beds, free, held }],
  totals: { places: places.length },
});
type Shown = Parameters<typeof boardDiffers>[1];
const differs = (what: typeof facts | object, shown: ReturnType<typeof board>) =>
  boardDiffers({ ...facts, ...what }, shown as Shown).length;

describe('the board', () => {
  it('is the fold of claims, closures and staff', () => {
    expect(differs({}, board('ffhoc', 2, 1))).toBe(0);
    const shut = [{ unit: 'u', place: '5', places: 1, from: NOW, until: NOW + HOUR }];
    expect(differs({ closures: shut }, board('fhocc', 1, 1))).toBe(0);
    expect(differs({ closures: [{ ...shut[0], place: null }] }, board('fhocc', 1, 1))).toBe(0);
    const staffing = [{ unit: 'u', day: '2026-11-23', halfDay: 'morning', staffed: 3 }];
    expect(differs({ staffing }, board('fhocc', 1, 1))).toBe(0);
  });

  it('is told when it missed somebody who left, or knows another number of beds', () => {
    const left = { claims: facts.claims.slice(1) };
    expect(differs(left, board('ffhoc', 2, 1))).toBe(1);
    expect(differs(left, board('fffhc', 3, 1))).toBe(0);
    expect(differs({ places: places.slice(1) }, board('ffhc', 2, 1))).toBeGreaterThan(0);
  });
});
