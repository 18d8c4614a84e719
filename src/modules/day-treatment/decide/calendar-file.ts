import { isoFromInstant } from '#kernel/calendar.ts';
import type { Instant, Interval } from '#kernel/interval.ts';

/** One moment for somebody's own calendar. */
export interface CalendarMoment {
  /** The same for every telling of one visit, so that a calendar moves what it has. */
  readonly id: string;
  /** Counts up with every telling. */
  readonly sequence: number;
  readonly madeAt: Instant;
  readonly during: Interval;
  readonly title: string;
  readonly place: string;
  readonly words: string;
  /** It does not take place: the calendar takes it out. */
  readonly gone: boolean;
}

const MOST_OCTETS = 75;

/** How many octets a character takes on the wire. */
const octetsOf = (character: string): number => {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code < 0x10000 ? 3 : 4;
};

/** A line of at most 75 octets; what is longer goes on in the next line after a space (RFC 5545, 3.1). */
const folded = (line: string): string => {
  let out = '';
  let octets = 0;
  for (const character of line) {
    const more = octetsOf(character);
    if (octets + more > MOST_OCTETS) {
      out += '\r\n ';
      octets = 1;
    }
    out += character;
    octets += more;
  }
  return out;
};

/** Text as a calendar file holds it (RFC 5545, 3.3.11). */
const text = (value: string): string =>
  value.replace(/[\\;,]/g, (sign) => `\\${sign}`).replace(/\r\n|\r|\n/g, '\\n');

/** `20261124T083000Z`: in UTC, so that no calendar needs to know our clock. */
const utc = (at: Instant): string => `${isoFromInstant(at).slice(0, 19).replace(/[-:]/g, '')}Z`;

/** How a calendar must take the file. */
export const calendarMethod = ({ gone }: Pick<CalendarMoment, 'gone'>): 'PUBLISH' | 'CANCEL' =>
  gone ? 'CANCEL' : 'PUBLISH';

/** The moment as a file that every calendar reads (RFC 5545). */
export const calendarFile = (moment: CalendarMoment): string =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Verkeerstoren//Thuiskamer//NL',
    'CALSCALE:GREGORIAN',
    `METHOD:${calendarMethod(moment)}`,
    'BEGIN:VEVENT',
    `UID:${moment.id}@verkeerstoren`,
    `SEQUENCE:${moment.sequence}`,
    `DTSTAMP:${utc(moment.madeAt)}`,
    `DTSTART:${utc(moment.during.from)}`,
    `DTEND:${utc(moment.during.until)}`,
    `SUMMARY:${text(moment.title)}`,
    `LOCATION:${text(moment.place)}`,
    `DESCRIPTION:${text(moment.words)}`,
    `STATUS:${moment.gone ? 'CANCELLED' : 'CONFIRMED'}`,
    'TRANSP:OPAQUE',
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ]
    .map(folded)
    .join('\r\n');
