import { generate } from 'otplib';
import { type AccountsHouse, type Browser, type Joined, PASSWORD } from '#app/accounts-house.fixture.ts';
import type { Way } from './attack.ts';

const MINUTE = 60_000;
const WEEK = 7 * 24 * 60 * MINUTE;
const AT_ONCE = 25;

const came = async (answer: Promise<{ readonly statusCode: number }>): Promise<boolean> =>
  (await answer).statusCode === 200;

/** Somebody who has the password and stands before the second step. */
const halfway = async (tower: AccountsHouse, email: string): Promise<Browser> => {
  const browser = tower.browser();
  await browser.post('/sign-in/password', { email, password: PASSWORD });
  return browser;
};

const withCode = async (tower: AccountsHouse, email: string, code: string): Promise<boolean> =>
  came((await halfway(tower, email)).post('/sign-in/totp', { code }));

const onPaper = async (tower: AccountsHouse, email: string, code: string | undefined): Promise<boolean> =>
  came((await halfway(tower, email)).post('/sign-in/recovery', { code }));

const codeWays = (tower: AccountsHouse, joined: Joined, other: Joined): Way[] => [
  {
    name: 'a code twice inside its window',
    async opens() {
      const code = await joined.code();
      await withCode(tower, joined.email, code);
      return withCode(tower, joined.email, code);
    },
  },
  {
    name: 'a code twice at the same moment',
    async opens() {
      const code = await joined.code();
      const browsers = await Promise.all([0, 1, 2, 3].map(() => halfway(tower, joined.email)));
      const all = await Promise.all(browsers.map((each) => came(each.post('/sign-in/totp', { code }))));
      return all.filter(Boolean).length > 1;
    },
  },
  {
    name: 'a code that was seen, half a minute later',
    async opens() {
      const code = await joined.code();
      await withCode(tower, joined.email, code);
      tower.clock.at += 30_000;
      return withCode(tower, joined.email, code);
    },
  },
  {
    name: 'the step again after it was done',
    async opens() {
      const browser = await halfway(tower, joined.email);
      const jar = new Map(browser.jar);
      await browser.post('/sign-in/totp', { code: await joined.code() });
      const again = tower.browser();
      for (const [name, value] of jar) again.jar.set(name, value);
      return came(again.post('/sign-in/totp', { code: await joined.code() }));
    },
  },
  {
    name: 'the code of somebody else',
    opens: async () => withCode(tower, joined.email, await other.code()),
  },
  { name: 'no code', opens: () => withCode(tower, joined.email, ' ') },
];

const paperWays = (tower: AccountsHouse, joined: Joined, other: Joined): Way[] => [
  {
    name: 'a recovery code twice',
    async opens() {
      await onPaper(tower, joined.email, joined.recoveryCodes[1]);
      return onPaper(tower, joined.email, joined.recoveryCodes[1]);
    },
  },
  {
    name: 'the recovery code of somebody else',
    opens: () => onPaper(tower, joined.email, other.recoveryCodes[0]),
  },
];

const invitationWays = (tower: AccountsHouse): Way[] => {
  const accept = (token: string, password = PASSWORD) =>
    came(tower.browser().post('/invitations/accept', { token, password }));
  return [
    {
      name: 'an invitation twice',
      async opens() {
        const token = await tower.invite({ email: 'twice@loket.example', name: 'Tiny' });
        await accept(token);
        return accept(token);
      },
    },
    {
      name: 'an invitation twice, with another password',
      async opens() {
        const token = await tower.invite({ email: 'again@loket.example', name: 'Tiny' });
        await accept(token);
        return accept(token, 'vier andere woorden samen');
      },
    },
    {
      name: 'an invitation after a week',
      async opens() {
        const token = await tower.invite({ email: 'late@loket.example', name: 'Tiny' });
        tower.clock.at += WEEK;
        return accept(token);
      },
    },
    {
      name: 'an invitation for somebody who is there, without their password',
      async opens() {
        await tower.join({ email: 'there@loket.example', name: 'Teun' });
        const token = await tower.invite({ email: 'there@loket.example', role: 'region-manager' });
        return accept(token, 'vier andere woorden samen');
      },
    },
    { name: 'an invitation that never was', opens: () => accept('a'.repeat(43)) },
  ];
};

/** Ways in by codes, paper and invitations. */
export const guessWays = (
  tower: AccountsHouse,
  joined: Joined,
  other: Joined,
): { attacks: Way[]; honest: Way[] } => ({
  honest: [
    { name: 'a code', opens: async () => withCode(tower, joined.email, await joined.code()) },
    { name: 'a recovery code', opens: () => onPaper(tower, joined.email, joined.recoveryCodes[0]) },
    {
      name: 'an invitation',
      opens: async () => {
        const token = await tower.invite({ email: 'first@loket.example', name: 'Tiny' });
        return came(tower.browser().post('/invitations/accept', { token, password: PASSWORD }));
      },
    },
  ],
  attacks: [...codeWays(tower, joined, other), ...paperWays(tower, joined, other), ...invitationWays(tower)],
});

/** Wrong codes by who has the password, as fast as it goes; the clock moves on as soon as the door is shut. */
export const guessCodes = async (
  tower: AccountsHouse,
  { email, secret }: Joined,
  guesses: number,
): Promise<number> => {
  let opened = 0;
  for (let done = 0; done < guesses; done += AT_ONCE) {
    tower.clock.at += 61 * MINUTE;
    const browser = await halfway(tower, email);
    const right = Number(await generate({ secret, epoch: tower.clock.at / 1_000 }));
    const wrong = (n: number) => String((right + 7 + 31 * n) % 1_000_000).padStart(6, '0');
    const codes = Array.from({ length: AT_ONCE }, (_, n) => wrong(n));
    const all = await Promise.all(codes.map((code) => came(browser.post('/sign-in/totp', { code }))));
    opened += all.filter(Boolean).length;
    // Whoever is lucky now stands before a door that is shut.
    if (await came(browser.post('/sign-in/totp', { code: String(right).padStart(6, '0') }))) opened++;
  }
  return opened;
};
