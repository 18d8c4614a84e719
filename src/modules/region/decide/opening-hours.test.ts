import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Hours, ordered, readHours, writeHours } from './opening-hours.ts';

const all = (weekday: number, opens: number, closes: number): Hours => ({
  product: null,
  weekday,
  opens: opens * 60,
  closes: closes * 60,
});

describe('admission hours in a file', () => {
  it('are read as people write them, in Dutch and in English', () => {
    const expected = ordered([...[1, 2, 3, 4, 5].map((day) => all(day, 9, 17)), all(6, 10, 13)]);
    expect(readHours('ma-vr 09:00-17:00 | za 10:00-13:00')).toEqual(expected);
    expect(readHours('mon-fri 9.00-17.00 | Sat 10:00 - 13:00')).toEqual(expected);
  });

  it('may be for one kind of care', () => {
    expect(readHours('elv-palliative: zo 00:00-24:00')).toEqual([
      { product: 'elv-palliative', weekday: 7, opens: 0, closes: 1440 },
    ]);
  });

  it('are none when nothing is written', () => {
    expect(readHours('')).toEqual([]);
    expect(writeHours([])).toBe('');
  });

  it.each([
    'altijd',
    'ma-vr 17:00-09:00',
    'vr-ma 09:00-17:00',
    'ma 09:00-25:00',
    'ma 09:70-10:00',
    'hotel: ma 09:00-17:00',
    'ma 9-17',
  ])('are not understood as “%s”', (text) => expect(readHours(text)).toBeNull());

  it('are read again as they were written', () => {
    const hours = fc.record({
      product: fc.constantFrom(null, 'elv-low', 'grz' as const),
      weekday: fc.integer({ min: 1, max: 7 }),
      opens: fc.integer({ min: 0, max: 1438 }),
      closes: fc.integer({ min: 1, max: 1440 }),
    });
    fc.assert(
      fc.property(
        fc.array(
          hours.filter((each) => each.opens < each.closes),
          { maxLength: 12 },
        ),
        (list) => {
          expect(readHours(writeHours(list))).toEqual(ordered(list));
        },
      ),
    );
  });
});
