import type { ApiHouse } from '#app/api-house.fixture.ts';
import { eventually } from '#app/stay-house.fixture.ts';

/** Ids of what the cells are about, per kind. */
export type Ids = Readonly<Record<string, string>>;

/** The words that stand only with people, also in what is written of a stay. */
const WORDS = 'Bij de Vinkenslag, met het kooitje';

/** What a house writes of a stay, once; made through the API. */
const written = (): readonly (readonly [path: string, body: object])[] => [
  ['barriers', { code: 'home-care', owner: 'home-care', note: WORDS, due: '2026-12-01' }],
  ['observations', { kind: 'note', seenBy: 'nurse', name: 'Zangvogel', text: WORDS }],
  ['medication', { medicine: 'Vinkenslag', change: 'stopped' }],
  ['wishes', { kind: 'question', text: `Waarom valt mevrouw? ${WORDS}` }],
  ['wishes', { kind: 'goal', text: WORDS }],
  ['meetings', { plannedAt: '2026-11-25T10:00:00Z' }],
];

const newest = async (house: ApiHouse, table: string, stay: string): Promise<string> => {
  const { rows } = await house.owner.query<{ id: string }>(
    `select id from ${table} where stay_id = $1 order by id desc limit 1`,
    [stay],
  );
  return rows[0]?.id ?? '';
};

const must = async (answer: Promise<{ statusCode: number; body: string }>): Promise<void> => {
  const { statusCode, body } = await answer;
  if (statusCode !== 200) throw new Error(body);
};

/** One more file that goes along. */
export const fileOf = async (house: ApiHouse, handover: string): Promise<string> => {
  const file = { name: 'Kanarie.txt', content: 'S2FuYXJpZQ==' };
  await must(house.post(house.small.wards[0], `/handovers/${handover}/files`, file));
  const { rows } = await house.owner.query<{ id: string }>(
    'select id from stay_handover_file order by id desc limit 1',
  );
  return rows[0]?.id ?? '';
};

/** A letter to the practice. */
const answerTo = async (house: ApiHouse, stay: string): Promise<void> => {
  const [ward, url] = [house.small.wards[0], `/api/v1/stays/${stay}/answer`];
  const boxes = { seen: WORDS, finding: WORDS, advice: WORDS, followUp: WORDS };
  const kept = await house.call(ward, 'PUT', url, boxes, { version: 0 });
  await must(Promise.resolve(kept));
  const changes = { onPurpose: true, withoutReason: [await newest(house, 'stay_medication', stay)] };
  const { version } = kept.json<{ answer: { version: number } }>().answer;
  await must(house.call(ward, 'POST', `${url}/send`, changes, { version }));
};

/** A handover of the stay with a file, sent to the practice. */
const handOver = async (house: ApiHouse, stay: string): Promise<Ids> => {
  const [ward, url] = [house.small.wards[0], `/api/v1/stays/${stay}/handover`];
  const receiver = { organisationId: house.small.gp.organisationId };
  const sections = [{ code: 'home', text: WORDS }];
  await must(house.call(ward, 'PUT', url, { sections, receiver }, { version: 0 }));
  const handover = await newest(house, 'stay_handover', stay);
  const file = await fileOf(house, handover);
  await must(house.post(ward, `/stays/${stay}/handover/send`, {}, { version: 1 }));
  return { handover, file };
};

/** The stay that begins with an arrival, with one of everything in it. */
export const stayThings = async (house: ApiHouse, admitted: Ids): Promise<Ids> => {
  const { owner, small } = house;
  await owner.query("select set_config('app.keeper', 'on', false)");
  const stay = await eventually(async () => {
    const found = await owner.query<{ id: string }>('select id from stay_stay where request_id = $1', [
      admitted['request'],
    ]);
    return found.rows[0]?.id;
  });
  for (const [path, body] of written())
    await must(house.post(small.wards[0], `/stays/${stay}/${path}`, body));
  await answerTo(house, stay);
  return {
    ...admitted,
    ...(await handOver(house, stay)),
    ...{ stay, barrier: await newest(house, 'stay_barrier', stay) },
    meeting: await newest(house, 'stay_meeting', stay),
    observation: await newest(house, 'stay_observation', stay),
    task: await newest(house, 'stay_task', stay),
    change: await newest(house, 'stay_medication', stay),
  };
};
