import { isDeepStrictEqual } from 'node:util';
import { atMost, besidePeer, type Figure, median } from '#bench/figure.ts';

/** What is asked, and what came of it. */
export type Ask = () => Promise<unknown>;

/** What is measured: asked of the house as it serves, and of a peer that asks its database row by row. */
export interface Measured {
  readonly name: string;
  readonly ours: Ask;
  readonly peer: Ask;
  /** Of an answer of ours what the peer answers too. */
  readonly shared: (answer: never) => unknown;
  /** In milliseconds, half of the answers of ours within. */
  readonly within: number;
}

const WARM = 15;
const ROUNDS = 60;
const TIMES = 5;
const PEER = 'sql-per-row';

const timed = async (ask: Ask): Promise<number> => {
  const began = performance.now();
  await ask();
  return performance.now() - began;
};

/** Both in turn, so that what else the machine does weighs on both; the answers are compared before anything is timed. */
export const beside = async ({ name, ours, peer, shared, within }: Measured): Promise<Figure[]> => {
  const [mine, theirs] = [shared((await ours()) as never), await peer()];
  if (!isDeepStrictEqual(mine, theirs)) throw new Error(`${name}: ours and the peer do not answer the same`);
  const [took, peerTook, ratios]: [number[], number[], number[]] = [[], [], []];
  for (let round = 0; round < WARM + ROUNDS; round++) {
    const [ms, peerMs] = [await timed(ours), await timed(peer)];
    if (round < WARM) continue;
    took.push(ms);
    peerTook.push(peerMs);
    ratios.push(peerMs / ms);
  }
  const value = median(took);
  const pair = { value, peer: PEER, peerValue: median(peerTook), ratio: median(ratios) };
  return [
    besidePeer({ name, unit: 'ms', better: 'lower', ...pair }, TIMES),
    atMost(`${name}-p50`, value, 'ms', within),
  ];
};
