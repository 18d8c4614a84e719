import type { Chance } from '#kernel/seeded.ts';

const normal = (chance: Chance): number =>
  Math.sqrt(-2 * Math.log(1 - chance())) * Math.cos(2 * Math.PI * chance());

/** A factor with mean 1 and variance 1 / shape (Marsaglia and Tsang 2000); above a shape of 1,000 it is 1 or nearly so. */
export const gamma = (chance: Chance, shape: number): number => {
  if (!Number.isFinite(shape)) return 1;
  if (shape < 1) return gamma(chance, shape + 1) * (1 - chance()) ** (1 / shape) * ((shape + 1) / shape);
  const d = shape - 1 / 3;
  for (;;) {
    const x = normal(chance);
    const v = (1 + x / Math.sqrt(9 * d)) ** 3;
    if (v > 0 && Math.log(1 - chance()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return (d * v) / shape;
  }
};

/** From this mean on a Poisson number is drawn by its square root, which is nearly normal (Anscombe 1948); mean and spread stay right. */
const LARGE = 12;

/** A Poisson number. */
export const poisson = (chance: Chance, mean: number): number => {
  if (mean > LARGE) return Math.round(Math.max(0, Math.sqrt(mean - 0.25) + normal(chance) / 2) ** 2);
  const limit = Math.exp(-mean);
  let count = 0;
  for (let product = chance(); product > limit; product *= chance()) count++;
  return count;
};
