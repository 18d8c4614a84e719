import { buildHouse } from '#app/house.ts';
import { noSettings } from '#app/messages.ts';

const [url = '', at = ''] = process.argv.slice(2);

/** The house as it serves, in a process of its own; the regions it follows publish on this machine. */
const began = Date.now();
const house = await buildHouse({
  databaseUrl: url,
  connections: 4,
  clock: { now: () => Number(at) + Date.now() - began },
  practice: true,
  logLevel: 'silent',
  version: 'bench',
  webFolder: null,
  messages: { ...noSettings(), webhooks: { ports: [], loopback: true } },
});
await house.app.listen({ host: '127.0.0.1', port: 0 });
const signedIn = await house.app.inject({ method: 'POST', url: '/api/v1/session', payload: { role: 'gp' } });
const address = house.app.server.address();
process.on('message', () => {
  // The most memory it ever had, in megabytes.
  process.send?.({ cpu: process.cpuUsage(), peak: process.resourceUsage().maxRSS / 1024 });
});
process.on('SIGTERM', () => void house.close().then(() => process.exit(0)));
process.send?.({
  port: typeof address === 'object' ? address?.port : null,
  token: (signedIn.json() as { token: string }).token,
});
