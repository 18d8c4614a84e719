#!/usr/bin/env node
import { Command } from 'commander';
import { ConfigError } from '#platform/config.ts';
import { doctor } from './doctor.ts';
import { exportCommand, importCommand } from './files.ts';
import { serve } from './serve.ts';
import { migrateOnly, seedDemo } from './setup.ts';

const program = new Command('verkeerstoren').description('De gezondheidsverkeerstoren van een regio.');

program
  .command('start')
  .description('Bring the database up to date, make the practice region when it is empty, and serve.')
  .action(() => serve({ prepare: true }));
program
  .command('serve')
  .description('Serve a database that is up to date.')
  .action(() => serve({ prepare: false }));
program.command('migrate').description('Bring the database up to date and stop.').action(migrateOnly);
program
  .command('demo')
  .description('Make the practice region in an empty practice database.')
  .option('--scale <places>', 'instead: a region with so many places, for measuring', Number)
  .action(seedDemo);
program
  .command('import')
  .argument('<kind>', 'organisations, sites, postcodes or places')
  .argument('<file>', 'a CSV file')
  .option('--preview', 'only say what would change')
  .description('Read organisations, sites, postcodes or places from a file: all or nothing.')
  .action(importCommand);
program
  .command('export')
  .argument('<kind>', 'organisations, sites, postcodes or places')
  .argument('[file]', 'where to write; without it to the screen')
  .description('Write organisations, sites, postcodes or places to a file that can be imported again.')
  .action(exportCommand);
program.command('doctor').description('Say how this installation is, in plain lines.').action(doctor);

try {
  await program.parseAsync();
} catch (error) {
  // A setting that cannot be used is the reader's to mend: one sentence, no stack.
  if (error instanceof ConfigError) console.error(error.message);
  else console.error(error);
  process.exitCode = 1;
}
