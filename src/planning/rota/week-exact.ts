import { fits, take } from './order-line.ts';
import { type Answer, type Ask, grainOf, LEFT_OUT } from './week-ask.ts';
import type { Bound } from './week-bound.ts';

/** What trying everything brought. */
export interface Tried {
  /** Something better than what was known; null: there is none, or none was found. */
  readonly better: Answer | null;
  /** Nothing was left untried: what is best now is the best there is. */
  readonly complete: boolean;
}

/** Starts one visit can still have, with what each costs in points and prices together; cheapest first. */
interface Open {
  readonly starts: readonly number[];
  readonly costs: readonly number[];
}

/** For each that is wanted the one before it that is the same in everything, or -1: of those the first starts first. */
const twinsOf = ({ wanted }: Ask): Int32Array => {
  const last = new Map<string, number>();
  return Int32Array.from(wanted, ({ shape, starts, costs, none }, at) => {
    const key = `${shape}|${none}|${starts.join()}|${costs.join()}`;
    const before = last.get(key) ?? -1;
    last.set(key, at);
    return before;
  });
};

/** Where something changed, when it was not in one half-day. */
const ANYWHERE = -1;
const NOWHERE = -2;

class Trying {
  readonly #ask: Ask;
  readonly #bound: Bound;
  readonly #twin: Int32Array;
  readonly #startOf: Int32Array;
  readonly #placed: Uint8Array;
  readonly #step: number;
  readonly #most: number;
  #nodes = 0;
  #known: number;
  #best: Int32Array | null = null;

  constructor(ask: Ask, bound: Bound, known: number, most: number) {
    this.#ask = ask;
    this.#bound = bound;
    this.#known = known;
    this.#most = most;
    this.#twin = twinsOf(ask);
    this.#startOf = new Int32Array(ask.wanted.length).fill(LEFT_OUT);
    this.#placed = new Uint8Array(ask.wanted.length);
    const grain = grainOf(ask);
    this.#step = grain === 0 ? 1e-6 : grain - 1e-6;
  }

  run(): Tried {
    const { wanted } = this.#ask;
    const open = wanted.map(({ shape, starts, costs }): Open => {
      const price = this.#bound.price[shape] as Float64Array;
      const rows = [...starts].map((start, at) => ({
        start,
        cost: (costs[at] as number) + (price[start] as number),
      }));
      const sorted = rows.sort((a, b) => a.cost - b.cost || a.start - b.start);
      return { starts: sorted.map(({ start }) => start), costs: sorted.map(({ cost }) => cost) };
    });
    this.#go(this.#worthTrying(open), -this.#bound.worth);
    const better = this.#best && { startOf: this.#best, cost: this.#known };
    return { better, complete: this.#nodes <= this.#most };
  }

  /** Leaves out every start that is too dear even when everybody else has their cheapest. */
  #worthTrying(open: readonly Open[]): Open[] {
    const cheapest = open.map(({ costs }, index) =>
      Math.min(this.#ask.wanted[index]?.none as number, costs[0] ?? Number.POSITIVE_INFINITY),
    );
    const spare = this.#known - this.#step - cheapest.reduce((sum, cost) => sum + cost, -this.#bound.worth);
    return open.map(({ starts, costs }, index) => {
      const upTo = (cheapest[index] as number) + spare;
      const count = costs.findIndex((cost) => cost > upTo);
      const kept =
        count < 0 ? { starts, costs } : { starts: starts.slice(0, count), costs: costs.slice(0, count) };
      return this.#narrowed(kept, index, ANYWHERE);
    });
  }

  /** What of these starts still fits, and is not before a twin's; only in this half-day something changed, or anywhere. */
  #narrowed({ starts, costs }: Open, index: number, changed: number): Open {
    const { line, shapes, wanted, halfDayAt } = this.#ask;
    const needs = shapes[wanted[index]?.shape as number] as Int32Array;
    const twin = this.#twin[index] as number;
    const from = twin >= 0 && this.#placed[twin] ? (this.#startOf[twin] as number) : 0;
    const kept: { starts: number[]; costs: number[] } = { starts: [], costs: [] };
    // A twin that is left out leaves out who comes behind it.
    if (from === LEFT_OUT) return kept;
    for (let at = 0; at < starts.length; at++) {
      const start = starts[at] as number;
      if (start < from) continue;
      if ((changed === ANYWHERE || halfDayAt[start] === changed) && !fits(line, needs, start)) continue;
      kept.starts.push(start);
      kept.costs.push(costs[at] as number);
    }
    return kept;
  }

