import { Logger, runMigrations } from 'graphile-worker';
import pg from 'pg';

/** The library would write to the console; what goes wrong is told through events and the delivery log instead. */
export const silentLogger = new Logger(() => () => undefined);

/** Connections for jobs. Without a listener on pool and client, a database that dies takes the server with it. */
export const openJobPool = (url: string, max: number, options: string): pg.Pool => {
  const pool = new pg.Pool({ connectionString: url, max, options, connectionTimeoutMillis: 10_000 });
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
};

/** Makes or renews the tables of the job queue (schema `graphile_worker`), as the owner of the database. */
export const migrateJobs = async (url: string): Promise<void> => {
  const pgPool = openJobPool(url, 1, '-c timezone=UTC');
  try {
    await runMigrations({ pgPool, logger: silentLogger });
  } finally {
    await pgPool.end();
  }
};
