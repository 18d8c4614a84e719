import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Region } from '#modules/region/types.ts';
import { newId } from '#platform/db/ids.ts';
import type { WrittenEntry } from '#platform/diary/diary.ts';
import type { Webhook } from '#platform/outbox/store-webhook.ts';
import { type LetterKind, letterOf } from './outbox-letters.ts';
import { figureMessage, messagesOf, reminderMessage } from './outbox-messages.ts';

const NOW = Date.parse('2026-11-23T10:00:30Z');
const [asker, desk, north, south] = [newId(), newId(), newId(), newId()];
const units = [newId(), newId()] as const;
const region = {
  organisations: [asker, desk, north, south].map((id) => ({ id, publishes: id === south })),
  sites: [north, south].map((organisationId, i) => ({ id: `site-${i}`, organisationId })),
  units: units.map((id, i) => ({ id, siteId: `site-${i}`, email: i === 0 ? 'noord@example.nl' : null })),
  agreement: { deskOrganisationId: desk },
} as unknown as Region;
/** Nobody is brought a link. */
const byLink: ReadonlySet<string> = new Set();

const line = (change: Partial<WrittenEntry> = {}): WrittenEntry => ({
  at: NOW,
  room: 'placement',
  event: 'offered',
  subject: newId(),
  unitId: units[0],
  organisationId: asker,
  actor: 'somebody',
  body: { offerId: 'o', siteId: 'site-0', arrivalFrom: NOW, organisations: [asker, desk, north, south] },
  xid: '7',
  id: 41,
  ...change,
});
const hook = (organisationId: string, topics: Webhook['topics'] = ['request', 'capacity']): Webhook => ({
  id: newId(),
  organisationId,
  url: 'https://koppeling.example/',
  topics,
  secret: '',
  createdAt: NOW,
});
const eventsFor = (organisationId: string, about: WrittenEntry) =>
  messagesOf(about, { region, webhooks: [hook(organisationId)], mail: false, byLink });

