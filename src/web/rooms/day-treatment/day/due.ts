import { type Instant, MINUTE } from '#kernel/interval.ts';
import type { DayList, DayVisit } from '#modules/day-treatment/contract.ts';
import {
  type Act,
  CHECKS,
  type Check,
  OVER,
  type Phase,
  type Standing,
  standingActs,
  standingOf,
} from '#modules/day-treatment/types.ts';
import { actsOf, type OwnAct } from './own-acts.ts';

/** One line of the list: who it is, how far it is, and whether its button is due. */
export interface Row {
  readonly visit: DayVisit;
  readonly standing: Standing;
  /** Its time has come: the button is filled. */
  readonly due: boolean;
  /** Whole minutes until the next act, negative when it is late; null: nothing runs. */
  readonly minutes: number | null;
  readonly group: Group;
  /** The chair they sit in now, or sat in last; null: it is not known. */
  readonly chair: string | null;
  /** What happened so far and still stands. */
  readonly acts: readonly Act[];
}

/** Where somebody is: in the house, still to come, or gone. */
export type Group = 'here' | 'coming' | 'over';

/** A set-up takes a nurse whole; one nurse is as much care as this. */
const WHOLE = 4;
const CLOCKED: readonly Phase[] = ['set-up', 'running', 'observing'];
/** Somebody waits for the nurse, whatever the clock says. */
const AT_ONCE: readonly Phase[] = ['arrived', 'set-up'];

const groupOf = (phase: Phase): Group => {
  if (OVER.includes(phase)) return 'over';
  return phase === 'expected' ? 'coming' : 'here';
};

/** In the treatment room while it is set up, afterwards where it runs. */
const chairOf = ({ seats, treatment, chair }: DayVisit, phase: Phase): string | null => {
  if (phase === 'expected' || phase === 'arrived' || phase === 'set-up') return chair;
  const begun = phase === 'running' ? treatment.setUp : treatment.setUp + treatment.running;
  return seats.findLast(({ from }) => from <= begun)?.code ?? chair;
};

const rowOf = (list: DayList, own: readonly OwnAct[], visit: DayVisit, now: Instant): Row => {
  const acts = standingActs(actsOf(list, own, visit.id));
  const standing = standingOf(Date.parse(visit.from), visit.treatment, acts);
  const { phase, dueAt, next, reacting } = standing;
  // Nobody goes home in the middle of a reaction, and nothing starts on an order that was stopped.
  const held = reacting || (visit.stopped && standing.startedAt === null);
  const come = AT_ONCE.includes(phase) || (dueAt !== null && now >= dueAt);
  return {
    ...{ visit, standing, acts, group: groupOf(phase), chair: chairOf(visit, phase) },
    due: next !== null && !held && come,
    minutes: dueAt === null || !CLOCKED.includes(phase) ? null : Math.ceil((dueAt - now) / MINUTE),
  };
};

const ORDER: readonly Group[] = ['here', 'coming', 'over'];

/** The half-day as it stands: who is here first, then who comes, then who is gone; each by the time they were to come. */
export const rowsOf = (list: DayList, own: readonly OwnAct[], now: Instant): Row[] =>
  list.visits
    .map((visit) => rowOf(list, own, visit, now))
    .toSorted(
      (a, b) =>
        ORDER.indexOf(a.group) - ORDER.indexOf(b.group) ||
        Date.parse(a.visit.from) - Date.parse(b.visit.from) ||
        (a.chair ?? '').localeCompare(b.chair ?? '', undefined, { numeric: true }),
    );

/** Care that is given now, in people looked after: the same reckoning as that of the week. */
export const careNow = (rows: readonly Row[]): number => {
  const each = rows.map(({ standing: { phase }, visit }) => {
    if (phase === 'set-up') return WHOLE;
    return phase === 'running' || phase === 'observing' ? WHOLE / visit.treatment.ratio : 0;
  });
  return Math.round(each.reduce((sum, care) => sum + care, 0) * 10) / 10;
};

/** What is known beforehand of one check. refused: it cannot be right · doubt: look twice · known: as it should be. */
export const factOf = (
  { facts, stopped }: DayVisit,
  check: Check,
  now: Instant,
): 'refused' | 'doubt' | 'known' => {
  if (check === 'identity') return 'known';
  if (check === 'order') return facts.order.ok && !stopped ? 'known' : 'refused';
  if (check === 'lab') return facts.lab.ok === false ? 'refused' : 'known';
  const { readyAt } = facts.drug;
  return readyAt !== null && Date.parse(readyAt) <= now ? 'known' : 'doubt';
};

/** How many of the four were looked at and right. */
export const checkedCount = ({ checks }: Standing): number =>
  CHECKS.filter((check) => checks[check] === true).length;
