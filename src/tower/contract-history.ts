import { z } from 'zod';
import { Id, IsoDay, IsoInstant } from '#kernel/contract.ts';
import { PRODUCTS } from '#kernel/product.ts';

const count = z.number().int().min(0);

/** The board as it was at a moment, per site and product. Null: nobody knew. */
export const Then = z
  .object({
    at: IsoInstant,
    /** Before this nothing is kept. */
    since: IsoInstant,
    rows: z.array(
      z.object({
        siteId: Id,
        site: z.string(),
        product: z.enum(PRODUCTS),
        beds: count,
        occupied: count,
        claimed: count,
        closed: count,
        free: count.nullable(),
      }),
    ),
    waiting: z.array(z.object({ product: z.enum(PRODUCTS), count })),
  })
  .meta({ id: 'TowerThen' });
export type Then = z.infer<typeof Then>;

/** From where to where people went, how many, and how long they waited. Small counts are null. */
export const Flows = z
  .object({
    from: IsoDay,
    until: IsoDay,
    enough: count,
    ways: z.array(
      z.object({
        from: z.enum(['home', 'emergency', 'hospital', 'other']),
        product: z.enum(PRODUCTS),
        /** Where they went, or why there was no place. */
        to: z.string(),
        /** Null: fewer than `enough`. */
        people: count.nullable(),
        medianWaitHours: z.number().nullable(),
      }),
    ),
    asOf: IsoInstant,
  })
  .meta({ id: 'TowerFlows' });
export type Flows = z.infer<typeof Flows>;

/** Per product and day: how full it was, who waited, what ended without a place, what was refused. */
export const ProductHistory = z
  .object({
    product: z.enum(PRODUCTS),
    days: z.array(
      z.object({
        day: IsoDay,
        beds: count,
        occupied: z.number(),
        free: count,
        asked: count,
        placed: count,
        refused: count,
        unmet: count,
        waiting: z.number(),
      }),
    ),
    asOf: IsoInstant,
  })
  .meta({ id: 'TowerProductHistory' });
export type ProductHistory = z.infer<typeof ProductHistory>;

/** What a number means: rows with a version, the newest first. */
export const Definition = z
  .object({
    code: z.string(),
    version: z.number().int(),
    nl: z.string(),
    en: z.string(),
    validFrom: IsoDay,
  })
  .meta({ id: 'TowerDefinition' });
export type Definition = z.infer<typeof Definition>;
