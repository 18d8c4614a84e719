import { describe, expect, it } from 'vitest';
import type { AgreementVersion } from '#modules/region/types.ts';
import { agreementOn, CAUTIOUS, rulesOf } from './agreement.ts';

const from = (validFrom: string, holdMinutes: number): AgreementVersion => ({
  id: validFrom,
  proposedAt: 0,
  proposedBy: 'm',
  adoptedAt: 0,
  ...CAUTIOUS,
  validFrom,
  holdMinutes,
  answerMinutes: 30,
  parallelOffers: 3,
  heldOffers: 1,
  oldAfterMinutes: 240,
  tooOldAfterMinutes: 720,
  silentAfterMinutes: 15,
  deskOrganisationId: 'd',
  deskPhone: '0592-001720',
});

describe('the agreement of a day', () => {
  const agreements = [from('2026-01-01', 60), from('2027-01-01', 90), from('2026-07-01', 45)];
  it('is the last that began, in whatever order they are known', () => {
    expect(agreementOn(agreements, '2026-06-30')?.holdMinutes).toBe(60);
    expect(agreementOn(agreements, '2026-07-01')?.holdMinutes).toBe(45);
    expect(agreementOn(agreements, '2027-01-01')?.holdMinutes).toBe(90);
  });
  it('does not exist before the first', () => {
    expect(agreementOn(agreements, '2025-12-31')).toBeNull();
  });
});

describe('the clocks of a request', () => {
  const agreement = from('2026-01-01', 60);
  it('are those of the crisis route in crisis, and for everybody when the region says so, also who asked before', () => {
    expect(rulesOf(agreement, false).answerMinutes).toBe(30);
    expect(rulesOf(agreement, true).answerMinutes).toBe(15);
    expect(rulesOf({ ...agreement, crisisForAll: true }, false).answerMinutes).toBe(15);
  });
});
