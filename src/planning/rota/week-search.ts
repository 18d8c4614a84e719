import type { Chance } from '#kernel/seeded.ts';
import { fits, NEED, take } from './order-line.ts';
import { type Answer, type Ask, LEFT_OUT, type Wanted } from './week-ask.ts';

/** What it counts for in a search to leave out who must be placed. */
const MUST = 1e9;
const MOST_LOOSENED = 6;
/** How often a start that fits is passed by, so that not everybody always starts as early as can be. */
const PASSED_BY = 0.08;
/** How much worse a step may be, on average, as a share of the grain of the costs. */
const WARMTH = 0.3;

/** Where somebody was before a step, to go back to. */
type Before = Map<number, { readonly start: number; readonly cost: number }>;

/** A plan under hands: loosens a few and puts them back better, as often as it is asked to. */
export class Search {
  readonly #ask: Ask;
  readonly #chance: Chance;
  readonly #startOf: Int32Array;
  readonly #costOf: Float64Array;
  readonly #none: Float64Array;
  readonly #in: number[][];
  readonly #warmth: number;
  #cost: number;
  #best: Answer | null = null;

  constructor(ask: Ask, chance: Chance, grain: number) {
    this.#ask = { ...ask, line: { ...ask.line, left: ask.line.left.slice() } };
    this.#chance = chance;
    this.#warmth = WARMTH * Math.max(grain, 1);
    this.#startOf = new Int32Array(ask.wanted.length).fill(LEFT_OUT);
    this.#none = Float64Array.from(ask.wanted, ({ none }) => Math.min(none, MUST));
    this.#costOf = this.#none.slice();
    this.#in = Array.from({ length: (ask.halfDayAt.at(-1) ?? 0) + 1 }, () => []);
    this.#cost = this.#none.reduce((so, none) => so + none, 0);
    const before: Before = new Map();
    // Who has least to choose from for what they take goes first.
    const choice = ask.wanted.map((each) => each.starts.length / (1 + this.#work(each)));
    const order = [...ask.wanted.keys()].sort(
      (a, b) => (choice[a] as number) - (choice[b] as number) || a - b,
    );
    for (const index of order) this.#putBack(index, before);
    if (this.#sits(before)) this.#keep();
    else this.#undo(before);
  }

  /** The best so far; null when nothing yet places everybody who must be placed. */
  get best(): Answer | null {
    return this.#best !== null && this.#best.cost < MUST ? this.#best : null;
  }

  /** Tries so many times to do better, or until it costs no more than `enough`. */
  step(times: number, enough: number): void {
    for (let time = 0; time < times && (this.#best?.cost ?? MUST) > enough; time++) this.#once();
  }

  #wanted(index: number): Wanted {
    return this.#ask.wanted[index] as Wanted;
  }

  #needs(index: number): Int32Array {
    return this.#ask.shapes[this.#wanted(index).shape] as Int32Array;
  }

  #work({ shape }: Wanted): number {
    const needs = this.#ask.shapes[shape] as Int32Array;
    let work = 0;
    for (let at = 0; at < needs.length; at += NEED)
      work += (needs[at + 3] as number) * ((needs[at + 2] as number) - (needs[at + 1] as number));
    return work;
  }

  #keep(): void {
    if (this.#best === null || this.#cost < this.#best.cost)
      this.#best = { startOf: this.#startOf.slice(), cost: this.#cost };
  }

  #once(): void {
    const before: Before = new Map();
    const costBefore = this.#cost;
    const target = this.#target();
    const loose = this.#chance() < 0.5 ? this.#force(target, before) : this.#loosenAround(target, before);
    this.#shuffle(loose);
    for (const index of loose) this.#putBack(index, before);
    const slack = -Math.log(1 - this.#chance()) * this.#warmth;
    if (this.#cost <= costBefore + slack && this.#sits(before)) this.#keep();
    else this.#undo(before);
  }

  /** Somebody who could be better off; after a few looks anybody. */
  #target(): number {
    const count = this.#startOf.length;
    let index = 0;
    for (let look = 0; look < 12; look++) {
      index = Math.floor(this.#chance() * count);
      if ((this.#costOf[index] as number) > (this.#wanted(index).costs[0] ?? Number.POSITIVE_INFINITY)) break;
    }
    return index;
  }

  /** Gives somebody a cheaper start than they have and loosens whoever is in the way. */
  #force(index: number, before: Before): number[] {
    const { starts, costs } = this.#wanted(index);
    let cheaper = 0;
    while (cheaper < costs.length && (costs[cheaper] as number) < (this.#costOf[index] as number))
      cheaper += 1;
    if (cheaper === 0) return this.#loosenAround(index, before);
    // Mostly the cheapest ones: squaring leans towards the front.
    const at = Math.floor(this.#chance() ** 2 * cheaper);
    const start = starts[at] as number;
    this.#loosen(index, before);
    const others = [...(this.#in[this.#ask.halfDayAt[start] as number] as number[])];
    this.#shuffle(others);
    const loose: number[] = [];
    while (!fits(this.#ask.line, this.#needs(index), start)) {
      const other = others.pop();
      if (other === undefined) {
        loose.push(index);
        return loose;
      }
      loose.push(other);
      this.#loosen(other, before);
    }
    this.#place(index, start, costs[at] as number);
    return loose;
  }

  /** Loosens somebody with a few of a half-day they could be in, or with a few of anywhere. */
  #loosenAround(index: number, before: Before): number[] {
    const { starts } = this.#wanted(index);
    const loose = [index];
    const toward = starts[Math.floor(this.#chance() ** 2 * starts.length)];
    const near =
      toward === undefined ? [] : [...(this.#in[this.#ask.halfDayAt[toward] as number] as number[])];
    const count = 1 + Math.floor(this.#chance() * MOST_LOOSENED);
    for (let more = 0; more < count; more++) {
      const from = this.#chance() < 0.7 ? near : this.#startOf;
      if (from.length === 0) continue;
      const at = Math.floor(this.#chance() * from.length);
      const other = from === near ? (near[at] as number) : at;
      if (!loose.includes(other)) loose.push(other);
    }
    for (const each of loose) this.#loosen(each, before);
    return loose;
  }

  #shuffle(row: number[]): void {
    for (let at = row.length - 1; at > 0; at--) {
      const other = Math.floor(this.#chance() * (at + 1));
      [row[at], row[other]] = [row[other] as number, row[at] as number];
    }
  }

  #note(index: number, before: Before): void {
    if (!before.has(index))
      before.set(index, { start: this.#startOf[index] as number, cost: this.#costOf[index] as number });
  }

  #loosen(index: number, before: Before): void {
    this.#note(index, before);
    this.#remove(index);
  }

  #remove(index: number): void {
    const start = this.#startOf[index] as number;
    if (start === LEFT_OUT) return;
    take(this.#ask.line, this.#needs(index), start, -1);
    const there = this.#in[this.#ask.halfDayAt[start] as number] as number[];
    there[there.indexOf(index)] = there.at(-1) as number;
    there.pop();
    this.#cost += (this.#none[index] as number) - (this.#costOf[index] as number);
    this.#costOf[index] = this.#none[index] as number;
    this.#startOf[index] = LEFT_OUT;
  }

  #place(index: number, start: number, cost: number): void {
    take(this.#ask.line, this.#needs(index), start, 1);
    (this.#in[this.#ask.halfDayAt[start] as number] as number[]).push(index);
    this.#cost += cost - (this.#costOf[index] as number);
    this.#costOf[index] = cost;
    this.#startOf[index] = start;
  }

  /** The cheapest start that fits, now and then the next. */
  #putBack(index: number, before: Before): void {
    this.#note(index, before);
    const { starts, costs } = this.#wanted(index);
    const [needs, none] = [this.#needs(index), this.#none[index] as number];
    for (const [at, start] of starts.entries()) {
      if ((costs[at] as number) >= none) return;
      if (!fits(this.#ask.line, needs, start) || this.#chance() < PASSED_BY) continue;
      this.#place(index, start, costs[at] as number);
      return;
    }
  }

  /** Whether everybody in the half-days that changed also has chairs and a nurse. */
  #sits(before: Before): boolean {
    const { halfDayAt, sits } = this.#ask;
    const changed = new Set<number>();
    for (const index of before.keys()) {
      const start = this.#startOf[index] as number;
      if (start !== LEFT_OUT) changed.add(halfDayAt[start] as number);
    }
    for (const halfDay of changed)
      if (!sits(halfDay, this.#in[halfDay] as number[], this.#startOf)) return false;
    return true;
  }

  #undo(before: Before): void {
    for (const index of before.keys()) this.#remove(index);
    for (const [index, { start, cost }] of before) if (start !== LEFT_OUT) this.#place(index, start, cost);
  }
}
