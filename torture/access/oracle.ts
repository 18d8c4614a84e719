import type { ApiHouse } from '#app/api-house.fixture.ts';
import { asking, somebody } from '#app/api-house.fixture.ts';
import { type Chance, seeded } from '#kernel/seeded.ts';
import type { Professional } from '#modules/region/types.ts';

/** One question of the stream, with its answer. */
interface Asked {
  readonly who: Professional;
  readonly name: string;
  /** What stands in the address. */
  readonly id: string;
  readonly status: number;
  readonly body: unknown;
  readonly again: boolean;
}

/** What the log must hold after a stream of questions, and what it holds. */
export interface Judged {
  readonly asked: number;
  readonly expected: number;
  /** Looks that stand nowhere. */
  readonly missing: readonly string[];
  /** Lines in the log of what nobody looked at. */
  readonly orphans: readonly string[];
}

type Row = readonly [event: string, kind: string, object: string | null];
interface OfRequest {
  readonly request: { readonly id: string };
}
interface Listed {
  readonly requests: readonly { readonly id: string }[];
}
interface Sheet {
  readonly incoming: readonly OfRequest[];
  readonly places: readonly { readonly claims: readonly { readonly requestId: string | null }[] }[];
}

const each = (event: string, ids: readonly string[]): Row[] => ids.map((id) => [event, 'request', id]);
const inAnswer = (event: string) => (asked: Asked) => each(event, [(asked.body as OfRequest).request.id]);
const listed = ({ body }: Asked): Row[] =>
  each(
    'list',
    (body as Listed).requests.map(({ id }) => id),
  );
const onSheet = ({ body }: Asked): Row[] => {
  const { incoming, places } = body as Sheet;
  const lying = places.flatMap(({ claims }) => claims.flatMap(({ requestId }) => requestId ?? []));
  return each('list', [...new Set([...incoming.map(({ request }) => request.id), ...lying])]);
};

/** By hand, from what the norm asks and what crosses HTTP; not from the code that writes the log. */
const TABLE: Readonly<Record<string, { readonly kind: string; readonly rows: (asked: Asked) => Row[] }>> = {
  board: { kind: '', rows: () => [] },
  pressure: { kind: '', rows: () => [] },
  send: { kind: 'request', rows: (asked) => inAnswer(asked.again ? 'read' : 'add')(asked) },
  request: { kind: 'request', rows: inAnswer('read') },
  own: { kind: 'request', rows: listed },
  consults: { kind: 'search', rows: listed },
  proposals: { kind: 'request', rows: ({ id }) => each('read', [id]) },
  person: { kind: 'person', rows: ({ id }) => [['read', 'person', id]] },
  ward: { kind: 'search', rows: onSheet },
  queue: { kind: 'search', rows: listed },
  plan: {
    kind: 'search',
    rows: ({ body }) =>
      each(
        'list',
        (body as { rows: readonly { id: string }[] }).rows.map(({ id }) => id),
      ),
  },
  message: { kind: 'request', rows: inAnswer('change') },
  offer: { kind: 'offer', rows: inAnswer('change') },
  running: {
    kind: 'request',
    rows: ({ id, body }) => {
      const found = (body as { running: { requestId: string } | null }).running;
      return found === null ? [['search', 'person', id]] : each('search', [found.requestId]);
    },
  },
};

/** Said with a no that hides whether something is there, and to who may not come here at all. */
const rowsOf = (asked: Asked): Row[] => {
  const line = TABLE[asked.name];
  if (line === undefined) throw new Error(`${asked.name} does not stand in the table`);
  if (asked.status === 200) return line.rows(asked);
  if (line.kind === '' || ![403, 404].includes(asked.status)) return [];
  // Who was named in the body and not in the address is not told apart.
  const hidden = line.kind === 'search' || ['running', 'own', 'send'].includes(asked.name);
  return [['refused', line.kind, hidden ? null : asked.id]];
};

const NOWHERE = '00000000-0000-7000-8000-00000000000f';

