import { isoFromInstant } from '#kernel/calendar.ts';
import type { Instant } from '#kernel/interval.ts';
import type { Region } from '#modules/region/types.ts';
import type { Tx } from '#platform/db/database.ts';
import type { ConsultView, TriageView } from './contract.ts';
import { deviates, impliedAnswers } from './decide/triage.ts';
import { ROUTE_FACTS } from './decide/triage-routes.ts';
import { type ConsultRow, textsOf } from './store-triage.ts';
import { type Known, knownOf, type TriageRows, triageRows } from './triage-known.ts';
import type { Request } from './types.ts';

/** What a request shows of its triage, and the moments from which is told where it waited. */
export interface TriageSeen {
  readonly triage: TriageView;
  readonly consult: ConsultView | null;
  /** When the triage was far enough for a yes; null while it is not. */
  readonly triagedAt: Instant | null;
  readonly consults: readonly Pick<ConsultRow, 'askedAt' | 'answeredAt'>[];
}

type Texts = ReadonlyMap<string, string>;

const nameOf = (region: Region, id: string): string =>
  region.organisations.find((each) => each.id === id)?.name ?? '';

const answersView = (
  request: Request,
  known: Known,
  rows: TriageRows,
  region: Region,
): TriageView['answers'] => {
  const implied = Object.entries(impliedAnswers(known.instrument, request));
  const given = rows.answers.filter(({ requestId }) => requestId === request.id);
  const order = ({ question }: { readonly question: string }): number =>
    known.instrument.questions.findIndex(({ id }) => id === question);
  return [
    ...implied
      .filter(([question]) => known.answers[question] === undefined)
      .map(([question, answer]) => ({
        question,
        answer,
        by: nameOf(region, request.referrerOrg),
        at: isoFromInstant(request.sentAt),
        implied: true,
      })),
    ...given.map(({ question, answer, organisationId, at }) => ({
      question,
      answer,
      by: nameOf(region, organisationId),
      at: isoFromInstant(at),
      implied: false,
    })),
  ].sort((a, b) => order(a) - order(b));
};

const outcomeView = (request: Request, { standing }: Known): TriageView['outcome'] => {
  if (standing.outcome === null) return null;
  const { route, product, law, reason } = standing.outcome;
  return { route, product, law, reason, deviates: deviates(request, standing.outcome) };
};

/** The last arguments that were written against the advice that stands. */
const deviationOf = (
  request: Request,
  { standing }: Known,
  rows: TriageRows,
  texts: Texts,
): string | null => {
  const written = rows.triages
    .filter(({ requestId, route }) => requestId === request.id && route === standing.outcome?.route)
    .flatMap(({ id }) => texts.get(`deviation ${id}`) ?? []);
  return written[0] ?? null;
};

const consultView = (row: ConsultRow | undefined, region: Region, texts: Texts): ConsultView | null =>
  row === undefined
    ? null
    : {
        organisationId: row.organisationId,
        organisation: nameOf(region, row.organisationId),
        askedAt: isoFromInstant(row.askedAt),
        answerBy: isoFromInstant(row.answerBy),
        phone: row.phone,
        question: texts.get(`question ${row.id}`) ?? '',
        answeredAt: row.answeredAt === null ? null : isoFromInstant(row.answeredAt),
        advice:
          row.route === null
            ? null
            : {
                route: row.route,
                product: ROUTE_FACTS[row.route].product,
                text: texts.get(`advice ${row.id}`) ?? '',
              },
      };

const lastOf = (moments: readonly Instant[]): Instant | null =>
  moments.length === 0 ? null : Math.max(...moments);

const triagedAt = (request: Request, known: Known, rows: TriageRows): Instant | null => {
  if (!known.ready) return null;
  const given = rows.answers.filter(({ requestId }) => requestId === request.id).map(({ at }) => at);
  const advised = known.consults.flatMap(({ answeredAt }) => answeredAt ?? []);
  return lastOf([...given, ...advised]) ?? request.sentAt;
};

/** What these requests show of their triage, by id. */
export const seeTriage = async (
  tx: Tx,
  region: Region,
  requests: readonly Request[],
): Promise<ReadonlyMap<string, TriageSeen>> => {
  const ids = requests.map(({ id }) => id);
  const [rows, texts] = await Promise.all([triageRows(tx, ids), textsOf(tx, ids)]);
  return new Map(
    requests.map((request) => {
      const known = knownOf(request, rows);
      const { instrument, standing, ready, consults } = known;
      const triage = {
        version: instrument.version,
        complete: ready,
        answers: answersView(request, known, rows, region),
        open: [...standing.open],
        unknown: [...standing.unknown],
        outcome: outcomeView(request, known),
        deviation: deviationOf(request, known, rows, texts),
      };
      const consult = consultView(consults[0], region, texts);
      return [request.id, { triage, consult, triagedAt: triagedAt(request, known, rows), consults }];
    }),
  );
};
