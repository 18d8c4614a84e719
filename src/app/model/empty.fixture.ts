import type pg from 'pg';

/** Somebody else held one of the tables for longer than was waited. */
const HELD = '55P03';

/**
 * Empties tables with whatever hangs on them and does the rest, in one transaction. The house may still be at work by
 * itself: who empties never waits with tables in hand, so that the two cannot wait for one another.
 */
export const emptyTables = async (
  client: pg.Client,
  tables: string,
  rest: () => Promise<void>,
): Promise<void> => {
  for (;;) {
    await client.query('begin');
    await client.query("set local lock_timeout = '100ms'");
    try {
      await client.query(`truncate ${tables} cascade`);
      await rest();
      await client.query('commit');
      return;
    } catch (error) {
      await client.query('rollback');
      if ((error as { code?: string }).code !== HELD) throw error;
    }
  }
};
