import { describe, expect, it } from 'vitest';
import { mayChangeFactors, stepAfter } from './steps.ts';

const NOW = Date.parse('2026-11-23T09:00:00Z');
const none = { totp: false, passkeys: 0, recoveryCodes: 0 };

describe('after a right password', () => {
  it('comes the factor somebody has, and who has none adds one', () => {
    expect(stepAfter(none)).toEqual({ next: 'enrol', methods: [] });
    expect(stepAfter({ ...none, totp: true })).toEqual({ next: 'totp', methods: ['totp'] });
    expect(stepAfter({ totp: true, passkeys: 1, recoveryCodes: 3 })).toEqual({
      next: 'totp',
      methods: ['totp', 'passkey', 'recovery'],
    });
    expect(stepAfter({ ...none, passkeys: 2 })).toEqual({ next: 'passkey', methods: ['passkey'] });
  });

  it('codes on paper are no factor by themselves', () => {
    expect(stepAfter({ ...none, recoveryCodes: 9 })).toEqual({ next: 'enrol', methods: [] });
  });
});

describe('what opens an account', () => {
  const just = { strong: true, factorAt: NOW - 599_999 };
  it('is changed only just after showing who one is', () => {
    expect(mayChangeFactors(just, { ...none, totp: true }, NOW)).toBeNull();
    expect(mayChangeFactors({ ...just, factorAt: NOW - 600_000 }, none, NOW)).toBe('confirm-needed');
    expect(mayChangeFactors({ strong: true, factorAt: null }, none, NOW)).toBe('confirm-needed');
  });

  it('is never changed with a password alone once there is a second factor', () => {
    const password = { strong: false, factorAt: NOW };
    expect(mayChangeFactors(password, { ...none, passkeys: 1 }, NOW)).toBe('second-factor-needed');
    expect(mayChangeFactors(password, none, NOW)).toBeNull();
  });
});
