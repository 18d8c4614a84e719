import type { Product } from '#kernel/product.ts';
import type { Tx } from '#platform/db/database.ts';
import { subjectRows } from './store-read.ts';

/** Whose claim it is, as far as the reader may know. */
export interface Subject {
  readonly requestId: string;
  readonly requestVersion: number;
  readonly name: string | null;
  readonly ageBand: string;
  readonly sex: string;
  readonly product: Product;
}

/** Who is behind these claims. A name only for who stands in a relation that knows it; others see the profile. */
export const subjectsOf = async (tx: Tx, claimIds: readonly string[]): Promise<Map<string, Subject>> => {
  const found = await subjectRows(tx, claimIds);
  return new Map(
    found.map(({ claimId, product, ...subject }) => [claimId, { ...subject, product: product as Product }]),
  );
};
