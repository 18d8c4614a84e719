import type { Instant } from '#kernel/interval.ts';
import type { Tx } from '#platform/db/database.ts';
import { first, rows } from '#platform/db/sql.ts';
import { stamp } from '#platform/db/types.ts';
import type { Consent } from './types-consent.ts';

/** What somebody agreed to, as far as the acting organisation may know them; the last first. */
export const consentsOf = (tx: Tx, personId: string): Promise<Consent[]> =>
  rows<Consent>(
    tx,
    `select id, person_id as "personId", purpose, receiver_org as "receiverOrg", receiver_kind as "receiverKind", explicit,
       given_by as "givenBy", given_at as "givenAt", revoked_at as "revokedAt"
     from people_consent where person_id = $1 order by given_at desc, id desc`,
    [personId],
  );

/** Keeps a yes. */
export const insertConsent = async (
  tx: Tx,
  {
    id,
    personId,
    purpose,
    receiverOrg,
    receiverKind,
    explicit,
    givenBy,
    givenAt,
  }: Omit<Consent, 'revokedAt'>,
  by: { readonly actor: string; readonly organisationId: string | null },
): Promise<void> => {
  await rows(
    tx,
    `insert into people_consent (id, person_id, purpose, receiver_org, receiver_kind, explicit, given_by, given_at,
       recorded_by, recorded_org) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      ...[id, personId, purpose, receiverOrg, receiverKind, explicit, givenBy, stamp(givenAt)],
      ...[by.actor, by.organisationId],
    ],
  );
};

/** Takes a yes back and answers to whom it was said; null when there is none that stands. */
export const revokeConsent = async (
  tx: Tx,
  which: { readonly id: string; readonly personId: string },
  by: { readonly actor: string; readonly now: Instant },
): Promise<Pick<Consent, 'receiverOrg'> | null> =>
  first(
    tx,
    `update people_consent set revoked_at = greatest($3, given_at), revoked_by = $4
     where id = $1 and person_id = $2 and revoked_at is null returning receiver_org as "receiverOrg"`,
    [which.id, which.personId, stamp(by.now), by.actor],
  );
