import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DAY } from '#kernel/interval.ts';
import { asOwner } from '#platform/db/owner.ts';
import { TEST_KEY } from '#platform/postgres/test-database.ts';
import {
  type ApiHouse,
  admitSomebody,
  asking,
  openApiHouse,
  sendRequest,
  somebody,
} from './api-house.fixture.ts';
import { startDaily } from './daily.ts';
import { noSettings } from './messages.ts';
import { erasePerson, exportPerson } from './records/file.ts';
import { overdue, takeAway } from './records/retention.ts';
import { PERSON_TABLES, SECRET_COLUMNS } from './records/tables.ts';

const NOW = Date.parse('2026-11-23T10:00:00Z');
const BSN = '999911612';
const REMARK = 'Gevallen bij de kanarie';
const SECOND = 'tweede kanarie';

let api: ApiHouse;

beforeAll(async () => {
  api = await openApiHouse({ now: NOW, placesPerUnit: 12 }, { messages: { ...noSettings(), key: TEST_KEY } });
  await api.owner.query("set app.keeper = 'on'");
});
afterAll(() => api.close());

const personBehind = async (requestId: string): Promise<string> =>
  (
    await api.owner.query<{ id: string }>(
      'select person_id as id from placement_person where request_id = $1',
      [requestId],
    )
  ).rows[0]?.id as string;

/** Somebody whose request was sent and withdrawn. */
const withdrawn = async (change: object = {}): Promise<{ id: string; requestId: string }> => {
  const request = await sendRequest(api, [api.freshPlace()], { remarks: REMARK, person: somebody(change) });
  const closed = await api.post(api.small.gp, `/requests/${request.id}/close`, {
    reason: 'withdrawn',
    code: 'better',
  });
  if (closed.statusCode !== 200) throw new Error(closed.body);
  return { id: await personBehind(request.id), requestId: request.id };
};
const erase = (id: string, now = NOW) => asOwner(api.url, (tx) => erasePerson(tx, id, now));

describe('the list of tables about a person', () => {
  it('has every table that points to a person or a request, and decides for each what erasing does', async () => {
    const { rows: found } = await api.owner.query<{ table: string }>(
      `select distinct table_name as table from information_schema.columns join information_schema.tables using (table_schema, table_name)
       where table_schema = 'public' and table_type = 'BASE TABLE' and column_name in ('person_id', 'request_id', 'door_id', 'subject', 'stay_id', 'handover_id') and data_type = 'uuid'`,
    );
    const listed = PERSON_TABLES.map(({ table }) => table);
    expect(found.map(({ table }) => table).filter((table) => !listed.includes(table))).toEqual([]);
    expect(found.length).toBeGreaterThan(15);
    expect(new Set(listed).size).toBe(listed.length);
  });
});

describe('everything about one person', () => {
  it('is there, with the number readable and nothing that opens a door', async () => {
    const { id, requestId } = await withdrawn({ name: 'Kanarie Hofsteenge', bsn: BSN });
    const exported = await asOwner(api.url, (tx) => exportPerson(tx, id, TEST_KEY));
    if (!exported.ok) throw new Error(exported.refusal.code);
    const file = exported.value;
    expect(file['people_person']).toMatchObject([{ id, name: 'Kanarie Hofsteenge', bsn: BSN }]);
    expect(file['placement_person']).toMatchObject([{ remarks: REMARK }]);
    expect(file['placement_request']).toMatchObject([{ id: requestId, state: 'closed' }]);
    expect(file['platform_diary']?.length).toBeGreaterThan(1);
    expect(Object.keys(file).toSorted()).toEqual(PERSON_TABLES.map(({ table }) => table).toSorted());
    for (const secret of SECRET_COLUMNS) expect(JSON.stringify(file)).not.toContain(`"${secret}"`);
  });

  it('is nothing of somebody else, and nothing for an unknown id', async () => {
    const one = await withdrawn({ name: 'Een Hofsteenge' });
    const other = await withdrawn({ name: 'Ander Hofsteenge' });
    const exported = await asOwner(api.url, (tx) => exportPerson(tx, one.id, TEST_KEY));
    expect(JSON.stringify(exported)).not.toContain(other.id);
    expect(JSON.stringify(exported)).not.toContain('Ander');
    expect(await asOwner(api.url, (tx) => exportPerson(tx, one.requestId, TEST_KEY))).toEqual({
      ok: false,
      refusal: { code: 'person-unknown' },
    });
  });
});

