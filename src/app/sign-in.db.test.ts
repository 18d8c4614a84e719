import { generate } from 'otplib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type AccountsHouse,
  COOKIE,
  type Joined,
  openAccountsHouse,
  PASSWORD,
} from './accounts-house.fixture.ts';

const NOW = Date.parse('2026-11-23T09:00:00Z');
const MINUTE = 60_000;
let tower: AccountsHouse;
let anna: Joined;
beforeAll(async () => {
  tower = await openAccountsHouse(NOW);
  anna = await tower.join({ email: 'anna@loket.example', administrator: true });
});
afterAll(() => tower.close());

const signIn = (email: string, password: string) =>
  tower.browser().post('/sign-in/password', { email, password });
const lines = async (event: string) =>
  (
    await tower.owner.query('select * from platform_diary where room = $1 and event = $2', [
      'accounts',
      event,
    ])
  ).rows;
/** A later moment, at which nobody is locked out any more and addresses may try again. */
const later = () => {
  tower.clock.at += 2 * 60 * MINUTE;
};

describe('who joins', () => {
  it('comes in by an invitation, a password and an app, and reads the board', async () => {
    expect(anna.recoveryCodes).toHaveLength(10);
    expect((await anna.call('GET', '/board')).statusCode).toBe(200);
    const account = (await anna.call('GET', '/account')).json();
    expect(account).toMatchObject({ email: anna.email, strong: true, totp: true, recoveryCodesLeft: 10 });
    expect((await anna.call('GET', '/session')).json()).toMatchObject({
      actor: { role: 'desk' },
      mode: 'production',
    });
    expect(await lines('signed-in')).not.toHaveLength(0);
  });

  it('uses the invitation once', async () => {
    const token = await tower.invite({ email: 'bas@loket.example', name: 'Bas' });
    const accept = () => tower.browser().post('/invitations/accept', { token, password: PASSWORD });
    expect((await accept()).json()).toMatchObject({ next: 'enrol' });
    const again = await accept();
    expect([again.statusCode, again.json().code]).toEqual([409, 'invitation-used']);
  });

  it('comes too late after seven days, and is told nothing by a token that never was', async () => {
    const token = await tower.invite({ email: 'cor@loket.example', name: 'Cor' });
    const look = (asked: string) => tower.browser().post('/invitations/look', { token: asked });
    expect((await look(token)).json()).toMatchObject({ email: 'cor@loket.example', known: false });
    tower.clock.at += 7 * 24 * 60 * MINUTE;
    expect((await look(token)).json().code).toBe('invitation-expired');
    expect((await look(`${token.slice(0, -1)}x`)).json().code).toBe('invitation-unknown');
  });

  it('cannot take a short, a known or an own word for a password', async () => {
    const token = await tower.invite({ email: 'dirkje@loket.example', name: 'Dirkje Hofsteenge' });
    const accept = async (password: string) =>
      (await tower.browser().post('/invitations/accept', { token, password })).json().code;
    expect(await accept('kort')).toBe('password-short');
    expect(await accept('a'.repeat(129))).toBe('password-long');
    expect(await accept('password1234567890')).toBe('password-known');
    expect(await accept('mevrouw hofsteenge 7')).toBe('password-own-words');
    expect(await accept('welkom verkeerstoren')).toBe('password-own-words');
  });
});

