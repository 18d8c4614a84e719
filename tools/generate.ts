import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createTestDatabase } from '#platform/postgres/test-database.ts';
import { describeApi } from './describe-api.ts';
import { describeConfiguration } from './describe-configuration.ts';
import { describeProblems } from './describe-problems.ts';
import { drawStates } from './draw-states.ts';
import { dumpSchema } from './dump-schema.ts';

/** Writes every document that is drawn from the code; with `--check` it writes nothing and fails when one is stale. */

type Document = { path: string; text: string };

const ROOT = join(import.meta.dirname, '..');

const documents = await drawAll();
const stale = [...documents.filter(isStale).map(({ path }) => path), ...leftovers(documents)];

if (process.argv.includes('--check')) {
  for (const path of stale) console.error(`${path} is stale: run node tools/generate.ts`);
  process.exitCode = stale.length > 0 ? 1 : 0;
} else {
  for (const path of leftovers(documents)) rmSync(join(ROOT, path));
  for (const { path, text } of documents) {
    mkdirSync(dirname(join(ROOT, path)), { recursive: true });
    writeFileSync(join(ROOT, path), text);
  }
  console.log(stale.length > 0 ? `drawn anew: ${stale.join(', ')}` : 'all were fresh');
}

async function drawAll(): Promise<Document[]> {
  const database = await createTestDatabase();
  try {
    const schema = await dumpSchema(database.url);
    const { openapi, permissions } = await describeApi(database.url);
    return [
      { path: 'db/schema.sql', text: schema },
      { path: 'docs/openapi.json', text: openapi },
      { path: 'docs/permissions.md', text: permissions },
      { path: 'docs/configuration.md', text: describeConfiguration() },
      { path: 'docs/problems.md', text: await describeProblems() },
      ...(await drawStates()),
    ];
  } finally {
    await database.drop();
  }
}

function isStale({ path, text }: Document): boolean {
  const file = join(ROOT, path);
  return !existsSync(file) || readFileSync(file, 'utf8') !== text;
}

/** A diagram of a room that is gone. */
function leftovers(drawn: readonly Document[]): string[] {
  const folder = join(ROOT, 'docs/states');
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .map((name) => `docs/states/${name}`)
    .filter((path) => !drawn.some((document) => document.path === path));
}
