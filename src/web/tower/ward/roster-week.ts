import type { HalfDay } from '#kernel/calendar.ts';
import type { RosterAnswer } from '#modules/capacity/contract.ts';

/** What stands in the cells of the week, as it was typed. */
export type Week = Readonly<Record<string, string>>;
type Line = RosterAnswer['week'][number];

/** One cell of the week. */
export const lineKey = ({ weekday, halfDay }: { weekday: number; halfDay: HalfDay }): string =>
  `${weekday} ${halfDay}`;

/** The week as it was said before. */
export const weekOf = (lines: readonly Line[]): Week =>
  Object.fromEntries(lines.map((line) => [lineKey(line), String(line.staffed)]));

/** The number in a cell: undefined for an empty one (all beds), null for what is no number of beds here. */
export const numberOf = (text: string, places: number): number | null | undefined => {
  const typed = text.trim();
  if (typed === '') return undefined;
  const number = /^\d{1,3}$/.test(typed) ? Number(typed) : null;
  return number !== null && number <= places ? number : null;
};

/** What is sent; null while a cell holds something that is no number of beds. */
export const weekToSend = (week: Week, places: number): Line[] | null => {
  const lines: Line[] = [];
  for (const [key, text] of Object.entries(week)) {
    const staffed = numberOf(text, places);
    if (staffed === null) return null;
    const [weekday = '', halfDay = ''] = key.split(' ');
    if (staffed !== undefined) lines.push({ weekday: Number(weekday), halfDay: halfDay as HalfDay, staffed });
  }
  return lines;
};