describe('a session', () => {
  it('always gets a token of its own: one that stood in the browser before opens nothing', async () => {
    const browser = tower.browser();
    browser.jar.set(COOKIE, 'planted-by-somebody-else');
    await browser.post('/sign-in/password', { email: anna.email, password: PASSWORD });
    const half = browser.jar.get(COOKIE);
    expect((await browser.call('GET', '/board')).statusCode).toBe(401);
    await browser.post('/sign-in/totp', { code: await anna.code() });
    expect(half).toBe('planted-by-somebody-else');
    expect(browser.jar.get(COOKIE)).not.toBe(half);
    const old = browser.jar.get(COOKIE) ?? '';
    await browser.post('/sign-in/password', { email: anna.email, password: PASSWORD });
    await browser.post('/sign-in/totp', { code: await anna.code() });
    const before = tower.browser();
    before.jar.set(COOKIE, old);
    await expect.poll(async () => (await before.call('GET', '/board')).statusCode).toBe(401);
    expect((await browser.call('GET', '/board')).statusCode).toBe(200);
  });

  it('is not opened by a token that was touched in any of twenty ways', async () => {
    const browser = await anna.again();
    const token = browser.jar.get(COOKIE) ?? '';
    const flip = (at: number) =>
      `${token.slice(0, at)}${token[at] === 'A' ? 'B' : 'A'}${token.slice(at + 1)}`;
    const touched = [
      ...Array.from({ length: 14 }, (_, n) => flip(n * 3)),
      ...[token.slice(1), `${token}A`, token.toUpperCase(), token.toLowerCase(), '', `${token}.${token}`],
    ];
    expect(touched).toHaveLength(20);
    for (const other of touched) {
      const thief = tower.browser();
      thief.jar.set(COOKIE, other);
      expect((await thief.call('GET', '/board')).statusCode, other).toBe(401);
    }
    expect((await browser.call('GET', '/board')).statusCode).toBe(200);
  });

  it('is set for this host alone, out of reach of scripts and other sites', async () => {
    const browser = tower.browser();
    await browser.post('/sign-in/password', { email: anna.email, password: PASSWORD });
    const answer = await browser.post('/sign-in/totp', { code: await anna.code() });
    const cookie = answer.cookies.find(({ name }) => name === COOKIE);
    expect(cookie).toMatchObject({ httpOnly: true, secure: true, sameSite: 'Strict', path: '/' });
    expect(cookie).not.toHaveProperty('domain');
    expect(answer.body).not.toContain(cookie?.value);
  });

  it('ends after an hour without a question, and after twelve hours whatever was asked', async () => {
    const [idle, busy] = [await anna.again(), await anna.again()];
    const board = async (browser: typeof idle) => (await browser.call('GET', '/board')).statusCode;
    for (let half = 0; half < 23; half++) {
      tower.clock.at += 30 * MINUTE;
      expect(await board(busy), `after ${half + 1} half hours`).toBe(200);
      if (half === 0) expect(await board(idle)).toBe(200);
    }
    expect(await board(idle)).toBe(401);
    tower.clock.at += 31 * MINUTE;
    expect(await board(busy)).toBe(401);
  });
});

describe('a second step', () => {
  it('is needed for what is about people; a password alone opens counts', async () => {
    const browser = tower.browser();
    const first = await browser.post('/sign-in/password', { email: anna.email, password: PASSWORD });
    expect(first.json()).toEqual({ next: 'totp', methods: ['totp', 'recovery'] });
    await browser.post('/sign-in/counts');
    expect((await browser.call('GET', '/board')).statusCode).toBe(200);
    for (const url of ['/requests', '/queue']) {
      const answer = await browser.call('GET', url);
      expect([answer.statusCode, answer.json().code], url).toEqual([403, 'second-factor-needed']);
    }
  });

  it('cannot be added with a stolen password, halfway nor inside', async () => {
    const browser = tower.browser();
    await browser.post('/sign-in/password', { email: anna.email, password: PASSWORD });
    expect((await browser.post('/account/totp')).json().code).toBe('second-factor-needed');
    await browser.post('/sign-in/counts');
    expect((await browser.post('/account/confirm', { password: PASSWORD })).json().code).toBe(
      'second-factor-needed',
    );
    expect((await browser.post('/account/passkeys/options')).json().code).toBe('second-factor-needed');
  });

  it('takes a code once, also inside its window', async () => {
    const code = await anna.code();
    const attempt = async () => {
      const browser = tower.browser();
      await browser.post('/sign-in/password', { email: anna.email, password: PASSWORD });
      return browser.post('/sign-in/totp', { code });
    };
    expect((await attempt()).json()).toMatchObject({ next: 'signed-in' });
    expect((await attempt()).json().code).toBe('code-wrong');
    tower.clock.at += MINUTE;
    expect((await attempt()).json().code).toBe('code-wrong');
  });

  it('takes a code of just before and just after, and none further off', async () => {
    const attempt = async (around: number) => {
      later();
      const browser = tower.browser();
      await browser.post('/sign-in/password', { email: anna.email, password: PASSWORD });
      const epoch = (tower.clock.at + around * 30_000) / 1_000;
      return (
        await browser.post('/sign-in/totp', { code: await generate({ secret: anna.secret, epoch }) })
      ).json();
    };
    for (const around of [-1, 0, 1]) expect(await attempt(around)).toMatchObject({ next: 'signed-in' });
    for (const around of [-2, 2]) expect(await attempt(around)).toMatchObject({ code: 'code-wrong' });
  });

  it('on paper counts once', async () => {
    later();
    const attempt = async () => {
      const browser = tower.browser();
      await browser.post('/sign-in/password', { email: anna.email, password: PASSWORD });
      return (await browser.post('/sign-in/recovery', { code: anna.recoveryCodes[0]?.toLowerCase() })).json();
    };
    expect(await attempt()).toMatchObject({ next: 'signed-in' });
    expect(await attempt()).toMatchObject({ code: 'code-wrong' });
    expect(await lines('recovery-used')).toHaveLength(1);
  });
});

