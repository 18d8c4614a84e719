import type { z } from 'zod';
import { isoFromInstant } from '#kernel/calendar.ts';
import type { Instant } from '#kernel/interval.ts';
import { professionalById } from '#modules/region/index.ts';
import type { Role } from '#modules/region/types.ts';
import { endSessions } from '#platform/auth/session-store.ts';
import { byHouse } from '#platform/db/by-house.ts';
import { type Act, done, type Outcome, refused, tell } from './acting.ts';
import type { AccountsList } from './contract.ts';
import { hatWorn, itemOf } from './service-invite.ts';
import { shownPast } from './service-past.ts';
import { resettable } from './service-reset.ts';
import { accountsOf, hatsIn, hatsOf, lockAccount, setDisabled } from './store.ts';
import { openInvitations } from './store-invitation.ts';
import { pastOf } from './store-reset.ts';
import type { Hat } from './types.ts';
import { rolesOf } from './types.ts';

type List = z.infer<typeof AccountsList>;

const orNull = (at: Instant | null): string | null => (at === null ? null : isoFromInstant(at));

const rolesWorn = async (act: Pick<Act, 'tx'>, hats: readonly Hat[]): Promise<Role[]> => {
  const roles = new Set<Role>();
  for (const { professionalId } of hats) {
    const who = await professionalById(act.tx, professionalId);
    if (who !== null) roles.add(who.role);
  }
  return [...roles];
};

/** Who of the own organisation can sign in, and who was asked. */
export const listAccounts = async (act: Act): Promise<Outcome<List>> => {
  const worn = await hatWorn(act);
  if (worn === null || !worn.administrator) return refused('not-allowed');
  const region = await act.regionOf(act.tx);
  const organisation = region.organisations.find((each) => each.id === worn.organisationId);
  if (organisation === undefined) return refused('not-allowed');
  const hats = await hatsIn(act.tx, organisation.id);
  const [fault, past] = [await resettable(act), await pastOf(act.tx, null)];
  const accounts: List['accounts'] = [];
  for (const { disabledAt, lockedUntil, ...each } of await accountsOf(act.tx, organisation.id)) {
    const own = hats.filter((hat) => hat.accountId === each.id);
    accounts.push({
      ...each,
      roles: await rolesWorn(act, own),
      administrator: own.some((hat) => hat.administrator),
      disabledAt: orNull(disabledAt),
      lockedUntil: lockedUntil !== null && lockedUntil > act.now ? isoFromInstant(lockedUntil) : null,
      self: each.id === worn.accountId,
      resettable: fault(each.id) === null,
      lastReset:
        (await shownPast(act, past.filter(({ accountId }) => accountId === each.id).slice(0, 1)))[0] ?? null,
    });
  }
  const invitations = await openInvitations(act.tx, organisation.id);
  return done({
    organisation: organisation.name,
    roles: [...rolesOf(organisation.kind)],
    accounts,
    invitations: invitations.map((each) => itemOf(each, region, act.now)),
  });
};

/** Switches an account off, and with it every session and live stream, or on again. */
export const switchAccount = async (
  act: Pick<Act, 'tx' | 'now' | 'session'>,
  id: string,
  off: boolean,
): Promise<void> => {
  await setDisabled(act.tx, id, off ? act.now : null);
  await tell(act, off ? 'account-disabled' : 'account-enabled', { subject: id });
  if (off)
    await endSessions(
      act.tx,
      { accountId: id },
      { actor: act.session?.actor.id ?? byHouse('cli').actor, now: act.now },
    );
};

/**
 * An administrator switches somebody of the own organisation off or on. Who has a hat elsewhere too loses all of them:
 * it is one person with one password.
 */
export const administer = async (
  act: Act,
  id: string,
  off: boolean,
): Promise<Outcome<{ readonly done: true }>> => {
  const worn = await hatWorn(act);
  if (worn === null || !worn.administrator) return refused('not-allowed');
  if (id === worn.accountId) return refused('own-account');
  const account = await lockAccount(act.tx, id);
  const hats = account === null ? [] : await hatsOf(act.tx, id);
  if (!hats.some((hat) => hat.organisationId === worn.organisationId)) return refused('not-found');
  await switchAccount(act, id, off);
  return done({ done: true });
};
