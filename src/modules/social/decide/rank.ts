import type { AssuredPhase, ReasonCode, ServiceState } from '#modules/social/types.ts';

/** A service as it is weighed. */
export interface Weighed {
  /** How well its kinds answer the need: 0 to 3. */
  readonly fit: number;
  /** How well its words are those of the question: 0 to 1. */
  readonly word: number;
  readonly metres: number | null;
  readonly openNow: boolean | null;
  readonly state: ServiceState | null;
  readonly weeks: number | null;
  readonly assured: AssuredPhase;
  readonly reachable: boolean;
}

const FURTHEST_KM = 30;
const LONGEST_WEEKS = 26;
const UNKNOWN_DISTANCE = 0.5;
/** One who closed is still told, for who wants to wait; but last among equals. */
const STATE: Readonly<Record<ServiceState, number>> = {
  open: 0.6,
  waiting: 0,
  closed: -2,
  'asks-first': 0.2,
};
const AGE: Readonly<Record<AssuredPhase, number>> = { fresh: 0.2, asked: 0, marked: -0.5, hidden: -3 };

/**
 * How high a service stands. What it is for weighs most, then its words, then whether somebody can get there and in: a
 * better answer further away stays above a poor one next door.
 */
export const weightOf = (each: Weighed): number => {
  const away = each.metres === null ? UNKNOWN_DISTANCE : Math.min(1, each.metres / 1_000 / FURTHEST_KM);
  const wait = each.state === 'waiting' ? Math.min(1, (each.weeks ?? 0) / LONGEST_WEEKS) : 0;
  return (
    2 * each.fit +
    3 * Math.min(1, each.word) -
    1.5 * away +
    (each.openNow === true ? 0.3 : 0) +
    (each.state === null ? 0 : STATE[each.state]) -
    wait +
    AGE[each.assured] -
    (each.reachable ? 0 : 1)
  );
};

/** Why a service is there, and what that is about: a word, a need, metres, weeks. */
export interface Reason {
  readonly code: ReasonCode;
  readonly about: string | null;
}

/** What is known beside the weights, for the reasons. */
export interface Because {
  /** The need its kind answers best. */
  readonly need: string | null;
  /** Words of the question that stand in it. */
  readonly words: readonly string[];
  /** It was found by how its name looks. */
  readonly byName: boolean;
  readonly age: number | null;
  readonly ages: readonly [number | null, number | null];
  readonly language: string | null;
  readonly free: boolean | null;
  readonly untilDay: string | null;
}

const STATE_REASON = {
  open: 'room',
  waiting: 'wait',
  closed: 'closed',
  'asks-first': 'asks-first',
} as const satisfies Record<ServiceState, ReasonCode>;

const stateReason = ({ state, weeks }: Weighed, untilDay: string | null): Reason[] => {
  if (state === null) return [];
  const about = state === 'waiting' ? String(weeks) : state === 'closed' ? untilDay : null;
  return [{ code: STATE_REASON[state], about }];
};

const reason = (holds: boolean, code: ReasonCode, about: string | null = null): Reason[] =>
  holds ? [{ code, about }] : [];

/** Why this service is among the results: what was asked first, then what helps to choose, then what to beware of. */
export const reasonsOf = (each: Weighed, because: Because): readonly Reason[] => [
  ...reason(because.need !== null, 'need', because.need),
  ...reason(because.words.length > 0, 'word', because.words.join(', ')),
  ...reason(because.byName, 'name'),
  ...reason(each.metres !== null, 'near', String(each.metres)),
  ...reason(each.openNow === true, 'open-now'),
  ...stateReason(each, because.untilDay),
  ...reason(because.free === true, 'free'),
  ...reason(because.language !== null, 'language', because.language),
  ...reason(
    because.age !== null && (because.ages[0] ?? because.ages[1]) !== null,
    'age',
    String(because.age),
  ),
  ...reason(each.assured === 'fresh', 'recent'),
  ...reason(each.assured === 'marked' || each.assured === 'hidden', 'not-assured'),
  ...reason(!each.reachable, 'no-contact'),
];
