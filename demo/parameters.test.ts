import { describe, expect, it } from 'vitest';
import { DAY } from '#kernel/interval.ts';
import { PRODUCTS } from '#kernel/product.ts';
import { seeded } from '#kernel/seeded.ts';
import { courseOf, draw, minuteOfRequest, poisson, requestsPerDay, transferTime } from './parameters.ts';

const many = <T>(make: (chance: () => number) => T, count = 4_000): T[] => {
  const chance = seeded(11);
  return Array.from({ length: count }, () => make(chance));
};
const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

describe('the chances of the practice region', () => {
  it('draws options as often as their weights say', () => {
    const drawn = many((chance) =>
      draw(chance, [
        ['a', 3],
        ['b', 1],
      ]),
    );
    expect(drawn.filter((each) => each === 'a').length / drawn.length).toBeCloseTo(0.75, 1);
  });

  it('counts around the mean', () => {
    expect(mean(many((chance) => poisson(chance, 1.3)))).toBeCloseTo(1.3, 1);
  });

  it('keeps to the maxima of short stays, and to the published mean of ELV', () => {
    for (const { stay } of many((chance) => courseOf(chance, 'reo-observation')))
      expect(stay).toBeLessThanOrEqual(9 * DAY);
    for (const { stay } of many((chance) => courseOf(chance, 'wlz-crisis')))
      expect(stay).toBeLessThanOrEqual(14 * DAY);
    const days = mean(many((chance) => courseOf(chance, 'elv-high').stay / DAY));
    expect(days).toBeGreaterThan(31);
    expect(days).toBeLessThan(38);
  });

  it('sends most people home from ELV: 58 in a hundred to their own house', () => {
    const home = many((chance) => courseOf(chance, 'elv-high').destination).filter((each) => each === 'home');
    expect(home.length / 4_000).toBeCloseTo(0.578, 1);
  });

  it('asks about four times a day, and hardly in the weekend', () => {
    const perDay = PRODUCTS.reduce((sum, product) => sum + requestsPerDay(product), 0);
    expect(perDay).toBeGreaterThan(3);
    expect(perDay).toBeLessThan(6);
    const weekend = many((chance) => minuteOfRequest(chance, 'hospital', true)).filter(
      (minute) => minute !== null,
    );
    expect(weekend.length / 4_000).toBeCloseTo(0.2, 1);
  });

  it('takes about a day and a half from hospital, hours from home', () => {
    expect(mean(many((chance) => transferTime(chance, 'hospital') / DAY))).toBeGreaterThan(1);
    expect(mean(many((chance) => transferTime(chance, 'home') / DAY))).toBeLessThan(0.4);
  });
});
