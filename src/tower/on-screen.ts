import { type Instant, MINUTE } from '#kernel/interval.ts';

/** A row that stays open, and is drawn anew when somebody else in it changes, is one look at each for this long. */
const ONE_LOOK = 15 * MINUTE;

/** Who stood on which screen a moment ago. */
export interface OnScreen {
  /**
   * Has `write` note who is new on this screen. They count as seen only once that went well, and the turns of one screen
   * wait for each other: nobody is shown before their line stands.
   */
  show(
    screen: string,
    ids: readonly string[],
    now: Instant,
    write: (fresh: readonly string[]) => Promise<void>,
  ): Promise<void>;
}

/** One screen: since when each counts as seen, the last turn, and how many turns have not come to an end. */
interface Screen {
  readonly seen: Map<string, Instant>;
  turn: Promise<unknown>;
  turns: number;
}

// A clock that was set back makes nobody unseen for longer.
const lately = (since: Instant, now: Instant): boolean => Math.abs(now - since) < ONE_LOOK;

const forgetOld = (screens: Map<string, Screen>, now: Instant): void => {
  for (const [name, { seen, turns }] of screens) {
    for (const [id, since] of seen) if (!lately(since, now)) seen.delete(id);
    if (seen.size === 0 && turns === 0) screens.delete(name);
  }
};

/** Opens the memory of what stands on screens; a server that starts anew knows of none, and writes a look too many. */
export const openOnScreen = (): OnScreen => {
  const screens = new Map<string, Screen>();
  return {
    show(name, ids, now, write) {
      forgetOld(screens, now);
      const screen = screens.get(name) ?? {
        seen: new Map<string, Instant>(),
        turn: Promise.resolve(),
        turns: 0,
      };
      screens.set(name, screen);
      screen.turns += 1;
      const turn = screen.turn.then(async () => {
        const fresh = ids.filter((id) => !screen.seen.has(id));
        if (fresh.length === 0) return;
        await write(fresh);
        for (const id of fresh) screen.seen.set(id, now);
      });
      screen.turn = turn
        .catch(() => undefined)
        .then(() => {
          screen.turns -= 1;
        });
      return turn;
    },
  };
};
