import { describe, expect, it } from 'vitest';
import type { GridVisit, HalfDayView } from '#modules/day-treatment/contract.ts';
import {
  boxesOn,
  careHeight,
  columnsOf,
  familyName,
  firstOpen,
  mainSeat,
  mondayOf,
  mustMoveIn,
  nowColumn,
  placeIn,
  walkOf,
  weekNumber,
} from './grid.ts';

const at = (clock: string): string => `2026-10-22T${clock}:00Z`;

const visit = (change: Partial<GridVisit> = {}): GridVisit => ({
  ...{ id: 'visit', orderId: 'order', number: 1, of: 2, state: 'planned', group: 'iron' },
  ...{ treatment: 'Ferriderisomaltose', from: at('11:00'), setUpUntil: at('11:15') },
  ...{ runsUntil: at('11:35'), until: at('12:05') },
  seats: [
    { chairId: 'a', from: at('11:00'), until: at('11:15') },
    { chairId: 'b', from: at('11:15'), until: at('12:05') },
  ],
  ...{ nurseId: 'nurse', locked: false, confirmed: false, drugReady: true },
  told: { invited: null, confirmed: null, asks: null, wish: null, suits: null, call: null },
  ...{ person: null, mustMove: null, version: 1 },
  ...change,
});

const halfDay = (change: Partial<HalfDayView> = {}): HalfDayView => ({
  ...{ id: 'half', unitId: 'unit', day: '2026-10-22', part: 'afternoon' },
  ...{ opens: at('10:00'), closes: at('14:00'), closed: null, closedNote: null, holiday: null },
  ...{ standstill: null, nurses: [], visits: [], taken: [], load: null, version: 1 },
  ...change,
});

describe('a visit on the grid', () => {
  it('lies on each of its chairs for as long as somebody sits there, with its phases', () => {
    const day = halfDay({ visits: [visit()] });
    expect(boxesOn(day, 'a')).toMatchObject([{ left: 25, width: 6.25, setUp: 100, running: 100 }]);
    expect(boxesOn(day, 'b')).toMatchObject([{ left: 31.25, setUp: 0, running: 40 }]);
    expect(boxesOn(day, 'c')).toEqual([]);
  });

  it('outside the hours is cut off at the doors, and of another day is not there', () => {
    expect(placeIn(halfDay(), at('13:00'), at('15:00'))).toEqual({ left: 75, width: 25 });
    expect(placeIn(halfDay(), at('14:00'), at('15:00'))).toBeNull();
  });

  it('is walked over chair by chair, and on a chair by time; one without a chair is nowhere', () => {
    const on = (id: string, chairId: string, from: string): GridVisit =>
      visit({ id, from: at(from), seats: [{ chairId, from: at(from), until: at('13:30') }] });
    const visits = [
      on('late', 'a', '12:00'),
      on('other', 'b', '10:00'),
      on('early', 'a', '10:30'),
      visit({ id: 'nowhere', seats: [] }),
    ];
    const walk = walkOf(halfDay({ visits }), [{ id: 'a' }, { id: 'b' }]);
    expect(walk.map(({ id }) => id)).toEqual(['early', 'late', 'other']);
  });

  it('is named on the chair where somebody sits longest', () => {
    expect(mainSeat(visit())?.chairId).toBe('b');
    expect(mainSeat(visit({ seats: [] }))).toBeUndefined();
  });

  it('that cannot stay is found', () => {
    const visits = [visit(), visit({ id: 'move', mustMove: 'nurse-away' })];
    expect(mustMoveIn({ halfDays: [halfDay({ visits })] }).map(({ id }) => id)).toEqual(['move']);
  });
});

describe('the half-days of a week', () => {
  it('open at the first that is open and not over; else at the first', () => {
    const days = [
      halfDay({ id: 'over', closes: at('09:00') }),
      halfDay({ id: 'shut', standstill: 'closed' }),
      halfDay({ id: 'open' }),
    ];
    expect(firstOpen(days, Date.parse(at('09:30')))?.id).toBe('open');
    expect(firstOpen(days.slice(0, 2), Date.parse(at('09:30')))?.id).toBe('over');
    expect(firstOpen([], 0)).toBeUndefined();
  });

  it('are drawn at one height, the line and the busiest quarter below the top', () => {
    const load = (line: number, most: number) => ({ line, quarters: [], most, tooMuch: most > line });
    const days = [halfDay({ load: load(8, 5) }), halfDay({ load: load(12, 14) }), halfDay()];
    expect(careHeight(days)).toBeCloseTo(22.4);
    expect(careHeight([halfDay()])).toBeCloseTo(6.4);
  });

  it('stand side by side with one opened wide; where there is room for one day, both its halves', () => {
    const days = [halfDay({ id: 'one' }), halfDay({ id: 'two' }), halfDay({ id: 'next', day: '2026-10-23' })];
    const wide = columnsOf(days, days[1], true).map(({ halfDay: { id }, wide: open }) => [id, open]);
    expect(wide).toEqual([
      ['one', false],
      ['two', true],
      ['next', false],
    ]);
    expect(columnsOf(days, days[1], false).map(({ halfDay: { id } }) => id)).toEqual(['one', 'two']);
    expect(columnsOf(days, undefined, false)).toEqual([]);
  });

  it('know where now is: in the one that runs, over noon at the one that comes, at night nowhere', () => {
    const days = [
      halfDay({ id: 'morning', part: 'morning', opens: at('06:30'), closes: at('10:00') }),
      halfDay({ id: 'afternoon', opens: at('11:00'), closes: at('14:00') }),
    ];
    const column = (clock: string): number =>
      nowColumn(columnsOf(days, days[0], true), Date.parse(at(clock)));
    expect(['05:00', '07:00', '10:30', '12:00', '15:00'].map(column)).toEqual([-1, 0, 1, 1, -1]);
  });

  it('have a Monday and a number', () => {
    expect(mondayOf('2026-10-25')).toBe('2026-10-19');
    expect(mondayOf('2026-10-19')).toBe('2026-10-19');
    expect(weekNumber('2026-10-19')).toBe(43);
    expect(weekNumber('2026-12-28')).toBe(53);
    expect(weekNumber('2024-12-30')).toBe(1);
  });
});

describe('a family name', () => {
  it.each([
    ['Roelofje Vos', 'Vos'],
    ['Jan van der Berg', 'van der Berg'],
    ['Mw. J. Vos', 'Vos'],
    ['Mw. Reinders', 'Reinders'],
    ['Okken', 'Okken'],
    ['J. M.', 'M.'],
  ])('of %s is %s', (name, family) => expect(familyName(name)).toBe(family));
});
