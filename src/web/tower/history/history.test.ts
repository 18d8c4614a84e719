import { describe, expect, it } from 'vitest';
import type { Flows } from '#tower/contract.ts';
import { stepLine } from './days-drawing.ts';
import { drawFlows } from './flow-drawing.ts';

const way = (from: 'home' | 'hospital', to: string, people: number | null): Flows['ways'][number] => ({
  ...{ from, product: 'elv-high', to, people },
  medianWaitHours: null,
});

describe('the picture of the ways', () => {
  const drawn = drawFlows(
    [way('home', 'here', 20), way('hospital', 'here', 10), way('home', 'died', null)],
    300,
  );

  it('has a stop for each place people were or went, as high as there were people', () => {
    expect(drawn.people).toBe(30);
    expect(drawn.stops.map(({ id, people }) => [id, people])).toEqual([
      ['home', 20],
      ['hospital', 10],
      ['elv-high', 30],
      ['here', 30],
    ]);
    const [home, hospital] = drawn.stops;
    expect(home?.height).toBeCloseTo((hospital?.height ?? 0) * 2, 6);
  });

  it('loses nobody: what comes into a stop goes out of it', () => {
    const into = drawn.bands.filter((band) => band.column === 0).reduce((sum, band) => sum + band.people, 0);
    const out = drawn.bands.filter((band) => band.column === 1).reduce((sum, band) => sum + band.people, 0);
    expect([into, out]).toEqual([30, 30]);
  });

  it('leaves out who could be recognised', () => {
    expect(drawn.stops.some((stop) => stop.id === 'died')).toBe(false);
    expect(drawFlows([way('home', 'died', null)], 300)).toMatchObject({ people: 0, stops: [], bands: [] });
  });

  it('stops never lie over each other', () => {
    for (const column of [0, 1, 2]) {
      const own = drawn.stops.filter((stop) => stop.column === column);
      for (const [index, stop] of own.entries())
        expect(stop.top).toBeGreaterThanOrEqual((own[index - 1]?.top ?? 0) + (own[index - 1]?.height ?? 0));
    }
  });
});

describe('a line of days', () => {
  it('is a step per day, from the left edge to the right one', () => {
    expect(stepLine([1, 2], { width: 100, height: 50, most: 2 })).toBe('M0 25H50V0H100');
    expect(stepLine([], { width: 100, height: 50, most: 2 })).toBe('');
  });
});
