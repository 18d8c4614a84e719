import { isoFromInstant } from '#kernel/calendar.ts';
import { professionalById } from '#modules/region/index.ts';
import type { Professional, Region } from '#modules/region/types.ts';
import { hashPassword, isPassword } from '#platform/auth/password-hash.ts';
import { endSessions, markConfirmed, sessionsOfAccount } from '#platform/auth/session-store.ts';
import { totpStep } from '#platform/auth/totp.ts';
import { type Act, done, type Outcome, refused, tell } from './acting.ts';
import type { AccountView, Next } from './contract.ts';
import { isLocked } from './decide/lock.ts';
import { hasFactor, isConfirmed, mayChangeFactors } from './decide/steps.ts';
import { renewRecovery } from './service-enrol.ts';
import { countFailure, endOthers, factorsOf, wear } from './service-enter.ts';
import { placeWords } from './service-invite.ts';
import { passwordFault } from './service-invited.ts';
import { shownPast } from './service-past.ts';
import { secretOf } from './service-sign-in.ts';
import { hatsOf, lockAccount, setFailed, setPassword, setTotpStep } from './store.ts';
import { endCeremoniesOf } from './store-ceremony.ts';
import { passkeysOf, removePasskey } from './store-factor.ts';
import { pastOf } from './store-reset.ts';
import type { Account, Hat } from './types.ts';

type Done = { readonly done: true };

/** The account of this session, held; null when it was disabled meanwhile. */
const own = async (act: Act): Promise<Account | null> => {
  const id = act.session?.accountId ?? null;
  const account = id === null ? null : await lockAccount(act.tx, id);
  return account === null || account.disabledAt !== null ? null : account;
};

const shownHats = async (act: Act, hats: readonly Hat[], region: Region): Promise<AccountView['hats']> => {
  const worn: AccountView['hats'] = [];
  for (const hat of hats) {
    const who: Professional | null = await professionalById(act.tx, hat.professionalId);
    const organisation = region.organisations.find((each) => each.id === hat.organisationId);
    if (who === null || organisation === undefined) continue;
    worn.push({
      professionalId: hat.professionalId,
      role: who.role,
      organisation: organisation.name,
      place: placeWords(region, who),
      administrator: hat.administrator,
      current: act.session?.actor.id === hat.professionalId,
    });
  }
  return worn;
};

const shownSessions = async (
  act: Act,
  accountId: string,
  hats: AccountView['hats'],
): Promise<AccountView['sessions']> =>
  (await sessionsOfAccount(act.tx, accountId)).map((each) => ({
    id: each.id,
    kind: each.kind,
    device: each.device,
    role: hats.find((hat) => hat.professionalId === each.professionalId)?.role ?? null,
    beganAt: isoFromInstant(each.beganAt),
    seenAt: isoFromInstant(each.seenAt),
    current: each.id === act.session?.id,
  }));

/** One's own account, as its owner sees it. */
export const ownAccount = async (act: Act): Promise<Outcome<AccountView>> => {
  const account = await own(act);
  if (account === null || act.session === null) return refused('not-signed-in');
  const hats = await shownHats(act, await hatsOf(act.tx, account.id), await act.regionOf(act.tx));
  const { totp, recoveryCodes } = await factorsOf(act, account);
  return done({
    ...{ id: account.id, name: account.name, email: account.email, totp, hats },
    strong: act.session.strong,
    confirmed: isConfirmed(act.session, act.now),
    password: account.passwordHash !== null,
    recoveryCodesLeft: recoveryCodes,
    passkeys: (await passkeysOf(act.tx, account.id)).map(({ id, name, createdAt, lastUsedAt }) => ({
      ...{ id, name, createdAt: isoFromInstant(createdAt) },
      lastUsedAt: lastUsedAt === null ? null : isoFromInstant(lastUsedAt),
    })),
    sessions: await shownSessions(act, account.id, hats),
    past: await shownPast(act, await pastOf(act.tx, account.id)),
  });
};

/** Puts on another hat: a new session, and the old one is over. */
export const changeHat = async (act: Act, professionalId: string): Promise<Outcome<Next>> => {
  const account = await own(act);
  if (account === null || act.session === null) return refused('not-signed-in');
  const hat = (await hatsOf(act.tx, account.id)).find((each) => each.professionalId === professionalId);
  if (hat === undefined) return refused('hat-unknown');
  const { strong, factorAt, id } = act.session;
  const now = (await sessionsOfAccount(act.tx, account.id)).find((each) => each.id === id);
  return wear(act, account, hat, { kind: now?.kind ?? 'password', strong, factorAt });
};

