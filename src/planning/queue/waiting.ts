/**
 * Waiting lines by formula: as many beds as there are, people who come by chance, each for as long as they need. `load` is
 * the number of beds that would be in use if there were always one free (arrivals a day × mean days).
 * Sources: A.K. Erlang 1917; the stable recursion and all checked values: the tests beside this file.
 */

/**
 * Erlang-B: the chance (0-1) that somebody finds every bed taken when who finds none goes elsewhere. Holds for any
 * distribution of the stay. By the recursion on the number of beds, which neither overflows nor cancels at any size.
 * @internal
 */
export const erlangB = (servers: number, load: number): number => {
  let lost = 1;
  for (let n = 1; n <= servers; n += 1) lost = (load * lost) / (n + load * lost);
  return load <= 0 && servers > 0 ? 0 : lost;
};

/**
 * Erlang-C: the chance (0-1) that somebody has to wait for a bed when everybody waits. 1 when the load is not below the
 * number of beds: then the line only grows.
 */
export const erlangC = (servers: number, load: number): number => {
  if (load <= 0) return 0;
  if (load >= servers) return 1;
  const lost = erlangB(servers, load);
  return (servers * lost) / (servers - load * (1 - lost));
};

/**
 * Mean time until a bed is free, over everybody (also who need not wait), in the unit of `stay`, the mean time one bed is
 * taken; exponential stays (M/M/c). Infinity when the load is not below the number of beds.
 * @internal
 */
export const waitMMc = (servers: number, load: number, stay: number): number => {
  if (load <= 0) return 0;
  return load >= servers ? Number.POSITIVE_INFINITY : (erlangC(servers, load) * stay) / (servers - load);
};

/**
 * The same for stays of any shape (M/G/c), by Allen and Cunneen (1978): the wait of M/M/c times the mean of the squared
 * variations of the times between arrivals (1: by chance) and of the stays (variance over the squared mean; 1: exponential,
 * 0: all the same). An approximation: within some percent when the beds are well used.
 */
export const waitMGc = (servers: number, load: number, stay: number, variation: number): number =>
  ((1 + variation) / 2) * waitMMc(servers, load, stay);

/** A line that people leave: chance to stand in it, mean wait over everybody in the unit of `stay`, chance to leave it. */
export interface LeftLine {
  readonly chance: number;
  readonly wait: number;
  readonly stops: number;
}

/**
 * The same line when people stop waiting after an exponential time with mean `patience` (Erlang-A, M/M/c+M; Palm 1946). Always
 * finite, also with more people than beds. `stay` and `patience` in one unit.
 */
export const erlangA = (servers: number, load: number, stay: number, patience: number): LeftLine => {
  if (load <= 0 || servers < 1) return { chance: load > 0 ? 1 : 0, wait: 0, stops: load > 0 ? 1 : 0 };
  const allTaken = erlangB(servers, load);
  let weight = 1;
  let above = 1;
  let inLine = 0;
  for (let n = 1; weight > above * 1e-12; n += 1) {
    weight *= load / (servers + (n * stay) / patience);
    above += weight;
    inLine += n * weight;
  }
  const all = 1 / allTaken - 1 + above;
  const wait = (inLine / all / load) * stay;
  return { chance: above / all, wait, stops: patience > 0 ? wait / patience : above / all };
};
