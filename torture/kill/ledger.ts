import type { Told } from '#torture/house/judge.ts';
import type { Handed } from './handed.ts';
import { nothingAhead, type OutlookTold } from './outlook-told.ts';

/** A bed that was shut, or one of the ward without saying which, as far as its ward was told. */
export interface Shut {
  readonly id: string;
  ended: boolean;
}

/** What clients were told, and how long they were without an answer after each kill. */
export interface Ledger {
  /** As the judge reads it. */
  readonly told: { -readonly [K in keyof Told]: string[] };
  /** Every handover, as far as clients were told. */
  readonly handed: Handed[];
  /** Who was moved, and to which bed. */
  readonly moved: { readonly requestId: string; readonly placeId: string }[];
  /** Beds that were shut. */
  readonly shut: Shut[];
  /** For how many there is staff, as it was said last, by unit, day and half-day. */
  readonly staffed: Map<string, number>;
  /** What was kept, set, noted and made in the room that looks ahead. */
  readonly outlook: OutlookTold;
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
    ...{ handed: [], moved: [], shut: [], staffed: new Map() },
    outlook: nothingAhead(),
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
