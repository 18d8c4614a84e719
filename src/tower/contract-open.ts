import { z } from 'zod';
import { Id, IsoInstant } from '#kernel/contract.ts';
import { PRODUCTS } from '#kernel/product.ts';

/** How many people can come, per kind of care. `product` is ours and may be left out by others. */
const CapacityList = z
  .array(
    z.object({
      type: z.string().max(200),
      count: z.number().int().min(0).max(1_000_000),
      product: z.enum(PRODUCTS).optional(),
    }),
  )
  .max(200);

const stamps = { asOf: IsoInstant.optional(), freshUntil: IsoInstant.optional() };

/**
 * Published counts of an organisation or a region: the open Dutch format for capacity (Nuts, bolt "Capaciteit"), with the
 * age of each figure beside it. A kind of care whose figure is too old is left out: absence is not zero.
 */
export const CapacityStatement = z
  .object({
    capacity: z.object({
      intramural: z
        .array(
          z.object({
            location: z.object({
              name: z.string().max(300),
              address: z.string().max(300).optional(),
              contact: z.string().max(300).optional(),
              postalcode: z.string().max(10).optional(),
              number: z.string().max(20).optional(),
            }),
            total: CapacityList.optional(),
            available: CapacityList.optional(),
            ...stamps,
          }),
        )
        .max(5_000)
        .optional(),
      extramural: z
        .array(
          z.object({
            neighbourhood: z.object({
              name: z.string().max(300),
              postalcodes: z.array(z.string().max(10)).max(500).optional(),
              contact: z.string().max(300).optional(),
            }),
            total: CapacityList.optional(),
            available: CapacityList.optional(),
            ...stamps,
          }),
        )
        .max(5_000)
        .optional(),
    }),
    region: z.string().max(200).optional(),
    ...stamps,
  })
  .meta({ id: 'CapacityStatement' });
export type CapacityStatement = z.infer<typeof CapacityStatement>;

/** What a region has of one kind of care. `free` null: nobody there has a figure that counts. */
const RegionCount = z.object({
  product: z.enum(PRODUCTS).nullable(),
  type: z.string(),
  total: z.number().int().nullable(),
  free: z.number().int().nullable(),
  sites: z.number().int(),
});

/** The regions beside each other, ours first: sums, never beds. */
export const Country = z
  .object({
    asOf: IsoInstant,
    regions: z.array(
      z.object({
        /** Null is our own region. */
        id: Id.nullable(),
        name: z.string(),
        /** When their newest figure was true; null while nothing was received. */
        figureAt: IsoInstant.nullable(),
        /** When we last heard from them; null while nothing was received. */
        heardAt: IsoInstant.nullable(),
        phase: z.enum(['fresh', 'old', 'too-old', 'silent', 'never']),
        counts: z.array(RegionCount),
      }),
    ),
  })
  .meta({ id: 'Country' });
export type Country = z.infer<typeof Country>;
export type RegionCount = z.infer<typeof RegionCount>;
