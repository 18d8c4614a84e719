import { DAY, type Instant, overlaps } from '#kernel/interval.ts';
import { type Cells, type Issue, issue, quoted, type Row } from '#kernel/table.ts';
import type { Reading } from './import-known.ts';
import { readUntil, sameMinute } from './import-until.ts';
import type { Claim, Place } from './types.ts';

/** What a row says about who is there: a stay without a person begins, or its expected end moves. */
export interface Occupied {
  readonly stay: Claim | null;
  readonly until: Instant;
}

/** Nobody plans a temporary stay further ahead: such a year is a slip of the pen. */
const FURTHEST = 730 * DAY;

const outsideReach = (cells: Cells, text: string, until: Instant | null, now: Instant): boolean => {
  if (until !== null && until <= now + FURTHEST) return false;
  const what =
    until === null
      ? { nl: `${quoted(text)} is geen dag of moment.`, en: `${quoted(text)} is no day or moment.` }
      : {
          nl: `${quoted(text)} is meer dan twee jaar vooruit.`,
          en: `${quoted(text)} is more than two years ahead.`,
        };
  cells.wrong('occupied_until', what, {
    nl: 'Schrijf bijvoorbeeld 2026-11-28 of 2026-11-28 14:00.',
    en: 'Write for example 2026-11-28 or 2026-11-28 14:00.',
  });
  return true;
};

const past = (row: Row, text: string): Issue =>
  issue(
    row,
    'occupied_until',
    {
      nl: `${quoted(text)} is voorbij: er is geen verblijf vastgelegd.`,
      en: `${quoted(text)} has passed: no stay was recorded.`,
    },
    {
      nl: 'Vul een nieuw verwacht vertrek in als er nog iemand is.',
      en: 'Fill in a new expected departure when somebody is still there.',
    },
  );

const losesPlace = (row: Row): Issue =>
  issue(
    row,
    'occupied_until',
    {
      nl: 'Voor deze plek is al iemand gepland of is hij vastgehouden; die raakt hem kwijt.',
      en: 'Somebody is planned for this place or it is held; they lose it.',
    },
    { nl: 'Klopt dat niet, maak deze cel dan leeg.', en: 'If that is not right, empty this cell.' },
  );

/** What a row says about who is there. An empty cell says nothing: that somebody left is for the ward to record. */
export const occupiedOf = (
  cells: Cells,
  row: Row,
  at: { place: Place; zone: string },
  reading: Reading,
): Occupied | null => {
  const text = cells.optional('occupied_until', 40);
  if (text === '') return null;
  const until = readUntil(text, at.zone);
  if (outsideReach(cells, text, until, reading.now) || until === null) return null;
  const claims = reading.known.claims.get(at.place.id) ?? [];
  const stay = claims.find((claim) => claim.arrivedAt !== null) ?? null;
  if (stay !== null && sameMinute(stay.during.until, until)) return null;
  if (stay !== null && stay.source !== 'import') {
    cells.wrong(
      'occupied_until',
      {
        nl: 'Wie hier verblijft, heeft de afdeling zelf vastgelegd.',
        en: 'Who stays here was recorded by the ward itself.',
      },
      {
        nl: 'Maak deze cel leeg, of wijzig het verwachte vertrek op het scherm van de afdeling.',
        en: 'Empty this cell, or change the expected departure on the screen of the ward.',
      },
    );
    return null;
  }
  if (until <= reading.now) {
    reading.warnings.push(past(row, text));
    return null;
  }
  const taken = { from: reading.now, until };
  if (claims.some((claim) => claim !== stay && claim.kind !== 'cleaning' && overlaps(claim.during, taken)))
    reading.warnings.push(losesPlace(row));
  return { stay, until };
};
