import { describe, expect, it } from 'vitest';
import { assuredPhase, assuredSince } from './decide/assured.ts';
import { needsBeside, needsChosen } from './decide/beside.ts';
import { dangerIn } from './decide/danger-v1.ts';
import { kindsFor, needsIn } from './decide/hear.ts';
import { hoursOf, isOpenAt, weekMoment } from './decide/hours.ts';
import { KIND_CODES, kindsOf } from './decide/kinds.ts';
import { NEEDS_V1 } from './decide/needs-v1.ts';
import { type Weighed, weightOf } from './decide/rank.ts';

const heard = (question: string): string[] => needsIn(question).map(({ need }) => need.code);
const kinds = (question: string): string[] => kindsFor(needsIn(question)).map(({ kind }) => kind);

describe('what somebody says is the matter', () => {
  it.each([
    ['Ik kan niet slapen', 'sleep'],
    ['ik slaap zo slecht', 'sleep'],
    ['ik lig steeds wakker', 'sleep'],
    ['ik kan de rekeningen niet meer betalen', 'debts'],
    ['de deurwaarder komt', 'debts'],
    ['ik voel me eenzaam', 'lonely'],
    ['ik ben bang voor mijn man', 'violence'],
    ['mijn vrouw is dement', 'memory'],
    ['mijn man is overleden', 'grief'],
    ['ik wil nederlands leren', 'language'],
    ['ruzie met de buren', 'neighbours'],
    ['ik wil niet meer leven', 'despair'],
    ['we worden het huis uit gezet', 'eviction'],
  ])('“%s” is heard as %s', (question, need) => {
    expect(heard(question)).toContain(need);
  });

  it.each([
    ['ik ben eezaam', 'lonely'],
    ['slapeloosheit', 'sleep'],
    ['ik heb schuleden', 'debts'],
    ['alchohol', 'alcohol'],
    ['mantelzrog', 'caring'],
  ])('“%s” is heard although it is typed wrong', (question, need) => {
    expect(heard(question)).toContain(need);
  });

  it('is not what one empty word of it might mean', () => {
    expect(heard('ik kan niet slapen')).toEqual(['sleep']);
    expect(heard('hulp in het dagelijks leven')).not.toContain('despair');
  });

  it('is not a mistyped word of another need when it is a word of its own', () => {
    expect(heard('ik slaap niet van de schulden')).toEqual(['sleep', 'debts']);
  });

  it('is nothing when nothing was said', () => {
    expect([heard(''), heard('ik wil hulp'), heard('xqzt')]).toEqual([[], [], []]);
  });

  it('may be answered by what lies behind it: who sleeps badly also finds debt help and the practice nurse', () => {
    expect(kinds('ik kan niet slapen')).toEqual(
      expect.arrayContaining(['sleep-course', 'gp-nurse', 'debt-help', 'buddy']),
    );
  });
});

describe('the published list', () => {
  it('has sixty needs, each code once, each with words and kinds that exist', () => {
    expect(NEEDS_V1.length).toBeGreaterThanOrEqual(60);
    expect(new Set(NEEDS_V1.map(({ code }) => code)).size).toBe(NEEDS_V1.length);
    const answering = new Set(NEEDS_V1.flatMap((need) => Object.keys(need.kinds)));
    expect(KIND_CODES.filter((code) => !answering.has(code))).toEqual([]);
  });

  it('finds each need by each of its own words', () => {
    const lost = NEEDS_V1.flatMap(({ code, words }) =>
      words.filter((word) => !heard(word).includes(code)).map((word) => `${code}: ${word}`),
    );
    expect(lost).toEqual([]);
  });
});

describe('what kind of help a service is', () => {
  it('is what it carries; else what it is called; else what it tells', () => {
    expect(kindsOf({ terms: ['buddy', 'onbekend'], name: 'Slaapcursus', about: '' })).toEqual(['buddy']);
    expect(kindsOf({ terms: [], name: 'Slaapcursus Assen', about: 'Ook over schulden.' })).toEqual([
      'sleep-course',
    ]);
    expect(kindsOf({ terms: [], name: 'De Linde', about: 'Voor wie schulden heeft.' })).toEqual([
      'debt-help',
    ]);
  });
});

