import { afterEach, describe, expect, it, vi } from 'vitest';
import { isLeftAlone, watchHands } from './hands.ts';

afterEach(() => void vi.useRealTimers());

describe('a page', () => {
  it('is left alone two minutes after the last hand at it, and no longer when somebody is back', () => {
    vi.useFakeTimers({ toFake: ['performance'] });
    const page = new EventTarget();
    watchHands(page);
    page.dispatchEvent(new Event('keydown'));
    vi.advanceTimersByTime(119_000);
    expect(isLeftAlone()).toBe(false);
    vi.advanceTimersByTime(2_000);
    expect(isLeftAlone()).toBe(true);
    page.dispatchEvent(new Event('pointermove'));
    expect(isLeftAlone()).toBe(false);
  });
});
