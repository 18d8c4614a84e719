import type { Refusal } from '#kernel/refusal.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import type { Doing } from '#modules/capacity/index.ts';
import { relate } from '#modules/people/index.ts';
import type { Tx } from '#platform/db/database.ts';
import { newId } from '#platform/db/ids.ts';
import { type Entry, record } from '#platform/diary/diary.ts';
import { handoverStep, withWritten } from './decide/handover.ts';
import { resolveSections } from './decide/handover-missing.ts';
import { knownNow, partyOf, receiverOf } from './handover-facts.ts';
import { expectedDoctor, type Way, type Where, wayOf } from './handover-way.ts';
import { lockStay } from './store.ts';
import {
  handoverById,
  insertHandover,
  insertSent,
  lockHandover,
  newestHandover,
  sentOf,
  updateHandover,
} from './store-handover.ts';
import type {
  Handover,
  HandoverReceiver,
  HandoverSection,
  RevokeReason,
  WrittenSection,
} from './types-handover.ts';

type Answer<T> = Promise<Result<T, Refusal>>;

/** What somebody wrote, and in whose name it stands. */
export interface Writing {
  readonly sections: readonly (WrittenSection & { readonly code: HandoverSection })[];
  readonly receiver?: HandoverReceiver | undefined;
  readonly version: number;
  readonly writer: string;
}

/** A diary line about a handover: who sends, who receives and how far it is, never what is in it. */
export const handoverLine = (
  doing: Doing,
  event: string,
  handover: Handover,
  body: Entry['body'] = {},
): Entry => ({
  at: doing.now,
  room: 'stay',
  event: `handover-${event}`,
  subject: handover.stayId ?? handover.requestId,
  unitId: null,
  organisationId: handover.fromOrg,
  actor: doing.actor.id,
  body: {
    requestId: handover.requestId,
    handoverId: handover.id,
    direction: handover.direction,
    ...body,
    organisations: [
      ...new Set([
        handover.fromOrg,
        doing.region.agreement.deskOrganisationId,
        ...(handover.toOrg === null ? [] : [handover.toOrg]),
      ]),
    ],
  },
});

/** Who receives, as it was said; an organisation must be another one of the region. */
const namedReceiver = (
  receiver: HandoverReceiver | undefined,
  before: Handover,
  doing: Doing,
): Result<Pick<Handover, 'toOrg' | 'toName' | 'toPhone'>, Refusal> => {
  if (receiver === undefined) return ok(before);
  if ('name' in receiver) return ok({ toOrg: null, toName: receiver.name, toPhone: receiver.phone });
  const { organisationId: toOrg } = receiver;
  if (toOrg === before.fromOrg || partyOf(doing, toOrg) === null)
    return refuse({ code: 'handover-no-receiver' });
  return ok({ toOrg, toName: null, toPhone: null });
};

/** Somebody who died or whose request ended goes nowhere any more. */
const mayBegin = ({ request, stay }: Way): Result<null, Refusal> => {
  if (stay?.destination === 'died') return refuse({ code: 'stay-over' });
  return stay === null && request.state === 'closed' ? refuse({ code: 'request-not-open' }) : ok(null);
};

/** An empty draft for this way; what was written for one that was taken back comes along. */
const freshDraft = (way: Way, before: Handover | null, doing: Doing): Handover => ({
  id: newId(),
  requestId: way.request.id,
  personId: way.request.person?.id ?? way.stay?.personId ?? '',
  stayId: way.stay?.id ?? null,
  direction: way.direction,
  fromOrg: way.fromOrg,
  toOrg: way.stay === null ? null : (before?.toOrg ?? way.stay.gpOrg),
  toName: before?.toName ?? null,
  toPhone: before?.toPhone ?? null,
  toDoctor: null,
  state: 'draft',
  sections: before?.sections ?? {},
  savedAt: doing.now,
  savedBy: '',
  sentAt: null,
  receivedAt: null,
  receivedBy: null,
  byPhone: false,
  revokedAt: null,
  revokedBecause: null,
  version: 1,
});

/** The way and the newest handover on it, for who writes it. The stay is held first. */
const openOwn = async (tx: Tx, where: Where, doing: Doing): Answer<{ way: Way; newest: Handover | null }> => {
  if ('stayId' in where && (await lockStay(tx, where.stayId)) === null)
    return refuse({ code: 'stay-unknown' });
  const way = await wayOf(tx, where, doing);
  if (!way.ok) return way;
  const { request, fromOrg, direction } = way.value;
  if (fromOrg !== doing.actor.organisationId || request.person === null)
    return refuse({ code: 'stayId' in where ? 'stay-unknown' : 'request-unknown' });
  const newest = await newestHandover(tx, { requestId: request.id, direction });
  const held = newest === null ? null : await lockHandover(tx, newest.id);
  return ok({ way: way.value, newest: held });
};

const begin = async (
  tx: Tx,
  way: Way,
  before: Handover | null,
  act: Writing,
  doing: Doing,
): Answer<Handover> => {
  const free = mayBegin(way);
  if (!free.ok) return free;
  const draft = freshDraft(way, before, doing);
  const to = namedReceiver(act.receiver, draft, doing);
  if (!to.ok) return to;
  const { toOrg, toName, toPhone } = to.value;
  const sections = withWritten(draft.sections, act.sections);
  const row = { ...draft, toOrg, toName, toPhone, sections, savedBy: act.writer };
  // Somebody else began it a moment ago.
  if (!(await insertHandover(tx, row))) return refuse({ code: 'version-stale' });
  await record(tx, [handoverLine(doing, 'begun', row)]);
  return ok(row);
};

