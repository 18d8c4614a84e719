import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Figure } from './figure.ts';

const HISTORY = join(import.meta.dirname, 'history.json');

const commit = (): string | null => {
  if (!existsSync(join(import.meta.dirname, '../.git'))) return null;
  const args = ['describe', '--always', '--dirty', '--exclude', '*'];
  return execFileSync('git', args, { cwd: import.meta.dirname, encoding: 'utf8' }).trim();
};

/** Adds this run behind the earlier ones, so that a figure that grows worse can be dated. */
export const remember = (figures: readonly Figure[]): void => {
  const runs: unknown[] = existsSync(HISTORY) ? JSON.parse(readFileSync(HISTORY, 'utf8')) : [];
  const run = { date: new Date().toISOString(), commit: commit(), node: process.version, figures };
  writeFileSync(HISTORY, `${JSON.stringify([...runs, run], null, 1)}\n`);
};
