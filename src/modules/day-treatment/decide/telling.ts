import { instantOf, localDay, plusDays } from '#kernel/calendar.ts';
import type { Instant, Interval } from '#kernel/interval.ts';
import { mobileOf } from '#kernel/telephone.ts';
import type { Visit, VisitState } from '#modules/day-treatment/types.ts';
import {
  MOMENT_ASKS,
  type Reach,
  type Telling,
  type TellingKind,
  type Way,
} from '#modules/day-treatment/types-told.ts';

/** A visit as far as telling somebody goes. */
export type TellingVisit = Pick<Visit, 'state' | 'during' | 'confirmedAt'>;

/** What is done about a visit at this moment. */
export type TellingStep =
  | { readonly kind: 'nothing' }
  /** A telling begins to wait, or waits anew because the moment changed again. */
  | { readonly kind: 'wait'; readonly during: Interval | null; readonly dueAt: Instant }
  /** What waited is not needed any more. */
  | { readonly kind: 'drop' }
  | { readonly kind: 'tell'; readonly letter: Exclude<TellingKind, 'reminder'> }
  | { readonly kind: 'remind' }
  /** What was told is over. */
  | { readonly kind: 'end' };

/** Two days before, at ten o'clock in the morning. */
const REMIND_DAYS = 2;
const REMIND_AT = 10 * 60;

/** What stands around one visit: what was told and holds, and what waits to be told. */
export interface AroundTelling {
  readonly visit: TellingVisit;
  readonly told: Telling | null;
  readonly waits: Telling | null;
}

/** The clock, and how long a moment must have stood still. */
export interface TellingClock {
  readonly now: Instant;
  readonly zone: string;
  readonly standsFor: number;
}

const NOTHING: TellingStep = { kind: 'nothing' };
const TO_COME: readonly VisitState[] = ['to-plan', 'planned', 'cancelled'];

/** Are these the same moment, or both none? */
export const isSameMoment = (a: Interval | null, b: Interval | null): boolean =>
  a === null || b === null ? a === b : a.from === b.from && a.until === b.until;

/** Until when a link to a moment opens: the end of its day. */
export const momentOver = (during: Interval, zone: string): Instant =>
  instantOf(plusDays(localDay(during.from, zone), 1), 0, zone);

const remindAt = (during: Interval, zone: string): Instant =>
  instantOf(plusDays(localDay(during.from, zone), -REMIND_DAYS), REMIND_AT, zone);

/** Somebody who heard long enough before, and did not ask for anything, is reminded once. */
const remindStep = (
  { during, toldAt, remindedAt, answer, way }: Telling,
  clock: TellingClock,
): TellingStep => {
  if (during === null || toldAt === null || remindedAt !== null || way === 'call') return NOTHING;
  const due = remindAt(during, clock.zone);
  const silent = (MOMENT_ASKS as readonly unknown[]).includes(answer);
  return !silent && toldAt < due && due <= clock.now && clock.now < during.from
    ? { kind: 'remind' }
    : NOTHING;
};

const letterFor = (during: Interval | null, told: Telling | null): 'invitation' | 'moved' | 'gone' => {
  if (during === null) return 'gone';
  return told === null ? 'invitation' : 'moved';
};

const waitStep = (
  during: Interval | null,
  { told, waits }: AroundTelling,
  { now, standsFor }: TellingClock,
): TellingStep => {
  if (waits === null || !isSameMoment(waits.during, during))
    return { kind: 'wait', during, dueAt: now + standsFor };
  return waits.dueAt <= now ? { kind: 'tell', letter: letterFor(during, told) } : NOTHING;
};

/** The moment somebody should know of now; undefined: nobody needs to hear anything of this visit any more. */
const toKnow = ({ visit, told }: AroundTelling, { now }: TellingClock): Interval | null | undefined => {
  if (!TO_COME.includes(visit.state)) return undefined;
  const during = visit.state === 'planned' ? visit.during : null;
  if (isSameMoment(told?.during ?? null, during)) return during;
  // Nobody is told of a moment that has begun, nor that one which has begun is gone.
  const newest = during ?? told?.during ?? null;
  return newest === null || newest.from <= now ? undefined : during;
};

/** What was told of a moment is over with its day, or when the visit went on to something else. */
const isOver = ({ visit, told }: AroundTelling, { now, zone }: TellingClock): boolean =>
  told !== null &&
  (!TO_COME.includes(visit.state) || (told.during !== null && momentOver(told.during, zone) <= now));

/**
 * A moment is told once it stood still for a while: a planner who moves somebody three times writes once. Who was told and
 * stands elsewhere now is told again; of what is past nobody hears.
 */
export const decideTelling = (around: AroundTelling, clock: TellingClock): TellingStep => {
  const { told, waits } = around;
  if (isOver(around, clock)) return { kind: 'end' };
  const during = toKnow(around, clock);
  if (during !== undefined && !isSameMoment(told?.during ?? null, during))
    return waitStep(during, around, clock);
  if (waits !== null) return { kind: 'drop' };
  return told === null || during === undefined ? NOTHING : remindStep(told, clock);
};

/** What this installation can send. */
export interface CanSend {
  readonly mail: boolean;
  readonly messages: boolean;
  readonly practice: boolean;
}

/** How somebody is told. Who wants no messages, or cannot be written to, is called by somebody. */
export const wayFor = (reach: Reach, can: CanSend): Way => {
  if (reach.refuses) return 'call';
  if (can.mail && reach.email !== null) return 'mail';
  if (can.messages && mobileOf(reach.phone) !== null) return 'message';
  // In practice nothing needs to go out: what would have been sent is opened on the screen.
  return can.practice && !can.mail && !can.messages ? 'screen' : 'call';
};
