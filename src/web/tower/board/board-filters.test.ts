import { describe, expect, it } from 'vitest';
import { addressOf, choicesMade, filtersOf, startOf, townsOf } from './board-filters.ts';

const site = (town: string, lat: number) => ({ town, lat, lon: 6.5 });

describe('the filters of the board', () => {
  it('are within fifteen kilometres, everything shown, when the address says nothing', () => {
    expect(filtersOf({})).toEqual({ product: null, km: 15, from: '', today: false, full: true });
    expect(choicesMade(filtersOf({}))).toBe(0);
  });

  it('come back from the address they were written to', () => {
    const chosen = { product: 'grz', km: null, from: 'Rolde', today: true, full: false } as const;
    expect(filtersOf(addressOf(chosen))).toEqual(chosen);
    expect(choicesMade(chosen)).toBe(4);
  });

  it('leave no trace in the address when they are as usual', () => {
    const written = addressOf(filtersOf({}));
    expect(Object.values(written).every((value) => value === '')).toBe(true);
  });

  it('read nonsense as no choice, never as an empty board', () => {
    expect(filtersOf({ product: 'hotel', km: 'ver', vol: 'ja' })).toMatchObject({
      product: null,
      km: null,
      full: true,
    });
  });
});

describe('where distances start', () => {
  const sites = [site('Assen', 53), site('Assen', 53.02), site('Rolde', 52.98)];
  const own = { lat: 52.9, lon: 6.4, pc4: '9401' };

  it('is the chosen town, else the own site, else nowhere', () => {
    const start = startOf(filtersOf({ van: 'Assen' }), own, sites);
    expect(start?.name).toBe('Assen');
    expect(start?.lat).toBeCloseTo(53.01);
    expect(startOf(filtersOf({}), own, sites)?.name).toBe('9401');
    expect(startOf(filtersOf({}), null, sites)).toBeNull();
  });

  it('is the own site when the town left the region', () => {
    expect(startOf(filtersOf({ van: 'Vries' }), own, sites)?.name).toBe('9401');
  });

  it('offers every town once', () => {
    expect(townsOf(sites)).toEqual(['Assen', 'Rolde']);
  });
});
