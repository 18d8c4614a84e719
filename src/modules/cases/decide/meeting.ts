import type { Instant } from '#kernel/interval.ts';
import { MINUTE } from '#kernel/interval.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import type { Meeting, MeetingCode, NoteLine } from '#modules/cases/types-meeting.ts';

/** May a meeting be set for this moment? Who sits together now may say so a little late. */
export const decideMeeting = (at: Instant, now: Instant): Result<null, Refusal<MeetingCode>> =>
  at < now - 60 * MINUTE ? refuse({ code: 'meeting-in-past' }) : ok(null);

/** May anything be written in the note of this meeting? */
export const decideNote = ({ cancelled }: Meeting): Result<null, Refusal<MeetingCode>> =>
  cancelled === null ? ok(null) : refuse({ code: 'meeting-cancelled' });

/** May this line become a decision or an action? Once, and not when nothing stands in it. */
export const decideBecome = (line: NoteLine | null): Result<NoteLine, Refusal<MeetingCode>> => {
  if (line === null) return refuse({ code: 'line-unknown' });
  if (line.text === '') return refuse({ code: 'line-empty' });
  return line.kind === 'note' ? ok(line) : refuse({ code: 'line-settled' });
};

const stampOf = (iso: string): string => iso.replace(/[-:]|\.\d+/g, '');
const escaped = (text: string): string =>
  text.replace(/[\\;,]/g, (sign) => `\\${sign}`).replace(/\r?\n/g, '\\n');
/** RFC 5545: no line longer than 75 octets; these are short words, so letters of two octets are counted as two. */
const folded = (line: string): string => {
  const rows = [''];
  let size = 0;
  for (const letter of line) {
    const octets = letter.codePointAt(0) as number;
    const width = octets < 0x80 ? 1 : octets < 0x800 ? 2 : octets < 0x10000 ? 3 : 4;
    if (size + width > 73) {
      rows.push(' ');
      size = 1;
    }
    rows[rows.length - 1] += letter;
    size += width;
  }
  return rows.join('\r\n');
};

/** The invitation as a calendar file: when, where and which case by its code. Not who it is about, nor what it is about. */
export const invitationOf = (of: {
  readonly meeting: Pick<Meeting, 'id' | 'place' | 'cancelled'>;
  readonly code: string;
  readonly from: string;
  readonly until: string;
  readonly now: string;
}): string =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Verkeerstoren//Overleg//NL',
    `METHOD:${of.meeting.cancelled === null ? 'PUBLISH' : 'CANCEL'}`,
    'BEGIN:VEVENT',
    `UID:${of.meeting.id}`,
    `DTSTAMP:${stampOf(of.now)}`,
    `DTSTART:${stampOf(of.from)}`,
    `DTEND:${stampOf(of.until)}`,
    `SUMMARY:${escaped(`Overleg ${of.code}`)}`,
    `LOCATION:${escaped(of.meeting.place)}`,
    `STATUS:${of.meeting.cancelled === null ? 'CONFIRMED' : 'CANCELLED'}`,
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ]
    .map(folded)
    .join('\r\n');
