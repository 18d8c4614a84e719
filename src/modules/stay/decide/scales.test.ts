import { describe, expect, it } from 'vitest';
import { SCALE_KINDS, type ScaleKind } from '#modules/stay/types-observation.ts';
import { bandOf, SCALES, totalOf } from './scales.ts';

const all = (scale: ScaleKind, share: 0 | 1): Record<string, number> =>
  Object.fromEntries(SCALES[scale].items.map(({ code, max }) => [code, share * max]));
const only = (scale: ScaleKind, ...codes: string[]): Record<string, number> => ({
  ...all(scale, 0),
  ...Object.fromEntries(codes.map((code) => [code, 1])),
});
const said = (scale: ScaleKind, total: number): string => bandOf(scale, total).code;

describe('a scale', () => {
  it.each(SCALE_KINDS)('%s runs from nothing to its most, and says something at every total', (scale) => {
    const { of, items } = SCALES[scale];
    expect(totalOf(scale, all(scale, 0))).toBe(0);
    expect(totalOf(scale, all(scale, 1))).toBe(of);
    expect(new Set(items.map(({ code }) => code)).size).toBe(items.length);
    for (let total = 0; total <= of; total++) expect(bandOf(scale, total).code).not.toBe('');
  });

  it('of restlessness has thirteen signs, and is out of range from three', () => {
    expect(SCALES.dos.items).toHaveLength(13);
    expect(totalOf('dos', only('dos', 'dozing', 'restless'))).toBe(2);
    expect([2, 3, 13].map((total) => bandOf('dos', total).out)).toEqual([false, true, true]);
  });

  it('of nutrition is a group: either sign alone is undernourished, the other two only together are a risk', () => {
    const group = (...codes: string[]) => totalOf('snaq65', only('snaq65', ...codes));
    expect([group('weightLoss'), group('upperArm'), group('weightLoss', 'appetite', 'stairs')]).toEqual([
      2, 2, 2,
    ]);
    expect([group('appetite', 'stairs'), group('appetite'), group('stairs'), group()]).toEqual([1, 0, 0, 0]);
    expect([0, 1, 2].map((total) => said('snaq65', total))).toEqual([
      'well-fed',
      'at-risk',
      'undernourished',
    ]);
  });

  it('of what somebody does alone counts ten items to twenty points, in five bands', () => {
    expect(SCALES.barthel.items).toHaveLength(10);
    const edges = [4, 5, 9, 10, 14, 15, 19, 20].map((total) => said('barthel', total));
    expect(edges).toEqual([
      ...['dependent', 'much-help', 'much-help', 'some-help'],
      ...['some-help', 'little-help', 'little-help', 'independent'],
    ]);
  });
});
