import { describe, expect, it } from 'vitest';
import { HOUR, MINUTE } from '#kernel/interval.ts';
import type { Offer, Request } from '#modules/placement/types.ts';
import { decideEscalate, nextRung } from './ladder.ts';
import { missingOf } from './missing.ts';
import { remindersOf } from './reminders.ts';
import { proposeUnmet } from './unmet.ts';

const NOW = Date.parse('2026-11-23T10:00:00Z');

describe('what is missing', () => {
  const facts = {
    request: {
      state: 'searching',
      origin: 'home',
      needs: [],
      traits: [],
      uzovi: '3311',
      legalTitle: null,
    },
    person: { gpName: null, kinName: 'Jan', kinPhone: '0592001720' },
    documents: ['letter', 'medication'],
    askedByPractice: true,
  } as const;

  it('is nothing when all has come; the practice itself is the GP', () => {
    expect(missingOf(facts)).toEqual([]);
    expect(missingOf({ ...facts, askedByPractice: false })).toEqual(['gp']);
  });

  it('stands in the order in which it is used, and only while somebody looks', () => {
    const bare = {
      ...facts,
      request: { ...facts.request, origin: 'hospital', needs: ['closed-ward'], uzovi: null },
      person: { gpName: null, kinName: null, kinPhone: null },
      documents: [],
      askedByPractice: false,
      triaged: false,
    } as const;
    expect(missingOf(bare)).toEqual([
      'triage',
      'letter',
      'medication',
      'gp',
      'next-of-kin',
      'insurer',
      'legal-title',
      'infection-status',
    ]);
    expect(missingOf({ ...bare, request: { ...bare.request, state: 'closed' } })).toEqual([]);
  });

  it('does not miss what nobody can know', () => {
    expect(missingOf(facts)).not.toContain('consent');
  });
});

describe('why there was no place', () => {
  const site = (code: string, more: object = {}) => ({ code, lacks: [], closedFor: null, ...more });
  const why = (rejects: ReturnType<typeof site>[], refusals: Offer['refusalCode'][] = [], weekend = false) =>
    proposeUnmet({ rejects, refusals: refusals.flatMap((code) => code ?? []), weekend });

  it('is what most sites say', () => {
    expect(why([site('full'), site('held'), site('admission')])).toEqual({
      code: 'no-bed',
      would: ['one-more-bed'],
    });
    expect(why([site('closed', { closedFor: 'no-staff' })])).toEqual({ code: 'no-staff', would: ['staff'] });
  });

  it('tells evening from weekend', () => {
    expect(why([site('admission')]).would).toEqual(['evening-admission']);
    expect(why([site('admission')], [], true).would).toEqual(['weekend-admission']);
  });

  it('names what a free bed did not offer', () => {
    expect(why([site('needs', { lacks: ['isolation'] })])).toEqual({
      code: 'care-not-here',
      would: ['isolation-room'],
    });
    expect(why([site('needs', { lacks: ['closed-ward'] })]).code).toBe('closed-ward');
  });

  it('hears the houses that said no, and does not guess when nobody said anything', () => {
    expect(why([site('full')], ['no-doctor', 'no-doctor'])).toEqual({
      code: 'no-doctor',
      would: ['specialist-on-site'],
    });
    expect(why([site('stale'), site('product')])).toEqual({ code: 'other', would: [] });
  });
});

describe('the ladder', () => {
  const rules = { insurerMinutes: 1440, reportMinutes: 4320 };
  const asked = { state: 'searching', sentAt: NOW, crisisRoute: false, deskAsked: false } as const;
  const clock = { now: NOW + 24 * HOUR - 1, inWords: String };

  it('goes from the desk to the insurer to a report, each from its own moment', () => {
    expect(nextRung(asked, [], rules)).toEqual({ rung: 'desk', from: NOW });
    expect(nextRung({ ...asked, deskAsked: true }, [], rules)).toEqual({
      rung: 'insurer',
      from: NOW + 24 * HOUR,
    });
    expect(nextRung(asked, ['insurer'], rules)).toEqual({ rung: 'report', from: NOW + 72 * HOUR });
    expect(nextRung(asked, ['insurer', 'report'], rules)).toBeNull();
    expect(nextRung({ ...asked, state: 'accepted' }, [], rules)).toBeNull();
  });

  it('is climbed no millisecond too early, and by a crisis at once', () => {
    expect(decideEscalate(asked, 'insurer', rules, clock)).toEqual({
      ok: false,
      refusal: { code: 'rung-too-early', params: { from: String(NOW + 24 * HOUR) } },
    });
    expect(decideEscalate(asked, 'insurer', rules, { ...clock, now: clock.now + 1 }).ok).toBe(true);
    expect(decideEscalate({ ...asked, crisisRoute: true }, 'report', rules, clock).ok).toBe(true);
  });
});

describe('quiet reminders', () => {
  const rules = {
    searchMinutes: { crisis: 30, today: 120, 'within-72-hours': 480, planned: 4320 },
    deskOrganisationId: 'desk',
  };
  const request = {
    id: 'r',
    code: 'AS-0401',
    referrerOrg: 'gp',
    urgency: 'today',
    state: 'offered',
    sentAt: NOW,
  } as Request;
  const offer = {
    id: 'o',
    organisationId: 'house',
    unitId: 'unit',
    state: 'open',
    sentAt: NOW,
    answerBy: NOW + 40 * MINUTE,
    readAt: null,
    answeredAt: null,
    arrivalFrom: null,
  } as Offer;
  const due = (change: Partial<Request>, offers: readonly Offer[], minutes: number) =>
    remindersOf({ ...request, ...change }, offers, rules, NOW + minutes * MINUTE);

  it('reach the ward when half of its time is gone unread, once', () => {
    expect(due({}, [offer], 19)).toEqual([]);
    const [first] = due({}, [offer], 20);
    expect(first).toMatchObject({ kind: 'not-read', organisationId: 'house', unitId: 'unit' });
    expect(due({}, [offer], 39)[0]?.key).toBe(first?.key);
    expect(due({}, [{ ...offer, readAt: NOW }], 30)).toEqual([]);
  });

  it('reach who asked when another date waits, and the desk when its time is over', () => {
    expect(due({}, [{ ...offer, state: 'alternative' }], 1)[0]).toMatchObject({
      kind: 'alternative-waits',
      organisationId: 'gp',
      unitId: null,
    });
    expect(due({ state: 'searching' }, [], 119)).toEqual([]);
    expect(due({ state: 'searching' }, [], 120)[0]).toMatchObject({
      kind: 'search-over',
      organisationId: 'desk',
    });
  });

  it('reach the ward when nobody said that the person came', () => {
    const yes = { ...offer, state: 'accepted', arrivalFrom: NOW } as Offer;
    expect(due({ state: 'accepted' }, [yes], 8 * 60 - 1)).toEqual([]);
    expect(due({ state: 'accepted' }, [yes], 8 * 60)[0]).toMatchObject({
      kind: 'arrival-open',
      unitId: 'unit',
    });
  });
});
