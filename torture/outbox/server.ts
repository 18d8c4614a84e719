import { buildHouse } from '#app/house.ts';
import { noSettings } from '#app/messages.ts';
import { machineClock } from '#platform/clock.ts';

const [url = '', port = '0', smtpPort = '', key = ''] = process.argv.slice(2);

/** A server process of its own that sends mail and webhooks to this machine, to be killed. */
const house = await buildHouse({
  databaseUrl: url,
  connections: 16,
  clock: machineClock,
  practice: true,
  logLevel: 'silent',
  version: 'torture',
  webFolder: null,
  holdsPerAccount: 100_000,
  messages: {
    ...noSettings(),
    key: Buffer.from(key, 'hex'),
    mail: {
      smtpUrl: `smtp://127.0.0.1:${smtpPort}`,
      from: 'Toren <toren@example.nl>',
      publicUrl: 'https://toren.example',
    },
    webhooks: { ports: [], loopback: true },
  },
});
await house.app.listen({ host: '127.0.0.1', port: Number(port) });
const address = house.app.server.address();
process.on('SIGTERM', () => void house.close().then(() => process.exit(0)));
process.on('disconnect', () => process.exit(0));
process.send?.({ port: typeof address === 'object' ? address?.port : null });
