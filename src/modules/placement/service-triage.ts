import type { Product } from '#kernel/product.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import { type Doing, placesServing, reachForPlaces } from '#modules/capacity/index.ts';
import type { Tx } from '#platform/db/database.ts';
import { newId } from '#platform/db/ids.ts';
import { type Case, endOffer, moveRequest, noteCase, openCase, withOffer } from './case.ts';
import { isPending } from './decide/offer.ts';
import {
  contradicted,
  deviates,
  instrumentOf,
  isAnswer,
  settledWeight,
  standingOf,
} from './decide/triage.ts';
import { asks } from './doing.ts';
import { consultWhenUnknown } from './service-consult.ts';
import { insertAnswers, insertText, insertTriage } from './store-triage.ts';
import { type Known, knownTriage } from './triage-known.ts';
import type { TriageAnswers, TriageInstrument, TriageOutcome, TriageStanding } from './types.ts';

type Answer<T> = Promise<Result<T, Refusal>>;

/** Answers to the tree as they come in, with why somebody goes on against the advice. */
export interface SentTriage {
  readonly version: number;
  readonly answers: readonly { readonly question: string; readonly answer: string }[];
  /** Empty: nothing is deviated from. */
  readonly deviation: string;
}

/** The same on a running request: `product` takes the advice over, the request then asks for that. */
export interface GivenTriage extends SentTriage {
  readonly product: Product | null;
}

const checked = (
  instrument: TriageInstrument,
  request: Case['request'],
  given: SentTriage,
  before: TriageAnswers,
): Result<TriageAnswers, Refusal> => {
  if (!given.answers.every(({ question, answer }) => isAnswer(instrument, question, answer)))
    return refuse({ code: 'triage-question-unknown' });
  const answers = {
    ...before,
    ...Object.fromEntries(given.answers.map(({ question, answer }) => [question, answer])),
  };
  const wrong = contradicted(instrument, request, answers);
  return wrong === null ? ok(answers) : refuse(wrong);
};

/** What the request asks after this: the advice when it is taken over, or when only the weight had to be settled. */
const askedAfter = (
  request: Case['request'],
  outcome: TriageOutcome | null,
  follow: Product | null,
): Case['request'] => {
  const product = follow ?? outcome?.product ?? null;
  if (product === null) return request;
  const takes = follow !== null || (outcome !== null && !deviates(request, outcome));
  return takes && request.acceptedAt === null
    ? { ...request, product, weight: settledWeight(request.weight, product) }
    : request;
};

/** The request asks for another kind of place: houses that cannot give it need not answer any more. */
const askFor = async (tx: Tx, found: Case, asked: Case['request'], doing: Doing): Answer<Case> => {
  const pending = found.offers.filter(isPending);
  const places = pending.map((offer) => offer.placeId);
  const serving = await placesServing(tx, places, asked.product);
  await reachForPlaces(tx, places, doing);
  let { offers } = found;
  for (const offer of pending.filter(({ placeId }) => !serving.has(placeId))) {
    const ended = await endOffer(tx, offer, 'withdrawn', doing);
    if (!ended.ok) return ended;
    offers = withOffer(offers, ended.value);
  }
  const body = { product: asked.product };
  if (asked.state === 'offered' && !offers.some(isPending))
    return moveRequest(tx, { request: asked, offers }, 'all answers no', doing, {
      event: 'product-changed',
      body,
    });
  return ok(await noteCase(tx, { request: asked, offers }, { event: 'product-changed', body }, doing));
};

const noteOutcome = async (
  tx: Tx,
  request: Case['request'],
  given: SentTriage & { readonly outcome: TriageOutcome },
  doing: Doing,
): Promise<void> => {
  const { route, law } = given.outcome;
  const id = newId();
  const row = { requestId: request.id, version: given.version, product: request.product, at: doing.now };
  await insertTriage(tx, { id, ...row, route, law, deviates: deviates(request, given.outcome) }, doing.actor);
  await insertText(tx, { ofId: id, kind: 'deviation', requestId: request.id, text: given.deviation });
};

const needsArguments = (asked: Case['request'], standing: TriageStanding, given: SentTriage, known: Known) =>
  standing.outcome !== null &&
  deviates(asked, standing.outcome) &&
  given.deviation === '' &&
  !known.argued.includes(standing.outcome.route);

/**
 * Writes down the answers, and where they lead. A complete tree that leads elsewhere needs arguments; without them
 * nothing is stored. Somebody who does not know is helped: the advice of the specialist is asked by itself.
 */
const takeTriage = async (tx: Tx, found: Case, given: GivenTriage, doing: Doing): Answer<Case> => {
  const { request } = found;
  const instrument = instrumentOf(given.version);
  if (instrument === null) return refuse({ code: 'triage-question-unknown' });
  const known = await knownTriage(tx, request);
  const answers = checked(instrument, request, given, known.answers);
  if (!answers.ok) return answers;
  const standing = standingOf(instrument, request, answers.value);
  const asked = askedAfter(request, standing.outcome, given.product);
  if (needsArguments(asked, standing, given, known)) return refuse({ code: 'arguments-missing' });
  const row = { requestId: request.id, version: given.version, at: doing.now };
  await insertAnswers(
    tx,
    given.answers.map((answer) => ({ id: newId(), ...row, ...answer })),
    doing.actor,
  );
  const { outcome } = standing;
  if (outcome !== null) await noteOutcome(tx, asked, { ...given, outcome }, doing);
  const moved = asked.product === request.product ? ok(found) : await askFor(tx, found, asked, doing);
  if (!moved.ok) return moved;
  const body = { version: given.version, open: standing.open.length, route: outcome?.route ?? null };
  const written = { ...moved.value.request, weight: asked.weight };
  const now = await noteCase(tx, { ...moved.value, request: written }, { event: 'triaged', body }, doing);
  await consultWhenUnknown(tx, now, standing, doing);
  return ok(now);
};

/** The triage that came along with a new request. Without any, only the weight may be what nobody knows. */
export const triageOnSending = async (
  tx: Tx,
  found: Case,
  sent: SentTriage | null,
  doing: Doing,
): Answer<Case> => {
  if (sent !== null) return takeTriage(tx, found, { ...sent, product: null }, doing);
  const known = await knownTriage(tx, found.request);
  await consultWhenUnknown(tx, found, known.standing, doing);
  return ok(found);
};

/** Who asks, or the desk, answers questions of the tree on a running request. */
export const answerTriage = async (
  tx: Tx,
  requestId: string,
  given: GivenTriage,
  doing: Doing,
): Answer<Case> => {
  const found = await openCase(tx, requestId);
  if (!found.ok) return found;
  const { request } = found.value;
  if (!asks(request, doing)) return refuse({ code: 'request-unknown' });
  if (request.state === 'admitted' || request.state === 'closed') return refuse({ code: 'request-not-open' });
  if (given.product !== null && given.product !== request.product && request.acceptedAt !== null)
    return refuse({ code: 'already-accepted' });
  return takeTriage(tx, found.value, given, doing);
};
