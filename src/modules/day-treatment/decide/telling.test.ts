import { describe, expect, it } from 'vitest';
import { DAY, HOUR, type Instant, type Interval, MINUTE } from '#kernel/interval.ts';
import type { Telling } from '#modules/day-treatment/types-told.ts';
import { decideTelling, momentOver, type TellingVisit, wayFor } from './telling.ts';
import { toldFacts } from './told.ts';

const ZONE = 'Europe/Amsterdam';
/** A Friday at ten; somebody comes on the Tuesday after. */
const NOW = Date.parse('2026-11-20T09:00:00Z');
const at = (from: Instant): Interval => ({ from, until: from + HOUR });
const TUESDAY = at(Date.parse('2026-11-24T08:30:00Z'));
const THURSDAY = at(Date.parse('2026-11-26T13:00:00Z'));

const telling = (change: Partial<Telling> = {}): Telling => ({
  ...{ id: 'telling', visitId: 'visit', organisationId: 'site', number: 1, during: TUESDAY, was: null },
  ...{ dueAt: NOW + 30 * MINUTE, toldAt: null, way: null, remindedAt: null, endedAt: null },
  ...{ answer: null, answeredAt: null, words: null, weekdays: [], part: null },
  ...change,
});
const told = (change: Partial<Telling> = {}) => telling({ toldAt: NOW - DAY, way: 'mail', ...change });
const visit = (during: Interval | null, change: Partial<TellingVisit> = {}): TellingVisit => ({
  ...{ state: during === null ? 'to-plan' : 'planned', during, confirmedAt: null },
  ...change,
});
const step = (
  of: { visit: TellingVisit; told?: Telling; waits?: Telling },
  now: Instant = NOW,
): ReturnType<typeof decideTelling> =>
  decideTelling(
    { visit: of.visit, told: of.told ?? null, waits: of.waits ?? null },
    { now, zone: ZONE, standsFor: 30 * MINUTE },
  );

describe('what somebody is told of a moment', () => {
  it('waits until the moment stood still, and then goes out', () => {
    expect(step({ visit: visit(TUESDAY) })).toEqual({
      ...{ kind: 'wait', during: TUESDAY, dueAt: NOW + 30 * MINUTE },
    });
    const waits = telling();
    expect(step({ visit: visit(TUESDAY), waits }, NOW + 29 * MINUTE)).toEqual({ kind: 'nothing' });
    expect(step({ visit: visit(TUESDAY), waits }, NOW + 30 * MINUTE)).toEqual({
      kind: 'tell',
      letter: 'invitation',
    });
  });

  it('waits anew when a planner moves it again, and is dropped when it comes back to what was told', () => {
    const waits = telling({ number: 2, during: THURSDAY });
    expect(step({ visit: visit(at(THURSDAY.from + HOUR)), told: told(), waits })).toMatchObject({
      kind: 'wait',
      dueAt: NOW + 30 * MINUTE,
    });
    expect(step({ visit: visit(TUESDAY), told: told(), waits })).toEqual({ kind: 'drop' });
    expect(step({ visit: visit(null), waits })).toEqual({ kind: 'drop' });
  });

  it('says that it moved or is gone only to who heard of the one before', () => {
    const later = NOW + HOUR;
    const moved = telling({ number: 2, during: THURSDAY });
    expect(step({ visit: visit(THURSDAY), told: told(), waits: moved }, later)).toEqual({
      kind: 'tell',
      letter: 'moved',
    });
    const gone = telling({ number: 2, during: null });
    for (const state of ['to-plan', 'cancelled'] as const)
      expect(step({ visit: visit(null, { state }), told: told(), waits: gone }, later)).toEqual({
        kind: 'tell',
        letter: 'gone',
      });
    expect(step({ visit: visit(null) }, later)).toEqual({ kind: 'nothing' });
  });

  it('is never about what has begun, and ends with its day or with the visit', () => {
    const past = at(NOW - HOUR);
    expect(step({ visit: visit(past) })).toEqual({ kind: 'nothing' });
    expect(step({ visit: visit(null), told: told({ during: past }) })).toEqual({ kind: 'nothing' });
    expect(step({ visit: visit(TUESDAY), told: told() }, momentOver(TUESDAY, ZONE))).toEqual({ kind: 'end' });
    expect(step({ visit: visit(TUESDAY, { state: 'done' }), told: told() })).toEqual({ kind: 'end' });
  });

  it('is repeated once, two days before at ten in the morning, to who heard before that and asks nothing', () => {
    const due = Date.parse('2026-11-22T09:00:00Z');
    const of = (change: Partial<Telling> = {}) => ({ visit: visit(TUESDAY), told: told(change) });
    expect(step(of(), due - 1)).toEqual({ kind: 'nothing' });
    expect(step(of(), due)).toEqual({ kind: 'remind' });
    expect(step(of({ answer: 'comes' }), due)).toEqual({ kind: 'remind' });
    for (const not of [
      { remindedAt: due },
      { toldAt: due + 1 },
      { answer: 'cannot' },
      { answer: 'other-moment' },
      { way: 'call' },
    ] as const)
      expect(step(of(not), due + HOUR), JSON.stringify(not)).toEqual({ kind: 'nothing' });
  });
});

describe('how somebody is told', () => {
  const all = { mail: true, messages: true, practice: false };
  const reach = { email: 'a@b.example', phone: '06-12 34 56 78', refuses: false };

  it('is by e-mail, else by telephone, else somebody calls', () => {
    expect(wayFor(reach, all)).toBe('mail');
    expect(wayFor({ ...reach, email: null }, all)).toBe('message');
    expect(wayFor({ ...reach, email: null, phone: '0592-00 17 20' }, all)).toBe('call');
    expect(wayFor({ ...reach, refuses: true }, all)).toBe('call');
    expect(wayFor(reach, { ...all, mail: false, messages: false })).toBe('call');
  });

  it('in a practice region that sends nothing is on the screen', () => {
    expect(wayFor({ ...reach, email: null }, { mail: false, messages: false, practice: true })).toBe(
      'screen',
    );
  });
});

describe('what the planner reads', () => {
  it('is when somebody heard and that they come', () => {
    const seen = toldFacts([told({ answer: 'comes' })], visit(TUESDAY, { confirmedAt: NOW }));
    expect(seen).toMatchObject({ invited: NOW - DAY, confirmed: NOW, asks: null, call: false });
  });

  it('is what somebody asks, until they have another moment', () => {
    const asked = told({ answer: 'other-moment', words: 'Liever na tienen', weekdays: [2], part: 'morning' });
    const asks = {
      asks: 'other-moment',
      wish: 'Liever na tienen',
      suits: { weekdays: [2], part: 'morning' },
    };
    expect(toldFacts([asked], visit(TUESDAY))).toMatchObject(asks);
    expect(toldFacts([asked, telling({ number: 2, during: null })], visit(null))).toMatchObject(asks);
    expect(toldFacts([asked], visit(THURSDAY))).toMatchObject({ asks: null, wish: null, suits: null });
  });

  it('is that somebody must call, until somebody did', () => {
    const call = told({ way: 'call' });
    expect(toldFacts([call], visit(TUESDAY))).toMatchObject({ invited: null, call: true });
    expect(toldFacts([{ ...call, answer: 'comes' }], visit(TUESDAY)).call).toBe(false);
    expect(toldFacts([call], visit(THURSDAY)).call).toBe(false);
    const gone = told({ number: 2, during: null, way: 'call' });
    expect(toldFacts([told(), gone], visit(null)).call).toBe(true);
  });
});
