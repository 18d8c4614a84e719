import type { KeyObject } from 'node:crypto';
import pg from 'pg';
import { chainKey } from '#platform/access-log/chain.ts';
import { sealAll } from '#platform/access-log/sealer.ts';
import { writeLooks } from '#platform/access-log/store.ts';
import type { Look, Onlooker } from '#platform/access-log/types.ts';
import { type Database, openDatabase } from '#platform/db/database.ts';
import { createTestDatabase } from '#platform/postgres/test-database.ts';

const AT = Date.parse('2026-11-23T10:00:00Z');
const DAY = 86_400_000;

/** Two houses whose log is tampered with: what is done to the one must not be found at the other. */
export const [HOUSE, NEIGHBOUR] = [
  '00000000-0000-7000-8000-000000000001',
  '00000000-0000-7000-8000-000000000002',
] as const;

/** A log of so many lines for each house, sealed, with its owner who can do anything. */
export interface LogBook {
  readonly database: Database;
  readonly owner: pg.Client;
  readonly key: KeyObject;
  close(): Promise<void>;
}

const idOf = (n: number): string => `00000000-0000-7000-9000-${n.toString(16).padStart(12, '0')}`;

const onlooker = (organisationId: string): Onlooker => ({
  ...{ actor: 'nurse', role: 'ward', organisationId, accountId: null, sessionId: 's-1', onBehalfOf: null },
  ...{ network: '10.0.0.0/24', component: 'web', policy: 'see-request', policyVersion: 'v' },
});

/** Writes and seals such a log, in a database of its own; `daysOld` says how long ago it was written. */
export const openLogBook = async (lines: number, daysOld = 0): Promise<LogBook> => {
  const test = await createTestDatabase();
  const key = chainKey(Buffer.alloc(32, 'torture'));
  const database = openDatabase(test.url, 3);
  const owner = new pg.Client({ connectionString: test.url });
  await owner.connect();
  const looks = Array.from(
    { length: lines },
    (_, n): Look => ({
      ...{ event: 'read', objectType: 'request', objectId: idOf(n), personId: idOf(n % 97) },
      categories: ['profile', 'reason-and-care'],
    }),
  );
  const ended = { at: AT - daysOld * DAY, outcome: 'done' } as const;
  for (let from = 0; from < lines; from += 500) {
    for (const organisationId of [HOUSE, NEIGHBOUR])
      await database.transaction({ actor: 'nurse', organisationId }, (tx) =>
        writeLooks(tx, onlooker(organisationId), looks.slice(from, from + 500), ended),
      );
  }
  const sealed = await sealAll(database, key);
  if (sealed !== 2 * lines) throw new Error(`${sealed} lines were sealed, ${2 * lines} were written`);
  return {
    database,
    owner,
    key,
    async close() {
      await owner.end();
      await database.close();
      await test.drop();
    },
  };
};
