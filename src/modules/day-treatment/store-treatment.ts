import type { Instant } from '#kernel/interval.ts';
import type { Tx } from '#platform/db/database.ts';
import { first, rows } from '#platform/db/sql.ts';
import { stamp } from '#platform/db/types.ts';
import type { TreatmentDraft } from './decide/catalogue-v1.ts';
import type { Treatment } from './types.ts';

/** A version as somebody signed it. */
export interface SignedVersion {
  readonly code: string;
  readonly version: number;
  readonly body: TreatmentDraft;
  readonly organisationId: string;
  readonly signedBy: string;
  readonly signedAt: Instant;
  readonly endedAt: Instant | null;
  readonly endReason: string | null;
}

const SIGNED = `t.code, t.version, t.body, t.organisation_id as "organisationId", t.signed_by as "signedBy",
  t.signed_at as "signedAt", t.ended_at as "endedAt", t.end_reason as "endReason"`;

/** Everything that was ever signed, the newest first. */
export const signedTreatments = (tx: Tx): Promise<SignedVersion[]> =>
  rows<SignedVersion>(tx, `select ${SIGNED} from day_treatment_treatment t order by t.code, t.version desc`);

/** Everything that may be ordered now. */
export const treatmentsInUse = async (tx: Tx): Promise<Treatment[]> =>
  (await signedTreatments(tx))
    .filter(({ endedAt }) => endedAt === null)
    .map(({ body, code, version }) => ({ ...body, code, version }));

/** The newest version of a treatment under lock, in use or not; null when nobody signed it yet. */
export const lockNewest = (tx: Tx, code: string): Promise<SignedVersion | null> =>
  first<SignedVersion>(
    tx,
    `select ${SIGNED} from day_treatment_treatment t where t.code = $1 order by t.version desc limit 1 for update`,
    [code],
  );

/** The version that is in use, held for as long as somebody writes an order of it; null: it cannot be ordered. */
export const treatmentInUse = async (tx: Tx, code: string): Promise<Treatment | null> => {
  const found = await first<SignedVersion>(
    tx,
    `select ${SIGNED} from day_treatment_treatment t where t.code = $1 and t.ended_at is null`,
    [code],
  );
  return found === null ? null : { ...found.body, code, version: found.version };
};

/** The versions under which these orders stand, by `code version`. */
export const treatmentsOf = async (
  tx: Tx,
  wanted: readonly { readonly treatment: string; readonly treatmentVersion: number }[],
): Promise<ReadonlyMap<string, Treatment & { readonly ended: boolean }>> => {
  const found = await rows<SignedVersion>(
    tx,
    `select ${SIGNED} from day_treatment_treatment t where (t.code, t.version) in
       (select * from unnest($1::text[], $2::integer[]))`,
    [wanted.map(({ treatment }) => treatment), wanted.map(({ treatmentVersion }) => treatmentVersion)],
  );
  return new Map(
    found.map(({ code, version, body, endedAt }) => [
      `${code} ${version}`,
      { ...body, code, version, ended: endedAt !== null },
    ]),
  );
};

/** Keeps a version somebody signed; false when another was signed at the same moment. */
export const insertTreatment = async (
  tx: Tx,
  signed: Omit<SignedVersion, 'endedAt' | 'endReason'>,
  actor: string,
): Promise<boolean> => {
  const { code, version, body, organisationId, signedBy, signedAt } = signed;
  const made = await rows(
    tx,
    `insert into day_treatment_treatment (code, version, body, organisation_id, signed_by, signed_at, actor)
     values ($1, $2, $3::jsonb, $4, $5, $6, $7) on conflict do nothing returning version`,
    [code, version, JSON.stringify(body), organisationId, signedBy, stamp(signedAt), actor],
  );
  return made.length === 1;
};

/** Takes a version out of use. */
export const endTreatment = async (
  tx: Tx,
  ended: { readonly code: string; readonly version: number; readonly reason: string; readonly at: Instant },
): Promise<void> => {
  await rows(
    tx,
    `update day_treatment_treatment set ended_at = $3, end_reason = $4
     where code = $1 and version = $2 and ended_at is null`,
    [ended.code, ended.version, stamp(ended.at), ended.reason],
  );
};
