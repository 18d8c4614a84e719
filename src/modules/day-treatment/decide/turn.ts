import { type Instant, type Interval, MINUTE } from '#kernel/interval.ts';
import type { Act, VisitState } from '#modules/day-treatment/types.ts';
import type { ListedVisit, Turn } from '#modules/day-treatment/types-day.ts';
import { type Phase, type Standing, standingActs } from './day.ts';

const STATE: Readonly<Record<Phase, VisitState>> = {
  expected: 'planned',
  arrived: 'arrived',
  'set-up': 'arrived',
  running: 'arrived',
  observing: 'arrived',
  left: 'done',
  'not-given': 'not-given',
  missed: 'no-show',
};

const TURNS: Readonly<Partial<Record<VisitState, Turn>>> = {
  planned: 'visit-awaited',
  arrived: 'visit-arrived',
  done: 'visit-done',
  'not-given': 'visit-not-given',
  'no-show': 'visit-missed',
};

/**
 * The state of a visit after its acts. Of a visit that has no moment here any more, only that it was given counts: it is
 * planned elsewhere, or stopped, and what did not happen here changes nothing about that.
 */
export const stateAfter = (
  visit: Pick<ListedVisit, 'state'>,
  { phase }: Pick<Standing, 'phase'>,
  acts: readonly Act[],
  here: boolean,
): VisitState => {
  const told = STATE[phase];
  if (!here) return told === 'done' ? told : visit.state;
  // That nobody came was said by the planner: only an arrival takes it back.
  const saidElsewhere = visit.state === 'no-show' && !acts.some(({ kind }) => kind === 'missed');
  return told === 'planned' && saidElsewhere ? visit.state : told;
};

/** How the diary tells that a visit came to stand so. */
export const turnOf = (state: VisitState): Turn | null => TURNS[state] ?? null;

/** It was not given this time, and somebody must come another time. */
export const asksAgain = (state: VisitState): boolean => state === 'not-given' || state === 'no-show';

/** How often somebody began to react, by what stands. */
export const reactionsIn = (acts: readonly Act[]): number => {
  let [count, reacting] = [0, false];
  for (const { kind, body } of standingActs(acts)) {
    if (kind !== 'reacted') continue;
    const begins = body['over'] !== true;
    if (begins && !reacting) count += 1;
    reacting = begins;
  }
  return count;
};

/** Did it begin, by what stands, and was it not said to be not given? */
export const wasGiven = (acts: readonly Act[]): boolean => {
  const kinds = new Set(standingActs(acts).map(({ kind }) => kind));
  return kinds.has('started') && !kinds.has('not-given');
};

/** Why nothing was given, as it was said last. */
export const whyNot = (acts: readonly Act[]): string | null => {
  const why = standingActs(acts).findLast(({ kind }) => kind === 'not-given')?.body['why'];
  return typeof why === 'string' ? why : null;
};

const stretch = (from: Instant, until: Instant): Interval => ({
  from,
  until: Math.max(until, from + MINUTE),
});

/** When somebody was really here, and when a nurse was with them alone. */
export const givenDuring = ({
  arrivedAt,
  startedAt,
  since,
}: Standing): { during: Interval; setUp: Interval } => {
  const from = arrivedAt ?? 0;
  return { during: stretch(from, since ?? from), setUp: stretch(from, startedAt ?? from) };
};
