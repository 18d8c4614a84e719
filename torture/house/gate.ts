import type { Caller } from './caller.ts';

/** A caller that can be held up between two questions, so that somebody can look while nothing is asked. */
export interface Gate {
  readonly caller: Pick<Caller, 'ask'>;
  /** Looks while nobody asks anything. */
  still<T>(look: () => Promise<T>): Promise<T>;
}

/** Opens a gate in front of a caller. */
export const openGate = (caller: Pick<Caller, 'ask'>): Gate => {
  let shut: PromiseWithResolvers<void> | null = null;
  let quiet: (() => void) | null = null;
  let asked = 0;
  return {
    caller: {
      async ask(ask) {
        while (shut !== null) await shut.promise;
        asked += 1;
        const reply = await caller.ask(ask);
        asked -= 1;
        if (asked === 0) quiet?.();
        return reply;
      },
    },
    async still(look) {
      const gate = Promise.withResolvers<void>();
      shut = gate;
      if (asked > 0)
        await new Promise<void>((resolve) => {
          quiet = resolve;
        });
      const seen = await look();
      shut = null;
      gate.resolve();
      return seen;
    },
  };
};
