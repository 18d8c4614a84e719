import { describe, expect, test } from 'vitest';
import { HOUR, MINUTE } from '#kernel/interval.ts';
import { figureAge, originOf } from './figure.ts';
import { spread } from './states.ts';

const now = Date.parse('2026-10-22T09:41:00Z');

describe('a figure and its fuse', () => {
  test('the fuse burns from full to nothing in the twelve hours that a figure counts', () => {
    expect(figureAge({ asOf: now, source: 'tap' }, now)).toEqual({ phase: 'fresh', age: 0, left: 1 });
    expect(figureAge({ asOf: now - 6 * HOUR, source: 'tap' }, now)).toEqual({
      phase: 'old',
      age: 6 * HOUR,
      left: 0.5,
    });
    expect(figureAge({ asOf: now - 14 * HOUR, source: 'tap' }, now).left).toBe(0);
  });

  test('a link that fell silent keeps its number but not its trust', () => {
    expect(figureAge({ asOf: now - 20 * MINUTE, source: 'link' }, now).phase).toBe('silent');
  });

  test('a figure that never came has no age', () => {
    expect(figureAge(originOf({ asOf: null, source: null }), now)).toEqual({
      phase: 'never',
      age: 0,
      left: 0,
    });
  });

  test('an ISO moment of the API becomes an instant', () => {
    expect(originOf({ asOf: '2026-10-22T09:16:00Z', source: 'tap' })).toEqual({
      asOf: now - 25 * MINUTE,
      source: 'tap',
    });
  });
});

describe('a row of beds', () => {
  test('always stands in the order free, soon, held, occupied, closed, unknown', () => {
    expect(spread({ unknown: 1, occupied: 2, free: 1, held: 1 })).toEqual([
      'free',
      'held',
      'occupied',
      'occupied',
      'unknown',
    ]);
  });

  test('a negative count draws nothing instead of failing', () => {
    expect(spread({ free: -1, closed: 1 })).toEqual(['closed']);
  });
});
