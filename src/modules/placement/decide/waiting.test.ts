import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HOUR, type Instant, MINUTE } from '#kernel/interval.ts';
import { OFFER_STATES, WAIT_CAUSES } from '#modules/placement/types.ts';
import { type WaitFacts, waitsOf } from './waiting.ts';

const SENT = Date.parse('2026-11-23T10:00:00Z');
const later = (minutes: number): Instant => SENT + minutes * MINUTE;

const request = (change: Partial<WaitFacts['request']> = {}): WaitFacts['request'] => ({
  sentAt: SENT,
  acceptedAt: null,
  closedAt: null,
  state: 'searching',
  transport: null,
  ...change,
});
type Asked = WaitFacts['offers'][number];
const offer = (change: Partial<Asked> = {}): Asked => ({
  state: 'open',
  sentAt: SENT,
  answerBy: later(45),
  answeredAt: null,
  arrivalFrom: null,
  refusalCode: null,
  ...change,
});
const told = (facts: WaitFacts, now: Instant) =>
  Object.fromEntries(waitsOf(facts, now).map(({ cause, minutes }) => [cause, minutes]));

describe('where a request waited', () => {
  it('waits for a place while nobody is asked, and for an answer while somebody is', () => {
    const asked = offer({ sentAt: later(20), state: 'refused', answeredAt: later(50), refusalCode: 'other' });
    const waits = waitsOf({ request: request(), offers: [asked] }, later(60));
    expect(waits).toEqual([
      { cause: 'answer', minutes: 30, now: false },
      { cause: 'no-place', minutes: 30, now: true },
    ]);
  });

  it('counts two houses that are asked at once as one wait', () => {
    const offers = [offer(), offer({ sentAt: later(10) })];
    expect(told({ request: request({ state: 'offered' }), offers }, later(30))).toEqual({ answer: 30 });
  });

  it('says that the hours of the house held it up, then the bed, then the journey', () => {
    const accepted = request({ state: 'admitted', acceptedAt: later(30) });
    const yes = offer({ state: 'accepted', answeredAt: later(30), arrivalFrom: later(200) });
    const facts = {
      request: accepted,
      offers: [yes],
      admissionFrom: later(150),
      admittedAt: later(220),
    };
    expect(told(facts, later(999))).toEqual({
      answer: 30,
      'admission-window': 120,
      bed: 50,
      transport: 20,
    });
  });

  it('says that the ride held it up when the arrival was moved for it', () => {
    const ride = { by: 'ambulance' as const, at: later(180), setAt: later(40) };
    const facts = {
      request: request({ state: 'accepted', acceptedAt: later(30), transport: ride }),
      offers: [offer({ state: 'accepted', answeredAt: later(30), arrivalFrom: later(180) })],
      admissionFrom: later(60),
    };
    expect(told(facts, later(180))).toEqual({ answer: 30, 'admission-window': 30, transport: 120 });
  });

  it('puts advice and triage before an answer that cannot come without them', () => {
    const facts = {
      request: request({ state: 'offered' as const }),
      offers: [offer()],
      triagedAt: later(40),
      consults: [{ askedAt: later(10), answeredAt: later(30) }],
    };
    expect(told(facts, later(45))).toEqual({ triage: 20, consult: 20, answer: 5 });
  });

  it('lets a date that was proposed wait for who must choose', () => {
    const proposed = offer({ state: 'alternative', answeredAt: later(15) });
    expect(told({ request: request({ state: 'offered' }), offers: [proposed] }, later(45))).toEqual({
      answer: 15,
      choice: 30,
    });
  });

  it('lets a yes wait until the person chose it', () => {
    const facts = {
      request: request({ state: 'accepted', acceptedAt: later(50) }),
      offers: [offer({ state: 'accepted', answeredAt: later(20), arrivalFrom: later(60) })],
    };
    expect(told(facts, later(60))).toEqual({ answer: 20, choice: 30, bed: 10, transport: 0 });
  });

  it('waits for papers from the no that asked them until they came', () => {
    const no = offer({ state: 'refused', answeredAt: later(10), refusalCode: 'information-missing' });
    const facts = { request: request(), offers: [no], papersAt: [later(5), later(40)] };
    expect(told(facts, later(60))).toEqual({ answer: 10, letter: 30, 'no-place': 20 });
  });

  it('stops counting when the request is closed', () => {
    const closed = request({ state: 'closed', closedAt: later(25) });
    expect(waitsOf({ request: closed, offers: [] }, later(900))).toEqual([
      { cause: 'no-place', minutes: 25, now: false },
    ]);
  });
});

describe('whatever happened', () => {
  const moment = fc.integer({ min: 0, max: 48 * HOUR }).map((ms) => SENT + ms);
  const perhaps = fc.option(moment, { nil: null });
  const offers = fc.array(
    fc.record({
      state: fc.constantFrom(...OFFER_STATES),
      sentAt: moment,
      answerBy: moment,
      answeredAt: perhaps,
      arrivalFrom: perhaps,
      refusalCode: fc.constantFrom(null, 'information-missing' as const, 'no-staff' as const),
    }),
    { maxLength: 4 },
  );
  const facts: fc.Arbitrary<WaitFacts> = fc.record({
    request: fc.record({
      sentAt: fc.constant(SENT),
      acceptedAt: perhaps,
      closedAt: perhaps,
      state: fc.constantFrom('searching' as const, 'offered' as const, 'accepted' as const),
      transport: fc.option(
        fc.record({ by: fc.constant('taxi' as const), at: perhaps, setAt: fc.constant(SENT) }),
        { nil: null },
      ),
    }),
    offers,
    papersAt: fc.array(moment, { maxLength: 2 }),
    consults: fc.array(fc.record({ askedAt: moment, answeredAt: perhaps }), { maxLength: 2 }),
    triagedAt: perhaps,
    admissionFrom: perhaps,
    admittedAt: perhaps,
  });

  it('every minute belongs to exactly one cause, in one order, and one of them runs now', () => {
    fc.assert(
      fc.property(facts, moment, (given, now) => {
        const waits = waitsOf(given, now);
        const end = given.admittedAt ?? now;
        const total = Math.floor((end - SENT) / MINUTE);
        expect(waits.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(total);
        expect(waits.every(({ minutes }) => minutes >= 0)).toBe(true);
        const order = waits.map(({ cause }) => WAIT_CAUSES.indexOf(cause));
        expect(order).toEqual([...new Set(order)].sort((a, b) => a - b));
        expect(waits.filter((wait) => wait.now)).toHaveLength(given.admittedAt === null ? 1 : 0);
      }),
      { numRuns: 300 },
    );
  });
});
