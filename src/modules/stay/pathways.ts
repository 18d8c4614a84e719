import { z } from 'zod';
import { PRODUCTS, type Product } from '#kernel/product.ts';
import type { Tx } from '#platform/db/database.ts';
import { PATHWAYS_V1 } from './decide/pathways-v1.ts';
import { newestPathway, pathwayRows } from './store.ts';
import { type Pathway, STAY_ROLES, TASK_KINDS } from './types.ts';

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

const written = (product: Product, version: number, body: unknown): Pathway => ({
  product,
  version,
  ...PathwayBody.parse(body),
});

/** The pathway a stay begins with today. */
export const pathwayNow = async (tx: Tx, product: Product): Promise<Pathway> => {
  const own = await newestPathway(tx, product);
  return own === null ? PATHWAYS_V1[product] : written(product, own.version, own.body);
};

/** The pathways of these versions, each once. A version that is not there is a fault of ours. */
export const pathwaysOf = async (
  tx: Tx,
  wanted: readonly { readonly product: Product; readonly version: number }[],
): Promise<(product: Product, version: number) => Pathway> => {
  const own = wanted.filter(({ version }) => version > 1);
  const found = own.length === 0 ? [] : await pathwayRows(tx, own);
  const known = new Map<string, Pathway>(PRODUCTS.map((product) => [`${product} 1`, PATHWAYS_V1[product]]));
  for (const { product, version, body } of found)
    known.set(`${product} ${version}`, written(product, version, body));
  return (product, version) => {
    const pathway = known.get(`${product} ${version}`);
    if (pathway === undefined) throw new Error(`pathway ${product} ${version} is not there`);
    return pathway;
  };
};
