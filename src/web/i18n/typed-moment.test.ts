import { describe, expect, it } from 'vitest';
import { fromFields, momentTyped, toFields, typedMoment } from './typed-moment.ts';

const ZONE = 'Europe/Amsterdam';

describe('the two fields of a moment', () => {
  it('give back what was put in', () => {
    const at = Date.parse('2026-10-25T13:05:00Z');
    expect(toFields(at, ZONE)).toEqual({ day: '2026-10-25', clock: '14:05' });
    expect(fromFields('2026-10-25', '14:05', ZONE)).toBe(at);
  });

  it('are no moment when one of them is empty', () => {
    expect(fromFields('', '14:05', ZONE)).toBeNull();
    expect(fromFields('2026-10-25', '', ZONE)).toBeNull();
  });
});

describe('the one field of a moment', () => {
  it('gives back what was put in, without its seconds', () => {
    const at = Date.parse('2026-10-25T13:05:00Z');
    expect(typedMoment(at, ZONE)).toBe('2026-10-25T14:05');
    expect(momentTyped('2026-10-25T14:05', ZONE)).toBe(at);
    expect(momentTyped('2026-10-25T14:05:30', ZONE)).toBe(at);
  });

  it('is no moment while it is not whole, or on a day that is not there', () => {
    for (const typed of ['', '2026-10-25', '2026-10-25T', '2026-02-30T10:00', '2026-10-25T25:00'])
      expect(momentTyped(typed, ZONE)).toBeNull();
  });
});
