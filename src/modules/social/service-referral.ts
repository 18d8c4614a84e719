import { instantFromIso, instantOf, localDay } from '#kernel/calendar.ts';
import type { Instant } from '#kernel/interval.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import { agreeTo, enterPerson, person } from '#modules/people/index.ts';
import { REGION_ZONE } from '#modules/region/index.ts';
import type { Tx } from '#platform/db/database.ts';
import { newId } from '#platform/db/ids.ts';
import { type Entry, record } from '#platform/diary/diary.ts';
import type { PassOnBody, ReferBody } from './contract-referral.ts';
import { needsIn } from './decide/hear.ts';
import { decideStep } from './decide/referral.ts';
import { workdaysOn } from './decide/workdays.ts';
import {
  aloneWithPerson,
  countUnmet,
  insertReferral,
  insertStep,
  lockReferral,
  nextReferralCode,
  referralById,
  referralRuns,
  writeRead,
  writeState,
} from './store-referral.ts';
import { lookById, providerOf } from './store-search.ts';
import {
  PICK_UP_DAYS,
  type Referral,
  type ReferralCode,
  type ReferralCommand,
  type ReferralEvent,
  type ResultReason,
  type StandingReferral,
} from './types-referral.ts';

/** In whose name something is done with a referral: who came in by a link belongs to no organisation. */
export interface Acting {
  readonly actor: string;
  readonly byName: string;
  readonly organisationId: string | null;
  readonly now: Instant;
}

/** Who acts for an organisation, and so can refer. */
export type ActingFor = Acting & { readonly organisationId: string };

type Done = Promise<Result<string, Refusal<ReferralCode | 'version-stale'>>>;

/** Tells both sides that something happened: ids and codes, never what anybody is called or wrote. */
const tellReferral = (
  tx: Tx,
  of: Pick<Referral, 'id' | 'code' | 'personId' | 'fromOrg' | 'toOrg'>,
  event: ReferralEvent['step'],
  { actor, organisationId, now }: Omit<Acting, 'byName'>,
): Promise<void> => {
  const body = { code: of.code, organisations: [...new Set([of.fromOrg, of.toOrg])] };
  const line: Entry = {
    ...{ at: now, room: 'social', event: `referral-${event}`, subject: of.id, unitId: null },
    ...{ organisationId, actor, body: { ...body, personId: of.personId, from: of.fromOrg, to: of.toOrg } },
  };
  return record(tx, [line]);
};

/** Writes what happened, and tells both sides. */
export const keepStep = async (
  tx: Tx,
  of: Pick<Referral, 'id' | 'code' | 'personId' | 'fromOrg' | 'toOrg'>,
  event: Pick<ReferralEvent, 'step'> & Partial<Pick<ReferralEvent, 'result' | 'reason' | 'words'>>,
  by: Acting,
): Promise<void> => {
  await insertStep(tx, {
    ...{ id: newId(), referralId: of.id, at: by.now, byName: by.byName, byOrg: by.organisationId },
    ...{ result: null, reason: null, words: null, ...event },
  });
  await tellReferral(tx, of, event.step, by);
};

/** Picked up by the end of the last working day it may wait. */
const dueFrom = (now: Instant): Instant =>
  instantOf(workdaysOn(localDay(now, REGION_ZONE), PICK_UP_DAYS + 1), 0, REGION_ZONE);

interface Asked extends Pick<ReferBody, 'givenBy' | 'warm' | 'warmAt' | 'question'> {
  readonly personId: string;
  readonly serviceId: string;
  readonly passedFrom: string | null;
}

/** Writes the yes and the referral together: without the one there is not the other. */
const sendOn = async (tx: Tx, asked: Asked, by: ActingFor): Done => {
  const { personId, serviceId, givenBy, question, warm, passedFrom } = asked;
  const warmAt = asked.warmAt === null ? null : instantFromIso(asked.warmAt);
  if (warmAt !== null && warmAt < by.now) return refuse({ code: 'referral-moment-past' });
  const toOrg = await providerOf(tx, serviceId);
  if (toOrg === null) return refuse({ code: 'service-not-referred' });
  await aloneWithPerson(tx, personId);
  if (await referralRuns(tx, { personId, serviceId })) return refuse({ code: 'referral-runs' });
  const consentId = await agreeTo(tx, { personId, purpose: 'welfare', receiverOrg: toOrg, givenBy }, by);
  const of: Referral = {
    ...{
      id: newId(),
      code: await nextReferralCode(tx),
      personId,
      serviceId,
      fromOrg: by.organisationId,
      toOrg,
    },
    ...{ consentId, question, need: needsIn(question)[0]?.need.code ?? null, warm, warmAt },
    ...{ state: 'sent', version: 1, madeAt: by.now, madeBy: by.byName, dueAt: dueFrom(by.now) },
    ...{ readAt: by.now, passedFrom },
  };
  await insertReferral(tx, of);
  await keepStep(tx, of, { step: 'sent' }, by);
  return ok(of.id);
};

