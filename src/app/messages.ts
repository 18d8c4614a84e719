import { randomBytes, randomUUID } from 'node:crypto';
import { HOUR, type Instant } from '#kernel/interval.ts';
import { LINK_PURPOSE } from '#modules/capacity/index.ts';
import type { Door } from '#platform/http/route.ts';
import { type AddressRules, machineResolve, type Resolve } from '#platform/outbox/address.ts';
import { type Letter, type MailSettings, mailCarrier, sendLetter } from '#platform/outbox/mail.ts';
import { type Carrier, MESSENGER, startMessenger } from '#platform/outbox/messenger.ts';
import { outboxRoutes } from '#platform/outbox/routes.ts';
import { type Backlog, backlogOf } from '#platform/outbox/store.ts';
import { webhookCarrier } from '#platform/outbox/webhook.ts';
import { keyFor, openSecrets } from '#platform/secrets.ts';
import { signLink } from '#platform/signed-link.ts';
import { type Outbox, type OutboxParts, startOutbox } from './outbox.ts';
import { composeWith } from './outbox-compose.ts';

/** How this installation reaches the world. */
export interface MessageSettings {
  /** 32 bytes that lock secrets and sign links. */
  readonly key: Buffer;
  /** Null: no e-mail. */
  readonly mail: (MailSettings & { readonly publicUrl: string }) | null;
  readonly webhooks: Pick<AddressRules, 'ports' | 'loopback'>;
  readonly resolve?: Resolve;
}

/** A house without settings sends no mail, and what it locks away opens for this process only. */
export const noSettings = (): MessageSettings => ({
  key: randomBytes(32),
  mail: null,
  webhooks: { ports: [], loopback: false },
});

/** A link for one tap counts as long as a figure does by the agreement most regions start with. */
const LINK_FOR = 12 * HOUR;

const linkKeyOf = (settings: MessageSettings): Buffer => keyFor(settings.key, 'links');

/** The address at which a ward stands by its counts without signing in. */
const linkFor =
  (settings: MessageSettings, publicUrl: string) =>
  (unitId: string, now: Instant): string =>
    `${publicUrl}/k/${signLink(linkKeyOf(settings), { purpose: LINK_PURPOSE, subject: unitId, until: now + LINK_FOR })}`;

/** Everything that leaves the house: what follows the diary, what carries, and their routes. */
export interface Messages extends Outbox {
  /** Opens the links of wards that letters carry. */
  readonly linkKey: Buffer;
  /** Where this installation may reach out to. */
  readonly rules: AddressRules;
  /** Sends a letter at once, past the outbox, so that what it says is kept nowhere; null: no mail here. */
  readonly sendNow: ((letter: Letter) => Promise<boolean>) | null;
  addRoutes(door: Door): void;
  backlog(): Promise<Backlog>;
}

/** What they work with. */
export interface MessagesParts extends Omit<OutboxParts, 'mail'> {
  readonly databaseUrl: string;
  readonly settings: MessageSettings;
  readonly practice: boolean;
}

/** Without a mail server a letter waits for a person instead of for a day. */
const noMail: Carrier = async () => ({ kind: 'nobody', status: 'mail-off' });

/** Starts them. They stop within a second: what was under way is tried again after the next start. */
export const openMessages = async (parts: MessagesParts): Promise<Messages> => {
  const { database, settings } = parts;
  const { mail } = settings;
  const rules = { ...settings.webhooks, resolve: settings.resolve ?? machineResolve };
  const secrets = openSecrets(keyFor(settings.key, 'secrets'));
  const outbox = await startOutbox({ ...parts, mail: mail !== null });
  const letters =
    mail === null
      ? noMail
      : mailCarrier(
          mail,
          composeWith({ ...parts, publicUrl: mail.publicUrl, linkFor: linkFor(settings, mail.publicUrl) }),
        );
  const messenger = startMessenger({
    ...parts,
    carriers: { mail: letters, webhook: webhookCarrier({ database, secrets, rules }) },
  });
  return {
    from: outbox.from,
    linkKey: linkKeyOf(settings),
    hear: outbox.hear,
    rules,
    sendNow:
      mail === null
        ? null
        : async (letter) => (await sendLetter(mail, letter, randomUUID())).kind === 'taken',
    addRoutes: (door) => outboxRoutes(door, { mail: mail !== null, rules, secrets }),
    backlog: () => database.transaction(MESSENGER, backlogOf),
    async stop() {
      await Promise.all([outbox.stop(), messenger.stop()]);
    },
  };
};
