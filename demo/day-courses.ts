import { type Chance, pick } from '#kernel/seeded.ts';
import type { TreatmentGroup } from '#modules/day-treatment/types.ts';
import type { PersonEntry } from '#modules/people/types.ts';
import { DAY_ROOMS } from './day-rooms.ts';
import { OKKEN, SIKKENS } from './day-told.ts';
import { personOf } from './people.ts';

/** What became of somebody who did not have an ordinary visit. */
export type Odd = 'missed' | 'not-given' | 'reacted' | 'deviated';

/** Somebody with an order: in which weeks they come, counted from the week of the opening; none: they wait for a moment. */
export interface DayCourse {
  readonly person: PersonEntry;
  readonly unitId: string;
  readonly group: TreatmentGroup;
  readonly treatment: string;
  readonly weeks: readonly number[];
  /** How their first visit went when not as usual. */
  readonly odd: Odd | null;
  readonly urgency: number;
  readonly wishes: { readonly weekdays: readonly number[]; readonly part: 'morning' | 'afternoon' | null };
}

type Row = readonly [group: TreatmentGroup, weeks: readonly number[], people: number, odd?: Odd];

/** Half iron, a fifth immunoglobulins every four weeks, the rest bone; few in the first weeks, many in the week of the opening. */
const MARSDIJK: readonly Row[] = [
  ['iron', [-4], 3],
  ['iron', [-3], 2],
  ['iron', [-3], 1, 'deviated'],
  ['iron', [-2], 3],
  ['iron', [-1], 1, 'reacted'],
  ['iron', [-1], 2, 'missed'],
  ['iron', [-4, -3], 3],
  ['iron', [-3, -2], 3],
  ['iron', [-2, -1], 3],
  ['iron', [-1, 0], 4],
  ['iron', [0], 12],
  ['iron', [0, 1], 9],
  ['iron', [1], 2],
  ['iron', [1, 2], 3],
  ['iron', [2], 3],
  ['iron', [3], 2],
  ['iron', [], 3],
  ['immunoglobulin', [-4, 0, 4], 5],
  ['immunoglobulin', [-3, 1, 5], 4],
  ['immunoglobulin', [-2, 2, 6], 3],
  ['immunoglobulin', [-1, 3, 7], 2],
  ['immunoglobulin', [0, 4], 5],
  ['immunoglobulin', [1, 5], 2],
  ['immunoglobulin', [2, 6], 2],
  ['immunoglobulin', [3, 7], 1],
  ['bone', [-4], 4],
  ['bone', [-3], 4],
  ['bone', [-2], 2],
  ['bone', [-2], 1, 'missed'],
  ['bone', [-1], 2],
  ['bone', [-1], 1, 'not-given'],
  ['bone', [0], 9],
  ['bone', [1], 6],
  ['bone', [2], 3],
  ['bone', [], 2],
];

const GIETEN: readonly Row[] = [
  ['iron', [-2], 1],
  ['iron', [-1, 0], 1],
  ['iron', [0], 2],
  ['iron', [1], 1],
  ['bone', [0], 2],
  ['bone', [], 1],
];

const CODES: Readonly<Record<TreatmentGroup, readonly string[]>> = {
  iron: ['ferric-derisomaltose', 'ferric-derisomaltose', 'ferric-carboxymaltose'],
  immunoglobulin: ['immunoglobulin-iv'],
  bone: ['zoledronic-acid', 'zoledronic-acid', 'denosumab'],
};

/** People of day treatment have numbers from here on, far from who waits for a bed. */
const FIRST_PERSON = 6_000;

/** The nth person who is treated by day. */
export const dayPersonOf = (seed: number, n: number): PersonEntry => personOf(seed, FIRST_PERSON + n);

const EVERY_DAY: readonly number[] = [];
const WISHED = [EVERY_DAY, EVERY_DAY, EVERY_DAY, [2, 4], [1, 3, 5]] as const;

/** What somebody new is given, and when they would like to come. */
export const drawCourse = (
  chance: Chance,
  person: PersonEntry,
  { unitId, group }: { readonly unitId: string; readonly group: TreatmentGroup },
): DayCourse => ({
  ...{ person, unitId, group, weeks: [], odd: null, urgency: 1 },
  treatment: pick(chance, CODES[group]),
  wishes: {
    weekdays: pick(chance, WISHED),
    part: pick(chance, [null, null, null, 'morning', 'afternoon']),
  },
});

const told = (unitId: string): DayCourse[] => {
  const iron = { unitId, group: 'iron', treatment: 'ferric-derisomaltose', odd: null } as const;
  const free = { weekdays: [], part: null };
  return [
    { ...iron, person: SIKKENS, weeks: [], urgency: 3, wishes: free },
    { ...iron, person: OKKEN, weeks: [0, 1], urgency: 1, wishes: free },
  ];
};

/** Everybody who has an order when the region is opened; the same seed gives the same people. */
export const dayCourses = (chance: Chance, seed: number): DayCourse[] => {
  let people = 0;
  const of = (unitId: string, rows: readonly Row[]): DayCourse[] =>
    rows.flatMap(([group, weeks, count, odd]) =>
      Array.from({ length: count }, () => ({
        ...drawCourse(chance, dayPersonOf(seed, people++), { unitId, group }),
        weeks,
        odd: odd ?? null,
      })),
    );
  const [marsdijk, gieten] = DAY_ROOMS.map(({ unitId }) => unitId) as [string, string];
  return [...told(marsdijk), ...of(marsdijk, MARSDIJK), ...of(gieten, GIETEN)];
};
