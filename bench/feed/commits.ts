import type { Socket } from 'node:net';
import pg from 'pg';

/** "Klopt nog" as one statement: the ward's figure and its line in the diary, committed together and durably. */
const CONFIRM = `
with figure as (
  update capacity_figure set as_of = now(), source = 'tap' where unit_id = $1 returning unit_id
), line as (
  insert into platform_diary (at, room, event, subject, unit_id, actor, body)
  select now(), 'capacity', 'confirmed', unit_id, unit_id, 'bench', '{"source":"tap"}' from figure returning id
)
select `;

/** The two ways in which a screen hears of a commit. */
export type Way = 'diary' | 'notify';

const TEXT: Readonly<Record<Way, string>> = {
  diary: `${CONFIRM} id from line`,
  notify: `${CONFIRM} pg_notify('board', id::text) from line`,
};

const int16 = (value: number): Buffer => Buffer.from([value >> 8, value & 255]);
const int32 = (value: number): Buffer =>
  Buffer.from([value >>> 24, (value >> 16) & 255, (value >> 8) & 255, value & 255]);
const message = (kind: string, ...parts: Buffer[]): Buffer => {
  const body = Buffer.concat(parts);
  return Buffer.concat([Buffer.from(kind), int32(body.length + 4), body]);
};

/** Bind, execute and sync of a prepared statement with one parameter, as bytes: nothing is left to do per commit. */
const callOf = (statement: string, parameter: string): Buffer =>
  Buffer.concat([
    message(
      'B',
      Buffer.from(`\0${statement}\0`),
      int16(0),
      int16(1),
      int32(parameter.length),
      Buffer.from(parameter),
      int16(0),
    ),
    message('E', Buffer.from('\0'), int32(0)),
    message('S'),
  ]);

const READY = Buffer.from([0x5a, 0, 0, 0, 5, 0x49]);
const ERROR = 0x45;

/** A caller that sends the next commit once the one before it is durable. It speaks the protocol itself: what it spends on
 *  two cores the database cannot. */
const openCaller = async (
  url: string,
  way: Way,
  units: readonly string[],
): Promise<{ commit: (turn: number) => Promise<void>; end: () => void }> => {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  await client.query({ name: way, text: TEXT[way], values: [units[0]] });
  const { stream } = client.connection as unknown as { stream: Socket };
  stream.removeAllListeners('data');
  const calls = units.map((unit) => callOf(way, unit));
  let done: () => void = () => undefined;
  let failed: (error: Error) => void = () => undefined;
  stream.on('data', (chunk: Buffer) => {
    if (chunk[0] === ERROR) failed(new Error(chunk.toString('latin1')));
    if (chunk.subarray(-READY.length).equals(READY)) done();
  });
  return {
    commit: (turn) =>
      new Promise((resolve, reject) => {
        done = resolve;
        failed = reject;
        stream.write(calls[turn % calls.length] as Buffer);
      }),
    end: () => stream.destroy(),
  };
};

const unitsIn = async (url: string): Promise<string[]> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ unit_id: string }>('select unit_id from capacity_figure');
  await client.end();
  return rows.map((row) => row.unit_id);
};

/** Commits per second by so many callers at once. */
export const commitsPerSecond = async (
  url: string,
  way: Way,
  callers: number,
  ms: number,
): Promise<{ commits: number; perSecond: number }> => {
  const units = await unitsIn(url);
  const open = await Promise.all(Array.from({ length: callers }, () => openCaller(url, way, units)));
  let commits = 0;
  const start = performance.now();
  await Promise.all(
    open.map(async (caller) => {
      while (performance.now() - start < ms) {
        await caller.commit(commits);
        commits++;
      }
    }),
  );
  const seconds = (performance.now() - start) / 1000;
  for (const caller of open) caller.end();
  return { commits, perSecond: commits / seconds };
};
