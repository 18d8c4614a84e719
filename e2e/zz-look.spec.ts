import { writeFileSync } from 'node:fs';
import { it } from 'vitest';
import { startPracticeRegion } from './server.ts';

it('stays up', async () => {
  const server = await startPracticeRegion();
  writeFileSync('/tmp/next/url', server.url);
  for (let i = 0; i < 900; i++) {
    await new Promise((r) => setTimeout(r, 1000));
    try {
      (await import('node:fs')).accessSync('/tmp/next/stop');
      break;
    } catch {}
  }
  await server.close();
}, 1_000_000);
