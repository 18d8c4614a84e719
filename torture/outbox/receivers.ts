import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

/** A webhook or a mail server of somebody else: away at times, and forgetful about saying that it took something. */
export interface Receiver {
  readonly port: number;
  /** What came in, in order: the id of the message, and what it said. */
  readonly taken: readonly { readonly id: string; readonly said: string }[];
  /** Away: whoever asks is sent off. */
  away: boolean;
  close(): Promise<void>;
}

/** Every so many messages are taken without the sender ever hearing of it. */
const UNSAID = 5;

const bodyOf = async (stream: AsyncIterable<Buffer>): Promise<string> => {
  const parts: Buffer[] = [];
  for await (const part of stream) parts.push(part);
  return Buffer.concat(parts).toString();
};

/** Somebody else's system behind a webhook. */
export const openWebhookReceiver = async (): Promise<Receiver> => {
  const taken: { id: string; said: string }[] = [];
  const receive = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const said = await bodyOf(request);
    if (receiver.away) return void response.writeHead(503).end();
    taken.push({ id: String(request.headers['webhook-id']), said });
    if (taken.length % UNSAID === 0) response.destroy();
    else response.end();
  };
  const server = createServer((request, response) => {
    // Who is killed halfway a question asks again.
    receive(request, response).catch(() => response.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const receiver: Receiver = {
    port: (server.address() as AddressInfo).port,
    taken,
    away: true,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
  return receiver;
};

/** Somebody else's mail server. */
export const openMailReceiver = async (): Promise<Receiver> => {
  const taken: { id: string; said: string }[] = [];
  const busy = () => Object.assign(new Error('away'), { responseCode: 421 });
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onMailFrom: (_address, _session, done) => done(receiver.away ? busy() : null),
    onData(stream, _session, done) {
      bodyOf(stream).then((letter) => {
        taken.push({ id: /^x-verkeerstoren-id: (\S+)/im.exec(letter)?.[1] ?? '', said: letter });
        done(taken.length % UNSAID === 0 ? busy() : null);
      }, done);
    },
  });
  server.on('error', () => undefined);
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  const receiver: Receiver = {
    port: (server.server.address() as AddressInfo).port,
    taken,
    away: true,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
  return receiver;
};
