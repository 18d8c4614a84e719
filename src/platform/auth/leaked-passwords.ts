import { createHash } from 'node:crypto';
import { type AddressRules, checkAddress } from '#platform/outbox/address.ts';
import { getFrom } from '#platform/outbox/get.ts';

/** Says whether a password stands in a collection of passwords that leaked. */
export type HasLeaked = (password: string) => Promise<boolean>;

/** Nobody waits longer for another server to choose a password. */
const PATIENCE_MS = 3_000;
/** So many letters of the digest leave; some eight hundred leaked passwords share them, so they tell nothing. */
const SHOWN = 5;
/** Lines end in how often it leaked; 0 is a line that only hides how long the answer is. */
const SEEN = /^([0-9A-F]{35}):0*[1-9]\d*$/i;

/**
 * Asks a service by the first letters of a digest and looks for the rest in its answer here. Where there is none, or it is
 * away, nothing is known to have leaked: the lists that come along still count.
 */
export const openLeakedPasswords = (url: string | null, rules: AddressRules): HasLeaked => {
  if (url === null) return async () => false;
  return async (password) => {
    const digest = createHash('sha1').update(password).digest('hex').toUpperCase();
    const address = await checkAddress(`${url}${digest.slice(0, SHOWN)}`, rules);
    if (!address.ok) return false;
    const asking = { accept: 'text/plain', 'add-padding': 'true', 'user-agent': 'verkeerstoren' };
    const answer = await getFrom(address.value, asking, AbortSignal.timeout(PATIENCE_MS));
    if (answer?.status !== 200) return false;
    const rest = digest.slice(SHOWN);
    return answer.body.split(/\r?\n/).some((line) => SEEN.exec(line)?.[1]?.toUpperCase() === rest);
  };
};
