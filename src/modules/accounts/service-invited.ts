import type { z } from 'zod';
import { isoFromInstant } from '#kernel/calendar.ts';
import { writeRegion } from '#modules/region/index.ts';
import { knownPasswords } from '#platform/auth/known-passwords.ts';
import { hashPassword, isPassword } from '#platform/auth/password-hash.ts';
import { hashOfToken } from '#platform/auth/tokens.ts';
import { newId } from '#platform/db/ids.ts';
import { type Act, done, type Outcome, refused, tell } from './acting.ts';
import type { InvitationView, Next } from './contract.ts';
import { faultInInvitation } from './decide/invitation.ts';
import { isLocked } from './decide/lock.ts';
import { judgePassword } from './decide/password.ts';
import { countFailure, goHalfway } from './service-enter.ts';
import { itemOf } from './service-invite.ts';
import { accountByEmail, accountById, lockAccount, putAccount, putHat, setPassword } from './store.ts';
import { invitationByHash, markUsed } from './store-invitation.ts';
import type { Account, AccountsCode, Invitation } from './types.ts';

/** The invitation behind a token, if it opens something still. */
export const opened = async (act: Act, token: string): Promise<Invitation | ReturnType<typeof refused>> => {
  const invitation = await invitationByHash(act.tx, hashOfToken(token));
  const fault = faultInInvitation(invitation, act.now);
  return invitation === null || fault !== null ? refused(fault ?? 'invitation-unknown') : invitation;
};

/** What the invited reads before saying yes. */
export const lookAtInvitation = async (
  act: Act,
  token: string,
): Promise<Outcome<z.infer<typeof InvitationView>>> => {
  const invitation = await opened(act, token);
  if ('kind' in invitation) return invitation;
  const account = await accountByEmail(act.tx, invitation.email);
  const { name, email, organisation, role, place, administrator } = itemOf(
    invitation,
    await act.regionOf(act.tx),
    act.now,
  );
  return done({
    ...{ name, email, organisation, role, place, administrator },
    expiresAt: isoFromInstant(invitation.expiresAt),
    known: invitation.accountId === null && account !== null && account.passwordHash !== null,
    again: invitation.accountId !== null,
    providers: [...act.oidc.providers],
  });
};

/** Why this password cannot be used for this account; null when it can. */
export const passwordFault = async (
  act: Act,
  password: string,
  owner: { readonly name: string; readonly email: string },
): Promise<AccountsCode | null> => {
  const { name: region } = await act.regionOf(act.tx);
  const whose = { name: owner.name, email: owner.email, region };
  const fault = judgePassword(password, whose, await knownPasswords());
  if (fault !== null) return fault;
  return (await act.hasLeaked(password)) ? 'password-known' : null;
};

/** The invitation is used: its hat is given, to act as somebody of that organisation. */
export const giveHat = async (act: Act, invitation: Invitation, accountId: string): Promise<void> => {
  const { organisationId, siteId, unitId, role, phone, administrator, name } = invitation;
  const professionalId = newId();
  const professional = { id: professionalId, organisationId, siteId, unitId, role, phone, name };
  await writeRegion(act.tx, { professionals: [professional] }, { actor: invitation.invitedBy, now: act.now });
  await putHat(act.tx, { accountId, professionalId, organisationId, administrator }, act.now);
  await markUsed(act.tx, invitation.id, act.now);
  await tell(act, 'joined', { subject: accountId, organisationId, body: { role, administrator } });
};

/** Writes an account for who said yes; without a hash it signs in elsewhere. */
export const newAccount = async (
  act: Act,
  invitation: Invitation,
  passwordHash: string | null,
): Promise<Account> => {
  const id = newId();
  const { email, name } = invitation;
  await putAccount(act.tx, { id, email, name, passwordHash }, act.now);
  const account = await accountById(act.tx, id);
  if (account === null) throw new Error('an account that was written cannot be read');
  return account;
};

/** Whoever has an account already shows that it is theirs before it gets another hat. */
const acceptAsKnown = async (
  act: Act,
  invitation: Invitation,
  { account, password }: { readonly account: Account; readonly password: string },
): Promise<Outcome<Next>> => {
  const right = await isPassword(password, account.passwordHash);
  if (!right || account.disabledAt !== null || isLocked(account, act.now)) {
    await countFailure(act, account, 'password');
    return refused('sign-in-refused');
  }
  await giveHat(act, invitation, account.id);
  return goHalfway(act, account, 'password');
};

/** The account an invitation gives back to its owner; null when it is gone or switched off. */
export const ownerOf = async (act: Act, { accountId }: Invitation): Promise<Account | null> => {
  const account = accountId === null ? null : await lockAccount(act.tx, accountId);
  return account === null || account.disabledAt !== null ? null : account;
};

/** Its owner sets up anew what opens the account; the hats are theirs already. */
const startAnew = async (act: Act, invitation: Invitation, password: string): Promise<Outcome<Next>> => {
  const account = await ownerOf(act, invitation);
  if (account === null) return refused('invitation-unknown');
  const fault = await passwordFault(act, password, account);
  if (fault !== null) return refused(fault);
  await setPassword(act.tx, account.id, await hashPassword(password));
  await markUsed(act.tx, invitation.id, act.now);
  await tell(act, 'set-up-anew', { subject: account.id });
  return goHalfway(act, account, 'password');
};

/** Says yes to an invitation with a password; what is left is a second factor. */
export const acceptInvitation = async (
  act: Act,
  { token, password }: { readonly token: string; readonly password: string },
): Promise<Outcome<Next>> => {
  const invitation = await opened(act, token);
  if ('kind' in invitation) return invitation;
  if (invitation.accountId !== null) return startAnew(act, invitation, password);
  const known = await accountByEmail(act.tx, invitation.email);
  const account = known === null ? null : await lockAccount(act.tx, known.id);
  if (account !== null && account.passwordHash !== null)
    return acceptAsKnown(act, invitation, { account, password });
  const fault = await passwordFault(act, password, invitation);
  if (fault !== null) return refused(fault);
  // An account without a password signs in at its employer; nobody may give it one from outside.
  if (account !== null) return refused('invitation-used');
  const made = await newAccount(act, invitation, await hashPassword(password));
  await giveHat(act, invitation, made.id);
  return goHalfway(act, made, 'password');
};
