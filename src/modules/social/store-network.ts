import type { Tx } from '#platform/db/database.ts';
import { first, rows } from '#platform/db/sql.ts';
import type { AroundStanding } from './types-network.ts';

/** The network of a conversation, nearest first, as far as the reader may see it. */
export const networkOf = (tx: Tx, conversationId: string): Promise<AroundStanding[]> =>
  rows(
    tx,
    `select n.id, n.conversation_id as "conversationId", n.name, n.bond, n.near, n.does, n.version,
       n.changed_at as "changedAt", n.changed_org as "changedOrg",
       case when c.network_id is not null
         then jsonb_build_object('load', c.load, 'words', c.words, 'question', c.question) end as carer
     from social_network n left join social_carer c on c.network_id = n.id
     where n.conversation_id = $1 order by array_position(array['close', 'around', 'further'], n.near), n.name, n.id`,
    [conversationId],
  );

/** May whoever acts write in this conversation now? */
export const writesIn = async (tx: Tx, conversationId: string): Promise<boolean> =>
  (await first<{ may: boolean }>(tx, 'select social_writes($1) as may', [conversationId]))?.may === true;

/** May whoever acts see the network of this conversation? */
export const seesNetwork = async (tx: Tx, conversationId: string): Promise<boolean> =>
  (await first<{ may: boolean }>(tx, "select social_shown($1, 'network') as may", [conversationId]))?.may ===
  true;

/** Somebody of the network goes out of it, with what they said as a carer. */
export const takeOutRow = async (tx: Tx, { id, conversationId }: AroundStanding): Promise<void> => {
  await rows(tx, 'delete from social_network where id = $1 and conversation_id = $2', [id, conversationId]);
};
