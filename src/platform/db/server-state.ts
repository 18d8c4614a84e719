import type { Tx } from './database.ts';
import { first } from './sql.ts';

/** How the database server stands to us. */
export interface ServerState {
  readonly version: string;
  /** Whether an acknowledged commit survives a power cut. */
  readonly durable: boolean;
  /** Whether we work as the owner of the tables, whom row-level security does not bind. */
  readonly owner: boolean;
  /** Whether the login we came in by could become that owner. */
  readonly ownerLogin: boolean;
}

/** Asks the server how it stands; null when our tables are not there. Throws when it does not answer. */
export const serverState = (tx: Tx): Promise<ServerState | null> =>
  first<ServerState>(
    tx,
    `select current_setting('server_version') as version, current_setting('synchronous_commit') = 'on' as durable,
            pg_get_userbyid(relowner) = current_user as owner,
            pg_has_role(session_user, relowner, 'member') as "ownerLogin"
       from pg_class where oid = to_regclass('platform_diary')`,
  );
