import { deepStrictEqual } from 'node:assert/strict';
import { recurring } from '#modules/cases/decide/signal.ts';
import { SIGNAL_V1 } from '#modules/cases/decide/signal-v1.ts';
import type { Recurring, SignCode } from '#modules/cases/types-signal.ts';
import { createTestDatabase } from '#platform/postgres/test-database.ts';
import { atLeast, atMost, besidePeer, type Figure, median } from './figure.ts';
import { type Picked, pickNaively } from './signal/naive.ts';
import { openPeer, type Peer } from './signal/peer.ts';
import { makePopulation, type Planted, type Population, TODAY } from './signal/population.ts';

const SEED = 7;
const SIZE = 100_000;
const ROUNDS = 5;
const LONGEST_SECONDS = 5;

/** How much of what was planted must be found, and how much of what is found must be planted. */
const TARGETS: Readonly<Record<Planted, { readonly recall: number; readonly precision: number }>> = {
  persistent: { recall: 0.9, precision: 0.6 },
  'same-reason': { recall: 0.9, precision: 0.9 },
  'many-helpers': { recall: 0.95, precision: 0.6 },
};

const ours = ({ practice }: Population): Recurring[] => recurring(practice, SIGNAL_V1, TODAY);

/** What both sides must agree on: everything but the edge of a single busy year. */
const shared = (found: readonly Recurring[]): Recurring[] =>
  found.map(({ person, signs }) => ({
    person,
    signs: signs.map((sign) => (sign.code === 'frequent' ? { ...sign, from: 0 } : sign)),
  }));

const seconds = async (work: () => unknown): Promise<number> => {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1_000;
};

const speed = async (population: Population, peer: Peer): Promise<Figure[]> => {
  deepStrictEqual(shared(ours(population)), await peer.answer());
  const [own, sql]: [number[], number[]] = [[], []];
  for (let round = 0; round < ROUNDS; round++) {
    own.push(await seconds(() => ours(population)));
    sql.push(await seconds(() => peer.answer()));
  }
  const value = median(own);
  const pair = {
    value,
    peer: 'sql-window',
    peerValue: median(sql),
    ratio: median(sql.map((s, at) => s / (own[at] as number))),
  };
  return [
    besidePeer({ name: 'signal', unit: 's', better: 'lower', ...pair }, 5),
    atMost('signal-100000', value, 's', LONGEST_SECONDS),
  ];
};

const withSign = (found: readonly Recurring[], code: SignCode): Set<number> =>
  new Set(found.filter(({ signs }) => signs.some((sign) => sign.code === code)).map(({ person }) => person));

const share = (part: ReadonlySet<number>, of: ReadonlySet<number>): number =>
  [...of].filter((person) => part.has(person)).length / of.size;

const found = (name: string, ours: number, naive: number, least: number): Figure => ({
  ...atLeast(name, ours, 'share', least),
  ...{ peer: 'spreadsheet', peerValue: naive, ratio: ours / naive },
});

/** Who was planted and is found, and who is found and was planted; beside a plain list of the same contacts. */
const quality = (population: Population): Figure[] => {
  const [own, naive]: [Recurring[], Picked] = [ours(population), pickNaively(population)];
  const patterns = Object.keys(TARGETS) as Planted[];
  return patterns.flatMap((pattern) => {
    const [picked, planted] = [withSign(own, pattern), population.planted[pattern]];
    const { recall, precision } = TARGETS[pattern];
    return [
      found(`signal-${pattern}-recall`, share(picked, planted), share(naive[pattern], planted), recall),
      found(`signal-${pattern}-precision`, share(planted, picked), share(planted, naive[pattern]), precision),
    ];
  });
};

/** Of those with a sign who was left alone: is it said of the right people? */
const alone = (population: Population): Figure[] => {
  const own = ours(population);
  const planted = new Set(Object.values(population.planted).flatMap((each) => [...each]));
  const said = new Set([...withSign(own, 'no-social')].filter((person) => planted.has(person)));
  const seen = new Set(own.map(({ person }) => person).filter((person) => population.alone.has(person)));
  return [
    atLeast('signal-no-social-recall', share(said, seen), 'share', 0.99),
    atLeast('signal-no-social-precision', share(population.alone, said), 'share', 0.9),
  ];
};

/** The question that comes back, in a practice of 100,000 people and three years: fast, and the right people. */
export const run = async (): Promise<Figure[]> => {
  const population = makePopulation(SEED, SIZE);
  const test = await createTestDatabase();
  const peer = await openPeer(test.url, population, SIGNAL_V1);
  const figures = [...(await speed(population, peer)), ...quality(population), ...alone(population)];
  await peer.end();
  await test.drop();
  return figures;
};
