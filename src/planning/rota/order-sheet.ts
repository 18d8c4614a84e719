import {
  askOf,
  type Days,
  minutesAt,
  type Option,
  type Ordering,
  orderingOf,
  seatAt,
  wantedOf,
} from './order-ask.ts';
import { type Line, type Needs, take } from './order-line.ts';
import type { Lock, Rota, Seated, ToSeat } from './types.ts';
import { type Answer, type Ask, LEFT_OUT } from './week-ask.ts';

/** A visit down to the chair, and on which half-day. */
export interface Placed extends Seated {
  /** Index of the half-day. */
  readonly halfDay: number;
}

/** Half-days and who must or may be in them, worked out for the solver. */
export interface Sheet {
  readonly days: Days;
  /** Who is to be placed, in the order of the question. */
  readonly open: readonly Ordering[];
  readonly ask: Ask;
}

/** What can be had, and what it costs to be left out. */
export interface Choice {
  readonly options: readonly Option[];
  readonly none: number;
}

/** Works out a question: who stands is taken off the line, everybody else gets the options that are handed in. */
export const sheetOf = (
  days: Days,
  open: readonly Ordering[],
  choiceOf: (visit: Ordering) => Choice,
): Sheet => {
  const wanted = open.map((each) => {
    const { options, none } = choiceOf(each);
    return wantedOf(each.course.treatment, options, none);
  });
  return { days, open, ask: askOf(days, open, wanted) };
};

/** These visits of a rota, those that are locked apart. */
export const partedOf = (
  rota: Rota,
  visits: readonly ToSeat[],
): { readonly standing: readonly Ordering[]; readonly open: readonly Ordering[] } => {
  const all = visits.map((each) => orderingOf(rota, each));
  return { standing: all.filter(({ lock }) => lock !== null), open: all.filter(({ lock }) => lock === null) };
};

/** What is left of the line once everybody is where the answer says. */
export const filled = ({ line, shapes, wanted }: Ask, { startOf }: Answer): Line => {
  const left = { ...line, left: line.left.slice() };
  for (const [index, { shape }] of wanted.entries()) {
    const start = startOf[index] as number;
    if (start !== LEFT_OUT) take(left, shapes[shape] as Needs, start, 1);
  }
  return left;
};

const placedIn = ({ days, open }: Sheet, at: number, { startOf }: Answer): Placed[] => {
  const who = [...open.keys()].filter(
    (index) => startOf[index] !== LEFT_OUT && days.halfDayAt[startOf[index] as number] === at,
  );
  const visits = who.map((index) => open[index] as Ordering);
  const starts = who.map((index) => minutesAt(days, startOf[index] as number));
  const seating = seatAt(days, at, visits, starts);
  if (seating === null) throw new Error('a plan was found in which somebody has no chair or no nurse');
  const locked = days.locked[at] as readonly Ordering[];
  const all = [
    ...locked.map(({ toSeat, lock }) => ({ ...toSeat, start: (lock as Lock).start })),
    ...visits.map(({ toSeat }, index) => ({ ...toSeat, start: starts[index] as number })),
  ];
  return all
    .map((each, index) => ({
      ...each,
      halfDay: days.halfDays[at] as number,
      chairs: seating.chairs[index] as readonly number[],
      nurse: seating.nurses[index] as string,
    }))
    .sort((a, b) => a.start - b.start || a.course - b.course);
};

/** The answer in the words of the ward, half-day by half-day, each in the order of the clock. */
export const placedOf = (sheet: Sheet, answer: Answer): Placed[] =>
  sheet.days.halfDays.flatMap((_, at) => (sheet.days.broken.includes(at) ? [] : placedIn(sheet, at, answer)));
