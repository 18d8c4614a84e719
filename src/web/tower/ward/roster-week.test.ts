import { describe, expect, it } from 'vitest';
import { numberOf, weekOf, weekToSend } from './roster-week.ts';

describe('the week of a ward', () => {
  it('is sent as it was said; an empty half-day has staff for all beds', () => {
    const lines = [{ weekday: 6, halfDay: 'evening' as const, staffed: 0 }];
    expect(weekToSend(weekOf(lines), 8)).toEqual(lines);
    expect(weekToSend({ ...weekOf(lines), '1 morning': ' ' }, 8)).toEqual(lines);
  });
  it('takes whole numbers up to the beds there are', () => {
    expect(['0', ' 8 ', '9', '-1', '3.5', 'x'].map((text) => numberOf(text, 8))).toEqual([
      0,
      8,
      null,
      null,
      null,
      null,
    ]);
    expect(weekToSend({ '1 morning': '9' }, 8)).toBeNull();
  });
});
