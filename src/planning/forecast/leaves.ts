import { seeded } from '#kernel/seeded.ts';

/** So many times the coming days are played; a prime number, so that every step through the plays reaches them all. */
export const PATHS = 251;

/** Somebody in a place. */
export interface Leaving {
  readonly site: number;
  /** The chance that they have gone at the end of each stretch. */
  readonly gone: Float64Array;
}

/**
 * Who is here leaves by chance, per play × stretch × site. Of each person the chance is cut in as many equal parts as there are
 * plays and dealt out in an order of their own (a Latin hypercube, McKay 1979): nobody leaves more often over all plays than
 * they should, and what two people do in one play has nothing to do with each other.
 */
export const leavesOf = (
  here: readonly Leaving[],
  seeds: readonly number[],
  stretches: number,
): Int16Array => {
  const sites = seeds.length;
  const leaves = new Int16Array(PATHS * stretches * sites);
  const chances = seeds.map((seed) => seeded(seed));
  for (const { site, gone } of here) {
    const chance = chances[site] ?? seeded(0);
    const step = 1 + Math.floor(chance() * (PATHS - 1));
    let path = Math.floor(chance() * PATHS);
    const within = chance();
    const last = gone[stretches - 1] as number;
    let stretch = 0;
    for (let part = 0; part < PATHS; part++) {
      const u = (part + within) / PATHS;
      if (u >= last) break;
      while (u >= (gone[stretch] as number)) stretch++;
      const cell = (path * stretches + stretch) * sites + site;
      leaves[cell] = (leaves[cell] as number) + 1;
      path = (path + step) % PATHS;
    }
  }
  return leaves;
};
