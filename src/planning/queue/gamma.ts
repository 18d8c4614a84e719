/** Lanczos coefficients (g = 5, n = 6): ten figures are right. Source: Lanczos 1964, in the form most books print. */
const LANCZOS = [
  76.18009172947146, -86.50532032941678, 24.01409824083091, -1.231739572450155, 0.1208650973866179e-2,
  -0.5395239384953e-5,
];
const STEPS = 100_000;
const CLOSE = 1e-12;

const logGamma = (x: number): number => {
  let sum = 1.000000000190015;
  for (const [i, part] of LANCZOS.entries()) sum += part / (x + 1 + i);
  return (x + 0.5) * Math.log(x + 5.5) - (x + 5.5) + Math.log((2.5066282746310007 * sum) / x);
};

const bySeries = (shape: number, x: number): number => {
  let term = 1 / shape;
  let sum = term;
  for (let n = 1; n < STEPS && term > sum * CLOSE; n += 1) {
    term *= x / (shape + n);
    sum += term;
  }
  return sum * Math.exp(shape * Math.log(x) - x - logGamma(shape));
};

/** The continued fraction of the part above, by Lentz. */
const byFraction = (shape: number, x: number): number => {
  let b = x + 1 - shape;
  let c = 1e300;
  let d = 1 / b;
  let fraction = d;
  for (let n = 1; n < STEPS; n += 1) {
    const a = -n * (n - shape);
    b += 2;
    d = 1 / (a * d + b);
    c = b + a / c;
    fraction *= d * c;
    if (Math.abs(d * c - 1) < CLOSE) break;
  }
  return 1 - fraction * Math.exp(shape * Math.log(x) - x - logGamma(shape));
};

/**
 * Chance (0-1) that a gamma-distributed length of this shape, with mean `shape`, is below `x` (the regularised incomplete
 * gamma function). Shape 1 is exponential; a length with mean m asks `x * shape / m`.
 */
export const gammaBelow = (shape: number, x: number): number => {
  if (x <= 0) return 0;
  if (shape === 1) return 1 - Math.exp(-x);
  return x < shape + 1 ? bySeries(shape, x) : byFraction(shape, x);
};

/** Mean of a gamma-distributed length (mean, shape) that is cut off at `most`, in the same unit. */
export const cutMean = (mean: number, shape: number, most: number): number => {
  const x = (most * shape) / mean;
  return mean <= 0 ? 0 : mean * gammaBelow(shape + 1, x) + most * (1 - gammaBelow(shape, x));
};
