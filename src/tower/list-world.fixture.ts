import type { LightMyRequestResponse } from 'fastify';
import { buildHouse } from '#app/house.ts';
import { noSettings } from '#app/messages.ts';
import { type MadeRegion, madeRegion } from '#demo/practice.fixture.ts';
import type { Instant } from '#kernel/interval.ts';
import { TEST_KEY } from '#platform/postgres/test-database.ts';
import type { ListRow, TowerList } from './contract.ts';

/** Who looks at the lists: one of each, with the most beds of their own house. */
export const READERS = [
  'desk',
  'ward',
  'gp',
  'transfer-nurse',
  'region-manager',
  'security-officer',
] as const;
export type Reader = (typeof READERS)[number];

/** The practice region in a house that answers, at one moment. */
export interface ListWorld {
  readonly made: MadeRegion;
  /** The organisation of a reader. */
  readonly houses: ReadonlyMap<Reader, string>;
  ask(who: Reader, path: string): Promise<LightMyRequestResponse>;
  get<T>(who: Reader, path: string): Promise<T>;
  listOf(who: Reader, number: string): Promise<TowerList>;
  /** All pages of a list as one. */
  wholeList(who: Reader, number: string): Promise<TowerList>;
  close(): Promise<void>;
}

const somebodyIn = (made: MadeRegion, role: Reader): Promise<{ id: string; house: string }[]> =>
  made.ask(
    `select p.id, o.name as house from region_professional p join region_organisation o on o.id = p.organisation_id
     left join region_site s on s.organisation_id = o.id left join region_unit u on u.site_id = s.id
     left join capacity_place c on c.unit_id = u.id and 'elv-high' = any(c.products)
     where p.role = $1 group by p.id, o.name, p.name order by count(c.id) desc, p.name limit 1`,
    [role],
  );

/** Makes the region, opens the house and signs everybody in. */
export const openListWorld = async (now: Instant): Promise<ListWorld> => {
  const made = await madeRegion(now);
  const house = await buildHouse({
    databaseUrl: made.url,
    connections: 6,
    clock: { now: () => now },
    practice: true,
    logLevel: 'silent',
    version: 'test',
    webFolder: null,
    messages: { ...noSettings(), key: TEST_KEY },
  });
  const tokens = new Map<Reader, string>();
  const houses = new Map<Reader, string>();
  for (const role of READERS) {
    const [who] = await somebodyIn(made, role);
    const session = { method: 'POST', url: '/api/v1/session', payload: { role: who?.id } } as const;
    tokens.set(role, (await house.app.inject(session)).json().token as string);
    houses.set(role, who?.house ?? '');
  }
  const ask = async (who: Reader, path: string) => {
    const headers = { authorization: `Bearer ${tokens.get(who)}` };
    return house.app.inject({ method: 'GET', url: `/api/v1${path}`, headers });
  };
  const get = async <T>(who: Reader, path: string): Promise<T> => {
    const answer = await ask(who, path);
    if (answer.statusCode !== 200) throw new Error(`${path}: ${answer.body}`);
    return answer.json<T>();
  };
  const listOf = (who: Reader, number: string) => get<TowerList>(who, `/history/list?${number}`);
  return {
    ...{ made, houses, ask, get, listOf },
    async wholeList(who, number) {
      const first = await listOf(who, number);
      const rows: ListRow[] = [...first.rows];
      for (let { more } = first; more > 0; ) {
        const next = await listOf(who, `${number}&skip=${rows.length}`);
        rows.push(...next.rows);
        more = next.more;
      }
      return { ...first, rows, more: 0 };
    },
    async close() {
      await house.close();
      await made.drop();
    },
  };
};
