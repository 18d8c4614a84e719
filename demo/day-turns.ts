import { isoFromInstant } from '#kernel/calendar.ts';
import { type Instant, MINUTE } from '#kernel/interval.ts';
import type { ActsBody } from '#modules/day-treatment/contract.ts';
import { type Act, type ActKind, CHECKS, standingOf, type Treatment } from '#modules/day-treatment/types.ts';
import { newId } from '#platform/db/ids.ts';
import type { Odd } from './day-courses.ts';
import { luckOf } from './luck.ts';

/** A visit on its day, as far as its acts go. */
export interface Turn {
  readonly visitId: string;
  /** The same in every region of this seed: what chance does with this visit goes by it. */
  readonly key: string;
  readonly from: Instant;
  readonly treatment: Pick<Treatment, 'setUp' | 'running' | 'observation' | 'reaction'>;
  readonly odd: Odd | null;
}

type Step = (turn: Turn, at: Instant) => readonly Act[];

const act = ({ visitId }: Turn, kind: ActKind, at: Instant, body: Act['body'] = {}): Act => ({
  ...{ id: newId(), visitId, kind, at, byName: '', body },
});

/** A whole number between two, always the same for this visit and purpose. */
const about = ({ key }: Turn, purpose: string, low: number, high: number): number =>
  low + Math.floor(luckOf(key, purpose) * (high - low + 1));

const measured = (turn: Turn, at: Instant, when: string): Act =>
  act(turn, 'measured', at, {
    systolic: about(turn, `${when} systolic`, 112, 156),
    diastolic: about(turn, `${when} diastolic`, 62, 88),
    pulse: about(turn, `${when} pulse`, 58, 92),
    saturation: about(turn, `${when} saturation`, 94, 99),
    temperature: about(turn, `${when} temperature`, 362, 373) / 10,
  });

/** Red spots after some minutes: stopped, called, and over after half an hour. */
const reaction = (turn: Turn, at: Instant): Act[] => [
  act(turn, 'reacted', at),
  ...turn.treatment.reaction.map((_, n) =>
    act(turn, 'reacted', at + (n + 1) * MINUTE, n === 3 ? { step: n + 1, called: true } : { step: n + 1 }),
  ),
  act(turn, 'measured', at + 8 * MINUTE, { systolic: 104, diastolic: 60, pulse: 104, saturation: 95 }),
  act(turn, 'reacted', at + 12 * MINUTE, { note: 'Rode vlekken in de hals en jeuk. Niet benauwd.' }),
  act(turn, 'reacted', at + 26 * MINUTE, { over: true }),
];

const STEPS: Readonly<Partial<Record<ActKind, Step>>> = {
  arrived: (turn, at) =>
    turn.odd === 'missed' ? [act(turn, 'missed', at + 25 * MINUTE)] : [act(turn, 'arrived', at)],
  checked: (turn, at) =>
    turn.odd === 'not-given'
      ? [act(turn, 'not-given', at, { why: 'Koorts, 38,9. Nieuwe afspraak over een week.' })]
      : [
          measured(turn, at, 'before'),
          ...CHECKS.map((check) => act(turn, 'checked', at, { check, right: true })),
        ],
  started: (turn, at) => [act(turn, 'started', at)],
  stopped: (turn, at) => [
    ...(turn.odd === 'deviated'
      ? [act(turn, 'deviated', at - 4 * MINUTE, { note: 'Infuus liep 10 minuten niet, opnieuw geprikt.' })]
      : []),
    measured(turn, at - MINUTE, 'after'),
    act(turn, 'stopped', at),
  ],
  left: (turn, at) => [act(turn, 'left', at)],
};

/** How late each act is after it was due, in minutes. */
const LATE: Readonly<Partial<Record<ActKind, readonly [number, number]>>> = {
  arrived: [-6, 3],
  checked: [3, 5],
  started: [-2, 1],
  stopped: [0, 2],
  left: [0, 5],
};

const nextActs = (turn: Turn, acts: readonly Act[], until: Instant): readonly Act[] => {
  const { next, dueAt, phase, stoppedAt } = standingOf(turn.from, turn.treatment, acts);
  if (next === null || dueAt === null) return [];
  const [low, high] = LATE[next] ?? [0, 0];
  const at =
    Math.max(dueAt, next === 'checked' ? turn.from - 4 * MINUTE : 0) + about(turn, next, low, high) * MINUTE;
  const reacts = turn.odd === 'reacted' && phase === 'running' && stoppedAt === null;
  const made = reacts ? reaction(turn, at - 12 * MINUTE) : (STEPS[next]?.(turn, at) ?? []);
  return made.some((each) => each.at > until) ? [] : made;
};

/** What happens at a visit up to a moment, after what happened already. */
export const actsUntil = (turn: Turn, known: readonly Act[], until: Instant): Act[] => {
  const made: Act[] = [];
  for (;;) {
    const more = nextActs(turn, [...known, ...made], until);
    if (more.length === 0) return made;
    made.push(...more);
  }
};

/** Acts as a tablet sends them. */
export const sent = (acts: readonly Act[]): ActsBody['acts'] =>
  acts.map(({ id, visitId, kind, at, body }) => ({ id, visitId, kind, at: isoFromInstant(at), body }));
