import pg from 'pg';
import { POSTCODES } from '#demo/postcodes.ts';
import { makeServices } from '#demo/services.ts';
import type { Point } from '#kernel/geo.ts';
import { bringInMap, searchServices, standingAt } from '#modules/social/index.ts';
import { byHouse } from '#platform/db/by-house.ts';
import { type Database, openDatabase } from '#platform/db/database.ts';
import { createTestDatabase } from '#platform/postgres/test-database.ts';
import { atMost, besidePeer, type Figure } from './figure.ts';
import { type Labelled, labelledQuestions, ndcg } from './social/labels.ts';

const SEED = 7;
const SERVICES = 20_000;
const ROUNDS = 2;
const TODAY = '2026-11-23';
const NOW = Date.parse('2026-11-23T10:00:00Z');
const BATCH = 2_000;
const PER_KIND = 10;

/** Words that are looked for everywhere would find everything. */
const SHORTEST_WORD = 4;

/** The plain way: every word of the question somewhere in name or text, most words first. */
const plainly = async (client: pg.Client, question: string): Promise<string[]> => {
  const words = question
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter((word) => word.length >= SHORTEST_WORD);
  if (words.length === 0) return [];
  const holds = words.map((_, i) => `(name ilike $${i + 1} or description ilike $${i + 1})`);
  const { rows } = await client.query<{ id: string }>(
    `select id from social_hsds_service where status = 'active' and (${holds.join(' or ')})
     order by ${holds.map((each) => `${each}::int`).join(' + ')} desc, name, id limit 10`,
    words.map((word) => `%${word}%`),
  );
  return rows.map(({ id }) => id);
};

const ask = (need: string) => ({ need, open: false, room: false, free: false }) as const;

const searching = (database: Database) => (question: string, from: Point | null) =>
  database.transaction(byHouse('search'), (tx) => searchServices(tx, ask(question), standingAt(NOW, from)));

interface Timed {
  readonly own: number[];
  readonly plain: number[];
}

const p95 = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length * 0.95)] ?? Number.NaN;

const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const begin = performance.now();
  await work();
  return performance.now() - begin;
};

const measure = async (
  database: Database,
  client: pg.Client,
  questions: readonly Labelled[],
): Promise<Timed> => {
  const search = searching(database);
  const times: Timed = { own: [], plain: [] };
  for (let round = 0; round <= ROUNDS; round++)
    for (const [i, { question }] of questions.entries()) {
      const from = POSTCODES[i % POSTCODES.length] ?? null;
      const own = await timed(() => search(question, from));
      const plain = await timed(() => plainly(client, question));
      // The first round warms both.
      if (round > 0) {
        times.own.push(own);
        times.plain.push(plain);
      }
    }
  return times;
};

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** How well both order the same services for the same questions; distance is left out, relevance is by kind of help. */
const judge = async (
  database: Database,
  client: pg.Client,
  questions: readonly Labelled[],
  kindOf: ReadonlyMap<string, string>,
): Promise<{ readonly own: number; readonly plain: number }> => {
  const search = searching(database);
  const own: number[] = [];
  const plain: number[] = [];
  for (const label of questions) {
    const { hits } = await search(label.question, null);
    own.push(
      ndcg(
        label,
        hits.map(({ id }) => kindOf.get(id)),
        PER_KIND,
      ),
    );
    plain.push(
      ndcg(
        label,
        (await plainly(client, label.question)).map((id) => kindOf.get(id)),
        PER_KIND,
      ),
    );
  }
  return { own: mean(own), plain: mean(plain) };
};

const fill = async (database: Database): Promise<ReadonlyMap<string, string>> => {
  const { map, kindOf } = makeServices({ count: SERVICES, seed: SEED, towns: POSTCODES, today: TODAY });
  const organizations = map['organizations'] ?? [];
  for (let from = 0; from < organizations.length; from += BATCH / 8)
    await database.transaction(byHouse('cli'), (tx) =>
      bringInMap(
        tx,
        { organizations: organizations.slice(from, from + BATCH / 8) },
        { actor: 'cli', now: NOW, preview: false },
      ),
    );
  return kindOf;
};

/** Two hundred questions in the words of people to a map of twenty thousand services. */
export const run = async (): Promise<Figure[]> => {
  const test = await createTestDatabase();
  const database = openDatabase(test.url, 2);
  const client = new pg.Client({
    connectionString: test.url,
    options: '-c role=verkeerstoren_app -c app.actor=search',
  });
  try {
    const kindOf = await fill(database);
    const keeper = new pg.Client({ connectionString: test.url });
    await keeper.connect();
    await keeper.query('vacuum analyze');
    await keeper.end();
    await client.connect();
    const questions = labelledQuestions();
    const times = await measure(database, client, questions);
    const quality = await judge(database, client, questions, kindOf);
    const peer = 'ilike';
    return [
      atMost('social-search-p95', p95(times.own), 'ms', 30),
      besidePeer(
        {
          ...{ name: 'social-search', unit: 'ms', better: 'lower', peer },
          ...{ value: mean(times.own), peerValue: mean(times.plain) },
        },
        5,
      ),
      besidePeer(
        {
          ...{ name: 'social-ndcg', unit: 'nDCG@10', better: 'higher', peer },
          ...{ value: quality.own, peerValue: quality.plain },
        },
        1.5,
      ),
    ];
  } finally {
    await client.end();
    await database.close();
    await test.drop();
  }
};
