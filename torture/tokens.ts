import { randomBytes } from 'node:crypto';
import { type AccountsHouse, type Joined, openAccountsHouse } from '#app/accounts-house.fixture.ts';
import { noSettings } from '#app/messages.ts';
import { openRogueProvider } from '#app/rogue-provider.fixture.ts';
import { atLeast, atMost, type Figure } from '#bench/figure.ts';
import { type Tried, tryAll, type Way } from './tokens/attack.ts';
import { differing, pace } from './tokens/enumeration.ts';
import { guessCodes, guessWays } from './tokens/guesses.ts';
import { idTokenWays } from './tokens/id-tokens.ts';
import { passkeyWays } from './tokens/passkeys.ts';
import { linkWays, sessionWays } from './tokens/sessions.ts';

const MORE_THAN_AN_HOUR = 61 * 60_000;

const KINDS = ['sessions', 'links', 'passkeys', 'guesses', 'id-tokens'] as const;
type Kind = (typeof KINDS)[number];

/** A production house with three people, and everything a burglar tries on it. */
export interface Besieged {
  readonly tower: AccountsHouse;
  readonly anna: Joined;
  /** Tries every mutated token, forged answer and second use; or those of these kinds. */
  tokens(kinds?: readonly Kind[]): Promise<Tried>;
  /** Wrong codes; answers how many opened the door. */
  codes(guesses: number): Promise<number>;
  /** Answers that tell an address somebody has from one that nobody has. */
  telling(): Promise<string[]>;
  pace(times: number): Promise<{ unknown: number; known: number }>;
  close(): Promise<void>;
}

type Ways = { readonly attacks: readonly Way[]; readonly honest: readonly Way[] };

/** Each kind of attack begins with a clean slate: an address that failed too often would wait, and refuse for that. */
const trying = async (
  tower: AccountsHouse,
  kinds: readonly (() => Promise<Ways> | Ways)[],
): Promise<Tried> => {
  const all: Tried[] = [];
  const rested = (way: Way): Way => ({
    name: way.name,
    opens() {
      tower.clock.at += MORE_THAN_AN_HOUR;
      return way.opens();
    },
  });
  for (const kind of kinds) {
    const { attacks, honest } = await kind();
    all.push(await tryAll(attacks.map(rested), honest));
  }
  return {
    attacks: all.reduce((sum, each) => sum + each.attacks, 0),
    opened: all.flatMap(({ opened }) => opened),
    shut: all.flatMap(({ shut }) => shut),
  };
};

/** Builds it. */
export const besiege = async (): Promise<Besieged> => {
  const rogue = await openRogueProvider('rogue');
  const key = randomBytes(32);
  const messages = { ...noSettings(), key };
  // The ID tokens of a provider are judged by the clock of this machine, so the house begins there.
  const tower = await openAccountsHouse(Date.now(), [rogue.setting], { messages });
  const boss = await tower.join({ email: 'boss@loket.example', name: 'Bea', administrator: true });
  const anna = await tower.join({ email: 'anna@loket.example', name: 'Anna' });
  const cor = await tower.join({ email: 'cor@loket.example', name: 'Cor' });
  const asked = { unknown: 'nobody@loket.example', known: anna.email, others: [cor.email, boss.email] };
  return {
    ...{ tower, anna },
    tokens(kinds = KINDS) {
      const ways: Readonly<Record<Kind, () => Promise<Ways> | Ways>> = {
        sessions: () => sessionWays(tower, anna, boss),
        links: () => linkWays(tower, key),
        passkeys: () => passkeyWays(tower, anna, cor),
        guesses: () => guessWays(tower, anna, cor),
        'id-tokens': () => idTokenWays(tower, rogue),
      };
      return trying(
        tower,
        kinds.map((kind) => ways[kind]),
      );
    },
    codes: (guesses) => guessCodes(tower, anna, guesses),
    async telling() {
      tower.clock.at += MORE_THAN_AN_HOUR;
      await tower.owner.query('update accounts_account set disabled_at = now() where email = $1', [
        cor.email,
      ]);
      await tower.owner.query(
        "update accounts_account set failed = 12, locked_until = now() + interval '9 years' where email = $1",
        [boss.email],
      );
      return differing(tower, asked);
    },
    pace: (times) => pace(tower, asked, times),
    async close() {
      await tower.close();
      await rogue.close();
    },
  };
};

/** Nobody comes in by what they guessed, touched, stole or used before, and nobody learns who has an account. */
export const run = async (rounds = 250): Promise<Figure[]> => {
  const house = await besiege();
  try {
    const tried = await house.tokens();
    for (const name of [...tried.opened, ...tried.shut]) console.error(name);
    const codes = await house.codes(1_000);
    const telling = await house.telling();
    const took = await house.pace(rounds);
    return [
      atLeast('tokens-tried', tried.attacks, 'ways in', 70),
      atMost('tokens-opened', tried.opened.length, 'ways in', 0),
      atMost('tokens-honest-shut', tried.shut.length, 'honest ways', 0),
      atMost('tokens-codes-opened', codes, 'of 1000 codes', 0),
      atMost('tokens-telling', telling.length, 'answers', 0),
      atLeast('tokens-tries-each', rounds, 'tries', 200),
      atMost('tokens-tempo', Math.abs(took.unknown - took.known), 'ms', 20),
    ];
  } finally {
    await house.close();
  }
};
