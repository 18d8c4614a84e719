import { z } from 'zod';
import { daysBetween } from '#kernel/calendar.ts';
import { Id, IsoDay, IsoInstant } from '#kernel/contract.ts';
import { PARTS } from './types.ts';

/** A year, and the days that make its last week whole. */
const MOST_DAYS = 373;

const Count = z.number().int().min(0);

/** What is counted of half-days; every figure is a sum, so that half-days add up to their week. */
const COUNTED = {
  /** Minutes that could be sat in all chairs of now together while the room was open; nothing in a half-day that is closed. */
  chairMinutes: Count,
  /** Of those, in which somebody really sat. */
  usedMinutes: Count,
  /** For which a chair was kept, for who came and who did not. */
  plannedMinutes: Count,
  /** Minutes the nurses who were there had together. */
  nurseMinutes: Count,
  /** What who is expected, is there or was given asks of a nurse: a set-up whole, afterwards the share of one. */
  careMinutes: Count,
  /** Who had or have their moment in it, whatever became of that. */
  visits: Count,
  given: Count,
  missed: Count,
  notGiven: Count,
} as const;

/** One half-day in figures. */
const HalfDayFigures = z
  .object({ id: Id, day: IsoDay, part: z.enum(PARTS), opens: IsoInstant, closes: IsoInstant, ...COUNTED })
  .meta({ id: 'HalfDayFigures' });
export type HalfDayFigures = z.infer<typeof HalfDayFigures>;

/** One week in figures, from its Monday: the sum of its half-days that were asked for. */
const WeekFigures = z.object({ from: IsoDay, ...COUNTED }).meta({ id: 'DayWeekFigures' });
export type WeekFigures = z.infer<typeof WeekFigures>;

/** From which day to which day (not included). */
export const FiguresAsk = z
  .object({ from: IsoDay, until: IsoDay })
  .refine(({ from, until }) => from < until, 'Kies een laatste dag na de eerste.')
  .refine(({ from, until }) => daysBetween(from, until) <= MOST_DAYS, 'Kies hooguit een jaar.');
export type FiguresAsk = z.infer<typeof FiguresAsk>;

/** What became of chairs, nurses and visits of one room. */
export const DayFigures = z
  .object({
    halfDays: z.array(HalfDayFigures),
    weeks: z.array(WeekFigures),
    /** Nobody came: how many, and which part of all visits that are over, in percent; null: none is over. */
    notShown: z.object({ visits: Count, percent: z.number().min(0).max(100).nullable() }),
    asOf: IsoInstant,
  })
  .meta({ id: 'DayFigures' });
export type DayFigures = z.infer<typeof DayFigures>;
