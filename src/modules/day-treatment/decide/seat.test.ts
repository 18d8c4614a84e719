import { describe, expect, it } from 'vitest';
import { MINUTE } from '#kernel/interval.ts';
import type { HalfDay, Nurse, Treatment } from '#modules/day-treatment/types.ts';
import type { Place, StandingVisit } from '#modules/day-treatment/types-plan.ts';
import { CATALOGUE_V1 } from './catalogue-v1.ts';
import { type Asked, boardOf, presentIn, type Tables } from './planning.ts';
import { decideSeat } from './seat.ts';

const OPENS = Date.UTC(2026, 10, 30, 8);
const treatment: Treatment = {
  ...(CATALOGUE_V1.find(({ code }) => code === 'ferric-derisomaltose') as (typeof CATALOGUE_V1)[number]),
  version: 1,
};
const halfDay: HalfDay = {
  ...{ id: 'h', unitId: 'u', day: '2026-11-30', part: 'morning', closed: null, closedNote: null },
  ...{ opens: OPENS, closes: OPENS + 240 * MINUTE, version: 1 },
};
const nurse = (id: string): Nurse => ({
  ...{ id, unitId: 'u', name: id, initials: id },
  competences: treatment.competences.map((competence) => ({ competence, validUntil: '2027-01-01' })),
});
const chairs = Array.from({ length: 20 }, (_, i) => ({
  ...{ id: `c${i}`, unitId: 'u', code: `S${i}`, lying: false },
  room: i < 10 ? ('treatment' as const) : ('living' as const),
}));
const order: Asked['order'] = {
  ...{ id: 'o', treatment: treatment.code, treatmentVersion: 1, urgency: 1, intervalDays: 0 },
  ...{ toleranceDays: 0, wishes: { weekdays: [], part: null } },
};
/** Somebody on the i-th chair of each room. */
const there = (i: number, start: number, nurseId: string): StandingVisit => ({
  ...{ id: `v${i}`, orderId: `o${i}`, state: 'planned', halfDayId: 'h', nurseId, locked: false },
  during: { from: OPENS + start * MINUTE, until: OPENS + (start + 65) * MINUTE },
  ...{ claims: [`c${i}`, `c${i + 10}`], signature: 1, treatment: treatment.code, treatmentVersion: 1 },
  confirmedAt: null,
});

const decide = (
  place: Partial<Place>,
  standing: readonly StandingVisit[] = [],
  other: { readonly halfDay?: HalfDay; readonly nurses?: readonly Nurse[] } = {},
): string => {
  const of = other.halfDay ?? halfDay;
  const nurses = other.nurses ?? [nurse('a'), nurse('b')];
  const tables: Tables = {
    ...{ halfDays: [of], unitIds: ['u'], chairs, nurses, standing, treatments: [treatment] },
    shifts: nurses.map(({ id }) => ({ halfDayId: 'h', nurseId: id, absent: null })),
    claims: chairs.map(({ id }) => ({ id, placeId: id })),
  };
  const asked: Asked = {
    ...{ order, visits: [{ id: 'v', standing: null }], from: of.day, latest: of.day, earlier: null },
    reach: [{ unitId: 'u', km: 0 }],
  };
  const seating = { halfDay: of, board: boardOf(tables, [asked]), present: presentIn(tables, 'h'), chairs };
  const whole = { halfDayId: 'h', start: 60, chairs: ['c0', 'c10'], nurseId: 'a', ...place };
  const decided = decideSeat(seating, treatment, whole);
  return decided.ok ? 'right' : decided.refusal.code;
};

describe('a place in a half-day', () => {
  it('is there when it is open, with two nurses, and over in time', () => {
    expect(decide({})).toBe('right');
    expect(decide({}, [], { halfDay: { ...halfDay, closed: 'other' } })).toBe('half-day-closed');
    expect(decide({}, [], { nurses: [nurse('a')] })).toBe('nurses-too-few');
    expect(decide({ start: 160 })).toBe('right');
    expect(decide({ start: 165 })).toBe('visit-outside-hours');
    expect(decide({ start: 62 })).toBe('visit-outside-hours');
  });

  it('is on a chair of each room, in order', () => {
    expect(decide({ chairs: ['c10', 'c0'] })).toBe('seats-wrong');
    expect(decide({ chairs: ['c0'] })).toBe('seats-wrong');
    expect(decide({ chairs: ['c0', 'x'] })).toBe('seats-wrong');
  });

  it('is with a nurse who is there, may, and sets up nobody else', () => {
    expect(decide({ nurseId: 'z' })).toBe('nurse-not-there');
    const unable = { ...nurse('a'), competences: nurse('a').competences.slice(0, 1) };
    expect(decide({}, [], { nurses: [unable, nurse('b')] })).toBe('nurse-not-able');
    const over = {
      ...nurse('a'),
      competences: nurse('a').competences.map((c) => ({ ...c, validUntil: '2026-11-29' })),
    };
    expect(decide({}, [], { nurses: [over, nurse('b')] })).toBe('nurse-not-able');
    expect(decide({}, [there(1, 70, 'a')])).toBe('nurse-busy');
    expect(decide({}, [there(1, 75, 'a')])).toBe('right');
  });

  it('is not there when everybody together asks more than the nurses can do', () => {
    // Two set-ups take both nurses; beside them nobody can be looked after.
    const two = [there(1, 0, 'a'), there(2, 15, 'a')];
    expect(decide({ nurseId: 'b', start: 15 }, two)).toBe('care-full');
    expect(decide({ nurseId: 'b', start: 30 }, two)).toBe('right');
    expect(decide({ nurseId: 'b', start: 15 }, two.slice(1))).toBe('right');
  });
});
