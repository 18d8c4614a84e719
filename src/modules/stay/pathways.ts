import { PRODUCTS, type Product } from '#kernel/product.ts';
import type { Tx } from '#platform/db/database.ts';
import { PathwayBody } from './contract-pathway.ts';
import { PATHWAYS_V1 } from './decide/pathways-v1.ts';
import { newestPathway, pathwayRows } from './store.ts';
import type { Pathway } from './types.ts';

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
