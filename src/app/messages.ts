import { randomBytes, randomUUID } from 'node:crypto';
import { HOUR, type Instant, MINUTE } from '#kernel/interval.ts';
import { LINK_PURPOSE } from '#modules/capacity/index.ts';
import type { Door } from '#platform/http/route.ts';
import { type AddressRules, machineResolve, type Resolve } from '#platform/outbox/address.ts';
import {
  type Compose,
  type Letter,
  type MailSettings,
  mailCarrier,
  sendLetter,
} from '#platform/outbox/mail.ts';
import { type Carrier, MESSENGER, startMessenger } from '#platform/outbox/messenger.ts';
import { outboxRoutes } from '#platform/outbox/routes.ts';
import {
  type ShortMessage,
  type ShortMessageSettings,
  sendShort,
  shortMessageCarrier,
} from '#platform/outbox/short-message.ts';
import { type Backlog, backlogOf } from '#platform/outbox/store.ts';
import { webhookCarrier } from '#platform/outbox/webhook.ts';
import { keyFor, openSecrets } from '#platform/secrets.ts';
import { signLink } from '#platform/signed-link.ts';
import { composeHelperTexts, composeHelping, isToHelping } from './helping-messages.ts';
import { composeMoments, composeTexts, isAboutMoment, startTelling } from './moment-messages.ts';
import { type Outbox, type OutboxParts, startOutbox } from './outbox.ts';
import { composeWith } from './outbox-compose.ts';

/** How this installation reaches the world. */
export interface MessageSettings {
  /** 32 bytes that lock secrets and sign links. */
  readonly key: Buffer;
  /** Null: no e-mail. */
  readonly mail: (MailSettings & { readonly publicUrl: string }) | null;
  /** Null: no short messages to telephones. */
  readonly texts: (ShortMessageSettings & { readonly publicUrl: string }) | null;
  /** How long a moment stands still before the person hears of it. */
  readonly momentStandsFor: number;
  readonly webhooks: Pick<AddressRules, 'ports' | 'loopback'>;
  readonly resolve?: Resolve;
}

/** A house without settings sends no mail, and what it locks away opens for this process only. */
export const noSettings = (): MessageSettings => ({
  key: randomBytes(32),
  mail: null,
  texts: null,
  momentStandsFor: 30 * MINUTE,
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
  /** Sends a message to a telephone at once, likewise; null: none here. */
  readonly textNow: ((message: ShortMessage) => Promise<boolean>) | null;
  addRoutes(door: Door): void;
  backlog(): Promise<Backlog>;
}

/** What they work with. */
export interface MessagesParts extends Omit<OutboxParts, 'mail' | 'messages'> {
  readonly databaseUrl: string;
  readonly settings: MessageSettings;
  readonly practice: boolean;
}

/** Letters to houses are written from what the region knows, those to people from their moment, those to helpers from what waits. */
const openLetters = (parts: MessagesParts, mail: NonNullable<MessageSettings['mail']>): Carrier => {
  const { publicUrl } = mail;
  const houses = composeWith({ ...parts, publicUrl, linkFor: linkFor(parts.settings, publicUrl) });
  const own = { ...parts, publicUrl, key: linkKeyOf(parts.settings) };
  const [moments, helpers] = [composeMoments(own), composeHelping(own)];
  const compose: Compose = (delivery) => {
    if (isToHelping(delivery)) return helpers(delivery);
    return (isAboutMoment(delivery) ? moments : houses)(delivery);
  };
  return mailCarrier(mail, compose);
};

const openTexts = (
  parts: MessagesParts,
  texts: NonNullable<MessageSettings['texts']>,
  rules: AddressRules,
): Carrier => {
  const { publicUrl } = texts;
  const own = { ...parts, publicUrl, key: linkKeyOf(parts.settings) };
  const [moments, helpers] = [composeTexts(own), composeHelperTexts(own)];
  return shortMessageCarrier(texts, {
    rules,
    compose: (delivery) => (isToHelping(delivery) ? helpers : moments)(delivery),
  });
};

/** Without a service for short messages nobody hears of it this way. */
const noTexts: Carrier = async () => ({ kind: 'nobody', status: 'message-off' });

/** Without a mail server a letter waits for a person instead of for a day. */
const noMail: Carrier = async () => ({ kind: 'nobody', status: 'mail-off' });

/** Starts them. They stop within a second: what was under way is tried again after the next start. */
export const openMessages = async (parts: MessagesParts): Promise<Messages> => {
  const { database, settings } = parts;
  const { mail } = settings;
  const rules = { ...settings.webhooks, resolve: settings.resolve ?? machineResolve };
  const secrets = openSecrets(keyFor(settings.key, 'secrets'));
  const { texts } = settings;
  const outbox = await startOutbox({ ...parts, mail: mail !== null, messages: texts !== null });
  const messenger = startMessenger({
    ...parts,
    carriers: {
      mail: mail === null ? noMail : openLetters(parts, mail),
      webhook: webhookCarrier({ database, secrets, rules }),
      message: texts === null ? noTexts : openTexts(parts, texts, rules),
    },
  });
  const telling = startTelling({
    ...parts,
    rules: {
      ...{ mail: mail !== null, messages: texts !== null, practice: parts.practice },
      standsFor: settings.momentStandsFor,
    },
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
    textNow:
      texts === null
        ? null
        : async (message) => {
            const id = randomUUID();
            const stop = new AbortController().signal;
            return (await sendShort(texts, message, { id, rules, stop })).kind === 'taken';
          },
    addRoutes: (door) => outboxRoutes(door, { mail: mail !== null, rules, secrets }),
    backlog: () => database.transaction(MESSENGER, backlogOf),
    async stop() {
      await Promise.all([outbox.stop(), messenger.stop(), telling.stop()]);
    },
  };
};
