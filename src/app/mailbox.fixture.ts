import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { type MessageSettings, noSettings } from './messages.ts';

/** A mail server on this machine that keeps what it gets. */
export interface Mailbox {
  /** The text of the last letter to an address; empty when there is none. */
  lastTo(address: string): string;
  /** The house sends through it. */
  readonly messages: MessageSettings;
  close(): Promise<void>;
}

interface Kept {
  readonly to: readonly string[];
  readonly text: string;
}

/** The text of a letter as it travelled, readable again; of one with files, each part behind the other. */
const readable = (raw: string): string => {
  const [head = '', ...body] = raw.split(/\r?\n\r?\n/);
  const text = body.join('\n\n');
  const parts = /boundary="([^"]+)"/.exec(head)?.[1];
  if (parts !== undefined)
    return text
      .split(`--${parts}`)
      .slice(1, -1)
      .map((part) => readable(part.trimStart()))
      .join('\n');
  if (/content-transfer-encoding: base64/i.test(head)) return Buffer.from(text, 'base64').toString('utf8');
  const joined = text.replace(/=\r?\n/g, '');
  const bytes = joined.replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
};

/** Opens it on a free port. */
export const openMailbox = async (publicUrl: string): Promise<Mailbox> => {
  const letters: Kept[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, session, done) {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        const to = session.envelope.rcptTo.map(({ address }) => address);
        letters.push({ to, text: readable(Buffer.concat(parts).toString('utf8')) });
        done();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  const { port } = server.server.address() as AddressInfo;
  const mail = { smtpUrl: `smtp://127.0.0.1:${port}`, from: 'Toren <toren@example.nl>', publicUrl };
  return {
    messages: { ...noSettings(), mail },
    lastTo: (address) => letters.findLast(({ to }) => to.includes(address))?.text ?? '',
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
};