/** Keeps what was written so far. Nobody overwrites what they have not seen. */
export const saveHandover = async (tx: Tx, where: Where, act: Writing, doing: Doing): Answer<Handover> => {
  const found = await openOwn(tx, where, doing);
  if (!found.ok) return found;
  const { way, newest } = found.value;
  if (newest?.state === 'received') return refuse({ code: 'handover-received' });
  if ((newest?.version ?? 0) !== act.version) return refuse({ code: 'version-stale' });
  if (newest === null || newest.state === 'revoked') return begin(tx, way, newest, act, doing);
  const to = namedReceiver(act.receiver, newest, doing);
  if (!to.ok) return to;
  const { toOrg, toName, toPhone } = to.value;
  // Who received it already is told otherwise only by taking it back.
  if (newest.state === 'sent' && (toOrg !== newest.toOrg || toName !== newest.toName))
    return refuse({ code: 'handover-sent-elsewhere' });
  const saved: Handover = {
    ...newest,
    ...{ toOrg, toName, toPhone, sections: withWritten(newest.sections, act.sections) },
    ...{ savedAt: doing.now, savedBy: act.writer },
  };
  await updateHandover(tx, saved);
  await record(tx, [handoverLine(doing, 'saved', saved)]);
  return ok(saved);
};

/** To whom it goes now: in the region an organisation, else somebody who is called. */
const addressed = (way: Way, row: Handover, doing: Doing): Result<Handover, Refusal> => {
  const to = receiverOf(way, row, doing);
  if (to === null) return refuse({ code: 'handover-no-receiver' });
  if (way.stay === null && !['accepted', 'admitted'].includes(way.request.state))
    return refuse({ code: 'handover-no-receiver' });
  return ok({ ...row, toOrg: to.organisationId, toDoctor: expectedDoctor(way) });
};

/** Sends it: a copy that never changes, with a number. Sent again it is the next one, and who receives sees what changed. */
export const sendHandover = async (
  tx: Tx,
  where: Where,
  act: { readonly version: number; readonly writer: string },
  doing: Doing,
): Answer<Handover> => {
  const found = await openOwn(tx, where, doing);
  if (!found.ok) return found;
  const { way, newest } = found.value;
  if (newest === null) return refuse({ code: 'handover-unknown' });
  const state = handoverStep(newest.state, 'send');
  if (!state.ok) return state;
  if (newest.version !== act.version) return refuse({ code: 'version-stale' });
  const to = addressed(way, newest, doing);
  if (!to.ok) return to;
  const known = await knownNow(tx, way, { handover: newest, writer: act.writer }, doing);
  const number = ((await sentOf(tx, newest.id))[0]?.number ?? 0) + 1;
  const sent: Handover = { ...to.value, state: state.value, sentAt: doing.now, savedBy: act.writer };
  await insertSent(tx, {
    ...{ handoverId: sent.id, number, at: doing.now, actor: doing.actor.id },
    sections: resolveSections(known, sent.sections),
  });
  await updateHandover(tx, sent);
  if (sent.direction === 'out' && sent.toOrg !== null)
    await relate(tx, {
      ...{ personId: sent.personId, organisationId: sent.toOrg, kind: 'care-team', ground: 'treatment' },
      ...{ actor: doing.actor.id, now: doing.now },
    });
  await record(tx, [handoverLine(doing, 'sent', sent, { number })]);
  return ok(sent);
};

/** Takes a handover back; the receiver no longer reads it. */
export const takeBack = async (tx: Tx, row: Handover, why: RevokeReason, doing: Doing): Promise<Handover> => {
  const revoked: Handover = { ...row, state: 'revoked', revokedAt: doing.now, revokedBecause: why };
  await updateHandover(tx, revoked);
  await record(tx, [handoverLine(doing, 'revoked', revoked, { because: why })]);
  return revoked;
};

/** Who sent it takes it back, as long as nobody moved on with it. */
export const revokeHandover = async (tx: Tx, id: string, version: number, doing: Doing): Answer<Handover> => {
  const seen = await handoverById(tx, id);
  if (seen === null) return refuse({ code: 'handover-unknown' });
  if (seen.fromOrg !== doing.actor.organisationId) return refuse({ code: 'handover-other-side' });
  const { requestId, stayId, direction } = seen;
  const found = await openOwn(tx, direction === 'out' && stayId !== null ? { stayId } : { requestId }, doing);
  if (!found.ok) return found;
  const { way, newest } = found.value;
  const row = newest?.id === id ? newest : seen;
  const state = handoverStep(row.state, 'revoke');
  if (!state.ok) return state;
  const passed = way.stay === null ? way.request.state === 'admitted' : way.stay.endedAt !== null;
  if (row.state === 'received' && passed) return refuse({ code: 'handover-passed' });
  if (row.version !== version) return refuse({ code: 'version-stale' });
  return ok(await takeBack(tx, row, 'sender', doing));
};
