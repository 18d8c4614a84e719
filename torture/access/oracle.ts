import type { ApiHouse } from '#app/api-house.fixture.ts';
import { asking, somebody } from '#app/api-house.fixture.ts';
import { seeded } from '#kernel/seeded.ts';
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

/** What the stream itself learned from answers: which requests there are, and of whom. */
const openMemory = () => {
  const requests: string[] = [NOWHERE];
  const offers: string[] = [NOWHERE];
  const persons = new Map<string, string>();
  return {
    requests,
    offers,
    persons,
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
const openStream = (house: ApiHouse, seed: number) => {
  const chance = seeded(seed);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(chance() * from.length)] as T;
  const { gp, desk, wards, transfer } = house.small;
  const people = [gp, gp, desk, desk, wards[0], wards[1], transfer];
  const memory = openMemory();
  const { requests, offers, persons, known } = memory;
  let keys = 0;

  const send = async (): Promise<Asked[]> => {
    const who = pick([gp, transfer]);
    const body = asking([pick(house.small.places.flat())], {
      person: somebody({ name: `Iemand ${'abcdefgh'[keys % 8]}` }),
    });
    const key = `oracle-${keys++}`;
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
  return {
    /** A few are sent first, so that there is somebody to look at; later seldom one more. */
    next: (): Promise<Asked[]> => (keys < 6 || (keys < 40 && chance() < 0.03) ? send() : pick(questions)()),
    personOf: memory.personOf,
  };
};

const textOf = (row: Row, actor: string, person: string | null, refused: boolean): string =>
  [...row, actor, person, refused ? 'refused' : 'done'].join(' ');

const less = (all: readonly string[], taken: readonly string[]): string[] => {
  const left = new Map<string, number>();
  for (const each of taken) left.set(each, (left.get(each) ?? 0) + 1);
  return all.filter((each) => {
    const count = left.get(each) ?? 0;
    left.set(each, count - 1);
    return count <= 0;
  });
};

/** Asks so many questions, and lays the log beside what it must say. */
export const judgeLog = async (house: ApiHouse, count: number, seed: number): Promise<Judged> => {
  const stream = openStream(house, seed);
  const expected: string[] = [];
  let asked = 0;
  while (asked < count) {
    for (const each of await stream.next()) {
      asked += 1;
      for (const row of rowsOf(each)) {
        const [, kind, object] = row;
        // Whose offer it is, the oracle need not know: the log tells, and it must be the same for yes and no.
        const person = kind === 'offer' ? 'somebody' : stream.personOf(kind, object);
        expected.push(textOf(row, each.who.id, person, each.status !== 200));
      }
    }
  }
  const { rows } = await house.owner.query<{
    event: string;
    object_type: string;
    object_id: string | null;
    actor: string;
    person_id: string | null;
    outcome: string;
  }>('select event, object_type, object_id, actor, person_id, outcome from platform_access order by line');
  const found = rows.map((row) =>
    textOf(
      [row.event, row.object_type, row.object_id],
      row.actor,
      row.object_type === 'offer' ? 'somebody' : row.person_id,
      row.outcome === 'refused',
    ),
  );
  return { asked, expected: expected.length, missing: less(expected, found), orphans: less(found, expected) };
};
