#!/usr/bin/env node
import { Command } from 'commander';
import { ConfigError } from '#platform/config.ts';
import { auditCheckpoint, auditClose, auditExport, auditReview, auditVerify } from './audit.ts';
import { doctor } from './doctor.ts';
import { exportCommand, importCommand } from './files.ts';
import { personErase, personExport, retention } from './person.ts';
import { regionNew } from './region.ts';
import { serve } from './serve.ts';
import { migrateOnly, seedDemo } from './setup.ts';
import { userAdd, userInvite, userList, userReset, userSwitch } from './user.ts';

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
const audit = program.command('audit').description('The log of who looked at whose data.');
audit
  .command('verify')
  .option('--checkpoint <file>', 'a checkpoint that was kept outside the database')
  .description('Go along the chain: was anything changed, taken away or put in?')
  .action(auditVerify);
audit
  .command('checkpoint')
  .argument('<file>', 'where to write; keep it outside the reach of who runs the database')
  .description('Write down where the chain of every organisation stands now.')
  .action(auditCheckpoint);
audit
  .command('export')
  .argument('[file]', 'where to write; without it to the screen')
  .description('Write the log as FHIR R4 AuditEvents (IHE BALP), one a line.')
  .action(auditExport);
audit
  .command('review')
  .option('--days <n>', 'how far back', '31')
  .description('Say which looks somebody must judge: no relation, a colleague, too many, an odd hour.')
  .action(auditReview);
audit
  .command('close')
  .description('Take away what is older than five years, up to a signed cut.')
  .action(auditClose);
program
  .command('region')
  .description('The region of this installation.')
  .command('new')
  .argument('<name>', 'the name of the region')
  .requiredOption('--desk <name>', 'the organisation that is its desk')
  .requiredOption('--code <code>', 'the code of the desk, as files call it')
  .requiredOption('--phone <number>', 'the number everybody can call')
  .description('Make a real region in an empty database (MODE=production): its name and its desk.')
  .action(regionNew);
const user = program.command('user').description('Who may sign in (MODE=production).');
for (const [name, action, description] of [
  ['add', userAdd, 'Invite the first administrator of an organisation; prints the link once.'],
  ['invite', userInvite, 'Invite somebody who takes part; prints the link once.'],
] as const)
  user
    .command(name)
    .argument('<email>')
    .requiredOption('--name <name>', 'how they are called')
    .requiredOption('--organisation <code>', 'the code of their organisation')
    .option('--role <role>', 'their role; left out, the first their organisation has')
    .option('--unit <code>', 'the code of their unit, for who works on a ward')
    .description(description)
    .action(action);
user
  .command('reset')
  .argument('<email>')
  .requiredOption('--reason <text>', 'why; the owner of the account reads it')
  .description('Take away what an account signs in with; prints the link that sets it up anew, once.')
  .action(userReset);
user.command('list').description('Say who can sign in.').action(userList);
user
  .command('disable')
  .argument('<email>')
  .description('Let somebody in no more; every session ends within a second.')
  .action((email: string) => userSwitch(email, true));
user
  .command('enable')
  .argument('<email>')
  .description('Let somebody in again.')
  .action((email: string) => userSwitch(email, false));
const person = program.command('person').description('Everything about one person.');
person
  .command('export')
  .argument('<id>', 'the id of the person, as in the address of a request')
  .description('Write everything the tower holds about one person, as JSON.')
  .action(personExport);
person
  .command('erase')
  .argument('<id>', 'the id of the person')
  .description('Make one person unknown; who looked and what was done stays on record.')
  .action(personErase);
program
  .command('retention')
  .option('--preview', 'only say what would go')
  .description('Take away what has been kept long enough; a running server does so every day.')
  .action(retention);
program.command('doctor').description('Say how this installation is, in plain lines.').action(doctor);

try {
  await program.parseAsync();
} catch (error) {
  // A setting that cannot be used is the reader's to mend: one sentence, no stack.
  if (error instanceof ConfigError) console.error(error.message);
  else console.error(error);
  process.exitCode = 1;
}
