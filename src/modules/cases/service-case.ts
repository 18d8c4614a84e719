import type { Refusal } from '#kernel/refusal.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import { agreeTo, enterPerson, person } from '#modules/people/index.ts';
import type { ConsentGiver } from '#modules/people/types.ts';
import type { Tx } from '#platform/db/database.ts';
import { newId } from '#platform/db/ids.ts';
import { type Entry, record } from '#platform/diary/diary.ts';
import type { CaseBody, CaseEndBody, HelperBody } from './contract-case.ts';
import { decideEnd, decideLead, decideLeave, type Standing } from './decide/case.ts';
import { caseLine, type Doing, type Telling } from './doing.ts';
import { stepSignal } from './service-signal.ts';
import {
  endCaseRow,
  endHelp,
  helpersOf,
  insertCase,
  insertQuestion,
  lockCase,
  nextCaseCode,
  putTakenIn,
  writeParts,
} from './store-case.ts';
import { actionsOf } from './store-plan.ts';
import { knowPerson, signalById } from './store-signal.ts';
import { CASE_PARTS, type Case, type CaseCode, type CasePart } from './types-case.ts';

/** What a command on a case answers: which case it was. */
export type CaseResult = Promise<Result<string, Refusal<CaseCode>>>;

/** The case under lock with who is in it, as it stands for the acting organisation. */
export const openStanding = async (
  tx: Tx,
  id: string,
  { actor }: Doing,
): Promise<Result<Standing, Refusal<CaseCode>>> => {
  const of = await lockCase(tx, id);
  if (of === null) return refuse({ code: 'case-unknown' });
  return ok({ of, helpers: await helpersOf(tx, id), organisationId: actor.organisationId });
};

/** Tells who is in it that something changed: of a part only who may see it, and also who just left, whose screen closes. */
export const tellRound = async (
  tx: Tx,
  doing: Telling,
  event: string,
  { id, code }: Pick<Case, 'id' | 'code'>,
  { also = [], part, ...body }: Entry['body'] & { also?: readonly string[]; part?: CasePart } = {},
): Promise<void> => {
  const helpers = (await helpersOf(tx, id)).filter(
    ({ isIn, parts }) => isIn && (part === undefined || parts.includes(part)),
  );
  const organisations = [...new Set([...helpers.map(({ organisationId }) => organisationId), ...also])];
  await record(tx, [caseLine(doing, event, id, { code, ...body, organisations })]);
};

const taken = async (
  tx: Tx,
  of: Case,
  said: {
    readonly organisationId: string;
    readonly parts: readonly CasePart[];
    readonly givenBy: ConsentGiver;
  },
  { actor, now }: Doing,
): Promise<void> => {
  const { organisationId, parts, givenBy } = said;
  const yes = { personId: of.personId, purpose: 'welfare' as const, receiverOrg: organisationId, givenBy };
  const by = { actor: actor.id, organisationId: actor.organisationId, now };
  const consentId = await agreeTo(tx, yes, by);
  await putTakenIn(tx, of.id, { organisationId, consentId, parts, joinedAt: now });
};

/** Whom the case is about: somebody one knows, who is entered now, or who the signal is about. */
const personFor = async (
  tx: Tx,
  { person: given, signal }: Pick<CaseBody, 'person' | 'signal'>,
  { actor, now }: Doing,
): Promise<Result<string, Refusal>> => {
  if (given !== null && typeof given !== 'string') {
    const entered = await enterPerson(tx, given, actor, now);
    return entered.ok ? ok(entered.value.id) : entered;
  }
  const id = given ?? (signal === null ? null : (await signalById(tx, signal))?.known.personId) ?? null;
  return id === null || (await person(tx, id)) === null ? refuse({ code: 'person-unknown' }) : ok(id);
};

