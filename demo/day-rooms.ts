import { type Day, plusDays } from '#kernel/calendar.ts';
import type { Chair } from '#modules/capacity/types.ts';
import { COMPETENCES, type Competence, type Part } from '#modules/day-treatment/types.ts';
import type { Professional, Role } from '#modules/region/types.ts';
import { fixedId } from './fixed-id.ts';
import { PROFESSIONALS } from './professionals.ts';
import { siteOf, unitOf } from './sites.ts';

/** Half a day in the ordinary week of a room, in minutes of the day, and who is there. */
export interface WeekLine {
  readonly weekday: number;
  readonly part: Part;
  readonly opens: number;
  readonly closes: number;
  /** The initials of the nurses. */
  readonly nurses: readonly string[];
}

/** Somebody who gives treatment, and what they may not do. */
export interface NurseLine {
  readonly name: string;
  readonly initials: string;
  readonly not?: readonly Competence[];
  /** So many days after the opening of the region one proof runs out. */
  readonly until?: { readonly competence: Competence; readonly days: number };
}

/** A room with chairs as it is written down here. */
export interface DayRoomLine {
  readonly unitId: string;
  readonly organisationId: string;
  readonly chairs: readonly Chair[];
  readonly nurses: readonly NurseLine[];
  /** How it began, and the ordinary week since the region was opened. */
  readonly first: readonly WeekLine[];
  readonly now: readonly WeekLine[];
  readonly emergency: readonly string[];
  readonly route: string;
}

const MORNING = [8 * 60 + 30, 12 * 60 + 30] as const;
const AFTERNOON = [13 * 60, 17 * 60] as const;

const line = (weekday: number, part: Part, nurses: string): WeekLine => {
  const [opens, closes] = part === 'morning' ? MORNING : AFTERNOON;
  return { weekday, part, opens, closes, nurses: nurses.split(' ') };
};

const chairsOf = (unit: string, before: number, rooms: readonly Pick<Chair, 'room' | 'lying'>[]): Chair[] =>
  rooms.map((room, n) => ({
    id: fixedId('place', before + n + 1),
    unitId: unitOf(unit).id,
    code: String(n + 1),
    ...room,
  }));

const BED = { room: 'treatment', lying: true } as const;
const CHAIR = { room: 'treatment', lying: false } as const;
const LIVING = { room: 'living', lying: false } as const;

const MARSDIJK: DayRoomLine = {
  unitId: unitOf('marsdijk-thuiskamer').id,
  organisationId: siteOf('marsdijk').organisationId,
  chairs: chairsOf('marsdijk-thuiskamer', 1_000, [BED, BED, CHAIR, CHAIR, CHAIR, LIVING, LIVING, LIVING]),
  nurses: [
    { name: 'R. Abbring', initials: 'RA' },
    { name: 'S. Bouwes', initials: 'SB' },
    { name: 'J. Vrieling', initials: 'JV', not: ['immunoglobulin'] },
    { name: 'M. Kamphuis', initials: 'MK' },
    { name: 'H. Talens', initials: 'HT', not: ['immunoglobulin'] },
    { name: 'L. Nijmeijer', initials: 'LN', until: { competence: 'immunoglobulin', days: 17 } },
  ],
  first: [
    line(2, 'morning', 'RA SB'),
    line(2, 'afternoon', 'RA JV'),
    line(4, 'morning', 'MK SB'),
    line(4, 'afternoon', 'MK HT'),
  ],
  now: [
    line(1, 'morning', 'RA SB JV'),
    line(1, 'afternoon', 'MK HT'),
    line(2, 'morning', 'MK RA HT'),
    line(2, 'afternoon', 'RA SB'),
    line(3, 'morning', 'RA MK JV'),
    line(3, 'afternoon', 'SB LN'),
    line(4, 'morning', 'SB RA LN'),
    line(4, 'afternoon', 'MK JV'),
    line(5, 'morning', 'MK SB HT'),
    line(5, 'afternoon', 'RA JV'),
  ],
  emergency: ['Noodkoffer in kast A', 'Zuurstof in de behandelkamer', 'AED in de hal'],
  route: 'Bus 3, halte Rietkraag. Parkeren voor de deur. Ingang naast de tuin, volg de groene bordjes.',
};

const GIETEN: DayRoomLine = {
  unitId: unitOf('weerhuis-thuiskamer').id,
  organisationId: siteOf('weerhuis').organisationId,
  chairs: chairsOf('weerhuis-thuiskamer', 1_100, [CHAIR, CHAIR, LIVING, LIVING]),
  nurses: [
    { name: 'W. Roossien', initials: 'WR' },
    { name: 'T. Hollander', initials: 'TH' },
    { name: 'B. Wieringa', initials: 'BW', not: ['immunoglobulin'] },
  ],
  first: [line(3, 'morning', 'WR TH')],
  now: [line(1, 'afternoon', 'WR TH'), line(3, 'morning', 'WR TH BW')],
  emergency: ['Noodkoffer achter de balie', 'Zuurstof in de behandelkamer'],
  route: 'Bus 24, halte Zwerfsteen. Parkeren achter het huis.',
};

/** The rooms with chairs of the practice region: one that grows, and a small one that begins. */
export const DAY_ROOMS: readonly DayRoomLine[] = [MARSDIJK, GIETEN];

/** A room by its unit. */
export const dayRoomOf = (unitId: string): DayRoomLine => {
  const found = DAY_ROOMS.find((room) => room.unitId === unitId);
  if (found === undefined) throw new Error(`${unitId} is no room with chairs of the practice region`);
  return found;
};

/** What a nurse has proven, and until when. */
export const competencesOf = (nurse: NurseLine, opened: Day) =>
  COMPETENCES.filter((competence) => nurse.not?.includes(competence) !== true).map((competence) => ({
    competence,
    validUntil: plusDays(opened, nurse.until?.competence === competence ? nurse.until.days : 300),
  }));

const inRole = (role: Role, unitId: string | null): Professional[] => {
  const found = PROFESSIONALS.filter(
    (who) => who.role === role && (unitId === null || who.unitId === unitId),
  );
  if (found.length === 0) throw new Error(`the practice region has no ${role}`);
  return found;
};

/** Who plans in a room. */
export const plannerOf = (unitId: string): Professional => inRole('day-planner', unitId)[0] as Professional;

/** Who writes down on the tablet of a room. */
export const tabletNurseOf = (unitId: string): Professional => inRole('day-nurse', unitId)[0] as Professional;

/** The specialists of the hospital. */
export const SPECIALISTS: readonly Professional[] = inRole('specialist', null);
