import { setTimeout as wait } from 'node:timers/promises';
import type { SmallRegion } from '#demo/small.ts';
import type { Chance } from '#kernel/seeded.ts';
import type { Ask, Caller, Reply } from '#torture/house/caller.ts';
import type { Ledger } from './ledger.ts';
import type { LooksLedger } from './looks.ts';

/** What a placer works with. */
export interface Placing {
  readonly caller: Pick<Caller, 'ask'>;
  readonly small: SmallRegion;
  readonly tokens: {
    readonly asker: string;
    readonly manager: string;
    readonly wards: readonly [string, string];
  };
  readonly ledger: Ledger;
  /** What the log must say. */
  readonly looks: LooksLedger;
  readonly chance: Chance;
  /** Beds nobody asks for, that somebody may be moved to; who takes one brings it back. */
  readonly spares: readonly [string[], string[]];
  /** A bed of each house that nobody lies in: for its ward to shut. */
  readonly shuts: readonly [string, string];
  /** How many beds each house has. */
  readonly beds: number;
  /** No new chains from now on. */
  readonly isOver: () => boolean;
}

/** Who acts, and on what the log must say it was. */
export interface Looking {
  readonly actor: string;
  readonly object: string | ((body: Reply['body']) => string);
}

const isAnswer = (reply: Reply): boolean =>
  reply.status !== 0 && reply.status < 500 && reply.body['code'] !== 'still-running';

/** Sends a command under its key until it is answered, as a client with patience does; `inVain` times it was not. */
export const insist = async (
  placing: Pick<Placing, 'caller' | 'ledger' | 'chance'>,
  ask: Ask,
): Promise<Reply & { readonly inVain: number }> => {
  for (let inVain = 0; ; ) {
    const askedAt = performance.now();
    const reply = await placing.caller.ask(ask);
    if (isAnswer(reply)) {
      if (reply.status === 200 && ask.key !== undefined) placing.ledger.done(askedAt);
      return { ...reply, inVain };
    }
    // What is still running will be answered to who asked first.
    if (reply.body['code'] !== 'still-running') inVain += 1;
    await wait(100 + placing.chance() * 200);
  }
};

/** Must go through: the bed is reserved, the person is known. Another answer is noted as strange. */
export const must = async (placing: Placing, ask: Ask, looking: Looking): Promise<Reply | null> => {
  const reply = await insist(placing, ask);
  if (reply.status === 200) {
    const { actor, object } = looking;
    placing.looks.told(
      actor,
      'act',
      [typeof object === 'string' ? object : object(reply.body)],
      reply.inVain,
    );
    return reply;
  }
  placing.ledger.strange.push(`${ask.path.split('/').at(-1)} ${reply.status} ${reply.body['code']}`);
  return null;
};
