import type { Instant } from '#kernel/interval.ts';
import type { Tx } from '#platform/db/database.ts';
import { first, rows } from '#platform/db/sql.ts';
import { stamp } from '#platform/db/types.ts';
import type { Invitation } from './types.ts';

const INVITATION = `id, email, name, phone, organisation_id as "organisationId", site_id as "siteId", unit_id as "unitId",
  role, administrator, invited_by as "invitedBy", invited_at as "invitedAt", expires_at as "expiresAt",
  account_id as "accountId", used_at as "usedAt", withdrawn_at as "withdrawnAt"`;

/** Writes an invitation under the hash of its token. */
export const putInvitation = (tx: Tx, invitation: Invitation, hash: string): Promise<unknown> =>
  rows(
    tx,
    `insert into accounts_invitation (id, token_hash, email, name, phone, organisation_id, site_id, unit_id, role,
       administrator, account_id, invited_by, invited_at, expires_at)
     values ($1, $2, lower($3), $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
    [
      ...[invitation.id, hash, invitation.email, invitation.name, invitation.phone],
      ...[invitation.organisationId, invitation.siteId, invitation.unitId, invitation.role],
      ...[invitation.administrator, invitation.accountId, invitation.invitedBy],
      ...[stamp(invitation.invitedAt), stamp(invitation.expiresAt)],
    ],
  );

/** The invitation behind a token, held until this transaction ends: it is used once. */
export const invitationByHash = (tx: Tx, hash: string): Promise<Invitation | null> =>
  first(tx, `select ${INVITATION} from accounts_invitation where token_hash = $1 for update`, [hash]);

/** An invitation, held until this transaction ends. */
export const invitationById = (tx: Tx, id: string): Promise<Invitation | null> =>
  first(tx, `select ${INVITATION} from accounts_invitation where id = $1 for update`, [id]);

/** The invitations of an organisation that were not used nor taken back, newest first. */
export const openInvitations = (tx: Tx, organisationId: string): Promise<Invitation[]> =>
  rows(
    tx,
    `select ${INVITATION} from accounts_invitation
     where organisation_id = $1 and used_at is null and withdrawn_at is null order by invited_at desc, id`,
    [organisationId],
  );

/** It was used. */
export const markUsed = (tx: Tx, id: string, now: Instant): Promise<unknown> =>
  rows(tx, 'update accounts_invitation set used_at = $2 where id = $1', [id, stamp(now)]);

/** It was taken back. */
export const markWithdrawn = (tx: Tx, id: string, now: Instant): Promise<unknown> =>
  rows(tx, 'update accounts_invitation set withdrawn_at = $2 where id = $1', [id, stamp(now)]);

/** A new token for the same invitation; the old one opens nothing any more. */
export const renewInvitation = (
  tx: Tx,
  id: string,
  { hash, expiresAt }: { readonly hash: string; readonly expiresAt: Instant },
): Promise<unknown> =>
  rows(tx, 'update accounts_invitation set token_hash = $2, expires_at = $3 where id = $1', [
    id,
    hash,
    stamp(expiresAt),
  ]);
