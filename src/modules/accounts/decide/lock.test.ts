import { describe, expect, it } from 'vitest';
import { isLocked, lockAfter, oneMore, type Tries, waitOf } from './lock.ts';

const NOW = Date.parse('2026-11-23T09:00:00Z');
const MINUTE = 60_000;

describe('wrong passwords and codes in a row', () => {
  it('are forgiven nine times; from the tenth on the door stays shut, longer each time, an hour at most', () => {
    expect(Array.from({ length: 9 }, (_, n) => lockAfter(n + 1, NOW))).toEqual(Array(9).fill(null));
    const minutes = [10, 11, 12, 15, 16, 17, 1_000].map((n) => ((lockAfter(n, NOW) ?? 0) - NOW) / MINUTE);
    expect(minutes).toEqual([1, 2, 4, 32, 60, 60, 60]);
  });

  it('shut the door until that moment and not longer', () => {
    expect(isLocked({ lockedUntil: NOW + 1 }, NOW)).toBe(true);
    expect(isLocked({ lockedUntil: NOW }, NOW)).toBe(false);
    expect(isLocked({ lockedUntil: null }, NOW)).toBe(false);
  });
});

describe('attempts from one address', () => {
  it('that failed are a hundred in ten minutes; then it waits for the rest of them', () => {
    let tries: Tries | undefined;
    for (let n = 0; n < 100; n++) {
      expect(waitOf(tries, NOW)).toBe(0);
      tries = oneMore(tries, NOW);
    }
    expect(waitOf(tries, NOW)).toBe(600);
    expect(waitOf(tries, NOW + 9 * MINUTE)).toBe(60);
    expect(waitOf(tries, NOW + 10 * MINUTE)).toBe(0);
    expect(oneMore(tries, NOW + 10 * MINUTE)).toEqual({ count: 1, since: NOW + 10 * MINUTE });
  });
});