describe('what a line of the diary is told outside', () => {
  it('reaches the parties of a request and nobody else', () => {
    const webhooks = [asker, desk, north, newId()].map((id) => hook(id));
    const told = messagesOf(line({ body: { organisations: [asker, north] } }), {
      region,
      webhooks,
      mail: false,
      byLink,
    });
    expect(told.map(({ organisationId }) => organisationId)).toEqual([asker, north]);
  });

  it('tells a house of its own offer, and of the offer of another only that something changed', () => {
    expect(eventsFor(north, line())).toMatchObject([
      {
        event: 'request.offered',
        body: { offerId: 'o', siteId: 'site-0', unitId: units[0], arrivalFrom: '2026-11-23T10:00:30Z' },
      },
    ]);
    const [other] = eventsFor(south, line());
    expect(other?.event).toBe('request.changed');
    expect(Object.keys(other?.body ?? {}).sort()).toEqual(['at', 'requestId', 'sequence']);
  });

  it('carries ids, codes and moments, whatever a line holds', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string({ minLength: 1 }), fc.jsonValue()), (body) => {
        const [told] = eventsFor(asker, line({ body: { ...body, organisations: [asker] } }));
        const known = [
          'offerId',
          'siteId',
          'code',
          'reason',
          'product',
          'urgency',
          'from',
          'arrivalFrom',
          'answerBy',
        ];
        const always = ['requestId', 'sequence', 'at', 'unitId'];
        return Object.keys(told?.body ?? {}).every((key) => [...known, ...always].includes(key));
      }),
    );
  });

  it('has the same id whenever it is made, and another for each line and receiver', () => {
    const about = line();
    const one = hook(asker);
    const ids = (each: WrittenEntry, to: Webhook) =>
      messagesOf(each, { region, webhooks: [to], mail: true, byLink }).map(({ dedupId }) => dedupId);
    expect(ids(about, one)).toEqual(ids(about, one));
    expect(
      new Set([...ids(about, one), ...ids(line({ id: 42 }), one), ...ids(about, hook(asker))]).size,
    ).toBe(5);
  });

  it('of a ward is one message a minute, to its own house, or to all when it publishes', () => {
    const moved = (unitId: string, organisationId: string, at: number) =>
      line({ room: 'capacity', event: 'held', unitId, organisationId, at, body: {} });
    const own = hook(north);
    const known = { region, webhooks: [own], mail: false, byLink };
    const [early] = messagesOf(moved(units[0], north, NOW), known);
    const [late] = messagesOf(moved(units[0], north, NOW + 29_000), known);
    const [next] = messagesOf(moved(units[0], north, NOW + 31_000), known);
    expect([early?.dedupId === late?.dedupId, early?.dedupId === next?.dedupId]).toEqual([true, false]);
    expect([early?.afterMs, late?.afterMs]).toEqual([30_000, 1_000]);
    expect(eventsFor(south, moved(units[0], north, NOW))).toEqual([]);
    expect(eventsFor(north, moved(units[1], south, NOW))).toHaveLength(1);
  });

  it('asks a ward by letter, when it has an address and mail is on', () => {
    const letters = (unitId: string, mail: boolean, event = 'offered') =>
      messagesOf(line({ unitId, event }), { region, webhooks: [], mail, byLink }).length;
    expect([letters(units[0], true), letters(units[1], true), letters(units[0], false)]).toEqual([1, 0, 0]);
    expect([letters(units[0], true, 'asked-again'), letters(units[0], true, 'refused')]).toEqual([1, 0]);
  });

  it('tells of a stay that there is news and where, to its parties; letters go to who asked and the practice', () => {
    const stay = (event: string) =>
      line({
        ...{ room: 'stay', event, organisationId: north },
        body: { requestId: 'r', code: 'A-1', destination: 'died', organisations: [north, asker, desk] },
      });
    const [told] = eventsFor(asker, stay('ended'));
    expect(told).toMatchObject({ event: 'stay.ended', body: { requestId: 'r', sequence: 41 } });
    expect(JSON.stringify(told)).not.toContain('died');
    expect(eventsFor(south, stay('ended'))).toEqual([]);
    expect(eventsFor(asker, stay('task-done'))).toEqual([]);
    const letters = (event: string, mail = true) =>
      messagesOf(stay(event), { region, webhooks: [], mail, byLink }).map(
        ({ receiverId, event: kind, body }) => [...[receiverId, kind, Object.keys(body).sort().join()]],
      );
    expect(letters('ended')).toEqual([[asker, 'stay-ended', 'at,code,stayId']]);
    expect(letters('contact-made')).toEqual([[asker, 'stay-contact', 'at,code,stayId']]);
    expect([letters('began'), letters('ended', false)]).toEqual([[], []]);
  });

  it('tells the practice that asked, and nobody else, that it was answered', () => {
    const sent = (gpOrg: string | null) =>
      messagesOf(
        line({
          ...{ room: 'stay', event: 'answer-sent', organisationId: north },
          body: { requestId: 'r', code: 'A-1', number: 1, gpOrg, organisations: [north, asker, desk] },
        }),
        { region, webhooks: [], mail: true, byLink },
      ).map(({ receiverId, event }) => [receiverId, event]);
    expect(sent(south)).toEqual([[south, 'stay-answer']]);
    expect(sent(null)).toEqual([]);
  });

  it('reminds once of one figure and one step', () => {
    const figure = { unitId: units[0], asOf: NOW };
    expect(figureMessage(figure, region).dedupId).toBe(figureMessage({ ...figure }, region).dedupId);
    expect(figureMessage(figure, region).dedupId).not.toBe(
      figureMessage({ ...figure, asOf: NOW + 1 }, region).dedupId,
    );
    const step = { key: 'k', kind: 'search-over', requestId: 'r', code: 'A-1', dueAt: null };
    expect(reminderMessage({ ...step, organisationId: desk, unitId: null }, region).receiverId).toBe(desk);
    expect(reminderMessage({ ...step, organisationId: north, unitId: units[0] }, region).receiverId).toBe(
      units[0],
    );
  });
});

