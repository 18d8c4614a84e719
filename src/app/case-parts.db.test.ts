import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CaseView } from '#modules/cases/contract.ts';
import { CASE_PARTS, type CasePart } from '#modules/cases/types.ts';
import type { Professional } from '#modules/region/types.ts';
import { newId } from '#platform/db/ids.ts';
import { type Accepted, type ConsentHouse, openConsentHouse } from './consent-house.fixture.ts';

let world: ConsentHouse;
let about: Accepted;
let gp: Professional;
let id: string;
/** One who helps in care and knows the person from nowhere else, and one in the social domain. */
const helpers = new Map<'care' | 'social', Professional>();

/** What somebody finds of each part: a key of the answer, and rows of its tables. */
const PARTS = [
  { part: 'question', tables: ['question'], secret: 'brieven' },
  { part: 'plan', tables: ['action'], secret: 'Schuldhulp bellen' },
  { part: 'messages', tables: ['message'], secret: 'Het hart speelt op' },
  { part: 'meetings', tables: ['meeting', 'note_line', 'note_act'], secret: 'Geen slaappillen' },
] as const;

const done = async (path: string, body: object, who = gp) => {
  const answer = await world.house.post(who, path, body);
  if (answer.statusCode !== 200) throw new Error(answer.body);
  return answer.json();
};

beforeAll(async () => {
  world = await openConsentHouse();
  gp = world.house.small.gp;
  about = await world.accepted({ ward: world.house.small.wards[0], bsn: '999990019' });
  helpers.set('care', world.house.small.wards[1]).set('social', world.social.ward);
  id = (await done('/cases', { person: about.personId, question: 'Het zijn de brieven.' })).case.id;
  for (const { organisationId: organisation } of helpers.values())
    await done(`/cases/${id}/helpers`, { organisation, parts: [] });
  await done(`/cases/${id}/actions`, { what: 'Schuldhulp bellen', due: '2026-12-01' });
  await done(`/cases/${id}/messages`, { text: 'Het hart speelt op' });
  const set = { at: '2026-12-01T13:00:00Z', place: 'Praktijk' };
  const { meeting } = await done(`/cases/${id}/meetings`, set);
  const act = { id: newId(), line: newId(), place: 1, seen: 0, text: 'Geen slaappillen' };
  await done(`/cases/${id}/meetings/${meeting.id}/lines`, { acts: [act] });
});
afterAll(() => world.house.close());

const open = (who: Professional, parts: readonly CasePart[]) =>
  world.house.call(gp, 'PUT', `/api/v1/cases/${id}/helpers/${who.organisationId}`, { parts });

/** Everything the case tells this reader, by every route about it. */
const told = async (who: Professional): Promise<{ of: CaseView; all: string }> => {
  const one = await world.house.call(who, 'GET', `/api/v1/cases/${id}`);
  const list = await world.house.call(who, 'GET', `/api/v1/cases/${id}/meetings`);
  const meetings = list.json<{ meetings?: { id: string }[] }>().meetings ?? [];
  const notes = await Promise.all(
    meetings.map((each) => world.house.call(who, 'GET', `/api/v1/cases/${id}/meetings/${each.id}`)),
  );
  return {
    of: one.json<{ case: CaseView }>().case,
    all: [one, list, ...notes].map(({ body }) => body).join('\n'),
  };
};

const rowsFor = async ({ organisationId }: Professional, tables: readonly string[]): Promise<number> => {
  const { owner } = world.house;
  await owner.query('begin');
  await owner.query('set local role verkeerstoren_app');
  await owner.query("select set_config('app.actor', 'x', true), set_config('app.org', $1, true)", [
    organisationId,
  ]);
  let found = 0;
  for (const table of tables)
    found += (await owner.query(`select count(*)::int as n from cases_${table}`)).rows[0].n;
  await owner.query('rollback');
  return found;
};

describe.each(['care', 'social'] as const)('who helps in %s', (kind) => {
  it.each(PARTS)('sees of the case what is opened, here $part, and nothing of the rest', async (opened) => {
    const who = helpers.get(kind) as Professional;
    await open(who, [opened.part]);
    const { of, all } = await told(who);
    expect(of.parts).toEqual([opened.part]);
    for (const { part, tables, secret } of PARTS) {
      const is = part === opened.part;
      expect([part, all.includes(secret)]).toEqual([part, is]);
      expect([part, (await rowsFor(who, tables)) > 0]).toEqual([part, is]);
    }
    await open(who, []);
    expect((await told(who)).of.parts).toEqual([]);
  });

  it('gets no more of the person by it: not the request, not the letter, not the file, not the BSN', async () => {
    const who = helpers.get(kind) as Professional;
    await open(who, CASE_PARTS);
    const hidden = [
      `/requests/${about.id}`,
      `/requests/${about.id}/documents/${about.doc}`,
      `/persons/${about.personId}`,
      `/persons/${about.personId}/consents`,
    ];
    for (const path of hidden) {
      const answer = await world.house.call(who, 'GET', `/api/v1${path}`);
      expect([path, [403, 404].includes(answer.statusCode)]).toEqual([path, true]);
    }
    const { all } = await told(who);
    for (const secret of ['999990019', '1941-05-02']) expect(all).not.toContain(secret);
    await open(who, []);
  });
});
