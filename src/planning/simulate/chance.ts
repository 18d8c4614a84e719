/**
 * Chance by number instead of by turn: draw `slot` of a person is a function of the seed of that person alone. What is not
 * needed is not drawn, and no draw moves another: a change of beds or hours leaves everybody's needs as they were. Only
 * additions, multiplications, divisions and square roots are used, so that every engine gives the same answer to the bit.
 */

/** What is drawn of one person, each with a number of its own; from 16 on a gamma takes what it needs. */
export const SLOT = {
  gap: 0,
  triage: 1,
  ending: 2,
  wait: 3,
  wish: 4,
  patience: 5,
  home: 6,
  next: 7,
  care: 16,
  transfer: 80,
  /** The transfer after a stay in the hospital: arranged anew. */
  transferAgain: 144,
} as const;

const TWO_32 = 4_294_967_296;
const TWO_31 = 2_147_483_648;

/** A seed out of a seed and a number (the finaliser of MurmurHash3, public domain). */
export const seedOf = (seed: number, at: number): number => {
  let h = (seed ^ Math.imul(at + 1, 0x9e3779b1)) | 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
};

/** A seed out of a word (FNV-1a): the people of a flow stay who they are when other flows come or go. */
export const seedOfWord = (seed: number, word: string): number => {
  let h = 0x811c9dc5 ^ seed;
  for (let at = 0; at < word.length; at++) h = Math.imul(h ^ word.charCodeAt(at), 0x01000193);
  return seedOf(h, word.length);
};

/** Thirty-two bits (Mulberry32, Tommy Ettinger, public domain, taken at place `slot` of its row). */
const bits = (seed: number, slot: number): number => {
  let t = (seed + Math.imul(slot + 1, 0x6d2b79f5)) | 0;
  t = Math.imul(t ^ (t >>> 15), t | 1);
  t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
  return (t ^ (t >>> 14)) >>> 0;
};

/** A number in (0, 1), each as likely. */
export const uniform = (seed: number, slot: number): number => (bits(seed, slot) + 0.5) / TWO_32;

const LN_2 = Math.LN2;
const INVERSE = new Float64Array(256);
const LOGARITHM = new Float64Array(256);
for (let at = 0; at < 256; at++) {
  const centre = 1 + (at + 0.5) / 256;
  const s = (centre - 1) / (centre + 1);
  let sum = 0;
  for (let term = 41; term > 0; term -= 2) sum = sum * s * s + 1 / term;
  INVERSE[at] = 1 / centre;
  LOGARITHM[at] = 2 * s * sum;
}

/** −ln(x / 2^32) of whole numbers x from 1 up to 2^32: a table of 256 and five terms of the row, right to 1e-15. */
const negativeLog = (x: number): number => {
  const shift = Math.clz32(x);
  const whole = (x << shift) >>> 0;
  const at = (whole >>> 23) & 255;
  const r = (whole / TWO_31) * (INVERSE[at] as number) - 1;
  const rest = r * (1 - r * (0.5 - r * (1 / 3 - r * (0.25 - r * 0.2))));
  return (shift + 1) * LN_2 - (LOGARITHM[at] as number) - rest;
};

/** Exponentially distributed with mean 1. */
export const exponential = (seed: number, slot: number): number => {
  const x = bits(seed, slot);
  return x === 0 ? 23 : negativeLog(x);
};

/** e to the power −x, for x from 0 up. */
const expMinus = (x: number): number => {
  const halvings = Math.min(1_000, Math.floor(x / LN_2));
  const rest = x - halvings * LN_2;
  let sum = 1;
  for (let term = 18; term > 0; term--) sum = 1 - (rest / term) * sum;
  for (let at = 0; at < halvings; at++) sum /= 2;
  return sum;
};

/** How many draws one try of a gamma takes: two for a point in the plane, one to accept. */
const TRY = 3;
/** So often that no row of tries ever gets there. */
const TRIES = 20;

/** A gamma of shape at least 1 and scale 1 (Marsaglia and Tsang 2000, with the polar method for the normal). */
const gammaFrom = (shape: number, seed: number, slot: number): number => {
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (let at = 0; at < TRIES; at++) {
    const first = slot + at * TRY;
    const u = 2 * uniform(seed, first) - 1;
    const v = 2 * uniform(seed, first + 1) - 1;
    const square = u * u + v * v;
    if (square >= 1 || square === 0) continue;
    // Inside the circle its square is as likely everywhere in (0, 1), so it serves for the length of the normal.
    const log = negativeLog(Math.max(1, Math.floor(square * TWO_32)));
    const x = u * Math.sqrt((2 * log) / square);
    const cube = (1 + c * x) * (1 + c * x) * (1 + c * x);
    if (cube <= 0) continue;
    const logCube = 3 * lnOf(1 + c * x);
    if (exponential(seed, first + 2) > -(0.5 * x * x + d - d * cube + d * logCube)) return d * cube;
  }
  return d;
};

/** ln of any positive number. */
const lnOf = (x: number): number => {
  let scaled = x;
  let powers = 0;
  while (scaled >= 1) {
    scaled /= 2;
    powers++;
  }
  while (scaled < 0.5) {
    scaled *= 2;
    powers--;
  }
  return powers * LN_2 - negativeLog(scaled * TWO_32);
};

/** Gamma distributed with mean 1 and this shape; 1 is the exponential, 0 always 1. */
export const gamma = (shape: number, seed: number, slot: number): number => {
  if (shape === 1) return exponential(seed, slot);
  if (shape <= 0) return 1;
  if (shape > 1) return gammaFrom(shape, seed, slot) / shape;
  const boost = expMinus(exponential(seed, slot + TRIES * TRY) / shape);
  return (gammaFrom(shape + 1, seed, slot) * boost) / shape;
};
