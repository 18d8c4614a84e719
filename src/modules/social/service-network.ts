import { isoFromInstant } from '#kernel/calendar.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import type { Tx } from '#platform/db/database.ts';
import type { AroundBody, AroundView, NetworkView } from './contract-network.ts';
import { decideAround } from './decide/network.ts';
import { held, type Talking, tell } from './service-conversation.ts';
import { putAround } from './store-carer.ts';
import { networkOf, seesNetwork, takeOutRow, writesIn } from './store-network.ts';
import type { ConversationCode } from './types-conversation.ts';
import type { AroundStanding, NetworkCode } from './types-network.ts';

type Refused = Refusal<ConversationCode | NetworkCode | 'person-unknown' | 'version-stale'>;

const viewAround = ({
  id,
  name,
  bond,
  near,
  does,
  carer,
  version,
  changedAt,
}: AroundStanding): AroundView => ({
  ...{ id, name, bond, near, does, carer, version },
  changedAt: isoFromInstant(changedAt),
});

/** Who stands round the person in this conversation; for who may not see that part there is none. */
export const readNetwork = async (tx: Tx, id: string): Promise<Result<NetworkView, Refused>> =>
  (await seesNetwork(tx, id))
    ? ok({ people: (await networkOf(tx, id)).map(viewAround), writable: await writesIn(tx, id) })
    : refuse({ code: 'conversation-unknown' });

/** Keeps what was said of somebody; sent again after a lost answer it has no second effect. */
export const writeAround = async (
  tx: Tx,
  wrote: { readonly id: string; readonly around: string; readonly said: AroundBody; readonly seen: number },
  talking: Talking,
): Promise<Result<AroundView, Refused>> => {
  const found = await held(tx, wrote.id, talking);
  if (!found.ok) return found;
  const network = await networkOf(tx, wrote.id);
  const stands = network.find(({ id }) => id === wrote.around);
  const done = decideAround(found.value, network, { ...wrote, id: wrote.around });
  if (!done.ok) return done;
  if (done.value === 'keep' && stands !== undefined) return ok(viewAround(stands));
  const kept: AroundStanding = {
    ...{ ...wrote.said, id: wrote.around, conversationId: wrote.id, version: (stands?.version ?? 0) + 1 },
    ...{ changedAt: talking.now, changedOrg: talking.organisationId },
  };
  await putAround(tx, kept);
  await tell(tx, 'written', found.value, { talking });
  return ok(viewAround(kept));
};

/** Takes somebody out of the network; who is out already is no mistake. */
export const takeOut = async (
  tx: Tx,
  wrote: { readonly id: string; readonly around: string },
  talking: Talking,
): Promise<Result<NetworkView, Refused>> => {
  const found = await held(tx, wrote.id, talking);
  if (!found.ok) return found;
  if (found.value.finishedAt !== null) return refuse({ code: 'conversation-over' });
  const stands = (await networkOf(tx, wrote.id)).find(({ id }) => id === wrote.around);
  if (stands !== undefined) {
    await takeOutRow(tx, stands);
    await tell(tx, 'written', found.value, { talking });
  }
  return readNetwork(tx, wrote.id);
};