/** What the streams learned from answers: which requests there are, and of whom. */
const openMemory = () => {
  const requests: string[] = [NOWHERE];
  const offers: string[] = [NOWHERE];
  const persons = new Map<string, string>();
  let keys = 0;
  return {
    requests,
    offers,
    persons,
    nextKey: (): number => keys++,
    /** A few are sent first, so that there is somebody to look at; later seldom one more. */
    wantsMore: (chance: Chance): boolean => keys < 6 || (keys < 40 && chance() < 0.03),
    known: (body: unknown): void => {
      const { request } = body as {
        request: { id: string; person: { id: string } | null; offers: { id: string }[] };
      };
      if (request.person === null || persons.has(request.id)) return;
      persons.set(request.id, request.person.id);
      requests.push(request.id);
      for (const offer of request.offers) offers.push(offer.id);
    },
    personOf: (kind: string, object: string | null): string | null => {
      if (object === null || object === NOWHERE) return null;
      return kind === 'person' ? object : (persons.get(object) ?? null);
    },
  };
};
type Memory = ReturnType<typeof openMemory>;

/** Asks, and keeps what was asked beside the answer. */
const ask = async (
  who: Professional,
  name: string,
  id: string,
  how: () => ReturnType<ApiHouse['call']>,
  again = false,
): Promise<Asked> => {
  const answer = await how();
  return { who, name, id, status: answer.statusCode, body: answer.json(), again };
};

/** Questions of everybody to everything, drawn by chance, some of them to what is not theirs or not there. */
const openStream = (house: ApiHouse, memory: Memory, chance: Chance): (() => Promise<Asked[]>) => {
  const pick = <T>(from: readonly T[]): T => from[Math.floor(chance() * from.length)] as T;
  const { gp, desk, wards, transfer } = house.small;
  const people = [gp, gp, desk, desk, wards[0], wards[1], transfer];
  const { requests, offers, persons, known } = memory;

  const send = async (): Promise<Asked[]> => {
    const who = pick([gp, transfer]);
    const number = memory.nextKey();
    const body = asking([pick(house.small.places.flat())], {
      person: somebody({ name: `Iemand ${'abcdefgh'[number % 8]}` }),
    });
    const key = `oracle-${number}`;
    const once = () => house.post(who, '/requests', body, { key });
    const first = await ask(who, 'send', '', once);
    if (first.status !== 200) return [first];
    known(first.body);
    return chance() < 0.3 ? [first, await ask(who, 'send', '', once, true)] : [first];
  };
  const get = async (name: string, url: string, id = ''): Promise<Asked[]> => {
    const who = pick(people);
    return [await ask(who, name, id, () => house.call(who, 'GET', `/api/v1/${url}`))];
  };
  const post = async (name: string, url: string, id: string, body: object): Promise<Asked[]> => {
    const who = pick(people);
    return [await ask(who, name, id, () => house.post(who, url, body))];
  };
  const personId = (): string => persons.get(pick(requests)) ?? NOWHERE;
  const questions: readonly (() => Promise<Asked[]>)[] = [
    () => get('board', 'board'),
    () => get('pressure', 'pressure'),
    () => get('own', `requests?limit=${1 + Math.floor(chance() * 5)}`),
    () => get('consults', 'consults'),
    () => get('ward', `wards/${pick(house.small.units)}`),
    () => get('queue', 'queue'),
    () => get('plan', 'queue/plan'),
    ...[0, 1, 2].map(() => () => {
      const id = pick(requests);
      return get('request', `requests/${id}`, id);
    }),
    () => {
      const id = pick(requests);
      return get('proposals', `requests/${id}/proposals`, id);
    },
    () => {
      const id = personId();
      return get('person', `persons/${id}`, id);
    },
    () => {
      const id = pick(requests);
      return post('message', `/requests/${id}/messages`, id, { text: 'Eet zij zelf?' });
    },
    () => {
      const id = pick(offers);
      return post('offer', `/offers/${id}/${pick(['read', 'withdraw'])}`, id, {});
    },
    () => {
      const id = personId();
      return post('running', '/requests/running', id, { id });
    },
  ];
  return () => (memory.wantsMore(chance) ? send() : pick(questions)());
};

