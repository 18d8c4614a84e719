import { type Config, ConfigError } from '#platform/config.ts';
import { startPostgres } from '#platform/postgres/index.ts';

/** The database of this installation: the embedded one, or the one DATABASE_URL names. */
export interface OpenDatabase {
  readonly url: string;
  readonly embedded: boolean;
  stop(): Promise<void>;
}

/** Starts the embedded PostgreSQL, unless DATABASE_URL replaces it wholly. */
export const openDatabaseOf = async (config: Config): Promise<OpenDatabase> => {
  if (config.databaseUrl !== null)
    return { url: config.databaseUrl, embedded: false, stop: async () => undefined };
  if (config.mode === 'production') {
    throw new ConfigError(
      'MODE is production, but there is no DATABASE_URL. The embedded database is for practice only.',
    );
  }
  const postgres = await startPostgres({ dataDir: config.dataDir });
  return { url: postgres.url, embedded: true, stop: () => postgres.stop() };
};
