import { credentialIn } from '#platform/auth/passkeys.ts';
import { isPassword } from '#platform/auth/password-hash.ts';
import { hashOfRecovery } from '#platform/auth/recovery.ts';
import { totpStep } from '#platform/auth/totp.ts';
import type { Database } from '#platform/db/database.ts';
import { type Act, atTheDoor, done, type Outcome, refused, tell } from './acting.ts';
import type { Next } from './contract.ts';
import { isLocked } from './decide/lock.ts';
import { hasFactor, stepAfter } from './decide/steps.ts';
import { countFailure, enter, factorsOf, failed, goHalfway } from './service-enter.ts';
import { accountByEmail, accountById, lockAccount, setFailed, setTotpStep } from './store.ts';
import { beginCeremony, changeCeremony, countWrong, endCeremony, readCeremony } from './store-ceremony.ts';
import { markPasskeyUsed, passkeyByCredential, passkeysOf, spendRecovery } from './store-factor.ts';
import type { Account, Ceremony } from './types.ts';

type Half = Extract<Ceremony, { kind: 'half' }>;

/**
 * A password. Who is not known costs as much work as who is and gets the same answer; so does an account that is locked
 * or disabled.
 */
export const signInWithPassword = async (
  database: Database,
  typed: { readonly email: string; readonly password: string },
  begin: (work: (act: Act) => Promise<Outcome<Next>>) => Promise<Outcome<Next>>,
): Promise<Outcome<Next>> => {
  const seen = await atTheDoor(database, (tx) => accountByEmail(tx, typed.email));
  // The work is done outside a transaction: it takes long, and connections are few.
  const right = await isPassword(typed.password, seen?.passwordHash ?? null);
  return begin(async (act) => {
    const account = seen === null ? null : await lockAccount(act.tx, seen.id);
    if (account === null) {
      await failed(act, null, 'password');
      return refused('sign-in-refused');
    }
    const open = account.disabledAt === null && !isLocked(account, act.now);
    if (right && open && account.passwordHash === seen?.passwordHash) {
      if (!hasFactor(await factorsOf(act, account))) await setFailed(act.tx, account.id, 0, null);
      return goHalfway(act, account, 'password');
    }
    await countFailure(act, account, 'password');
    return refused('sign-in-refused');
  });
};

/** The account that stands halfway in this browser, held; null when the step is over or the account was disabled. */
export const halfOf = async (
  act: Act,
): Promise<{ readonly half: Half; readonly account: Account; readonly token: string } | null> => {
  const ceremony = await readCeremony(act.tx, act.secrets, act.step, act.now);
  if (ceremony?.kind !== 'half' || act.step === undefined) return null;
  const account = await lockAccount(act.tx, ceremony.accountId);
  return account === null || account.disabledAt !== null
    ? null
    : { half: ceremony, account, token: act.step };
};

const wrongCode = async (
  act: Act,
  at: { readonly account: Account; readonly token: string },
  what: string,
): Promise<Outcome<Next>> => {
  await countWrong(act.tx, at.token);
  await countFailure(act, at.account, what);
  return refused('code-wrong');
};

/** The secret of an account, opened; null without one. */
export const secretOf = (act: Pick<Act, 'secrets'>, account: Account): string | null =>
  account.totpSecret === null ? null : act.secrets.open(account.totpSecret, account.id);

/** The second step: a code of the app. Each code counts once, also in two windows at the same time. */
export const signInWithTotp = async (act: Act, code: string): Promise<Outcome<Next>> => {
  const at = await halfOf(act);
  if (at === null) return refused('step-expired');
  const { account } = at;
  const secret = secretOf(act, account);
  const when = { now: act.now, lastStep: account.totpLastStep };
  const step = secret === null || isLocked(account, act.now) ? null : await totpStep(secret, code, when);
  if (step === null) return wrongCode(act, at, 'totp');
  await setTotpStep(act.tx, account.id, step);
  return enter(act, account, { kind: 'totp', strong: true });
};

