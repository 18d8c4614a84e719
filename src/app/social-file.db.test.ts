import { afterAll, beforeAll, expect, it } from 'vitest';
import { DAY } from '#kernel/interval.ts';
import { asOwner } from '#platform/db/owner.ts';
import { TEST_KEY } from '#platform/postgres/test-database.ts';
import { erasePerson, exportPerson } from './records/file.ts';
import { overdue } from './records/retention.ts';
import { openReferralHouse, type ReferralHouse } from './referral-house.fixture.ts';

const WORD = 'kanarie';
const TABLES = ['social_referral', 'cases_question', 'cases_action', 'social_conversation_part'];

let world: ReferralHouse;
beforeAll(async () => {
  world = await openReferralHouse();
});
afterAll(() => world.house.close());

const asked = async <Body>(
  method: 'POST' | 'PUT',
  path: string,
  body: object,
  seen?: string,
): Promise<Body> => {
  const headers = seen === undefined ? {} : { 'if-match': seen };
  const answer = await world.house.call(world.gp, method, `/api/v1${path}`, body, { headers });
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json<Body>();
};

const personOf = async (referral: string): Promise<string> => {
  const { rows } = await world.house.owner.query<{ id: string }>(
    'select person_id as id from social_referral where id = $1',
    [referral],
  );
  return rows[0]?.id ?? '';
};

/** Somebody who was referred, in a case with others and in a conversation. */
const inEverything = async (): Promise<string> => {
  const person = await personOf((await world.refer({ question: WORD })).id);
  const { case: of } = await asked<{ case: { id: string } }>('POST', '/cases', { person, question: WORD });
  const { organisationId: organisation } = world.worker;
  await asked('POST', `/cases/${of.id}/helpers`, { organisation, parts: ['plan'] });
  await asked('POST', `/cases/${of.id}/actions`, { what: WORD, owner: organisation, due: '2026-12-01' });
  const talk = await asked<{ conversation: { id: string } }>('POST', '/conversations', { person });
  const said = { mark: 3, words: WORD, talk: true };
  await asked('PUT', `/conversations/${talk.conversation.id}/parts/daily`, said, '"0"');
  return person;
};

it('what was said to be helped goes with who is made unknown; that there was a case and a referral stays', async () => {
  const id = await inEverything();
  const fileOf = () => asOwner(world.house.url, (tx) => exportPerson(tx, id, TEST_KEY));
  const before = await fileOf();
  if (!before.ok) throw new Error(before.refusal.code);
  for (const table of TABLES) expect(JSON.stringify(before.value[table]), table).toContain(WORD);
  const now = world.house.clock.at;
  expect(await asOwner(world.house.url, (tx) => erasePerson(tx, id, now))).toEqual({ ok: true, value: null });
  const after = await fileOf();
  if (!after.ok) throw new Error(after.refusal.code);
  expect(JSON.stringify(after.value)).not.toContain(WORD);
  expect(after.value['social_referral']).toHaveLength(1);
  expect(after.value['cases_helper']).toHaveLength(2);
  expect(after.value['social_conversation'] ?? []).toEqual([]);
});

it('a record is kept twenty years from the last that was done in a case', async () => {
  const id = await inEverything();
  const { rows } = await world.house.owner.query<{ id: string }>(
    'select id from cases_case where person_id = $1',
    [id],
  );
  world.house.clock.at += 170 * DAY;
  await asked('POST', `/cases/${rows[0]?.id}/actions`, { what: 'Bellen', due: '2027-06-01' });
  const end = new Date(world.house.clock.at).setUTCFullYear(2047);
  const people = async (now: number) => (await asOwner(world.house.url, (tx) => overdue(tx, now))).people;
  expect(await people(end - DAY)).not.toContain(id);
  expect(await people(end + DAY)).toContain(id);
});
