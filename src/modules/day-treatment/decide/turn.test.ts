import { describe, expect, it } from 'vitest';
import { MINUTE } from '#kernel/interval.ts';
import type { Act, ActKind } from '#modules/day-treatment/types.ts';
import type { Standing } from './day.ts';
import { labHolds, orderHolds } from './facts.ts';
import { chairStep, sittingsOf } from './sitting.ts';
import { givenDuring, reactionsIn, stateAfter, whyNot } from './turn.ts';

let count = 0;
const act = (kind: ActKind, at: number, body: Act['body'] = {}): Act => ({
  ...{ id: `act-${++count}`, visitId: 'visit', kind, at: at * MINUTE, byName: 'RA', body },
});

describe('the state of a visit', () => {
  it('follows its phase while its moment is here', () => {
    expect(stateAfter({ state: 'planned' }, { phase: 'set-up' }, [], true)).toBe('arrived');
    expect(stateAfter({ state: 'arrived' }, { phase: 'left' }, [], true)).toBe('done');
    expect(stateAfter({ state: 'arrived' }, { phase: 'expected' }, [act('undone', 1)], true)).toBe('planned');
  });

  it('of a moment that was moved or taken back changes only when it was given', () => {
    for (const phase of ['expected', 'running', 'not-given', 'missed'] as const)
      expect(stateAfter({ state: 'cancelled' }, { phase }, [], false)).toBe('cancelled');
    expect(stateAfter({ state: 'cancelled' }, { phase: 'left' }, [], false)).toBe('done');
  });

  it('that nobody came is taken back by who said it, or by who came', () => {
    const missed = act('missed', 1);
    expect(stateAfter({ state: 'no-show' }, { phase: 'expected' }, [act('measured', 1)], true)).toBe(
      'no-show',
    );
    expect(stateAfter({ state: 'no-show' }, { phase: 'expected' }, [missed], true)).toBe('planned');
    expect(stateAfter({ state: 'no-show' }, { phase: 'arrived' }, [], true)).toBe('arrived');
  });
});

describe('what is told of a visit', () => {
  it('counts each time somebody begins to react once', () => {
    const first = act('reacted', 10, { note: 'Jeuk' });
    const acts = [
      first,
      act('reacted', 11, { step: 1 }),
      act('reacted', 20, { over: true }),
      act('reacted', 30),
    ];
    expect(reactionsIn(acts)).toBe(2);
    expect(reactionsIn(acts.slice(0, 2))).toBe(1);
    expect(reactionsIn([first, act('undone', 12, { act: first.id })])).toBe(0);
  });

  it('says why it was not given in the last words that stand', () => {
    const taken = act('not-given', 9, { why: 'Verkeerde dag' });
    expect(whyNot([act('not-given', 5, { why: 'Koorts' }), taken])).toBe('Verkeerde dag');
    expect(whyNot([taken, act('undone', 10, { act: taken.id })])).toBeNull();
  });

  it('was at the moments of the tablet, and never without length', () => {
    const standing: Standing = {
      ...{ phase: 'left', checks: {}, dueAt: null, next: null, reacting: false, stoppedAt: null },
      ...{ arrivedAt: 0, startedAt: 15 * MINUTE, since: 0 },
    };
    expect(givenDuring(standing)).toEqual({
      during: { from: 0, until: MINUTE },
      setUp: { from: 0, until: 15 * MINUTE },
    });
  });
});

describe('a chair', () => {
  const seats = [
    { room: 'treatment', lying: false, from: 0, until: 15 },
    { room: 'living', lying: false, from: 15, until: 65 },
  ] as const;
  const standing = (phase: 'running' | 'not-given', startedAt: number | null) =>
    ({
      ...{ phase, since: 20, checks: {}, arrivedAt: 1, startedAt, stoppedAt: null },
      ...{ dueAt: null, next: null, reacting: false },
    }) as const;

  it('is left for the next one when it starts to run', () => {
    expect(sittingsOf(standing('running', 16), { seats, setUp: 15 })).toEqual([
      { satAt: 1, leftAt: 16 },
      { satAt: 16, leftAt: null },
    ]);
    expect(sittingsOf(standing('not-given', null), { seats, setUp: 15 })).toEqual([
      { satAt: 1, leftAt: 20 },
      { satAt: null, leftAt: null },
    ]);
  });

  it('follows what the acts say, whatever stood there', () => {
    const [free, sits, gone] = [
      { arrivedAt: null, leftAt: null },
      { arrivedAt: 1, leftAt: null },
      { arrivedAt: 1, leftAt: 2 },
    ];
    const [never, now, was] = [
      { satAt: null, leftAt: null },
      { satAt: 1, leftAt: null },
      { satAt: 1, leftAt: 5 },
    ];
    const steps = (over: boolean) =>
      [free, sits, gone].map((claim) => [never, now, was].map((sitting) => chairStep(claim, sitting, over)));
    expect(steps(false)).toEqual([
      ['none', 'sit', 'sit-and-leave'],
      ['again', 'none', 'leave'],
      ['again', 'again', 'none'],
    ]);
    expect(steps(true)).toEqual([
      ['release', 'sit', 'sit-and-leave'],
      ['leave', 'none', 'leave'],
      ['none', 'none', 'none'],
    ]);
  });
});

describe('what is known before somebody looks', () => {
  it('an order holds until its last day, and not when it was stopped', () => {
    const order = { state: 'signed', validUntil: '2026-12-01' } as const;
    expect(orderHolds(order, '2026-12-01')).toBe(true);
    expect(orderHolds(order, '2026-12-02')).toBe(false);
    expect(orderHolds({ ...order, state: 'stopped' }, '2026-11-01')).toBe(false);
  });

  it('blood counts so many days; a bad result counts always, and none is needed where none is asked', () => {
    const asks = { labDays: 14 };
    expect(labHolds({ labOn: '2026-11-01', labOk: true }, asks, '2026-11-15')).toBe(true);
    expect(labHolds({ labOn: '2026-11-01', labOk: true }, asks, '2026-11-16')).toBe(false);
    expect(labHolds({ labOn: null, labOk: null }, asks, '2026-11-15')).toBe(false);
    expect(labHolds({ labOn: null, labOk: null }, { labDays: null }, '2026-11-15')).toBeNull();
    expect(labHolds({ labOn: '2026-11-01', labOk: false }, { labDays: null }, '2026-11-15')).toBe(false);
  });
});
