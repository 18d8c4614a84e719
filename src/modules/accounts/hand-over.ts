import type { z } from 'zod';
import { type AccountsParts, done, type Outcome } from './acting.ts';
import type { Invited } from './contract.ts';
import { linkLetter } from './letters.ts';
import type { Made } from './service-invite.ts';

/**
 * Brings a link to whom it is for. With a mail server it goes to their own address and nobody else sees it; without one,
 * or when the mail is not taken, who asked sees it this once.
 */
export const handOver = async (
  { sendNow }: Pick<AccountsParts, 'sendNow'>,
  outcome: Outcome<Made>,
): Promise<Outcome<z.infer<typeof Invited>>> => {
  if (outcome.kind === 'refused') return outcome;
  const { invitation, link, reason } = outcome.answer;
  const { email: to, organisation } = invitation;
  const mailed = sendNow !== null && (await sendNow(linkLetter(reason, { to, organisation, link })));
  return done({ invitation, mailed, link: mailed ? null : link });
};
