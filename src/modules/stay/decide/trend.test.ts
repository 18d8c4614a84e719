import { describe, expect, it } from 'vitest';
import type { RowKind } from '#modules/stay/types-observation.ts';
import { SCALES } from './scales.ts';
import { proposalsOf } from './seen-words.ts';
import { type Seen, type TrendDay, trendOf } from './trend.ts';

const DAYS = ['2026-10-24', '2026-10-25', '2026-10-26'];

let clock = 0;
const seen = (
  kind: Seen['kind'],
  day: string,
  measured: Seen['measured'],
  more: Partial<Seen> = {},
): Seen => ({
  ...{ kind, day, measured, dayPart: 'morning', at: clock++ },
  ...more,
});
const signs = (count: number) =>
  Object.fromEntries(SCALES.dos.items.map(({ code }, index) => [code, index < count ? 1 : 0]));
const row = (kind: RowKind, all: readonly Seen[]): readonly TrendDay[] =>
  trendOf(all, DAYS).find((each) => each.kind === kind)?.days ?? [];
const values = (kind: RowKind, all: readonly Seen[]) => row(kind, all).map((day) => day.values);

describe('the strip', () => {
  it('has every row and every day, also of what was never seen', () => {
    const rows = trendOf([], DAYS);
    expect(rows.map(({ kind }) => kind)).toEqual([
      'sleep',
      'meals',
      'pressure-drop',
      'restlessness',
      'walking',
    ]);
    for (const { days } of rows)
      expect(days.map(({ values: none, out }) => [none, out])).toEqual(Array(3).fill([null, false]));
  });

  it('takes the last of the hours, the furthest walk, and the deepest drop of a day', () => {
    const all = [
      seen('sleep', DAYS[0] as string, { hours: 3 }),
      seen('sleep', DAYS[0] as string, { hours: 4 }),
      seen('walking', DAYS[1] as string, { metres: 80 }),
      seen('walking', DAYS[1] as string, { metres: 45 }),
      seen('blood-pressure', DAYS[2] as string, { lying: 140, standing: 118 }),
      seen('blood-pressure', DAYS[2] as string, { lying: 140, standing: 135 }),
      seen('blood-pressure', DAYS[1] as string, { lying: 150 }),
    ];
    for (const order of [all, all.toReversed()]) {
      expect(values('sleep', order)).toEqual([[4], null, null]);
      expect(values('walking', order)).toEqual([null, [80], null]);
      expect(values('pressure-drop', order)).toEqual([null, null, [-22]]);
      expect(row('pressure-drop', order)[2]?.out).toBe(true);
    }
  });

  it('lays three meals side by side; what nobody saw is not nothing eaten', () => {
    const day = DAYS[0] as string;
    const all = [
      seen('meal', day, { part: 0 }, { dayPart: 'morning' }),
      seen('meal', day, { part: 0.5 }, { dayPart: 'morning' }),
      seen('meal', day, { part: 1 }, { dayPart: 'evening' }),
    ];
    expect(values('meals', all)[0]).toEqual([0.5, null, 1]);
  });

  it('is the mean of the shifts for restlessness, judged before it is rounded', () => {
    const of = (...counts: number[]) =>
      row(
        'restlessness',
        counts.map((count) => seen('restlessness', DAYS[0] as string, signs(count))),
      )[0];
    expect(of(5, 4, 0)).toMatchObject({ values: [3], out: true });
    expect(of(4, 4, 0)).toMatchObject({ values: [2.7], out: false });
  });

  it('stays the same row when five hundred observations come in any order', () => {
    const many = Array.from({ length: 500 }, (_, index) =>
      seen('walking', DAYS[index % 3] as string, { metres: index }),
    );
    expect(values('walking', many.toReversed())).toEqual([[498], [499], [497]]);
  });
});

describe('what the strip offers for the letter', () => {
  it('says from where to where, and how often it was out of range', () => {
    const rows = trendOf(
      [
        seen('sleep', DAYS[0] as string, { hours: 4 }),
        seen('sleep', DAYS[2] as string, { hours: 6.5 }),
        seen('blood-pressure', DAYS[0] as string, { lying: 140, standing: 108 }),
        seen('blood-pressure', DAYS[1] as string, { lying: 140, standing: 132 }),
        seen('meal', DAYS[0] as string, { part: 1 }, { dayPart: 'evening' }),
        seen('meal', DAYS[1] as string, { part: 0.5 }, { dayPart: 'evening' }),
        seen('walking', DAYS[1] as string, { metres: 30 }),
      ],
      DAYS,
    );
    expect(proposalsOf(rows).map(({ nl }) => nl)).toEqual([
      'Bloeddruk bij opstaan: −32 naar −8 punten. Te veel gedaald op 1 van 2 dagen.',
      'Slaap: 4 naar 6,5 uur per nacht.',
      'Eten: 1 van 2 maaltijden helemaal op.',
      'Lopen: 30 meter achter elkaar.',
    ]);
    expect(proposalsOf(rows)[1]?.en).toBe('Sleep: 4 to 6.5 hours a night.');
    expect(proposalsOf(trendOf([], DAYS))).toEqual([]);
  });
});
