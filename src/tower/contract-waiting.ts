import { z } from 'zod';
import { IsoInstant } from '#kernel/contract.ts';
import { PRODUCTS } from '#kernel/product.ts';
import { UNMET_CODES, WAIT_CAUSES, WOULD_HAVE } from '#modules/placement/types.ts';

/** How long requests waited for one cause: all together, and the middle one of those that waited for it. Whole minutes. */
const Cause = z.object({
  cause: z.enum(WAIT_CAUSES),
  requests: z.number().int(),
  minutes: z.number().int(),
  median: z.number().int(),
});

/** Where requests waited that were sent in the last days: per cause, and per kind of care. */
export const Waiting = z
  .object({
    days: z.number().int(),
    requests: z.number().int(),
    /** From sending to arrival, closing or now, the middle one. */
    median: z.number().int(),
    causes: z.array(Cause),
    products: z.array(
      z.object({
        product: z.enum(PRODUCTS),
        requests: z.number().int(),
        median: z.number().int(),
        causes: z.array(Cause),
      }),
    ),
    asOf: IsoInstant,
  })
  .meta({ id: 'Waiting' });
export type Waiting = z.infer<typeof Waiting>;

/** Requests that ended without a place: how many, why, and what would have made it possible. Counts, no persons. */
export const Unmet = z
  .object({
    days: z.number().int(),
    requests: z.number().int(),
    codes: z.array(z.object({ code: z.enum(UNMET_CODES), requests: z.number().int() })),
    would: z.array(z.object({ would: z.enum(WOULD_HAVE), requests: z.number().int() })),
    products: z.array(
      z.object({
        product: z.enum(PRODUCTS),
        requests: z.number().int(),
        codes: z.array(z.object({ code: z.enum(UNMET_CODES), requests: z.number().int() })),
      }),
    ),
    asOf: IsoInstant,
  })
  .meta({ id: 'Unmet' });
export type Unmet = z.infer<typeof Unmet>;
