import type pg from 'pg';
import type { Tx } from './database.ts';

/** Statements are written out in the code, so there are few; each gets a name under which PostgreSQL keeps its plan. */
const names = new Map<string, string>();

const nameOf = (text: string): string => {
  const known = names.get(text);
  if (known !== undefined) return known;
  const fresh = `verkeerstoren-${names.size}`;
  names.set(text, fresh);
  return fresh;
};

/**
 * The rows of one statement. The text stands whole in the store and values travel only as parameters; a statement with
 * parameters is planned once per connection.
 */
export const rows = async <Row>(tx: Tx, text: string, values: readonly unknown[] = []): Promise<Row[]> => {
  const client = tx as unknown as pg.PoolClient;
  const statement = { text, values: [...values] };
  const answer = await client.query(values.length === 0 ? statement : { name: nameOf(text), ...statement });
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
