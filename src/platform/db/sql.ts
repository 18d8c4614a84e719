import type pg from 'pg';
import type { Tx } from './database.ts';

/** The rows of one statement. The text is written out in the store; values only travel as parameters. */
export const rows = async <Row>(tx: Tx, text: string, values: readonly unknown[] = []): Promise<Row[]> => {
  const client = tx as unknown as pg.PoolClient;
  const answer = await client.query({ text, values: [...values] });
  return answer.rows as Row[];
};

/** The first row, or null. */
export const first = async <Row>(
  tx: Tx,
  text: string,
  values: readonly unknown[] = [],
): Promise<Row | null> => {
  const [row] = await rows<Row>(tx, text, values);
  return row ?? null;
};

/** A statement that runs often enough to be planned once per connection. */
export const named = async <Row>(
  tx: Tx,
  name: string,
  text: string,
  values: readonly unknown[],
): Promise<Row[]> => {
  const client = tx as unknown as pg.PoolClient;
  const answer = await client.query({ name, text, values: [...values] });
  return answer.rows as Row[];
};
