import { connect } from 'node:net';

const [port = '0', path = '/', token = '', count = '0'] = process.argv.slice(2);

/** What arrived at all screens: version of the change and when, in milliseconds of the machine's own clock. */
const arrived = new Map<string, number[]>();
let messages = 0;
let lost = 0;

/** The clock that all processes of this machine share. */
const now = (): number => Number(process.hrtime.bigint()) / 1e6;

const note = (text: string): void => {
  const at = now();
  for (const [, version] of text.matchAll(/"topic":"board"[^}]*"version":"([^"]+)"/g)) {
    if (version === undefined) continue;
    const times = arrived.get(version);
    if (times === undefined) arrived.set(version, [at]);
    else times.push(at);
  }
};

/** One open screen: a bare connection that reads the stream as it comes. */
const openScreen = (): Promise<void> =>
  new Promise((resolve, reject) => {
    const socket = connect({ port: Number(port), host: '127.0.0.1' });
    socket.on('error', reject);
    socket.on('close', () => lost++);
    socket.on('data', (chunk: Buffer) => {
      resolve();
      const text = chunk.toString('latin1');
      for (let at = text.indexOf('\ndata: [{'); at >= 0; at = text.indexOf('\ndata: [{', at + 1)) messages++;
      note(text);
    });
    const authorization = token === '' ? '' : `authorization: Bearer ${token}\r\n`;
    socket.write(`GET ${path} HTTP/1.1\r\nhost: 127.0.0.1\r\n${authorization}\r\n`);
  });

const at = (sorted: readonly number[], share: number): number =>
  sorted[Math.floor(share * (sorted.length - 1))] ?? 0;

const order = (version: string): [number, number] => {
  const [xid, id] = version.split('-').map(Number);
  return [xid ?? 0, id ?? 0];
};

/**
 * From each commit to each screen. Commits that came together are told together, under the version of the last: a screen
 * knows a commit once it was told that version or a later one. What some screen was never told counts as missed.
 */
const latencies = (commits: Readonly<Record<string, number>>) => {
  const told = [...arrived.keys()].sort((a, b) => order(a)[0] - order(b)[0] || order(a)[1] - order(b)[1]);
  const took: number[] = [];
  let missed = 0;
  for (const [version, committed] of Object.entries(commits)) {
    const [xid, id] = order(version);
    const by = told.find((each) => order(each)[0] > xid || (order(each)[0] === xid && order(each)[1] >= id));
    const times = arrived.get(by ?? '') ?? [];
    missed += Number(count) - times.length;
    for (const time of times) took.push(time - committed);
  }
  took.sort((a, b) => a - b);
  return { p50: at(took, 0.5), p99: at(took, 0.99), missed };
};

for (let opened = 0; opened < Number(count); opened += 50)
  await Promise.all(Array.from({ length: 50 }, openScreen));

process.on('message', (ask: { commits?: Record<string, number> }) => {
  process.send?.(ask.commits === undefined ? { messages, lost } : latencies(ask.commits));
});
process.send?.('open');
