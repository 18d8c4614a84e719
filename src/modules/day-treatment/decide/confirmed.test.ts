import { describe, expect, it } from 'vitest';
import { HOUR, MINUTE } from '#kernel/interval.ts';
import type { HalfDay, Nurse, Treatment } from '#modules/day-treatment/types.ts';
import type { StandingVisit } from '#modules/day-treatment/types-plan.ts';
import { CATALOGUE_V1 } from './catalogue-v1.ts';
import { keepConfirmed } from './confirmed.ts';
import type { Asked, Tables } from './planning.ts';

const OPENS = Date.parse('2026-11-24T07:30:00Z');
const treatment: Treatment = { ...(CATALOGUE_V1[0] as Treatment), version: 1 };
const halfDay: HalfDay = {
  ...{ id: 'h', unitId: 'u', day: '2026-11-24', part: 'morning', opens: OPENS, closes: OPENS + 4 * HOUR },
  ...{ closed: null, closedNote: null, version: 1 },
};
const nurse = (id: string): Nurse => ({
  ...{ id, unitId: 'u', name: id, initials: id },
  competences: treatment.competences.map((competence) => ({ competence, validUntil: '2027-01-01' })),
});
const standing = (change: Partial<StandingVisit> = {}): StandingVisit => ({
  ...{ id: 'v', orderId: 'o', state: 'planned', halfDayId: 'h', nurseId: 'ann', locked: false, claims: [] },
  during: { from: OPENS + 30 * MINUTE, until: OPENS + 90 * MINUTE },
  ...{ signature: 1, treatment: treatment.code, treatmentVersion: 1, confirmedAt: OPENS - 24 * HOUR },
  ...change,
});
const isKept = (
  visit: StandingVisit,
  { closed = null, signature = 1 }: { closed?: HalfDay['closed']; signature?: number } = {},
) => {
  const tables: Tables = {
    ...{ halfDays: [{ ...halfDay, closed }], unitIds: ['u'], chairs: [], standing: [], claims: [] },
    nurses: ['ann', 'bob'].map(nurse),
    shifts: ['ann', 'bob'].map((nurseId) => ({ halfDayId: 'h', nurseId, absent: null })),
    treatments: [treatment],
  };
  const asked = [{ order: { id: 'o' }, visits: [{ id: 'v', standing: visit }] }] as unknown as Asked[];
  const [kept] = keepConfirmed(asked, tables, new Map([['o', signature]]));
  return kept?.visits[0]?.standing?.locked;
};

describe('who said that they come', () => {
  it('keeps their moment in every plan, and who said nothing may be moved', () => {
    expect(isKept(standing())).toBe(true);
    expect(isKept(standing({ confirmedAt: null }))).toBe(false);
  });

  it('is moved all the same when they cannot stay: closed, a nurse who is away, another order', () => {
    expect(isKept(standing(), { closed: 'no-staff' })).toBe(false);
    expect(isKept(standing({ nurseId: 'eve' }))).toBe(false);
    expect(isKept(standing(), { signature: 2 })).toBe(false);
  });

  it('stays fast when the planner set them fast', () => {
    expect(isKept(standing({ locked: true, confirmedAt: null }))).toBe(true);
    expect(isKept(standing({ locked: true }), { closed: 'no-staff' })).toBe(true);
  });
});
