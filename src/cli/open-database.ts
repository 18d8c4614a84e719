import { type Config, ConfigError } from '#platform/config.ts';
import { startPostgres } from '#platform/postgres/index.ts';

/** The database of this installation: the embedded one, or the one DATABASE_URL names. */
export interface OpenDatabase {
  /** As the owner of the tables: for migrations, retention and what is typed by hand. */
  readonly url: string;
  /** As the server logs in. */
  readonly serverUrl: string;
  readonly embedded: boolean;
  stop(): Promise<void>;
}

/** The embedded database lets in who reaches its socket, which only the account itself does; so this login has no password. */
const asServer = (ownerUrl: string): string => {
  const address = new URL(ownerUrl);
  address.username = 'verkeerstoren_server';
  return address.href;
};

/** Starts the embedded PostgreSQL, unless DATABASE_URL replaces it wholly. */
export const openDatabaseOf = async (config: Config): Promise<OpenDatabase> => {
  if (config.databaseUrl !== null)
    return {
      url: config.databaseOwnerUrl ?? config.databaseUrl,
      serverUrl: config.databaseUrl,
      ...{ embedded: false, stop: async () => undefined },
    };
  if (config.mode === 'production') {
    throw new ConfigError(
      'MODE is production, but there is no DATABASE_URL. The embedded database is for practice only.',
    );
  }
  const postgres = await startPostgres({ dataDir: config.dataDir });
  const { url } = postgres;
  return { url, serverUrl: asServer(url), embedded: true, stop: () => postgres.stop() };
};
