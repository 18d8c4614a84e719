import { machineClock } from '#platform/clock.ts';
import { ConfigError, readConfig } from '#platform/config.ts';
import { type Database, openDatabase } from '#platform/db/database.ts';
import { migrate } from '#platform/db/migrate.ts';
import { exportFile } from './export.ts';
import { FILE_KINDS, type FileName } from './file-kinds.ts';
import { importFile } from './import.ts';
import { openDatabaseOf } from './open-database.ts';

const kindOf = (word: string): FileName => {
  const name = FILE_KINDS.find((each) => each === word);
  if (name === undefined)
    throw new ConfigError(`“${word}” is geen lijst. Kies uit: ${FILE_KINDS.join(', ')}.`);
  return name;
};

/** Runs the work on the database of this installation and leaves nothing running. */
const onDatabase = async (work: (database: Database) => Promise<void>): Promise<void> => {
  const installed = await openDatabaseOf(readConfig(process.env));
  try {
    await migrate(installed.url);
    const database = openDatabase(installed.url, 2);
    try {
      await work(database);
    } finally {
      await database.close();
    }
  } finally {
    await installed.stop();
  }
};

/** `import <kind> <file> [--preview]`: ends with 1 when nothing was taken over because of an error. */
export const importCommand = async (
  kind: string,
  path: string,
  options: { readonly preview?: boolean },
): Promise<void> => {
  const name = kindOf(kind);
  await onDatabase(async (database) => {
    const report = await importFile(database, name, path, {
      preview: options.preview ?? false,
      clock: machineClock,
    });
    for (const line of report.lines) console.log(line);
    if (!report.ok) process.exitCode = 1;
  });
};

/** `export <kind> [file]`: to the file, or to the screen. */
export const exportCommand = async (kind: string, path?: string): Promise<void> => {
  const name = kindOf(kind);
  await onDatabase(async (database) => {
    const text = await exportFile(database, name, path ?? null);
    if (text !== null) process.stdout.write(text);
  });
};
