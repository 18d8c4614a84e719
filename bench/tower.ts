import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import pg from 'pg';
import { MINUTE } from '#kernel/interval.ts';
import { PRODUCTS } from '#kernel/product.ts';
import { openHistory } from '#planning/history/columns.ts';
import { FACT_KINDS } from '#planning/history/types.ts';
import { createTestDatabase } from '#platform/postgres/test-database.ts';
import { besidePeer, type Figure, median } from './figure.ts';

const FACTS = 10_000_000;
const DAYS = 365;
const ROUNDS = 7;
const PEER_ROUNDS = 5;
const CELLS = PRODUCTS.length * FACT_KINDS.length;
/** 1 January 2026 in UTC, in minutes; days of 24 hours, so that all three have the same days. */
const FIRST = Date.UTC(2026, 0, 1) / MINUTE;
const SPAN = DAYS * 1440;

/** One rule makes the same facts everywhere: about in the order of time, as a diary is. `i` runs from 0. */
const FROM = (i: number): number => FIRST + Math.floor((i * (SPAN - 1440)) / FACTS) + ((i * 7919) % 1440);
const LASTS = (i: number): number => (i * 104_729) % 43_200;
const CELL = (i: number): number => (i * 31 + Math.floor(i / 7)) % CELLS;
const MADE = (series: string, small: string): string =>
  `select (${FIRST} + (i * ${SPAN - 1440}) ${small} ${FACTS} + (i * 7919) % 1440)::int as from_at,
     (${FIRST} + (i * ${SPAN - 1440}) ${small} ${FACTS} + (i * 7919) % 1440 + (i * 104729) % 43200)::int as until_at,
     ((i * 31 + i ${small} 7) % ${CELLS})::smallint as cell from ${series}`;
const QUESTION = (small: string): string =>
  `select (from_at - ${FIRST}) ${small} 1440 as day, cell, count(*) as begun, sum(until_at - from_at) as minutes
   from facts where from_at >= ${FIRST} and from_at < ${FIRST + SPAN} group by 1, 2 order by 1, 2`;

type Row = readonly [day: number, cell: number, begun: number, minutes: number];
interface Answered {
  readonly times: readonly number[];
  readonly rows: readonly Row[];
}

const timed = async (rounds: number, work: () => Promise<unknown>): Promise<number[]> => {
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const start = performance.now();
    await work();
    times.push(performance.now() - start);
  }
  return times;
};

const ours = async (): Promise<Answered> => {
  const history = openHistory(FACTS);
  for (let i = 0; i < FACTS; i++) {
    const cell = CELL(i);
    const kind = FACT_KINDS[cell % FACT_KINDS.length] ?? 'stay';
    const product = PRODUCTS[Math.floor(cell / FACT_KINDS.length)] ?? 'grz';
    const from = FROM(i);
    history.add({ kind, product, from: from * MINUTE, until: (from + LASTS(i)) * MINUTE });
  }
  const borders = Array.from({ length: DAYS + 1 }, (_, day) => (FIRST + day * 1440) * MINUTE);
  let sums = history.sumDays(borders);
  const times = await timed(ROUNDS, async () => {
    sums = history.sumDays(borders);
  });
  const rows: Row[] = [];
  for (const [at, begun] of sums.begun.entries())
    if (begun > 0) rows.push([Math.floor(at / CELLS), at % CELLS, begun, sums.minutes[at] ?? 0]);
  return { times, rows };
};

const postgres = async (): Promise<Answered> => {
  const test = await createTestDatabase();
  const client = new pg.Client({ connectionString: test.url });
  await client.connect();
  await client.query(
    `create unlogged table facts as ${MADE(`generate_series(0::bigint, ${FACTS - 1}) i`, '/')}`,
  );
  await client.query('vacuum analyze facts');
  // Room enough to hold the groups, no compiling, and as many workers as it likes.
  await client.query("set work_mem = '256MB'; set jit = off; set max_parallel_workers_per_gather = 4");
  let rows: Row[] = [];
  const ask = async (): Promise<void> => {
    const answer = await client.query({ text: QUESTION('/'), rowMode: 'array' });
    rows = (answer.rows as unknown[][]).map((row) => row.map(Number) as unknown as Row);
  };
  await ask();
  const times = await timed(PEER_ROUNDS, ask);
  await client.end();
  await test.drop();
  return { times, rows };
};

/** DuckDB through the Python of the machine (`pip install duckdb`); null when it is not there. */
const duckdb = (): Answered | null => {
  const script = join(import.meta.dirname, 'tower/duck.py');
  try {
    const said = execFileSync(
      'python3',
      [script, MADE(`range(${FACTS}) t(i)`, '//'), QUESTION('//'), String(PEER_ROUNDS + 1)],
      { maxBuffer: 64_000_000, stdio: ['ignore', 'pipe', 'ignore'] },
    );
    const { times, rows } = JSON.parse(String(said)) as Answered;
    return { times: times.slice(1), rows };
  } catch {
    return null;
  }
};

/**
 * Ten million facts of a year, summed by day, product and kind: how many began and how long they lasted together. The answers of
 * all three are compared before a figure is given.
 */
export const run = async (): Promise<Figure[]> => {
  const own = await ours();
  const sql = await postgres();
  if (!isDeepStrictEqual(own.rows, sql.rows))
    throw new Error('ours and PostgreSQL do not have the same sums');
  const value = median(own.times);
  const pair = { unit: 'ms', better: 'lower', value } as const;
  const figures = [
    besidePeer({ ...pair, name: 'tower-group-by', peer: 'postgresql', peerValue: median(sql.times) }, 20),
  ];
  const duck = duckdb();
  if (duck === null) {
    console.error('tower: no duckdb here (pip install duckdb), so nothing is said beside it');
    return figures;
  }
  if (!isDeepStrictEqual(own.rows, duck.rows)) throw new Error('ours and DuckDB do not have the same sums');
  return [
    ...figures,
    // At most one and a half times its time is a ratio of two thirds.
    besidePeer(
      { ...pair, name: 'tower-group-by-duckdb', peer: 'duckdb', peerValue: median(duck.times) },
      0.667,
    ),
  ];
};
