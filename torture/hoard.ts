import { atLeast, atMost, type Figure } from '#bench/figure.ts';
import { makeSmallRegion, type SmallRegion } from '#demo/small.ts';
import { createTestDatabase } from '#platform/postgres/test-database.ts';
import { requestBody } from './house/asked.ts';
import { type Ask, type Caller, openCaller, type Reply, signIn } from './house/caller.ts';
import { asOwner } from './house/judge.ts';
import { keepHouse } from './house/keeper.ts';

/** What one account got hold of that wanted everything. */
interface Hoarded {
  readonly attempts: number;
  /** Places one account held by itself. */
  readonly held: number;
  /** Places the requests of one organisation held. */
  readonly byRequests: number;
  /** Answers that are neither a yes, nor that the bed is gone, nor that it is enough. */
  readonly strange: number;
  /** Others who asked for a bed afterwards, and got it. */
  readonly others: number;
}

const PLACES = 150;
const AT_ONCE = 40;
const OTHERS = 10;
const NOES = new Set(['place-taken', 'too-many-holds']);

const isStrange = ({ status, body }: Reply): boolean => status !== 200 && !NOES.has(String(body['code']));

/** So many questions, always forty at a time; gives back how many answers nobody can do anything with. */
const storm = async (caller: Caller, times: number, ask: (number: number) => Ask): Promise<number> => {
  let next = 0;
  let strange = 0;
  const one = async (): Promise<void> => {
    for (let number = next++; number < times; number = next++)
      if (isStrange(await caller.ask(ask(number)))) strange++;
  };
  await Promise.all(Array.from({ length: AT_ONCE }, one));
  return strange;
};

const heldNow = (url: string, bySubject: string): Promise<{ own: number; all: number }> =>
  asOwner(url, async (client) => {
    const { rows } = await client.query<{ own: number; all: number }>(
      `select count(*) filter (where subject = $1)::integer as own, count(*)::integer as all
       from capacity_claim where kind = 'hold' and released_at is null`,
      [bySubject],
    );
    return rows[0] ?? { own: 0, all: 0 };
  });

/** Another organisation asks for beds that nobody holds. */
const othersGet = async (url: string, caller: Caller, small: SmallRegion): Promise<number> => {
  const token = await signIn(caller, small.transfer.id);
  const free = await asOwner(url, (client) =>
    client.query<{ id: string }>(
      `select id from capacity_place p where not exists
         (select 1 from capacity_claim c where c.place_id = p.id and c.released_at is null) limit $1`,
      [OTHERS],
    ),
  );
  let got = 0;
  for (const { id } of free.rows) {
    const reply = await caller.ask({ path: '/requests', body: requestBody(`other-${id}`, [id]), token });
    if (reply.status === 200) got++;
  }
  return got;
};

/** One account asks for every bed of the region, by itself and by requests for people nobody knows. */
const hoard = async (attempts: number): Promise<Hoarded> => {
  const test = await createTestDatabase();
  const small = await makeSmallRegion(test.url, { now: Date.now(), placesPerUnit: PLACES });
  const house = await keepHouse(test.url);
  const caller = openCaller(house.port, AT_ONCE);
  const beds = small.places.flat();
  const bed = (number: number): string => beds[number % beds.length] ?? '';
  const [desk, gp] = [await signIn(caller, small.desk.id), await signIn(caller, small.gp.id)];
  const holding = await storm(caller, attempts, (number) => ({
    path: '/holds',
    body: { placeId: bed(number), product: 'elv-high' },
    token: desk,
  }));
  const byHand = await heldNow(test.url, small.desk.id);
  const asking = await storm(caller, attempts, (number) => ({
    path: '/requests',
    body: requestBody(`hoard-${number}`, [bed(number), bed(number + PLACES)]),
    token: gp,
  }));
  const after = await heldNow(test.url, small.desk.id);
  const others = await othersGet(test.url, caller, small);
  caller.close();
  await house.stop();
  await test.drop();
  return {
    attempts: 2 * attempts,
    held: byHand.own,
    byRequests: after.all - after.own,
    strange: holding + asking,
    others,
  };
};

/** A thousand times each way: the house gives what is fair, and beds remain for who comes after. */
export const run = async (rounds = 1_000): Promise<Figure[]> => {
  const got = await hoard(rounds);
  return [
    atLeast('hoard-attempts', got.attempts, 'attempts', 2 * rounds),
    atMost('hoard-held', got.held, 'places', 10),
    atMost('hoard-held-by-requests', got.byRequests, 'places', 120),
    atMost('hoard-strange', got.strange, 'answers', 0),
    atLeast('hoard-others', got.others, 'people', OTHERS),
  ];
};
