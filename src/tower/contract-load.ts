import { z } from 'zod';
import { FigureSchema, Id, IsoInstant } from '#kernel/contract.ts';
import { LOAD_KINDS, STOP_REASONS } from '#modules/capacity/types.ts';

/** How busy one hospital is: in its emergency department, or with people who are ready and still there. */
export const HospitalPressure = z
  .object({
    siteId: Id,
    site: z.string(),
    phone: z.string(),
    kind: z.enum(LOAD_KINDS),
    /** Null: never told, or too long ago to say. */
    value: z.number().int().nullable(),
    figure: FigureSchema,
    /** The usual 10-90 % at this hour of this weekday in the last half year; null with too little history. */
    usual: z.object({ low: z.number(), high: z.number(), max: z.number() }).nullable(),
    /** It takes nobody in: why, since when, and until when that was expected. */
    stop: z.object({ reason: z.enum(STOP_REASONS), from: IsoInstant, until: IsoInstant }).nullable(),
  })
  .meta({ id: 'HospitalPressure' });
export type HospitalPressure = z.infer<typeof HospitalPressure>;
