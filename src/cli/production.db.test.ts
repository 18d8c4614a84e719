import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase } from '#platform/postgres/test-database.ts';

const MAIN = join(import.meta.dirname, 'main.ts');
let database: { url: string; drop(): Promise<void> };
let serving: ChildProcess | null = null;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(async () => {
  if (serving !== null && serving.exitCode === null) {
    serving.kill('SIGTERM');
    await once(serving, 'exit');
  }
  const owner = new pg.Client({ connectionString: database.url });
  await owner.connect();
  await owner.query(`drop role if exists ${LOGIN}`);
  await owner.end();
  await database.drop();
});

/** The server logs in as itself; setup makes that login. */
const LOGIN = `toren_${process.pid}`;
const serverUrl = (): string => {
  const address = new URL(database.url);
  [address.username, address.password] = [LOGIN, 'een wachtwoord'];
  return address.href;
};

const settings = () => ({
  ...{ NODE_COMPILE_CACHE: process.env['NODE_COMPILE_CACHE'] },
  ...{ PATH: process.env['PATH'], MODE: 'production', PORT: '0' },
  ...{ DATABASE_URL: serverUrl(), DATABASE_OWNER_URL: database.url },
  ...{ PUBLIC_URL: 'https://toren.example', SECRET_KEY: '0f1e2d3c4b5a69788796a5b4c3d2e1f0'.repeat(2) },
});

/** Runs a command as an administrator types it; answers what it says and how it ends. */
const run = async (args: readonly string[], change: Record<string, string | undefined> = {}) => {
  const child = spawn(process.execPath, [MAIN, ...args], { env: { ...settings(), ...change } });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
  const [code] = (await once(child, 'close')) as [number];
  return { code, said };
};

/** Starts the server; answers where it listens. */
const start = async (): Promise<string> => {
  serving = spawn(process.execPath, [MAIN, 'start'], { env: settings() });
  let said = '';
  return new Promise((resolve, reject) => {
    for (const stream of [serving?.stdout, serving?.stderr])
      stream?.setEncoding('utf8').on('data', (text: string) => {
        said += text;
        const [, url] = /listens on (http:\S+)/.exec(said) ?? [];
        if (url !== undefined) resolve(url);
      });
    serving?.on('exit', () => reject(new Error(said)));
  });
};

const REGION = [
  'region',
  'new',
  'Drenthe',
  '--desk',
  'Loket Drenthe',
  '--code',
  'loket',
  '--phone',
  '0592-00 17 20',
];
const ADD = ['user', 'add', 'anna@loket.example', '--name', 'Anna', '--organisation', 'loket'];

describe('a new installation', () => {
  it('is told what it misses, and gets no invented people', async () => {
    const empty = await run(['start']);
    expect([empty.code, empty.said]).toEqual([1, expect.stringContaining('verkeerstoren region new')]);
    expect(await run(['demo'])).toMatchObject({ code: 1, said: expect.stringContaining('never made there') });
  }, 120_000);

  it('comes from settings to people in five steps, and has no practice in it', async () => {
    expect((await run(REGION)).said).toContain('The region Drenthe stands');
    const added = await run(ADD);
    const [, token] = /https:\/\/toren\.example\/uitnodiging#([\w-]{43})/.exec(added.said) ?? [];
    expect(token).toBeDefined();
    const file = join(tmpdir(), `organisations-${process.pid}.csv`);
    await writeFile(file, 'organisation_code;name;kind\nnoord;Noord Zorg;care-provider\n');
    expect((await run(['import', 'organisations', file])).said).toContain('1 nieuw');
    const url = await start();
    expect((await run(['doctor'])).said).toContain(
      '✔ the server logs in as somebody who cannot become the owner',
    );
    const one = { DATABASE_URL: database.url, DATABASE_OWNER_URL: undefined };
    expect((await run(['doctor'], one)).said).toContain('✘ server and owner are the same login');
    const post = (path: string, body: object) =>
      fetch(`${url}/api/v1${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
    const look = await (await post('/invitations/look', { token })).json();
    expect(look).toMatchObject({ organisation: 'Loket Drenthe', role: 'desk', administrator: true });
    const accepted = await post('/invitations/accept', { token, password: 'paarse fiets onder regenboog' });
    expect(await accepted.json()).toMatchObject({ next: 'enrol' });
    expect((await post('/session', { role: 'desk' })).status).toBe(404);
    expect((await fetch(`${url}/api/v1/practice-roles`)).status).toBe(404);
    expect((await fetch(`${url}/health/ready`)).headers.get('x-oefenregio')).toBeNull();
    expect((await run(['user', 'list'])).said).toContain('anna@loket.example  Anna  loket, administrator');
    expect((await run(['user', 'disable', 'anna@loket.example'])).said).toContain('every session has ended');
    const wrong = await post('/sign-in/password', {
      email: 'anna@loket.example',
      password: 'paarse fiets onder regenboog',
    });
    expect(wrong.status).toBe(401);
  }, 240_000);
});
