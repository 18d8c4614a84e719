import type { GrowthLevers, GrowthRoom, OpenPart } from './growth-types.ts';
import type { Chair, Nurse, Part, Room } from './types.ts';

/** In which order half-days are added to a week: spread over the week first, the mornings before the afternoons. */
const ADDED: readonly (readonly [number, Part])[] = [
  [2, 'morning'],
  [4, 'morning'],
  [1, 'morning'],
  [3, 'morning'],
  [5, 'morning'],
  [2, 'afternoon'],
  [4, 'afternoon'],
  [1, 'afternoon'],
  [3, 'afternoon'],
  [5, 'afternoon'],
];

/** The week as it is, shorter from its end or longer by half-days like its first. */
const weekOf = (week: readonly OpenPart[], count: number | null): readonly OpenPart[] => {
  const [first] = week;
  if (count === null || first === undefined) return week;
  const more = ADDED.filter(
    ([weekday, part]) => !week.some((each) => each.weekday === weekday && each.part === part),
  ).map(([weekday, part]): OpenPart => ({ ...first, weekday, part }));
  return [...week, ...more].slice(0, count);
};

/** Nurses who are added may do everything that somebody there may do. */
const nursesOf = (nurses: readonly Nurse[], count: number | null): readonly Nurse[] => {
  if (count === null) return nurses;
  const competences = [...new Set(nurses.flatMap((each) => each.competences))];
  const more = Array.from(
    { length: Math.max(0, count - nurses.length) },
    (_, at): Nurse => ({
      id: `more-${at + 1}`,
      competences,
    }),
  );
  // Who may do most stays longest.
  const kept = nurses.toSorted((a, b) => b.competences.length - a.competences.length);
  return [...kept, ...more].slice(0, count);
};

/** Beds stay longest; what is added is a chair. */
const chairsOf = (chairs: readonly Chair[], room: Room, count: number | null): readonly Chair[] => {
  const own = chairs.filter((each) => each.room === room);
  if (count === null) return own;
  const kept = own.toSorted((a, b) => Number(b.bed) - Number(a.bed));
  const more = Array.from(
    { length: Math.max(0, count - own.length) },
    (_, at): Chair => ({
      ...{ id: `${room}-more-${at + 1}`, room, bed: false },
    }),
  );
  return [...kept, ...more].slice(0, count);
};

/** The rooms of today with the levers turned. More of anything keeps all that was there. */
export const roomsWith = (today: readonly GrowthRoom[], levers: GrowthLevers): readonly GrowthRoom[] => {
  const [first] = today;
  if (first === undefined) return today;
  const count = levers.rooms ?? today.length;
  return Array.from({ length: count }, (_, at): GrowthRoom => {
    const { chairs, week } = today[at] ?? first;
    return {
      chairs: [
        ...chairsOf(chairs, 'treatment', levers.treatment),
        ...chairsOf(chairs, 'living', levers.living),
      ],
      week: weekOf(week, levers.halfDays).map((part) => ({
        ...part,
        nurses: nursesOf(part.nurses, levers.nurses),
      })),
    };
  });
};
