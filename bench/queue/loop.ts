import { exponential } from '#planning/simulate/chance.ts';

/** How long people waited in all, after so many who came to these servers. */
export interface Waited {
  readonly sum: number;
  readonly events: number;
}

/**
 * The simplest queue there is: who comes takes the server that is free first (a heap of the moments they come free). Time in
 * mean services; an arrival and a departure are two events. `loop.c` does the same, to the bit.
 */
export const playQueue = (servers: number, load: number, people: number, seed: number): Waited => {
  const free = new Float64Array(servers);
  let now = 0;
  let sum = 0;
  for (let person = 0; person < people; person++) {
    now += exponential(seed, 2 * person) / load;
    const first = free[0] as number;
    const start = first > now ? first : now;
    sum += start - now;
    sink(free, servers, start + exponential(seed, 2 * person + 1));
  }
  return { sum, events: 2 * people };
};

/** Puts a moment in the place of the earliest, and lets it sink to where it belongs. */
const sink = (free: Float64Array, count: number, moment: number): void => {
  let at = 0;
  for (let child = 1; child < count; child = 2 * at + 1) {
    const right = child + 1;
    let earliest = free[child] as number;
    if (right < count && (free[right] as number) < earliest) {
      earliest = free[right] as number;
      child = right;
    }
    if (earliest >= moment) break;
    free[at] = earliest;
    at = child;
  }
  free[at] = moment;
};
