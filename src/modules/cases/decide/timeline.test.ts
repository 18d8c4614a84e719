import { describe, expect, it } from 'vitest';
import { type Known, timelineOf } from './timeline.ts';

const of = {
  ...{ id: 'case', code: 'S-101', personId: 'p', coordinatorOrg: 'practice' },
  ...{ openedAt: 10, openedBy: 'dr. Oefen', endedAt: null },
};
const helper = {
  organisationId: 'welfare',
  consentId: 'c',
  parts: [],
  joinedAt: 20,
  leftAt: null,
  isIn: true,
};
const action = {
  ...{
    id: 'a',
    caseId: 'case',
    what: 'Brieven openen',
    ownerOrg: null,
    due: '2026-12-01',
    state: 'open' as const,
  },
  ...{ why: null, madeAt: 30, madeOrg: 'practice', madeBy: 'dr. Oefen', settledAt: null, settledBy: null },
};
const told = (known: Partial<Known>): string[] =>
  timelineOf({ of, helpers: [], actions: [], meetings: [], ...known }).map(({ event, what }) =>
    what === null ? event : `${event} ${what}`,
  );

describe('what happened in a case', () => {
  it('is told from its facts, the last first', () => {
    const done = { ...action, state: 'not-done' as const, why: 'ziek', settledAt: 50, settledBy: 'Zij' };
    const meeting = { id: 'm', caseId: 'case', at: 40, minutes: 30, place: 'Praktijk', cancelled: null };
    expect(
      told({ of: { ...of, endedAt: 60 }, helpers: [helper], actions: [done], meetings: [meeting] }),
    ).toEqual([
      'ended',
      'not-done Brieven openen: ziek',
      'meeting Praktijk',
      'agreed Brieven openen',
      'joined',
      'opened',
    ]);
  });

  it('says who left, and nothing of whose yes was taken back, or of a meeting that did not go on', () => {
    expect(told({ helpers: [{ ...helper, leftAt: 25, isIn: false }] })).toEqual(['left', 'joined', 'opened']);
    expect(told({ helpers: [{ ...helper, isIn: false }] })).toEqual(['opened']);
    const off = { id: 'm', caseId: 'case', at: 40, minutes: 30, place: 'Praktijk', cancelled: 'ziek' };
    expect(told({ meetings: [off] })).toEqual(['opened']);
  });
});
