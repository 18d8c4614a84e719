import type { Instant } from '#kernel/interval.ts';
import { type Result, refuse } from '#kernel/result.ts';
import { readRegion } from '#modules/region/index.ts';
import type { Role } from '#modules/region/types.ts';
import type { Database } from '#platform/db/database.ts';
import { atTheDoor } from './acting.ts';
import { switchAccount } from './service-administer.ts';
import { writeInvitation } from './service-invite.ts';
import { reset } from './service-reset.ts';
import { accountByEmail, accountsOf, hatsIn, type ListedAccount, lockAccount } from './store.ts';
import type { AccountsCode } from './types.ts';
import { rolesOf } from './types.ts';

const BY = 'cli';

/** Somebody asked from the command line: the first administrator of an organisation. */
export interface AskedByHand {
  readonly email: string;
  readonly name: string;
  /** Code of the organisation. */
  readonly organisation: string;
  /** Left out: the first role its kind has. */
  readonly role?: Role;
  /** Code of the unit, for who works on a ward. */
  readonly unit?: string;
  readonly administrator: boolean;
}

/** Writes an invitation from the command line; answers its link, which is nowhere to be read again. */
export const inviteByHand = (
  database: Database,
  asked: AskedByHand,
  at: { readonly now: Instant; readonly publicUrl: string },
): Promise<Result<string, { code: AccountsCode | 'not-found' }>> =>
  atTheDoor(database, async (tx) => {
    const region = await readRegion(tx, at.now);
    const organisation = region.organisations.find((each) => each.code === asked.organisation);
    const unit = region.units.find((each) => each.code === asked.unit);
    const role = asked.role ?? (organisation === undefined ? undefined : rolesOf(organisation.kind)[0]);
    if (organisation === undefined || (asked.unit !== undefined && unit === undefined))
      return refuse({ code: 'not-found' });
    if (role === undefined) return refuse({ code: 'role-not-here' });
    const { email, name, administrator } = asked;
    const wish = { email, name, role, administrator, phone: null, siteId: null, unitId: unit?.id ?? null };
    const outcome = await writeInvitation({ tx, session: null, ...at }, wish, {
      ...{ organisation, region, by: BY },
    });
    return outcome.kind === 'done'
      ? { ok: true, value: outcome.answer.link }
      : refuse({ code: outcome.refusal.code as AccountsCode });
  });

/** Takes away by hand what an account signs in with; answers the link that sets it up anew, null without such an account. */
export const resetByHand = (
  database: Database,
  asked: { readonly email: string; readonly reason: string },
  at: { readonly now: Instant; readonly publicUrl: string },
): Promise<string | null> =>
  atTheDoor(database, async (tx) => {
    const found = await accountByEmail(tx, asked.email);
    const account = found === null ? null : await lockAccount(tx, found.id);
    if (account === null) return null;
    const acting = { tx, session: null, regionOf: (own: typeof tx) => readRegion(own, at.now), ...at };
    const outcome = await reset(acting, account, { reason: asked.reason, organisationId: null });
    return outcome.kind === 'done' ? outcome.answer.link : null;
  });

/** An account with the organisations it has a hat of. */
export interface ListedByHand extends ListedAccount {
  readonly organisationIds: readonly string[];
  readonly administrator: boolean;
}

/** Everybody who can sign in. */
export const listByHand = (database: Database): Promise<ListedByHand[]> =>
  atTheDoor(database, async (tx) => {
    const hats = await hatsIn(tx, null);
    return (await accountsOf(tx, null)).map((account) => {
      const own = hats.filter((hat) => hat.accountId === account.id);
      return {
        ...account,
        organisationIds: own.map((hat) => hat.organisationId),
        administrator: own.some((hat) => hat.administrator),
      };
    });
  });

/** Switches an account off or on from the command line; false when there is none with this address. */
export const switchByHand = (
  database: Database,
  email: string,
  at: { readonly off: boolean; readonly now: Instant },
): Promise<boolean> =>
  atTheDoor(database, async (tx) => {
    const account = await accountByEmail(tx, email);
    if (account === null) return false;
    await switchAccount({ tx, now: at.now, session: null }, account.id, at.off);
    return true;
  });