/** The second step without a telephone: one of the codes on paper. */
export const signInWithRecovery = async (act: Act, code: string): Promise<Outcome<Next>> => {
  const at = await halfOf(act);
  if (at === null) return refused('step-expired');
  const { account } = at;
  const spent =
    !isLocked(account, act.now) && (await spendRecovery(act.tx, account.id, hashOfRecovery(code), act.now));
  if (!spent) return wrongCode(act, at, 'recovery');
  await tell(act, 'recovery-used', { subject: account.id });
  return enter(act, account, { kind: 'recovery', strong: true });
};

/** Asks for a passkey: of the account that stands halfway, or of whoever has one. */
export const askPasskey = async (
  act: Act,
): Promise<Outcome<{ readonly options: Record<string, unknown> }>> => {
  const at = await halfOf(act);
  const known = at === null ? [] : await passkeysOf(act.tx, at.account.id);
  const { options, challenge } = await act.passkeys.ask(known);
  if (at !== null) {
    await changeCeremony(act.tx, act.secrets, at.token, { ...at.half, challenge });
    return done({ options });
  }
  if (act.step !== undefined) await endCeremony(act.tx, act.step);
  const step = await beginCeremony(act.tx, act.secrets, { kind: 'passkey', challenge }, act.now);
  return { kind: 'done', answer: { options }, step };
};

/** What a passkey was asked for in this browser; null when it was not. */
const challengeOf = async (
  act: Act,
): Promise<{ readonly challenge: string; readonly accountId: string | null } | null> => {
  const ceremony = await readCeremony(act.tx, act.secrets, act.step, act.now);
  if (ceremony?.kind === 'passkey') return { challenge: ceremony.challenge, accountId: null };
  if (ceremony?.kind !== 'half' || ceremony.challenge === null) return null;
  return { challenge: ceremony.challenge, accountId: ceremony.accountId };
};

/** A passkey, alone or as the second step: the device made sure that it is its owner, so it is two factors at once. */
export const signInWithPasskey = async (act: Act, response: unknown): Promise<Outcome<Next>> => {
  const asked = await challengeOf(act);
  if (asked === null) return refused('step-expired');
  const credential = credentialIn(response);
  const key = credential === null ? null : await passkeyByCredential(act.tx, credential);
  const account = key === null ? null : await accountById(act.tx, key.accountId);
  const fits =
    account !== null &&
    account.disabledAt === null &&
    (asked.accountId === null || asked.accountId === account.id);
  const counter = key !== null && fits ? await act.passkeys.check(response, asked.challenge, key) : null;
  if (key === null || account === null || counter === null) {
    if (act.step !== undefined) await countWrong(act.tx, act.step);
    await failed(act, account?.id ?? null, 'passkey');
    return refused('passkey-refused');
  }
  await markPasskeyUsed(act.tx, key.id, counter, act.now);
  return enter(act, account, { kind: 'passkey', strong: true });
};

/** In without a second step: what counts show, and nothing about people. */
export const signInForCounts = async (act: Act): Promise<Outcome<Next>> => {
  const at = await halfOf(act);
  return at === null
    ? refused('step-expired')
    : enter(act, at.account, { kind: at.half.how === 'oidc' ? 'oidc' : 'password', strong: false });
};

/** The step that waits in this browser; null: none. */
export const waitingIn = async (act: Act): Promise<Next | null> => {
  const at = await halfOf(act);
  return at === null ? null : stepAfter(await factorsOf(act, at.account));
};

/** "Begin opnieuw": the step that waits in this browser is over, here and in the database. */
export const dropStep = async (act: Act): Promise<Outcome<{ readonly done: true }>> => {
  if (act.step !== undefined) await endCeremony(act.tx, act.step);
  return { kind: 'done', answer: { done: true }, step: null };
};
