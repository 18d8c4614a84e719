import type { z } from 'zod';
import { professionalById } from '#modules/region/index.ts';
import { endSessions } from '#platform/auth/session-store.ts';
import { hashOfToken, newToken } from '#platform/auth/tokens.ts';
import { byHouse } from '#platform/db/by-house.ts';
import { newId } from '#platform/db/ids.ts';
import { type Act, done, type Outcome, refused, tell } from './acting.ts';
import type { Entrusted } from './contract.ts';
import { RESET_FOR } from './decide/invitation.ts';
import { faultInReset } from './decide/reset.ts';
import { hatWorn, itemOf, linkOf, type Made } from './service-invite.ts';
import { accountsOf, hatsIn, hatsOf, lockAccount } from './store.ts';
import { endCeremoniesOf } from './store-ceremony.ts';
import { putInvitation } from './store-invitation.ts';
import { putPast, stripAccount } from './store-reset.ts';
import type { Account, Hat, Invitation } from './types.ts';

type Acting = Pick<Act, 'tx' | 'now' | 'session'>;

/** The hats of everybody who may sign in. */
const hatsInUse = async (act: Pick<Act, 'tx'>): Promise<Hat[]> => {
  const off = new Set(
    (await accountsOf(act.tx, null)).filter((each) => each.disabledAt !== null).map(({ id }) => id),
  );
  return (await hatsIn(act.tx, null)).filter(({ accountId }) => !off.has(accountId));
};

/** For which accounts this session may take away what opens them. */
export const resettable = async (
  act: Pick<Act, 'tx' | 'session'>,
): Promise<(accountId: string) => ReturnType<typeof faultInReset>> => {
  const worn = await hatWorn(act);
  const [all, others] = [await hatsIn(act.tx, null), await hatsInUse(act)];
  const role = act.session?.actor.role ?? '';
  return (accountId) => {
    const hats = all.filter((hat) => hat.accountId === accountId);
    return worn === null ? 'not-allowed' : faultInReset({ worn, role, accountId, hats, others });
  };
};

const invitationFor = (account: Account, hat: Hat, role: Invitation['role'], act: Acting): Invitation => ({
  ...{ id: newId(), email: account.email, name: account.name, phone: null, siteId: null, unitId: null, role },
  ...{ organisationId: hat.organisationId, administrator: hat.administrator, accountId: account.id },
  invitedBy: act.session?.actor.id ?? byHouse('cli').actor,
  ...{ invitedAt: act.now, expiresAt: act.now + RESET_FOR, usedAt: null, withdrawnAt: null },
});

/** Takes away everything that opens an account, ends its sessions, and answers the link that sets it up anew. */
export const reset = async (
  act: Acting & Pick<Act, 'publicUrl' | 'regionOf'>,
  account: Account,
  why: { readonly reason: string; readonly organisationId: string | null },
): Promise<Outcome<Made>> => {
  const { tx, now, session } = act;
  const hats = await hatsOf(tx, account.id);
  const hat = hats.find(({ organisationId }) => organisationId === why.organisationId) ?? hats[0];
  const who = hat === undefined ? null : await professionalById(tx, hat.professionalId);
  if (hat === undefined || who === null) return refused('no-hat');
  await stripAccount(tx, account.id, now);
  await endCeremoniesOf(tx, account.id);
  await endSessions(tx, { accountId: account.id }, { actor: session?.actor.id ?? byHouse('cli').actor, now });
  const byProfessional = session?.actor.id ?? null;
  const past = { accountId: account.id, at: now, byProfessional, reason: why.reason };
  await putPast(tx, newId(), { ...past, event: 'factors-removed' });
  await tell(act, 'factors-removed', { subject: account.id, organisationId: hat.organisationId });
  const [invitation, token] = [invitationFor(account, hat, who.role, act), newToken()];
  await putInvitation(tx, invitation, hashOfToken(token));
  return done({
    invitation: itemOf(invitation, await act.regionOf(tx), now),
    link: linkOf(act.publicUrl, token),
    reason: 'reset',
  });
};

/** The same, by somebody who looks after the account. */
export const resetFactors = async (act: Act, id: string, reason: string): Promise<Outcome<Made>> => {
  const fault = (await resettable(act))(id);
  if (fault !== null) return refused(fault);
  const account = await lockAccount(act.tx, id);
  if (account === null) return refused('not-found');
  return reset(act, account, { reason, organisationId: act.session?.actor.organisationId ?? null });
};

/** Whom a region manager helps because nobody else can: last administrators, and who works for more organisations. */
export const listEntrusted = async (act: Act): Promise<Outcome<z.infer<typeof Entrusted>>> => {
  if (act.session?.actor.role !== 'region-manager') return refused('not-allowed');
  const [fault, region, hats] = [
    await resettable(act),
    await act.regionOf(act.tx),
    await hatsIn(act.tx, null),
  ];
  const nameOf = (hat: Hat) => region.organisations.find(({ id }) => id === hat.organisationId)?.name ?? '';
  const all = await accountsOf(act.tx, null);
  return done({
    accounts: all
      .filter(({ id }) => fault(id) === null)
      .map(({ id, name, email }) => {
        const own = hats.filter((hat) => hat.accountId === id);
        return { id, name, email, organisations: [...new Set(own.map(nameOf))] };
      }),
  });
};
