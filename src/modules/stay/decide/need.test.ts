import { describe, expect, it } from 'vitest';
import { instantOf } from '#kernel/calendar.ts';
import { DAY } from '#kernel/interval.ts';
import { inOrder, isLate, needOf } from './need.ts';

const ZONE = 'Europe/Amsterdam';
const NOW = instantOf('2026-10-22', 11 * 60 + 41, ZONE);

const calm = { zone: ZONE, endedAt: null, barriers: [], meetingAt: null };
const onTime = { daysLeft: 20, alarm: false, expectedEnd: NOW + 5 * DAY };
const barrier = (due: string) => ({
  id: 'b',
  code: 'wmo' as const,
  owner: 'municipality' as const,
  ownerName: null,
  note: '',
  due,
});

describe('what needs a decision', () => {
  it('is nothing while a stay is on its way', () => {
    expect(needOf(calm, onTime, NOW)).toBe('none');
  });

  it('is first that a stay is longer than allowed, then the expected end, the alarm, what is stuck, and a talk', () => {
    const stuck = { ...calm, barriers: [barrier('2026-10-21')], meetingAt: NOW };
    expect(needOf(stuck, { daysLeft: -1, alarm: true, expectedEnd: NOW - 1 }, NOW)).toBe('over');
    expect(needOf(stuck, { daysLeft: 0, alarm: true, expectedEnd: NOW - 1 }, NOW)).toBe('overdue');
    expect(needOf(stuck, { ...onTime, alarm: true }, NOW)).toBe('alarm');
    expect(needOf(stuck, onTime, NOW)).toBe('barrier-late');
    expect(needOf({ ...stuck, barriers: [barrier('2026-10-22')] }, onTime, NOW)).toBe('meeting');
  });

  it('is a talk on its own day, by the clock of the house, and not the evening before', () => {
    const early = instantOf('2026-10-23', 0, ZONE);
    expect(needOf({ ...calm, meetingAt: early }, onTime, early - 1)).toBe('none');
    expect(needOf({ ...calm, meetingAt: early }, onTime, early)).toBe('meeting');
  });

  it('is nothing any more for who left', () => {
    const left = { ...calm, endedAt: NOW, barriers: [barrier('2026-10-01')] };
    expect(needOf(left, { daysLeft: -3, alarm: false, expectedEnd: null }, NOW)).toBe('none');
  });
});

describe('a barrier', () => {
  it('is late from the day after', () => {
    expect(isLate({ due: '2026-10-22' }, '2026-10-22')).toBe(false);
    expect(isLate({ due: '2026-10-22' }, '2026-10-23')).toBe(true);
  });
});

describe('the order of a list', () => {
  const line = (need: 'alarm' | 'none', expectedEnd: string | null, endedAt: string | null = null) => ({
    need,
    expectedEnd,
    endedAt,
  });

  it('has what needs a decision on top, then who leaves first, and an end nobody knows last', () => {
    const lines = [
      line('none', null),
      line('none', '2026-10-30T09:00:00Z'),
      line('none', '2026-10-24T09:00:00Z'),
      line('alarm', '2026-11-30T09:00:00Z'),
    ];
    expect(lines.toSorted(inOrder)).toEqual(lines.toReversed());
  });

  it('has who left last on top', () => {
    const lines = [line('none', null, '2026-10-01T09:00:00Z'), line('none', null, '2026-10-20T09:00:00Z')];
    expect(lines.toSorted(inOrder)).toEqual(lines.toReversed());
  });
});
