import { type Chance, pick } from '#kernel/seeded.ts';
import type { Chair, Course, HalfDay, Nurse, Rota, Treatment } from './types.ts';

/** Iron, immunoglobulins and bone medication, as in the drafts of the catalogue. */
export const TREATMENTS: readonly Treatment[] = [
  {
    id: 'iron',
    ...{ setUp: 15, running: 20, observation: 30, ratio: 4, competence: 'infusion' },
    seats: [
      { room: 'treatment', bed: false, from: 0, until: 15 },
      { room: 'living', bed: false, from: 15, until: 65 },
    ],
  },
  {
    id: 'immunoglobulins',
    ...{ setUp: 15, running: 180, observation: 15, ratio: 4, competence: 'immunoglobulins' },
    seats: [{ room: 'treatment', bed: true, from: 0, until: 210 }],
  },
  {
    id: 'bone',
    ...{ setUp: 15, running: 30, observation: 0, ratio: 4, competence: 'infusion' },
    seats: [{ room: 'treatment', bed: false, from: 0, until: 45 }],
  },
];

/** The chairs of the picture: two beds and three chairs in the treatment room, three in the living room. */
export const CHAIRS: readonly Chair[] = [
  { id: 't1', room: 'treatment', bed: true },
  { id: 't2', room: 'treatment', bed: true },
  { id: 't3', room: 'treatment', bed: false },
  { id: 't4', room: 'treatment', bed: false },
  { id: 't5', room: 'treatment', bed: false },
  { id: 'l1', room: 'living', bed: false },
  { id: 'l2', room: 'living', bed: false },
  { id: 'l3', room: 'living', bed: false },
];

/** A nurse who can do everything, unless it is said what. */
export const nurse = (
  id: string,
  competences: readonly string[] = ['infusion', 'immunoglobulins'],
): Nurse => ({
  id,
  competences,
});

/** A half-day of four hours with two nurses and all chairs, unless it is said otherwise. */
export const halfDay = (day: number, other: Partial<HalfDay> = {}): HalfDay => ({
  ...{ day, weekday: (day % 7) + 1, part: 'morning', site: 0, minutes: 240, chairs: CHAIRS },
  nurses: [nurse('a'), nurse('b')],
  ...other,
});

/** Somebody with one visit to go, who can go anywhere at any time, unless it is said otherwise. */
export const course = (id: string, treatment: number, other: Partial<Course> = {}): Course => ({
  ...{ id, treatment, urgency: 1, visits: [{ locked: null }], interval: 7, tolerance: 2, from: 0, latest: 4 },
  reach: [{ site: 0, kilometres: 3 }],
  wishes: { weekdays: [], part: null, start: null },
  earlier: null,
  ...other,
});

/** One half-day with these people in it. */
export const oneHalfDay = (courses: readonly Course[], other: Partial<HalfDay> = {}): Rota => ({
  treatments: TREATMENTS,
  halfDays: [halfDay(0, other)],
  courses,
});

/** People as they come: half for iron, a fifth for immunoglobulins, the rest for bone; some with a wished start. */
export const someone = (id: string, chance: Chance): Course => {
  const treatment = pick(chance, [0, 0, 0, 0, 0, 1, 1, 2, 2, 2]);
  const start = chance() < 0.4 ? Math.floor(chance() * 30) * 5 : null;
  return course(id, treatment, { wishes: { weekdays: [], part: null, start } });
};
