import type { SimModel, SimResult, SimRun } from '#planning/simulate/types.ts';

/** To a worker: play this; null: stop, nobody waits for it any more. */
export interface PlayAsk {
  readonly play: { readonly id: number; readonly model: SimModel; readonly run: SimRun } | null;
}

/** From a worker: how many years are done, and with the last one what came out. */
export interface PlayTold {
  readonly id: number;
  readonly done: number;
  /** Milliseconds a year took, on average since the worker was awake. */
  readonly pace: number;
  readonly result: SimResult | null;
}
