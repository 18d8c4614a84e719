import type { Instant } from '#kernel/interval.ts';
import type { Tx } from '#platform/db/database.ts';
import { first, rows } from '#platform/db/sql.ts';
import { stamp, stampOrNull } from '#platform/db/types.ts';
import { type Entry, record } from '#platform/diary/diary.ts';

/** How a session began: a role button of the practice region, or an account with what it showed. */
export type SessionKind = 'practice' | 'password' | 'totp' | 'recovery' | 'passkey' | 'oidc';

/** What begins. */
export interface SessionStart {
  readonly professionalId: string;
  readonly accountId: string | null;
  readonly kind: SessionKind;
  readonly strong: boolean;
  /** When the second factor was shown last; null: never. */
  readonly factorAt: Instant | null;
  /** Browser and system in words; null: it did not say. */
  readonly device: string | null;
}

/** A session as the table holds it. */
export interface SessionRow extends SessionStart {
  readonly id: string;
  readonly beganAt: Instant;
  readonly seenAt: Instant;
}

const COLUMNS = `id, professional_id as "professionalId", account_id as "accountId", kind, strong,
  factor_at as "factorAt", device, began_at as "beganAt", seen_at as "seenAt"`;

/** Writes a session that begins; answers its id. */
export const putSession = async (
  tx: Tx,
  hash: string,
  start: SessionStart,
  now: Instant,
): Promise<string> => {
  const row = await first<{ id: string }>(
    tx,
    `insert into platform_session (token_hash, professional_id, account_id, kind, strong, factor_at, device, began_at, seen_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $8) returning id`,
    [
      hash,
      start.professionalId,
      start.accountId,
      start.kind,
      start.strong,
      stampOrNull(start.factorAt),
      start.device,
      stamp(now),
    ],
  );
  if (row === null) throw new Error('a session that was written has no id');
  return row.id;
};

/** The session behind a hash of a token; null when it ended or never was. */
export const sessionByHash = (tx: Tx, hash: string): Promise<SessionRow | null> =>
  first(tx, `select ${COLUMNS} from platform_session where token_hash = $1 and ended_at is null`, [hash]);

/** All sessions of an account that did not end, newest first. */
export const sessionsOfAccount = (tx: Tx, accountId: string): Promise<SessionRow[]> =>
  rows(
    tx,
    `select ${COLUMNS} from platform_session where account_id = $1 and ended_at is null order by began_at desc, id`,
    [accountId],
  );

/** Somebody asked something in this session. */
export const markSeen = (tx: Tx, id: string, now: Instant): Promise<unknown> =>
  rows(tx, 'update platform_session set seen_at = $2 where id = $1', [id, stamp(now)]);

/** The owner of this session showed again who they are. */
export const markConfirmed = (tx: Tx, id: string, now: Instant): Promise<unknown> =>
  rows(tx, 'update platform_session set factor_at = $2 where id = $1', [id, stamp(now)]);

/** Which sessions end: one by its token or its id, or those of an account, perhaps except one. */
export type Ending =
  | { readonly hash: string }
  | { readonly id: string }
  | { readonly accountId: string; readonly except?: string };

const whereOf = (ending: Ending): readonly [string, readonly unknown[]] => {
  if ('hash' in ending) return ['token_hash = $2', [ending.hash]];
  if ('id' in ending) return ['id = $2', [ending.id]];
  return ['account_id = $2 and id is distinct from $3', [ending.accountId, ending.except ?? null]];
};

const entryOf = (session: SessionRow, actor: string, now: Instant): Entry => ({
  at: now,
  room: 'accounts',
  event: 'session-ended',
  subject: session.id,
  unitId: null,
  organisationId: null,
  actor,
  body: session.accountId === null ? {} : { account: session.accountId },
});

/** Ends sessions and says so in the diary, by which every process hears it. Answers how many. */
export const endSessions = async (
  tx: Tx,
  ending: Ending,
  act: { readonly actor: string | null; readonly now: Instant },
): Promise<number> => {
  const [where, values] = whereOf(ending);
  const ended = await rows<SessionRow>(
    tx,
    `update platform_session set ended_at = $1 where ${where} and ended_at is null returning ${COLUMNS}`,
    [stamp(act.now), ...values],
  );
  await record(
    tx,
    ended.map((each) => entryOf(each, act.actor ?? each.professionalId, act.now)),
  );
  return ended.length;
};
