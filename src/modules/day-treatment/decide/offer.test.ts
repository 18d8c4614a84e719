import { describe, expect, it } from 'vitest';
import { isEnough } from './choose.ts';
import { freedBy } from './offer.ts';

const happened = (event: string, body: Record<string, unknown> = {}) =>
  freedBy({ event, subject: 'subject', body });

describe('a moment comes free', () => {
  it('by who is taken off the grid, moved, missed or not treated, and by a stop or a half-day that opens', () => {
    expect(happened('visit-unplanned', { halfDayId: 'h' })).toEqual({ halfDayId: 'h', because: 'unplanned' });
    expect(happened('visit-missed', { halfDayId: 'h' })).toEqual({ halfDayId: 'h', because: 'missed' });
    expect(happened('visit-not-given', { halfDayId: 'h' })).toEqual({ halfDayId: 'h', because: 'missed' });
    expect(happened('moment-freed')).toEqual({ halfDayId: 'subject', because: 'stopped' });
    expect(happened('half-day-opened')).toEqual({ halfDayId: 'subject', because: 'opened' });
  });

  it('where somebody left, not where they went; who moves within a half-day leaves none', () => {
    expect(happened('visit-moved', { halfDayId: 'new', left: 'old' })).toEqual({
      ...{ halfDayId: 'old', because: 'unplanned' },
    });
    expect(happened('visit-moved', { halfDayId: 'same' })).toBeNull();
    expect(happened('visit-planned', { halfDayId: 'h' })).toBeNull();
  });
});

describe('half-days that are looked at', () => {
  it('are enough when none that is left can be better, or none is left', () => {
    const found = [{ cost: 1 }, { cost: 3 }];
    expect(isEnough(found, 2, { index: 9, points: 4 })).toBe(true);
    expect(isEnough(found, 2, { index: 9, points: 3 })).toBe(false);
    expect(isEnough(found, 3, { index: 9, points: 9 })).toBe(false);
    expect(isEnough([], 3, undefined)).toBe(true);
  });
});
