import { localTime } from '#kernel/calendar.ts';
import type { Instant } from '#kernel/interval.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import { clockWords } from '#kernel/words.ts';
import type { Doing } from '#modules/capacity/index.ts';
import { REGION_ZONE } from '#modules/region/index.ts';
import type { Tx } from '#platform/db/database.ts';
import { newId } from '#platform/db/ids.ts';
import { record } from '#platform/diary/diary.ts';
import { type Case, openCase } from './case.ts';
import { decideEscalate } from './decide/ladder.ts';
import { asks, requestLine } from './doing.ts';
import { updateRequest } from './store.ts';
import { insertEscalation, insertMessage } from './store-facts.ts';
import type { Offer, Rung, Transport } from './types.ts';

type Answer<T> = Promise<Result<T, Refusal>>;

const STANDING: readonly Offer['state'][] = ['open', 'alternative', 'willing', 'accepted'];

/** In whose thread a word comes: a house speaks in its own, who asks chooses; null is between referrer and desk. */
const threadOf = (
  found: Case,
  organisationId: string | null,
  doing: Doing,
): Result<string | null, Refusal> => {
  const own = doing.actor.organisationId;
  const stands = (organisation: string): boolean =>
    found.offers.some((offer) => offer.organisationId === organisation && STANDING.includes(offer.state));
  if (asks(found.request, doing))
    return organisationId === null || stands(organisationId)
      ? ok(organisationId)
      : refuse({ code: 'offer-not-open' });
  if (organisationId !== null && organisationId !== own) return refuse({ code: 'request-unknown' });
  return stands(own) ? ok(own) : refuse({ code: 'offer-not-open' });
};

/** A question or an answer on the request, as long as it runs. */
export const writeMessage = async (
  tx: Tx,
  requestId: string,
  said: { readonly text: string; readonly organisationId: string | null },
  doing: Doing,
): Answer<Case> => {
  const found = await openCase(tx, requestId);
  if (!found.ok) return found;
  const thread = threadOf(found.value, said.organisationId, doing);
  if (!thread.ok) return thread;
  if (found.value.request.state === 'closed') return refuse({ code: 'request-not-open' });
  const { id: actor, organisationId: fromOrg } = doing.actor;
  const row = {
    id: newId(),
    requestId,
    organisationId: thread.value,
    fromOrg,
    text: said.text,
    at: doing.now,
  };
  await insertMessage(tx, row, actor);
  await record(tx, [requestLine(doing, 'message', found.value, { messageId: row.id })]);
  return found;
};

/** How the person comes, arranged after a yes by who asked, the desk, or the house that said it. */
export const planTransport = async (
  tx: Tx,
  requestId: string,
  ride: { readonly by: Transport; readonly at: Instant | null },
  doing: Doing,
): Answer<Case> => {
  const found = await openCase(tx, requestId);
  if (!found.ok) return found;
  const { request, offers } = found.value;
  const yes = offers.find((offer) => offer.state === 'accepted');
  if (request.state !== 'accepted' || yes === undefined) return refuse({ code: 'not-accepted' });
  if (!asks(request, doing) && yes.organisationId !== doing.actor.organisationId)
    return refuse({ code: 'request-unknown' });
  if (ride.at !== null && ride.at < doing.now) return refuse({ code: 'arrival-in-the-past' });
  const planned = { ...request, transport: { ...ride, setAt: doing.now } };
  await updateRequest(tx, planned);
  await record(tx, [requestLine(doing, 'transport', found.value, { by: ride.by, at: ride.at })]);
  return ok({ request: { ...planned, version: planned.version + 1 }, offers });
};

const shortMoment = (at: Instant): string => {
  const [, month, day] = localTime(at, REGION_ZONE).day.split('-');
  return `${day}-${month} ${clockWords(at, REGION_ZONE)}`;
};

/** The desk climbs a rung: it called the insurer, or reported. Written down once. */
export const escalate = async (tx: Tx, requestId: string, rung: Rung, doing: Doing): Answer<Case> => {
  const found = await openCase(tx, requestId);
  if (!found.ok) return found;
  const { request, offers } = found.value;
  if (!asks(request, doing)) return refuse({ code: 'request-unknown' });
  const clock = { now: doing.now, inWords: shortMoment };
  const decided = decideEscalate(request, rung, doing.region.agreement, clock);
  if (!decided.ok) return decided;
  const row = { id: newId(), requestId, rung, at: doing.now };
  if (!(await insertEscalation(tx, row, doing.actor.id))) return found;
  const woken = { ...request, deskAsked: true };
  await updateRequest(tx, woken);
  await record(tx, [requestLine(doing, 'escalated', found.value, { rung })]);
  return ok({ request: { ...woken, version: woken.version + 1 }, offers });
};