describe('making somebody unknown', () => {
  it('leaves no name, number or text, and keeps the log, the diary and the counts', async () => {
    const { id, requestId } = await withdrawn({ name: 'Wis Hofsteenge', bsn: '999900079', kinName: SECOND });
    const before = await api.owner.query('select * from platform_diary where subject = any($1) order by id', [
      [id, requestId],
    ]);
    const looks = await api.owner.query('select * from platform_access where person_id = $1 order by line', [
      id,
    ]);
    expect(before.rows.length).toBeGreaterThan(1);
    expect(await erase(id)).toEqual({ ok: true, value: null });
    const exported = await asOwner(api.url, (tx) => exportPerson(tx, id, TEST_KEY));
    if (!exported.ok) throw new Error(exported.refusal.code);
    expect(JSON.stringify(exported.value)).not.toMatch(/Wis Hofsteenge|999900079|kanarie|1941-05-02|0592/);
    expect(exported.value['people_person']).toMatchObject([{ id, name: 'gewist', bsn: null, pc4: null }]);
    expect(exported.value['placement_request']).toHaveLength(1);
    const after = await api.owner.query('select * from platform_diary where subject = any($1) order by id', [
      [id, requestId],
    ]);
    expect(after.rows).toEqual(before.rows);
    expect(
      (await api.owner.query('select * from platform_access where person_id = $1 order by line', [id])).rows,
    ).toEqual(looks.rows);
    // The same number enters a new person, as if never seen.
    const again = await withdrawn({ name: 'Nieuw Hofsteenge', bsn: '999900079' });
    expect(again.id).not.toBe(id);
  });

  it('is refused while somebody lies in a bed or a request runs, and for an unknown id', async () => {
    const { personId } = await admitSomebody(api);
    expect(await erase(personId)).toEqual({ ok: false, refusal: { code: 'person-in-care' } });
    const running = await api.post(api.small.gp, '/requests', asking([api.freshPlace()]));
    const id = await personBehind(running.json<{ request: { id: string } }>().request.id);
    expect(await erase(id)).toEqual({ ok: false, refusal: { code: 'person-in-care' } });
    expect(await erase('01a20156-7c5b-7671-9960-7a841bc6f21f')).toEqual({
      ok: false,
      refusal: { code: 'person-unknown' },
    });
  });
});

describe('keeping', () => {
  let id: string;
  let personId: string;

  // Before any of them: what is old goes for all, also who is signed in.
  beforeAll(async () => {
    ({ id } = await withdrawn({ name: 'Bewaar Hofsteenge' }));
    ({ personId } = await admitSomebody(api));
  });
  const nameOf = async (id: string): Promise<string | undefined> =>
    (await api.owner.query<{ name: string }>('select name from people_person where id = $1', [id])).rows[0]
      ?.name;

  it('lasts twenty years after the last change, to the day, and then the record is made unknown by itself', async () => {
    const over = Date.parse('2046-11-23T10:00:00Z');
    expect((await asOwner(api.url, (tx) => overdue(tx, over - DAY))).people).not.toContain(id);
    expect((await asOwner(api.url, (tx) => overdue(tx, over + DAY))).people).toContain(id);
    expect(await nameOf(id)).toBe('Bewaar Hofsteenge');
    const daily = startDaily({
      ...{ databaseUrl: api.url, database: api.house.database },
      clock: { now: () => over + DAY },
      report: (error) => {
        throw error;
      },
    });
    await expect.poll(() => nameOf(id)).toBe('gewist');
    await daily.stop();
    expect((await asOwner(api.url, (tx) => overdue(tx, over + DAY))).people).not.toContain(id);
  });

  it('leaves who is still in a bed, however long ago it began', async () => {
    const late = await asOwner(api.url, (tx) => takeAway(tx, NOW + 21 * 366 * DAY));
    expect(late.people).not.toContain(personId);
    expect(await nameOf(personId)).toBe('Geertje Hofsteenge');
  });

  it('lets old sessions go and leaves fresh ones', async () => {
    const seen = new Date(NOW);
    await api.owner.query(
      `insert into platform_session (token_hash, professional_id, began_at, seen_at) values ('old', $1, $2, $2)`,
      [api.small.gp.id, seen],
    );
    const stands = async (): Promise<boolean> =>
      (await api.owner.query("select 1 from platform_session where token_hash = 'old'")).rowCount === 1;
    await asOwner(api.url, (tx) => takeAway(tx, NOW + 89 * DAY));
    expect(await stands()).toBe(true);
    await asOwner(api.url, (tx) => takeAway(tx, NOW + 91 * DAY));
    expect(await stands()).toBe(false);
  });
});
