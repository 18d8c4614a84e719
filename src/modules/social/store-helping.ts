import type { Instant } from '#kernel/interval.ts';
import type { Tx } from '#platform/db/database.ts';
import { first, rows } from '#platform/db/sql.ts';
import { stamp, stampOrNull } from '#platform/db/types.ts';
import type { HelperLink, HelperSession } from './types-helping.ts';

/** Does this organisation take part by links, because nobody there signs in? */
export const takesPartByLink = async (tx: Tx, organisationId: string): Promise<boolean> =>
  (await first<{ by: boolean }>(tx, 'select social_by_link($1) as by', [organisationId]))?.by === true;

/** Keeps a new link; the one before it of the same referral ends. */
export const insertLink = async (
  tx: Tx,
  link: Pick<HelperLink, 'id' | 'referralId' | 'until'> & {
    readonly tokenHash: string;
    readonly madeAt: Instant;
  },
): Promise<void> => {
  await rows(tx, 'update social_helper_link set ended_at = $2 where referral_id = $1 and ended_at is null', [
    link.referralId,
    stamp(link.madeAt),
  ]);
  await rows(
    tx,
    `insert into social_helper_link (id, referral_id, token_hash, made_at, until) values ($1, $2, $3, $4, $5)`,
    [link.id, link.referralId, link.tokenHash, stamp(link.madeAt), stamp(link.until)],
  );
};

/** The link whose digest the transaction acts by; held, so that two tries at once count as two. */
export const heldLink = (tx: Tx, tokenHash: string): Promise<HelperLink | null> =>
  first<HelperLink>(
    tx,
    `select id, referral_id as "referralId", until, ended_at as "endedAt" from social_helper_link
     where token_hash = $1 for update`,
    [tokenHash],
  );

/** So many codes were sent for a link since a moment. */
export const codesSince = async (tx: Tx, linkId: string, since: Instant): Promise<number> =>
  (
    await first<{ n: number }>(
      tx,
      'select count(*)::int as n from social_helper_code where link_id = $1 and sent_at > $2',
      [linkId, stamp(since)],
    )
  )?.n ?? 0;

/** Keeps the digest of a code that goes out. */
export const insertHelperCode = async (
  tx: Tx,
  code: { id: string; linkId: string; codeHash: string; sentAt: Instant; until: Instant },
): Promise<void> => {
  await rows(
    tx,
    'insert into social_helper_code (id, link_id, code_hash, sent_at, until) values ($1, $2, $3, $4, $5)',
    [code.id, code.linkId, code.codeHash, stamp(code.sentAt), stamp(code.until)],
  );
};

/** A code as it was sent; only its digest. */
interface SentCode {
  readonly id: string;
  readonly codeHash: string;
  readonly until: Instant;
  readonly tries: number;
  readonly usedAt: Instant | null;
}

/** The last code that was sent for a link, held. */
export const lastHelperCode = (tx: Tx, linkId: string): Promise<SentCode | null> =>
  first<SentCode>(
    tx,
    `select id, code_hash as "codeHash", until, tries, used_at as "usedAt" from social_helper_code
     where link_id = $1 order by sent_at desc, id desc limit 1 for update`,
    [linkId],
  );

/** Counts a wrong code, or marks the right one as used. */
export const settleHelperCode = async (tx: Tx, id: string, usedAt: Instant | null): Promise<void> => {
  await rows(
    tx,
    `update social_helper_code set used_at = $2, tries = tries + case when $2::timestamptz is null then 1 else 0 end
     where id = $1`,
    [id, stampOrNull(usedAt)],
  );
};

/** Begins a session; only its digest is kept. */
export const insertHelperSession = async (
  tx: Tx,
  session: HelperSession & {
    readonly tokenHash: string;
    readonly linkId: string;
    readonly beganAt: Instant;
  },
): Promise<void> => {
  await rows(
    tx,
    `insert into social_helper_session (token_hash, link_id, referral_id, began_at, until) values ($1, $2, $3, $4, $5)`,
    [
      ...[session.tokenHash, session.linkId, session.referralId],
      ...[stamp(session.beganAt), stamp(session.until)],
    ],
  );
};

/** For which referral a session that still runs is; null when it does not. */
export const helperSession = (tx: Tx, tokenHash: string, now: Instant): Promise<HelperSession | null> =>
  first<HelperSession>(
    tx,
    `select referral_id as "referralId", until from social_helper_session
     where token_hash = $1 and ended_at is null and until > $2`,
    [tokenHash, stamp(now)],
  );

/** Ends the session the transaction acts by. */
export const endHelperSession = async (tx: Tx, tokenHash: string, now: Instant): Promise<void> => {
  await rows(
    tx,
    'update social_helper_session set ended_at = $2 where token_hash = $1 and ended_at is null',
    [tokenHash, stamp(now)],
  );
};