/** Is this code or password the owner's? A code is used up by it. */
const shows = async (
  act: Act,
  account: Account,
  shown: { readonly code?: string | undefined; readonly password?: string | undefined },
): Promise<boolean> => {
  if (isLocked(account, act.now)) return false;
  if (shown.code === undefined) return isPassword(shown.password ?? '', account.passwordHash);
  const secret = secretOf(act, account);
  const when = { now: act.now, lastStep: account.totpLastStep };
  const step = secret === null ? null : await totpStep(secret, shown.code, when);
  if (step !== null) await setTotpStep(act.tx, account.id, step);
  return step !== null;
};

/** Shows again who one is, so that for ten minutes factors may be changed. */
export const confirm = async (
  act: Act,
  shown: { readonly code?: string | undefined; readonly password?: string | undefined },
): Promise<Outcome<Done>> => {
  const account = await own(act);
  const { session } = act;
  if (account === null || session === null) return refused('not-signed-in');
  if (!session.strong && hasFactor(await factorsOf(act, account))) return refused('second-factor-needed');
  if (!(await shows(act, account, shown))) {
    await countFailure(act, account, 'confirm');
    return refused(shown.code === undefined ? 'sign-in-refused' : 'code-wrong');
  }
  await setFailed(act.tx, account.id, 0, null);
  await markConfirmed(act.tx, session.id, act.now);
  act.sessions.refresh(session.id);
  return done({ done: true });
};

/** Another password; every other session of this account is over. */
export const changePassword = async (
  act: Act,
  { current, password }: { readonly current: string; readonly password: string },
): Promise<Outcome<Done>> => {
  const account = await own(act);
  const { session } = act;
  if (account === null || session === null) return refused('not-signed-in');
  if (!session.strong && hasFactor(await factorsOf(act, account))) return refused('second-factor-needed');
  if (isLocked(account, act.now) || !(await isPassword(current, account.passwordHash))) {
    await countFailure(act, account, 'password');
    return refused('sign-in-refused');
  }
  const fault = await passwordFault(act, password, account);
  if (fault !== null) return refused(fault);
  await setPassword(act.tx, account.id, await hashPassword(password));
  await endOthers(act, account.id);
  await endCeremoniesOf(act.tx, account.id);
  await tell(act, 'password-changed', { subject: account.id });
  return done({ done: true });
};

/** Why this session may not change factors; null when it may. */
const factorFault = async (act: Act, account: Account) =>
  act.session === null
    ? ('not-signed-in' as const)
    : mayChangeFactors(act.session, await factorsOf(act, account), act.now);

/** Takes a passkey away; the last factor stays. */
export const dropPasskey = async (act: Act, id: string): Promise<Outcome<Done>> => {
  const account = await own(act);
  if (account === null) return refused('not-signed-in');
  const fault = await factorFault(act, account);
  if (fault !== null) return refused(fault);
  const { totp, passkeys } = await factorsOf(act, account);
  if (!totp && passkeys < 2) return refused('last-factor');
  if (!(await removePasskey(act.tx, account.id, id))) return refused('not-found');
  await endOthers(act, account.id);
  await tell(act, 'factor-removed', { subject: account.id, body: { kind: 'passkey' } });
  return done({ done: true });
};

/** New codes for on paper. */
export const newRecovery = async (act: Act): Promise<Outcome<{ readonly recoveryCodes: string[] }>> => {
  const account = await own(act);
  if (account === null) return refused('not-signed-in');
  const fault = await factorFault(act, account);
  if (fault !== null) return refused(fault);
  await endOthers(act, account.id);
  return done({ recoveryCodes: await renewRecovery(act, account.id) });
};

/** Ends one of one's own sessions, or (null) all of them; for who showed just now that it is them. */
export const endOwnSessions = async (act: Act, id: string | null): Promise<Outcome<Done>> => {
  const account = await own(act);
  const { session } = act;
  if (account === null || session === null) return refused('not-signed-in');
  const fault = await factorFault(act, account);
  if (fault !== null) return refused(fault);
  const by = { actor: session.actor.id, now: act.now };
  const mine = await sessionsOfAccount(act.tx, account.id);
  if (id !== null && !mine.some((each) => each.id === id)) return refused('not-found');
  await endSessions(act.tx, id === null ? { accountId: account.id } : { id }, by);
  return done({ done: true });
};