/** Opens a case with the yes of the person: who opens it coordinates, and sees all of it. A signal it comes of is settled. */
export const openCase = async (
  tx: Tx,
  { question, givenBy, ...about }: CaseBody,
  doing: Doing,
): Promise<Result<string, Refusal>> => {
  const who = await personFor(tx, about, doing);
  if (!who.ok) return who;
  if (about.signal !== null) {
    const settled = await stepSignal(tx, { id: about.signal, step: 'settle', outcome: 'case' }, doing);
    if (!settled.ok) return settled;
    await knowPerson(tx, about.signal, who.value);
  }
  const personId = who.value;
  const organisationId = doing.actor.organisationId;
  const of: Case = {
    ...{ id: newId(), code: await nextCaseCode(tx), personId, coordinatorOrg: organisationId },
    ...{ openedAt: doing.now, openedBy: doing.actor.name, endedAt: null },
  };
  await insertCase(tx, of);
  await taken(tx, of, { organisationId, parts: CASE_PARTS, givenBy }, doing);
  await insertQuestion(tx, of.id, question);
  await tellRound(tx, doing, 'case-opened', of);
  return ok(of.id);
};

/** Takes an organisation in, on the yes of the person to it; one whose yes was taken back comes in on a new one. */
export const takeIn = async (
  tx: Tx,
  { id, organisation, parts, givenBy }: HelperBody & { readonly id: string },
  doing: Doing,
): CaseResult => {
  const found = await openStanding(tx, id, doing);
  if (!found.ok) return found;
  const may = decideLead(found.value);
  if (!may.ok) return may;
  if (!doing.region.organisations.some((each) => each.id === organisation))
    return refuse({ code: 'case-organisation-unknown' });
  if (organisation === doing.actor.organisationId) return refuse({ code: 'helper-in-already' });
  await taken(tx, found.value.of, { organisationId: organisation, parts, givenBy }, doing);
  await tellRound(tx, doing, 'helper-joined', found.value.of, { helper: organisation });
  return ok(id);
};

/** Opens and shuts parts for a helper, as the person said. */
export const changeParts = async (
  tx: Tx,
  act: { readonly id: string; readonly helper: string; readonly parts: readonly CasePart[] },
  doing: Doing,
): CaseResult => {
  const found = await openStanding(tx, act.id, doing);
  if (!found.ok) return found;
  const may = decideLead(found.value);
  if (!may.ok) return may;
  if (act.helper === found.value.of.coordinatorOrg) return refuse({ code: 'coordinator-stays' });
  if (!found.value.helpers.some((each) => each.organisationId === act.helper && each.isIn))
    return refuse({ code: 'helper-unknown' });
  await writeParts(tx, act.id, act.helper, act.parts);
  await tellRound(tx, doing, 'parts-changed', found.value.of, { helper: act.helper });
  return ok(act.id);
};

/** An organisation leaves, by itself or because the person wants that. */
export const leaveCase = async (
  tx: Tx,
  { id, helper }: { readonly id: string; readonly helper: string },
  doing: Doing,
): CaseResult => {
  const found = await openStanding(tx, id, doing);
  if (!found.ok) return found;
  const may = decideLeave(found.value, helper);
  if (!may.ok) return may;
  const others = found.value.helpers.map(({ organisationId }) => organisationId);
  await endHelp(tx, id, helper, doing.now);
  await tellRound(tx, doing, 'helper-left', found.value.of, { helper, also: others });
  return ok(id);
};

/** Ends the case with what was learned; nothing that was agreed is left without an answer. */
export const endCase = async (
  tx: Tx,
  { id, outcome, learned }: CaseEndBody & { readonly id: string },
  doing: Doing,
): CaseResult => {
  const found = await openStanding(tx, id, doing);
  if (!found.ok) return found;
  const may = decideEnd(found.value, await actionsOf(tx, id));
  if (!may.ok) return may;
  await endCaseRow(tx, id, { outcome, learned, at: doing.now, byName: doing.actor.name });
  await tellRound(tx, doing, 'case-ended', found.value.of, { outcome });
  return ok(id);
};
