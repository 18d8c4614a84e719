import { describe, expect, it } from 'vitest';
import { HOUR, MINUTE } from '#kernel/interval.ts';
import {
  OFFER_STATES,
  type Offer,
  offerTransitions,
  REQUEST_STATES,
  type Request,
  requestTransitions,
} from '#modules/placement/types.ts';
import { decideAccept, decideOffer, offerStep, overdueOffers } from './offer.ts';
import { closeReasonFor, decideClose, dueAt, productFor, step } from './request.ts';

const RULES = {
  searchMinutes: { crisis: 30, today: 120, 'within-72-hours': 480, planned: 4320 },
};
const NOW = Date.parse('2026-11-23T10:00:00Z');
const request = (change: Partial<Request> = {}): Request => ({
  id: 'r',
  code: 'AS-0401',
  referrerOrg: 'gp',
  reason: 'recovery',
  weight: 'high',
  product: 'elv-high',
  urgency: 'today',
  origin: 'home',
  wantedFrom: NOW,
  ageBand: '80-84',
  sex: 'female',
  needs: [],
  traits: [],
  language: null,
  state: 'offered',
  closeReason: null,
  deskAsked: false,
  sentAt: NOW,
  acceptedAt: null,
  closedAt: null,
  legalTitle: null,
  uzovi: null,
  crisisRoute: false,
  candidates: [],
  askNext: true,
  chooseBy: null,
  transport: null,
  withdrawCode: null,
  elsewhere: null,
  unmet: null,
  version: 1,
  ...change,
});
const offer = (change: Partial<Offer> = {}): Offer => ({
  id: 'o',
  requestId: 'r',
  organisationId: 'north',
  siteId: 's',
  unitId: 'u',
  placeId: 'p',
  claimId: 'c',
  distanceM: null,
  state: 'open',
  sentAt: NOW,
  answerBy: NOW + 45 * MINUTE,
  readAt: null,
  answeredAt: null,
  refusalCode: null,
  doctor: null,
  arrivalFrom: null,
  alternativeFrom: null,
  extra: null,
  byItself: false,
  version: 1,
  ...change,
});
const notOpen = (what: string) => ({ ok: false, refusal: { code: `${what}-not-open` } });
const rules = { answerMinutes: 45, parallelOffers: 3, heldOffers: 1 };
const yes = { doctor: 'dr. Oefen', product: null, arrivalFrom: null };
const code = (result: { ok: true } | { ok: false; refusal: { code: string } }) =>
  result.ok ? 'ok' : result.refusal.code;

describe('the states', () => {
  it.each(REQUEST_STATES)('let only the arrows of the table through, for a request that is %s', (from) => {
    for (const { act } of requestTransitions) {
      const arrow = requestTransitions.find((each) => each.from === from && each.act === act);
      expect(step(from, act)).toEqual(
        arrow === undefined ? notOpen('request') : { ok: true, value: arrow.to },
      );
    }
  });
  it.each(OFFER_STATES)('let only the arrows of the table through, for an offer that is %s', (from) => {
    for (const { act } of offerTransitions) {
      const arrow = offerTransitions.find((each) => each.from === from && each.act === act);
      expect(offerStep(from, act)).toEqual(
        arrow === undefined ? notOpen('offer') : { ok: true, value: arrow.to },
      );
    }
  });
  it('leave a closed request closed', () => {
    expect(requestTransitions.filter((arrow) => (arrow.from as string) === 'closed')).toEqual([]);
  });
});

