import { expect, it } from 'vitest';
import type { Board } from '#tower/contract.ts';
import { wallTiles } from './wall-tiles.ts';

const NOW = Date.parse('2026-10-22T09:41:00Z');

const board = (free: Readonly<Record<string, number | null>>): Board => ({
  version: '1',
  asOf: '2026-10-22T09:41:00Z',
  region: 'Drentse Aa',
  sites: Object.keys(free).map((id) => ({
    id,
    name: id,
    organisation: 'Zorg',
    town: 'Assen',
    phone: '0592-00 41 00',
    lat: 53,
    lon: 6.5,
  })),
  products: [],
  totals: { places: 0, free: 0, held: 0, unknownSites: 0 },
  rows: Object.entries(free).map(([siteId, count]) => ({
    siteId,
    unitId: siteId,
    product: 'grz',
    free: count,
    beds: '',
    held: 0,
    heldUntil: null,
    soon: null,
    shortUntil: null,
    admission: { now: true, until: null, nextFrom: null },
    closed: null,
    figure:
      count === null
        ? { asOf: null, source: null, phase: 'never' as const }
        : { asOf: '2026-10-22T09:00:00Z', source: 'tap' as const, phase: 'fresh' as const },
  })),
});

it('a tile names who can take somebody, then who must be called, then who is full; the rest is counted', () => {
  const [tile] = wallTiles(board({ vol: 0, bel: null, een: 1, drie: 3, ookvol: 0 }), NOW);
  expect(tile?.lines.map(({ site }) => site.name)).toEqual(['drie', 'een', 'bel', 'ookvol']);
  expect(tile?.more).toBe(1);
  expect(tile?.group.free).toBe(4);
});
