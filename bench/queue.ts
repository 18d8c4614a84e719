import { erlangC } from '#planning/queue/index.ts';
import { estimateFlow } from '#planning/simulate/estimate.ts';
import { play } from '#planning/simulate/index.ts';
import { flowOf, homeAfter, modelOf, wardOf } from '#planning/simulate/model.fixture.ts';
import { atMost, besidePeer, type Figure, median } from './figure.ts';
import { type QueueInC, queueInC } from './queue/in-c.ts';
import { playQueue } from './queue/loop.ts';

/** Servers and how busy they are. */
const SETTINGS: readonly (readonly [servers: number, busy: number])[] = [
  ...([
    [1, 0.5],
    [1, 0.8],
    [2, 0.7],
    [2, 0.9],
    [3, 0.8],
    [4, 0.85],
    [5, 0.8],
  ] as const),
  ...([
    [8, 0.85],
    [10, 0.9],
    [15, 0.85],
    [20, 0.9],
    [26, 0.85],
    [40, 0.9],
  ] as const),
  ...([
    [75, 0.9],
    [100, 0.92],
    [128, 0.93],
    [200, 0.94],
    [300, 0.95],
    [500, 0.95],
    [1_000, 0.97],
  ] as const),
];
const REPLICATIONS = 40;
/** Student's t with 39 degrees of freedom: 99 percent over 95 percent. */
const WIDER = 2.708 / 2.023;

/** A region with one ward and one flow is an M/M/c queue: mean waiting over the mean stay, with its 99 percent interval. */
const ours = (servers: number, busy: number): { mean: number; off: number } => {
  const load = servers * busy;
  // So long that about one asks an hour: that is what the engine is made for.
  const stay = load;
  // The memory of the row, in hours (Abate and Whitt 1987): warmed up for twenty, counted for two hundred of them.
  const memory = stay * (1 / (servers * (1 - Math.sqrt(busy)) ** 2) + 1);
  const model = modelOf({
    wards: [wardOf({ beds: servers })],
    flows: [flowOf({ perWeek: (168 * load) / stay, endings: [homeAfter(stay / 24)] })],
  });
  const days = Math.min(10_000, Math.ceil((memory * 200) / 24));
  const run = { seed: servers, years: REPLICATIONS, warmUpDays: Math.ceil((memory * 20) / 24), days };
  const found = estimateFlow(play(model, run), 0, 'waitHours');
  if (found === null) throw new Error('nobody asked');
  return { mean: found.mean / stay, off: ((found.until - found.mean) * WIDER) / stay };
};

/** Twenty queues from one to a thousand servers, beside the formula of Erlang. */
const besideErlang = (): Figure => {
  const outside = SETTINGS.filter(([servers, busy]) => {
    const { mean, off } = ours(servers, busy);
    const formula = erlangC(servers, servers * busy) / (servers * (1 - busy));
    const inside = Math.abs(mean - formula) <= off;
    console.log(
      `queue-erlang ${servers} servers ${busy}: formula ${formula.toPrecision(4)}, played ${mean.toPrecision(4)} ± ${off.toPrecision(2)} (99 %)${inside ? '' : ' OUTSIDE'}`,
    );
    return !inside;
  });
  return atMost('queue-erlang-outside', outside.length, `of-${SETTINGS.length}`, 0);
};

const LOOPS: readonly (readonly [servers: number, busy: number])[] = [
  [1, 0.8],
  [10, 0.9],
  [128, 0.9],
  [1_000, 0.95],
];
const PEOPLE = 2_000_000;
const ROUNDS = 7;
const OF_C = 0.6;

const secondsOf = (work: () => unknown): number => {
  const before = process.threadCpuUsage();
  work();
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1e6;
};

/** Events a second beside the same in C, in turns; the sums of all waiting must be the same to the bit. */
const besideC = (inC: QueueInC, [servers, busy]: readonly [number, number]): Figure => {
  const asked = [servers, servers * busy, PEOPLE, 5] as const;
  const { sum, events } = playQueue(...asked);
  const rounds = Array.from({ length: ROUNDS }, () => {
    const own = secondsOf(() => playQueue(...asked));
    const theirs = inC.play(...asked);
    if (theirs.sum !== sum) throw new Error(`C waits ${theirs.sum}, we wait ${sum}`);
    return { own: events / own / 1e6, theirs: events / theirs.seconds / 1e6 };
  });
  const value = median(rounds.map(({ own }) => own));
  const peerValue = median(rounds.map(({ theirs }) => theirs));
  const ratio = median(rounds.map(({ own, theirs }) => own / theirs));
  const pair = { name: `queue-loop-${servers}`, unit: 'million-events/s', better: 'higher' } as const;
  return besidePeer({ ...pair, value, peer: 'c-O3', peerValue, ratio }, OF_C);
};

/** The engine beside the formulas of Erlang, and the simplest queue loop beside the same in C. */
export const run = async (): Promise<Figure[]> => {
  const erlang = besideErlang();
  const inC = queueInC();
  if (inC === undefined) console.log('queue-loop: gcc is not on this machine, so it was not measured');
  const loops = inC === undefined ? [] : LOOPS.map((setting) => besideC(inC, setting));
  inC?.end();
  return [erlang, ...loops];
};
