import { describe, expect, test } from 'vitest';
import { besideText, euroText, pairText, signed } from './figures.ts';
import { yearsWithin } from './players.ts';

describe('figures as people read them', () => {
  test('a small difference between two large numbers is not rounded away', () => {
    expect(pairText(19.53, 19.47)).toEqual(['19,53', '19,47']);
    expect(pairText(410, 150)).toEqual(['410', '150']);
    expect(pairText(1.8, 0.2)).toEqual(['1,8', '0,2']);
    expect(pairText(16_652.2, 16_652.2)).toEqual(['16.652', '16.652']);
  });

  test('what stands beside each other has the same digits, so that a hundredth is never read as a whole', () => {
    expect([32.49, 32.5, 33.86].map(besideText(32.49, [32.5, 33.86]))).toEqual(['32,49', '32,50', '33,86']);
    expect([410, 150, 409].map(besideText(410, [150, 409]))).toEqual(['410', '150', '409']);
    expect(pairText(32.496, 32.504)).toEqual(['32,50', '32,50']);
    expect([0.2].map(besideText(0.2, []))).toEqual(['0,2']);
  });

  test('money says no more digits than are known, and carries its sign', () => {
    expect(euroText(34_210)).toBe('€\u00a034.000');
    expect(signed(-212_400, euroText)).toBe('−\u00a0€\u00a0212.000');
  });

  test('a slow machine plays two hundred years and a fast one a thousand at most', () => {
    expect(yearsWithin(100)).toBe(200);
    expect(yearsWithin(4)).toBe(600);
    expect(yearsWithin(0.001)).toBe(1000);
  });
});
