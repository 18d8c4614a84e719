import pg from 'pg';
import { type Database, openDatabase } from '#platform/db/database.ts';
import { newId } from '#platform/db/ids.ts';
import { createTestDatabase } from '#platform/postgres/test-database.ts';
import { type Carrier, MESSENGER, type Messenger, startMessenger } from './messenger.ts';
import { type Delivery, deliveriesOf, enqueue, type Message } from './store.ts';

/** Patience with what happens by itself. */
export const PATIENT = { timeout: 10_000, interval: 20 };

/** A database with messages, and messengers to carry them. */
export interface PostOffice {
  readonly now: number;
  /** The organisation that watches over the messages. */
  readonly desk: string;
  readonly database: Database;
  /** The owner of the tables, who sees everything. */
  readonly owner: pg.Client;
  message(change?: Partial<Message>): Message;
  post(messages: readonly Message[]): Promise<void>;
  deliveryOf(message: Message): Promise<Delivery | undefined>;
  stateOf(message: Message): Promise<string | undefined>;
  /** Starts a messenger; it is stopped by `rest`. */
  work(carriers: Partial<Record<Delivery['kind'], Carrier>>): Messenger;
  /** What waits for its next try is due now. */
  hurry(): Promise<void>;
  rest(): Promise<void>;
  close(): Promise<void>;
}

const nobody: Carrier = async () => ({ kind: 'nobody', status: 'none' });

/** Opens it on a database of its own. */
export const openPostOffice = async (): Promise<PostOffice> => {
  const now = Date.now();
  const desk = newId();
  const test = await createTestDatabase();
  const database = openDatabase(test.url, 6);
  const owner = new pg.Client({ connectionString: test.url });
  await owner.connect();
  const running: Messenger[] = [];
  const deliveryOf: PostOffice['deliveryOf'] = async ({ dedupId }) => {
    const all = await database.transaction(MESSENGER, (tx) => deliveriesOf(tx, desk, null));
    return all.find((each) => each.dedupId === dedupId);
  };
  const rest = async (): Promise<void> => {
    await Promise.all(running.splice(0).map((each) => each.stop()));
  };
  return {
    ...{ now, desk, database, owner, deliveryOf, rest },
    message: (change = {}) => ({
      ...{
        kind: 'mail',
        organisationId: desk,
        receiverId: newId(),
        dedupId: newId(),
        event: 'question',
        body: {},
      },
      ...change,
    }),
    post: (messages) => database.transaction(MESSENGER, (tx) => enqueue(tx, messages, now)),
    stateOf: async (message) => (await deliveryOf(message))?.state,
    work(carriers) {
      const report = (error: unknown): void => console.error(error);
      const messenger = startMessenger({
        ...{ databaseUrl: test.url, database, clock: { now: () => now }, report },
        carriers: { mail: nobody, webhook: nobody, message: nobody, ...carriers },
      });
      running.push(messenger);
      return messenger;
    },
    async hurry() {
      await owner.query('update graphile_worker._private_jobs set run_at = now() where locked_at is null');
      await owner.query(`select pg_notify('jobs:insert', '{"r":1,"count":9}')`);
    },
    async close() {
      await rest();
      await owner.end();
      await database.close();
      await test.drop();
    },
  };
};
