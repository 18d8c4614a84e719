import type { LightMyRequestResponse } from 'fastify';
import { type AccountsHouse, PASSWORD } from '#app/accounts-house.fixture.ts';

const MINUTE = 60_000;
/** Fewer than an address may have in ten minutes, and than keep an account open. */
const IN_A_ROW = 4;

/** Who is asked for: an address nobody has, and addresses of accounts in every state. */
export interface Asked {
  readonly unknown: string;
  readonly known: string;
  readonly others: readonly string[];
}

const attempt = (tower: AccountsHouse, email: string): Promise<LightMyRequestResponse> =>
  tower.browser().post('/sign-in/password', { email, password: `not ${PASSWORD}` });

/** All that a burglar gets to see of an answer. */
const seenOf = ({ statusCode, headers, body }: LightMyRequestResponse): string => {
  const { date: _, ...rest } = headers;
  return JSON.stringify([statusCode, rest, body]);
};

/** Answers that differ from the one for an address nobody has. */
export const differing = async (tower: AccountsHouse, asked: Asked): Promise<string[]> => {
  const nobody = seenOf(await attempt(tower, asked.unknown));
  const differ: string[] = [];
  for (const email of [asked.known, ...asked.others])
    if (seenOf(await attempt(tower, email)) !== nobody) differ.push(email);
  return differ;
};

const mean = (values: readonly number[]): number =>
  values.reduce((sum, each) => sum + each, 0) / values.length;

/** Milliseconds of a wrong password, in the mean, for an address nobody has and one somebody has; in turn. */
export const pace = async (
  tower: AccountsHouse,
  { unknown, known }: Asked,
  times: number,
): Promise<{ unknown: number; known: number }> => {
  const spent = { unknown: [] as number[], known: [] as number[] };
  const once = async (who: 'unknown' | 'known', email: string): Promise<void> => {
    const began = performance.now();
    const { statusCode } = await attempt(tower, email);
    spent[who].push(performance.now() - began);
    if (statusCode !== 401) throw new Error(`${statusCode}, so this says nothing about a wrong password`);
  };
  for (let n = 0; n < times; n++) {
    if (n % IN_A_ROW === 0) tower.clock.at += 61 * MINUTE;
    const pair = [() => once('unknown', unknown), () => once('known', known)];
    // Neither is always the first after the clock moved.
    for (const ask of n % 2 === 0 ? pair : pair.toReversed()) await ask();
  }
  return { unknown: mean(spent.unknown), known: mean(spent.known) };
};
