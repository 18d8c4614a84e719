import type { Told } from '#torture/house/judge.ts';

/** What clients were told, and how long they were without an answer after each kill. */
export interface Ledger {
  /** As the judge reads it. */
  readonly told: { -readonly [K in keyof Told]: string[] };
  /** Answers that no client can do anything with, by code. */
  readonly strange: string[];
  /** Notes a kill: the next command that is asked and done ends the silence. */
  killed(): void;
  /** Notes that a command asked at this moment was done. */
  done(askedAt: number): void;
  /** Resolves when the house does its work again. */
  recovered(): Promise<void>;
  /** Milliseconds from each kill to the first command that was done after it. */
  readonly silences: readonly number[];
}

/** Opens an empty ledger. */
export const openLedger = (): Ledger => {
  const silences: number[] = [];
  let killedAt: number | null = null;
  let wake: (() => void) | null = null;
  return {
    told: { sent: [], accepted: [], arrived: [], left: [], refused: [] },
    strange: [],
    silences,
    killed() {
      killedAt = performance.now();
    },
    done(askedAt) {
      if (killedAt === null || askedAt < killedAt) return;
      silences.push(performance.now() - killedAt);
      killedAt = null;
      wake?.();
    },
    recovered: () =>
      killedAt === null
        ? Promise.resolve()
        : new Promise((resolve) => {
            wake = resolve;
          }),
  };
};
