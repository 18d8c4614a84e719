import type { HandoverView } from '#modules/stay/contract.ts';
import type { HandoverSection, WrittenSection } from '#modules/stay/types.ts';
import { Problem } from '#web/api/problem.ts';
import { afterKeeping, apart, rebased, type Typed, typing, withoutCodes } from './draft.ts';

/** How what is typed stands: kept, on its way, not kept, or beside what somebody else wrote. */
export type Keeping = 'kept' | 'typing' | 'keeping' | 'failed' | 'apart';

/** What the screen holds of a handover that is being written. */
export interface Held {
  readonly view: HandoverView;
  readonly typed: Typed;
  readonly keeping: Keeping;
  readonly problem: Problem | null;
  /** Sections in which somebody else wrote something else. */
  readonly apart: readonly HandoverSection[];
}

/** How a handover is kept and read: over HTTP, or in a test. */
export interface Shelf {
  readonly put: (view: HandoverView, typed: Typed) => Promise<HandoverView>;
  readonly get: (view: HandoverView) => Promise<HandoverView | null>;
}

/** So long after the last letter it is kept. */
const PAUSE = 900;
/** Somebody else may write other sections in between; then ours goes along with theirs. */
const TRIES = 4;

/** What is held before anything is typed. */
export const begunWith = (view: HandoverView): Held => ({
  view,
  typed: {},
  keeping: 'kept',
  problem: null,
  apart: [],
});

/**
 * Keeps what is typed by itself, a moment after each pause. What somebody else wrote meanwhile is laid beside it: of neither
 * text a word is lost. `show` hears every change.
 */
export const makeKeeper = (shelf: Shelf, begin: HandoverView, show: (held: Held) => void) => {
  let held = begunWith(begin);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: Promise<void> | null = null;
  const tell = (change: Partial<Held>): void => {
    held = { ...held, ...change };
    show(held);
  };
  const isKept = (): boolean => Object.keys(held.typed).length === 0;
  const settled = (): Keeping => (isKept() ? 'kept' : 'typing');

  const meet = (theirs: HandoverView): void => {
    const codes = apart(held.typed, theirs);
    tell({ view: theirs, apart: codes, keeping: codes.length > 0 ? 'apart' : settled() });
  };

  const attempt = async (): Promise<void> => {
    const { view, typed } = held;
    tell({ keeping: 'keeping', problem: null });
    try {
      const kept = await shelf.put(view, typed);
      tell({ view: kept, typed: afterKeeping(held.typed, typed) });
      tell({ keeping: settled() });
    } catch (fault) {
      if (!(fault instanceof Problem)) throw fault;
      const theirs = fault.code === 'version-stale' ? await shelf.get(view) : null;
      if (theirs === null) tell({ keeping: 'failed', problem: fault });
      else meet(theirs);
    }
  };

  /** Keeps what is typed, now; answers the handover as it is kept, or null when it is not. One at a time. */
  const keep = async (): Promise<HandoverView | null> => {
    clearTimeout(timer);
    if (running !== null) await running;
    for (let turn = 0; turn < TRIES && !isKept() && held.keeping !== 'apart'; turn++) {
      running = attempt();
      await running;
      running = null;
      if (held.keeping === 'failed') return null;
    }
    return isKept() ? held.view : null;
  };

  const soon = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void keep(), PAUSE);
  };

  return {
    keep,
    write: (code: HandoverSection, mine: WrittenSection): void => {
      const typed = typing(held.typed, held.view, code, mine);
      tell({ typed, keeping: held.keeping === 'apart' ? 'apart' : 'typing' });
      soon();
    },
    /** Both texts were read: one's own stays, or theirs. */
    settle: (whose: 'mine' | 'theirs'): void => {
      const { typed, view, apart: codes } = held;
      const left = whose === 'mine' ? rebased(typed, view) : withoutCodes(typed, codes);
      tell({ typed: left, apart: [] });
      tell({ keeping: settled() });
      void keep();
    },
    /** It was read again, sent, taken back or given a file: this is how it stands. */
    adopt: (view: HandoverView): void => {
      if (view.version > held.view.version && running === null) meet(view);
      else if (view.version === held.view.version) tell({ view });
    },
  };
};
