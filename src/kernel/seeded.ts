/** A source of chance that gives the same row for the same seed: numbers in [0, 1). */
export type Chance = () => number;

/** Mulberry32 (Tommy Ettinger, public domain): enough for practice data and simulations, not for secrets. */
export const seeded = (seed: number): Chance => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
};

/** One of the options, each as likely. */
export const pick = <T>(chance: Chance, options: readonly T[]): T => {
  const option = options[Math.floor(chance() * options.length)];
  if (option === undefined) throw new Error('nothing to pick from');
  return option;
};

/** A waiting time with the given mean, exponentially distributed (same unit as the mean). */
export const exponential = (chance: Chance, mean: number): number => -Math.log(1 - chance()) * mean;
