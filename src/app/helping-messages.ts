import { helperLetter, helperText, waitsByLink } from '#modules/social/index.ts';
import type { Clock } from '#platform/clock.ts';
import { byHouse } from '#platform/db/by-house.ts';
import type { Database, Tx } from '#platform/db/database.ts';
import type { WrittenEntry } from '#platform/diary/diary.ts';
import type { Compose } from '#platform/outbox/mail.ts';
import type { ComposeShort } from '#platform/outbox/short-message.ts';
import type { Delivery, Message } from '#platform/outbox/store.ts';

const EVENT = 'helper-waits';

/** Is this a message to somebody who helps without an account? */
export const isToHelping = ({ event }: Delivery): boolean => event === EVENT;

/** Referrals to organisations without accounts become a letter, or a message to a telephone, that something waits. */
export const helperMessages = async (
  tx: Tx,
  lines: readonly WrittenEntry[],
  known: { readonly desk: string; readonly mail: boolean; readonly messages: boolean },
): Promise<Message[]> => {
  const messages: Message[] = [];
  for (const line of lines) {
    const waiting = await waitsByLink(tx, line, known);
    if (waiting === null) continue;
    messages.push({
      ...{ kind: waiting.way, organisationId: known.desk, receiverId: waiting.organisationId },
      ...{ dedupId: `${EVENT}.${line.id}`, event: EVENT, body: { referralId: waiting.referralId } },
    });
  }
  return messages;
};

/** What writing to helpers needs. */
export interface HelperMessageParts {
  readonly database: Database;
  readonly clock: Clock;
  readonly key: Buffer;
  readonly publicUrl: string;
  readonly practice: boolean;
}

const writing =
  <T>(
    { database, clock, ...parts }: HelperMessageParts,
    write: (...asked: Parameters<typeof helperLetter>) => Promise<T | 'no-address' | 'overtaken'>,
  ) =>
  ({ receiverId: organisationId, body }: Delivery): Promise<T | 'no-address' | 'overtaken'> =>
    database.transaction(byHouse('messenger', organisationId), (tx) =>
      write(tx, {
        ...parts,
        ...{ referralId: String(body['referralId']), organisationId, now: clock.now() },
      }),
    );

/** How letters to helpers are written, at the moment they go out: each with a new link. */
export const composeHelping = (parts: HelperMessageParts): Compose => writing(parts, helperLetter);

/** The same for telephones. */
export const composeHelperTexts = (parts: HelperMessageParts): ComposeShort => writing(parts, helperText);
