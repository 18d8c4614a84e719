import { NEED, type Needs } from './order-line.ts';
import { type Ask, grainOf, upTo } from './week-ask.ts';

/** A price for everything at every step, and the least any plan can cost by it. */
export interface Bound {
  /** No plan costs less: a proof, whatever the prices. */
  readonly least: number;
  /** What starting at a step costs in prices, by shape: `price[shape][step]`. */
  readonly price: readonly Float64Array[];
  /** What everything that is there is worth in prices. */
  readonly worth: number;
}

const ROUNDS_WITHOUT_GAIN = 20;
const SMALLEST_STRIDE = 0.003;
const KEPT_DIRECTION = 0.55;

/** What starting a shape at each step costs: the prices of everything it takes, added up. */
const priceOf = (needs: Needs, sums: Float64Array, steps: number, into: Float64Array): void => {
  into.fill(0);
  for (let at = 0; at < needs.length; at += NEED) {
    const [from, until, amount] = [needs[at + 1], needs[at + 2], needs[at + 3]] as unknown as number[];
    const row = (needs[at] as number) * (steps + 1);
    const last = steps - (until as number);
    for (let start = 0; start <= last; start++) {
      const spent =
        (sums[row + start + (until as number)] as number) - (sums[row + start + (from as number)] as number);
      into[start] = (into[start] as number) + (amount as number) * spent;
    }
  }
};

/** The prices under a search for better ones, with everything worked out from them. */
class Prices {
  readonly ask: Ask;
  readonly prices: Float64Array;
  readonly price: Float64Array[];
  /** How much more is asked than there is, at each step of each kind. */
  readonly excess: Float64Array;
  readonly #sums: Float64Array;

  constructor(ask: Ask) {
    const { kinds, steps } = ask.line;
    this.ask = ask;
    this.prices = new Float64Array(kinds * steps);
    this.excess = new Float64Array(kinds * steps);
    this.#sums = new Float64Array(kinds * (steps + 1));
    this.price = ask.shapes.map(() => new Float64Array(steps));
  }

  /** What everything that is there is worth. */
  worth(): number {
    const { left } = this.ask.line;
    let worth = 0;
    for (let at = 0; at < left.length; at++) worth += (this.prices[at] as number) * (left[at] as number);
    return worth;
  }

  /** Everybody takes what is cheapest for them at these prices; answers the bound that follows. */
  settle(): number {
    const { shapes, wanted, line } = this.ask;
    this.#spread();
    for (let at = 0; at < this.excess.length; at++) this.excess[at] = -(line.left[at] as number);
    let sum = -this.worth();
    for (const { shape, starts, costs, none } of wanted) {
      const price = this.price[shape] as Float64Array;
      let [least, best] = [none, -1];
      for (let at = 0; at < starts.length; at++) {
        // Cheapest first: what costs more already before any price is never better.
        if ((costs[at] as number) >= least) break;
        const cost = (costs[at] as number) + (price[starts[at] as number] as number);
        if (cost < least) [least, best] = [cost, at];
      }
      sum += least;
      if (best >= 0) this.#count(shapes[shape] as Needs, starts[best] as number);
    }
    return sum;
  }

  #spread(): void {
    const { shapes, line } = this.ask;
    const { kinds, steps } = line;
    for (let kind = 0; kind < kinds; kind++) {
      let sum = 0;
      for (let step = 0; step < steps; step++) {
        sum += this.prices[kind * steps + step] as number;
        this.#sums[kind * (steps + 1) + step + 1] = sum;
      }
    }
    for (const [shape, needs] of shapes.entries())
      priceOf(needs, this.#sums, steps, this.price[shape] as Float64Array);
  }

  #count(needs: Needs, start: number): void {
    const { steps } = this.ask.line;
    for (let at = 0; at < needs.length; at += NEED) {
      const row = (needs[at] as number) * steps + start;
      const until = row + (needs[at + 2] as number);
      for (let step = row + (needs[at + 1] as number); step < until; step++)
        this.excess[step] = (this.excess[step] as number) + (needs[at + 3] as number);
    }
  }
}

/**
 * The least a plan can cost, whatever it is (Lagrange: what is scarce gets a price, everybody takes what is cheapest for
 * them, and what the plan would be fined for taking too much is never more than it is worth). `known` is what some plan
 * costs; the search ends when it is reached, for then that plan is the best there is.
 */
export const boundOf = (ask: Ask, known: number, rounds: number): Bound => {
  const now = new Prices(ask);
  const grain = grainOf(ask);
  const direction = new Float64Array(now.prices.length);
  const best = new Float64Array(now.prices.length);
  let [least, stride, idle] = [Number.NEGATIVE_INFINITY, 1, 0];
  for (let round = 0; round < rounds && stride > SMALLEST_STRIDE; round++) {
    const sum = now.settle();
    if (sum > least + 1e-9) {
      idle = sum > least + 1e-4 * Math.abs(known - least) ? 0 : idle + 1;
      least = sum;
      best.set(now.prices);
      if (upTo(least, grain) >= known) break;
    } else idle += 1;
    if (idle >= ROUNDS_WITHOUT_GAIN) {
      stride /= 2;
      idle = 0;
      now.prices.set(best);
      direction.fill(0);
      now.settle();
    }
    move(now, direction, stride * Math.max(known - sum, 1e-6));
  }
  now.prices.set(best);
  least = now.settle();
  return { least: Math.min(known, upTo(least, grain)), price: now.price, worth: now.worth() };
};

const move = ({ prices, excess }: Prices, direction: Float64Array, far: number): void => {
  let square = 0;
  for (let at = 0; at < prices.length; at++) {
    let next = (excess[at] as number) + KEPT_DIRECTION * (direction[at] as number);
    // A price that is nothing and would fall stays nothing.
    if (next < 0 && prices[at] === 0) next = 0;
    direction[at] = next;
    square += next * next;
  }
  if (square === 0) return;
  const stride = far / square;
  for (let at = 0; at < prices.length; at++)
    prices[at] = Math.max(0, (prices[at] as number) + stride * (direction[at] as number));
};
