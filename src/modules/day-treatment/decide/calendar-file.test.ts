import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CalendarMoment, calendarFile } from './calendar-file.ts';

const moment = (change: Partial<CalendarMoment> = {}): CalendarMoment => ({
  ...{ id: 'visit', sequence: 2, madeAt: Date.parse('2026-11-20T09:10:11.500Z') },
  during: { from: Date.parse('2026-11-24T08:30:00Z'), until: Date.parse('2026-11-24T09:35:00Z') },
  ...{ title: 'Afspraak Thuiskamer', place: 'Hereweg 12, Assen', words: 'Bel 0592.', gone: false },
  ...change,
});
const lines = (change: Partial<CalendarMoment> = {}): string[] => calendarFile(moment(change)).split('\r\n');
/** As a reader puts folded lines together again and reads what is in them. */
const read = (file: string, name: string): string =>
  (
    file
      .replaceAll('\r\n ', '')
      .split('\r\n')
      .find((line) => line.startsWith(`${name}:`)) ?? ''
  )
    .slice(name.length + 1)
    .replace(/\\(.)/gs, (_, sign: string) => (sign === 'n' ? '\n' : sign));

describe('a moment as a calendar file', () => {
  it('says when in the time of the world, so that no calendar needs to know our clock', () => {
    expect(lines()).toContain('DTSTART:20261124T083000Z');
    expect(lines()).toContain('DTEND:20261124T093500Z');
    expect(lines()).toContain('DTSTAMP:20261120T091011Z');
    expect(lines()).toEqual(expect.arrayContaining(['METHOD:PUBLISH', 'STATUS:CONFIRMED', 'SEQUENCE:2']));
  });

  it('that does not take place is taken out under the same name', () => {
    expect(lines({ gone: true })).toEqual(
      expect.arrayContaining(['METHOD:CANCEL', 'STATUS:CANCELLED', 'UID:visit@verkeerstoren']),
    );
  });

  it('holds whatever somebody writes, in lines of at most 75 octets', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (words) => {
        const clean = words.replace(/\p{Cc}/gu, '');
        const file = calendarFile(moment({ words: `${clean}\nnieuw` }));
        const octets = file.split('\r\n').map((line) => new TextEncoder().encode(line).length);
        expect(Math.max(...octets)).toBeLessThanOrEqual(75);
        expect(read(file, 'DESCRIPTION')).toBe(`${clean}\nnieuw`);
      }),
    );
  });
});
