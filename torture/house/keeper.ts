import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

const SERVER = join(import.meta.dirname, 'server.ts');
const PAUSE_MS = 50;

/** A server that is started again when it dies, on the same port, as a machine's own keeper of services would. */
export interface KeptHouse {
  readonly port: number;
  /** Ends the server as a power cut does: nothing is said goodbye to. */
  kill(): void;
  /** Ends it for good. */
  stop(): Promise<void>;
}

const portOf = async (child: ChildProcess): Promise<number | null> => {
  const [message] = await Promise.race([
    once(child, 'message') as Promise<[{ port: number }]>,
    once(child, 'exit').then(() => [null] as const),
  ]);
  return message?.port ?? null;
};

/** Another server than the usual one, and what it is told beside database and port. */
export interface Told {
  readonly server?: string;
  readonly words?: readonly string[];
}

/** Starts a server on this database and keeps it running until `stop`. */
export const keepHouse = async (databaseUrl: string, told: Told = {}): Promise<KeptHouse> => {
  let stopped = false;
  const start = (port: number): ChildProcess =>
    fork(told.server ?? SERVER, [databaseUrl, String(port), ...(told.words ?? [])], {
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      execArgv: [],
    });
  let child = start(0);
  const port = await portOf(child);
  if (port === null) throw new Error('the server under torture did not start');
  const keep = async (): Promise<void> => {
    for (;;) {
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
      if (stopped) return;
      await wait(PAUSE_MS);
      child = start(port);
    }
  };
  const keeping = keep();
  return {
    port,
    kill: () => void child.kill('SIGKILL'),
    async stop() {
      stopped = true;
      child.kill('SIGTERM');
      const patience = setTimeout(() => child.kill('SIGKILL'), 5_000);
      await keeping;
      clearTimeout(patience);
    },
  };
};
