import { joinResults } from '#planning/simulate/index.ts';
import type { SimModel, SimResult } from '#planning/simulate/types.ts';
import type { PlayAsk, PlayTold } from './told.ts';

/** The chance behind all scenarios: the same people come in each, so that two answers differ by the change alone. */
export const SEED = 20_261_122;

/** Days that are played before counting begins, and days that count: 52 whole weeks. */
const WARM_UP_DAYS = 200;
const COUNTED_DAYS = 364;

/** Fewest and most years, and for how long at most we like to play. */
const FEWEST_YEARS = 200;
const MOST_YEARS = 1000;
const BUDGET_MS = 1_200;
/** Played first, to see how fast this machine is. */
const TRIAL_YEARS = 80;

/** Years that are being played in two workers. */
interface Play {
  /** Null when it was stopped. */
  readonly result: Promise<SimResult | null>;
  readonly stop: () => void;
}

let workers: readonly [Worker, Worker] | undefined;
let asked = 0;

const startWorkers = (): readonly [Worker, Worker] => {
  const start = (): Worker => new Worker(new URL('./play-worker.ts', import.meta.url), { type: 'module' });
  workers ??= [start(), start()];
  return workers;
};

/** Ends both workers: nobody looks at this page any more. */
export const endPlayers = (): void => {
  for (const worker of workers ?? []) worker.terminate();
  workers = undefined;
};

const half = (
  worker: Worker,
  play: NonNullable<PlayAsk['play']>,
  onDone: (years: number, pace: number) => void,
): Promise<SimResult> =>
  new Promise((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<PlayTold>) => {
      if (data.id !== play.id) return;
      onDone(data.done, data.pace);
      if (data.result !== null) resolve(data.result);
    };
    worker.onerror = (fault) => reject(new Error(fault.message));
    worker.postMessage({ play } satisfies PlayAsk);
  });

/** Plays so many years of a model, half of them in each worker; `onDone` hears how many are done. */
export const playYears = (
  model: SimModel,
  years: number,
  onDone: (years: number, pace: number) => void,
): Play => {
  const [first, second] = startWorkers();
  asked += 1;
  const id = asked;
  const each = Math.ceil(years / 2);
  const done = [0, 0];
  const told = (of: 0 | 1) => (count: number, pace: number) => {
    done[of] = count;
    onDone((done[0] ?? 0) + (done[1] ?? 0), pace);
  };
  const run = { seed: SEED, years: each, warmUpDays: WARM_UP_DAYS, days: COUNTED_DAYS };
  let stop: () => void = () => undefined;
  const stopped = new Promise<null>((resolve) => {
    stop = () => {
      for (const worker of [first, second]) worker.postMessage({ play: null } satisfies PlayAsk);
      resolve(null);
    };
  });
  const both = Promise.all([
    half(first, { id, model, run: { ...run, firstYear: 0 } }, told(0)),
    half(second, { id, model, run: { ...run, firstYear: each } }, told(1)),
  ]).then(([a, b]) => joinResults([a, b]));
  return { result: Promise.race([both, stopped]), stop };
};

/** As many years as fit in the time we like to wait, in two workers that each take so long a year; in steps of a hundred. @internal */
export const yearsWithin = (pace: number): number => {
  const fit = Math.floor((2 * BUDGET_MS) / Math.max(0.01, pace) / 100) * 100;
  return Math.min(MOST_YEARS, Math.max(FEWEST_YEARS, fit));
};

/** Plays a few years to see how fast this machine is, once it is awake; null when it was stopped. */
export const tryPlaying = (
  model: SimModel,
): { readonly years: Promise<number | null>; readonly stop: () => void } => {
  let last = 0;
  const play = playYears(model, TRIAL_YEARS, (_, pace) => {
    last = Math.max(last, pace);
  });
  return {
    years: play.result.then((result) => (result === null ? null : yearsWithin(last))),
    stop: play.stop,
  };
};
