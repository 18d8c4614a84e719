import { type Instant, MINUTE } from '#kernel/interval.ts';
import { type Act, type ActKind, CHECKS, type Check } from '#modules/day-treatment/types-act.ts';

/** How far a visit is: not here yet, being placed, running, watched, gone; or it did not happen. */
export const PHASES = [
  'expected',
  'arrived',
  'set-up',
  'running',
  'observing',
  'left',
  'not-given',
  'missed',
] as const;
export type Phase = (typeof PHASES)[number];

/** Where a visit stands on the day. Instants are those of the device that wrote the act. */
export interface Standing {
  readonly phase: Phase;
  readonly since: Instant | null;
  /** What was looked at last, and whether it was right. */
  readonly checks: Readonly<Partial<Record<Check, boolean>>>;
  readonly arrivedAt: Instant | null;
  readonly startedAt: Instant | null;
  readonly stoppedAt: Instant | null;
  /** When the next act is due; null: nothing is awaited. */
  readonly dueAt: Instant | null;
  readonly next: ActKind | null;
  /** Somebody reacted, and it is not over. */
  readonly reacting: boolean;
}

/** Nothing is awaited any more. */
export const OVER: readonly Phase[] = ['left', 'not-given', 'missed'];

/** In the order of the clock that wrote them; of one moment the id decides, so that every device reads the same day. */
const inOrder = (a: Act, b: Act): number => a.at - b.at || (a.id < b.id ? -1 : 1);

/** What still says something, in the order of the clock: acts that were taken back, and those that took them back, are left out. */
export const standingActs = <A extends Act>(acts: readonly A[]): A[] => {
  const undone = new Set(acts.flatMap(({ kind, body }) => (kind === 'undone' ? [String(body['act'])] : [])));
  return acts.filter(({ id, kind }) => kind !== 'undone' && !undone.has(id)).sort(inOrder);
};

const isCheck = (value: unknown): value is Check => CHECKS.some((check) => check === value);

/** All four were looked at and right. */
const isChecked = (checks: Standing['checks']): boolean => CHECKS.every((check) => checks[check] === true);

/** The minutes of a treatment: all that the fold asks of it. */
interface Times {
  readonly setUp: number;
  readonly running: number;
  readonly observation: number;
}

type Step = (standing: Standing, act: Act, treatment: Times) => Partial<Standing>;

const into = (phase: Phase, act: Act): Partial<Standing> => ({ phase, since: act.at });

/** What each act does to a visit that stands so; an act that came too late for its phase changes nothing. */
const STEPS: Readonly<Record<ActKind, Step>> = {
  arrived: ({ phase }, act) =>
    phase === 'expected' || phase === 'missed' ? { ...into('arrived', act), arrivedAt: act.at } : {},
  checked: ({ phase, checks }, act) => {
    const { check, right } = act.body;
    if (!isCheck(check) || (phase !== 'arrived' && phase !== 'set-up')) return {};
    const now = { ...checks, [check]: right === true };
    return { checks: now, ...(isChecked(now) ? into('set-up', act) : { phase: 'arrived' }) };
  },
  started: ({ phase }, act, { running }) => {
    if (phase !== 'set-up') return {};
    // An injection is given at once: from then on somebody is watched.
    return running === 0
      ? { ...into('observing', act), startedAt: act.at, stoppedAt: act.at }
      : { ...into('running', act), startedAt: act.at };
  },
  measured: () => ({}),
  stopped: ({ phase }, act) => (phase === 'running' ? { ...into('observing', act), stoppedAt: act.at } : {}),
  left: ({ phase }, act) => (phase === 'observing' ? { ...into('left', act), reacting: false } : {}),
  deviated: () => ({}),
  reacted: ({ phase }, act) => {
    if (act.body['over'] === true) return { reacting: false };
    // Whatever runs is stopped by it: that is the first thing anybody does.
    return phase === 'running'
      ? { ...into('observing', act), stoppedAt: act.at, reacting: true }
      : { reacting: true };
  },
  'not-given': ({ startedAt }, act) => (startedAt === null ? into('not-given', act) : {}),
  missed: ({ phase }, act) => (phase === 'expected' ? into('missed', act) : {}),
  undone: () => ({}),
};

const NEXT: Readonly<Record<Phase, ActKind | null>> = {
  expected: 'arrived',
  arrived: 'checked',
  'set-up': 'started',
  running: 'stopped',
  observing: 'left',
  left: null,
  'not-given': null,
  missed: null,
};

const minutesOf = (phase: Phase, treatment: Times): number => {
  if (phase === 'set-up') return treatment.setUp;
  if (phase === 'running') return treatment.running;
  return phase === 'observing' ? treatment.observation : 0;
};

/** One visit on its day, from the acts alone: the same on every device and here, in whatever order they came in. */
export const standingOf = (expected: Instant, treatment: Times, acts: readonly Act[]): Standing => {
  let standing: Standing = {
    ...{ phase: 'expected', since: null, checks: {}, arrivedAt: null, startedAt: null, stoppedAt: null },
    ...{ dueAt: null, next: null, reacting: false },
  };
  for (const act of standingActs(acts)) {
    if (OVER.includes(standing.phase) && act.kind !== 'arrived') continue;
    standing = { ...standing, ...STEPS[act.kind](standing, act, treatment) };
  }
  const { phase, since } = standing;
  const dueAt = (since ?? expected) + minutesOf(phase, treatment) * MINUTE;
  return { ...standing, next: NEXT[phase], dueAt: OVER.includes(phase) ? null : dueAt };
};
