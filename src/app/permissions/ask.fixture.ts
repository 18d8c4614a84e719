import type { LightMyRequestResponse } from 'fastify';
import type { Professional, Role } from '#modules/region/types.ts';
import { ROLES } from '#modules/region/types.ts';
import { newId } from '#platform/db/ids.ts';
import { bodyOf, headersOf, queryOf } from './bodies.fixture.ts';
import { type About, MATRIX, type Relation, type Row } from './matrix.fixture.ts';
import type { Ids } from './stay-world.fixture.ts';
import type { World } from './world.fixture.ts';

/** How a cell can end. */
export type Verdict =
  | 'allowed'
  | 'as-if-absent'
  | 'not-yours'
  | 'no-turn'
  | 'closed'
  | 'not-allowed'
  | 'not-signed-in'
  | 'broken';

/** Who asks what. */
export interface Asked {
  readonly route: string;
  readonly role: Role | 'anonymous' | 'expired';
  readonly relation: Relation;
  readonly about: About;
}

/** What came back. */
export type Answered = LightMyRequestResponse;

/** One question of the matrix. */
export interface Cell extends Asked {
  readonly expected: Verdict;
}

const PEOPLE: readonly Relation[] = ['own', 'desk', 'offered', 'accepted', 'care-team', 'none'];
const HOUSES: readonly Relation[] = ['house', 'desk', 'none'];

/** There is one stay: of somebody in the first home, whom the practice sent and hears of. */
const STAYS: readonly Relation[] = ['own', 'desk', 'care-team', 'none'];

/** There is one order: of the practice that sent somebody, given by the first home. */
const ORDERS: readonly Relation[] = ['own', 'care-team', 'none'];

/** There is one case: of the practice, in which the first home helps. */
const CASES: readonly Relation[] = ['own', 'accepted', 'none'];

/** There is one conversation: that the practice holds with somebody, and nobody else. */
const CONVERSATIONS: readonly Relation[] = ['own', 'none'];
/** There is one referral: of the practice, to a service of the first home. */
const REFERRALS: readonly Relation[] = ['own', 'house', 'none'];

const OF_PEOPLE: ReadonlySet<About> = new Set(['request', 'offer', 'document', 'person']);
const OF_STAYS: ReadonlySet<About> = new Set(['stay', 'handover']);

/** The relations in which something like this can be asked about. */
const relationsOf = (about: About): readonly Relation[] => {
  if (about === 'region' || about === 'door') return ['none'];
  if (about === 'desk') return ['desk', 'none'];
  if (about === 'hold' || about === 'signal') return ['own', 'desk', 'none'];
  if (about === 'case') return CASES;
  if (about === 'conversation') return CONVERSATIONS;
  if (about === 'referral') return REFERRALS;
  if (OF_STAYS.has(about)) return STAYS;
  if (about === 'order') return ORDERS;
  return OF_PEOPLE.has(about) ? PEOPLE : HOUSES;
};

const rowsOf = (route: string): readonly Row[] => [MATRIX[route] ?? []].flat();

const expectedOf = (rows: readonly Row[], role: Role, relation: Relation): Verdict => {
  const row = rows.find(({ roles }) => roles === 'open' || roles.includes(role));
  if (row === undefined) return 'not-allowed';
  if (row.about === 'door') return 'closed';
  if (row.reach.includes(relation)) return 'allowed';
  if (row.noTurn?.includes(relation) === true) return 'no-turn';
  return row.notYours?.includes(relation) === true ? 'not-yours' : (row.others ?? 'as-if-absent');
};

const withoutName = (rows: readonly Row[]): Verdict => {
  if (rows.some(({ about }) => about === 'door')) return 'closed';
  return rows.some(({ roles }) => roles === 'open') ? 'allowed' : 'not-signed-in';
};

const cellsOf = (route: string, every: boolean): Cell[] => {
  const rows = rowsOf(route);
  const about = rows[0]?.about ?? 'region';
  const named = relationsOf(about).flatMap((relation, i) =>
    ROLES.map((role): Cell => ({ route, role, relation, about, expected: expectedOf(rows, role, relation) }))
      // The door turns a role away before it looks of whom it is.
      .filter(({ expected }) => every || i === 0 || expected !== 'not-allowed'),
  );
  const expected = withoutName(rows);
  const relation = relationsOf(about)[0] ?? 'none';
  return [
    ...named,
    ...(['anonymous', 'expired'] as const).map((role): Cell => ({ route, role, relation, about, expected })),
  ];
};

/** What ends what others are asked about comes last. */
const ENDS =
  /(verdict|accept|refuse|alternative|withdraw|decline|choose|ask-again|arrival|not-arrived|close|departure|move|remove|handovers\/:id\/(revoke|confirm.*)|release|end|finish|import\/.*|DELETE .*)$/;

const turnOf = ({ route, expected }: Cell): number =>
  // Who signs out is asked nothing more.
  (route.endsWith('/session') ? 16 : 0) +
  (route.startsWith('DELETE') ? 8 : 0) +
  (expected === 'allowed' ? 2 : 0) +
  (ENDS.test(route) ? 1 : 0);

/** The cells; what is refused is asked before what changes something. `every`: also a role that may not, in all relations. */
export const cells = (every = false): Cell[] =>
  Object.keys(MATRIX)
    .flatMap((route) => cellsOf(route, every))
    .toSorted((a, b) => turnOf(a) - turnOf(b));

