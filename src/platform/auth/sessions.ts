import { type Instant, MINUTE } from '#kernel/interval.ts';
import type { Clock } from '#platform/clock.ts';
import { byHouse } from '#platform/db/by-house.ts';
import type { Database, Tx } from '#platform/db/database.ts';
import type { WrittenEntry } from '#platform/diary/diary.ts';
import type { Actor, Session } from '#platform/http/actor.ts';
import { hasLapsed, PRACTICE_LIMITS, type SessionLimits } from './limits.ts';
import { endSessions, markSeen, putSession, type SessionStart, sessionByHash } from './session-store.ts';
import { hashOfToken, newToken } from './tokens.ts';

const REMEMBERED_MS = 1_000;
const MOST = 5_000;
/** Being there is written down this often, not at every question. */
const SEEN_EVERY = MINUTE;

/** Sessions: begun by signing in, found by their token, ended by signing out. Only hashes are stored. */
export interface Sessions {
  /** Begins one, always with a token of its own: what stood in the browser before is worth nothing. */
  begin(tx: Tx, start: SessionStart): Promise<string>;
  /** Whose it is. What a screen asks by itself does not count as somebody being there. */
  find(token: string, byItself?: boolean): Promise<Session | null>;
  end(token: string): Promise<void>;
  /** Something about this session was written: the next question reads it anew. */
  refresh(id: string): void;
  /** Forgets these at once; what is being looked up now is not remembered either. */
  drop(ids: readonly string[]): void;
}

/** The sessions that ended by these lines of the diary. */
export const endedIn = (lines: readonly WrittenEntry[]): readonly string[] =>
  lines
    .filter((line) => line.room === 'accounts' && line.event === 'session-ended')
    .map((line) => line.subject);

/** What a second of looking up keeps, so that a screen full of questions costs one query. */
const openMemory = () => {
  const known = new Map<
    string,
    { readonly found: Session | null; readonly at: number; readonly now: Instant; readonly byItself: boolean }
  >();
  const gone = new Set<string>();
  return {
    get(hash: string, now: Instant, byItself: boolean): Session | null | undefined {
      const kept = known.get(hash);
      const fresh =
        kept !== undefined &&
        (byItself || !kept.byItself) &&
        performance.now() - kept.at < REMEMBERED_MS &&
        Math.abs(now - kept.now) < REMEMBERED_MS;
      return fresh ? kept.found : undefined;
    },
    put(hash: string, found: Session | null, now: Instant, byItself: boolean): void {
      if (found !== null && gone.has(found.id)) return;
      if (known.size > MOST) known.clear();
      known.set(hash, { found, at: performance.now(), now, byItself });
    },
    forget: (hash: string) => known.delete(hash),
    refresh(id: string): void {
      for (const [hash, { found }] of known) if (found?.id === id) known.delete(hash);
    },
    drop(ids: readonly string[]): void {
      if (gone.size > MOST) gone.clear();
      for (const id of ids) gone.add(id);
      for (const [hash, { found }] of known) if (found !== null && gone.has(found.id)) known.delete(hash);
    },
  };
};

const NOBODY = byHouse('door');

/** Opens the session table. Who a professional is, the house tells through `professional`. */
export const openSessions = (
  database: Database,
  clock: Clock,
  professional: (tx: Tx, id: string) => Promise<Actor | null>,
  limits: SessionLimits = PRACTICE_LIMITS,
): Sessions => {
  const memory = openMemory();
  const look = (hash: string, byItself: boolean): Promise<Session | null> =>
    database.transaction(NOBODY, async (tx) => {
      const row = await sessionByHash(tx, hash);
      const now = clock.now();
      if (row === null || hasLapsed(row, now, limits)) return null;
      const actor = await professional(tx, row.professionalId);
      if (actor === null) return null;
      if (!byItself && now - row.seenAt >= SEEN_EVERY) await markSeen(tx, row.id, now);
      const { id, accountId, strong, factorAt } = row;
      return { id, accountId, strong, factorAt, actor };
    });
  return {
    async begin(tx, start) {
      const token = newToken();
      await putSession(tx, hashOfToken(token), start, clock.now());
      return token;
    },
    async find(token, byItself = false) {
      const hash = hashOfToken(token);
      const kept = memory.get(hash, clock.now(), byItself);
      if (kept !== undefined) return kept;
      const found = await look(hash, byItself);
      memory.put(hash, found, clock.now(), byItself);
      return found;
    },
    async end(token) {
      const hash = hashOfToken(token);
      memory.forget(hash);
      await database.transaction(NOBODY, (tx) =>
        endSessions(tx, { hash }, { actor: null, now: clock.now() }),
      );
    },
    refresh: memory.refresh,
    drop: memory.drop,
  };
};