describe('when a service is open', () => {
  const [friday] = hoursOf({ byday: 'FR', opens_at: '22:00', closes_at: '02:00' });
  it('counts a night that began yesterday', () => {
    const week = friday === undefined ? [] : [friday];
    expect(isOpenAt(week, weekMoment('2026-11-27', 23 * 60))).toBe(true);
    expect(isOpenAt(week, weekMoment('2026-11-28', 60))).toBe(true);
    expect(isOpenAt(week, weekMoment('2026-11-28', 3 * 60))).toBe(false);
    expect(isOpenAt(week, weekMoment('2026-11-27', 60))).toBe(false);
  });
  it('is not known when nobody said it, or only once a month', () => {
    expect(isOpenAt([], weekMoment('2026-11-27', 0))).toBeNull();
    expect(hoursOf({ freq: 'MONTHLY', opens_at: '09:00', closes_at: '12:00' })).toEqual([]);
  });
});

describe('how old the word of a service is', () => {
  it.each([
    ['2026-11-23', 'fresh'],
    ['2026-05-28', 'fresh'],
    ['2026-05-27', 'asked'],
    ['2025-11-28', 'marked'],
    ['2025-06-01', 'hidden'],
    [null, 'marked'],
  ] as const)('assured on %s it is %s', (day, phase) => {
    expect(assuredPhase(day, assuredSince('2026-11-23'))).toBe(phase);
  });
});

describe('what stands first', () => {
  const plain: Weighed = {
    ...{ fit: 2, word: 0.1, metres: 5_000, openNow: null, state: 'open', weeks: null },
    ...{ assured: 'fresh', reachable: true },
  };
  it('is what was made for it, also further away; then what is near, has room and can be reached', () => {
    expect(weightOf({ ...plain, fit: 3, metres: 25_000 })).toBeGreaterThan(weightOf(plain));
    for (const worse of [
      { metres: 20_000 },
      { state: 'closed' as const },
      { state: 'waiting' as const, weeks: 20 },
      { assured: 'marked' as const },
      { reachable: false },
    ])
      expect(weightOf({ ...plain, ...worse })).toBeLessThan(weightOf(plain));
  });
});

describe('the first question', () => {
  const besideOf = (words: string) => needsBeside(needsIn(words)).map(({ code }) => code);
  it('names what may lie behind what was said, and never what was said already', () => {
    expect(besideOf('ik kan niet slapen')).toContain('debts');
    expect(besideOf('ik kan niet slapen')).not.toContain('sleep');
    expect(besideOf('xqzt')).toEqual([]);
  });
  it('takes a tapped need as said, and no code that is none', () => {
    expect(needsChosen(['debts', 'nothing-of-ours']).map(({ need }) => need.code)).toEqual(['debts']);
  });
  it.each([
    ['Ik wil niet meer leven', ['self-harm']],
    ['ik denk aan zelfmoord', ['self-harm']],
    ['mijn man slaat mij', ['violence']],
    ['ik ben doodmoe en wil slapen', []],
    ['mijn man is overleden', []],
  ])('shows whom to call after “%s”', (words, codes) => {
    expect(dangerIn(words).map(({ code }) => code)).toEqual(codes);
  });
});

describe('informal care and volunteers on the map', () => {
  it.each([
    ['mijn vader wil iemand om mee te wandelen', 'buddy'],
    ['ik zoek een maatje voor mijn moeder', 'buddy'],
    ['hoe kom ik bij de dokter zonder auto', 'transport'],
    ['ik kan niet meer met de bus', 'transport'],
    ['mijn man kan niet meer koken', 'meals'],
    ['warm eten aan huis', 'meals'],
    ['ik zorg voor mijn man en ben moe', 'carer-support'],
    ['wie neemt het zorgen een dag over', 'respite'],
  ])('“%s” finds %s', (words, kind) => {
    expect(kinds(words)).toContain(kind);
  });
});
