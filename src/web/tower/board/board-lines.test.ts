import { describe, expect, it } from 'vitest';
import { HOUR } from '#kernel/interval.ts';
import type { Product } from '#kernel/product.ts';
import type { Board, BoardRow } from '#tower/contract.ts';
import { filtersOf } from './board-filters.ts';
import {
  admitsToday,
  bedCounts,
  groupsOf,
  inKeptOrder,
  keysOf,
  linesOf,
  movesBetween,
} from './board-lines.ts';

const NOW = Date.parse('2026-10-22T09:41:00Z');
const ago = (hours: number): string => new Date(NOW - hours * HOUR).toISOString();
const START = { lat: 53, lon: 6.5, name: '9401' };

const row = (siteId: string, change: Partial<BoardRow> = {}): BoardRow => ({
  siteId,
  unitId: siteId,
  product: 'elv-high',
  free: 1,
  beds: 'foo',
  held: 0,
  heldUntil: null,
  soon: [0, 1, 2],
  shortUntil: null,
  admission: { now: true, until: null, nextFrom: null },
  closed: null,
  figure: { asOf: ago(1), source: 'tap', phase: 'fresh' },
  ...change,
});

/** Sites a kilometre apart, the first nearest. */
const boardOf = (...rows: BoardRow[]): Board => ({
  version: '1',
  asOf: ago(0),
  region: 'Drentse Aa',
  sites: [...new Set(rows.map(({ siteId }) => siteId))].map((id, index) => ({
    id,
    name: `Huis ${id}`,
    organisation: 'Zorg',
    town: 'Assen',
    phone: '0592-00 41 00',
    lat: 53 + (index + 1) / 111.2,
    lon: 6.5,
  })),
  products: [],
  totals: { places: 0, free: 0, held: 0, unknownSites: 0 },
  rows,
});

const groups = (board: Board, choices: Record<string, string> = {}) =>
  groupsOf(linesOf(board, START), filtersOf(choices), NOW);

describe('the lines of the board', () => {
  it('stand near first, old figures below fresh ones, unknown below all', () => {
    const board = boardOf(
      row('oud', { figure: { asOf: ago(6), source: 'tap', phase: 'old' } }),
      row('weg', { free: null, figure: { asOf: ago(14), source: 'tap', phase: 'too-old' } }),
      row('dichtbij'),
      row('verder'),
    );
    expect(keysOf(groups(board))).toEqual([
      'elv-high dichtbij',
      'elv-high verder',
      'elv-high oud',
      'elv-high weg',
    ]);
  });

  it('add up what is known and say what is left out', () => {
    const board = boardOf(
      row('a', { free: 2, held: 1 }),
      row('b', { free: 0 }),
      row('c', { free: null, held: 4, soon: null, figure: { asOf: null, source: null, phase: 'never' } }),
    );
    expect(groups(board)[0]).toMatchObject({ free: 2, held: 1, soon: [0, 2, 4], notCounted: 1 });
  });

  it('grow too old while the page stands open, and stop counting by themselves', () => {
    const board = boardOf(row('a', { figure: { asOf: ago(11.9), source: 'tap', phase: 'old' } }));
    const lines = linesOf(board, START);
    expect(groupsOf(lines, filtersOf({}), NOW)[0]).toMatchObject({ free: 1, notCounted: 0 });
    expect(groupsOf(lines, filtersOf({}), NOW + HOUR)[0]).toMatchObject({ free: 0, notCounted: 1 });
  });

  it('keep to the filters: product, distance, today, and what is full; unknown is never hidden as full', () => {
    const tomorrow = new Date(NOW + 24 * HOUR).toISOString();
    const closed = { now: false, until: null, nextFrom: tomorrow };
    const board = boardOf(
      row('a', { free: 0, beds: 'ooo' }),
      row('b', { admission: closed }),
      row('c', { product: 'grz' as Product }),
      row('d', { free: null, figure: { asOf: ago(20), source: 'tap', phase: 'too-old' } }),
    );
    expect(keysOf(groups(board, { product: 'grz' }))).toEqual(['grz c']);
    expect(keysOf(groups(board, { km: '1.5' }))).toEqual(['elv-high a']);
    expect(keysOf(groups(board, { opname: 'vandaag', product: 'elv-high' }))).toEqual([
      'elv-high a',
      'elv-high d',
    ]);
    expect(keysOf(groups(board, { vol: 'nee', product: 'elv-high' }))).toEqual(['elv-high b', 'elv-high d']);
  });

  it('admit today also when the doors open later today', () => {
    const later = { now: false, until: null, nextFrom: new Date(NOW + 2 * HOUR).toISOString() };
    expect(admitsToday(row('a', { admission: later }), NOW)).toBe(true);
    expect(admitsToday(row('a', { admission: { now: false, until: null, nextFrom: null } }), NOW)).toBe(
      false,
    );
  });
});

describe('a row of beds', () => {
  it('counts each state; a letter we do not know is unknown', () => {
    expect(bedCounts('ffshoocux')).toEqual({ free: 2, soon: 1, held: 1, occupied: 2, closed: 1, unknown: 2 });
  });
});

describe('rows that may not move', () => {
  const before = boardOf(row('a'), row('b'), row('c'));
  const kept = keysOf(groups(before));

  it('stay where they are with the newest numbers', () => {
    const after = boardOf(
      row('a', { free: 0, figure: { asOf: ago(6), source: 'tap', phase: 'old' } }),
      row('b'),
      row('c'),
    );
    const drawn = inKeptOrder(kept, linesOf(after, START), NOW);
    expect(keysOf(drawn)).toEqual(kept);
    expect(drawn[0]?.free).toBe(2);
    expect(movesBetween(kept, keysOf(groups(after)))).toBeGreaterThan(0);
  });

  it('are counted when they move, come or go, and not otherwise', () => {
    expect(movesBetween(kept, kept)).toBe(0);
    expect(movesBetween(kept, kept.slice(1))).toBe(1);
    expect(movesBetween(kept, [...kept, 'elv-high d'])).toBe(1);
    expect(movesBetween(['a', 'b'], ['b', 'a'])).toBe(2);
  });

  it('go at once when their site left the region', () => {
    expect(keysOf(inKeptOrder(kept, linesOf(boardOf(row('a'), row('c')), START), NOW))).toEqual([
      'elv-high a',
      'elv-high c',
    ]);
  });
});
