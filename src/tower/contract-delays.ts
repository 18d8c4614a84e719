import { z } from 'zod';
import { IsoDay, IsoInstant } from '#kernel/contract.ts';
import { BARRIER_CODES } from '#modules/stay/types.ts';

/** Days that somebody could have been gone, under one law; null where too few people are behind it to say. */
const Waited = z.object({
  stays: z.number().int().nullable(),
  days: z.number().nullable(),
  /** By what stood in the way; a day with more causes is shared, so the days are exactly all the days. */
  causes: z.array(
    z.object({
      cause: z.enum([...BARRIER_CODES, 'none']),
      stays: z.number().int().nullable(),
      days: z.number().nullable(),
    }),
  ),
});

/** Who could go and was still there, over a stretch of days: leaving late, and apart from it the wrong bed by law. */
export const Delays = z
  .object({
    /** A house counts its own stays; the region counts all of them. */
    scope: z.enum(['house', 'region']),
    from: IsoDay,
    until: IsoDay,
    asOf: IsoInstant,
    /** With fewer stays than this the region says no number. */
    enough: z.number().int(),
    delayed: Waited,
    wrongBed: Waited,
  })
  .meta({ id: 'Delays' });
export type Delays = z.infer<typeof Delays>;
