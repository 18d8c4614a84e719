import { randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { processBirth } from './process.ts';

/** Notes in the folder that this process uses the server; gives back the file to take away when it no longer does. */
export function signIn(folder: string): string {
  const list = join(folder, 'users');
  mkdirSync(list, { recursive: true });
  const entry = join(list, `${process.pid}-${randomUUID()}`);
  writeFileSync(entry, processBirth(process.pid) ?? '');
  return entry;
}

/** Tells whether a living process still uses the server; entries of dead ones are swept. */
export function someoneUses(folder: string): boolean {
  const list = join(folder, 'users');
  let living = 0;
  for (const name of readdirSync(list)) {
    const entry = join(list, name);
    if (processBirth(Number.parseInt(name, 10)) === readFileSync(entry, 'utf8')) living += 1;
    else rmSync(entry, { force: true });
  }
  return living > 0;
}
