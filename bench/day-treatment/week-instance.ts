import { type Chance, pick, seeded } from '#kernel/seeded.ts';
import type { Chair, Course, HalfDay, Nurse, Rota, Treatment } from '#planning/rota/types.ts';

const WORKDAYS = 5;
const OPEN = 240;

/** As in the drafts of the catalogue; who gets immunoglobulins lies on a bed, who gets iron moves on to the living room. */
const TREATMENTS: readonly Treatment[] = [
  {
    id: 'iron',
    ...{ setUp: 15, running: 20, observation: 30, ratio: 4, competence: 'drip' },
    seats: [
      { room: 'treatment', bed: false, from: 0, until: 15 },
      { room: 'living', bed: false, from: 15, until: 65 },
    ],
  },
  {
    id: 'bone',
    ...{ setUp: 15, running: 15, observation: 15, ratio: 4, competence: 'drip' },
    seats: [{ room: 'treatment', bed: false, from: 0, until: 45 }],
  },
  {
    id: 'immunoglobulins',
    ...{ setUp: 15, running: 165, observation: 15, ratio: 4, competence: 'immunoglobulins' },
    seats: [{ room: 'treatment', bed: true, from: 0, until: 195 }],
  },
];
const [IRON, BONE, IMMUNOGLOBULINS] = [0, 1, 2];

const CHAIRS: readonly Chair[] = [
  ...['b1', 'b2'].map((id) => ({ id, room: 'treatment' as const, bed: true })),
  ...['t1', 't2', 't3'].map((id) => ({ id, room: 'treatment' as const, bed: false })),
  ...['l1', 'l2', 'l3'].map((id) => ({ id, room: 'living' as const, bed: false })),
];

const NURSES: readonly Nurse[] = ['ra', 'sb', 'jv', 'mk'].map((id) => ({
  id,
  competences: ['drip', 'immunoglobulins'],
}));

const halfDaysOf = (chance: Chance): HalfDay[] =>
  Array.from({ length: WORKDAYS * 2 }, (_, at) => {
    const from = Math.floor(chance() * NURSES.length);
    const count = chance() < 0.3 ? 3 : 2;
    return {
      day: Math.floor(at / 2),
      weekday: Math.floor(at / 2) + 1,
      part: at % 2 === 0 ? 'morning' : 'afternoon',
      site: 0,
      minutes: OPEN,
      chairs: CHAIRS,
      nurses: Array.from({ length: count }, (__, turn) => NURSES[(from + turn) % NURSES.length] as Nurse),
    };
  });

const someone = (chance: Chance, at: number): Course => {
  const treatment = pick(chance, [
    IRON,
    IRON,
    IRON,
    IRON,
    IRON,
    IMMUNOGLOBULINS,
    IMMUNOGLOBULINS,
    BONE,
    BONE,
    BONE,
  ]);
  const from = Math.floor(chance() * 4);
  return {
    id: `c${at}`,
    treatment,
    urgency: pick(chance, [1, 1, 1, 2, 3]),
    visits: [{ locked: null }],
    interval: 7,
    tolerance: 2,
    from,
    latest: Math.min(WORKDAYS - 1, from + pick(chance, [1, 4, 4])),
    reach: [{ site: 0, kilometres: 0 }],
    wishes: {
      weekdays:
        chance() < 0.5 ? [] : [1 + Math.floor(chance() * WORKDAYS), 1 + Math.floor(chance() * WORKDAYS)],
      part: pick(chance, ['morning', 'afternoon', null]),
      start: chance() < 0.3 ? Math.floor(chance() * 30) * 5 : null,
    },
    earlier: chance() < 0.3 ? { day: -28, site: 0, nurses: [pick(chance, NURSES).id] } : null,
  };
};

/** One week of one site: ten half-days and so many people, each with one visit. The same for the same seed. */
export const makeWeek = (seed: number, people: number): Rota => {
  const chance = seeded(seed);
  return {
    treatments: TREATMENTS,
    halfDays: halfDaysOf(chance),
    courses: Array.from({ length: people }, (_, at) => someone(chance, at)),
  };
};

/** So many weeks behind each other; who is planned in one week could also come up to two weeks later. */
export const makeWeeks = (seed: number, weeks: number, people: number): Rota => {
  const rotas = Array.from({ length: weeks }, (_, week) => makeWeek(seed + week, people));
  return {
    treatments: TREATMENTS,
    halfDays: rotas.flatMap(({ halfDays }, week) =>
      halfDays.map((each) => ({ ...each, day: each.day + 7 * week })),
    ),
    courses: rotas.flatMap(({ courses }, week) =>
      courses.map((each) => ({
        ...each,
        id: `w${week}-${each.id}`,
        from: each.from + 7 * week,
        latest: each.latest + 7 * week + 14,
      })),
    ),
  };
};

/** Half-days in a week. */
export const PER_WEEK = WORKDAYS * 2;
