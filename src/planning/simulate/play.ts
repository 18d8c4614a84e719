import { widthOf, writeYear } from './count.ts';
import { stateOf } from './state.ts';
import { playYear } from './steps.ts';
import type { SimModel, SimResult, SimRun } from './types.ts';

/** Years that are being played: the caller goes on for as long as it likes, shows how far it is, or just stops. */
export interface Playing {
  /** Plays so many years more, at most until all are done. */
  step(years: number): void;
  /** How many years were played. */
  readonly done: number;
  /** What was played so far. */
  result(): SimResult;
}

/** Begins to play. The same model, seed and number of the year give the same figures, in Node and in the browser. */
export const startPlaying = (model: SimModel, run: SimRun): Playing => {
  const state = stateOf(model, run);
  const width = widthOf(model.flows.length, model.wards.length);
  const values = new Float64Array(width * run.years);
  const first = run.firstYear ?? 0;
  let done = 0;
  let events = 0;
  return {
    step: (years) => {
      for (const until = Math.min(run.years, done + years); done < until; done++) {
        events += playYear(state, first + done);
        writeYear(state, values, done * width);
      }
    },
    get done() {
      return done;
    },
    result: () => ({
      years: done,
      days: run.days,
      flows: model.flows.map(({ id }) => id),
      wards: model.wards.map(({ id }) => id),
      values: values.slice(0, done * width),
      events,
    }),
  };
};

/** Plays all years at once. */
export const play = (model: SimModel, run: SimRun): SimResult => {
  const playing = startPlaying(model, run);
  playing.step(run.years);
  return playing.result();
};

/** Years of one model that were played in several workers, one behind the other. */
export const joinResults = (results: readonly [SimResult, ...SimResult[]]): SimResult => {
  const values = new Float64Array(results.reduce((sum, each) => sum + each.values.length, 0));
  let at = 0;
  for (const each of results) {
    values.set(each.values, at);
    at += each.values.length;
  }
  return {
    ...results[0],
    years: results.reduce((sum, { years }) => sum + years, 0),
    events: results.reduce((sum, { events }) => sum + events, 0),
    values,
  };
};