describe('who guesses', () => {
  it('learns nothing about who has an account: the same bytes for unknown, wrong, locked and disabled', async () => {
    later();
    const wrong = await signIn(anna.email, 'not the password');
    const unknown = await signIn('nobody@loket.example', 'not the password');
    expect(unknown.body).toBe(wrong.body);
    expect(unknown.statusCode).toBe(wrong.statusCode);
    expect(unknown.headers['content-length']).toBe(wrong.headers['content-length']);
    expect(unknown.cookies).toEqual(wrong.cookies);
    for (let n = 0; n < 10; n++) await signIn(anna.email, `wrong ${n}`);
    expect((await signIn(anna.email, PASSWORD)).body).toBe(wrong.body);
    expect(await lines('account-locked')).not.toHaveLength(0);
    later();
    expect((await signIn(anna.email, PASSWORD)).json()).toMatchObject({ next: 'totp' });
  });

  it('never comes in with a thousand codes, however the steps are begun again', async () => {
    const eva = await tower.join({ email: 'eva@loket.example', name: 'Eva' });
    let came = 0;
    for (let round = 0; round < 10; round++) {
      later();
      const browser = tower.browser();
      await browser.post('/sign-in/password', { email: eva.email, password: PASSWORD });
      const right = await generate({ secret: eva.secret, epoch: tower.clock.at / 1_000 });
      const wrong = (n: number) => String((Number(right) + 7 + 31 * n) % 1_000_000).padStart(6, '0');
      // Whoever is lucky after so many stands before a door that is shut.
      const codes = [...Array.from({ length: 100 }, (_, n) => wrong(n)), right];
      for (const answer of await Promise.all(codes.map((code) => browser.post('/sign-in/totp', { code }))))
        if (answer.statusCode === 200) came++;
    }
    expect(came).toBe(0);
    later();
    expect((await eva.again()).jar.has(COOKIE)).toBe(true);
  });

  it('is held up after a hundred attempts from one address', async () => {
    later();
    let held = 0;
    for (let n = 0; n < 110; n++)
      if ((await tower.browser().post('/invitations/look', { token: `guess-${n}` })).statusCode === 429)
        held++;
    expect(held).toBe(10);
    tower.clock.at += 11 * MINUTE;
    expect((await signIn(anna.email, PASSWORD)).statusCode).toBe(200);
  });
});

describe('what is written about signing in', () => {
  it('holds ids and codes, never an address, a name, a password or a code', async () => {
    const { rows } = await tower.owner.query(
      "select to_jsonb(d) as line from platform_diary d where room = 'accounts'",
    );
    expect(rows.length).toBeGreaterThan(30);
    expect(JSON.stringify(rows)).not.toMatch(/example|Anna|Vries|fiets|otpauth/i);
    const events = new Set(rows.map(({ line }) => (line as { event: string }).event));
    for (const event of [
      'invited',
      'joined',
      'factor-added',
      'half-way',
      'signed-in',
      'sign-in-failed',
      'session-ended',
    ])
      expect([...events]).toContain(event);
  });

  it('stands in the log too: who came in with their organisation, who did not with none', async () => {
    const { rows } = await tower.owner.query<{
      event: string;
      organisation_id: string;
      outcome: string;
      n: number;
    }>(
      `select event, organisation_id, outcome, count(*)::int as n from platform_access
       where object_type = 'session' group by 1, 2, 3 order by 1`,
    );
    expect(rows.map(({ event, organisation_id, outcome }) => [event, organisation_id, outcome])).toEqual([
      ['fail', '00000000-0000-0000-0000-000000000000', 'refused'],
      ['login', tower.small.desk.organisationId, 'done'],
    ]);
    const [failed, came] = [await lines('sign-in-failed'), await lines('signed-in')];
    expect(rows.map(({ n }) => n)).toEqual([failed.length, came.length]);
  });

  it('stands in the database as hashes and sealed words', async () => {
    const { rows } = await tower.owner.query(
      `select to_jsonb(a) as row from accounts_account a union all select to_jsonb(c) from accounts_ceremony c
       union all select to_jsonb(r) from accounts_recovery_code r union all select to_jsonb(i) from accounts_invitation i
       union all select to_jsonb(s) from platform_session s`,
    );
    const all = JSON.stringify(rows);
    expect(all).not.toContain(anna.secret);
    expect(all).not.toContain(anna.jar.get(COOKIE));
    for (const code of anna.recoveryCodes) expect(all).not.toContain(code);
    expect(all).toContain('$argon2id$v=19$m=19456,t=2,p=1$');
  });
});
