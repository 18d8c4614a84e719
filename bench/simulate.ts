import { estimate, type Pick } from '#planning/simulate/estimate.ts';
import { play } from '#planning/simulate/index.ts';
import { twente } from '#planning/simulate/model.fixture.ts';
import {
  FLOW_MEASURES,
  REGION_MEASURES,
  type SimModel,
  type SimResult,
  WARD_MEASURES,
} from '#planning/simulate/types.ts';
import { atMost, besidePeer, type Figure, median } from './figure.ts';
import { playInSimpy, pythonWithSimpy } from './simulate/simpy.ts';
import { amsterdamTable } from './simulate/table.ts';

const YEARS = 1_000;
const PEER_YEARS = 40;
const RUN = { seed: 1, warmUpDays: 200, days: 364 } as const;
const ROUNDS = 3;
const SECONDS = 1.5;
const TIMES = 60;
/** With some forty figures beside each other, one in a thousand may lie outside by chance. */
const Z = 3.29;

const secondsOf = (work: () => unknown): number => {
  const before = process.threadCpuUsage();
  work();
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1e6;
};

const namesOf = ({ flows, wards }: SimModel): string[] => [
  ...flows.flatMap(({ id }) => FLOW_MEASURES.map((measure) => `${id}-${measure}`)),
  ...wards.flatMap(({ id }) => WARD_MEASURES.map((measure) => `${id}-${measure}`)),
  ...REGION_MEASURES,
];

/** Speed means nothing while the figures differ: every measure of both, as far apart as chance allows. */
const compare = (model: SimModel, ours: SimResult, theirs: SimResult): Figure => {
  const names = namesOf(model);
  const numbers = names.map(
    (_, at): Pick =>
      (result, year) =>
        result.values[year * names.length + at] as number,
  );
  const apart = numbers.map((pick, at) => {
    const [own, peer] = [estimate(ours, pick), estimate(theirs, pick)];
    if (own === null || peer === null) return 0;
    const error = Math.hypot(own.until - own.mean, peer.until - peer.mean) / 1.96;
    const difference = Math.abs(own.mean - peer.mean);
    const z = difference === 0 ? 0 : difference / error;
    console.log(
      `simulate-means ${names[at]}: ours ${own.mean.toFixed(4)}, simpy ${peer.mean.toFixed(4)}, z ${z.toFixed(2)}`,
    );
    return z;
  });
  return atMost('simulate-means-z', Math.max(...apart), 'z', Z);
};

const besideSimpy = (model: SimModel, ours: SimResult, value: number): Figure[] => {
  const python = pythonWithSimpy();
  if (python === undefined) {
    console.log(
      'simulate-simpy: SimPy is not on this machine (Debian: python3-simpy), so it was not measured',
    );
    return [];
  }
  const { result, seconds } = playInSimpy(python, model, { ...RUN, years: PEER_YEARS });
  const peerValue = (seconds * YEARS) / PEER_YEARS;
  const pair = { name: 'simulate', unit: 'cpu-s', better: 'lower', value, peer: 'simpy', peerValue } as const;
  return [besidePeer(pair, TIMES), compare(model, ours, result)];
};

/** A region of 221 beds, three pools and five flows: a thousand years, beside SimPy; and the published table of Amsterdam. */
export const run = async (): Promise<Figure[]> => {
  const model = twente();
  const playAll = (): SimResult => play(model, { ...RUN, years: YEARS });
  const ours = playAll();
  const times = Array.from({ length: ROUNDS }, () => secondsOf(playAll));
  const seconds = median(times);
  console.log(
    `simulate-events: ${ours.events} events, ${(ours.events / seconds / 1e6).toFixed(1)} million a second; rounds ${times.map((each) => each.toFixed(2)).join(', ')} s`,
  );
  return [
    ...besideSimpy(model, ours, seconds),
    atMost('simulate-1000-years', seconds, 'cpu-s', SECONDS),
    ...amsterdamTable(),
  ];
};
