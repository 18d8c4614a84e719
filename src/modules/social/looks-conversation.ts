import type { AccessEvent, Look } from '#platform/access-log/types.ts';
import type { Tx } from '#platform/db/database.ts';
import type { ConversationList, PerhapsConversation } from './contract-conversation.ts';
import { conversationById, groundOf } from './store-conversation.ts';

/** The look at one conversation: on the yes of the person, or because they are treated here. */
export const lookAt = async (tx: Tx, event: AccessEvent, id: string): Promise<Look> => {
  const of = await conversationById(tx, id);
  const consentId = await groundOf(tx, id);
  return {
    ...{ event, objectType: 'conversation', objectId: id, personId: of?.personId ?? null },
    ...{ categories: event === 'list' ? ['name-and-contact'] : ['name-and-contact', 'conversation'] },
    ...(consentId === null ? {} : { ground: 'consent', consentId }),
  };
};

/** The look of an answer with a conversation in it; with none it shows nobody. */
export const shownConversation =
  (event: AccessEvent) =>
  async ({ conversation }: PerhapsConversation, { tx }: { readonly tx: Tx }): Promise<Look[]> =>
    conversation === null ? [] : [await lookAt(tx, event, conversation.id)];

/** One look for each person in the list. */
export const listedConversations = async (
  { conversations }: ConversationList,
  { tx }: { readonly tx: Tx },
): Promise<Look[]> => {
  const looks: Look[] = [];
  for (const { id } of conversations) looks.push(await lookAt(tx, 'list', id));
  return looks;
};
