import { spawn } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkSecurity } from './security.ts';

/** Runs every check, one line each; `npm run verify -- floors` runs one, `--full` prints all a check says. Fails when one fails. */

type Outcome = { ok: boolean; words: string };
type Check = { name: string; keeps: string; run: () => Promise<Outcome> };

const ROOT = join(import.meta.dirname, '..');
const BIN = join(ROOT, 'node_modules/.bin');
const FEWEST_MODULES = 100;
const MOST_LINES = 60;

const checks: Check[] = [
  { name: 'types', keeps: 'strict TypeScript; pure floors without Node or DOM', run: types },
  {
    name: 'style',
    keeps: 'formatting, names, sizes, no hidden clock or chance',
    run: () =>
      program('biome', 'check', '.', '--error-on-warnings', ...(full ? ['--max-diagnostics=none'] : [])),
  },
  { name: 'floors', keeps: 'who may know whom', run: floors },
  { name: 'dead-code', keeps: 'no dead file, export or package', run: () => program('knip') },
  {
    name: 'dead-product',
    keeps: 'nothing alive by its tests only',
    run: () => program('knip', '--production'),
  },
  { name: 'house', keeps: 'rooms whole, tables by their owner, glossary, policies, sentences', run: house },
  {
    name: 'security',
    keeps: 'every requirement of ASVS 5.0 level 1 and 2 accounted for; few packages',
    run: async () => checkSecurity(),
  },
  {
    name: 'drawings',
    keeps: 'schema, diagrams, permissions, API and settings drawn from the code as it is',
    run: drawings,
  },
];

const full = process.argv.includes('--full');
const asked = process.argv.slice(2).filter((word) => word !== '--full');
const chosen = asked.length > 0 ? checks.filter((check) => asked.includes(check.name)) : checks;
if (chosen.length === 0)
  throw new Error(`No such check. There are: ${checks.map((check) => check.name).join(', ')}`);

let failed = 0;
for (const { name, keeps, run } of chosen) {
  const began = performance.now();
  const { ok, words } = await run();
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  console.log(`${ok ? 'ok  ' : 'FAIL'} ${name.padEnd(13)} ${seconds.padStart(5)} s  ${keeps}`);
  if (ok && name === 'security') console.log(`     ${words}`);
  if (ok) continue;
  failed += 1;
  console.log(shortened(words).replace(/^/gm, '     '));
}
console.log(`checks: ${chosen.length - failed} passed, ${failed} failed`);
if (process.env['SUM_FILE'])
  writeFileSync(process.env['SUM_FILE'], JSON.stringify({ passed: chosen.length - failed, failed }));
process.exitCode = failed > 0 ? 1 : 0;

function shortened(words: string): string {
  const lines = words.trim().split('\n');
  const rest = lines.length - MOST_LINES;
  return rest > 0 && !full
    ? `${lines.slice(0, MOST_LINES).join('\n')}\n… and ${rest} lines more`
    : lines.join('\n');
}

async function types(): Promise<Outcome> {
  const version = await program('tsc', '-v');
  if (!/^Version 7\./.test(version.words))
    return { ok: false, words: `tsc is not TypeScript 7: ${version.words}` };
  return program('tsc', '-b', '--pretty', 'false');
}

/** The cruiser once found "0 modules" without a complaint, so what it saw is counted. */
async function floors(): Promise<Outcome> {
  const { words } = await program(
    'depcruise',
    '--config',
    '.dependency-cruiser.mjs',
    '--output-type',
    'json',
    ...cruised(),
  );
  if (!words.trimStart().startsWith('{')) return { ok: false, words };
  const { summary } = JSON.parse(words) as { summary: Cruise };
  if (summary.totalCruised < FEWEST_MODULES)
    return { ok: false, words: `only ${summary.totalCruised} modules were looked at` };
  const lines = summary.violations.map(({ from, to, rule, cycle }) => {
    const path = cycle ? cycle.map((step) => step.name).join(' → ') : to;
    const comment = summary.ruleSetUsed.forbidden.find(({ name }) => name === rule.name)?.comment ?? '';
    return `${rule.name}: ${from} → ${path}\n  ${comment}`;
  });
  return { ok: lines.length === 0, words: lines.join('\n') };
}

type Cruise = {
  totalCruised: number;
  violations: { from: string; to: string; rule: { name: string }; cycle?: { name: string }[] }[];
  ruleSetUsed: { forbidden: { name: string; comment?: string }[] };
};

function cruised(): string[] {
  return ['src', 'demo', 'bench', 'torture', 'e2e', 'tools'].filter((folder) =>
    existsSync(join(ROOT, folder)),
  );
}

function house(): Promise<Outcome> {
  return program('vitest', 'run', '--project', 'unit', '--reporter', 'dot', 'src/architecture.test.ts');
}

function drawings(): Promise<Outcome> {
  return command(process.execPath, join(ROOT, 'tools/generate.ts'), '--check');
}

function program(name: string, ...options: string[]): Promise<Outcome> {
  return command(join(BIN, name), ...options);
}

function command(file: string, ...options: string[]): Promise<Outcome> {
  return new Promise((done, fail) => {
    const child = spawn(file, options, {
      cwd: ROOT,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, NO_COLOR: '1' },
    });
    const words: string[] = [];
    child.stdout.on('data', (chunk: Buffer) => words.push(chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => words.push(chunk.toString()));
    child.once('error', fail);
    child.once('close', (code) => done({ ok: code === 0, words: words.join('') }));
  });
}
