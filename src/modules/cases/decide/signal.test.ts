import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CONTACT_KINDS, type ContactKind, type SignCode } from '#modules/cases/types-signal.ts';
import { recurring } from './signal.ts';
import { SIGNAL_V1 } from './signal-v1.ts';

const TODAY = 20_000;

interface Line {
  readonly who: number;
  readonly ago: number;
  readonly kind?: ContactKind;
  readonly reason?: string;
  readonly helper?: string;
}

/** What is found in these contacts of a practice of so many women of fifty, or of people of these ages. */
const found = (lines: readonly Line[], people: number | readonly number[] = 100) => {
  const ages = typeof people === 'number' ? Array.from({ length: people }, () => 50) : people;
  const reasons = ['', ...new Set(lines.map(({ reason }) => reason ?? '').filter((each) => each !== ''))];
  const helpers = ['', ...new Set(lines.map(({ helper }) => helper ?? '').filter((each) => each !== ''))];
  const column = (of: (line: Line) => number) => Int32Array.from(lines, of);
  return recurring(
    {
      contacts: {
        person: column(({ who }) => who),
        day: column(({ ago }) => TODAY - ago),
        kind: column(({ kind }) => CONTACT_KINDS.indexOf(kind ?? 'consult')),
        reason: column(({ reason }) => reasons.indexOf(reason ?? '')),
        helper: column(({ helper }) => helpers.indexOf(helper ?? '')),
      },
      people: {
        born: Int32Array.from(ages, (age) => TODAY - Math.round(age * 365.25) - 30),
        sex: new Uint8Array(ages.length),
      },
      reasons,
    },
    SIGNAL_V1,
    TODAY,
  );
};

/** 0, 1, 2 … */
const upTo = (count: number): number[] => Array.from({ length: count }, (_, at) => at);
const times = (count: number, of: (at: number) => Line): Line[] => upTo(count).map(of);
const codes = (
  lines: readonly Line[],
  people?: number | readonly number[],
): (readonly [number, SignCode[]])[] =>
  found(lines, people).map(({ person, signs }) => [person, signs.map(({ code }) => code)]);

describe('a question that comes back', () => {
  it('is six times in 90 days for sleep without social help, and says so in figures', () => {
    const lines = times(6, (at) => ({ who: 7, ago: at * 17, reason: 'P06' }));
    const [only, ...others] = found(lines);
    expect(others).toEqual([]);
    expect(only?.person).toBe(7);
    expect(only?.signs).toContainEqual({ code: 'same-reason', reason: 'P06', contacts: 6, days: 90 });
    expect(only?.signs).toContainEqual({ code: 'no-social', days: 365 });
  });

  it.each<[string, Line[]]>([
    ['four times', times(4, (at) => ({ who: 1, ago: at, reason: 'P06' }))],
    ['five times, each for something else', times(5, (at) => ({ who: 1, ago: at, reason: `A0${at}` }))],
    ['five times without a reason', times(5, (at) => ({ who: 1, ago: at }))],
    ['five planned check-ups', times(5, (at) => ({ who: 1, ago: at, reason: 'T90', kind: 'planned' }))],
    [
      'five times, the first 90 days ago',
      times(5, (at) => ({ who: 1, ago: at === 4 ? 90 : at, reason: 'P06' })),
    ],
    ['five times, one of them to come', times(5, (at) => ({ who: 1, ago: at - 1, reason: 'P06' }))],
  ])('is not %s', (_, lines) => {
    expect(codes(lines)).toEqual([]);
  });

  it('is four helpers in 60 days, and not four in 61', () => {
    const helped = (last: number) =>
      times(4, (at) => ({ who: 3, ago: at === 3 ? last : at, helper: `HA-${at}` }));
    expect(codes(helped(59))).toEqual([[3, ['frequent', 'many-helpers', 'no-social']]]);
    expect(codes(helped(60))).toEqual([]);
  });

  it('is being frequent three years on end; one busy year alone is no reason to propose anything', () => {
    const busy = (years: number[]) =>
      years.flatMap((year) => times(12, (at) => ({ who: 5, ago: year * 365 + at * 20 + 95 })));
    const [only] = found(busy([0, 1, 2]));
    expect(only?.signs[0]).toEqual({ code: 'persistent', perYear: [12, 12, 12] });
    expect(codes(busy([0]))).toEqual([]);
    expect(codes(busy([0, 1]))).toEqual([]);
  });

  it('is told without the loneliness of who has social help: a contact, or a reason that says so', () => {
    const lines = times(5, (at) => ({ who: 1, ago: at, reason: 'P06' }));
    const alone = (more: Line[]) =>
      found([...lines, ...more])[0]?.signs.some(({ code }) => code === 'no-social');
    expect(alone([])).toBe(true);
    expect(alone([{ who: 1, ago: 300, kind: 'social' }])).toBe(false);
    expect(alone([{ who: 1, ago: 300, reason: 'Z68' }])).toBe(false);
    expect(alone([{ who: 1, ago: 400, kind: 'social' }])).toBe(true);
    expect(alone([{ who: 2, ago: 300, kind: 'social' }])).toBe(true);
  });
});

describe('frequent', () => {
  const threeYears = (who: number, contacts: number) =>
    [0, 1, 2].flatMap((year) => times(contacts, (at) => ({ who, ago: year * 365 + 100 + at })));

  it('is never more than one in ten of a group, whoever is equal at the edge', () => {
    const lines = upTo(11).flatMap((who) => threeYears(who, 8));
    expect(codes(lines)).toEqual([]);
    const ten = codes(lines.filter(({ who }) => who < 10));
    expect(ten.map(([person]) => person)).toEqual(upTo(10));
  });

  it('is measured among people of the same age', () => {
    const ages = upTo(100).map((who) => (who < 50 ? 25 : 80));
    const lines = [...threeYears(0, 6), ...upTo(50).flatMap((at) => threeYears(50 + at, 9))];
    expect(codes(lines, ages)).toEqual([[0, ['persistent', 'no-social']]]);
  });

  it('says nothing in a group of fewer than twenty', () => {
    expect(codes(threeYears(0, 30), 19)).toEqual([]);
    expect(codes(threeYears(0, 30), 20)).toHaveLength(1);
  });
});

it('is the same in whatever order the contacts come in, and only ever about who had contact', () => {
  const line = fc.record({
    who: fc.nat(39),
    ago: fc.nat(1_200),
    kind: fc.constantFrom(...CONTACT_KINDS),
    reason: fc.constantFrom('', 'P06', 'A04', 'Z68'),
    helper: fc.constantFrom('', 'HA-1', 'HA-2', 'POH', 'HAP'),
  });
  fc.assert(
    fc.property(
      fc
        .array(line, { maxLength: 400 })
        .chain((lines) =>
          fc.tuple(fc.constant(lines), fc.shuffledSubarray(lines, { minLength: lines.length })),
        ),
      ([lines, shuffled]) => {
        const seen = found(lines, 40);
        expect(found(shuffled, 40)).toEqual(seen);
        const attending = new Set(lines.map(({ who }) => who));
        expect(seen.every(({ person }) => attending.has(person))).toBe(true);
      },
    ),
    { numRuns: 60 },
  );
});
