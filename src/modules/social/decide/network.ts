import type { Refusal } from '#kernel/refusal.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import type { Conversation } from '#modules/social/types-conversation.ts';
import {
  type Around,
  type AroundStanding,
  MOST_PEOPLE,
  type NetworkCode,
} from '#modules/social/types-network.ts';

type Decided = Result<'write' | 'keep', Refusal<NetworkCode | 'conversation-over' | 'version-stale'>>;
type Goes = Pick<Conversation, 'finishedAt'>;

const saidOf = ({ name, bond, near, does, carer }: Around): string =>
  JSON.stringify([
    ...[name, bond, near, does],
    carer === null ? null : [carer.load, carer.words, carer.question],
  ]);

/**
 * What is done with what somebody wrote of one person of the network: `write`, or `keep` what stands and says the same, because
 * the answer to it was lost. Who did not see what stands writes nothing over it.
 */
export const decideAround = (
  of: Goes,
  network: readonly AroundStanding[],
  wrote: { readonly id: string; readonly said: Around; readonly seen: number },
): Decided => {
  if (of.finishedAt !== null) return refuse({ code: 'conversation-over' });
  const stands = network.find(({ id }) => id === wrote.id);
  if (stands !== undefined && saidOf(stands) === saidOf(wrote.said)) return ok('keep');
  if ((stands?.version ?? 0) !== wrote.seen) return refuse({ code: 'version-stale' });
  return stands === undefined && network.length >= MOST_PEOPLE
    ? refuse({ code: 'network-full', params: { most: MOST_PEOPLE } })
    : ok('write');
};
