import type { Tx } from '#platform/db/database.ts';
import { instrumentOf, isReady, standingOf, TRIAGE_NOW } from './decide/triage.ts';
import {
  type AnswerRow,
  answersOf,
  type ConsultRow,
  consultsOf,
  type TriageRow,
  triagesOf,
} from './store-triage.ts';
import type { Request, Route, TriageAnswers, TriageInstrument, TriageStanding } from './types.ts';

/** Everything that was stored of the triage of requests. */
export interface TriageRows {
  readonly answers: readonly AnswerRow[];
  readonly triages: readonly TriageRow[];
  readonly consults: readonly ConsultRow[];
}

/** How far the triage of one request is. */
export interface Known {
  readonly instrument: TriageInstrument;
  readonly answers: TriageAnswers;
  readonly standing: TriageStanding;
  readonly consults: readonly ConsultRow[];
  readonly argued: readonly Route[];
  /** Far enough for a yes. */
  readonly ready: boolean;
}

/** What the store holds of these requests. */
export const triageRows = async (tx: Tx, ids: readonly string[]): Promise<TriageRows> => {
  const [answers, triages, consults] = await Promise.all([
    answersOf(tx, ids),
    triagesOf(tx, ids),
    consultsOf(tx, ids),
  ]);
  return { answers, triages, consults };
};

/** A request keeps the version it was begun with. */
const versionOf = (answers: readonly AnswerRow[]): TriageInstrument =>
  (answers[0] === undefined ? null : instrumentOf(answers[0].version)) ?? TRIAGE_NOW;

/** Draws together what was stored of one request. */
export const knownOf = (request: Request, rows: TriageRows): Known => {
  const mine = <Row extends { readonly requestId: string }>(list: readonly Row[]): Row[] =>
    list.filter(({ requestId }) => requestId === request.id);
  const given = mine(rows.answers);
  const consults = mine(rows.consults);
  const instrument = versionOf(given);
  const answers = Object.fromEntries(given.map(({ question, answer }) => [question, answer]));
  const standing = standingOf(instrument, request, answers);
  const argued = mine(rows.triages).flatMap(({ deviates, route }) => (deviates ? [route] : []));
  const route = consults.find((consult) => consult.route !== null)?.route ?? null;
  const advice = route === null ? null : { route };
  return {
    instrument,
    answers,
    standing,
    consults,
    argued,
    ready: isReady({ asked: request, standing, argued, advice }),
  };
};

/** How far the triage of one request is. */
export const knownTriage = async (tx: Tx, request: Request): Promise<Known> =>
  knownOf(request, await triageRows(tx, [request.id]));