describe('treatment near home', () => {
  const given = (event: string, mail = true) =>
    messagesOf(
      line({
        ...{ room: 'day-treatment', event },
        body: { code: 'TK-0401', visitId: 'v', organisations: [asker, north, south] },
      }),
      { region, webhooks: [], mail, byLink },
    ).map(({ event: about, receiverId }) => [about, receiverId]);

  it('is told to who ordered it and the practice, not to who gave it; a reaction to who ordered it alone', () => {
    expect(given('visit-done')).toEqual([
      ['day-given', asker],
      ['day-given', south],
    ]);
    expect(given('visit-not-given')).toHaveLength(2);
    expect(given('visit-missed')).toHaveLength(2);
    expect(given('visit-reacted')).toEqual([['day-reaction', asker]]);
    expect(given('visit-arrived')).toEqual([]);
    expect(given('visit-done', false)).toEqual([]);
  });
});

describe('a referral', () => {
  const told = (event: string, mail = true, links = byLink) =>
    messagesOf(
      line({
        ...{ room: 'social', event },
        body: { code: 'V-101', from: asker, to: south, organisations: [asker, south] },
      }),
      { region, webhooks: [], mail, byLink: links },
    ).map(({ event: about, receiverId }) => [about, receiverId]);

  it('is news for who referred at three moments; what lies is told to who got it, then to who referred and the desk', () => {
    for (const event of ['accepted', 'contacted', 'ended', 'passed-on'])
      expect(told(`referral-${event}`)).toEqual([['referral-news', asker]]);
    expect(told('referral-reminded')).toEqual([['referral-waits', south]]);
    expect(told('referral-late')).toEqual([
      ['referral-late', asker],
      ['referral-late', desk],
    ]);
    expect(told('referral-seen')).toEqual([]);
    expect(told('referral-ended', false)).toEqual([]);
  });

  it('reminds who takes part by a link with a new link alone', () => {
    expect(told('referral-reminded', true, new Set([south]))).toEqual([]);
    expect(told('referral-late', true, new Set([desk]))).toHaveLength(2);
  });
});

const KINDS: LetterKind[] = [
  'figure-old',
  'question',
  'not-read',
  'alternative-waits',
  'search-over',
  'arrival-open',
  'stay-ended',
  'stay-contact',
  'stay-answer',
  'day-given',
  'referral-news',
  'referral-waits',
  'referral-late',
  'day-not-given',
  'day-missed',
  'day-reaction',
];

describe('a letter', () => {
  it.each(KINDS)('about %s has short sentences, one link and no person', (kind) => {
    const letter = letterOf(kind, {
      to: 'noord@example.nl',
      house: 'Noord, Afdeling 1',
      zone: 'Europe/Amsterdam',
      link: 'https://toren.example/afdeling/x',
      code: 'A-1042',
      at: NOW,
      practice: true,
    });
    expect(letter.subject).toMatch(/^\[Oefenregio\] .{10,60}$/);
    expect(letter.text.match(/https:\S+/g)).toEqual(['https://toren.example/afdeling/x']);
    expect(letter.text).not.toMatch(/undefined|null|NaN/);
    const sentences = letter.text.split(/[.?:\n]+/).filter((part) => part.trim() !== '');
    expect(sentences.filter((sentence) => sentence.trim().split(/\s+/).length > 15)).toEqual([]);
  });

  it('tells the time on the clock of the house', () => {
    const facts = { to: 'x', house: 'Noord', zone: 'Europe/Amsterdam', link: 'https://x', code: null };
    const letter = letterOf('figure-old', { ...facts, at: NOW, practice: false });
    expect(letter.text).toContain('11:00 uur');
    expect(letter.subject).toBe('Klopt het nog? Noord');
  });
});
