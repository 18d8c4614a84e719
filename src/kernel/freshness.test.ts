import { describe, expect, it } from 'vitest';
import { counts, DEFAULT_FRESHNESS, figurePhase } from './freshness.ts';
import { HOUR, MINUTE } from './interval.ts';

const NOW = Date.parse('2026-11-23T10:00:00Z');
const phase = (age: number, source: 'tap' | 'link' = 'tap') =>
  figurePhase(NOW - age, source, NOW, DEFAULT_FRESHNESS);

describe('a figure', () => {
  it('is fresh up to four hours, old up to twelve, then too old', () => {
    expect([phase(4 * HOUR), phase(4 * HOUR + 1), phase(12 * HOUR), phase(12 * HOUR + 1)]).toEqual([
      'fresh',
      'old',
      'old',
      'too-old',
    ]);
  });
  it('of a link that fell silent says so after a quarter of an hour, and is too old after twelve hours like any', () => {
    expect([phase(15 * MINUTE, 'link'), phase(16 * MINUTE, 'link'), phase(13 * HOUR, 'link')]).toEqual([
      'fresh',
      'silent',
      'too-old',
    ]);
  });
  it('that never came is not zero', () => {
    expect(figurePhase(null, null, NOW, DEFAULT_FRESHNESS)).toBe('never');
  });
  it('counts as free only while it can be trusted', () => {
    expect((['fresh', 'old', 'silent', 'too-old', 'never'] as const).map(counts)).toEqual([
      true,
      true,
      true,
      false,
      false,
    ]);
  });
  it('from a clock that ran ahead counts as fresh', () => {
    expect(phase(-5 * MINUTE)).toBe('fresh');
  });
});
