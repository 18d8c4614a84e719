import { CODE, writeRegion } from '#modules/region/index.ts';
import { machineClock } from '#platform/clock.ts';
import { ConfigError, readConfig } from '#platform/config.ts';
import { byHouse } from '#platform/db/by-house.ts';
import { openDatabase, type Tx } from '#platform/db/database.ts';
import { newId } from '#platform/db/ids.ts';
import { migrate } from '#platform/db/migrate.ts';
import { stampOf, stampProduction } from '#platform/db/mode.ts';
import { admitServer } from '#platform/db/server-login.ts';
import { openDatabaseOf } from './open-database.ts';

/** The organisation that is the desk of a region. */
export interface RegionOptions {
  readonly desk: string;
  readonly code: string;
  readonly phone: string;
}

const PHONE = /^(\+31|0)\d{9}$/;

const checkOptions = ({ code, phone }: RegionOptions): void => {
  if (!CODE.pattern.test(code))
    throw new ConfigError('--code takes small letters, digits and dashes, as in loket-drenthe.');
  if (!PHONE.test(phone.replace(/[\s-]/g, '')))
    throw new ConfigError('--phone takes a Dutch number of ten digits, as in 0592-00 17 20.');
};

const refuseIfMade = async (tx: Tx): Promise<void> => {
  const stamp = await stampOf(tx);
  if (stamp !== null)
    throw new ConfigError(`This database holds the ${stamp.mode} region ${stamp.regionName} already.`);
};

/** Makes a real region in an empty database: its name, and the desk everybody can turn to. Nothing invented. */
const makeRegion = async (databaseUrl: string, name: string, options: RegionOptions): Promise<void> => {
  checkOptions(options);
  const database = openDatabase(databaseUrl, 2);
  try {
    await database.transaction(byHouse('cli'), async (tx) => {
      await refuseIfMade(tx);
      await stampProduction(tx, name);
      const desk = {
        ...{ id: newId(), code: options.code, name: options.desk, kind: 'desk' as const },
        ...{ phone: options.phone, email: null, ura: null, agb: null, party: true },
      };
      await writeRegion(
        tx,
        { organisations: [desk] },
        { actor: byHouse('cli').actor, now: machineClock.now() },
      );
    });
  } finally {
    await database.close();
  }
};

/** `region new`: the second step of a new installation. */
export const regionNew = async (name: string, options: RegionOptions): Promise<void> => {
  const config = readConfig(process.env);
  if (config.mode === 'practice')
    throw new ConfigError(
      'MODE is practice: its region is made by itself. Set MODE=production and DATABASE_URL.',
    );
  const installed = await openDatabaseOf(config);
  try {
    await migrate(installed.url);
    await admitServer(installed.url, installed.serverUrl);
    await makeRegion(installed.url, name, options);
    console.log(`The region ${name} stands, with ${options.desk} as its desk. Next: verkeerstoren user add`);
  } finally {
    await installed.stop();
  }
};