describe('asking a provider', () => {
  it('holds for as many as agreed, and asks the others without', () => {
    const first = decideOffer(request({ state: 'searching' }), [], { unitId: 'u', hold: true }, rules, NOW);
    expect(first.ok && first.value).toEqual({ answerBy: NOW + 45 * MINUTE, hold: true });
    const second = decideOffer(request(), [offer({ unitId: 'v' })], { unitId: 'u', hold: true }, rules, NOW);
    expect(second.ok && second.value.hold).toBe(false);
  });
  it('asks nobody twice and no more than agreed at once', () => {
    expect(code(decideOffer(request(), [offer()], { unitId: 'u', hold: true }, rules, NOW))).toBe(
      'already-asked',
    );
    const three = ['a', 'b', 'c'].map((unitId) => offer({ unitId }));
    expect(code(decideOffer(request(), three, { unitId: 'u', hold: true }, rules, NOW))).toBe(
      'too-many-offers',
    );
  });
});

describe('a yes', () => {
  it('counts until the deadline and not a millisecond longer', () => {
    expect(code(decideAccept(request(), offer(), yes, NOW + 45 * MINUTE - 1))).toBe('ok');
    expect(code(decideAccept(request(), offer(), yes, NOW + 45 * MINUTE))).toBe('offer-expired');
  });
  it('comes too late when another house said yes', () => {
    expect(code(decideAccept(request({ state: 'accepted' }), offer(), yes, NOW))).toBe('already-accepted');
  });
  it('names a doctor, settles how heavy the care is, and plans no arrival in the past', () => {
    expect(code(decideAccept(request(), offer(), { ...yes, doctor: ' ' }, NOW))).toBe('doctor-missing');
    expect(code(decideAccept(request({ weight: 'unknown' }), offer(), yes, NOW))).toBe('weight-unknown');
    expect(
      code(decideAccept(request({ weight: 'unknown' }), offer(), { ...yes, product: 'elv-low' }, NOW)),
    ).toBe('ok');
    expect(code(decideAccept(request(), offer(), { ...yes, arrivalFrom: NOW - 2 * HOUR }, NOW))).toBe(
      'arrival-in-the-past',
    );
  });
});

describe('time', () => {
  it('runs for who must move: the desk while searching, the provider while offered, nobody after', () => {
    expect(dueAt(request({ state: 'searching' }), [], RULES)).toBe(NOW + 2 * HOUR);
    expect(dueAt(request({ state: 'searching', urgency: 'crisis' }), [], RULES)).toBe(NOW + 30 * MINUTE);
    expect(dueAt(request(), [offer(), offer({ answerBy: NOW + 10 * MINUTE })], RULES)).toBe(
      NOW + 10 * MINUTE,
    );
    expect(dueAt(request({ state: 'admitted' }), [], RULES)).toBeNull();
  });
  it('starts anew for the desk when the last answer was a no', () => {
    const refused = offer({ state: 'refused', answeredAt: NOW + HOUR });
    expect(dueAt(request({ state: 'searching' }), [refused], RULES)).toBe(NOW + 3 * HOUR);
  });
  it('makes silence a no', () => {
    expect(overdueOffers([offer(), offer({ state: 'refused' })], NOW + 45 * MINUTE)).toHaveLength(1);
    expect(overdueOffers([offer()], NOW + 44 * MINUTE)).toHaveLength(0);
  });
});

describe('the end', () => {
  it('is home again only from the own living situation', () => {
    expect(['home', 'home-adjusted', 'wlz', 'hospital', 'died'].map(closeReasonFor)).toEqual([
      'home-again',
      'home-again',
      'elsewhere',
      'elsewhere',
      'died',
    ]);
  });
  it('by "no place" is for a request that still searches', () => {
    expect(code(decideClose(request({ state: 'searching' }), 'no-place'))).toBe('ok');
    expect(code(decideClose(request({ state: 'accepted' }), 'no-place'))).toBe('request-not-open');
    expect(code(decideClose(request({ state: 'admitted' }), 'withdrawn'))).toBe('request-not-open');
  });
});

it('asks the product that fits why and how heavy; unknown searches as high, which is safe for both', () => {
  expect(productFor('recovery', 'low')).toBe('elv-low');
  expect(productFor('recovery', 'unknown')).toBe('elv-high');
  expect(productFor('observation', 'low')).toBe('reo-observation');
});
