import type { Instant } from '#kernel/interval.ts';
import type { Tx } from '#platform/db/database.ts';
import { rows } from '#platform/db/sql.ts';
import { stampOrNull } from '#platform/db/types.ts';
import { contentOf, type SignedContent } from './decide/signature.ts';
import type { Order } from './types.ts';

/** One signature of an order: by whom, when, under which version of the treatment, and for what. */
export interface Signature {
  readonly signature: number;
  readonly treatmentVersion: number;
  readonly signedBy: string;
  readonly signedAt: Instant;
  readonly content: SignedContent;
}

/** Keeps what was signed just now. */
export const insertSignature = async (tx: Tx, order: Order): Promise<void> => {
  await rows(
    tx,
    `insert into day_treatment_signature (order_id, signature, treatment_version, signed_by, signed_at, content)
     values ($1, $2, $3, $4, $5, $6::jsonb)`,
    [
      ...[order.id, order.signature, order.treatmentVersion, order.signedBy, stampOrNull(order.signedAt)],
      JSON.stringify(contentOf(order)),
    ],
  );
};

/** The signatures of an order, the first one first. */
export const signaturesOf = (tx: Tx, orderId: string): Promise<Signature[]> =>
  rows<Signature>(
    tx,
    `select s.signature, s.treatment_version as "treatmentVersion", s.signed_by as "signedBy", s.signed_at as "signedAt",
       s.content from day_treatment_signature s where s.order_id = $1 order by s.signature`,
    [orderId],
  );
