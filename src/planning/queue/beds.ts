import { gammaBelow } from './gamma.ts';

/**
 * Chance (0-1) that at most `k` people are in at once when nobody is ever refused (M/G/infinity): Poisson with the load as
 * its mean, whatever the distribution of the stay. Source: performance.md §4; Palm 1943, Khintchine 1955.
 */
export const occupancyAtMost = (load: number, k: number): number => {
  if (k < 0) return 0;
  return load <= 0 ? 1 : 1 - gammaBelow(Math.floor(k) + 1, load);
};

/**
 * Beds that are enough by the square-root rule: the load and `alpha` times its root, rounded up. With alpha 1 about one in
 * five has to wait, at any size. Source: Halfin and Whitt 1981; van Loon 2024 uses alpha 1.
 */
export const squareRootBeds = (load: number, alpha: number): number =>
  load <= 0 ? 0 : Math.ceil(load + alpha * Math.sqrt(load));
