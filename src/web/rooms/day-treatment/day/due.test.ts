import { describe, expect, it } from 'vitest';
import { CHECKS } from '#modules/day-treatment/types.ts';
import { careNow, factOf, rowsOf } from './due.ts';
import { actOf, listOf, NINE, visitOf } from './own-acts.fixture.ts';
import { lastAct } from './own-acts.ts';

const at = (minutes: number): number => NINE + minutes * 60_000;
const checks = (visitId: string, minutes: number) =>
  CHECKS.map((check) => actOf(visitId, 'checked', minutes, { check, right: true }));
const GIVEN = [
  actOf('a', 'arrived', 0),
  ...checks('a', 2),
  actOf('a', 'started', 16),
  actOf('a', 'stopped', 37),
  actOf('a', 'left', 68),
];
const LIST = listOf([visitOf('a')]);
const row = (acts: number, minutes: number) => {
  const [found] = rowsOf(LIST, GIVEN.slice(0, acts), at(minutes));
  if (found === undefined) throw new Error('nobody is on the list');
  return found;
};

describe('the button of a visit', () => {
  it('is filled when somebody is expected, not before', () => {
    expect([row(0, -1).due, row(0, 0).due]).toEqual([false, true]);
  });

  it('is filled at once for who waits to be looked at or sits beside the nurse', () => {
    expect([row(1, 1).due, row(5, 3).due]).toEqual([true, true]);
  });

  it('is filled when the infusion is to stop, and when somebody may go, not before', () => {
    expect([row(6, 35).due, row(6, 36).due]).toEqual([false, true]);
    expect([row(7, 66).due, row(7, 67).due]).toEqual([false, true]);
    expect(row(8, 70).due).toBe(false);
  });

  it('waits as long as somebody reacts, and on an order that was stopped', () => {
    const reacting = [...GIVEN.slice(0, 7), actOf('a', 'reacted', 40)];
    expect(rowsOf(LIST, reacting, at(200))[0]?.due).toBe(false);
    const stopped = listOf([visitOf('a', 0, { stopped: true })]);
    expect(rowsOf(stopped, GIVEN.slice(0, 1), at(1))[0]?.due).toBe(false);
  });
});

describe('the list', () => {
  it('says the minutes that are left, and how many too long', () => {
    expect([row(5, 2).minutes, row(6, 20).minutes, row(6, 40).minutes, row(1, 1).minutes]).toEqual([
      15,
      16,
      -4,
      null,
    ]);
  });

  it('shows who is here first, then who comes, then who is gone', () => {
    const list = listOf([
      visitOf('gone', -90),
      visitOf('late', 60),
      visitOf('early', 10),
      visitOf('here', 30),
    ]);
    const acts = [actOf('gone', 'not-given', 1, { why: 'koorts' }), actOf('here', 'arrived', 25)];
    expect(rowsOf(list, acts, at(26)).map(({ visit }) => visit.id)).toEqual([
      'here',
      'early',
      'late',
      'gone',
    ]);
  });

  it('follows somebody to the chair where it runs', () => {
    expect([row(5, 3).chair, row(6, 20).chair, row(7, 40).chair]).toEqual(['S1', 'S4', 'S4']);
  });

  it('counts a set-up as a whole nurse and who is looked after as a share', () => {
    const list = listOf([visitOf('a'), visitOf('b'), visitOf('c')]);
    const acts = [
      ...GIVEN.slice(0, 6),
      actOf('b', 'arrived', 10),
      ...checks('b', 12),
      actOf('c', 'arrived', 12),
    ];
    expect(careNow(rowsOf(list, acts, at(20)))).toBe(5);
  });

  it('counts an act once that the house has told back', () => {
    const told = listOf([visitOf('a', 0, { acts: GIVEN.slice(0, 6) })]);
    expect(rowsOf(told, GIVEN.slice(0, 6), at(20))[0]?.acts).toHaveLength(6);
  });
});

describe('taking back', () => {
  it('is about the last act that still stands', () => {
    const acts = GIVEN.slice(0, 6);
    const started = lastAct(LIST, acts, []);
    expect(started?.kind).toBe('started');
    const back = [...acts, actOf('a', 'undone', 18, { act: started?.id })];
    expect(lastAct(LIST, back, [])?.kind).toBe('checked');
    expect(rowsOf(LIST, back, at(20))[0]?.standing.phase).toBe('set-up');
    expect(lastAct(LIST, [], [])).toBeNull();
    // What another tablet did is taken back there, as long as this one did something.
    expect(lastAct(LIST, acts, [acts[0]?.id ?? ''])?.kind).toBe('arrived');
  });
});

describe('what is known of a check', () => {
  const facts = (change: object) => visitOf('a', 0, { facts: { ...visitOf('a').facts, ...change } });

  it('cannot be right on an order that ended, or with a result that is not good', () => {
    expect(factOf(visitOf('a'), 'order', NINE)).toBe('known');
    expect(factOf(facts({ order: { until: '2026-11-01', ok: false } }), 'order', NINE)).toBe('refused');
    expect(factOf(visitOf('a', 0, { stopped: true }), 'order', NINE)).toBe('refused');
    expect(factOf(facts({ lab: { on: null, ok: false } }), 'lab', NINE)).toBe('refused');
    expect(factOf(facts({ lab: { on: null, ok: null } }), 'lab', NINE)).toBe('known');
  });

  it('asks to look twice at a drug that was not said to be ready', () => {
    expect(factOf(facts({ drug: { readyAt: null } }), 'drug', NINE)).toBe('doubt');
    expect(factOf(facts({ drug: { readyAt: new Date(at(5)).toISOString() } }), 'drug', NINE)).toBe('doubt');
    expect(factOf(visitOf('a'), 'drug', NINE)).toBe('known');
  });
});
