import { describe, expect, it } from 'vitest';
import type { BoardGroup, BoardLine } from '#web/tower/board/board-lines.ts';
import { boundsOf, mapPoints, placeOn } from './map-points.ts';

const NOW = Date.parse('2026-11-23T10:00:00Z');
const line = (site: string, product: 'elv-low' | 'elv-high', free: number | null, asOf = NOW): BoardLine =>
  ({
    key: `${product} ${site}`,
    site: { id: site, name: site, lat: 53, lon: 6.5 },
    row: { siteId: site, unitId: 'u', product, free, soon: [1, 1, 1] },
    km: null,
    origin: { asOf, source: 'tap' },
  }) as unknown as BoardLine;
const group = (...lines: BoardLine[]): BoardGroup => ({ lines }) as unknown as BoardGroup;

describe('a site on the map', () => {
  it('stands once, with what is free over the lines in sight', () => {
    const [point, ...others] = mapPoints(
      [group(line('a', 'elv-low', 1)), group(line('a', 'elv-high', 2))],
      NOW,
    );
    expect(others).toEqual([]);
    expect([point?.free, point?.state, point?.lines.length]).toEqual([3, 'free', 2]);
  });
  it('is soon free without a free bed, and unknown when no figure counts: never green', () => {
    expect(mapPoints([group(line('a', 'elv-low', 0))], NOW)[0]?.state).toBe('soon');
    const old = mapPoints([group(line('a', 'elv-low', 2, NOW - 13 * 3_600_000))], NOW)[0];
    expect([old?.free, old?.state]).toEqual([null, 'unknown']);
  });
  it('lies inside the map', () => {
    const points = mapPoints([group(line('a', 'elv-low', 1))], NOW);
    expect(placeOn(boundsOf(points), { lat: 53, lon: 6.5 })).toEqual({
      x: expect.closeTo(0.5),
      y: expect.closeTo(0.5),
    });
  });
});
