import { type Chance, pick, seeded } from '#kernel/seeded.ts';
import type { Chair, Course, HalfDay, Nurse, Rota, Treatment } from '#planning/rota/types.ts';

/** How much room there is: eight chairs in the living room and three nurses, or four and two. */
export type Tightness = 'loose' | 'tight';

/** Which instance: together they make the same rota, always. */
export interface InstanceKey {
  readonly seed: number;
  readonly tightness: Tightness;
  readonly weeks: number;
}

const WORKDAYS = 5;
/** From half past eight until one, or from a quarter past one until a quarter to six. */
const OPEN = 270;
/** How many people a week come for the first time. */
const NEW_A_WEEK = { iron: 15, bone: 9, immunoglobulins: 3 };
/** How many immunoglobulins belong to one course, and how many weeks lie between two. */
const SERIES = 10;
const SERIES_WEEKS = 4;

const IRON = 0;
const ZOLEDRONATE = 2;
const DENOSUMAB = 3;
const IMMUNOGLOBULINS = 4;

const stays = (placed: number, until: number): Treatment['seats'] => [
  { room: 'treatment', bed: false, from: 0, until: placed },
  ...(until > placed ? [{ room: 'living' as const, bed: false, from: placed, until }] : []),
];

/** The catalogue of the instances: lengths as in the package leaflets, set-up and ratio as in the literature. */
const TREATMENTS: readonly Treatment[] = [
  {
    id: 'iron-15',
    setUp: 15,
    running: 15,
    observation: 30,
    ratio: 4,
    seats: stays(30, 60),
    competence: 'drip',
  },
  {
    id: 'iron-20',
    setUp: 15,
    running: 20,
    observation: 30,
    ratio: 4,
    seats: stays(35, 65),
    competence: 'drip',
  },
  {
    id: 'zoledronate',
    setUp: 15,
    running: 20,
    observation: 25,
    ratio: 4,
    seats: stays(35, 60),
    competence: 'drip',
  },
  {
    id: 'denosumab',
    setUp: 10,
    running: 0,
    observation: 15,
    ratio: 4,
    seats: stays(25, 25),
    competence: 'drip',
  },
  {
    id: 'immunoglobulins',
    setUp: 15,
    running: 180,
    observation: 15,
    ratio: 4,
    seats: stays(15, 210),
    competence: 'immunoglobulins',
  },
];

const NURSES: readonly Nurse[] = [
  { id: 'n1', competences: ['drip', 'immunoglobulins'] },
  { id: 'n2', competences: ['drip', 'immunoglobulins'] },
  { id: 'n3', competences: ['drip', 'immunoglobulins'] },
  { id: 'n4', competences: ['drip'] },
  { id: 'n5', competences: ['drip'] },
];

const chairsOf = (living: number, treatment: number): Chair[] => [
  ...Array.from({ length: treatment }, (_, at) => ({
    id: `t${at + 1}`,
    room: 'treatment' as const,
    bed: at === 0,
  })),
  ...Array.from({ length: living }, (_, at) => ({ id: `l${at + 1}`, room: 'living' as const, bed: false })),
];

/** Who is there: one half-day in sixteen nobody who may give immunoglobulins. */
const nursesOf = (chance: Chance, count: number): Nurse[] => {
  const able = chance() < 1 / 16 ? NURSES.slice(3) : NURSES;
  const first = able === NURSES ? pick(chance, NURSES.slice(0, 3)) : pick(chance, able);
  const there = count === 0 ? [] : [first];
  while (there.length < Math.min(count, able.length)) {
    const next = pick(chance, able);
    if (!there.includes(next)) there.push(next);
  }
  return there;
};

const halfDaysOf = (chance: Chance, { tightness, weeks }: InstanceKey): HalfDay[] => {
  const loose = tightness === 'loose';
  const chairs = chairsOf(loose ? 8 : 4, loose ? 2 : 1);
  return Array.from({ length: weeks * WORKDAYS * 2 }, (_, at) => {
    const workday = Math.floor(at / 2);
    return {
      day: Math.floor(workday / WORKDAYS) * 7 + (workday % WORKDAYS),
      weekday: (workday % WORKDAYS) + 1,
      part: at % 2 === 0 ? 'morning' : 'afternoon',
      site: 0,
      minutes: OPEN,
      chairs,
      // Where it is tight, one half-day in ten stays closed: there are no two nurses.
      nurses: nursesOf(chance, loose || chance() >= 1 / 10 ? (loose ? 3 : 2) : 0),
    };
  });
};

