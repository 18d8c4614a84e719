import { connect, createServer, type Socket } from 'node:net';
import type { RunningServer } from './server.ts';

/** A server behind a wire that can be cut: the browser's own "offline" leaves open streams alone. */
export interface Wired {
  readonly server: RunningServer;
  /** Every connection breaks off and no new one is made. */
  cut(): void;
  mend(): void;
  /** Takes the wire away; the server itself stays. */
  close(): Promise<void>;
}

/** Lays the wire on a free port of this machine. */
export const wire = async (server: RunningServer): Promise<Wired> => {
  const { port } = new URL(server.url);
  const sockets = new Set<Socket>();
  let isCut = false;
  const proxy = createServer((near) => {
    if (isCut) {
      near.destroy();
      return;
    }
    const far = connect(Number(port), '127.0.0.1');
    for (const [socket, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(socket);
      socket.pipe(other);
      socket.on('error', () => other.destroy());
      socket.on('close', () => {
        sockets.delete(socket);
        other.destroy();
      });
    }
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  const address = proxy.address();
  if (address === null || typeof address === 'string') throw new Error('the wire has no port');
  const cut = (): void => {
    isCut = true;
    for (const socket of sockets) socket.destroy();
  };
  return {
    server: { ...server, url: `http://127.0.0.1:${address.port}` },
    cut,
    mend: () => {
      isCut = false;
    },
    close: () => {
      cut();
      return new Promise((resolve) => proxy.close(() => resolve()));
    },
  };
};
