import { z } from 'zod';
import { IsoInstant } from '#kernel/contract.ts';
import { STAYS } from './types-growth.ts';

/** One group of people who ask for the same near home, as a year of it looks. */
const GrowthGroup = z
  .strictObject({
    /** The code of the treatment. */
    treatment: z.string().min(1).max(60),
    people: z.number().int().min(0).max(3000),
    visits: z.number().int().min(1).max(60),
    intervalDays: z.number().int().min(0).max(400),
    toleranceDays: z.number().int().min(0).max(60),
    /** Within so many days the first visit must fall. */
    withinDays: z.number().int().min(1).max(400),
    /** Minutes of day care of the hospital that one visit near home saves. */
    hospitalMinutes: z.number().int().min(0).max(600),
  })
  .meta({ id: 'DayGrowthGroup' });
export type GrowthGroup = z.infer<typeof GrowthGroup>;

const lever = (least: number, most: number) => z.number().int().min(least).max(most).nullable().default(null);

/** What is turned; null stays as it is today. Demand null: as the orders of the last year were. */
export const GrowthBody = z
  .strictObject({
    levers: z.strictObject({
      rooms: lever(1, 6),
      halfDays: lever(1, 10),
      living: lever(0, 20),
      treatment: lever(1, 10),
      nurses: lever(2, 8),
    }),
    demand: z.array(GrowthGroup).min(1).max(20).nullable().default(null),
  })
  .meta({ id: 'DayGrowthBody' });
export type GrowthBody = z.infer<typeof GrowthBody>;

/** The mean of several years, and between which two it lies with 95 percent certainty; null: there was nothing to count. */
const Figured = z.object({ mean: z.number(), from: z.number(), until: z.number() }).nullable();

/** What a year comes to. Uses are parts of one. */
export const GrowthFigures = z
  .object({
    served: Figured,
    visits: Figured,
    stayed: Figured,
    waitMeanWeeks: Figured,
    waitP90Weeks: Figured,
    nurseHours: Figured,
    nurseUse: Figured,
    chairUse: Figured,
    hospitalHours: Figured,
  })
  .meta({ id: 'DayGrowthFigures' });
export type GrowthFigures = z.infer<typeof GrowthFigures>;

/** How a room stands today: what the levers turn. Nurses: as many as usually are in its half-day with the fewest. */
const GrowthRoom = z.object({
  name: z.string(),
  halfDays: z.number().int(),
  living: z.number().int(),
  treatment: z.number().int(),
  nurses: z.number().int(),
});

/** Everything that is assumed, and the year of today beside that of the levers. */
export const GrowthAnswer = z
  .object({
    assumed: z.object({
      rooms: z.array(GrowthRoom),
      demand: z.array(GrowthGroup.extend({ name: z.string() })),
      /** Over how many days of orders the demand was counted; null: it was given. */
      countedDays: z.number().int().nullable(),
    }),
    today: GrowthFigures,
    turned: GrowthFigures,
    asOf: IsoInstant,
  })
  .meta({ id: 'DayGrowth' });
export type GrowthAnswer = z.infer<typeof GrowthAnswer>;

/** One line of the list: whether somebody can come, where, or why not. The number is the hospital's own; nothing is kept. */
const MoveLine = z.object({
  row: z.number().int(),
  number: z.string(),
  treatment: z.string(),
  why: z.enum(STAYS).nullable(),
  /** The nearest room where it can be given, and how far; null: nobody knows from where. */
  room: z.string().nullable(),
  km: z.number().nullable(),
  visits: z.number().int(),
  /** Minutes of day care of the hospital in a year. */
  minutes: z.number().int(),
});
export type MoveLine = z.infer<typeof MoveLine>;

/** What is wrong with a row of the file. */
const MoveIssue = z.object({ row: z.number().int(), column: z.string(), nl: z.string(), en: z.string() });

/** Who of a list could be treated near home. Rows that cannot be read are named and left out. */
export const MoveAnswer = z
  .object({
    lines: z.array(MoveLine),
    issues: z.array(MoveIssue),
    could: z.number().int(),
    of: z.number().int(),
    hours: z.number(),
  })
  .meta({ id: 'DayMoveList' });
export type MoveAnswer = z.infer<typeof MoveAnswer>;
