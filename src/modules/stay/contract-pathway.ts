import { z } from 'zod';
import { IsoInstant } from '#kernel/contract.ts';
import { PRODUCTS } from '#kernel/product.ts';
import { PathwayBody } from './pathways.ts';

/** One version of a pathway: what a stay with this product is. */
const PathwayView = z
  .object({
    version: z.number().int(),
    body: PathwayBody,
    /** Why, and since when; null for the version that ships. */
    reason: z.string().nullable(),
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
