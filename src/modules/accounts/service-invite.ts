import type { z } from 'zod';
import { isoFromInstant } from '#kernel/calendar.ts';
import type { Organisation, Region } from '#modules/region/types.ts';
import { hashOfToken, newToken } from '#platform/auth/tokens.ts';
import { newId } from '#platform/db/ids.ts';
import { type Act, done, type Outcome, refused, tell } from './acting.ts';
import type { InvitationItem, InviteBody } from './contract.ts';
import { faultInAsked, INVITED_FOR, RESET_FOR } from './decide/invitation.ts';
import type { LinkReason } from './letters.ts';
import { mayAdminister, mayInviteFirst } from './policy.ts';
import { accountByEmail, hatsIn, hatsOf } from './store.ts';
import {
  invitationById,
  markWithdrawn,
  openInvitations,
  putInvitation,
  renewInvitation,
} from './store-invitation.ts';
import type { Hat, Invitation } from './types.ts';

type Item = z.infer<typeof InvitationItem>;

/** An invitation with the link that opens it, on its way to the invited or to who asked. */
export interface Made {
  readonly invitation: Item;
  readonly link: string;
  readonly reason: LinkReason;
}

/** The hat this session wears; null when it wears none (a practice role). */
export const hatWorn = async (act: Pick<Act, 'tx' | 'session'>): Promise<Hat | null> => {
  const { session } = act;
  if (session === null || session.accountId === null) return null;
  const hats = await hatsOf(act.tx, session.accountId);
  return hats.find((hat) => hat.professionalId === session.actor.id) ?? null;
};

/** Where somebody works, in words: the site, and the unit when there is one. */
export const placeWords = (
  region: Region,
  at: { readonly siteId: string | null; readonly unitId: string | null },
): string | null => {
  const unit = region.units.find((each) => each.id === at.unitId);
  const site = region.sites.find((each) => each.id === (at.siteId ?? unit?.siteId));
  const words = [site?.name, unit?.name].filter((each) => each !== undefined);
  return words.length === 0 ? null : words.join(', ');
};

/** An invitation as it stands in the list. */
export const itemOf = (invitation: Invitation, region: Region, now: number): Item => ({
  id: invitation.id,
  name: invitation.name,
  email: invitation.email,
  organisation: region.organisations.find((each) => each.id === invitation.organisationId)?.name ?? '',
  role: invitation.role,
  place: placeWords(region, invitation),
  administrator: invitation.administrator,
  again: invitation.accountId !== null,
  invitedAt: isoFromInstant(invitation.invitedAt),
  expiresAt: isoFromInstant(invitation.expiresAt),
  state: now >= invitation.expiresAt ? 'expired' : 'open',
});

/** The link that opens an invitation. The token stands after the #, where no server and no log sees it. */
export const linkOf = (publicUrl: string, token: string): string => `${publicUrl}/uitnodiging#${token}`;

type Wish = Omit<z.infer<typeof InviteBody>, 'organisationId'>;

/** Writes an invitation and answers the link that opens it. Who may ask was decided before. */
export const writeInvitation = async (
  act: Pick<Act, 'tx' | 'now' | 'session' | 'publicUrl'>,
  wish: Wish,
  {
    organisation,
    region,
    by,
  }: { readonly organisation: Organisation; readonly region: Region; readonly by: string },
): Promise<Outcome<Made>> => {
  const fault = faultInAsked(wish, organisation, region);
  if (fault !== null) return refused(fault);
  const email = wish.email.toLowerCase();
  const open = await openInvitations(act.tx, organisation.id);
  if (open.some((each) => each.email === email && each.role === wish.role && each.unitId === wish.unitId))
    return refused('already-invited');
  const account = await accountByEmail(act.tx, email);
  const token = newToken();
  const unit = region.units.find((each) => each.id === wish.unitId);
  const invitation: Invitation = {
    ...wish,
    id: newId(),
    email,
    name: account?.name ?? wish.name,
    siteId: wish.siteId ?? unit?.siteId ?? null,
    organisationId: organisation.id,
    accountId: null,
    invitedBy: by,
    invitedAt: act.now,
    expiresAt: act.now + INVITED_FOR,
    usedAt: null,
    withdrawnAt: null,
  };
  await putInvitation(act.tx, invitation, hashOfToken(token));
  const { role, administrator } = invitation;
  await tell(act, 'invited', {
    subject: invitation.id,
    organisationId: organisation.id,
    body: { role, administrator },
  });
  return done({
    invitation: itemOf(invitation, region, act.now),
    link: linkOf(act.publicUrl, token),
    reason: 'invited',
  });
};

/** May this session ask somebody into this organisation? */
const mayInvite = async (act: Act, organisationId: string, administrator: boolean): Promise<boolean> => {
  const worn = await hatWorn(act);
  if (worn !== null && mayAdminister(worn, organisationId)) return true;
  const hats = await hatsIn(act.tx, organisationId);
  const hasAdministrator = hats.some((hat) => hat.administrator);
  return mayInviteFirst(act.session?.actor.role ?? '', { administrator, hasAdministrator });
};

/** Asks somebody to take part. */
export const invite = async (
  act: Act,
  { organisationId, ...wish }: z.infer<typeof InviteBody>,
): Promise<Outcome<Made>> => {
  const region = await act.regionOf(act.tx);
  const own = act.session?.actor.organisationId;
  const organisation = region.organisations.find((each) => each.id === (organisationId ?? own));
  if (organisation === undefined || !(await mayInvite(act, organisation.id, wish.administrator)))
    return refused('not-allowed');
  return writeInvitation(act, wish, { organisation, region, by: act.session?.actor.id ?? '' });
};

/** The invitation that an administrator speaks of; null when it is not theirs or not open. */
const ownInvitation = async (act: Act, id: string): Promise<Invitation | null> => {
  const invitation = await invitationById(act.tx, id);
  if (invitation === null || invitation.usedAt !== null || invitation.withdrawnAt !== null) return null;
  return (await mayInvite(act, invitation.organisationId, invitation.administrator)) ? invitation : null;
};

/** A new link for an invitation; the old one opens nothing any more. */
export const renew = async (
  act: Act,
  id: string,
  mayReset: (accountId: string) => boolean,
): Promise<Outcome<Made>> => {
  const invitation = await ownInvitation(act, id);
  if (invitation === null) return refused('not-found');
  const { accountId } = invitation;
  // Who gets this link comes in as somebody who is there: that is more than asking somebody new.
  if (accountId !== null && !mayReset(accountId)) return refused('not-found');
  const token = newToken();
  const expiresAt = act.now + (accountId === null ? INVITED_FOR : RESET_FOR);
  await renewInvitation(act.tx, id, { hash: hashOfToken(token), expiresAt });
  await tell(act, 'invitation-renewed', { subject: id, organisationId: invitation.organisationId });
  const item = itemOf({ ...invitation, expiresAt }, await act.regionOf(act.tx), act.now);
  const reason = accountId === null ? 'invited' : 'reset';
  return done({ invitation: item, link: linkOf(act.publicUrl, token), reason });
};

/** Takes an invitation back. */
export const withdraw = async (act: Act, id: string): Promise<Outcome<{ readonly done: true }>> => {
  const invitation = await ownInvitation(act, id);
  if (invitation === null) return refused('not-found');
  await markWithdrawn(act.tx, id, act.now);
  await tell(act, 'invitation-withdrawn', { subject: id, organisationId: invitation.organisationId });
  return done({ done: true });
};
