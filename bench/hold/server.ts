import { buildHouse } from '#app/house.ts';
import { machineClock } from '#platform/clock.ts';

const [url = ''] = process.argv.slice(2);

/** A server process of its own for the HTTP figure: listens, signs a GP in, tells where, stops when told. */
const house = await buildHouse({
  databaseUrl: url,
  connections: 8,
  clock: machineClock,
  practice: true,
  logLevel: 'silent',
  version: 'bench',
  webFolder: null,
  // One account stands for a whole region here.
  holdsPerAccount: 100_000,
});
await house.app.listen({ host: '127.0.0.1', port: 0 });
const answer = await house.app.inject({ method: 'POST', url: '/api/v1/session', payload: { role: 'gp' } });
const address = house.app.server.address();
process.on('SIGTERM', () => void house.close().then(() => process.exit(0)));
process.send?.({
  port: typeof address === 'object' ? address?.port : null,
  token: (answer.json() as { token: string }).token,
});
