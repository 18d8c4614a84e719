import { describe, expect, it } from 'vitest';
import { DAY, HOUR, MINUTE } from '#kernel/interval.ts';
import type { Claim, Place, UnitFacts } from '#modules/capacity/types.ts';
import { NOW, pictureOf, site, ZONE } from './any-region.test.ts';
import { whyOf } from './why.ts';

describe('why this number', () => {
  it('names beds, moments and reasons in words', () => {
    const place = (code: string): Place => ({
      id: `p${code}`,
      unitId: 'u1',
      code,
      products: ['elv-high'],
      properties: [],
      labels: [],
    });
    const claim = (code: string, kind: Claim['kind'], from: number, until: number): Claim => ({
      id: `c${code}`,
      placeId: `p${code}`,
      subject: '',
      kind,
      product: 'elv-high',
      during: { from: NOW + from * HOUR, until: NOW + until * HOUR },
      latestEnd: null,
      expiresAt: kind === 'hold' ? NOW + 45 * MINUTE : null,
      arrivedAt: kind === 'stay' ? NOW + from * HOUR : null,
      awayAt: null,
      leftAt: null,
      releasedAt: null,
      displacedAt: null,
      madeAt: NOW,
      source: 'work',
      version: 1,
    });
    const facts: UnitFacts = {
      unitId: 'u1',
      zone: ZONE,
      places: ['1', '2', '9', '10', '12', '14'].map(place),
      claims: [
        claim('1', 'stay', -200, 300),
        claim('2', 'stay', -900, -1),
        claim('12', 'hold', 0, 800),
        claim('14', 'reserved', 2, 800),
      ],
      closures: [
        {
          id: 'x',
          unitId: 'u1',
          placeId: 'p9',
          places: 1,
          reason: 'maintenance',
          during: { from: NOW - DAY, until: NOW + 28 * HOUR },
        },
      ],
      staffing: [],
      figure: { asOf: NOW - MINUTE, source: 'work' },
      published: null,
    };
    const why = whyOf(pictureOf([facts]), site('s1'), 'elv-high', NOW);
    expect(why?.lines.map((line) => `${line.count} ${line.text.nl}`)).toEqual([
      '1 Gesloten: onderhoud tot vr 15:41',
      '2 Bezet, 1 langer dan verwacht',
      '2 Vastgehouden: 12 tot 12:26, 14 gepland',
      '1 Vrij, met personeel, opname tot 20:00',
    ]);
    expect(why?.lines[2]?.text.en).toBe('Held: 12 until 12:26, 14 planned');
    expect(why?.beds.map((bed) => `${bed.code} ${bed.text.nl}`)).toEqual([
      '1 Bezet tot 3 nov',
      '2 Bezet, langer dan verwacht',
      '9 Gesloten: onderhoud tot vr 15:41',
      '10 Vrij',
      '12 Vastgehouden tot 12:26',
      '14 Gepland 13:41',
    ]);
  });

  it('counts a place beyond what there is among the beds, and says what it is', () => {
    const during = { from: NOW - HOUR, until: NOW + 200 * HOUR };
    const stay = {
      kind: 'stay',
      arrivedAt: NOW - HOUR,
      expiresAt: null,
      leftAt: null,
      releasedAt: null,
    } as const;
    const rest = {
      latestEnd: null,
      awayAt: null,
      displacedAt: null,
      madeAt: NOW,
      source: 'work',
      version: 1,
    } as const;
    const facts: UnitFacts = {
      unitId: 'u1',
      zone: ZONE,
      places: [
        { id: 'p', unitId: 'u1', code: 'E1', products: ['grz'], properties: [], labels: ['extra'] },
        { id: 'q', unitId: 'u1', code: '1', products: ['grz'], properties: [], labels: [] },
      ],
      claims: [{ id: 'c', placeId: 'p', subject: '', product: 'grz', during, ...stay, ...rest }],
      closures: [],
      staffing: [],
      figure: { asOf: NOW, source: 'work' },
      published: null,
    };
    const why = whyOf(pictureOf([facts]), site('s1'), 'grz', NOW);
    expect(why?.free).toBe(1);
    expect(why?.lines.map(({ text }) => text.nl)).toContain('Bezet, waarvan 1 extra plek');
    expect(why?.beds.find(({ code }) => code === 'E1')?.text.nl).toMatch(/^Extra plek: Bezet/);
  });

  it('keeps the last number we knew apart, and never counts it', () => {
    const facts: UnitFacts = {
      unitId: 'u1',
      zone: ZONE,
      places: [{ id: 'p', unitId: 'u1', code: '1', products: ['grz'], properties: [], labels: [] }],
      claims: [],
      closures: [],
      staffing: [],
      figure: { asOf: NOW - 14 * HOUR, source: 'tap' },
      published: null,
    };
    expect(whyOf(pictureOf([facts]), site('s1'), 'grz', NOW)).toMatchObject({
      free: null,
      lastKnown: 1,
      lines: [
        { state: 'unknown', count: 1 },
        { state: 'free', count: 0 },
      ],
    });
    expect(whyOf(pictureOf([{ ...facts, figure: null }]), site('s1'), 'grz', NOW)).toMatchObject({
      free: null,
      lastKnown: null,
    });
    expect(whyOf(pictureOf([facts]), site('s1'), 'elv-low', NOW)).toBeNull();
  });
});
