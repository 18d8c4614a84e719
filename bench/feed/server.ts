import { createServer } from 'node:http';
import pg from 'pg';
import { changesOf } from '#app/live.ts';
import { openDatabase } from '#platform/db/database.ts';
import { startTailer } from '#platform/diary/tailer.ts';
import { openFeed } from '#platform/live/feed.ts';

const [url = '', way = 'diary'] = process.argv.slice(2);
const TOGETHER_MS = 25;

/**
 * A server that does nothing but tell its screens of commits: by reading the diary, or by LISTEN. What comes together is
 * told together, on both ways within the same 25 ms, so that only the way of hearing differs.
 */
const feed = openFeed();
let heard = 0;

if (way === 'diary') {
  const tailer = await startTailer(openDatabase(url, 2), (error) => {
    throw error;
  });
  tailer.listen((lines) => {
    heard += lines.length;
    feed.publish(changesOf(lines));
  });
} else {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  let last: string | null = null;
  client.on('notification', ({ payload }) => {
    heard++;
    last = payload ?? null;
  });
  await client.query('listen board');
  setInterval(() => {
    if (last === null) return;
    feed.publish([{ topic: 'board', id: 'region', version: last, organisations: null }]);
    last = null;
  }, TOGETHER_MS);
}

const nobody = {
  id: 'bench',
  name: 'bench',
  role: 'gp',
  phone: null,
  organisationId: 'bench',
  siteId: null,
  unitId: null,
};
const server = createServer((_, response) => feed.open(response, { id: 'bench', actor: nobody }, null));
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  process.send?.({ port: typeof address === 'object' ? address?.port : null, token: '' });
});
process.on('message', () => process.send?.({ heard }));
process.on('SIGTERM', () => process.exit(0));
