import { startTestCluster } from '#platform/postgres/test-database.ts';

/** Before the first test that needs a database: one cluster for all of them, unless TEST_DATABASE_URL names another. */
export async function setup(): Promise<() => Promise<void>> {
  if (process.env['TEST_DATABASE_URL']) return async () => undefined;
  // Nothing of a test must outlive the machine: a commit need not wait for the disk. Who tests that has its own cluster.
  const cluster = await startTestCluster({ synchronous_commit: 'off' });
  process.env['TEST_DATABASE_URL'] = cluster.url;
  return async () => {
    delete process.env['TEST_DATABASE_URL'];
    await cluster.stop();
  };
}
