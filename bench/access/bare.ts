import pg from 'pg';
import type { ApiHouse } from '#app/api-house.fixture.ts';
import { RequestAnswer } from '#modules/placement/contract.ts';
import { viewRequests } from '#modules/placement/index.ts';
import type { Tx } from '#platform/db/database.ts';
import { typeParsers } from '#platform/db/types.ts';
import { createServer } from '#platform/http/server.ts';

/**
 * The same route without what keeps people out: nobody is asked who they are, the reader is the owner whom no row policy
 * binds, and nothing is written down. Same headers, same words to the database, same contract on the answer.
 */
export const openBare = async (house: ApiHouse) => {
  const pool = new pg.Pool({
    connectionString: house.url,
    max: 16,
    pipeline: true,
    types: typeParsers as pg.CustomTypesConfig,
  });
  const app = await createServer({
    ...{ refusals: {}, identify: async () => null, practice: true, logLevel: 'silent', version: 'bench' },
  });
  app.route({
    method: 'GET',
    url: '/api/v1/requests/:id',
    schema: { response: { 200: RequestAnswer } },
    handler: async (request) => {
      const { id } = request.params as { id: string };
      const client = await pool.connect();
      const tx = client as unknown as Tx;
      const begun = client.query('begin');
      const region = await house.house.regionOf(tx);
      const { organisationId } = house.small.gp;
      const [seen] = await viewRequests(tx, { organisationId, now: house.clock.at, region }, [id]);
      await Promise.all([begun, client.query('commit')]);
      client.release();
      return { request: seen };
    },
  });
  await app.ready();
  return {
    app,
    async close() {
      await app.close();
      await pool.end();
    },
  };
};

/** It, open. */
export type Bare = Awaited<ReturnType<typeof openBare>>;
