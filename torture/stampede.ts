import { atLeast, atMost, type Figure } from '#bench/figure.ts';
import { makeSmallRegion, type SmallRegion } from '#demo/small.ts';
import { newId } from '#platform/db/ids.ts';
import { createTestDatabase } from '#platform/postgres/test-database.ts';
import { requestBody } from './house/asked.ts';
import { type Ask, type Caller, openCaller, type Reply, signIn } from './house/caller.ts';
import { doublesIn } from './house/judge.ts';
import { keepHouse } from './house/keeper.ts';

/** How a stampede went. */
export interface Stampede {
  readonly rounds: number;
  /** Rounds with exactly one winner. */
  readonly won: number;
  readonly doubles: number;
  readonly faults: number;
  /** Losers who were told something else than that the bed is gone. */
  readonly unclear: number;
  readonly p99: number;
}

interface Field {
  readonly caller: Caller;
  readonly tokens: readonly string[];
  readonly callers: number;
}

/** All ask at one moment: everybody has sent all but the last byte, then that byte goes. */
const release = async (
  field: Field,
  ask: (who: number) => Ask,
): Promise<{ replies: Reply[]; ms: number[] }> => {
  const aimed = await Promise.all(
    Array.from({ length: field.callers }, (_, who) =>
      field.caller.aim({ ...ask(who), token: field.tokens[who % field.tokens.length] ?? '', key: newId() }),
    ),
  );
  const ms: number[] = [];
  const replies = await Promise.all(
    aimed.map(async (fire) => {
      const from = performance.now();
      const reply = await fire();
      ms.push(performance.now() - from);
      return reply;
    }),
  );
  return { replies, ms };
};

const rush = async (field: Field, rounds: number, ask: (round: number, who: number) => Ask) => {
  const told = { rounds, won: 0, faults: 0, unclear: 0, ms: [] as number[] };
  for (let round = 0; round < rounds; round++) {
    const { replies, ms } = await release(field, (who) => ask(round, who));
    const winners = replies.filter((reply) => reply.status === 200);
    const losers = replies.filter((reply) => reply.status === 409 && reply.body['code'] === 'place-taken');
    const faults = replies.filter((reply) => reply.status === 0 || reply.status >= 500);
    if (winners.length === 1) told.won++;
    told.faults += faults.length;
    told.unclear += replies.length - winners.length - losers.length - faults.length;
    told.ms.push(...ms);
  }
  return told;
};

/** A way of asking, and how many rounds of it. */
interface Way {
  readonly times: number;
  readonly ask: (round: number, who: number) => Ask;
}

/** A bed by a request, a bed by a hold, and, less often, two beds at once, half of the callers in the other order. */
const waysOf = (small: SmallRegion, rounds: number): Way[] => {
  const [north, south] = small.places;
  const at = (list: readonly string[], i: number): string => list[i] as string;
  return [
    { times: rounds, ask: (round) => ({ path: '/requests', body: requestBody('', [at(north, round)]) }) },
    {
      times: rounds,
      ask: (round) => ({ path: '/holds', body: { placeId: at(south, round), product: 'elv-high' } }),
    },
    {
      times: Math.ceil(rounds / 10),
      ask: (round, who) => {
        const both = [at(north, rounds + round), at(south, rounds + round)];
        return { path: '/requests', body: requestBody('', who % 2 === 0 ? both : both.toReversed()) };
      },
    },
  ];
};

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);

/** So many callers ask for one bed at one moment, again and again: by a request, by a hold, and for two beds crosswise. */
export const stampede = async (rounds: number, callers: number): Promise<Stampede> => {
  const test = await createTestDatabase();
  const small = await makeSmallRegion(test.url, { now: Date.now(), placesPerUnit: 2 * rounds });
  // Three accounts stand for a whole region: here it is not tried how many places one of them may hold.
  const house = await keepHouse(test.url, { words: ['100000'] });
  const caller = openCaller(house.port, callers);
  const tokens = await Promise.all(
    [small.gp, small.transfer, small.desk].map((who) => signIn(caller, who.id)),
  );
  const field = { caller, tokens, callers };
  const told = [];
  for (const { times, ask } of waysOf(small, rounds)) told.push(await rush(field, times, ask));
  caller.close();
  await house.stop();
  const doubles = await doublesIn(test.url);
  await test.drop();
  const ms = told.flatMap((each) => each.ms).sort((a, b) => a - b);
  return {
    rounds: sum(told.map((each) => each.rounds)),
    won: sum(told.map((each) => each.won)),
    doubles,
    faults: sum(told.map((each) => each.faults)),
    unclear: sum(told.map((each) => each.unclear)),
    p99: ms[Math.floor(ms.length * 0.99)] ?? Number.POSITIVE_INFINITY,
  };
};

/** Two hundred rounds of fifty callers, by request and by hold: one winner a round, the others hear that the bed is gone. */
export const run = async (rounds = 200): Promise<Figure[]> => {
  const went = await stampede(rounds, 50);
  return [
    atLeast('stampede-winners', went.won, 'rounds', went.rounds),
    atMost('stampede-doubles', went.doubles, 'beds', 0),
    atMost('stampede-5xx', went.faults, 'answers', 0),
    atMost('stampede-unclear', went.unclear, 'answers', 0),
    atMost('stampede-p99', went.p99, 'ms', 2_000),
  ];
};
