import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { verifyLog } from '#platform/access-log/verify.ts';
import { HOUSE, type LogBook, openLogBook } from '#torture/access/book.ts';
import { exportLog, readCheckpoint, wordsOf, writeCheckpoint } from './audit.ts';

let book: LogBook;
const file = join(mkdtempSync(join(tmpdir(), 'verkeerstoren-audit-')), 'checkpoint.json');

beforeAll(async () => {
  book = await openLogBook(10);
});
afterAll(() => book.close());

it('the whole log comes out as AuditEvents, one a line', async () => {
  let text = '';
  const count = await exportLog(book.database, async (more) => {
    text += more;
  });
  const events = text
    .trim()
    .split('\n')
    .map((each) => JSON.parse(each) as { resourceType: string });
  expect([count, events.length]).toEqual([20, 20]);
  expect(events.every(({ resourceType }) => resourceType === 'AuditEvent')).toBe(true);
});

it('a checkpoint in a file shows what was taken from the end since', async () => {
  expect(await writeCheckpoint(book.database, file)).toBe(2);
  expect(readFileSync(file, 'utf8')).not.toMatch(/nurse/);
  await book.owner.query('delete from platform_access_chain where organisation_id = $1 and seq > 8', [HOUSE]);
  await book.owner.query(
    'delete from platform_access a where not exists (select 1 from platform_access_chain c where c.access_id = a.id)',
  );
  expect((await verifyLog(book.database, book.key)).findings).toEqual([]);
  const { findings } = await verifyLog(book.database, book.key, await readCheckpoint(file));
  expect(wordsOf(findings)).toEqual([
    `organisation ${HOUSE}, line 9: from here the end of the chain is gone`,
  ]);
});
