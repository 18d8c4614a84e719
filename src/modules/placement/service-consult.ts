import { MINUTE } from '#kernel/interval.ts';
import type { Product } from '#kernel/product.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import { type Doing, placesServing } from '#modules/capacity/index.ts';
import type { Tx } from '#platform/db/database.ts';
import { newId } from '#platform/db/ids.ts';
import { record } from '#platform/diary/diary.ts';
import { type Case, openCase } from './case.ts';
import { isPending } from './decide/offer.ts';
import { contradicted, isAnswer, settledWeight, settlesWeight } from './decide/triage.ts';
import { ROUTE_FACTS } from './decide/triage-routes.ts';
import { asks, requestLine } from './doing.ts';
import { updateRequest } from './store.ts';
import { answerConsult, insertAnswers, insertConsult, insertText } from './store-triage.ts';
import { knownTriage } from './triage-known.ts';
import type { Route, TriageStanding } from './types.ts';

type Answer<T> = Promise<Result<T, Refusal>>;

/** The advice as it is given: where to, in one sentence why, and answers of the tree that nobody knew. */
export interface Advice {
  readonly route: Route;
  readonly text: string;
  readonly answers: readonly { readonly question: string; readonly answer: string }[];
}

/** A line that who is asked for advice hears too. */
const tell = async (
  tx: Tx,
  found: Case,
  told: { readonly event: string; readonly organisationId: string; readonly body?: Record<string, unknown> },
  doing: Doing,
): Promise<void> => {
  const line = requestLine(doing, told.event, found, told.body);
  const organisations = [...(line.body['organisations'] as string[]), told.organisationId];
  await record(tx, [{ ...line, body: { ...line.body, organisations } }]);
};

const ask = async (
  tx: Tx,
  found: Case,
  asked: { readonly organisationId: string; readonly question: string },
  doing: Doing,
): Promise<void> => {
  const id = newId();
  const requestId = found.request.id;
  const answerBy = doing.now + doing.region.agreement.consultMinutes * MINUTE;
  const { organisationId } = asked;
  await insertConsult(tx, { id, requestId, organisationId, askedAt: doing.now, answerBy }, doing.actor);
  await insertText(tx, { ofId: id, kind: 'question', requestId, text: asked.question });
  await tell(tx, found, { event: 'consult-asked', organisationId, body: { answerBy } }, doing);
};

/** Nobody knows a decisive answer: the specialist is asked by itself, once, when the region agreed who that is. */
export const consultWhenUnknown = async (
  tx: Tx,
  found: Case,
  standing: TriageStanding,
  doing: Doing,
): Promise<void> => {
  const organisationId = doing.region.agreement.consultOrganisationId;
  if (standing.unknown.length === 0 || organisationId === null) return;
  const { consults } = await knownTriage(tx, found.request);
  if (consults.length === 0) await ask(tx, found, { organisationId, question: '' }, doing);
};

const RUNNING = new Set(['searching', 'offered']);

/** Who asks wants the specialist to think along. An open question stays the one it is. */
export const askConsult = async (tx: Tx, requestId: string, question: string, doing: Doing): Answer<Case> => {
  const found = await openCase(tx, requestId);
  if (!found.ok) return found;
  if (!asks(found.value.request, doing)) return refuse({ code: 'request-unknown' });
  if (!RUNNING.has(found.value.request.state)) return refuse({ code: 'request-not-open' });
  const organisationId = doing.region.agreement.consultOrganisationId;
  if (organisationId === null) return refuse({ code: 'consult-nobody' });
  const { consults } = await knownTriage(tx, found.value.request);
  if (consults.every(({ answeredAt }) => answeredAt !== null))
    await ask(tx, found.value, { organisationId, question }, doing);
  return found;
};

/** What the advice says about the weight, when that is what nobody knew: one answer more, nobody types it twice. */
const withWeight = (advice: Advice, unknown: readonly string[]): Advice['answers'] => {
  const said = advice.answers.some(({ question }) => question === 'weight');
  const weight = { 'elv-low': 'low', 'elv-high': 'high' }[advice.route as string];
  return said || weight === undefined || !unknown.includes('weight')
    ? advice.answers
    : [...advice.answers, { question: 'weight', answer: weight }];
};

/** How heavy the care is, is known now; a house that was asked and cannot give that settles it with its yes instead. */
const settle = async (tx: Tx, found: Case, product: Product | null): Promise<Case> => {
  const { request, offers } = found;
  if (product === null || !settlesWeight(request, product)) return found;
  const places = offers.filter(isPending).map(({ placeId }) => placeId);
  if ((await placesServing(tx, places, product)).size < new Set(places).size) return found;
  const settled = { ...request, product, weight: settledWeight(request.weight, product) };
  await updateRequest(tx, settled);
  return { request: { ...settled, version: settled.version + 1 }, offers };
};

/** The specialist in elderly medicine advises. What becomes of it, who asks decides. */
export const giveAdvice = async (tx: Tx, requestId: string, advice: Advice, doing: Doing): Answer<Case> => {
  const found = await openCase(tx, requestId);
  if (!found.ok) return found;
  const { request } = found.value;
  const known = await knownTriage(tx, request);
  const open = known.consults.find(({ answeredAt }) => answeredAt === null);
  if (open === undefined || open.organisationId !== doing.actor.organisationId)
    return refuse({ code: 'consult-not-open' });
  // What was withdrawn or accepted meanwhile stays as it ended.
  if (!RUNNING.has(request.state)) return refuse({ code: 'request-not-open' });
  const answers = withWeight(advice, known.standing.unknown);
  if (!answers.every(({ question, answer }) => isAnswer(known.instrument, question, answer)))
    return refuse({ code: 'triage-question-unknown' });
  const all = Object.fromEntries(answers.map(({ question, answer }) => [question, answer]));
  const wrong = contradicted(known.instrument, request, { ...known.answers, ...all });
  if (wrong !== null) return refuse(wrong);
  const row = { requestId, version: known.instrument.version, at: doing.now };
  await insertAnswers(
    tx,
    answers.map((answer) => ({ id: newId(), ...row, ...answer })),
    doing.actor,
  );
  await answerConsult(tx, open.id, { route: advice.route, at: doing.now }, doing.actor);
  await insertText(tx, { ofId: open.id, kind: 'advice', requestId, text: advice.text });
  const settled = await settle(tx, found.value, ROUTE_FACTS[advice.route].product);
  const told = {
    event: 'consult-answered',
    organisationId: open.organisationId,
    body: { route: advice.route },
  };
  await tell(tx, settled, told, doing);
  return ok(settled);
};
