import { afterEach, describe, expect, it } from 'vitest';
import { rows } from '#platform/db/sql.ts';
import { HOUSE, type LogBook, NEIGHBOUR, openLogBook } from '#torture/access/book.ts';
import { chainKey, SAYS } from './chain.ts';
import { sealAll } from './sealer.ts';
import { writeLooks } from './store.ts';
import { asSealer } from './store-chain.ts';
import type { Onlooker } from './types.ts';
import { checkpointNow, closeOldLooks, verifyLog } from './verify.ts';

const NOW = Date.parse('2026-11-23T10:00:00Z');
const YEAR = 365 * 86_400_000;
const who: Onlooker = {
  ...{
    actor: 'nurse',
    role: 'ward',
    organisationId: HOUSE,
    accountId: null,
    sessionId: null,
    onBehalfOf: null,
  },
  ...{ network: null, component: 'web', policy: 'see', policyVersion: '1' },
};
const look = { event: 'read', objectType: 'request', objectId: null, categories: [] } as const;
const write = (book: LogBook, times = 1) =>
  book.database.transaction({ actor: 'nurse', organisationId: HOUSE }, (tx) =>
    writeLooks(
      tx,
      who,
      Array.from({ length: times }, () => look),
      { at: NOW, outcome: 'done' },
    ),
  );

let book: LogBook;
afterEach(() => book.close());

describe('the chain', () => {
  it('does not fork when several servers seal while looks are written', async () => {
    book = await openLogBook(5);
    const work = [];
    for (let n = 0; n < 40; n++) work.push(write(book, 3), sealAll(book.database, book.key));
    await Promise.all(work);
    await sealAll(book.database, book.key);
    expect(await verifyLog(book.database, book.key)).toEqual({ lines: 10 + 120, findings: [] });
    expect(await checkpointNow(book.database)).toMatchObject([{ seq: 125 }, { seq: 5 }]);
  });

  it('does not seal past a look whose transaction still runs, and seals it afterwards', async () => {
    book = await openLogBook(1);
    await book.database.transaction({ actor: 'nurse', organisationId: HOUSE }, async (tx) => {
      await writeLooks(tx, who, [look], { at: NOW, outcome: 'done' });
      await write(book);
      expect(await sealAll(book.database, book.key)).toBe(0);
    });
    expect(await sealAll(book.database, book.key)).toBe(2);
    expect((await verifyLog(book.database, book.key)).findings).toEqual([]);
  });

  it('seals what the database writes as it would be written here, whatever was typed', async () => {
    book = await openLogBook(0);
    const reason = 'Zei: "val\\niet"\n\t\u0001 \u2028 é 🩺 / {a,b}';
    await book.database.transaction({ actor: 'nurse', organisationId: HOUSE }, (tx) =>
      writeLooks(tx, who, [{ ...look, reason }], { at: NOW, outcome: 'done' }),
    );
    const { rows: found } = await book.owner.query<{ says: string }>(
      `select ${SAYS} as says from platform_access a`,
    );
    const says = found[0]?.says ?? '';
    expect(JSON.parse(says)).toContain(reason);
    expect(JSON.stringify(JSON.parse(says))).toBe(says);
  });
  it('opens with no other key, and finds a line that was put in beside it', async () => {
    book = await openLogBook(3);
    const other = await verifyLog(book.database, chainKey(Buffer.alloc(32, 'other')));
    expect(other.findings).toHaveLength(6);
    await book.owner.query(
      `insert into platform_access (id, xid, at, event, actor, role, organisation_id, component, object_type, ground, policy, policy_version, outcome)
       select gen_random_uuid(), '3', at, event, actor, role, organisation_id, component, object_type, ground, policy, policy_version, outcome
       from platform_access where organisation_id = $1 limit 1`,
      [HOUSE],
    );
    const { findings } = await verifyLog(book.database, book.key);
    expect(findings).toEqual([{ organisationId: HOUSE, seq: 1, kind: 'outside' }]);
  });
});

describe('old looks', () => {
  it('go after five years up to a signed cut, and the rest still verifies', async () => {
    book = await openLogBook(4, 6 * 365);
    const checkpoint = await checkpointNow(book.database);
    await write(book, 2);
    await sealAll(book.database, book.key);
    const closed = await closeOldLooks(book.database, book.key, { before: NOW - 5.5 * YEAR, now: NOW });
    expect(closed).toEqual({ gone: 8, findings: [] });
    expect(await verifyLog(book.database, book.key, checkpoint)).toEqual({ lines: 2, findings: [] });
    await write(book);
    await sealAll(book.database, book.key);
    expect(await verifyLog(book.database, book.key)).toEqual({ lines: 3, findings: [] });
    await book.owner.query('update platform_access_cut set seq = 2 where organisation_id = $1', [HOUSE]);
    expect((await verifyLog(book.database, book.key)).findings).toContainEqual({
      organisationId: HOUSE,
      seq: 2,
      kind: 'false-cut',
    });
  });

  it('that are younger stay, whatever is asked, and a part that was tampered with is not cut', async () => {
    book = await openLogBook(3);
    await expect(closeOldLooks(book.database, book.key, { before: NOW + YEAR, now: NOW })).rejects.toThrow(
      /may not be taken away/,
    );
    await book.owner.query(
      "update platform_access set at = at - interval '7 years', actor = 'x' where organisation_id = $1",
      [NEIGHBOUR],
    );
    const closed = await closeOldLooks(book.database, book.key, { before: NOW - 5.5 * YEAR, now: NOW });
    expect(closed.gone).toBe(0);
    expect(closed.findings).toHaveLength(3);
    expect(await asSealer(book.database, (tx) => rows(tx, 'select 1 from platform_access'))).toHaveLength(6);
  });
});
