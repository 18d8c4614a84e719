import { createHash } from 'node:crypto';
import { type AccountsHouse, COOKIE, type Joined, PASSWORD } from '#app/accounts-house.fixture.ts';
import { LINK_PURPOSE } from '#modules/capacity/index.ts';
import { keyFor } from '#platform/secrets.ts';
import { type LinkClaim, signLink } from '#platform/signed-link.ts';
import { opensBoard, staysOpen, type Way } from './attack.ts';

const HOUR = 3_600_000;
const STEP = '__Host-verkeerstoren-step';

const flipped = (token: string, bit: number): string => {
  const bytes = Buffer.from(token, 'base64url');
  bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7));
  return bytes.toString('base64url');
};

const hashed = (token: string): string => createHash('sha256').update(token).digest('base64url');

const tokenOf = async (joined: Joined): Promise<string> => (await joined.again()).jar.get(COOKIE) ?? '';

const othersHash = async ({ owner }: AccountsHouse): Promise<string> => {
  const { rows } = await owner.query<{ token_hash: string }>(
    'select token_hash from platform_session where ended_at is null order by began_at desc limit 1',
  );
  return rows[0]?.token_hash ?? '';
};

const idOf = async (joined: Joined): Promise<string> => {
  const browser = await joined.again();
  const { sessions } = (await browser.call('GET', '/account')).json<{ sessions: { id: string }[] }>();
  return sessions[0]?.id ?? '';
};

/** A token that was good, turned in every way somebody could think of. */
const touched = (tower: AccountsHouse, token: string): Way[] => {
  const forms: readonly (readonly [string, string])[] = [
    ...[0, 7, 64, 127, 200, 255].map((bit) => [`bit ${bit} turned`, flipped(token, bit)] as const),
    ['a letter less', token.slice(0, -1)],
    ['a letter more', `${token}A`],
    ['twice', `${token}${token}`],
    ['in capitals', token.toUpperCase()],
    ['padded', `${token}=`],
    ['its own hash', hashed(token)],
    ['nothing', ''],
  ];
  return forms.map(([name, form]) => ({ name, opens: () => opensBoard(tower, form) }));
};

/** Tokens of something else, handed in as a session. */
const borrowed = (tower: AccountsHouse, joined: Joined, token: string): Way[] => [
  { name: 'a hash from the database', opens: async () => opensBoard(tower, await othersHash(tower)) },
  { name: 'the name of a session', opens: async () => opensBoard(tower, await idOf(joined)) },
  { name: 'the cookie of a practice region', opens: () => opensBoard(tower, token, 'verkeerstoren') },
  {
    name: 'the step of who is halfway',
    async opens() {
      const half = tower.browser();
      await half.post('/sign-in/passkey/options');
      return opensBoard(tower, half.jar.get(STEP) ?? '');
    },
  },
  {
    name: 'the token of an invitation',
    opens: async () => opensBoard(tower, await tower.invite({ email: 'never@loket.example' })),
  },
];

/** Tokens that were good once. */
const past = (tower: AccountsHouse, joined: Joined, boss: Joined): Way[] => [
  {
    name: 'after a new sign-in in the same browser',
    async opens() {
      const browser = await joined.again();
      const old = browser.jar.get(COOKIE) ?? '';
      await browser.post('/sign-in/password', { email: joined.email, password: PASSWORD });
      await browser.post('/sign-in/totp', { code: await joined.code() });
      return staysOpen(tower, old);
    },
  },
  {
    name: 'after signing out',
    async opens() {
      const browser = await joined.again();
      const old = browser.jar.get(COOKIE) ?? '';
      await browser.call('DELETE', '/session');
      return staysOpen(tower, old);
    },
  },
  {
    name: 'after an hour without a question',
    async opens() {
      const token = await tokenOf(joined);
      tower.clock.at += HOUR;
      return opensBoard(tower, token);
    },
  },
  {
    name: 'after twelve hours of questions',
    async opens() {
      const token = await tokenOf(joined);
      for (let half = 0; half < 24; half++) {
        tower.clock.at += HOUR / 2;
        await opensBoard(tower, token);
      }
      return opensBoard(tower, token);
    },
  },
  {
    name: 'of an account that is switched off',
    async opens() {
      const other = await tower.join({ email: 'off@loket.example', name: 'Otto' });
      const token = await tokenOf(other);
      const { id } = (await other.call('GET', '/account')).json<{ id: string }>();
      await (await boss.again()).post(`/accounts/${id}/disable`);
      return staysOpen(tower, token);
    },
  },
];