const wishesOf = (chance: Chance): Course['wishes'] => ({
  weekdays: chance() < 0.5 ? [] : [1 + Math.floor(chance() * 5), 1 + Math.floor(chance() * 5)],
  part: pick(chance, ['morning', 'afternoon', null] as const),
  start: null,
});

type Rhythm = Pick<
  Course,
  'treatment' | 'urgency' | 'interval' | 'tolerance' | 'from' | 'latest' | 'earlier'
> & {
  readonly visits: number;
};

const ironOf = (chance: Chance, days: number): Rhythm => {
  const from = Math.floor(chance() * (days - 21));
  const urgency = pick(chance, [1, 1, 2, 3]);
  return {
    treatment: IRON + (chance() < 0.5 ? 1 : 0),
    urgency,
    visits: chance() < 0.5 ? 1 : 2,
    interval: 7,
    tolerance: 2,
    from,
    latest: Math.min(days - 10, from + 84),
    earlier: null,
  };
};

const boneOf = (chance: Chance, days: number): Rhythm => {
  const from = Math.floor(chance() * (days - 21));
  const treatment = pick(chance, [ZOLEDRONATE, DENOSUMAB]);
  return {
    treatment,
    urgency: 1,
    visits: 1,
    interval: 182,
    tolerance: 14,
    from,
    latest: Math.min(days - 3, from + (treatment === DENOSUMAB ? 28 : 112)),
    earlier: null,
  };
};

/** Ten visits four weeks apart; who began before the first week goes on, and what falls after the last week is left out. */
const immunoglobulinsOf = (chance: Chance, days: number): Rhythm => {
  const interval = SERIES_WEEKS * 7;
  const earlier = SERIES * interval;
  const begin = Math.floor(chance() * (days - 14 + earlier - interval)) - (earlier - interval);
  const done = begin < 0 ? Math.ceil(-begin / interval) : 0;
  const from = begin + done * interval;
  return {
    treatment: IMMUNOGLOBULINS,
    urgency: 2,
    visits: Math.max(1, Math.min(SERIES - done, 1 + Math.floor((days - 10 - from) / interval))),
    interval,
    tolerance: 4,
    from,
    latest: Math.min(days - 3, from + (done > 0 ? 14 : 56)),
    earlier:
      done > 0 ? { day: from - interval, site: 0, nurses: [pick(chance, NURSES.slice(0, 3)).id] } : null,
  };
};

const courseOf = (chance: Chance, id: string, { visits, ...rhythm }: Rhythm): Course => ({
  ...rhythm,
  id,
  visits: Array.from({ length: visits }, () => ({ locked: null })),
  reach: [{ site: 0, kilometres: 0 }],
  wishes: wishesOf(chance),
});

/**
 * The published instance: ten half-days a week; 27 new people a week and those who are under way with immunoglobulins.
 * 40 weeks are 1,200 people, half of them iron, one in five immunoglobulins every four weeks, the others bone medication,
 * and about 2,500 visits.
 */
export const makeInstance = (key: InstanceKey): Rota => {
  const people = seeded(key.seed * 1_000 + key.weeks);
  const days = key.weeks * 7;
  const many = (kind: string, count: number, rhythm: (chance: Chance, days: number) => Rhythm): Course[] =>
    Array.from({ length: count }, (_, at) => courseOf(people, `${kind}-${at + 1}`, rhythm(people, days)));
  return {
    treatments: TREATMENTS,
    halfDays: halfDaysOf(seeded(key.seed * 1_000 + 500 + key.weeks), key),
    courses: [
      ...many('iron', key.weeks * NEW_A_WEEK.iron, ironOf),
      ...many('bone', key.weeks * NEW_A_WEEK.bone, boneOf),
      ...many(
        'immunoglobulins',
        (key.weeks + SERIES * SERIES_WEEKS) * NEW_A_WEEK.immunoglobulins,
        immunoglobulinsOf,
      ),
    ],
  };
};
