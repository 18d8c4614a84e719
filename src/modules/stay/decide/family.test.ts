import { describe, expect, it } from 'vitest';
import { instantOf } from '#kernel/calendar.ts';
import type { Sentence } from '#kernel/refusal.ts';
import { DESTINATIONS } from '#modules/capacity/types.ts';
import { type FamilyFacts, RETURN_ITEMS } from '#modules/stay/types.ts';
import { BARRIER_CODES, BARRIER_OWNERS, MEETING_KINDS } from '#modules/stay/types-parts.ts';
import { familyWords } from './family.ts';
import { dayWords } from './family-days.ts';
import { barrierWords, openWords, returnWords } from './family-words.ts';

const ZONE = 'Europe/Amsterdam';
// A Thursday.
const TODAY = '2026-10-22';
const NOW = instantOf(TODAY, 11 * 60 + 41, ZONE);

const facts = (change: Partial<FamilyFacts['stay']> = {}, more: Partial<FamilyFacts> = {}): FamilyFacts => ({
  stay: {
    ...{ id: 'stay', requestId: 'request', organisationId: 'house', unitId: 'unit', gpOrg: 'gp', zone: ZONE },
    ...{ name: 'Geertje Hofsteenge', arrivedDay: '2026-10-20', endedAt: null, destination: null },
    ...{ goal: 'Weer zelf koken', expectedEnd: instantOf('2026-10-28', 630, ZONE), latestEnd: null },
    ...{ away: null, awayUntil: null, responsibleOrg: 'house', doctor: 'dr. Oefen' },
    ...change,
  },
  ...{ barriers: [], returns: [], meetings: [], contacts: [] },
  house: { name: 'Herstelhuis Peelo', phone: '0592-00 10 00' },
  unit: { name: 'Unit 1', phone: '0592-00 10 01' },
  gp: { name: 'Praktijk Vaartzicht', phone: '0592-00 20 00' },
  responsible: 'Herstelhuis Peelo',
  ...more,
});

const wordsOf = (change: Partial<FamilyFacts['stay']> = {}, more: Partial<FamilyFacts> = {}) =>
  familyWords(facts(change, more), NOW);
const dutch = (sentences: readonly Sentence[]): string[] => sentences.map(({ nl }) => nl);

