import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** Where a connection is cut, in the order in which it can happen. */
export const CUTS = [
  'before-forwarding',
  'half-request',
  'after-request',
  'first-byte',
  'half-answer',
  'last-byte',
] as const;
export type Cut = (typeof CUTS)[number];

/** A way to the server that cuts every connection at one point. */
export interface CuttingProxy {
  readonly port: number;
  /** How many connections were cut. */
  readonly cuts: number;
  close(): Promise<void>;
}

/** The whole of an HTTP message, as far as it is told by its head; null while it is not there yet. */
const whole = (bytes: Buffer): Buffer | null => {
  const head = bytes.indexOf('\r\n\r\n');
  if (head < 0) return null;
  const length = Number(/content-length: (\d+)/i.exec(bytes.subarray(0, head).toString('latin1'))?.[1] ?? 0);
  const end = head + 4 + length;
  return bytes.length < end ? null : bytes.subarray(0, end);
};

/** Gathers one whole message from a socket. */
const messageFrom = (socket: Socket): Promise<Buffer> =>
  new Promise((resolve) => {
    let bytes = Buffer.alloc(0);
    socket.on('data', (part: Buffer) => {
      bytes = Buffer.concat([bytes, part]);
      const message = whole(bytes);
      if (message !== null) resolve(message);
    });
  });

/** How much of the question is passed on. */
const forwarded = (cut: Cut, question: Buffer): Buffer => {
  if (cut === 'before-forwarding') return Buffer.alloc(0);
  return cut === 'half-request' ? question.subarray(0, question.length / 2) : question;
};

/** How much of the answer the client still gets; null when nobody waits for it. */
const returned = (cut: Cut, answer: Buffer): Buffer | null => {
  if (cut === 'first-byte') return answer.subarray(0, 1);
  if (cut === 'half-answer') return answer.subarray(0, answer.length / 2);
  return cut === 'last-byte' ? answer.subarray(0, -1) : null;
};

const write = (socket: Socket, bytes: Buffer): Promise<void> =>
  new Promise((resolve) => {
    if (bytes.length === 0) resolve();
    else socket.write(bytes, () => resolve());
  });

const carry = async (client: Socket, port: number, cut: Cut): Promise<void> => {
  const server = connect(port, '127.0.0.1');
  for (const socket of [client, server]) socket.on('error', () => undefined);
  const question = await messageFrom(client);
  const answer = messageFrom(server);
  await write(server, forwarded(cut, question));
  if (returned(cut, Buffer.alloc(2)) !== null)
    await write(client, returned(cut, await answer) ?? Buffer.alloc(0));
  // What was written must have left before the line goes dead.
  client.destroySoon();
  server.destroySoon();
};

/** Opens a proxy on loopback before the server on this port. */
export const openCuttingProxy = async (port: number, cut: Cut): Promise<CuttingProxy> => {
  let cuts = 0;
  const proxy = createServer((client) => {
    cuts++;
    void carry(client, port, cut);
  });
  proxy.listen(0, '127.0.0.1');
  await once(proxy, 'listening');
  return {
    port: (proxy.address() as AddressInfo).port,
    get cuts() {
      return cuts;
    },
    close: () => new Promise((resolve) => void proxy.close(() => resolve())),
  };
};
