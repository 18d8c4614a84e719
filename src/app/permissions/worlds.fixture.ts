import { buildHouse, type House } from '#app/house.ts';
import type { Professional, Role } from '#modules/region/types.ts';
import { newId } from '#platform/db/ids.ts';
import { type About, MATRIX, type Relation } from './matrix.fixture.ts';
import { NOW, type World } from './world.fixture.ts';

/** Who may not know, in which relation. */
const ASKERS: readonly { role: Role; relation: Relation }[] = [
  { role: 'gp', relation: 'none' },
  { role: 'ward', relation: 'none' },
  { role: 'desk', relation: 'none' },
  { role: 'region-manager', relation: 'none' },
  { role: 'ward', relation: 'offered' },
];

/**
 * What tells of this process or never ends, and what is about the asker's own account. A workbook holds the second in which
 * it was made; its list goes along as csv.
 */
const APART =
  /^GET (\/health|\/metrics|\/openapi|\/docs|.*\.xlsx|\/api\/v1\/(live|session|sign-in|account|own))/;
/** Versions of what is drawn from memory count what this process heard since it began. */
const HEARD = /(W\/\\?"|"version\\?":\\?")[0-9a-z-]+\.[0-9a-z]+\\?"/g;

/** Makes the second world: the same but for what somebody is called, what was written about them, and one person more. */
const CHANGES: readonly string[] = [
  `update people_person set name = 'Gerrit Anders', birth_date = '1939-03-03', phone = null, kin_name = 'Anders'`,
  `update placement_person set remarks = 'Iets heel anders', wish = '', callback_phone = '0592-99 99 99'`,
  `update placement_document set name = 'anders.pdf', bytes = '\\x616e64657273'`,
  `update placement_offer set doctor = 'dr. Anders' where doctor is not null`,
  `update social_conversation_part set words = 'Iets heel anders'`,
  `update stay_wish set text = 'Iets heel anders'`,
  `update stay_barrier set note = '', due = due + 3`,
  `update stay_meeting set agreed = 'Iets heel anders'`,
  `update stay_return set note = 'Iets heel anders', who = 'Anders'`,
  `update stay_handover set sections = '{}', to_doctor = 'dr. Anders'`,
  `update stay_handover_file set name = 'anders.txt', bytes = '\\x616e64657273'`,
  `update day_treatment_order set dose = 'Iets heel anders', limits = null, stop_rule = 'Iets heel anders'`,
  `insert into people_person (id, name, birth_date, sex, created_org)
   select gen_random_uuid(), 'Extra Persoon', '1930-01-01', 'male', created_org from people_person limit 1`,
  `insert into people_relation (id, person_id, organisation_id, kind, ground, since, actor)
   select gen_random_uuid(), id, created_org, 'own', 'referral', now(), 'maker' from people_person where name = 'Extra Persoon'`,
];

interface Question {
  readonly who: Professional;
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly body?: object;
}

const routesToRead = (): { path: string; about: About }[] =>
  Object.entries(MATRIX)
    .filter(([route]) => route.startsWith('GET ') && !APART.test(route))
    .map(([route, rows]) => ({ path: route.slice(4), about: [rows].flat()[0]?.about ?? 'region' }));

/** Everything that can be read, searched, sorted, counted or taken out, by each who may not know. */
const questionsOf = (world: World): Question[] =>
  ASKERS.flatMap(({ role, relation }) => {
    const who = world.who(role, relation, 'region');
    const { small } = world.house;
    const own = relation === 'offered' ? 'own' : 'accepted';
    const reading = routesToRead().map(({ path, about }): Question => {
      const ids = world.idsOf(about, own);
      const url = path
        .replace(':id', ids[about === 'document' ? 'request' : about] ?? newId())
        .replace(':unitId', small.units[0])
        .replace(':file', ids['file'] ?? newId())
        .replace(':doc', ids['doc'] ?? newId());
      return {
        who,
        method: 'GET',
        url: url.endsWith('why') ? `${url}?site=${small.sites[0]}&product=elv-high` : url,
      };
    });
    const searching = ['Berta Kanarie', 'Gerrit Anders', 'Extra Persoon'].map((name): Question => {
      const body = { birthDate: name === 'Extra Persoon' ? '1930-01-01' : '1941-05-02', name };
      return { who, method: 'POST', url: '/api/v1/requests/running', body };
    });
    return [...reading, ...searching];
  });

/** Signs in once; both houses stand on one database and know the token. */
const tokensOf = async (world: World, questions: readonly Question[]): Promise<Map<string, string>> => {
  const tokens = new Map<string, string>();
  for (const { who } of questions) {
    if (tokens.has(who.id)) continue;
    const answer = await world.house.call(null, 'POST', '/api/v1/session', { role: who.id });
    tokens.set(who.id, answer.json<{ token: string }>().token);
  }
  return tokens;
};

const answersOf = async (
  { app }: House,
  questions: readonly Question[],
  tokens: ReadonlyMap<string, string>,
): Promise<string[]> => {
  const answers: string[] = [];
  for (const { who, method, url, body } of questions) {
    const headers = { authorization: `Bearer ${tokens.get(who.id)}` };
    const payload = body === undefined ? {} : { payload: body };
    const { statusCode, headers: told, body: text } = await app.inject({ method, url, headers, ...payload });
    // The length is that of the body beside it, with such a version in it.
    const { date: _moment, 'content-length': _length, ...rest } = told;
    answers.push(JSON.stringify([statusCode, rest, text]).replaceAll(HEARD, ''));
  }
  return answers;
};

/** The same database as a house that was just started sees it: nothing is remembered from before. */
const freshHouse = (world: World): Promise<House> =>
  buildHouse({
    ...{ databaseUrl: world.house.url, connections: 4, clock: { now: () => NOW }, practice: true },
    ...{ logLevel: 'silent', version: 'test', webFolder: null },
  });

const askedOf = async (world: World, questions: readonly Question[]): Promise<string[]> => {
  const tokens = await tokensOf(world, questions);
  const house = await freshHouse(world);
  const answers = await answersOf(house, questions, tokens);
  await house.close();
  return answers;
};

/** Asks the same of two worlds that differ only in what the askers may not know; gives back where they could tell. */
export const tellings = async (world: World): Promise<{ asked: number; differ: string[] }> => {
  const questions = questionsOf(world);
  const before = await askedOf(world, questions);
  for (const change of CHANGES) await world.house.owner.query(change);
  const after = await askedOf(world, questions);
  const differ = questions
    .filter((_, i) => before[i] !== after[i])
    .map(({ who, url }) => `${who.role}: ${url}`);
  return { asked: questions.length, differ };
};

/** How long, in milliseconds and on average, no takes for what is there and hidden, and for what is not there. */
export const tempo = async (world: World, times: number): Promise<{ hidden: number; absent: number }> => {
  const who = world.who('ward', 'none', 'region');
  const [token] = (await tokensOf(world, [{ who, method: 'GET', url: '' }])).values();
  const headers = { authorization: `Bearer ${token}` };
  const id = world.idsOf('request', 'accepted')['request'] ?? '';
  const spent = { hidden: 0, absent: 0 };
  const one = async (kind: keyof typeof spent, request: string): Promise<void> => {
    const began = performance.now();
    await world.house.house.app.inject({ method: 'GET', url: `/api/v1/requests/${request}`, headers });
    spent[kind] += performance.now() - began;
  };
  for (let i = 0; i < times; i++) {
    // In turn, so that a busy moment of the machine counts for both.
    await one('hidden', id);
    await one('absent', newId());
  }
  return { hidden: spent.hidden / times, absent: spent.absent / times };
};