/** A token somebody put into the browser before its owner signed in. */
const planted = (tower: AccountsHouse, joined: Joined): Way[] => [
  {
    name: 'a planted session',
    async opens() {
      const victim = tower.browser();
      victim.jar.set(COOKIE, 'planted-by-somebody-else');
      await victim.post('/sign-in/password', { email: joined.email, password: PASSWORD });
      await victim.post('/sign-in/totp', { code: await joined.code() });
      return opensBoard(tower, 'planted-by-somebody-else');
    },
  },
  {
    name: 'a planted step',
    async opens() {
      const [thief, victim] = [tower.browser(), tower.browser()];
      await thief.post('/sign-in/passkey/options');
      const step = thief.jar.get(STEP) ?? '';
      victim.jar.set(STEP, step);
      await victim.post('/sign-in/password', { email: joined.email, password: PASSWORD });
      await thief.post('/sign-in/totp', { code: await joined.code() });
      await thief.post('/sign-in/counts');
      return (await thief.call('GET', '/board')).statusCode === 200;
    },
  },
];

/** Ways into sessions. */
export const sessionWays = async (
  tower: AccountsHouse,
  joined: Joined,
  boss: Joined,
): Promise<{ attacks: Way[]; honest: Way[] }> => {
  const token = await tokenOf(joined);
  return {
    honest: [{ name: 'the token as it was given', opens: () => opensBoard(tower, token) }],
    attacks: [
      ...touched(tower, token),
      ...borrowed(tower, joined, token),
      ...planted(tower, joined),
      ...past(tower, joined, boss),
    ],
  };
};

/** Ways to a ward's counts by a link that was not made for it. */
export const linkWays = (tower: AccountsHouse, key: Buffer): { attacks: Way[]; honest: Way[] } => {
  const [ours, theirs] = [keyFor(key, 'links'), keyFor(key, 'secrets')];
  const opens = (token: string) => async () =>
    (await tower.browser().call('GET', `/links/${encodeURIComponent(token)}`)).statusCode === 200;
  const claim = (change: Partial<LinkClaim> = {}): LinkClaim => ({
    ...{ purpose: LINK_PURPOSE, subject: tower.small.wards[0].unitId ?? '', until: tower.clock.at + HOUR },
    ...change,
  });
  const good = () => signLink(ours, claim());
  const [other = ''] = signLink(ours, claim({ subject: tower.small.wards[1].unitId ?? '' })).split('.');
  const signature = () => good().split('.')[1] ?? '';
  return {
    honest: [{ name: 'a link of the house', opens: () => opens(good())() }],
    attacks: [
      { name: 'link: a key for something else', opens: () => opens(signLink(theirs, claim()))() },
      { name: 'link: the key itself', opens: () => opens(signLink(key, claim()))() },
      { name: 'link: no key', opens: () => opens(signLink(Buffer.alloc(32), claim()))() },
      { name: 'link: another purpose', opens: () => opens(signLink(ours, claim({ purpose: 'enter' })))() },
      { name: 'link: another ward', opens: () => opens(`${other}.${signature()}`)() },
      { name: 'link: no signature', opens: () => opens(`${good().split('.')[0]}.`)() },
      { name: 'link: half a signature', opens: () => opens(good().slice(0, -20))() },
      { name: 'link: one part more', opens: () => opens(`${good()}.${signature()}`)() },
    ],
  };
};
