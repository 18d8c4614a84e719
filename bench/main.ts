import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Figure, lineOf } from './figure.ts';

const HISTORY = join(import.meta.dirname, 'history.json');
const NO_BENCH = ['main', 'figure'];

/** Every other file in this folder is a bench and exports `run`. */
const names = readdirSync(import.meta.dirname)
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
  .map((file) => file.slice(0, -'.ts'.length))
  .filter((name) => !NO_BENCH.includes(name));

const commit = (): string | null => {
  if (!existsSync(join(import.meta.dirname, '../.git'))) return null;
  const args = ['describe', '--always', '--dirty', '--exclude', '*'];
  return execFileSync('git', args, { cwd: import.meta.dirname, encoding: 'utf8' }).trim();
};

/** Adds this run behind the earlier ones, so that a figure that grows worse can be dated. */
const remember = (figures: readonly Figure[]): void => {
  const runs: unknown[] = existsSync(HISTORY) ? JSON.parse(readFileSync(HISTORY, 'utf8')) : [];
  const run = { date: new Date().toISOString(), commit: commit(), node: process.version, figures };
  writeFileSync(HISTORY, `${JSON.stringify([...runs, run], null, 1)}\n`);
};

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !names.includes(name));
if (unknown.length > 0) {
  console.error(`There is no bench ${unknown.join(', ')}. There are: ${names.join(', ')}.`);
  process.exit(2);
}

const figures: Figure[] = [];
for (const name of asked.length > 0 ? asked : names) {
  const bench: { run(): Promise<Figure[]> } = await import(`./${name}.ts`);
  for (const figure of await bench.run()) {
    console.log(lineOf(figure));
    figures.push(figure);
  }
}
remember(figures);
process.exitCode = figures.every((figure) => figure.pass) ? 0 : 1;
