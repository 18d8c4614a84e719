import { randomBytes } from 'node:crypto';
import { isoFromInstant } from '#kernel/calendar.ts';
import type { Instant } from '#kernel/interval.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import type { Tx } from '#platform/db/database.ts';
import { newId } from '#platform/db/ids.ts';
import { record } from '#platform/diary/diary.ts';
import type { RelativeView } from './contract-family.ts';
import { DOOR_FOR, maskedEmail } from './decide/door.ts';
import { digest } from './service-door.ts';
import { relatedTo } from './store.ts';
import {
  careFor,
  endRelativeDoors,
  insertRelative,
  insertRelativeDoor,
  oneInvitationAtATime,
  relativeOf,
  revokeRelative,
} from './store-family.ts';
import type { PeopleCode } from './types.ts';
import type { Invitation, Relative } from './types-family.ts';

/** Who invites or revokes: somebody who knows the person, or the person, who belongs to no organisation. */
export interface Inviting {
  readonly actor: string;
  readonly organisationId: string | null;
  readonly now: Instant;
}

/** A relative with a link of their own, which is told once and kept nowhere. */
export interface Invited {
  readonly relative: Relative;
  readonly token: string;
  readonly until: Instant;
}

type Refused = Refusal<PeopleCode>;

/** A relative as screens show them. */
export const relativeView = (relative: Relative): RelativeView => ({
  id: relative.id,
  name: relative.name,
  relation: relative.relation,
  codeTo: relative.email === null ? null : maskedEmail(relative.email),
  saidBy: relative.saidBy,
  saidAt: isoFromInstant(relative.saidAt),
});

/** Screens of everybody who knows the person hear of it at once; never who it is. */
const tell = async (
  tx: Tx,
  event: string,
  about: { readonly personId: string; readonly relativeId: string },
  by: Inviting,
): Promise<void> =>
  record(tx, [
    {
      ...{ at: by.now, room: 'people', event, subject: about.personId, unitId: null },
      ...{ organisationId: by.organisationId, actor: by.actor },
      body: { relativeId: about.relativeId, organisations: await relatedTo(tx, about.personId) },
    },
  ]);

const giveLink = async (tx: Tx, relative: Relative, by: Inviting): Promise<Invited> => {
  const token = randomBytes(32).toString('base64url');
  const until = by.now + DOOR_FOR;
  await endRelativeDoors(tx, relative.id, by.now);
  await insertRelativeDoor(tx, { id: newId(), relative, tokenHash: digest(token), until }, by);
  return { relative, token, until };
};

/** May whoever acts know this person: as themselves, or by a relation? */
const known = async (tx: Tx, personId: string, by: Inviting): Promise<boolean> =>
  by.actor === `person:${personId}` || (await careFor(tx, personId));

/** Takes the invitation back, from this moment on; nothing happens when nobody reads along. */
const letGo = async (tx: Tx, personId: string, by: Inviting): Promise<void> => {
  const relativeId = await revokeRelative(tx, personId, by);
  if (relativeId === null) return;
  await endRelativeDoors(tx, relativeId, by.now);
  await tell(tx, 'family-revoked', { personId, relativeId }, by);
};

/** Who reads along with somebody one knows. */
export const familyOf = async (tx: Tx, personId: string): Promise<Result<Relative | null, Refused>> =>
  (await careFor(tx, personId)) ? ok(await relativeOf(tx, personId)) : refuse({ code: 'person-unknown' });

/** Asks one relative along, on the yes of the person; who read along before does no longer. */
export const inviteRelative = async (
  tx: Tx,
  ask: { readonly personId: string; readonly invitation: Invitation },
  by: Inviting,
): Promise<Result<Invited, Refused>> => {
  const { personId, invitation } = ask;
  if (!(await known(tx, personId, by))) return refuse({ code: 'person-unknown' });
  await oneInvitationAtATime(tx, personId);
  await letGo(tx, personId, by);
  const relative: Relative = {
    ...{ id: newId(), personId, name: invitation.name, relation: invitation.relation },
    ...{ email: invitation.email, saidBy: invitation.saidBy, saidAt: by.now, revokedAt: null },
  };
  await insertRelative(tx, relative, by);
  const invited = await giveLink(tx, relative, by);
  await tell(tx, 'family-invited', { personId, relativeId: relative.id }, by);
  return ok(invited);
};

/** A new link for who reads along; the one before opens nothing any more. */
export const linkRelative = async (
  tx: Tx,
  personId: string,
  by: Inviting,
): Promise<Result<Invited, Refused>> => {
  if (!(await known(tx, personId, by))) return refuse({ code: 'person-unknown' });
  const relative = await relativeOf(tx, personId);
  if (relative === null) return refuse({ code: 'relative-none' });
  const invited = await giveLink(tx, relative, by);
  await tell(tx, 'family-linked', { personId, relativeId: relative.id }, by);
  return ok(invited);
};

/** Nobody reads along any more. */
export const revokeFamily = async (
  tx: Tx,
  personId: string,
  by: Inviting,
): Promise<Result<Relative | null, Refused>> => {
  if (!(await known(tx, personId, by))) return refuse({ code: 'person-unknown' });
  await letGo(tx, personId, by);
  return ok(null);
};
