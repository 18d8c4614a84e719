import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MINUTE } from '#kernel/interval.ts';
import { ACT_KINDS, type Act, type ActKind, CHECKS, type Treatment } from '#modules/day-treatment/types.ts';
import { standingOf } from './day.ts';

const IRON: Treatment = {
  ...{
    code: 'iron',
    version: 1,
    name: 'IJzer',
    group: 'iron',
    setUp: 15,
    running: 20,
    observation: 30,
    ratio: 4,
  },
  ...{
    seats: [{ room: 'treatment', lying: false, from: 0, until: 65 }],
    competences: ['infusion'],
    labDays: null,
  },
  ...{
    firstInHospital: false,
    pharmacyDays: 1,
    coldChain: false,
    weight: true,
    emergency: [],
    reaction: [],
    source: '',
  },
};
const INJECTION: Treatment = { ...IRON, running: 0, observation: 15 };
const NINE = Date.parse('2026-11-23T08:00:00Z');

let count = 0;
const act = (kind: ActKind, minutes: number, body: Act['body'] = {}): Act => ({
  ...{ id: `act-${++count}`, visitId: 'visit', kind, at: NINE + minutes * MINUTE, byName: 'RA', body },
});
const checked = (minutes: number): Act[] =>
  CHECKS.map((check) => act('checked', minutes, { check, right: true }));
const GIVEN = [act('arrived', 2), ...checked(5), act('started', 20), act('stopped', 41), act('left', 72)];

describe('a visit on its day', () => {
  it('is awaited at its time', () => {
    expect(standingOf(NINE, IRON, [])).toMatchObject({ phase: 'expected', next: 'arrived', dueAt: NINE });
  });

  it('goes from arriving to leaving, and says each time what is due and when', () => {
    const at = (n: number) => standingOf(NINE, IRON, GIVEN.slice(0, n));
    expect(at(1)).toMatchObject({ phase: 'arrived', next: 'checked' });
    expect(at(5)).toMatchObject({ phase: 'set-up', next: 'started', dueAt: NINE + 20 * MINUTE });
    expect(at(6)).toMatchObject({ phase: 'running', next: 'stopped', dueAt: NINE + 40 * MINUTE });
    expect(at(7)).toMatchObject({ phase: 'observing', next: 'left', dueAt: NINE + 71 * MINUTE });
    expect(at(8)).toMatchObject({ phase: 'left', next: null, dueAt: null });
  });

  it('does not start before all four were looked at and right', () => {
    const three = checked(5).slice(1);
    expect(standingOf(NINE, IRON, [act('arrived', 2), ...three, act('started', 20)]).phase).toBe('arrived');
    const wrong = [...checked(5), act('checked', 6, { check: 'drug', right: false }), act('started', 20)];
    expect(standingOf(NINE, IRON, [act('arrived', 2), ...wrong])).toMatchObject({
      phase: 'arrived',
      startedAt: null,
    });
  });

  it('looks at nothing any more once it runs', () => {
    const running = GIVEN.slice(0, 6);
    const late = [...running, act('checked', 25, { check: 'lab', right: false })];
    expect(standingOf(NINE, IRON, late)).toEqual(standingOf(NINE, IRON, running));
  });

  it('watches after an injection at once', () => {
    const given = [act('arrived', 1), ...checked(2), act('started', 5)];
    expect(standingOf(NINE, INJECTION, given)).toMatchObject({
      phase: 'observing',
      dueAt: NINE + 20 * MINUTE,
    });
  });

  it('stops what runs when somebody reacts, until it is over', () => {
    const reacted = [...GIVEN.slice(0, 6), act('reacted', 30)];
    expect(standingOf(NINE, IRON, reacted)).toMatchObject({
      ...{ phase: 'observing', reacting: true, stoppedAt: NINE + 30 * MINUTE },
    });
    expect(standingOf(NINE, IRON, [...reacted, act('reacted', 50, { over: true })]).reacting).toBe(false);
  });

  it('takes an act back as if it never was', () => {
    const [started] = GIVEN.slice(5, 6) as [Act];
    const back = [...GIVEN.slice(0, 6), act('undone', 21, { act: started.id })];
    expect(standingOf(NINE, IRON, back)).toEqual(standingOf(NINE, IRON, GIVEN.slice(0, 5)));
  });

  it('who was written off and comes after all is here', () => {
    const late = [act('missed', 30), act('arrived', 40)];
    expect(standingOf(NINE, IRON, late).phase).toBe('arrived');
  });

  it('reads the same day in whatever order the acts came in, also twice', () => {
    const acts = fc.array(
      fc.record({
        kind: fc.constantFrom(...ACT_KINDS),
        minutes: fc.nat(90),
        check: fc.constantFrom(...CHECKS),
      }),
      { maxLength: 30 },
    );
    const stirred = acts.chain((list) => {
      const made = list.map(({ kind, minutes, check }) => act(kind, minutes, { check, right: true }));
      return fc.tuple(fc.constant(made), fc.shuffledSubarray(made, { minLength: made.length }));
    });
    fc.assert(
      fc.property(stirred, ([made, other]) => {
        expect(standingOf(NINE, IRON, [...other, ...made])).toEqual(standingOf(NINE, IRON, made));
      }),
      { numRuns: 300 },
    );
  });
});
