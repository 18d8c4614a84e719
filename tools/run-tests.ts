import { spawn } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPostgres } from '#platform/postgres/index.ts';

/**
 * Runs the tests and prints their sum. `--postgres`: only those with a database, on the machine's own PostgreSQL;
 * `--stories`: the long ones in a browser; other words go to vitest.
 */

type Report = {
  numPassedTests: number;
  numFailedTests: number;
  testResults: { status: string; assertionResults: { status: string }[] }[];
};
type Sum = { passed: number; failed: number };

const INSTALLED = '/usr/lib/postgresql';

const words = process.argv.slice(2);
const onInstalled = words.includes('--postgres');
const inStories = words.includes('--stories');
const rest = words.filter((word) => word !== '--postgres' && word !== '--stories');
const projects = onInstalled ? ['db'] : inStories ? ['stories'] : ['unit', 'db', 'browser'];
const folder = mkdtempSync(join(tmpdir(), 'vt-tests-'));

const finish = onInstalled ? await startInstalledPostgres() : async () => undefined;
const code = await vitest([...projects.flatMap((project) => ['--project', project]), ...rest]);
await finish();
const sum = count(join(folder, 'report.json'), code);
rmSync(folder, { recursive: true, force: true });
if (process.env['SUM_FILE']) writeFileSync(process.env['SUM_FILE'], JSON.stringify(sum));
console.log(`tests: ${sum.passed} passed, ${sum.failed} failed`);
process.exitCode = sum.failed > 0 ? 1 : 0;

function vitest(options: string[]): Promise<number> {
  const program = join(import.meta.dirname, '../node_modules/vitest/vitest.mjs');
  const report = [
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${join(folder, 'report.json')}`,
  ];
  const child = spawn(process.execPath, [program, 'run', ...report, ...options], { stdio: 'inherit' });
  // Ctrl-C reaches vitest by itself; we stay to clean up after it.
  process.on('SIGINT', () => undefined);
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  return new Promise((done) => child.once('close', (status) => done(status ?? 1)));
}

/** A file that cannot even be loaded has no tests in the report; it counts as one that failed, as does a run that fell over. */
function count(path: string, status: number): Sum {
  if (!existsSync(path)) return { passed: 0, failed: 1 };
  const report = JSON.parse(readFileSync(path, 'utf8')) as Report;
  const unloaded = report.testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  ).length;
  const failed = report.numFailedTests + unloaded;
  return { passed: report.numPassedTests, failed: failed === 0 && status !== 0 ? 1 : failed };
}

/** A cluster of the distribution's PostgreSQL in a temp folder; gives back what ends it. */
async function startInstalledPostgres(): Promise<() => Promise<void>> {
  const versions = existsSync(INSTALLED) ? readdirSync(INSTALLED).map(Number) : [];
  const newest = Math.max(...versions.filter((version) => version >= 15));
  if (!Number.isFinite(newest)) {
    console.error(
      `No PostgreSQL 15 or newer in ${INSTALLED}. Install it (Debian: sudo apt-get install postgresql).`,
    );
    process.exit(1);
  }
  chmodSync(folder, 0o711);
  const server = await startPostgres({
    dataDir: join(folder, 'postgres'),
    binDir: join(INSTALLED, String(newest), 'bin'),
    settings: { shared_buffers: '64MB' },
  });
  console.log(`PostgreSQL ${newest} of this machine`);
  process.env['TEST_DATABASE_URL'] = server.url;
  return () => server.stop();
}
