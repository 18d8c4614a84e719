import type { PartBody, PartView } from '#modules/social/contract.ts';
import type { TalkPart } from '#modules/social/types.ts';
import { Problem } from '#web/api/problem.ts';

/** How a part stands: kept, typed, on its way, waiting for the line, refused, or beside what somebody else wrote. */
type Keeping = 'kept' | 'typing' | 'keeping' | 'waiting' | 'refused' | 'apart';

/** What the screen holds of one part. */
export interface HeldPart {
  readonly said: PartBody;
  /** The version that was seen of what stands. */
  readonly version: number;
  readonly keeping: Keeping;
  readonly problem: Problem | null;
  /** What somebody else wrote meanwhile. */
  readonly theirs: PartView | null;
}

/** What the screen holds, part by part. */
export type Held = ReadonlyMap<TalkPart, HeldPart>;

/** How a part is kept and read: over HTTP, or in a test. */
export interface Shelf {
  /** Answers the new version. */
  readonly put: (part: TalkPart, said: PartBody, seen: number) => Promise<number>;
  readonly get: (part: TalkPart) => Promise<PartView | null>;
}

/** So long after the last letter it is kept. */
const PAUSE = 700;
/** So long after the line was gone it is tried again. */
const AGAIN = 3_000;

const saidOf = ({ mark, words, talk }: PartBody): PartBody => ({ mark, words, talk });
const same = (one: PartBody, other: PartBody): boolean =>
  one.mark === other.mark && one.words.trim() === other.words.trim() && one.talk === other.talk;
const asRead = (part: PartView): HeldPart => ({
  ...{ said: saidOf(part), version: part.version, keeping: 'kept', problem: null, theirs: null },
});

/** What is held before anything is typed. */
export const begunWith = (parts: readonly PartView[]): Held =>
  new Map(parts.map((each) => [each.part, asRead(each)]));

/** What is held, told to `show` at every change, and what is done with a part a while later. */
const openPage = (begin: readonly PartView[], show: (held: Held) => void) => {
  let held = begunWith(begin);
  const timers = new Map<TalkPart, ReturnType<typeof setTimeout>>();
  return {
    parts: () => [...held.keys()],
    of: (part: TalkPart): HeldPart | undefined => held.get(part),
    tell: (part: TalkPart, change: Partial<HeldPart>): void => {
      const before = held.get(part);
      if (before === undefined) return;
      held = new Map(held).set(part, { ...before, ...change });
      show(held);
    },
    later: (part: TalkPart, after: number, act: () => unknown): void => {
      clearTimeout(timers.get(part));
      timers.set(part, setTimeout(act, after));
    },
    now: (part: TalkPart): void => clearTimeout(timers.get(part)),
  };
};

/**
 * Keeps what is said by itself, a moment after each pause and part by part. Without a line it stays on the page and goes as soon
 * as it can; what somebody else wrote meanwhile is laid beside it. `show` hears every change.
 */
export const makeKeeper = (shelf: Shelf, begin: readonly PartView[], show: (held: Held) => void) => {
  const page = openPage(begin, show);
  const { tell } = page;
  const running = new Map<TalkPart, Promise<void>>();

  const meet = async (part: TalkPart, mine: PartBody): Promise<void> => {
    const theirs = await shelf.get(part);
    const version = theirs?.version ?? 0;
    if (theirs !== null && !same(theirs, mine)) tell(part, { keeping: 'apart', theirs, version });
    else tell(part, { keeping: 'kept', version });
  };

  const failed = async (part: TalkPart, mine: PartBody, fault: unknown): Promise<void> => {
    if (!(fault instanceof Problem)) throw fault;
    if (fault.code === 'version-stale') return meet(part, mine).catch((again) => failed(part, mine, again));
    const lost = fault.status === 0 || fault.status >= 500;
    tell(part, { keeping: lost ? 'waiting' : 'refused', problem: fault });
    if (lost) soon(part, AGAIN);
  };

  const attempt = async (part: TalkPart): Promise<void> => {
    const now = page.of(part);
    if (now === undefined || now.keeping === 'kept' || now.keeping === 'apart') return;
    const { said } = now;
    tell(part, { keeping: 'keeping', problem: null });
    try {
      const version = await shelf.put(part, said, now.version);
      const typedOn = page.of(part)?.said !== said;
      tell(part, { version, keeping: typedOn ? 'typing' : 'kept' });
      if (typedOn) soon(part, PAUSE);
    } catch (fault) {
      await failed(part, said, fault);
    }
  };

  /** One after the other: the version goes up with each. */
  const keepPart = (part: TalkPart): Promise<void> => {
    page.now(part);
    const next = (running.get(part) ?? Promise.resolve()).then(() => attempt(part));
    running.set(part, next);
    return next;
  };
  const soon = (part: TalkPart, after: number): void => page.later(part, after, () => void keepPart(part));

  return {
    /** Keeps everything, now; answers whether all of it is kept. */
    keep: async (): Promise<boolean> => {
      await Promise.all(page.parts().map(keepPart));
      return page.parts().every((part) => page.of(part)?.keeping === 'kept');
    },
    write: (part: TalkPart, change: Partial<PartBody>): void => {
      const now = page.of(part);
      if (now === undefined) return;
      const apart = now.keeping === 'apart';
      tell(part, { said: { ...now.said, ...change }, keeping: apart ? 'apart' : 'typing' });
      if (!apart) soon(part, PAUSE);
    },
    /** Both were read: one's own stays, or what stands. */
    settle: (part: TalkPart, whose: 'mine' | 'theirs'): void => {
      const theirs = page.of(part)?.theirs ?? null;
      if (theirs !== null && whose === 'theirs') tell(part, asRead(theirs));
      else tell(part, { keeping: 'typing', theirs: null });
      soon(part, 0);
    },
    /** It was read again: where nothing is typed here, this is how it stands. */
    adopt: (parts: readonly PartView[]): void => {
      for (const each of parts) {
        const now = page.of(each.part);
        if (now?.keeping === 'kept' && each.version > now.version) tell(each.part, asRead(each));
      }
    },
  };
};