describe('a stay in plain words', () => {
  it('says which day it is, until when, and who is responsible', () => {
    const told = wordsOf();
    expect(dutch(told.stand)).toEqual([
      'Vandaag is dag 3 van het verblijf.',
      'Het plan is: vertrek woensdag.',
    ]);
    expect(told.next?.nl).toBe('Vertrek: woensdag om 10.30 uur.');
    expect(dutch(told.responsible)).toEqual([
      'Herstelhuis Peelo is verantwoordelijk voor de zorg.',
      'De arts is dr. Oefen.',
    ]);
    expect(told.call.map(({ phone }) => phone)).toEqual(['0592-00 10 01', '0592-00 10 00', '0592-00 20 00']);
  });

  it('says that an end is uncertain, or not known, instead of naming a day that passed', () => {
    const later = { latestEnd: instantOf('2026-11-04', 630, ZONE) };
    expect(dutch(wordsOf(later).stand)).toContain('Het kan ook later worden: uiterlijk woensdag 4 november.');
    for (const expectedEnd of [null, instantOf('2026-10-21', 630, ZONE)]) {
      const told = wordsOf({ expectedEnd });
      expect(dutch(told.stand)).toContain('Wanneer het vertrek is, weten we nog niet.');
      expect(told.next).toBeNull();
    }
  });

  it('names what is in the way, who works on it, and until when', () => {
    const barrier = { code: 'home-adjustment', owner: 'municipality', due: '2026-10-27' } as const;
    expect(barrierWords(barrier, TODAY).nl).toBe(
      'De gemeente beslist over een aanpassing in huis, zoals een traplift. Dat duurt tot dinsdag.',
    );
    expect(barrierWords({ ...barrier, due: '2026-10-21' }, TODAY).nl).toContain('langer dan gedacht');
  });

  it('tells apart what is arranged, asked, and not begun', () => {
    const line = { who: '', fromDay: null } as const;
    const told = wordsOf(
      {},
      {
        returns: [
          { ...line, item: 'home-care', state: 'arranged', who: 'Icare', fromDay: '2026-10-29' },
          { ...line, item: 'meals', state: 'asked' },
          { ...line, item: 'gp', state: 'not-needed' },
          { ...line, item: 'transport', state: 'open' },
          { ...line, item: 'aids', state: 'open' },
        ],
      },
    );
    expect(dutch(told.arranged)).toEqual(['De thuiszorg is geregeld vanaf donderdag 29 oktober (Icare).']);
    expect(dutch(told.arranging)).toEqual([
      'De maaltijden zijn gevraagd. Het antwoord komt nog.',
      'Nog te regelen: de hulpmiddelen en het vervoer.',
    ]);
  });

  it('puts the talk before the departure, and keeps what was agreed, the newest first', () => {
    const talk = { kind: 'day-14', heldAt: null, departureDay: null, care: '', agreed: '' } as const;
    const held = instantOf('2026-10-21', 600, ZONE);
    const told = wordsOf(
      {},
      {
        meetings: [
          {
            ...talk,
            kind: 'extra',
            plannedAt: held,
            heldAt: held,
            agreed: 'Trap oefenen',
            departureDay: '2026-10-28',
          },
          { ...talk, plannedAt: instantOf('2026-10-26', 14 * 60, ZONE) },
        ],
      },
    );
    expect(told.next?.nl).toBe('Gesprek met de huisarts, de familie en de afdeling: maandag om 14.00 uur.');
    expect(told.agreements).toMatchObject([
      { day: '2026-10-21', agreed: 'Trap oefenen', departure: { nl: 'Afgesproken vertrek: woensdag.' } },
    ]);
  });

  it('says where somebody is who is away for a while', () => {
    const awayUntil = instantOf('2026-10-23', 9 * 60, ZONE);
    expect(dutch(wordsOf({ away: 'hospital', awayUntil }).stand)).toEqual(
      expect.arrayContaining([
        'Op dit moment in het ziekenhuis. Het bed blijft vrij.',
        'Terug: morgen om 09.00 uur.',
      ]),
    );
  });

  it('after a departure tells who calls when, and whom one can call', () => {
    const left = {
      endedAt: instantOf('2026-10-21', 630, ZONE),
      destination: 'home',
      expectedEnd: null,
    } as const;
    const told = wordsOf(left, {
      contacts: [
        { days: 2, dueDay: '2026-10-23', done: false },
        { days: 30, dueDay: '2026-11-20', done: false },
      ],
    });
    expect(dutch(told.stand)).toEqual(['Het vertrek was woensdag 21 oktober, naar huis.']);
    expect(told.next?.nl).toBe('Het huis belt morgen om te vragen hoe het gaat.');
    expect(dutch(told.after)).toEqual([
      'Het huis belt: morgen.',
      'Het huis belt: vrijdag 20 november.',
      'Gaat het niet goed? Bel dan Praktijk Vaartzicht.',
    ]);
    expect(told.call[0]?.phone).toBe('0592-00 20 00');
    expect(told.arranging).toEqual([]);
  });

  it('is one quiet page when somebody died: whom to call, and not one word more', () => {
    const told = wordsOf(
      { endedAt: NOW, destination: 'died' },
      {
        barriers: [{ code: 'wmo', owner: 'municipality', due: TODAY }],
        contacts: [{ days: 2, dueDay: '2026-10-24', done: false }],
      },
    );
    expect(told.call.length).toBeGreaterThan(0);
    expect(told).toMatchObject({ quiet: true, goal: null, next: null });
    for (const part of ['stand', 'responsible', 'agreements', 'arranging', 'arranged', 'after'] as const)
      expect(told[part]).toEqual([]);
  });
});

it('a day is named as people say it', () => {
  const named = ['2026-10-22', '2026-10-23', '2026-10-28', '2026-10-29', '2026-10-21'];
  expect(named.map((day) => dayWords(day, TODAY).nl)).toEqual([
    ...['vandaag', 'morgen', 'woensdag', 'donderdag 29 oktober', 'woensdag 21 oktober'],
  ]);
});

it('whatever happens, no sentence has more than twenty words or a code in it, in either language', () => {
  const due = '2026-11-25';
  const line = { who: 'Icare', fromDay: due } as const;
  const states = ['open', 'asked', 'arranged'] as const;
  const views = DESTINATIONS.map((destination) => wordsOf({ endedAt: NOW - 40 * 86_400_000, destination }));
  const talks = MEETING_KINDS.flatMap((kind) => {
    const talk = { kind, plannedAt: NOW + 1, heldAt: null, departureDay: due, care: '', agreed: '' };
    return wordsOf({}, { meetings: [talk] }).next ?? [];
  });
  const all: Sentence[] = [
    ...BARRIER_CODES.flatMap((code) =>
      BARRIER_OWNERS.map((owner) => barrierWords({ code, owner, due }, TODAY)),
    ),
    ...RETURN_ITEMS.flatMap((item) => states.map((state) => returnWords({ ...line, item, state }, TODAY))),
    ...openWords(RETURN_ITEMS.map((item) => ({ ...line, item, state: 'open' }))),
    ...views.flatMap(({ stand, after }) => [...stand, ...after]),
    ...talks,
  ];
  expect(talks).toHaveLength(MEETING_KINDS.length);
  const sentences = all.flatMap(({ nl, en }) => [nl, en]).flatMap((text) => text.split(/[.?:]\s/));
  const codes = [...BARRIER_CODES, ...RETURN_ITEMS, ...DESTINATIONS].filter((code) => code.includes('-'));
  expect(sentences.filter((text) => text.split(/\s+/).length > 20)).toEqual([]);
  expect(sentences.filter((text) => codes.some((code) => text.includes(code)))).toEqual([]);
  expect(sentences.filter((text) => /undefined|null|NaN/.test(text))).toEqual([]);
});
