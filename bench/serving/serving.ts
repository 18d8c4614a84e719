import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { type BareClient, openClient } from '#bench/board/client.ts';
import { median } from '#bench/figure.ts';

const CONNECTIONS = 8;
const WARM_MS = 3_000;
const ALONE = 2_000;

/** A server process and how it is asked. */
export interface Serving {
  readonly process: ChildProcess;
  readonly port: number;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** Starts a server in a process of its own on a database, with the clock at a moment; `file` is its whole path. */
export const serve = async (file: string, url: string, now: number, path: string): Promise<Serving> => {
  const server = fork(file, [url, String(now)], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const fallen = once(server, 'exit').then(() =>
    Promise.reject(new Error(`${file} fell before it was ready`)),
  );
  const [ready] = (await Promise.race([once(server, 'message'), fallen])) as [
    { port: number; token: string },
  ];
  // From here on it ends when it is told to.
  fallen.catch(() => undefined);
  const headers =
    ready.token === ''
      ? {}
      : { authorization: `Bearer ${ready.token}`, 'accept-encoding': 'gzip, deflate, br' };
  return { process: server, port: ready.port, path, headers };
};

/** The seconds of CPU a server spent so far. */
const cpuOf = async (server: ChildProcess): Promise<number> => {
  server.send('cpu');
  const [{ cpu }] = (await once(server, 'message')) as [{ cpu: NodeJS.CpuUsage }];
  return (cpu.user + cpu.system) / 1e6;
};

/** Ends a server. */
export const stop = async (serving: Serving): Promise<void> => {
  serving.process.kill('SIGTERM');
  await once(serving.process, 'exit');
};

/** Asks on all connections for so long; how often was answered. */
const askFor = async (clients: readonly BareClient[], ms: number): Promise<number> => {
  const end = performance.now() + ms;
  let asked = 0;
  const keepAsking = async (client: BareClient): Promise<void> => {
    for (; performance.now() < end; asked++) await client.ask();
  };
  await Promise.all(clients.map(keepAsking));
  return asked;
};

/** Requests per second of CPU that the server process spent, once it is warm. */
export const perCpuSecond = async (serving: Serving, ms: number): Promise<number> => {
  const open = () => openClient(serving.port, serving.path, serving.headers);
  const clients = await Promise.all(Array.from({ length: CONNECTIONS }, open));
  await askFor(clients, WARM_MS);
  const before = await cpuOf(serving.process);
  const asked = await askFor(clients, ms);
  const spent = (await cpuOf(serving.process)) - before;
  for (const client of clients) client.close();
  return asked / spent;
};

/** From asking to the last byte, one at a time, with the wire and the client in it. */
export const alone = async (serving: Serving): Promise<number> => {
  const client = await openClient(serving.port, serving.path, serving.headers);
  const times: number[] = [];
  for (let i = 0; i < ALONE; i++) {
    const start = performance.now();
    await client.ask();
    times.push(performance.now() - start);
  }
  client.close();
  return median(times);
};
