import { z } from 'zod';
import { IsoInstant } from '#kernel/contract.ts';
import { PRODUCTS } from '#kernel/product.ts';
import { STAY_ROLES, TASK_KINDS } from './types.ts';

const Minutes = z.number().int().min(0).max(1439);
const Number_ = z.number().int().min(1);

/** What a region may say about a pathway; how it is kept. */
export const PathwayBody = z
  .strictObject({
    most: z.union([z.strictObject({ days: Number_.max(366) }), z.strictObject({ months: Number_.max(12) })]),
    alarmDays: z.number().int().min(0).max(14),
    usualDays: Number_.max(366),
    leaveAt: Minutes,
    roles: z.array(z.enum(STAY_ROLES)).max(STAY_ROLES.length),
    meetings: z
      .array(z.strictObject({ day: Number_.max(366), minutes: Minutes, kind: z.enum(['day-14', 'team']) }))
      .max(10),
    tasks: z
      .array(
        z.strictObject({
          day: Number_.max(366),
          minutes: Minutes.nullable(),
          kind: z.enum(TASK_KINDS),
          label: z.string().trim().min(1).max(120),
        }),
      )
      .max(60),
    answers: z.boolean(),
  })
  .meta({ id: 'PathwayBody' });
export type PathwayBody = z.infer<typeof PathwayBody>;

/** One version of a pathway: what a stay with this product is. */
const PathwayView = z
  .object({
    version: z.number().int(),
    body: PathwayBody,
    /** Why, by whom, and since when; null for the version that ships. */
    reason: z.string().nullable(),
    adoptedBy: z.string().nullable(),
    adoptedAt: IsoInstant.nullable(),
  })
  .meta({ id: 'Pathway' });

/** Per product the pathway with which a stay begins today, and those before; running stays keep theirs. */
export const PathwayList = z
  .object({
    pathways: z.array(
      z.object({ product: z.enum(PRODUCTS), now: PathwayView, earlier: z.array(PathwayView) }),
    ),
  })
  .meta({ id: 'PathwayList' });
export type PathwayList = z.infer<typeof PathwayList>;

/** Another version from now on, and why. */
export const PathwayAdoptBody = z
  .strictObject({
    product: z.enum(PRODUCTS),
    reason: z.string().trim().min(3).max(500),
    body: PathwayBody,
  })
  .meta({ id: 'PathwayAdoptBody' });
export type PathwayAdoptBody = z.infer<typeof PathwayAdoptBody>;
