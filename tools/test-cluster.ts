import { join } from 'node:path';
import { dropFilled, startTestCluster } from '#platform/postgres/test-database.ts';

/** Before the first test that needs a database: one cluster for all of them, unless TEST_DATABASE_URL names another. */
export async function setup(): Promise<() => Promise<void>> {
  // Servers that tests start, kill and start again read our code compiled: each is up in half the time.
  process.env['NODE_COMPILE_CACHE'] ??= join(import.meta.dirname, '../node_modules/.cache/compiled');
  // Begun once, whoever of the projects comes first; the number tells the sweep how old what is left of a run is.
  const begins = process.env['TEST_RUN'] === undefined;
  const run = process.env['TEST_RUN'] ?? String(Date.now());
  process.env['TEST_RUN'] = run;
  const given = process.env['TEST_DATABASE_URL'];
  if (given) return () => (begins ? dropFilled(given, run) : Promise.resolve());
  // Nothing of a test must outlive the machine: nothing waits for the disk, and no page is written twice lest it tears.
  // Who tests what is lost has a cluster of its own.
  const quick = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };
  const cluster = await startTestCluster(quick);
  process.env['TEST_DATABASE_URL'] = cluster.url;
  return async () => {
    delete process.env['TEST_DATABASE_URL'];
    await dropFilled(cluster.url, run);
    await cluster.stop();
  };
}
