import type { Instant } from '#kernel/interval.ts';

/** Something that happens at its moment. */
type Happening = (at: Instant) => Promise<void>;

interface Line {
  readonly at: Instant;
  readonly turn: number;
  readonly happen: Happening;
}

/** What is still to happen, always in the order of time; at the same moment in the order of writing down. */
export interface Agenda {
  add(at: Instant, happen: Happening): void;
  /** Lets everything happen up to this moment; what is added meanwhile takes part. */
  runUntil(end: Instant): Promise<void>;
}

const before = (a: Line, b: Line): boolean => a.at < b.at || (a.at === b.at && a.turn < b.turn);

/** Opens an empty agenda (a binary heap). What is added for a moment that passed happens at the moment that is reached. */
export const openAgenda = (): Agenda => {
  const heap: Line[] = [];
  let turn = 0;
  let reached = Number.NEGATIVE_INFINITY;

  const swap = (i: number, j: number): void => {
    const [a, b] = [heap[i], heap[j]];
    if (a === undefined || b === undefined) return;
    heap[i] = b;
    heap[j] = a;
  };
  const isBefore = (i: number, j: number): boolean => {
    const [a, b] = [heap[i], heap[j]];
    return a !== undefined && b !== undefined && before(a, b);
  };
  const rise = (start: number): void => {
    for (let i = start; i > 0; ) {
      const parent = (i - 1) >> 1;
      if (!isBefore(i, parent)) return;
      swap(i, parent);
      i = parent;
    }
  };
  const sink = (): void => {
    for (let i = 0; ; ) {
      const [left, right] = [2 * i + 1, 2 * i + 2];
      const least = isBefore(right, left) ? right : left;
      if (!isBefore(least, i)) return;
      swap(i, least);
      i = least;
    }
  };
  const take = (): Line | undefined => {
    const first = heap[0];
    const last = heap.pop();
    if (first === undefined || last === undefined || heap.length === 0) return first;
    heap[0] = last;
    sink();
    return first;
  };
  return {
    add(at, happen) {
      heap.push({ at: Math.round(Math.max(at, reached)), turn: turn++, happen });
      rise(heap.length - 1);
    },
    async runUntil(end) {
      while (heap[0] !== undefined && heap[0].at <= end) {
        const line = take();
        if (line === undefined) return;
        reached = line.at;
        await line.happen(line.at);
      }
      reached = Math.max(reached, end);
    },
  };
};
