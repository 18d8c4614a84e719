import { describe, expect, test } from 'vitest';
import { roomBehind } from './stay-ahead.ts';
import type { Bar } from './timeline.ts';

const bar = (kind: Bar['kind'], left: number, width: number, change: Partial<Bar> = {}): Bar => ({
  key: `${kind} ${left}`,
  kind,
  left,
  width,
  split: null,
  overdue: false,
  flag: false,
  opensBefore: false,
  endsAfter: false,
  until: null,
  claim: null,
  closure: null,
  ...change,
});

describe('what is in the way', () => {
  test('is said behind the bar of the stay, where nothing else stands', () => {
    expect(roomBehind([bar('stay', 0, 46)])?.left).toBe(46);
    expect(roomBehind([bar('stay', 0, 46), bar('planned', 80, 20)])?.left).toBe(46);
  });

  test('is left to the line below the name when somebody comes soon after, or the end lies beyond the sheet', () => {
    expect(roomBehind([bar('stay', 0, 46), bar('planned', 55, 20)])).toBeNull();
    expect(roomBehind([bar('stay', 0, 90)])).toBeNull();
    expect(roomBehind([bar('stay', 0, 60, { endsAfter: true })])).toBeNull();
    expect(roomBehind([bar('stay', 0, 20, { overdue: true }), bar('displaced', 20, 30)])).toBeNull();
    expect(roomBehind([bar('free', 20, 80)])).toBeNull();
  });
});
