import { setTimeout as wait } from 'node:timers/promises';
import { type AccountsHouse, COOKIE } from '#app/accounts-house.fixture.ts';

/** A way in: a burglar's, or an honest one beside it that shows that the door does open. */
export interface Way {
  readonly name: string;
  readonly opens: () => Promise<boolean>;
}

/** What came of trying them. */
export interface Tried {
  readonly attacks: number;
  /** The burglar's ways that opened the door, by name. */
  readonly opened: readonly string[];
  /** The honest ways that did not. */
  readonly shut: readonly string[];
}

const openOf = async (ways: readonly Way[]): Promise<string[]> => {
  const open: string[] = [];
  for (const { name, opens } of ways) if (await opens()) open.push(name);
  return open;
};

/** Tries every way, one after the other. */
export const tryAll = async (attacks: readonly Way[], honest: readonly Way[]): Promise<Tried> => {
  const came = new Set(await openOf(honest));
  return {
    attacks: attacks.length,
    opened: await openOf(attacks),
    shut: honest.map(({ name }) => name).filter((name) => !came.has(name)),
  };
};

/** Nobody knows its cookies: does this token open the board? */
export const opensBoard = async (tower: AccountsHouse, token: string, cookie = COOKIE): Promise<boolean> => {
  const thief = tower.browser();
  thief.jar.set(cookie, token);
  return (await thief.call('GET', '/board')).statusCode === 200;
};

/** Does it still, a second later? Whoever is thrown out is out within that. */
export const staysOpen = async (tower: AccountsHouse, token: string): Promise<boolean> => {
  for (const until = performance.now() + 1_000; performance.now() < until; await wait(50))
    if (!(await opensBoard(tower, token))) return false;
  return true;
};
