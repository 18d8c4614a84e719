import { isoFromInstant } from '#kernel/calendar.ts';
import type { Instant } from '#kernel/interval.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import { maskedEmail } from '#modules/people/index.ts';
import { loadOrganisations } from '#modules/region/index.ts';
import type { OrganisationRecord } from '#modules/region/types.ts';
import type { Tx } from '#platform/db/database.ts';
import { record, type WrittenEntry } from '#platform/diary/diary.ts';
import type { Actor } from '#platform/http/actor.ts';
import type { Letter } from '#platform/outbox/mail.ts';
import type { ShortMessage } from '#platform/outbox/short-message.ts';
import type { HelperLinkView } from './contract-helping.ts';
import { maskedMobile, reachOf } from './decide/helping.ts';
import { isOver } from './decide/referral.ts';
import { waitingLetter, waitingText } from './letter-helping.ts';
import { makeHelperLink } from './service-helping-door.ts';
import { roomLink } from './service-helping-room.ts';
import { takesPartByLink } from './store-helping.ts';
import { referralById } from './store-referral.ts';
import type { HelperReach } from './types-helping.ts';

/** What this installation can send. */
export interface CanReach {
  readonly mail: boolean;
  readonly messages: boolean;
}

/** Who makes or receives a referral is asked again by a new link. */
const ASKED = 'referral-link-asked';
/** After these a link goes out: something waits, still waits, or somebody lost the link. */
const LINKED = new Set(['referral-sent', 'referral-reminded', ASKED]);

/** That a referral waits for an organisation without accounts, by the way it is reached. */
export interface WaitingAt {
  readonly referralId: string;
  readonly organisationId: string;
  readonly way: HelperReach['way'];
}

const organisationWith = async (tx: Tx, id: string): Promise<OrganisationRecord | undefined> =>
  (await loadOrganisations(tx)).find((each) => each.id === id);

/** Whom a line of the diary brings a link; null: nobody, or somebody who signs in and reads it there. */
export const waitsByLink = async (tx: Tx, line: WrittenEntry, can: CanReach): Promise<WaitingAt | null> => {
  const organisationId = line.body['to'];
  if (line.room !== 'social' || !LINKED.has(line.event) || typeof organisationId !== 'string') return null;
  if ((!can.mail && !can.messages) || !(await takesPartByLink(tx, organisationId))) return null;
  const organisation = await organisationWith(tx, organisationId);
  const reach = organisation === undefined ? null : reachOf(organisation, can);
  // Who has no address keeps a letter that cannot go: the desk sees it and calls.
  return { referralId: line.subject, organisationId, way: reach?.way ?? 'mail' };
};

/** What a message to a helper is written with, at the moment it goes out. */
export interface HelperWriting {
  readonly referralId: string;
  readonly organisationId: string;
  readonly key: Buffer;
  readonly publicUrl: string;
  readonly practice: boolean;
  readonly now: Instant;
}

const write = async <T>(
  tx: Tx,
  { referralId, organisationId, key, publicUrl, practice, now }: HelperWriting,
  {
    can,
    words,
  }: { readonly can: CanReach; readonly words: (facts: Parameters<typeof waitingLetter>[0]) => T },
): Promise<T | 'no-address' | 'overtaken'> => {
  const of = await referralById(tx, referralId);
  if (of === null || isOver(of.state)) return 'overtaken';
  const organisation = await organisationWith(tx, organisationId);
  const reach = organisation === undefined ? null : reachOf(organisation, can);
  if (organisation === undefined || reach === null) return 'no-address';
  const { token } = await makeHelperLink(tx, referralId, now);
  return words({
    ...{ to: reach.to, organisation: organisation.name, practice },
    link: `${publicUrl}/verwijzing#${token}`,
    roomLink: `${publicUrl}/plek#${roomLink(key, of.serviceId, now)}`,
  });
};

/** The letter with a new link, in the name of the organisation that receives; overtaken when nothing waits any more. */
export const helperLetter = (tx: Tx, writing: HelperWriting): Promise<Letter | 'no-address' | 'overtaken'> =>
  write(tx, writing, { can: { mail: true, messages: false }, words: waitingLetter });

/** The same for a telephone. */
export const helperText = (
  tx: Tx,
  writing: HelperWriting,
): Promise<ShortMessage | 'no-address' | 'overtaken'> =>
  write(tx, writing, { can: { mail: false, messages: true }, words: waitingText });

const masked = (reach: HelperReach): string =>
  reach.way === 'mail' ? maskedEmail(reach.to) : maskedMobile(reach.to);

/** Who referred has the link sent again; in practice nothing goes out, so the new link is told once. */
export const askLinkAgain = async (
  tx: Tx,
  { id, actor, now }: { readonly id: string; readonly actor: Actor; readonly now: Instant },
  { can, practice }: { readonly can: CanReach; readonly practice: boolean },
): Promise<Result<HelperLinkView, Refusal>> => {
  const of = await referralById(tx, id);
  if (of === null || !of.sent) return refuse({ code: 'referral-unknown' });
  if (!of.agreed) return refuse({ code: 'referral-taken-back' });
  if (isOver(of.state)) return refuse({ code: 'referral-over' });
  if (!(await takesPartByLink(tx, of.toOrg))) return refuse({ code: 'helper-has-account' });
  if (practice) {
    const { token, until } = await makeHelperLink(tx, id, now);
    return ok({ token, sentTo: null, until: isoFromInstant(until) });
  }
  const organisation = await organisationWith(tx, of.toOrg);
  const reach = organisation === undefined ? null : reachOf(organisation, can);
  if (reach === null) return refuse({ code: 'helper-unreachable' });
  await record(tx, [
    {
      ...{ at: now, room: 'social', event: ASKED, subject: id, unitId: null },
      ...{ organisationId: actor.organisationId, actor: actor.id },
      body: { code: of.code, organisations: [of.fromOrg], from: of.fromOrg, to: of.toOrg },
    },
  ]);
  return ok({ token: null, sentTo: masked(reach), until: null });
};
