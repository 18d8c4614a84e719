import { buildHouse } from '#app/house.ts';
import { noSettings } from '#app/messages.ts';
import { machineClock } from '#platform/clock.ts';
import { HOUSE_KEY } from './key.ts';

const [url = '', port = '0', holds] = process.argv.slice(2);

/** A server process of its own, to be killed: the house as it is served, without the web app. */
const house = await buildHouse({
  databaseUrl: url,
  connections: 16,
  clock: machineClock,
  practice: true,
  logLevel: 'silent',
  version: 'torture',
  webFolder: null,
  messages: { ...noSettings(), key: HOUSE_KEY },
  ...(holds === undefined ? {} : { holdsPerAccount: Number(holds) }),
});
await house.app.listen({ host: '127.0.0.1', port: Number(port) });
const address = house.app.server.address();
process.on('SIGTERM', () => void house.close().then(() => process.exit(0)));
// Who started it is gone, whatever became of them: nothing stays behind.
process.on('disconnect', () => process.exit(0));
process.send?.({ port: typeof address === 'object' ? address?.port : null });
