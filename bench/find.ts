import { deepStrictEqual } from 'node:assert/strict';
import { instantOf, localDay, plusDays } from '#kernel/calendar.ts';
import { DEFAULT_FRESHNESS } from '#kernel/freshness.ts';
import type { Instant } from '#kernel/interval.ts';
import { type Asked, findPlaces, type PlaceTable, placeTable, type Search } from '#planning/match/index.ts';
import { createTestDatabase } from '#platform/postgres/test-database.ts';
import { atMost, besidePeer, type Figure, median } from './figure.ts';
import { type Answer, openPeer, type Peer } from './find/peer.ts';
import { admissionOf, type Country, makeCountry, makeQuestions } from './find/region.ts';

const SEED = 2;
const QUESTIONS = 60;
const ROUNDS = 9;
const FITS = 20;

const dayEndOf = (at: Instant): Instant =>
  instantOf(plusDays(localDay(at, 'Europe/Amsterdam'), 1), 0, 'Europe/Amsterdam');

const ours = (table: PlaceTable, asked: Asked, search: Search): Answer[] =>
  findPlaces(table, asked, search).fits.map(({ placeId, score, free }) => ({ id: placeId, score, free }));

/** Milliseconds per question over all questions, one after the other. */
const timed = async (questions: readonly Asked[], answer: (asked: Asked) => unknown): Promise<number> => {
  const start = performance.now();
  for (const asked of questions) await answer(asked);
  return (performance.now() - start) / questions.length;
};

/** Speed means nothing while the answers differ: the same places, in the same order, with the same score and count. */
const sameAnswers = async (
  table: PlaceTable,
  search: Search,
  questions: readonly Asked[],
  peer: Peer,
): Promise<void> => {
  for (const asked of questions)
    deepStrictEqual(ours(table, asked, search), await peer.answer(asked, dayEndOf(asked.from), FITS));
};

interface Rounds {
  readonly own: number[];
  readonly sql: number[];
  readonly reasons: number[];
}

const measure = async (country: Country, peer: Peer): Promise<Rounds> => {
  const table = placeTable(country);
  const questions = makeQuestions(SEED + 1, QUESTIONS);
  const search: Search = {
    fits: FITS,
    rejects: 0,
    freshness: DEFAULT_FRESHNESS,
    admission: admissionOf(country),
  };
  await sameAnswers(table, search, questions, peer);
  const rounds: Rounds = { own: [], sql: [], reasons: [] };
  for (let round = 0; round <= ROUNDS; round++) {
    const own = await timed(questions, (asked) => findPlaces(table, asked, search));
    const sql = await timed(questions, (asked) => peer.answer(asked, dayEndOf(asked.from), FITS));
    const reasons = await timed(questions, (asked) => findPlaces(table, asked, { ...search, rejects: FITS }));
    // The first round warms both.
    if (round === 0) continue;
    rounds.own.push(own);
    rounds.sql.push(sql);
    rounds.reasons.push(reasons);
  }
  return rounds;
};

/**
 * Sixty different questions to 60,000 places of 3,000 sites, answered in memory and by indexed SQL, in alternating
 * rounds. Both give the best twenty places, one a unit, with score and number free. Why other sites do not fit is left
 * out on both sides; it is measured beside it, without a peer.
 */
export const run = async (): Promise<Figure[]> => {
  const country = makeCountry(SEED);
  const database = await createTestDatabase();
  const { own, sql, reasons } = await openPeer(database.url, country)
    .then((peer) => measure(country, peer).finally(() => peer.end()))
    .finally(() => database.drop());
  const ratio = median(sql.map((milliseconds, round) => milliseconds / (own[round] ?? Number.NaN)));
  const pair = { name: 'find', unit: 'ms', better: 'lower', peer: 'indexed-sql' } as const;
  return [
    besidePeer({ ...pair, value: median(own), peerValue: median(sql), ratio }, 2),
    atMost('find-with-reasons', median(reasons), 'ms', 10),
  ];
};
