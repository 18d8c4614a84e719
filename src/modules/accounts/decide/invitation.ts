import { DAY, type Instant } from '#kernel/interval.ts';
import { type AccountsCode, type Invitation, rolesOf } from '#modules/accounts/types.ts';
import type { Organisation, Region, Role } from '#modules/region/types.ts';

/** How long an invitation may be used. */
export const INVITED_FOR = 7 * DAY;
/** How long a link may be used that gives back what opens an account. */
export const RESET_FOR = DAY;

/** Somebody to be invited. */
export interface Asked {
  readonly role: Role;
  readonly siteId: string | null;
  readonly unitId: string | null;
}

/** Why somebody cannot be asked like this; null when they can. A ward nurse belongs to a ward. */
export const faultInAsked = (
  asked: Asked,
  organisation: Organisation,
  region: Region,
): AccountsCode | null => {
  if (!rolesOf(organisation.kind).includes(asked.role)) return 'role-not-here';
  const unit = region.units.find((each) => each.id === asked.unitId);
  const site = region.sites.find((each) => each.id === (asked.siteId ?? unit?.siteId));
  if (asked.unitId !== null && (unit === undefined || unit.siteId !== site?.id)) return 'place-not-here';
  if (asked.siteId !== null || asked.unitId !== null)
    return site?.organisationId === organisation.id ? null : 'place-not-here';
  return asked.role === 'ward' ? 'place-not-here' : null;
};

/** Why this invitation opens nothing; null when it does. */
export const faultInInvitation = (invitation: Invitation | null, now: Instant): AccountsCode | null => {
  if (invitation === null || invitation.withdrawnAt !== null) return 'invitation-unknown';
  if (invitation.usedAt !== null) return 'invitation-used';
  return now >= invitation.expiresAt ? 'invitation-expired' : null;
};