/** What stands in an address and is nobody's id. */
const FIXED = {
  token: 'geen-echte-link',
  days: '2',
  item: 'meals',
  code: 'zoledronic-acid',
  list: 'services',
  part: 'daily',
};
const PARTS = [
  'doc',
  'consent',
  'barrier',
  'meeting',
  'observation',
  'task',
  'change',
  'file',
  'offerId',
  'helper',
  'action',
  'line',
  'around',
];
const NAMED: ReadonlySet<string> = new Set(['id', 'unitId', ...Object.keys(FIXED), ...PARTS]);

const fill = (route: string, about: About, ids: Ids): { method: string; url: string } => {
  const [method = '', path = ''] = route.split(' ');
  const named = { ...ids, ...FIXED, unitId: ids['unit'], id: ids[about === 'document' ? 'request' : about] };
  const url = path.replace(/:(\w+)/g, (whole, name: string) =>
    NAMED.has(name) ? (named[name as 'id'] ?? newId()) : whole,
  );
  return { method, url: `${url}${queryOf(route, ids)}` };
};

const callerOf = (
  world: World,
  cell: Asked,
): { who: Professional | null; headers: Record<string, string> } => {
  if (cell.role === 'anonymous') return { who: null, headers: {} };
  if (cell.role === 'expired') return { who: null, headers: { authorization: `Bearer ${world.expired}` } };
  return { who: world.who(cell.role, cell.relation, cell.about), headers: {} };
};

/** Asks it of these ids. */
export const askAs = (world: World, cell: Asked, ids: Ids): Promise<Answered> => {
  const { who, headers } = callerOf(world, cell);
  const { small } = world.house;
  const at = OF_PEOPLE.has(cell.about) && !['accepted', 'care-team'].includes(cell.relation) ? 1 : 0;
  const known = { ...ids, house: small.wards[at].organisationId, site: small.sites[0], nobody: newId() };
  const { method, url } = fill(cell.route, cell.about, known);
  const body =
    method === 'GET' ? undefined : bodyOf(cell.route, { ...known, place: small.places[0][15] ?? '' });
  const all = { headers: { ...headersOf(cell.route), ...headers } };
  return world.house.call(who, method as 'GET', url, body, all);
};

const codeOf = (answer: LightMyRequestResponse): string => {
  try {
    return answer.json<{ code?: string }>().code ?? '';
  } catch {
    return '';
  }
};

/** Everything of an answer by which somebody could tell one from another. */
const tellingOf = ({ statusCode, headers, body }: LightMyRequestResponse): string => {
  const { date: _moment, ...rest } = headers;
  return JSON.stringify([statusCode, rest, body]);
};

/** Nobody's: ids that were never given to anything. */
const absent = (ids: Ids): Ids => Object.fromEntries(Object.keys(ids).map((key) => [key, newId()]));

const NOT_YOURS = new Set([
  'other-unit',
  'other-team',
  'other-hospital',
  'person-not-yours',
  'service-not-yours',
  'referral-not-yours',
]);

/** What the answer itself says; null when only a look beside it can tell. */
const saidBy = ({ about, expected }: Cell, answer: LightMyRequestResponse): Verdict | null => {
  const code = codeOf(answer);
  if (answer.statusCode >= 500 || code === 'invalid-input') return 'broken';
  if (about === 'door') return answer.statusCode >= 400 ? 'closed' : 'allowed';
  if (code === 'not-signed-in' || code === 'not-allowed') return code;
  if (NOT_YOURS.has(code)) return 'not-yours';
  if (answer.statusCode === 409 && expected === 'no-turn') return 'no-turn';
  return answer.statusCode !== 404 || about === 'region' ? 'allowed' : null;
};

/** Asks one cell and judges the answer. */
const judge = async (world: World, cell: Cell): Promise<{ verdict: Verdict; status: number }> => {
  const known = world.idsOf(cell.about, cell.relation);
  const ids =
    cell.expected === 'allowed' ? await world.renew(cell.route, known, callerOf(world, cell).who) : known;
  const answer = await askAs(world, cell, ids);
  const status = answer.statusCode;
  const said = saidBy(cell, answer);
  if (said !== null) return { verdict: said, status };
  // Who knows the request may hear that a file of it does not exist; who does not, not even that.
  const nothing = [await askAs(world, cell, absent(ids)), await askAs(world, cell, { ...ids, doc: newId() })];
  const same = nothing.some((each) => tellingOf(each) === tellingOf(answer));
  return { verdict: same ? 'as-if-absent' : 'broken', status };
};

/** An answer that never ends; that it opens is tested with the live feed. */
const STREAMS: ReadonlySet<string> = new Set(['GET /api/v1/live']);
const AT_ONCE = 8;

/** Does this with each, some at a time. */
export const sideBySide = async <T>(
  all: readonly T[],
  work: (each: T) => Promise<unknown>,
): Promise<void> => {
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let each = all[next++]; each !== undefined; each = all[next++]) await work(each);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
};

/** Asks many cells; what is refused goes many at a time, what changes something one by one. Gives back what was answered otherwise. */
export const askAll = async (world: World, all: readonly Cell[]): Promise<string[]> => {
  const wrong: string[] = [];
  const one = async (cell: Cell): Promise<void> => {
    const { verdict, status } = await judge(world, cell);
    if (verdict === cell.expected) return;
    const { route, role, relation, expected } = cell;
    wrong.push(`${route} by ${role}, ${relation}: ${verdict} (${status}), not ${expected}`);
  };
  await sideBySide(
    all.filter(({ expected }) => expected !== 'allowed'),
    one,
  );
  for (const cell of all) if (cell.expected === 'allowed' && !STREAMS.has(cell.route)) await one(cell);
  return wrong;
};
