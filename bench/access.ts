import { type ApiHouse, openApiHouse, sendRequest } from '#app/api-house.fixture.ts';
import { writeLooks } from '#platform/access-log/store.ts';
import type { Look, Onlooker } from '#platform/access-log/types.ts';
import { withCommit } from '#platform/db/database.ts';
import { type Bare, openBare } from './access/bare.ts';
import { atMost, type Figure, median } from './figure.ts';

const NOW = Date.parse('2026-11-23T10:00:00Z');
const WARM = 200;
const ROUNDS = 1_000;
const [BATCHES, CALLERS] = [100, 16];
const ROW = 300;

type Ask = () => Promise<{ readonly statusCode: number }>;

const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const began = performance.now();
  await work();
  return performance.now() - began;
};

const mustAnswer = async (ask: Ask): Promise<void> => {
  const { statusCode } = await ask();
  if (statusCode !== 200) throw new Error(`the answer was ${statusCode}`);
};

/** Both in turn, so that what else the machine does weighs on both; what ours takes more, round by round. */
const beside = async (
  rounds: { readonly warm: number; readonly count: number },
  ours: () => Promise<unknown>,
  theirs: () => Promise<unknown>,
): Promise<{ readonly more: number; readonly without: number }> => {
  const [more, without]: [number[], number[]] = [[], []];
  for (let round = 0; round < rounds.warm + rounds.count; round++) {
    const ms = await timed(ours);
    const bare = await timed(theirs);
    if (round < rounds.warm) continue;
    more.push(ms - bare);
    without.push(bare);
  }
  return { more: median(more), without: median(without) };
};

const atOnce = (ask: Ask): Promise<unknown> =>
  Promise.all(Array.from({ length: CALLERS }, () => mustAnswer(ask)));

/** What the log of the desk's whole row takes, from nothing to committed. */
const rowOf = async (house: ApiHouse, requestId: string): Promise<number> => {
  const { id: actor, role, organisationId } = house.small.desk;
  const who: Onlooker = {
    ...{ actor, role, organisationId, accountId: null, sessionId: null, onBehalfOf: null },
    ...{ network: null, component: 'web', policy: 'see-queue', policyVersion: '1' },
  };
  const look: Look = { event: 'list', objectType: 'request', objectId: requestId, categories: ['profile'] };
  const looks = Array.from({ length: ROW }, () => look);
  const took: number[] = [];
  for (let round = 0; round < 60; round++)
    took.push(
      await timed(() =>
        house.house.database.transaction({ actor, organisationId }, async (tx) =>
          withCommit(tx, writeLooks(tx, who, looks, { at: NOW, outcome: 'done' })),
        ),
      ),
    );
  return median(took);
};

/** What one line that must be on the disk takes here, with nothing else to it: below this no log can come. */
const diskOf = async (house: ApiHouse): Promise<number> => {
  await house.owner.query('create table one_line (a integer)');
  const [kept, unkept]: [number[], number[]] = [[], []];
  for (let round = 0; round < 300; round++) {
    for (const [setting, into] of [
      ['on', kept],
      ['off', unkept],
    ] as const) {
      await house.owner.query(`set synchronous_commit = ${setting}`);
      into.push(await timed(() => house.owner.query('insert into one_line values (1)')));
    }
  }
  return median(kept) - median(unkept);
};

const measure = async (house: ApiHouse, bare: Bare): Promise<Figure[]> => {
  const { id } = await sendRequest(house, [house.freshPlace()]);
  const url = `/api/v1/requests/${id}`;
  const ours: Ask = () => house.call(house.small.gp, 'GET', url);
  const theirs: Ask = () => bare.app.inject({ method: 'GET', url });
  const alone = await beside(
    { warm: WARM, count: ROUNDS },
    () => mustAnswer(ours),
    () => mustAnswer(theirs),
  );
  const many = await beside(
    { warm: 10, count: BATCHES },
    () => atOnce(ours),
    () => atOnce(theirs),
  );
  console.log(`access: to have one line on this disk takes ${(await diskOf(house)).toFixed(2)} ms`);
  return [
    { ...atMost('access', alone.more, 'ms', 1), peer: 'without', peerValue: alone.without },
    {
      ...atMost('access-16', many.more / CALLERS, 'ms', 1),
      ...{ peer: 'without', peerValue: many.without / CALLERS },
    },
    atMost('access-row-of-300', await rowOf(house, id), 'ms', 20),
  ];
};

/**
 * What it costs to ask who somebody is, to let the database decide what they may see, and to write down that they saw it:
 * one request read through the house, and in turn the same one read without any of that; by one caller, and by sixteen
 * at once, for each of them.
 */
export const run = async (): Promise<Figure[]> => {
  const house = await openApiHouse({ now: NOW, placesPerUnit: 12 });
  const bare = await openBare(house);
  const figures = await measure(house, bare);
  await bare.close();
  await house.close();
  return figures;
};
