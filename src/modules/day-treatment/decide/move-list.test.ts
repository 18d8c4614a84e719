import { describe, expect, it } from 'vitest';
import type { Treatment } from '#modules/day-treatment/types.ts';
import type { DayCarePatient, OpenRoom } from '#modules/day-treatment/types-growth.ts';
import { CATALOGUE_V1 } from './catalogue-v1.ts';
import { moveOf } from './move-list.ts';

const signedOf = (code: string): Treatment => {
  const draft = CATALOGUE_V1.find((each) => each.code === code);
  if (draft === undefined) throw new Error(`no draft ${code}`);
  return { ...draft, version: 1 };
};
const GIVEN = {
  drafts: CATALOGUE_V1.map(({ code }) => code),
  signed: [signedOf('ferric-derisomaltose'), signedOf('immunoglobulin-iv')],
};
const TODAY = '2026-11-23';
const proven = (
  competences: readonly ('infusion' | 'immunoglobulin' | 'anaphylaxis')[],
  validUntil: string,
) => ({
  ...{ id: 'n', unitId: 'near', name: 'A. Visser', initials: 'AV' },
  competences: competences.map((competence) => ({ competence, validUntil })),
});
const room = (unitId: string, more: Partial<OpenRoom> = {}): OpenRoom => ({
  ...{ unitId, name: unitId, lying: false, today: TODAY },
  nurses: [proven(['infusion', 'immunoglobulin', 'anaphylaxis'], '2027-01-01')],
  ...more,
});
const somebody = (more: Partial<DayCarePatient> = {}): DayCarePatient => ({
  ...{ row: 2, number: 'DB-1', treatment: 'ferric-derisomaltose', given: 0, visits: 2, pc4: '9401' },
  ...{ lying: false, supervision: false, ...more },
});
const KM: Readonly<Record<string, number>> = { near: 2, far: 9 };
const ask = (more: Partial<DayCarePatient> = {}, rooms: readonly OpenRoom[] = [room('far'), room('near')]) =>
  moveOf(somebody(more), GIVEN, rooms, (_pc4, unitId) => KM[unitId] ?? null);

describe('who of a list of day care could come', () => {
  it('comes to the nearest room that can, and saves the hospital its own visits', () => {
    expect(ask()).toEqual({ why: null, unitId: 'near', km: 2, minutes: 130 });
  });

  it('comes somewhere also when nobody knows from where', () => {
    expect(ask({ pc4: null })).toMatchObject({ why: null, km: null });
  });

  it('stays for a treatment that is not given near home, or that nobody signed for yet', () => {
    expect(ask({ treatment: 'infliximab' }).why).toBe('treatment-unknown');
    expect(ask({ treatment: 'denosumab' }).why).toBe('treatment-not-signed');
  });

  it('stays when the specialist wants it, and for the first time of what begins in the hospital', () => {
    expect(ask({ supervision: true }).why).toBe('needs-hospital');
    expect(ask({ treatment: 'immunoglobulin-iv', given: 0 }).why).toBe('first-in-hospital');
    expect(ask({ treatment: 'immunoglobulin-iv', given: 1 }).why).toBe(null);
  });

  it('who must lie goes where one can lie, also when it is farther', () => {
    expect(ask({ lying: true }).why).toBe('no-room-lying');
    expect(ask({ lying: true }, [room('far', { lying: true }), room('near')]).unitId).toBe('far');
  });

  it('stays when no nurse is proven able, or the proof ran out', () => {
    const other = room('near', { nurses: [proven(['infusion', 'anaphylaxis'], '2027-01-01')] });
    expect(ask({ treatment: 'immunoglobulin-iv', given: 1 }, [other]).why).toBe('no-room');
    const old = room('near', { nurses: [proven(['infusion', 'anaphylaxis'], '2026-11-22')] });
    expect(ask({}, [old]).why).toBe('no-room');
    expect(ask({}, []).why).toBe('no-room');
  });
});
