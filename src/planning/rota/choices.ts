import {
  type Days,
  daysOf,
  minutesAt,
  type Option,
  type Ordering,
  optionsIn,
  orderingOf,
  seatAt,
} from './order-ask.ts';
import { fits, type Needs } from './order-line.ts';
import { nursingLeft, type Shapes } from './order-shape.ts';
import type { Placed } from './order-sheet.ts';
import type { HalfDay, Rota, ToSeat, WithoutReason } from './types.ts';
import { ALONE, type Beside, besideOf, mayBeOn, pointsOn, standingOf } from './week-places.ts';

/** Why a moment is a good one, as a code; the room says it in words. */
export type ChoiceReason =
  | 'wished-weekday'
  | 'wished-part'
  | 'wished-start'
  | 'on-the-interval'
  | 'first-that-can'
  | 'same-nurse'
  | 'same-site'
  | 'quiet';

/** A moment somebody could come, everybody else staying as they are. */
export interface MomentChoice extends Placed {
  /** Points; less is better. */
  readonly cost: number;
  readonly reasons: readonly ChoiceReason[];
  /** How many others are in the house that half-day. */
  readonly others: number;
  readonly kilometres: number;
}

/** Moments that fit, best first; none, and then why. */
export interface Choices {
  readonly moments: readonly MomentChoice[];
  readonly without: WithoutReason | null;
}

/** Who is to be placed, and the plan as it stands. */
export interface ChoicesAsked {
  readonly rota: Rota;
  readonly shapes: Shapes;
  readonly visit: ToSeat;
  /** Everybody who has a place already. */
  readonly placed: readonly Placed[];
  /** Half-days before this one are over. */
  readonly firstHalfDay: number;
  readonly count: number;
}

/** With so few others in the house for each nurse it is quiet. */
const QUIET_PER_NURSE = 2;

/** A half-day that is possible, before anybody looked whether there is room. */
interface Candidate {
  readonly index: number;
  readonly points: number;
}

/** The start that costs least and, of those, asks least of the nurses when they are busiest. */
const bestStart = (days: Days, visit: Ordering, points: number): Option | null => {
  const needs = days.shapes.needs[visit.course.treatment] as Needs;
  let best: (Option & { readonly spare: number }) | null = null;
  const options = optionsIn(days, 0, visit, points).sort((a, b) => a.cost - b.cost || a.step - b.step);
  for (const option of options) {
    if (best !== null && option.cost > best.cost) break;
    if (!fits(days.line, needs, option.step)) continue;
    const spare = nursingLeft(days.line, needs, option.step);
    if (best !== null && spare <= best.spare) continue;
    if (seatAt(days, 0, [visit], [minutesAt(days, option.step)]) !== null) best = { ...option, spare };
  }
  return best;
};

const reasonsOf = (
  { course }: Ordering,
  halfDay: HalfDay,
  moment: Pick<MomentChoice, 'start' | 'nurse' | 'others'>,
  { before }: Beside,
  first: boolean,
): ChoiceReason[] => {
  const { wishes, earlier } = course;
  const site = before?.site ?? earlier?.site;
  const holds: readonly (readonly [ChoiceReason, boolean])[] = [
    ['wished-weekday', wishes.weekdays.includes(halfDay.weekday)],
    ['wished-part', wishes.part === halfDay.part],
    ['wished-start', wishes.start === moment.start],
    ['on-the-interval', before !== null && halfDay.day - before.day === course.interval],
    ['first-that-can', first],
    ['same-nurse', earlier?.nurses.includes(moment.nurse) ?? false],
    ['same-site', site === halfDay.site],
    ['quiet', moment.others <= QUIET_PER_NURSE * halfDay.nurses.length],
  ];
  return holds.filter(([, so]) => so).map(([reason]) => reason);
};

const momentAt = (
  asked: ChoicesAsked,
  visit: Ordering,
  { index, points }: Candidate,
  there: readonly Placed[],
) => {
  const days = daysOf(asked.rota, asked.shapes, [index], standingOf(asked.rota, there));
  const best = bestStart(days, visit, points);
  if (best === null) return null;
  const start = minutesAt(days, best.step);
  const seating = seatAt(days, 0, [visit], [start]);
  if (seating === null) throw new Error('a start was chosen that has no chair or no nurse');
  const [chairs, nurse] = [seating.chairs.at(-1) as readonly number[], seating.nurses.at(-1) as string];
  return { ...asked.visit, halfDay: index, start, chairs, nurse, cost: best.cost, others: there.length };
};

/** Why nothing can be had, when it is not because of who is there already. */
const reasonWithout = (
  { rota, firstHalfDay }: ChoicesAsked,
  { course, treatment, toSeat }: Ordering,
  beside: Beside,
): WithoutReason => {
  const later = rota.halfDays.slice(firstHalfDay);
  const inside = later.filter((halfDay) => mayBeOn(course, toSeat.visit, halfDay, beside));
  if (inside.length === 0) {
    const alone = later.some((halfDay) => mayBeOn(course, toSeat.visit, halfDay, ALONE));
    return alone ? 'no-interval' : 'nowhere-open';
  }
  const able = inside.some(({ nurses }) =>
    nurses.some(({ competences }) => competences.includes(treatment.competence)),
  );
  return able ? 'full' : 'no-competence';
};

/**
 * The best moments for one visit, at most one in a half-day, everybody else staying as they are. Half-days are looked at
 * from the cheapest on, until none that is left can be better than what is found.
 */
export const choicesFor = (asked: ChoicesAsked): Choices => {
  const { rota, placed, firstHalfDay, count } = asked;
  const visit = orderingOf(rota, asked.visit);
  const beside = besideOf(rota, placed, asked.visit);
  const candidates: Candidate[] = [];
  for (let index = firstHalfDay; index < rota.halfDays.length; index++) {
    const halfDay = rota.halfDays[index] as HalfDay;
    if (mayBeOn(visit.course, asked.visit.visit, halfDay, beside))
      candidates.push({ index, points: pointsOn(visit.course, asked.visit.visit, halfDay, beside) });
  }
  candidates.sort((a, b) => a.points - b.points || a.index - b.index);
  const found: Omit<MomentChoice, 'reasons' | 'kilometres'>[] = [];
  for (const candidate of candidates) {
    if (candidate.points > (found[count - 1]?.cost ?? Number.POSITIVE_INFINITY)) break;
    const there = placed.filter(
      ({ halfDay, course, visit: number }) =>
        halfDay === candidate.index && (course !== asked.visit.course || number !== asked.visit.visit),
    );
    const moment = momentAt(asked, visit, candidate, there);
    if (moment === null) continue;
    found.push(moment);
    found.sort((a, b) => a.cost - b.cost || a.halfDay - b.halfDay);
  }
  const first = Math.min(...found.map(({ halfDay }) => halfDay));
  const moments = found.slice(0, count).map((moment): MomentChoice => {
    const halfDay = rota.halfDays[moment.halfDay] as HalfDay;
    const way = visit.course.reach.find(({ site }) => site === halfDay.site);
    const reasons = reasonsOf(visit, halfDay, moment, beside, moment.halfDay === first);
    return { ...moment, reasons, kilometres: way?.kilometres ?? 0 };
  });
  return { moments, without: moments.length > 0 ? null : reasonWithout(asked, visit, beside) };
};
