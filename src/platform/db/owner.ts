import pg from 'pg';
import type { Tx } from './database.ts';

/**
 * Runs the work in one transaction as the owner of the tables: for bringing a database up to date, never for what people
 * do. Whole or not at all.
 */
export const asOwner = async <T>(url: string, work: (tx: Tx) => Promise<T>): Promise<T> => {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query("set app.keeper = 'on'");
    await client.query('begin');
    const value = await work(client as unknown as Tx);
    await client.query('commit');
    return value;
  } finally {
    // What was not committed goes with the connection.
    await client.end();
  }
};
