import { hashOfRecovery, newRecoveryCodes } from '#platform/auth/recovery.ts';
import { newTotp, totpStep } from '#platform/auth/totp.ts';
import { newId } from '#platform/db/ids.ts';
import { type Act, done, type Outcome, refused, tell } from './acting.ts';
import type { Next } from './contract.ts';
import { hasFactor, mayChangeFactors } from './decide/steps.ts';
import { endOthers, enter, factorsOf } from './service-enter.ts';
import { halfOf } from './service-sign-in.ts';
import { confirmTotp, lockAccount, setTotpNext } from './store.ts';
import { beginCeremony, changeCeremony, countWrong, endCeremony, readCeremony } from './store-ceremony.ts';
import { passkeysOf, putPasskey, recoveryLeft, replaceRecovery } from './store-factor.ts';
import type { Account, Ceremony } from './types.ts';

/** Who adds a factor, and whether they still stand halfway. */
interface Enrolling {
  readonly kind: 'may';
  readonly account: Account;
  readonly half: Extract<Ceremony, { kind: 'half' }> | null;
}

/** What a factor that was added comes to. */
interface Enrolled {
  readonly next: Next['next'];
  readonly recoveryCodes: string[] | null;
}

/**
 * May a factor be added here? Halfway only the very first one: otherwise a stolen password would be enough to add one's
 * own. Inside only just after showing again who one is.
 */
const enrolling = async (act: Act): Promise<Enrolling | ReturnType<typeof refused>> => {
  const { session } = act;
  if (session !== null && session.accountId !== null) {
    const account = await lockAccount(act.tx, session.accountId);
    if (account === null || account.disabledAt !== null) return refused('not-signed-in');
    const fault = mayChangeFactors(session, await factorsOf(act, account), act.now);
    return fault === null ? { kind: 'may', account, half: null } : refused(fault);
  }
  const at = await halfOf(act);
  if (at === null) return refused('step-expired');
  if (hasFactor(await factorsOf(act, at.account))) return refused('second-factor-needed');
  return { kind: 'may', account: at.account, half: at.half };
};

/** New codes for on paper; the old ones count no more. */
export const renewRecovery = async (act: Act, accountId: string): Promise<string[]> => {
  const codes = newRecoveryCodes();
  await replaceRecovery(act.tx, accountId, codes.map(hashOfRecovery));
  await tell(act, 'recovery-renewed', { subject: accountId });
  return codes;
};

/** A factor was added: with the first one come codes for on paper, and who stood halfway comes in. */
const enrolled = async (
  act: Act,
  { account, half }: Enrolling,
  kind: 'totp' | 'passkey',
): Promise<Outcome<Enrolled>> => {
  await endOthers(act, account.id);
  await tell(act, 'factor-added', { subject: account.id, body: { kind } });
  const bare = (await recoveryLeft(act.tx, account.id)) === 0;
  const recoveryCodes = bare ? await renewRecovery(act, account.id) : null;
  if (half === null) return { kind: 'done', answer: { next: 'signed-in', recoveryCodes }, step: null };
  const entered = await enter(act, account, { kind, strong: true });
  return entered.kind === 'refused'
    ? entered
    : { ...entered, answer: { next: entered.answer.next, recoveryCodes } };
};

/** Shows a secret for an app that makes codes; it counts after a code was made with it. */
export const offerTotp = async (
  act: Act,
): Promise<Outcome<{ readonly secret: string; readonly uri: string; readonly qr: string }>> => {
  const may = await enrolling(act);
  if (may.kind === 'refused') return may;
  const { name } = await act.regionOf(act.tx);
  const offered = newTotp(`Verkeerstoren ${name}`.trim(), may.account.email);
  await setTotpNext(act.tx, may.account.id, act.secrets.seal(offered.secret, may.account.id));
  return done(offered);
};

/** The app made a right code: from now on it is a factor. */
export const acceptTotp = async (act: Act, code: string): Promise<Outcome<Enrolled>> => {
  const may = await enrolling(act);
  if (may.kind === 'refused') return may;
  const { account } = may;
  const secret = account.totpNext === null ? null : act.secrets.open(account.totpNext, account.id);
  const step = secret === null ? null : await totpStep(secret, code, { now: act.now, lastStep: null });
  if (step === null) {
    if (act.step !== undefined) await countWrong(act.tx, act.step);
    return refused('code-wrong');
  }
  await confirmTotp(act.tx, account.id, step, act.now);
  return enrolled(act, may, 'totp');
};

/** Asks the browser to make a passkey. */
export const offerPasskey = async (
  act: Act,
): Promise<Outcome<{ readonly options: Record<string, unknown> }>> => {
  const may = await enrolling(act);
  if (may.kind === 'refused') return may;
  const { account, half } = may;
  const { options, challenge } = await act.passkeys.offer(account, await passkeysOf(act.tx, account.id));
  if (half !== null && act.step !== undefined) {
    await changeCeremony(act.tx, act.secrets, act.step, { ...half, challenge });
    return done({ options });
  }
  const ceremony = { kind: 'enrol', accountId: account.id, challenge } as const;
  return {
    kind: 'done',
    answer: { options },
    step: await beginCeremony(act.tx, act.secrets, ceremony, act.now),
  };
};

/** The browser made a passkey: it is kept under a name its owner knows it by. */
export const acceptPasskey = async (
  act: Act,
  { name, response }: { readonly name: string; readonly response: unknown },
): Promise<Outcome<Enrolled>> => {
  const may = await enrolling(act);
  if (may.kind === 'refused') return may;
  const { account } = may;
  const ceremony = await readCeremony(act.tx, act.secrets, act.step, act.now);
  const asked = ceremony?.kind === 'half' || ceremony?.kind === 'enrol' ? ceremony : null;
  if (asked === null || asked.challenge === null || asked.accountId !== account.id)
    return refused('step-expired');
  const made = await act.passkeys.accept(response, asked.challenge);
  const passkey = { id: newId(), accountId: account.id, name, createdAt: act.now, lastUsedAt: null };
  const kept = made === null ? null : await putPasskey(act.tx, { ...passkey, ...made });
  if (kept === null) return refused('passkey-refused');
  if (asked.kind === 'enrol' && act.step !== undefined) await endCeremony(act.tx, act.step);
  return enrolled(act, may, 'passkey');
};
