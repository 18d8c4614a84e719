import { describe, expect, it } from 'vitest';
import type { VisitState } from '#modules/day-treatment/types.ts';
import { decideDraft, decideVisits, needsOf } from './order.ts';

const TODAY = '2026-11-23';
const content = {
  ...{ visits: 3, given: 0, firstGivenOn: null, intervalDays: 28, toleranceDays: 3 },
  ...{ fromDay: TODAY, latestDay: '2026-12-07', validUntil: '2027-01-12' },
  ...{ weightKg: null, labOn: null, labOk: null, stopRule: 'Niet bij koorts.' },
};
const code = (change: object): string => {
  const decided = decideDraft({ ...content, ...change }, TODAY);
  return decided.ok ? 'ok' : decided.refusal.code;
};
const visit = (number: number, state: VisitState) => ({ id: `${number} ${state}`, number, state });

describe('the days of an order', () => {
  it('leave room for all visits when everything goes as soon as it may', () => {
    expect(code({})).toBe('ok');
    expect(code({ validUntil: '2027-01-11' })).toBe('order-visits');
    expect(code({ visits: 1, validUntil: '2026-12-07' })).toBe('ok');
  });

  it('stand in order, and are not over yet', () => {
    expect(code({ latestDay: '2026-11-22' })).toBe('order-days');
    expect(code({ validUntil: '2026-12-06' })).toBe('order-days');
    const before = { fromDay: '2026-10-01', latestDay: '2026-10-02', visits: 1 };
    expect(code({ ...before, validUntil: TODAY })).toBe('ok');
    expect(code({ ...before, validUntil: '2026-11-22' })).toBe('order-days');
  });

  it('lie apart when there are several', () => {
    expect(code({ intervalDays: 0, toleranceDays: 0 })).toBe('order-interval');
    expect(code({ intervalDays: 3, toleranceDays: 3 })).toBe('order-interval');
    expect(code({ visits: 1, intervalDays: 0, toleranceDays: 0 })).toBe('ok');
  });
});

describe('the visits of a signature', () => {
  it('are made once, and those that are too much fall away while they have not begun', () => {
    expect(decideVisits(2, [])).toEqual({ ok: true, value: { add: [1, 2], drop: [] } });
    const known = [visit(1, 'done'), visit(2, 'planned'), visit(3, 'to-plan')];
    expect(decideVisits(3, known)).toEqual({ ok: true, value: { add: [], drop: [] } });
    expect(decideVisits(1, known)).toEqual({
      ok: true,
      value: { add: [], drop: ['2 planned', '3 to-plan'] },
    });
    expect(decideVisits(0, known)).toEqual({
      ok: false,
      refusal: { code: 'visits-given', params: { least: 1 } },
    });
  });

  it('come back as another try when they were taken away, not when they were missed', () => {
    expect(decideVisits(2, [visit(1, 'no-show'), visit(2, 'cancelled')])).toEqual({
      ok: true,
      value: { add: [2], drop: [] },
    });
  });
});

describe('what an order still needs', () => {
  const signed = { state: 'signed', labOn: TODAY, labOk: true, weightKg: 70 } as const;
  const treatment = { labDays: 28, weight: true };

  it('is told in the order in which it is arranged', () => {
    const draft = { ...signed, state: 'draft', labOn: null, weightKg: null } as const;
    expect(needsOf(draft, treatment, [])).toEqual(['signature', 'lab', 'weight']);
    const visits = [
      { state: 'planned', drugReadyAt: null },
      { state: 'to-plan', drugReadyAt: null },
    ] as const;
    expect(needsOf(signed, treatment, visits)).toEqual(['drug', 'plan']);
    expect(needsOf({ ...signed, labOk: false }, treatment, [])).toEqual(['lab-not-good']);
    expect(needsOf(signed, treatment, [{ state: 'planned', drugReadyAt: 1 }])).toEqual([]);
    expect(needsOf({ ...signed, state: 'stopped', labOk: false }, treatment, visits)).toEqual([]);
  });
});
