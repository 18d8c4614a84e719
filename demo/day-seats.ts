import type { Chair } from '#modules/capacity/types.ts';
import type { PlanVisitBody } from '#modules/day-treatment/contract.ts';
import type { Competence, HalfDay, Treatment } from '#modules/day-treatment/types.ts';

/** The planner counts in fives, and the last one is gone a quarter of an hour before the end. */
const STEP = 5;
const MARGIN = 15;
/** So many people one nurse looks after. */
const PER_NURSE = 4;

/** A nurse in a half-day: what they may do, and how many they set up at most. */
export interface Hand {
  readonly id: string;
  readonly able: ReadonlySet<Competence>;
  readonly most: number;
}

/** A half-day as it fills up. */
export interface Sheet {
  readonly halfDay: HalfDay;
  readonly minutes: number;
  readonly chairs: readonly Chair[];
  readonly hands: readonly Hand[];
  /** So many nurses count for the care: whoever may fall ill does not. */
  readonly careOf: number;
  readonly taken: Taken[];
}

interface Taken {
  readonly start: number;
  readonly treatment: Treatment;
  readonly chairs: readonly string[];
  readonly nurse: string;
}

const lengthOf = ({ setUp, running, observation }: Treatment): number => setUp + running + observation;

const meet = (a: readonly [number, number], b: readonly [number, number]): boolean =>
  a[0] < b[1] && b[0] < a[1];

const chairsFree = ({ chairs, taken }: Sheet, treatment: Treatment, start: number): string[] | null => {
  const found: string[] = [];
  for (const seat of treatment.seats) {
    const during = [start + seat.from, start + seat.until] as const;
    const isFree = (id: string): boolean =>
      !taken.some((other) =>
        other.chairs.some((chair, at) => {
          const its = other.treatment.seats[at];
          return (
            chair === id &&
            its !== undefined &&
            meet(during, [other.start + its.from, other.start + its.until])
          );
        }),
      );
    const uses = (id: string): number => taken.filter((other) => other.chairs.includes(id)).length;
    // Beds are kept for who must lie; of the others the one that was used least.
    const [chair] = chairs
      .filter(({ id, room, lying }) => room === seat.room && lying === seat.lying && isFree(id))
      .toSorted((a, b) => uses(a.id) - uses(b.id));
    if (chair === undefined) return null;
    found.push(chair.id);
  }
  return found;
};

const handFree = ({ hands, taken }: Sheet, treatment: Treatment, start: number): string | null => {
  const during = [start, start + treatment.setUp] as const;
  const load = (id: string): number => taken.filter(({ nurse }) => nurse === id).length;
  const able = hands.filter(
    ({ id, able, most }) =>
      treatment.competences.every((each) => able.has(each)) &&
      load(id) < most &&
      !taken.some(
        (other) => other.nurse === id && meet(during, [other.start, other.start + other.treatment.setUp]),
      ),
  );
  const weight = (hand: Hand): number => (hand.most === Number.POSITIVE_INFINITY ? load(hand.id) : -1);
  return able.toSorted((a, b) => weight(a) - weight(b))[0]?.id ?? null;
};

/** With this one too, is there enough care at every moment? A set-up takes a whole nurse, afterwards each a share. */
const isCared = ({ taken, careOf }: Sheet, treatment: Treatment, start: number): boolean => {
  const all = [...taken, { start, treatment }];
  for (let at = start; at < start + lengthOf(treatment); at += STEP) {
    const here = all.filter((each) => each.start <= at && at < each.start + lengthOf(each.treatment));
    const care = here.reduce(
      (sum, each) =>
        sum + (at < each.start + each.treatment.setUp ? PER_NURSE : PER_NURSE / each.treatment.ratio),
      0,
    );
    if (care > careOf * PER_NURSE) return false;
  }
  return true;
};

/** Every minute on which this treatment may begin. */
export const startsIn = ({ minutes }: Sheet, treatment: Treatment): number[] => {
  const last = minutes - lengthOf(treatment) - MARGIN;
  return Array.from({ length: Math.max(0, Math.floor(last / STEP) + 1) }, (_, n) => n * STEP);
};

/** The first of these starts that is right for this treatment; takes it. */
export const seatIn = (
  sheet: Sheet,
  treatment: Treatment,
  starts: readonly number[],
): PlanVisitBody | null => {
  for (const start of starts) {
    const [chairs, nurse] = [chairsFree(sheet, treatment, start), handFree(sheet, treatment, start)];
    if (chairs === null || nurse === null || !isCared(sheet, treatment, start)) continue;
    sheet.taken.push({ start, treatment, chairs, nurse });
    return { halfDayId: sheet.halfDay.id, start, chairs, nurseId: nurse };
  }
  return null;
};
