import { describe, expect, it } from 'vitest';
import { isLocked, lockAfter, type Tries, tryAgain } from './lock.ts';

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
  it('are a hundred in ten minutes; then it waits for the rest of them', () => {
    let tries: Tries | undefined;
    const waits = Array.from({ length: 102 }, () => {
      const next = tryAgain(tries, NOW);
      tries = next.tries;
      return next.wait;
    });
    expect(waits.filter((wait) => wait > 0)).toEqual([600, 600]);
    expect(tryAgain(tries, NOW + 9 * MINUTE).wait).toBe(60);
    expect(tryAgain(tries, NOW + 10 * MINUTE)).toEqual({
      tries: { count: 1, since: NOW + 10 * MINUTE },
      wait: 0,
    });
  });
});
