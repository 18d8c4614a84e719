import {
  accountsRefusals,
  inviteByHand,
  listByHand,
  resetByHand,
  switchByHand,
} from '#modules/accounts/index.ts';
import type { AccountsCode } from '#modules/accounts/types.ts';
import { loadOrganisations } from '#modules/region/index.ts';
import { ROLES } from '#modules/region/types.ts';
import { machineClock } from '#platform/clock.ts';
import { type Config, ConfigError, readConfig } from '#platform/config.ts';
import { byHouse } from '#platform/db/by-house.ts';
import { type Database, openDatabase } from '#platform/db/database.ts';
import { missingMigrations } from '#platform/db/migrate.ts';
import { openDatabaseOf } from './open-database.ts';

/** Runs the work on the migrated database of this installation. */
const onDatabase = async (work: (database: Database, config: Config) => Promise<void>): Promise<void> => {
  const config = readConfig(process.env);
  const installed = await openDatabaseOf(config);
  try {
    if ((await missingMigrations(installed.url)).length > 0)
      throw new ConfigError('The database is not up to date. Run: verkeerstoren migrate');
    const database = openDatabase(installed.url, 2);
    try {
      await work(database, config);
    } finally {
      await database.close();
    }
  } finally {
    await installed.stop();
  }
};

/** A practice region has roles to pick; an account there would open nothing. */
const publicUrlOf = (config: Config): string => {
  if (config.mode === 'practice')
    throw new ConfigError('A practice region has no accounts: pick a role on its first page.');
  if (config.publicUrl === null)
    throw new ConfigError('PUBLIC_URL is not set: the link of an invitation needs it.');
  return config.publicUrl;
};

/** What is said on the command line about somebody to be asked. */
export interface UserOptions {
  readonly name: string;
  readonly organisation: string;
  readonly role?: string;
  readonly unit?: string;
}

const wordsOf = (code: AccountsCode | 'not-found', withoutUnit: boolean): string => {
  if (code === 'not-found')
    return 'No organisation or unit has this code. See: verkeerstoren export organisations, and places';
  if (code === 'place-not-here' && withoutUnit)
    return 'Who works on a ward has a ward: add --unit <code>, or another --role.';
  const { title, next } = accountsRefusals[code];
  return `${title.en} ${next.en}`;
};

const askSomebody = (email: string, options: UserOptions, administrator: boolean): Promise<void> =>
  onDatabase(async (database, config) => {
    const publicUrl = publicUrlOf(config);
    const role = ROLES.find((each) => each === options.role);
    if (options.role !== undefined && role === undefined)
      throw new ConfigError(`“${options.role}” is no role. Choose from: ${ROLES.join(', ')}.`);
    const { name, organisation, unit } = options;
    const asked = {
      ...{ email, name, organisation, administrator },
      ...(role === undefined ? {} : { role }),
      ...(unit === undefined ? {} : { unit }),
    };
    const link = await inviteByHand(database, asked, { now: machineClock.now(), publicUrl });
    if (!link.ok) throw new ConfigError(wordsOf(link.refusal.code, unit === undefined));
    console.log(`Invitation for ${email}, for seven days and once. Only who has this link can use it:`);
    console.log(`  ${link.value}`);
  });

/** `user add`: the first administrator of an organisation. */
export const userAdd = (email: string, options: UserOptions): Promise<void> =>
  askSomebody(email, options, true);

/** `user invite`: somebody who takes part. */
export const userInvite = (email: string, options: UserOptions): Promise<void> =>
  askSomebody(email, options, false);

/** Shorter says nothing, longer is a story. */
const REASON = { fewest: 10, most: 500 };

/** `user reset`: somebody lost what they sign in with, and nobody else can help. */
export const userReset = (email: string, { reason }: { readonly reason: string }): Promise<void> =>
  onDatabase(async (database, config) => {
    const publicUrl = publicUrlOf(config);
    const why = reason.trim();
    if (why.length < REASON.fewest || why.length > REASON.most)
      throw new ConfigError(`Say why in ${REASON.fewest} to ${REASON.most} characters: its owner reads it.`);
    const link = await resetByHand(database, { email, reason: why }, { now: machineClock.now(), publicUrl });
    if (link === null) throw new ConfigError(`There is no account ${email}. See: verkeerstoren user list`);
    console.log(`${email} is signed out everywhere. This link sets it up anew, for a day and once:`);
    console.log(`  ${link}`);
  });

const stateOf = (account: { readonly disabledAt: number | null; readonly secondFactor: boolean }): string => {
  if (account.disabledAt !== null) return 'disabled';
  return account.secondFactor ? 'active' : 'no second factor yet';
};

/** `user list`: who can sign in. */
export const userList = (): Promise<void> =>
  onDatabase(async (database) => {
    const organisations = await database.transaction(byHouse('cli'), loadOrganisations);
    const codes = new Map(organisations.map(({ id, code }) => [id, code]));
    for (const account of await listByHand(database)) {
      const of = account.organisationIds.map((id) => codes.get(id) ?? '?').join(', ');
      const rank = account.administrator ? ', administrator' : '';
      console.log(`${account.email}  ${account.name}  ${of}${rank}  ${stateOf(account)}`);
    }
  });

/** `user disable` and `user enable`: ends every session within a second, or lets somebody in again. */
export const userSwitch = (email: string, off: boolean): Promise<void> =>
  onDatabase(async (database) => {
    if (!(await switchByHand(database, email, { off, now: machineClock.now() })))
      throw new ConfigError(`There is no account ${email}. See: verkeerstoren user list`);
    console.log(off ? `${email} is disabled; every session has ended.` : `${email} may sign in again.`);
  });
