import type { KeyObject } from 'node:crypto';
import { open, readFile, writeFile } from 'node:fs/promises';
import { z } from 'zod';
import { reviewLog } from '#app/review.ts';
import { DAY } from '#kernel/interval.ts';
import { auditEventOf } from '#platform/access-log/audit-event.ts';
import { type Cut, chainKey } from '#platform/access-log/chain.ts';
import { linesFrom } from '#platform/access-log/store.ts';
import { asSealer } from '#platform/access-log/store-chain.ts';
import { checkpointNow, closeOldLooks, type Finding, verifyLog } from '#platform/access-log/verify.ts';
import { machineClock } from '#platform/clock.ts';
import { ConfigError, readConfig } from '#platform/config.ts';
import { type Database, openDatabase } from '#platform/db/database.ts';
import { installationKey } from './at-rest.ts';
import { openDatabaseOf } from './open-database.ts';

/** A checkpoint as it is kept outside the database. */
const Checkpoint = z.object({
  chains: z.array(
    z.object({
      organisationId: z.uuid(),
      seq: z.number().int().min(1),
      hash: z.string().regex(/^[0-9a-f]{64}$/),
    }),
  ),
});

/** A look stays on record five years, with a leap day or two to spare. */
const LOG_KEPT = 5 * 366 * DAY;

const WORDS: Readonly<Record<Finding['kind'], string>> = {
  changed: 'the line was changed, or the one before it was taken away',
  missing: 'a line is missing',
  double: 'two lines have this number',
  outside: 'a line stands in the log that the chain does not know',
  shorter: 'from here the end of the chain is gone',
  rewritten: 'the chain is another than at the checkpoint',
  'false-cut': 'the signature under the cut is not ours',
};

/**
 * What was found, one line each.
 * @internal
 */
export const wordsOf = (findings: readonly Finding[]): string[] =>
  findings.map(
    ({ organisationId, seq, kind }) => `organisation ${organisationId}, line ${seq}: ${WORDS[kind]}`,
  );

/** Runs the work on the log of this installation, with its key. */
const onLog = async (
  work: (database: Database, key: KeyObject, url: string) => Promise<void>,
): Promise<void> => {
  const config = readConfig(process.env);
  const installed = await openDatabaseOf(config);
  const database = openDatabase(installed.url, 2);
  try {
    await work(database, chainKey(await installationKey(installed.url, config)), installed.url);
  } finally {
    await database.close();
    await installed.stop();
  }
};

/**
 * Reads a checkpoint that was kept.
 * @internal
 */
export const readCheckpoint = async (path: string): Promise<readonly Cut[]> => {
  const read = Checkpoint.safeParse(JSON.parse(await readFile(path, 'utf8')));
  if (!read.success) throw new ConfigError(`${path} is not a checkpoint of the access log.`);
  return read.data.chains;
};

/**
 * Writes where every chain stands now.
 * @internal
 */
export const writeCheckpoint = async (database: Database, path: string): Promise<number> => {
  const chains = await checkpointNow(database);
  await writeFile(path, `${JSON.stringify({ chains }, null, 2)}\n`, { mode: 0o600 });
  return chains.length;
};

/** `audit verify [--checkpoint file]`: says what was done to the log, and ends with 1 when it was anything. */
export const auditVerify = ({ checkpoint }: { readonly checkpoint?: string }): Promise<void> =>
  onLog(async (database, key) => {
    const kept = checkpoint === undefined ? [] : await readCheckpoint(checkpoint);
    const { lines, findings } = await verifyLog(database, key, kept);
    for (const line of wordsOf(findings)) console.log(line);
    console.log(`${lines} lines verified, ${findings.length} findings.`);
    if (checkpoint === undefined)
      console.log('Without a checkpoint from outside the database, what was taken from the end is not seen.');
    if (findings.length > 0) process.exitCode = 1;
  });

/** `audit checkpoint <file>`: keep the file where who runs the database cannot write. */
export const auditCheckpoint = (path: string): Promise<void> =>
  onLog(async (database) => {
    console.log(`${await writeCheckpoint(database, path)} chains stand in ${path}.`);
  });

/** `audit close`: takes away what is older than the five years a log must be kept; what is left still verifies. */
export const auditClose = (): Promise<void> =>
  onLog(async (database, key) => {
    const now = machineClock.now();
    const { gone, findings } = await closeOldLooks(database, key, { before: now - LOG_KEPT, now });
    for (const line of wordsOf(findings)) console.log(line);
    console.log(`${gone} lines taken away, up to a signed cut.`);
    if (findings.length > 0) process.exitCode = 1;
  });

/** `audit review [--days n]`: goes over the log again and says what somebody must judge, per organisation. */
export const auditReview = ({ days }: { readonly days: string }): Promise<void> =>
  onLog(async (database) => {
    const now = machineClock.now();
    const judged = await reviewLog(database, { from: now - Number(days) * DAY, until: now });
    for (const line of judged) console.log(line);
    console.log(`${judged.length} to judge in the last ${days} days.`);
  });

const PAGE = 2_000;

/**
 * The whole log as FHIR AuditEvents, one a line; `put` takes the text as it comes.
 * @internal
 */
export const exportLog = async (
  database: Database,
  put: (text: string) => Promise<void>,
): Promise<number> => {
  let after = 0;
  let count = 0;
  for (;;) {
    const lines = await asSealer(database, (tx) => linesFrom(tx, after, PAGE));
    await put(lines.map((line) => `${JSON.stringify(auditEventOf(line))}\n`).join(''));
    count += lines.length;
    if (lines.length < PAGE) return count;
    after = lines.at(-1)?.line ?? after;
  }
};

/** `audit export [file]`: to the file, or to the screen. */
export const auditExport = (path?: string): Promise<void> =>
  onLog(async (database) => {
    if (path === undefined) {
      await exportLog(database, async (text) => void process.stdout.write(text));
      return;
    }
    const file = await open(path, 'w', 0o600);
    try {
      const count = await exportLog(database, async (text) => void (await file.write(text)));
      console.log(`${count} events stand in ${path}.`);
    } finally {
      await file.close();
    }
  });
