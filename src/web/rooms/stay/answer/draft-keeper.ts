import type { AnswerBoxes } from '#modules/stay/contract.ts';
import { Problem } from '#web/api/problem.ts';
import { sameBoxes } from './boxes.ts';

/** How the draft stands: kept, being kept, not kept (why), or somebody else wrote meanwhile. */
export type DraftState =
  | { readonly state: 'kept' | 'typing' | 'keeping' }
  | { readonly state: 'failed'; readonly problem: Problem }
  | { readonly state: 'apart'; readonly theirs: AnswerBoxes; readonly by: string | null };

/** What the server has of the draft, as we know it; version 0 begins a letter. */
export interface Known {
  readonly boxes: AnswerBoxes;
  readonly version: number;
}

/** The draft on the screen: what is typed, and how that stands. */
export interface OnScreen {
  readonly boxes: AnswerBoxes;
  readonly draft: DraftState;
}

/** How the draft is kept and read: over HTTP, or in a test. */
export interface Shelf {
  /** Answers the new version. */
  readonly put: (known: Known) => Promise<number>;
  readonly get: () => Promise<Known & { readonly by: string | null }>;
}

/** So long after the last letter it is kept. */
const PAUSE = 900;

/**
 * Keeps a draft by itself, a moment after each pause. What somebody else wrote meanwhile is laid beside it: of neither text a
 * word is lost. `show` hears every change.
 */
export const makeKeeper = (shelf: Shelf, begin: Known, show: (on: OnScreen) => void) => {
  let known = begin;
  let on: OnScreen = { boxes: begin.boxes, draft: { state: 'kept' } };
  let timer: ReturnType<typeof setTimeout> | undefined;
  let line: Promise<boolean> = Promise.resolve(true);
  let running = 0;
  const tell = (change: Partial<OnScreen>): void => {
    on = { ...on, ...change };
    show(on);
  };
  const dirty = (): boolean => !sameBoxes(on.boxes, known.boxes);

  const meet = async (): Promise<void> => {
    const { by, ...theirs } = await shelf.get();
    known = theirs;
    tell({ draft: dirty() ? { state: 'apart', theirs: theirs.boxes, by } : { state: 'kept' } });
  };

  const attempt = async (): Promise<boolean> => {
    const { boxes } = on;
    tell({ draft: { state: 'keeping' } });
    try {
      known = { boxes, version: await shelf.put({ boxes, version: known.version }) };
      tell({ draft: { state: dirty() ? 'typing' : 'kept' } });
      return true;
    } catch (fault) {
      if (!(fault instanceof Problem)) throw fault;
      if (fault.code === 'version-stale') await meet();
      else tell({ draft: { state: 'failed', problem: fault } });
      return false;
    }
  };

  const step = async (): Promise<boolean> => {
    if (on.draft.state === 'apart') return false;
    if (!dirty()) return true;
    return (await attempt()) && step();
  };

  /** Keeps what is typed, now; answers whether all of it is kept. One after the other: the version goes up with each. */
  const keep = (): Promise<boolean> => {
    clearTimeout(timer);
    running += 1;
    line = line.then(step, step).finally(() => {
      running -= 1;
    });
    return line;
  };

  return {
    keep,
    version: (): number => known.version,
    write: (part: Partial<AnswerBoxes>): void => {
      const boxes = { ...on.boxes, ...part };
      // Both texts lie open: first it is chosen what stays.
      const apart = on.draft.state === 'apart';
      tell(apart ? { boxes } : { boxes, draft: { state: 'typing' } });
      if (apart) return;
      clearTimeout(timer);
      timer = setTimeout(() => void keep(), PAUSE);
    },
    /** Both texts were looked at; this is what stays. */
    settle: (boxes: AnswerBoxes): void => {
      tell({ boxes, draft: { state: 'kept' } });
      void keep();
    },
    /** A colleague wrote while nothing was typed here: their text is the text. */
    adopt: (theirs: Known): void => {
      if (theirs.version <= known.version || dirty() || running > 0) return;
      known = theirs;
      tell({ boxes: theirs.boxes });
    },
  };
};