  /** `spent` is what everybody placed costs with prices, less what everything there is is worth. */
  #go(open: readonly Open[], spent: number): void {
    if (++this.#nodes > this.#most) return;
    const [next, least] = this.#next(open, spent);
    if (least > this.#known - this.#step) return;
    if (next < 0) {
      this.#arrive();
      return;
    }
    const { shape, none } = this.#ask.wanted[next] as Ask['wanted'][number];
    const { starts, costs } = open[next] as Open;
    const own = Math.min(none, costs[0] ?? none);
    this.#placed[next] = 1;
    for (const [at, start] of starts.entries()) {
      const cost = costs[at] as number;
      if (least - own + cost > this.#known - this.#step) break;
      this.#startOf[next] = start;
      take(this.#ask.line, this.#ask.shapes[shape] as Int32Array, start, 1);
      this.#go(this.#after(open, next, start), spent + cost);
      take(this.#ask.line, this.#ask.shapes[shape] as Int32Array, start, -1);
    }
    this.#startOf[next] = LEFT_OUT;
    if (none !== Number.POSITIVE_INFINITY && least - own + none <= this.#known - this.#step)
      this.#go(this.#after(open, next, LEFT_OUT), spent + none);
    this.#placed[next] = 0;
  }

  /** Who has least to choose from, and the least that all of this can still cost. */
  #next(open: readonly Open[], spent: number): [number, number] {
    let [next, fewest, least] = [-1, Number.POSITIVE_INFINITY, spent];
    for (const [index, { starts, costs }] of open.entries()) {
      if (this.#placed[index]) continue;
      const { none } = this.#ask.wanted[index] as Ask['wanted'][number];
      least += Math.min(none, costs[0] ?? none);
      const twin = this.#twin[index] as number;
      if (twin >= 0 && !this.#placed[twin]) continue;
      if (starts.length < fewest) [next, fewest] = [index, starts.length];
    }
    return [next, least];
  }

  #after(open: readonly Open[], index: number, start: number): Open[] {
    const { halfDayAt } = this.#ask;
    const halfDay = start === LEFT_OUT ? NOWHERE : (halfDayAt[start] as number);
    return open.map((each, other) => {
      if (this.#placed[other]) return each;
      const touched = each.starts.some((at) => halfDayAt[at] === halfDay);
      return touched || this.#twin[other] === index ? this.#narrowed(each, other, halfDay) : each;
    });
  }

  #arrive(): void {
    const { wanted, halfDayAt, sits } = this.#ask;
    const byHalfDay = new Map<number, number[]>();
    let cost = 0;
    for (const [index, { starts, costs, none }] of wanted.entries()) {
      const start = this.#startOf[index] as number;
      cost += start === LEFT_OUT ? none : (costs[starts.indexOf(start)] as number);
      if (start === LEFT_OUT) continue;
      const halfDay = halfDayAt[start] as number;
      const who = byHalfDay.get(halfDay);
      if (who) who.push(index);
      else byHalfDay.set(halfDay, [index]);
    }
    if (cost > this.#known - this.#step) return;
    for (const [halfDay, who] of byHalfDay) if (!sits(halfDay, who, this.#startOf)) return;
    this.#known = cost;
    this.#best = this.#startOf.slice();
  }
}

/**
 * Tries everything that the bound does not rule out, at most so many positions. It finds something better than `known`,
 * or proves that there is nothing better.
 */
export const tryAll = (ask: Ask, bound: Bound, known: number, most: number): Tried =>
  new Trying(ask, bound, known, most).run();
