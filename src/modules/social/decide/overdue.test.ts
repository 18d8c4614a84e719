import { expect, it } from 'vitest';
import { REFERRAL_STATES } from '#modules/social/types-referral.ts';
import { overdue } from './overdue.ts';
import { workdaysOn } from './workdays.ts';

const TERM = { dueAt: 100, lateAt: 200 };
const at = (now: number, said: readonly ('reminded' | 'late')[] = [], state: 'sent' | 'seen' = 'sent') =>
  overdue({ state }, new Set(said), TERM, now);

it('first the receiver is reminded, then who referred is told, each once', () => {
  expect(at(99)).toBeNull();
  expect(at(100)).toBe('reminded');
  expect(at(199, ['reminded'], 'seen')).toBeNull();
  expect(at(200, ['reminded'])).toBe('late');
  expect(at(999, ['reminded', 'late'])).toBeNull();
});

it('after nights without a round the reminder still comes first', () => {
  expect(at(999)).toBe('reminded');
});

it('says nothing of what was picked up or is over', () => {
  for (const state of REFERRAL_STATES.filter((each) => each !== 'sent' && each !== 'seen'))
    expect(overdue({ state }, new Set(), TERM, 999)).toBeNull();
});

it('the weekend does not count', () => {
  expect(workdaysOn('2026-11-19', 1)).toBe('2026-11-20');
  expect(workdaysOn('2026-11-20', 1)).toBe('2026-11-23');
  expect(workdaysOn('2026-11-23', 5)).toBe('2026-11-30');
});
