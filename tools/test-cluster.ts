import { startTestCluster } from '#platform/postgres/test-database.ts';

/** Before the first test that needs a database: one cluster for all of them, unless TEST_DATABASE_URL names another. */
export async function setup(): Promise<() => Promise<void>> {
  if (process.env['TEST_DATABASE_URL']) return async () => undefined;
  const cluster = await startTestCluster();
  process.env['TEST_DATABASE_URL'] = cluster.url;
  return async () => {
    delete process.env['TEST_DATABASE_URL'];
    await cluster.stop();
  };
}
