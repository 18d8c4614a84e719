import type { Tx } from '#platform/db/database.ts';
import { rows } from '#platform/db/sql.ts';
import { stamp } from '#platform/db/types.ts';
import type { AroundStanding, Carer } from './types-network.ts';

/** What a carer says of their own load, in the place of what stood there; without it they are a carer no more. */
const putCarer = async (tx: Tx, id: string, carer: Carer | null): Promise<void> => {
  await rows(tx, 'delete from social_carer where network_id = $1', [id]);
  if (carer === null) return;
  await rows(tx, 'insert into social_carer (network_id, load, words, question) values ($1, $2, $3, $4)', [
    ...[id, carer.load, carer.words, carer.question],
  ]);
};

/** Keeps what was said of somebody of the network, in a conversation under lock. */
export const putAround = async (tx: Tx, of: AroundStanding): Promise<void> => {
  const values = [
    ...[of.id, of.conversationId, of.name, of.bond, of.near, of.does, of.version],
    ...[stamp(of.changedAt), of.changedOrg],
  ];
  const changed = await rows(
    tx,
    `update social_network set name = $3, bond = $4, near = $5, does = $6, version = $7, changed_at = $8, changed_org = $9
     where id = $1 and conversation_id = $2 returning 1`,
    values,
  );
  if (changed.length === 0)
    await rows(
      tx,
      `insert into social_network (id, conversation_id, name, bond, near, does, version, changed_at, changed_org)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      values,
    );
  await putCarer(tx, of.id, of.carer);
};
