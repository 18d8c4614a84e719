import type { ApiHouse } from '#app/api-house.fixture.ts';
import { newId } from '#platform/db/ids.ts';
import type { Ids } from './stay-world.fixture.ts';

/** A conversation that the practice holds with somebody it sent, with one part filled. */
export const conversationThings = async ({ owner, small }: ApiHouse, person: string): Promise<Ids> => {
  const conversation = newId();
  await owner.query(
    `insert into social_conversation (id, person_id, prompts, made_org, began_at) values ($1, $2, 1, $3, now())`,
    [conversation, person, small.gp.organisationId],
  );
  await owner.query(
    `insert into social_conversation_part (conversation_id, part, mark, words, version, changed_at)
     values ($1, 'daily', 3, 'Vinkenslag', 1, now())`,
    [conversation],
  );
  return { conversation };
};
