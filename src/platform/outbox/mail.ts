import { createHash } from 'node:crypto';
import { createTransport } from 'nodemailer';
import type { Carrier } from './messenger.ts';
import type { Delivery } from './store.ts';

/** How this installation sends mail. */
export interface MailSettings {
  readonly smtpUrl: string;
  readonly from: string;
}

/** A letter in plain text. It names no person. */
export interface Letter {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** A moment for the reader's own calendar, as a file with the letter. */
  readonly calendar?: { readonly file: string; readonly method: 'PUBLISH' | 'CANCEL' };
}

/** Writes the letter of a message at the moment it goes out; a code when there is nobody to write to, or no need to. */
export type Compose = (delivery: Delivery) => Promise<Letter | 'no-address' | 'overtaken'>;

const PATIENCE_MS = 5_000;

/** The same message has the same id at every attempt, so that a mail server or reader can tell a second time. */
const messageId = (dedupId: string, from: string): string => {
  const name = createHash('sha256').update(dedupId).digest('hex').slice(0, 32);
  return `<${name}@${/@([\w.-]+)/.exec(from)?.[1] ?? 'verkeerstoren'}>`;
};

/** The mail server's own code, or what kept us from it; never its words, which may hold an address. */
const statusOf = (error: unknown): string => {
  const { responseCode, code } = error as { responseCode?: number; code?: string };
  if (responseCode !== undefined) return `smtp-${responseCode}`;
  return code === 'ETIMEDOUT' ? 'timeout' : 'no-connection';
};

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/** A letter holds a link that opens something: beyond this machine it goes encrypted, or it does not go. */
const mustEncrypt = (smtpUrl: string): boolean => !LOOPBACK.has(new URL(smtpUrl).hostname);

/** The files that go with a letter. */
const attachedTo = ({ calendar }: Letter) =>
  calendar === undefined
    ? []
    : [
        {
          filename: 'afspraak.ics',
          content: calendar.file,
          contentType: `text/calendar; charset=utf-8; method=${calendar.method}`,
        },
      ];

/** Sends one letter over SMTP, once; never throws: what it came to is a code. */
export const sendLetter = async (
  { smtpUrl, from }: MailSettings,
  letter: Letter,
  dedupId: string,
  stop?: AbortSignal,
): Promise<{ readonly kind: 'taken' | 'not-now'; readonly status: string }> => {
  const timeouts = {
    connectionTimeout: PATIENCE_MS,
    greetingTimeout: PATIENCE_MS,
    socketTimeout: PATIENCE_MS,
  };
  const closed = { disableFileAccess: true, disableUrlAccess: true };
  const transport = createTransport({
    ...{ url: smtpUrl, requireTLS: mustEncrypt(smtpUrl) },
    ...timeouts,
    ...closed,
  });
  const close = () => transport.close();
  stop?.addEventListener('abort', close, { once: true });
  try {
    const { to, subject, text } = letter;
    await transport.sendMail({
      ...{ to, subject, text, from, attachments: attachedTo(letter) },
      messageId: messageId(dedupId, from),
      headers: { 'auto-submitted': 'auto-generated', 'x-verkeerstoren-id': dedupId },
    });
    return { kind: 'taken', status: 'smtp-250' };
  } catch (error) {
    return { kind: 'not-now', status: statusOf(error) };
  } finally {
    stop?.removeEventListener('abort', close);
    transport.close();
  }
};

/** Carries mail over SMTP. */
export const mailCarrier =
  (settings: MailSettings, compose: Compose): Carrier =>
  async (delivery, stop) => {
    const letter = await compose(delivery);
    if (letter === 'overtaken') return { kind: 'overtaken', status: 'overtaken' };
    if (letter === 'no-address') return { kind: 'nobody', status: 'no-address' };
    return sendLetter(settings, letter, delivery.dedupId, stop);
  };