/** Refers somebody one knows, or who is entered with it, to a service of which the organisation takes referrals here. */
export const refer = async (
  tx: Tx,
  { person: given, service, ...asked }: ReferBody,
  by: ActingFor,
): Promise<Result<string, Refusal>> => {
  if ((await lookById(tx, service)) === null) return refuse({ code: 'service-unknown' });
  const acting = { id: by.actor, organisationId: by.organisationId };
  const known = 'id' in given ? await person(tx, given.id) : await enterPerson(tx, given, acting, by.now);
  if (known === null) return refuse({ code: 'person-unknown' });
  if ('ok' in known && !known.ok) return known;
  const { id: personId } = 'ok' in known ? known.value : known;
  return sendOn(tx, { ...asked, personId, serviceId: service, passedFrom: null }, by);
};

const openReferral = async (
  tx: Tx,
  { id, version }: { readonly id: string; readonly version: number },
): Promise<Result<StandingReferral, Refusal<ReferralCode | 'version-stale'>>> => {
  const of = await lockReferral(tx, id);
  if (of === null) return refuse({ code: 'referral-unknown' });
  return of.version === version ? ok(of) : refuse({ code: 'version-stale' });
};

/** What nobody could help with is counted by the kind of help, in its month. */
const countIfUnmet = async (
  tx: Tx,
  of: Referral,
  command: ReferralCommand,
  { now }: Acting,
): Promise<void> => {
  if (command.step !== 'ended' || command.result !== 'not') return;
  const [kind = 'other'] = (await lookById(tx, of.serviceId))?.kinds ?? [];
  const month = `${localDay(now, REGION_ZONE).slice(0, 7)}-01`;
  await countUnmet(tx, { kind, reason: command.reason, month });
};

/** Takes a step in a referral that stands as the reader saw it. */
export const takeStep = async (
  tx: Tx,
  act: { readonly id: string; readonly version: number; readonly command: ReferralCommand },
  by: Acting,
): Done => {
  const found = await openReferral(tx, act);
  if (!found.ok) return found;
  const decided = decideStep(found.value, act.command);
  if (!decided.ok) return decided;
  const { words = null } = act.command;
  const end =
    act.command.step === 'ended'
      ? { result: act.command.result, reason: act.command.reason as ResultReason }
      : {};
  await keepStep(tx, found.value, { step: act.command.step, words, ...end }, by);
  await writeState(tx, act.id, decided.value);
  await countIfUnmet(tx, found.value, act.command, by);
  return ok(act.id);
};

/** Passes a referral on to another service: the same question, on a new yes of the person. Answers the new one. */
export const passOn = async (
  tx: Tx,
  { id, version, body }: { readonly id: string; readonly version: number; readonly body: PassOnBody },
  by: ActingFor,
): Promise<Result<string, Refusal>> => {
  if ((await lookById(tx, body.service)) === null) return refuse({ code: 'service-unknown' });
  const found = await openReferral(tx, { id, version });
  if (!found.ok) return found;
  const decided = decideStep(found.value, { step: 'passed-on' });
  if (!decided.ok) return decided;
  const { personId, question } = found.value;
  const { service: serviceId, words, ...asked } = body;
  const sent = await sendOn(tx, { ...asked, personId, serviceId, question, passedFrom: id }, by);
  if (!sent.ok) return sent;
  await keepStep(tx, found.value, { step: 'passed-on', words }, by);
  await writeState(tx, id, decided.value);
  return sent;
};

/** Who referred saw what became of it. */
export const markRead = async (tx: Tx, id: string, { now }: Acting): Done => {
  const of = await referralById(tx, id);
  if (of === null) return refuse({ code: 'referral-unknown' });
  if (!of.sent) return refuse({ code: 'referral-not-yours' });
  await writeRead(tx, id, now);
  return ok(id);
};
