import { buildHouse } from '#app/house.ts';

const [url = '', at = ''] = process.argv.slice(2);

/** The house as it serves the desk, in a process of its own, with the clock set to the moment of the region. */
const began = Date.now();
const house = await buildHouse({
  databaseUrl: url,
  connections: 4,
  clock: { now: () => Number(at) + Date.now() - began },
  practice: true,
  logLevel: 'silent',
  version: 'bench',
  webFolder: null,
});
await house.app.listen({ host: '127.0.0.1', port: 0 });
const signedIn = await house.app.inject({
  method: 'POST',
  url: '/api/v1/session',
  payload: { role: 'desk' },
});
const address = house.app.server.address();
process.on('message', () => process.send?.({ cpu: process.cpuUsage() }));
process.on('SIGTERM', () => void house.close().then(() => process.exit(0)));
process.send?.({
  port: typeof address === 'object' ? address?.port : null,
  token: (signedIn.json() as { token: string }).token,
});
