import { connect, type Socket } from 'node:net';

/** What came back on one request: everything on the wire, and the body. */
export interface Answer {
  readonly wire: number;
  readonly body: Buffer;
}

/** A bare HTTP/1.1 client on one connection: on two cores, whatever it spends the servers cannot. */
export interface BareClient {
  ask(): Promise<Answer>;
  close(): void;
}

const END = Buffer.from('\r\n\r\n');

const lengthOf = (head: string): number => {
  const length = /\r\ncontent-length: (\d+)/i.exec(head)?.[1];
  if (length === undefined || !head.startsWith('HTTP/1.1 200'))
    throw new Error(`not an answer: ${head.slice(0, 80)}`);
  return Number(length);
};

/** Opens a connection on which the same GET is asked again and again. */
export const openClient = async (
  port: number,
  path: string,
  headers: Readonly<Record<string, string>>,
): Promise<BareClient> => {
  const socket: Socket = connect({ port, host: '127.0.0.1', noDelay: true });
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  const question = Buffer.from(`GET ${path} HTTP/1.1\r\nhost: 127.0.0.1\r\n${lines.join('')}\r\n`);
  let parts: Buffer[] = [];
  let have = 0;
  let expected = -1;
  let headEnds = 0;
  let done: ((answer: Answer) => void) | null = null;
  let failed: ((error: Error) => void) | null = null;
  socket.on('error', (error) => failed?.(error));
  socket.on('close', () => failed?.(new Error('the server closed the connection')));
  socket.on('data', (chunk) => {
    parts.push(chunk);
    have += chunk.length;
    if (expected < 0) {
      const all = Buffer.concat(parts);
      const at = all.indexOf(END);
      if (at < 0) return;
      headEnds = at + END.length;
      expected = headEnds + lengthOf(all.toString('latin1', 0, at + 2));
      parts = [all];
    }
    if (have < expected) return;
    const body = Buffer.concat(parts).subarray(headEnds);
    const answer = { wire: expected, body };
    parts = [];
    have = 0;
    expected = -1;
    done?.(answer);
  });
  await new Promise<void>((resolve, reject) => {
    failed = reject;
    socket.once('connect', resolve);
  });
  return {
    ask: () =>
      new Promise((resolve, reject) => {
        done = resolve;
        failed = reject;
        socket.write(question);
      }),
    close() {
      failed = null;
      socket.destroy();
    },
  };
};
