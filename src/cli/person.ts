import { erasePerson, exportPerson, type FileRefusal } from '#app/records/file.ts';
import { overdue, takeAway } from '#app/records/retention.ts';
import type { Instant } from '#kernel/interval.ts';
import { machineClock } from '#platform/clock.ts';
import { ConfigError, readConfig } from '#platform/config.ts';
import type { Tx } from '#platform/db/database.ts';
import { migrate } from '#platform/db/migrate.ts';
import { asOwner } from '#platform/db/owner.ts';
import { installationKey } from './at-rest.ts';
import { openDatabaseOf } from './open-database.ts';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

const SENTENCES: Readonly<Record<FileRefusal, string>> = {
  'person-unknown': 'Er is niemand met dit nummer.',
  'person-in-care':
    'Voor deze persoon loopt nog een aanvraag of is een bed in gebruik. Sluit die eerst af; daarna kan wissen.',
};

/** Runs the work as keeper of the database of this installation, with its key. */
const asKeeper = async <T>(work: (tx: Tx, key: Buffer, now: Instant) => Promise<T>): Promise<T> => {
  const config = readConfig(process.env);
  const installed = await openDatabaseOf(config);
  try {
    await migrate(installed.url);
    const key = await installationKey(installed.url, config);
    return await asOwner(installed.url, (tx) => work(tx, key, machineClock.now()));
  } finally {
    await installed.stop();
  }
};

const known = (id: string): string => {
  if (!UUID.test(id)) throw new ConfigError(SENTENCES['person-unknown']);
  return id;
};

/** `person export <id>`: everything about one person, as JSON. */
export const personExport = async (id: string): Promise<void> => {
  const file = await asKeeper((tx, key) => exportPerson(tx, known(id), key));
  if (!file.ok) throw new ConfigError(SENTENCES[file.refusal.code]);
  process.stdout.write(`${JSON.stringify(file.value, null, 2)}\n`);
};

/** `person erase <id>`: makes somebody unknown; log and diary stay. */
export const personErase = async (id: string): Promise<void> => {
  const erased = await asKeeper((tx, _key, now) => erasePerson(tx, known(id), now));
  if (!erased.ok) throw new ConfigError(SENTENCES[erased.refusal.code]);
  console.log(
    'Gewist: naam, nummer en alles wat over deze persoon geschreven is. Logboek en dagboek blijven.',
  );
};

/** `retention [--preview]`: takes away what is over; with --preview only says what. */
export const retention = async (options: { readonly preview?: boolean }): Promise<void> => {
  const preview = options.preview === true;
  const { people, sessions, doors } = await asKeeper((tx, _key, now) =>
    preview ? overdue(tx, now) : takeAway(tx, now),
  );
  console.log(preview ? 'Zou weggaan:' : 'Weggehaald:');
  console.log(`  ${people.length} dossiers, twintig jaar na de laatste wijziging`);
  console.log(`  ${sessions} oude aanmeldingen, ${doors} oude bezoeken van bewoners`);
};
