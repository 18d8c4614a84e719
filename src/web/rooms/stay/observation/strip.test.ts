import { describe, expect, it } from 'vitest';
import { type PlanTask, plotOf, pointsOf, type StripRow, taskStates } from './strip.ts';

const DAYS = ['2026-10-16', '2026-10-17', '2026-10-18'];
const row = (values: readonly (number | null)[], change: Partial<StripRow> = {}): StripRow => ({
  kind: 'pressure-drop',
  limit: { at: -20, side: 'below' },
  days: DAYS.map((day, index) => {
    const value = values[index] ?? null;
    return { day, values: value === null ? null : [value], out: value !== null && value <= -20 };
  }),
  ...change,
});

describe('a line over the days', () => {
  it('joins a dot to the one before it, over a day on which nothing was measured', () => {
    expect(pointsOf(row([-32, null, -8]), DAYS)).toEqual([
      { day: DAYS[0], value: -32, out: true, before: null },
      { day: DAYS[2], value: -8, out: false, before: { value: -32, daysAgo: 2 } },
    ]);
  });

  it('lies inside its row, higher is higher, and the band begins at the limit', () => {
    const { top, band } = plotOf(row([-55, null, 4]));
    expect(top(4)).toBeLessThan(top(-20));
    expect(top(-20)).toBeLessThan(top(-55));
    expect(top(4)).toBeGreaterThanOrEqual(30);
    expect(top(-55)).toBeLessThanOrEqual(90);
    expect(band).toMatchObject({ top: top(-20), side: 'below' });
    expect(plotOf(row([5], { kind: 'restlessness', limit: { at: 3, side: 'above' } })).band?.side).toBe(
      'above',
    );
    expect(plotOf(row([5], { kind: 'sleep', limit: null })).band).toBeNull();
  });
});

describe('the plan of today', () => {
  const task = (id: string, day: string, change: Partial<PlanTask> = {}): PlanTask => ({
    ...{ id, day, minutes: null, kind: 'other', label: id },
    ...{ doneAt: null, doneBy: null, skipped: null, version: 1 },
    ...change,
  });
  it('says what is due: what should have been, and of today what has a time', () => {
    const states = taskStates(
      [
        task('late', '2026-10-16'),
        task('done', '2026-10-16', { doneAt: '2026-10-16T10:00:00Z', doneBy: 'Oefen' }),
        task('skipped', '2026-10-17', { skipped: 'Al gedaan' }),
        task('stairs', '2026-10-17'),
        task('team', '2026-10-17', { minutes: 840 }),
        task('home', '2026-10-18'),
      ],
      '2026-10-17',
    );
    expect(Object.fromEntries(states)).toEqual({
      ...{ late: 'due', done: 'done', skipped: 'skipped' },
      ...{ stairs: 'open', team: 'due', home: 'open' },
    });
  });

  it('has nothing due once the stay is over', () => {
    expect([...taskStates([task('left', '2026-10-16')], null).values()]).toEqual(['open']);
  });
});
