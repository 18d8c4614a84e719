import { makePracticeRegion } from '#demo/index.ts';
import { seedScale } from '#demo/scale.ts';
import { type Config, ConfigError, readConfig } from '#platform/config.ts';
import { migrate } from '#platform/db/migrate.ts';
import { admitServer } from '#platform/db/server-login.ts';
import { installationKey, lockAtRest } from './at-rest.ts';
import { openDatabaseOf } from './open-database.ts';

/** `migrate`: brings the database up to date and stops. */
export const migrateOnly = async (): Promise<void> => {
  const config = readConfig(process.env);
  const database = await openDatabaseOf(config);
  try {
    const { applied } = await migrate(database.url);
    await admitServer(database.url, database.serverUrl);
    await lockAtRest(database.url, await installationKey(database.url, config));
    console.log(applied.length === 0 ? 'The database is up to date.' : `Applied: ${applied.join(', ')}`);
  } finally {
    await database.stop();
  }
};

/** How the practice region of this installation is made. */
const making = (config: Config, key: Buffer) => ({ seed: config.practiceSeed, now: Date.now(), key });

/** `demo`: makes the practice region, or with --scale a region of that many places. */
export const seedDemo = async (options: { readonly scale?: number }): Promise<void> => {
  const config = readConfig(process.env);
  if (config.mode === 'production')
    throw new ConfigError('MODE is production: invented people are never made there. Use MODE=practice.');
  const database = await openDatabaseOf(config);
  try {
    await migrate(database.url);
    const key = await installationKey(database.url, config);
    await lockAtRest(database.url, key);
    if (options.scale === undefined) await makePracticeRegion(database.url, making(config, key));
    else await seedScale(database.url, options.scale, config.practiceSeed);
    console.log('The practice region stands.');
  } finally {
    await database.stop();
  }
};
