import { createHash } from 'node:crypto';
import { realpathSync, rmSync } from 'node:fs';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

const PATIENCE = 180_000;
const PAUSE = 15;

/**
 * Does the work while no other process does work on the same folder; waits at most three minutes for its turn.
 * The lock is a listening socket: the kernel lets it go when its holder dies, however it dies, so no stale lock exists.
 */
export async function withFolderLock<T>(folder: string, work: () => Promise<T>): Promise<T> {
  const lock = await acquire(addressOf(folder), Date.now() + PATIENCE, folder);
  try {
    return await work();
  } finally {
    await new Promise((done) => lock.close(done));
  }
}

function addressOf(folder: string): string {
  const name = `verkeerstoren-${createHash('sha256').update(realpathSync(folder)).digest('hex').slice(0, 24)}`;
  // Linux has sockets without a file; elsewhere a file in the temp folder stands in.
  return process.platform === 'linux' ? `\0${name}` : join(tmpdir(), `${name}.sock`);
}

async function acquire(address: string, deadline: number, folder: string): Promise<Server> {
  for (;;) {
    const server = await tryListen(address);
    if (server) return server;
    if (Date.now() > deadline)
      throw new Error(`Another process has been busy with ${folder} for three minutes.`);
    if (!address.startsWith('\0') && !(await someoneListens(address))) rmSync(address, { force: true });
    await wait(PAUSE);
  }
}

function tryListen(address: string): Promise<Server | undefined> {
  return new Promise((done, fail) => {
    const server = createServer((caller) => caller.destroy());
    server.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' ? done(undefined) : fail(error),
    );
    server.listen({ path: address, exclusive: true }, () => done(server));
  });
}

function someoneListens(address: string): Promise<boolean> {
  return new Promise((done) => {
    const caller = connect(address);
    caller.once('connect', () => {
      caller.destroy();
      done(true);
    });
    caller.once('error', () => done(false));
  });
}
