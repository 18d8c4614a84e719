import { describe, expect, it } from 'vitest';
import { DEFAULT_FRESHNESS } from '#kernel/freshness.ts';
import { HOUR, MINUTE } from '#kernel/interval.ts';
import { CapacityStatement } from './contract-open.ts';
import { openNeighbours, sumOf } from './neighbours.ts';

const NOW = Date.parse('2026-11-23T10:00:00Z');
const iso = (at: number): string => new Date(at).toISOString();
const house = (available: unknown, asOf = NOW): unknown => ({
  location: { name: 'Huis' },
  available,
  asOf: iso(asOf),
});
const statement = (...intramural: unknown[]) => CapacityStatement.parse({ capacity: { intramural } });
const followed = [{ id: 'r', name: 'Hondsrug', url: 'https://hondsrug.example/capacity.json' }];

describe('what another region publishes', () => {
  it('is added up per kind of care, by our code or by its word', () => {
    const sums = sumOf(
      statement(
        house([{ type: 'x', product: 'elv-high', count: 2 }]),
        house([{ type: 'ELV hoog', count: 1 }]),
      ),
    );
    expect(sums).toEqual([{ product: 'elv-high', type: 'ELV hoog', total: null, free: 3, sites: 2 }]);
  });
  it('keeps zero apart from nothing said', () => {
    expect(sumOf(statement(house([{ type: 'ELV laag', count: 0 }])))[0]?.free).toBe(0);
    expect(sumOf(statement({ location: { name: 'Huis' } }))).toEqual([]);
  });
  it('keeps a kind of care we do not know, behind ours', () => {
    const sums = sumOf(
      statement(
        house([
          { type: 'Kortdurend verblijf', count: 4 },
          { type: 'GRZ', count: 1 },
        ]),
      ),
    );
    expect(sums.map((sum) => [sum.product, sum.type])).toEqual([
      ['grz', 'GRZ'],
      [null, 'Kortdurend verblijf'],
    ]);
  });
});

describe('a region we follow', () => {
  it('is never heard, fresh, silent and too old, by its own figures and by our hearing', () => {
    const book = openNeighbours();
    book.follow(followed);
    const phase = (at: number) => book.current(at, DEFAULT_FRESHNESS)[0]?.phase;
    expect(phase(NOW)).toBe('never');
    book.received('r', statement(house([{ type: 'GRZ', count: 1 }])), { at: NOW, etag: null });
    expect(phase(NOW)).toBe('fresh');
    expect(phase(NOW + 16 * MINUTE)).toBe('silent');
    book.unchanged('r', NOW + 20 * MINUTE);
    expect(phase(NOW + 21 * MINUTE)).toBe('fresh');
    expect(phase(NOW + 13 * HOUR)).toBe('too-old');
  });
  it('cannot make its figures younger than the answer they came in', () => {
    const book = openNeighbours();
    book.follow(followed);
    book.received('r', statement(house([{ type: 'GRZ', count: 1 }], NOW + 5 * HOUR)), {
      at: NOW,
      etag: null,
    });
    expect(book.current(NOW, DEFAULT_FRESHNESS)[0]?.figureAt).toBe(iso(NOW).replace('.000', ''));
  });
  it('is forgotten when we stop following it', () => {
    const book = openNeighbours();
    book.follow(followed);
    book.received('r', statement(house([{ type: 'GRZ', count: 1 }])), { at: NOW, etag: '"a"' });
    book.follow([]);
    book.follow(followed);
    expect(book.etagOf('r')).toBeNull();
    expect(book.current(NOW, DEFAULT_FRESHNESS)[0]?.phase).toBe('never');
  });
});
