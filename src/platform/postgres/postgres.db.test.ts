import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startPostgres } from './index.ts';
import { processBirth } from './process.ts';

const MODULE = join(import.meta.dirname, 'index.ts');
const settings = { shared_buffers: '16MB' };

let dataDir: string;
/** A folder with a cluster that was made and ended in order. */
let ready: string;
const stops: (() => Promise<void>)[] = [];

beforeAll(async () => {
  ready = mkdtempSync(join(tmpdir(), 'vt-ready-'));
  await (await startPostgres({ dataDir: ready, settings })).stop();
});

afterAll(() => rmSync(ready, { recursive: true, force: true }));

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'vt-supervisor-'));
});

afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
  rmSync(dataDir, { recursive: true, force: true });
});

async function start(folder = dataDir) {
  const server = await startPostgres({ dataDir: folder, settings });
  stops.push(() => server.stop());
  return server;
}

/** Begins with a cluster that is there already: to make one costs most, and who is about that begins from nothing. */
function withCluster(): void {
  const copied = spawnSync('cp', ['-a', join(ready, 'cluster'), dataDir], { encoding: 'utf8' });
  expect(copied.stderr).toBe('');
}

async function ask(url: string, sql: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    const { rows } = await client.query(sql);
    return rows[0] && Object.values(rows[0])[0];
  } finally {
    await client.end();
  }
}

/** Another process that starts the database and then waits; `die` kills it without a word. */
async function otherProcess(): Promise<{ pid: number; die(): Promise<void> }> {
  const program = `
    const { startPostgres } = await import(${JSON.stringify(MODULE)});
    const server = await startPostgres({ dataDir: ${JSON.stringify(dataDir)}, settings: ${JSON.stringify(settings)} });
    process.stdout.write(String(server.pid));
    setInterval(() => undefined, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const pid = await new Promise<number>((done, fail) => {
    child.stdout.once('data', (words: Buffer) => done(Number(words.toString())));
    child.once('exit', (code) => fail(new Error(`ended with ${code}`)));
  });
  return {
    pid,
    die: () =>
      new Promise((done) => {
        child.once('exit', () => done());
        child.kill('SIGKILL');
      }),
  };
}

async function eventually(happened: () => boolean | Promise<boolean>, patience = 10_000): Promise<void> {
  const deadline = Date.now() + patience;
  while (!(await happened())) {
    if (Date.now() > deadline) throw new Error('it did not happen in time');
    await wait(20);
  }
}

describe('the database that comes along', () => {
  it('starts from nothing, as an owner who is no superuser, with checksums and durable commits', async () => {
    const server = await start();
    expect(await ask(server.url, 'select current_user::text || current_database()')).toBe(
      'verkeerstorenverkeerstoren',
    );
    expect(await ask(server.url, 'select rolsuper from pg_roles where rolname = current_user')).toBe(false);
    expect(await ask(server.adminUrl, 'select rolsuper from pg_roles where rolname = current_user')).toBe(
      true,
    );
    for (const name of ['data_checksums', 'fsync', 'synchronous_commit', 'full_page_writes'])
      expect(await ask(server.url, `show ${name}`), name).toBe('on');
    expect(await ask(server.url, 'show listen_addresses'), 'no door on the network').toBe('');
  });

  it('keeps what was written, ends when told, and leaves no process behind', async () => {
    withCluster();
    const first = await start();
    await ask(first.url, 'create table bed as select 7 as number');
    await first.stop();
    expect(processBirth(first.pid)).toBeUndefined();
    expect(readdirSync(join(dataDir, 'users'))).toEqual([]);
    const second = await start();
    expect(await ask(second.url, 'select number from bed')).toBe(7);
  });

  it('gives one server to four who start at once, and ends it with the last of them', async () => {
    const servers = await Promise.all([start(), start(), start(), start()]);
    const pids = new Set(servers.map((server) => server.pid));
    expect(pids.size).toBe(1);
    for (const server of servers.slice(0, 3)) await server.stop();
    expect(await ask(servers[3]?.url ?? '', 'select 1')).toBe(1);
    await servers[3]?.stop();
    expect(processBirth([...pids][0] ?? 0)).toBeUndefined();
  });

  it('gives one server to four processes that start at once', async () => {
    const others = await Promise.all([otherProcess(), otherProcess(), otherProcess(), otherProcess()]);
    expect(new Set(others.map((other) => other.pid)).size).toBe(1);
    await Promise.all(others.map((other) => other.die()));
    await (await start()).stop();
    expect(processBirth(others[0]?.pid ?? 0)).toBeUndefined();
  });

  it('joins the server of a process that was killed', async () => {
    withCluster();
    const other = await otherProcess();
    await other.die();
    expect(processBirth(other.pid), 'the orphan lives').toBeDefined();
    const heir = await start();
    expect(heir.pid).toBe(other.pid);
    expect(await ask(heir.url, 'select 1')).toBe(1);
    await heir.stop();
    expect(processBirth(other.pid), 'and ends with its heir').toBeUndefined();
  });

  it('starts again over what a killed server left, with every acknowledged row', async () => {
    withCluster();
    const other = await otherProcess();
    await other.die();
    const server = await start();
    await ask(server.url, 'create table bed (number int)');
    await ask(server.url, 'insert into bed values (7)');
    await server.stop();
    const killed = await otherProcess();
    await ask(server.url, 'insert into bed values (8)');
    await killed.die();
    process.kill(killed.pid, 'SIGKILL');
    const again = await start();
    expect(again.pid).not.toBe(killed.pid);
    expect(await ask(again.url, 'select sum(number)::int from bed')).toBe(15);
  });

  it('brings the server back on the same address when it is killed under us', async () => {
    withCluster();
    const server = await start();
    await ask(server.url, 'create table bed as select 7 as number');
    const killed = server.pid;
    process.kill(killed, 'SIGKILL');
    await eventually(() => server.pid !== killed);
    expect(await ask(server.url, 'select number from bed')).toBe(7);
  });

  it('does not take a stranger for the server when its number was given out again', async () => {
    withCluster();
    const server = await start();
    await server.stop();
    // A machine that restarted: the file is still there, and the number in it is now ours.
    writeFileSync(
      join(dataDir, 'cluster/postmaster.pid'),
      `${process.pid}\n${dataDir}\n0\n5432\n.\n\n\nready\n`,
    );
    const again = await start();
    expect(again.pid).not.toBe(process.pid);
    expect(await ask(again.url, 'select 1')).toBe(1);
  });

  it('makes a whole cluster after a first start that was cut off halfway', async () => {
    mkdirSync(join(dataDir, 'new-half'));
    writeFileSync(join(dataDir, 'new-half/PG_VERSION'), '18');
    const server = await start();
    expect(await ask(server.url, 'select 1')).toBe(1);
    expect(existsSync(join(dataDir, 'new-half'))).toBe(false);
  });

  it('works in a folder whose path is too long for a socket', async () => {
    const server = await start(join(dataDir, 'a-very-long-name-of-a-folder'.repeat(4)));
    expect(await ask(server.url, 'select 1')).toBe(1);
  });

  it('tells in its error what the log said', async () => {
    withCluster();
    await expect(startPostgres({ dataDir, settings: { shared_buffers: 'many' } })).rejects.toThrow(
      /did not start[\s\S]*shared_buffers/,
    );
  });
});
