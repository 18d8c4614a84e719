import { describe, expect, it } from 'vitest';
import type { Nurse, Treatment } from '#modules/day-treatment/types.ts';
import { CATALOGUE_V1 } from './catalogue-v1.ts';
import { demandFrom, plannedDemand, roomFrom } from './growth.ts';

const TREATMENTS: readonly Treatment[] = CATALOGUE_V1.slice(0, 3).map((each) => ({ ...each, version: 1 }));
const [, IRON, IMMUNO] = TREATMENTS as [Treatment, Treatment, Treatment];
const TODAY = '2026-11-23';
const nurse = (id: string): Nurse => ({
  ...{ id, unitId: 'u', name: `Zuster ${id}`, initials: id },
  competences: (['infusion', 'anaphylaxis'] as const).map((competence) => ({
    competence,
    validUntil: '2027-01-01',
  })),
});
const GROUP = { visits: 1.6, intervalDays: 7, toleranceDays: 2, withinDays: 27.5, urgency: 1.2 };

describe('the people of a year', () => {
  it('are those who were ordered, stretched to a whole year, with the length of their own visit', () => {
    const [line] = demandFrom({ days: 73, groups: [{ ...GROUP, treatment: IRON, orders: 20 }] });
    expect(line).toEqual({
      ...{ treatment: IRON.code, people: 100, visits: 2, intervalDays: 7, toleranceDays: 2 },
      ...{ withinDays: 28, hospitalMinutes: 65, urgency: 1 },
    });
  });

  it('are asked by the number of their treatment; of what is not given here nothing can be said', () => {
    const lines = demandFrom({ days: 365, groups: [{ ...GROUP, treatment: IMMUNO, orders: 12 }] });
    expect(plannedDemand(lines, TREATMENTS)).toMatchObject([{ treatment: 2, people: 12, within: 28 }]);
    expect(plannedDemand(lines, TREATMENTS.slice(0, 2))).toBeNull();
    expect(plannedDemand([{ ...lines[0], people: 0 } as (typeof lines)[0]], TREATMENTS)).toEqual([]);
  });
});

describe('an ordinary room', () => {
  const week = [
    { weekday: 2, part: 'morning', minutes: 240 },
    { weekday: 4, part: 'morning', minutes: 240 },
  ] as const;
  const [A, B, C] = [nurse('a'), nurse('b'), nurse('c')];
  const tuesday = (...nurses: Nurse[]) => ({ weekday: 2, part: 'morning' as const, nurses });

  it('has in each half-day who is there most times; one week ill changes nothing', () => {
    const rota = [tuesday(A, B), tuesday(A, C), tuesday(A, B)];
    const room = roomFrom({ week, chairs: [], rota }, TREATMENTS, TODAY);
    expect(room.week[0]?.nurses.map(({ id }) => id)).toEqual(['a', 'b']);
    expect(room.week[0]).toMatchObject({ weekday: 2, part: 'morning', minutes: 240 });
  });

  it('has the nurses of the other half-days where nobody is on the rota yet', () => {
    const room = roomFrom({ week, chairs: [], rota: [tuesday(A, B)] }, TREATMENTS, TODAY);
    expect(room.week[1]?.nurses.map(({ id }) => id)).toEqual(['a', 'b']);
  });

  it('counts a nurse for what is proven', () => {
    const [first] = roomFrom({ week, chairs: [], rota: [tuesday(A, B)] }, TREATMENTS, TODAY).week;
    expect(first?.nurses[0]?.competences).toHaveLength(2);
  });
});
