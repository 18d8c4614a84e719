import { atLeast, atMost, type Figure } from '#bench/figure.ts';
import { makeSmallRegion, type SmallRegion } from '#demo/small.ts';
import { DAY } from '#kernel/interval.ts';
import { createTestDatabase } from '#platform/postgres/test-database.ts';
import { requestBody, sentIn } from './house/asked.ts';
import { type Ask, type Caller, openCaller, type Reply, signIn } from './house/caller.ts';
import { asOwner } from './house/judge.ts';
import { keepHouse } from './house/keeper.ts';

/** How the duels of two editors ended. */
export interface Duels {
  readonly duels: number;
  /** Duels in which one was written and the other told so with a 412. */
  readonly fair: number;
  /** Texts that were overwritten unseen: versions that did not go up by exactly one. */
  readonly overwritten: number;
  /** Changes without a version that were not sent back with a 428. */
  readonly unasked: number;
}

interface Ring {
  readonly url: string;
  readonly caller: Caller;
  readonly small: SmallRegion;
  readonly tokens: { readonly gp: string; readonly desk: string; readonly ward: string };
}

/** Something two people edit: who, what, and where its version stands. */
interface Bout {
  readonly table: 'capacity_claim' | 'people_person';
  readonly id: string;
  readonly edits: readonly [Ask, Ask];
}

const versionIn = (ring: Ring, { table, id }: Bout): Promise<number> =>
  asOwner(ring.url, async (client) => {
    const { rows } = await client.query<{ version: number }>(`select version from ${table} where id = $1`, [
      id,
    ]);
    return rows[0]?.version ?? -1;
  });

const admit = async (ring: Ring, placeId: string) => {
  const { caller, tokens } = ring;
  const body = requestBody('', [placeId]);
  const request = sentIn((await caller.ask({ path: '/requests', body, token: tokens.gp })).body);
  const yes = { path: `/offers/${request.offers[0]?.id}/accept`, body: { doctor: 'dr. Oefen' } };
  await caller.ask({ ...yes, token: tokens.ward });
  await caller.ask({ path: `/requests/${request.id}/arrival`, body: {}, token: tokens.ward });
  return asOwner(ring.url, async (client) => {
    const { rows } = await client.query<{ id: string; subject: string }>(
      'select id, subject from capacity_claim where place_id = $1 and arrived_at is not null',
      [placeId],
    );
    if (rows[0] === undefined) throw new Error('who arrived is not in the bed');
    return rows[0];
  });
};

/** Every route that changes what somebody else may be reading: the end of a stay, a move, a departure, a person. */
const boutsOn = async (ring: Ring, number: number): Promise<Bout[]> => {
  const { tokens, small } = ring;
  const bed = (i: number): string => small.places[0][number * 4 + i] as string;
  const stay = await admit(ring, bed(0));
  const until = (days: number): string => new Date(Date.now() + days * DAY).toISOString();
  const byWard = (path: string, body: unknown): Ask => ({
    path: `/claims/${stay.id}/${path}`,
    body,
    token: tokens.ward,
  });
  const person = (token: string, gpName: string): Ask => ({
    method: 'PATCH',
    path: `/persons/${stay.subject}`,
    body: { gpName },
    token,
  });
  const claim = { table: 'capacity_claim' as const, id: stay.id };
  return [
    {
      ...claim,
      edits: [byWard('expected-end', { until: until(3) }), byWard('expected-end', { until: until(4) })],
    },
    {
      table: 'people_person',
      id: stay.subject,
      edits: [person(tokens.gp, 'dr. Een'), person(tokens.desk, 'dr. Twee')],
    },
    { ...claim, edits: [byWard('move', { placeId: bed(1) }), byWard('move', { placeId: bed(2) })] },
  ];
};

/** The last one: of somebody who leaves, two nurses note it. */
const departure = async (ring: Ring, number: number): Promise<Bout> => {
  const stay = await admit(ring, ring.small.places[0][number * 4 + 3] as string);
  const leave = (destination: string): Ask => ({
    path: `/claims/${stay.id}/departure`,
    body: { destination },
    token: ring.tokens.ward,
  });
  return { table: 'capacity_claim', id: stay.id, edits: [leave('home'), leave('wlz')] };
};

const isFair = (replies: readonly Reply[]): boolean =>
  replies
    .map((reply) => reply.status)
    .sort()
    .join(' ') === '200 412';

const fight = async (ring: Ring, bout: Bout) => {
  const unseen = await ring.caller.ask(bout.edits[0]);
  const before = await versionIn(ring, bout);
  const fires = await Promise.all(bout.edits.map((edit) => ring.caller.aim({ ...edit, version: before })));
  const replies = await Promise.all(fires.map((fire) => fire()));
  const after = await versionIn(ring, bout);
  return { fair: isFair(replies), overwritten: after !== before + 1, unasked: unseen.status !== 428 };
};

/** Two editors who read the same version write at one moment, on every route that has a version, so many times. */
export const duelling = async (times: number): Promise<Duels> => {
  const test = await createTestDatabase();
  const small = await makeSmallRegion(test.url, { now: Date.now(), placesPerUnit: 4 * times });
  const house = await keepHouse(test.url);
  const caller = openCaller(house.port, 4);
  const [gp, desk, ward] = await Promise.all(
    [small.gp, small.desk, small.wards[0]].map((who) => signIn(caller, who.id)),
  );
  const ring = {
    url: test.url,
    caller,
    small,
    tokens: { gp: gp ?? '', desk: desk ?? '', ward: ward ?? '' },
  };
  const outcomes = [];
  for (let number = 0; number < times; number++) {
    for (const bout of [...(await boutsOn(ring, number)), await departure(ring, number)])
      outcomes.push(await fight(ring, bout));
  }
  caller.close();
  await house.stop();
  await test.drop();
  return {
    duels: outcomes.length,
    fair: outcomes.filter((each) => each.fair).length,
    overwritten: outcomes.filter((each) => each.overwritten).length,
    unasked: outcomes.filter((each) => each.unasked).length,
  };
};

/** Twenty-five duels on each of the four routes. */
export const run = async (times = 25): Promise<Figure[]> => {
  const went = await duelling(times);
  return [
    atLeast('edit-412', went.fair, 'duels', went.duels),
    atMost('edit-overwritten', went.overwritten, 'texts', 0),
    atMost('edit-without-version', went.unasked, 'changes', 0),
  ];
};
