import { createHash, randomBytes } from 'node:crypto';
import type { Instant } from '#kernel/interval.ts';
import type { Clock } from '#platform/clock.ts';
import type { Database } from '#platform/db/database.ts';
import { first, rows } from '#platform/db/sql.ts';
import { stamp } from '#platform/db/types.ts';
import type { Actor } from '#platform/http/actor.ts';

const DAY = 86_400_000;
const REMEMBERED_MS = 1_000;

const hashOf = (token: string): string => createHash('sha256').update(token).digest('base64url');

/** Sessions: begun by signing in, found by their token, ended by signing out. Only hashes are stored. */
export interface Sessions {
  begin(professionalId: string): Promise<string>;
  find(token: string): Promise<Actor | null>;
  end(token: string): Promise<void>;
}

const NOBODY = { actor: 'door', organisationId: null } as const;

/** Opens the session table. Who a professional is, the house tells through `professional`. */
export const openSessions = (
  database: Database,
  clock: Clock,
  professional: (id: string) => Promise<Actor | null>,
): Sessions => {
  // A look is remembered for a second, so that a screen full of questions costs one query.
  const remembered = new Map<string, { actor: Actor | null; at: Instant }>();
  const look = async (hash: string): Promise<Actor | null> => {
    const row = await database.transaction(NOBODY, (tx) =>
      first<{ professional_id: string }>(
        tx,
        'select professional_id from platform_session where token_hash = $1 and ended_at is null and began_at > $2',
        [hash, stamp(clock.now() - DAY)],
      ),
    );
    return row === null ? null : professional(row.professional_id);
  };
  return {
    async begin(professionalId) {
      const token = randomBytes(32).toString('base64url');
      const now = stamp(clock.now());
      await database.transaction(NOBODY, (tx) =>
        rows(
          tx,
          'insert into platform_session (token_hash, professional_id, began_at, seen_at) values ($1, $2, $3, $3)',
          [hashOf(token), professionalId, now],
        ),
      );
      return token;
    },
    async find(token) {
      const hash = hashOf(token);
      const known = remembered.get(hash);
      const now = performance.now();
      if (known !== undefined && now - known.at < REMEMBERED_MS) return known.actor;
      const actor = await look(hash);
      if (remembered.size > 5_000) remembered.clear();
      remembered.set(hash, { actor, at: now });
      return actor;
    },
    async end(token) {
      const hash = hashOf(token);
      remembered.delete(hash);
      await database.transaction(NOBODY, (tx) =>
        rows(tx, 'update platform_session set ended_at = $2 where token_hash = $1 and ended_at is null', [
          hash,
          stamp(clock.now()),
        ]),
      );
    },
  };
};
