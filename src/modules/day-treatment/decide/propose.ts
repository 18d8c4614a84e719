import { seeded } from '#kernel/seeded.ts';
import { shapesOf } from '#planning/rota/order-shape.ts';
import type { Placed } from '#planning/rota/order-sheet.ts';
import { replan } from '#planning/rota/replan.ts';
import type { HalfDay, Rota, ToSeat } from '#planning/rota/types.ts';
import { type Drawing, type Drawn, idOf } from './draw.ts';
import { drawWeek, isOneWeek } from './draw-week.ts';
import { drawWeeks } from './draw-weeks.ts';

/** A board, and what of it is to be planned. */
export interface ProposalAsked {
  readonly rota: Rota;
  /** Who has a moment now. */
  readonly placed: readonly Placed[];
  /** Of those, who cannot keep it whatever else happens. */
  readonly mustGo: readonly ToSeat[];
  /** Half-days before this one have begun. */
  readonly firstHalfDay: number;
  /** In which half-days somebody new may come. */
  readonly open: readonly boolean[];
  readonly seed: number;
}

/** Who would be where, and who has no moment and why. The bound: proven, no plan around what stands costs less. */
export type Proposed = Drawn;

const isShut = (halfDay: HalfDay): HalfDay => ({ ...halfDay, minutes: 0, nurses: [] });

/** The rota in which only the open half-days take somebody in, and who stands is locked. */
const aroundWhat = ({ rota, open }: ProposalAsked, stands: ReadonlyMap<string, Placed>): Rota => ({
  ...rota,
  halfDays: rota.halfDays.map((halfDay, at) => (open[at] === true ? halfDay : isShut(halfDay))),
  courses: rota.courses.map((whole, course) => ({
    ...whole,
    visits: whole.visits.map((_, visit) => ({ locked: stands.get(idOf({ course, visit })) ?? null })),
  })),
});

/** Everybody of the board who has no place, and is not stuck in one. */
const waitingOf = ({ courses }: Rota, stuck: ReadonlySet<string>): ToSeat[] =>
  courses.flatMap(({ visits }, course) =>
    visits.flatMap(({ locked }, visit) =>
      locked === null && !stuck.has(idOf({ course, visit })) ? [{ course, visit }] : [],
    ),
  );

/**
 * A plan around what stands. Who cannot stay where they are moves first, with as few others as can be; then everybody who
 * waits gets a moment: one week is planned to the minute at once, more weeks by half-days first. Who has a moment keeps it.
 */
export function* proposing(asked: ProposalAsked): Generator<number, Proposed, void> {
  const [chance, shapes] = [seeded(asked.seed), shapesOf(asked.rota.treatments)];
  const { placed, stuck } = replan({ ...asked, shapes, missed: asked.mustGo }, chance);
  yield 0;
  const rota = aroundWhat(asked, new Map(placed.map((each) => [idOf(each), each])));
  const drawing: Drawing = { rota, shapes, chance, firstHalfDay: asked.firstHalfDay, stuck };
  const waiting = waitingOf(rota, new Set(stuck.map(idOf)));
  const open = [...asked.open.keys()].filter((at) => at >= asked.firstHalfDay && asked.open[at] === true);
  return yield* isOneWeek(rota, open, waiting)
    ? drawWeek(drawing, open, waiting, placed)
    : drawWeeks(drawing, waiting, placed);
}
