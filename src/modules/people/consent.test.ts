import { describe, expect, it } from 'vitest';
import { mayShare } from './decide/consent.ts';

const NOW = 1_000_000;
const yes = (change: object = {}) => ({
  ...{ purpose: 'welfare' as const, receiverOrg: null, receiverKind: 'welfare' as const },
  ...{ explicit: true, givenAt: NOW - 10, revokedAt: null },
  ...change,
});
const welfare = { organisationId: 'w', kind: 'welfare' as const };
const home = { organisationId: 'h', kind: 'care-provider' as const };
const ask = (change: object, receiver: typeof welfare | typeof home = welfare, now = NOW) =>
  mayShare([yes(change)], 'welfare', receiver, now) !== null;

describe('may this be shared', () => {
  it('with who is named, for the purpose that was named', () => {
    expect(ask({})).toBe(true);
    expect(ask({ purpose: 'find-place' })).toBe(false);
    expect(ask({ receiverKind: 'care-provider' })).toBe(false);
    expect(ask({ receiverKind: null, receiverOrg: 'w' })).toBe(true);
    expect(ask({ receiverKind: null, receiverOrg: 'other' })).toBe(false);
  });

  it('from the moment of the yes to the moment of the no, not later', () => {
    expect(ask({ givenAt: NOW + 1 })).toBe(false);
    expect(ask({ givenAt: NOW })).toBe(true);
    expect(ask({ revokedAt: NOW })).toBe(false);
    expect(ask({ revokedAt: NOW + 1 })).toBe(true);
  });

  it('a yes to all of care is no yes to welfare, nor one that was only presumed', () => {
    expect(ask({ receiverKind: null }, home)).toBe(true);
    expect(ask({ receiverKind: null })).toBe(false);
    expect(ask({ explicit: false })).toBe(false);
    expect(ask({ receiverKind: null, explicit: false }, home)).toBe(true);
  });
});
