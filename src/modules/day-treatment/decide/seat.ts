import { MINUTE } from '#kernel/interval.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import type { Chair } from '#modules/capacity/types.ts';
import type { HalfDay, Nurse, Treatment } from '#modules/day-treatment/types.ts';
import type { OrderCode } from '#modules/day-treatment/types-codes.ts';
import type { Place, PlanCode } from '#modules/day-treatment/types-plan.ts';
import type { RoomCode } from '#modules/day-treatment/types-room.ts';
import { daysOf } from '#planning/rota/order-ask.ts';
import { shapesOf } from '#planning/rota/order-shape.ts';
import { GRID, LEAST_NURSES, MARGIN } from '#planning/rota/types.ts';
import { standingOf } from '#planning/rota/week-places.ts';
import type { Board } from './planning.ts';
import { minutesOf } from './treatment.ts';

type Decided = Result<null, Refusal<PlanCode | OrderCode | RoomCode>>;

/** One half-day as it is decided: who is there, its chairs, and everybody else who comes then. */
export interface Seating {
  readonly halfDay: HalfDay;
  /** Of this half-day alone; the course that is asked about is the first, and has no place yet. */
  readonly board: Board;
  readonly present: readonly Nurse[];
  readonly chairs: readonly Chair[];
}

const isOpen = ({ halfDay, present }: Seating): Decided => {
  if (halfDay.closed !== null) return refuse({ code: 'half-day-closed' });
  return present.length < LEAST_NURSES ? refuse({ code: 'nurses-too-few' }) : ok(null);
};

const isInHours = ({ halfDay }: Seating, treatment: Treatment, start: number): Decided => {
  const last = (halfDay.closes - halfDay.opens) / MINUTE - minutesOf(treatment) - MARGIN;
  const right = start >= 0 && start % GRID === 0 && start <= last;
  return right
    ? ok(null)
    : refuse({ code: 'visit-outside-hours', params: { minutes: minutesOf(treatment), margin: MARGIN } });
};

const isSeated = ({ chairs }: Seating, { seats }: Treatment, wanted: readonly string[]): Decided => {
  const right = seats.every(({ room, lying }, at) => {
    const chair = chairs.find(({ id }) => id === wanted[at]);
    return chair !== undefined && chair.room === room && (chair.lying || !lying);
  });
  return right && wanted.length === seats.length ? ok(null) : refuse({ code: 'seats-wrong' });
};

const isNursed = (seating: Seating, treatment: Treatment, { start, nurseId }: Place): Decided => {
  const { board, present } = seating;
  const there = board.rota.halfDays[0];
  const nurse = there?.nurses.find(({ id }) => id === nurseId);
  if (nurse === undefined) return refuse({ code: 'nurse-not-there' });
  const asked = board.rota.treatments[board.rota.courses[0]?.treatment ?? 0];
  const able = (each: { readonly competences: readonly string[] }): boolean =>
    each.competences.includes(asked?.competence ?? '');
  if (!able(nurse)) {
    const can = new Set(there?.nurses.filter(able).map(({ id }) => id));
    const names = present.filter(({ id }) => can.has(id)).map(({ initials }) => initials);
    return refuse({ code: 'nurse-not-able', params: { initials: names.join(', ') || '–' } });
  }
  const busy = board.placed.some((other) => {
    const kind = board.rota.treatments[board.rota.courses[other.course]?.treatment ?? 0];
    const until = other.start + (kind?.setUp ?? 0);
    return other.nurse === nurseId && other.start < start + treatment.setUp && start < until;
  });
  return busy ? refuse({ code: 'nurse-busy' }) : ok(null);
};

/** Everybody together, chairs and set-ups and care at every moment, against what there is. */
const isCared = ({ board: { rota, placed } }: Seating, { start, nurseId }: Place): Decided => {
  const wanted = { course: 0, visit: 0, halfDay: 0, start, chairs: [], nurse: nurseId };
  const days = daysOf(rota, shapesOf(rota.treatments), [0], standingOf(rota, [...placed, wanted]));
  return days.broken.length === 0 ? ok(null) : refuse({ code: 'care-full' });
};

/** May a visit have this place among who comes then? Whether its chairs are free is asked at the chairs themselves. */
export const decideSeat = (seating: Seating, treatment: Treatment, place: Place): Decided => {
  for (const check of [
    () => isOpen(seating),
    () => isInHours(seating, treatment, place.start),
    () => isSeated(seating, treatment, place.chairs),
    () => isNursed(seating, treatment, place),
    () => isCared(seating, place),
  ]) {
    const decided = check();
    if (!decided.ok) return decided;
  }
  return ok(null);
};
