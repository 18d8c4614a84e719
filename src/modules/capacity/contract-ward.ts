import { z } from 'zod';
import { HALF_DAYS } from '#kernel/calendar.ts';
import { FigureSchema, Id, IsoDay, IsoInstant } from '#kernel/contract.ts';
import { PRODUCTS } from '#kernel/product.ts';
import { CLOSURE_REASONS } from './types.ts';

const RosterLine = z.strictObject({
  weekday: z.number().int().min(1).max(7),
  halfDay: z.enum(HALF_DAYS),
  staffed: z.number().int().min(0).max(500),
});

/** The ordinary week of a ward: places with staff per half-day. What is left out has staff for all. */
export const RosterBody = z
  .strictObject({ week: z.array(RosterLine).max(28) })
  .refine(
    ({ week }) => new Set(week.map((line) => `${line.weekday} ${line.halfDay}`)).size === week.length,
    'Noem elk dagdeel van de week hooguit een keer.',
  )
  .meta({ id: 'RosterBody' });

/** The week, and the half-days that were said apart. */
export const RosterAnswer = z
  .object({
    unitId: Id,
    places: z.number().int(),
    week: z.array(RosterLine),
    exceptions: z.array(z.object({ day: IsoDay, halfDay: z.enum(HALF_DAYS), staffed: z.number().int() })),
  })
  .meta({ id: 'Roster' });
export type RosterAnswer = z.infer<typeof RosterAnswer>;

/** "Klopt niet": for which care the ward said otherwise on the phone. */
export const DoubtBody = z.strictObject({ product: z.enum(PRODUCTS) }).meta({ id: 'DoubtBody' });

/** The ward was told; until when it looks. */
export const DoubtAnswer = z
  .object({ id: Id, unitId: Id, product: z.enum(PRODUCTS), at: IsoInstant, answerBy: IsoInstant })
  .meta({ id: 'Doubt' });
export type DoubtAnswer = z.infer<typeof DoubtAnswer>;

/** What a ward sees behind its link: counts only, no names, no sign-in. */
export const LinkView = z
  .object({
    unit: z.string(),
    site: z.string(),
    zone: z.string(),
    deskPhone: z.string(),
    until: IsoInstant,
    figure: FigureSchema,
    /** Somebody heard otherwise; until when the ward looks. */
    doubtedUntil: IsoInstant.nullable(),
    counts: z.object({
      free: z.number().int(),
      soon: z.number().int(),
      held: z.number().int(),
      occupied: z.number().int(),
      closed: z.number().int(),
      unknown: z.number().int(),
    }),
    /** Codes of the beds behind the numbers; empty for a ward that reports counts. */
    beds: z.object({ free: z.array(z.string()), soon: z.array(z.string()), closed: z.array(z.string()) }),
    /** For a ward that reports counts: its number per care. Null: it tells its beds one by one. */
    published: z.array(z.object({ product: z.enum(PRODUCTS), free: z.number().int() })).nullable(),
    /** What the board brought this ward in the last seven days. */
    week: z.object({ placed: z.number().int() }),
  })
  .meta({ id: 'LinkView' });
export type LinkView = z.infer<typeof LinkView>;

/** One tap: still right; or with what changed. */
export const LinkBody = z
  .strictObject({
    /** Free beds that close, and why. */
    close: z.number().int().min(0).max(200).default(0),
    reason: z.enum(CLOSURE_REASONS).default('no-staff'),
    /** Closed beds that open again. */
    open: z.number().int().min(0).max(200).default(0),
    /** The numbers of a ward that reports counts. */
    published: z
      .array(z.strictObject({ product: z.enum(PRODUCTS), free: z.number().int().min(0).max(500) }))
      .max(7)
      .default([]),
  })
  .meta({ id: 'LinkBody' });
export type LinkBody = z.infer<typeof LinkBody>;