/** A look as one text, to be counted. */
const textOf = (row: Row, actor: string, person: string | null, refused: boolean): string =>
  [...row, actor, person, refused ? 'refused' : 'done'].join(' ');

type Counted = Map<string, number>;
const count = (counted: Counted, text: string, times = 1): void => {
  counted.set(text, (counted.get(text) ?? 0) + times);
};

/** What is in the one and not in the other, as often as it is not. */
const less = (all: Counted, taken: Counted): string[] =>
  [...all].flatMap(([text, times]) => Array<string>(Math.max(0, times - (taken.get(text) ?? 0))).fill(text));

/** Whose offer it is, the oracle need not know: the log tells, and it must be the same for yes and no. */
const SOMEBODY = 'somebody';

/** What stands in the log, counted by the database: there may be a million lines. */
const linesOf = async (house: ApiHouse): Promise<Counted> => {
  const { rows } = await house.owner.query<{
    event: string;
    object_type: string;
    object_id: string | null;
    actor: string;
    person_id: string | null;
    outcome: string;
    times: number;
  }>(
    `select event, object_type, object_id, actor, person_id, outcome, count(*)::int as times from platform_access
     group by event, object_type, object_id, actor, person_id, outcome`,
  );
  const found: Counted = new Map();
  for (const { event, object_type: kind, object_id, actor, person_id, outcome, times } of rows) {
    const person = kind === 'offer' ? SOMEBODY : person_id;
    count(found, textOf([event, kind, object_id], actor, person, outcome === 'refused'), times);
  }
  return found;
};

/** A look that an answer gave, and how often. */
interface Told {
  readonly row: Row;
  readonly actor: string;
  readonly refused: boolean;
  readonly times: number;
}

/** So many ask at once: what one of them sees while another writes must stand in the log as well. */
const CALLERS = 8;

/** Asks so many questions, and lays the log beside what it must say. */
export const judgeLog = async (house: ApiHouse, questions: number, seed: number): Promise<Judged> => {
  const memory = openMemory();
  const looks = new Map<string, Told>();
  // The desk's row stays open on a screen: whoever stands in it is looked at once in a quarter of an hour, and here no time
  // goes by.
  const onScreen = new Set<string>();
  const stood = ({ name, status }: Asked, text: string): boolean => {
    if (status !== 200 || !['queue', 'plan'].includes(name)) return false;
    const size = onScreen.size;
    return onScreen.add(`${name} ${text}`).size === size;
  };
  let asked = 0;
  const keep = (each: Asked): void => {
    const refused = each.status !== 200;
    for (const row of rowsOf(each)) {
      const text = textOf(row, each.who.id, null, refused);
      if (stood(each, text)) continue;
      const told = looks.get(text) ?? { row, actor: each.who.id, refused, times: 0 };
      looks.set(text, { ...told, times: told.times + 1 });
    }
  };
  const asks = async (next: () => Promise<Asked[]>): Promise<void> => {
    while (asked < questions) {
      const answered = await next();
      asked += answered.length;
      for (const each of answered) keep(each);
    }
  };
  await Promise.all(
    Array.from({ length: CALLERS }, (_, caller) => asks(openStream(house, memory, seeded(seed + caller)))),
  );
  const expected: Counted = new Map();
  let expectedLooks = 0;
  for (const { row, actor, refused, times } of looks.values()) {
    const [, kind, object] = row;
    // Of whom a request is, may be known only after the first who saw it.
    const person = kind === 'offer' ? SOMEBODY : memory.personOf(kind, object);
    count(expected, textOf(row, actor, person, refused), times);
    expectedLooks += times;
  }
  const found = await linesOf(house);
  return { asked, expected: expectedLooks, missing: less(expected, found), orphans: less(found, expected) };
};
