import type { Oidc, OidcIdentity } from '#platform/auth/oidc.ts';
import { type Act, type Outcome, refused, tell } from './acting.ts';
import type { Next } from './contract.ts';
import { faultInInvitation } from './decide/invitation.ts';
import { enter, failed, goHalfway } from './service-enter.ts';
import { giveHat, newAccount, opened, ownerOf } from './service-invited.ts';
import { accountByEmail, lockAccount } from './store.ts';
import { beginCeremony, endCeremony, readCeremony } from './store-ceremony.ts';
import { accountOfIdentity, putIdentity } from './store-factor.ts';
import { invitationById, markUsed } from './store-invitation.ts';
import type { Account, Ceremony, Invitation } from './types.ts';

type Trip = Extract<Ceremony, { kind: 'oidc' }>;
type No = ReturnType<typeof refused>;

/** Does work at the door in one transaction. An employer is asked between two of those: it may take its time to answer. */
type At = <T>(work: (act: Act) => Promise<T>) => Promise<T>;

/** Sends the browser to the sign-in of an employer; an invitation may be waiting for who comes back. */
export const goToProvider = async (
  at: At,
  oidc: Oidc,
  wish: { readonly provider: string; readonly token: string | null },
): Promise<Outcome<{ readonly location: string }>> => {
  const { provider, token } = wish;
  const invitation = token === null ? null : await at((act) => opened(act, token));
  if (invitation !== null && 'kind' in invitation) return invitation;
  const started = await oidc.start(provider);
  if (started === null) return refused('provider-unknown');
  const trip = { kind: 'oidc', ...started.trip, invitationId: invitation?.id ?? null } as const;
  const step = await at(async (act) => {
    if (act.step !== undefined) await endCeremony(act.tx, act.step);
    return beginCeremony(act.tx, act.secrets, trip, act.now);
  });
  return { kind: 'done', answer: { location: started.location }, step };
};

/** The account of who came back: known, or linked now by an invitation. */
const accountFor = async (
  act: Act,
  identity: OidcIdentity,
  invitationId: string | null,
): Promise<Account | No> => {
  const id = await accountOfIdentity(act.tx, identity);
  const account = id === null ? null : await lockAccount(act.tx, id);
  if (account !== null && account.disabledAt !== null) return refused('provider-refused');
  if (invitationId === null) return account ?? refused('identity-unknown');
  const invitation = await invitationById(act.tx, invitationId);
  const fault = faultInInvitation(invitation, act.now);
  if (invitation === null || fault !== null) return refused(fault ?? 'invitation-unknown');
  return linkedBy(act, invitation, { identity, account });
};

/** Who came back is the owner of an account that is set up anew: from now on this employer opens it. */
const linkedAnew = async (
  act: Act,
  invitation: Invitation,
  { identity, account }: { readonly identity: OidcIdentity; readonly account: Account | null },
): Promise<Account | No> => {
  const owner = await ownerOf(act, invitation);
  if (owner === null || (account !== null && account.id !== owner.id)) return refused('invitation-unknown');
  if (account === null) await putIdentity(act.tx, identity, owner.id, act.now);
  await markUsed(act.tx, invitation.id, act.now);
  await tell(act, 'set-up-anew', { subject: owner.id });
  return owner;
};

/** The invitation is used by who came back. */
const linkedBy = async (
  act: Act,
  invitation: Invitation,
  { identity, account }: { readonly identity: OidcIdentity; readonly account: Account | null },
): Promise<Account | No> => {
  if (invitation.accountId !== null) return linkedAnew(act, invitation, { identity, account });
  // Somebody else's address does not become ours because another party let us in.
  const owner = await accountByEmail(act.tx, invitation.email);
  if (owner !== null && owner.id !== account?.id) return refused('invitation-used');
  const linked = account ?? (await newAccount(act, invitation, null));
  if (account === null) await putIdentity(act.tx, identity, linked.id, act.now);
  await giveHat(act, invitation, linked.id);
  return linked;
};

/** Takes the trip out of this browser: whatever comes of it, an answer counts once. */
const takeTrip = async (act: Act): Promise<Trip | null> => {
  const trip = await readCeremony(act.tx, act.secrets, act.step, act.now);
  if (trip?.kind !== 'oidc' || act.step === undefined) return null;
  await endCeremony(act.tx, act.step);
  return trip;
};

const welcome = async (act: Act, identity: OidcIdentity, trip: Trip): Promise<Outcome<Next>> => {
  const account = await accountFor(act, identity, trip.invitationId);
  if ('kind' in account) return account;
  const { strong, ura } = identity;
  return strong
    ? enter(act, account, { kind: 'oidc', strong, ura })
    : goHalfway({ ...act, step: undefined }, account, 'oidc');
};

/** The browser is back from the sign-in of an employer. */
export const comeBack = async (at: At, oidc: Oidc, query: string): Promise<Outcome<Next>> => {
  const trip = await at(takeTrip);
  if (trip === null) return refused('step-expired');
  const identity = await oidc.finish(trip, query);
  return at(async (act) => {
    if (identity !== null) return welcome(act, identity, trip);
    await failed(act, null, 'oidc');
    return refused('provider-refused');
  });
};
