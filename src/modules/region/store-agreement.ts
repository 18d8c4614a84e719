import type { Tx } from '#platform/db/database.ts';
import { ALONE } from '#platform/db/locks.ts';
import { rows } from '#platform/db/sql.ts';
import { stamp } from '#platform/db/types.ts';
import type { Signature } from './types.ts';

/** One at a time changes the agreement: two who sign last at once would both wait for the other. */
export const agreeAlone = (tx: Tx): Promise<unknown> =>
  rows(tx, 'select pg_advisory_xact_lock($1)', [ALONE.signAgreement]);

/** All signatures, in the order in which they were set. */
export const loadSignatures = (tx: Tx): Promise<Signature[]> =>
  rows(
    tx,
    `select agreement_id as "agreementId", organisation_id as "organisationId", signed_at as "signedAt",
       signed_by as "signedBy", name from region_signature order by signed_at, organisation_id`,
  );

/** Sets signatures; one that is there already stays as it is. */
export const putSignatures = async (tx: Tx, list: readonly Signature[]): Promise<void> => {
  if (list.length === 0) return;
  await rows(
    tx,
    `insert into region_signature (agreement_id, organisation_id, signed_at, signed_by, name)
     select "agreementId", "organisationId", to_timestamp("signedAt" / 1000), "signedBy", name
     from jsonb_to_recordset($1::jsonb) as t("agreementId" uuid, "organisationId" uuid, "signedAt" double precision,
       "signedBy" text, name text)
     on conflict do nothing`,
    [JSON.stringify(list)],
  );
};

/** Every party has signed this version. */
export const adoptVersion = async (tx: Tx, id: string, at: number): Promise<void> => {
  await rows(tx, 'update region_agreement set adopted_at = $2 where id = $1 and adopted_at is null', [
    id,
    stamp(at),
  ]);
};

/** Takes a proposal away with its signatures; what every party signed cannot be taken away. */
export const deleteProposal = async (tx: Tx, id: string): Promise<void> => {
  await rows(tx, 'delete from region_agreement where id = $1 and adopted_at is null', [id]);
};
