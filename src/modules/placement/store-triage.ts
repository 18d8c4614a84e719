import type { Instant } from '#kernel/interval.ts';
import type { Product } from '#kernel/product.ts';
import type { Tx } from '#platform/db/database.ts';
import { rows } from '#platform/db/sql.ts';
import { stamp } from '#platform/db/types.ts';
import type { Law, Route } from './types.ts';

/** One answer to a question of the tree: by which organisation, and when. */
export interface AnswerRow {
  readonly requestId: string;
  readonly version: number;
  readonly question: string;
  readonly answer: string;
  readonly at: Instant;
  readonly organisationId: string;
}

/** What the tree advised at a moment, and what was asked all the same. */
export interface TriageRow {
  readonly id: string;
  readonly requestId: string;
  readonly version: number;
  readonly route: Route;
  readonly law: Law;
  readonly product: Product;
  readonly deviates: boolean;
  readonly at: Instant;
}

/** A question to the specialist in elderly medicine, and the answer when there is one. */
export interface ConsultRow {
  readonly id: string;
  readonly requestId: string;
  readonly organisationId: string;
  readonly askedAt: Instant;
  readonly answerBy: Instant;
  readonly answeredAt: Instant | null;
  readonly route: Route | null;
  /** The telephone of who asked; only for who is asked, as long as the question is open. */
  readonly phone: string | null;
}

/** Who did it, for which organisation. */
interface By {
  readonly id: string;
  readonly organisationId: string;
}

/** Adds answers; what was answered before stays to be read. */
export const insertAnswers = async (
  tx: Tx,
  list: readonly (Omit<AnswerRow, 'organisationId'> & { readonly id: string })[],
  by: By,
): Promise<void> => {
  if (list.length === 0) return;
  await rows(
    tx,
    `insert into placement_answer (id, request_id, version, question, answer, at, actor, organisation_id)
     select id, "requestId", version, question, answer, to_timestamp(at / 1000), $2, $3
     from jsonb_to_recordset($1::jsonb) as t(id uuid, "requestId" uuid, version integer, question text, answer text, at double precision)`,
    [JSON.stringify(list), by.id, by.organisationId],
  );
};

/** The answer that counts, per request and question: the newest. */
export const answersOf = (tx: Tx, requestIds: readonly string[]): Promise<AnswerRow[]> =>
  rows<AnswerRow>(
    tx,
    `select distinct on (request_id, question) request_id as "requestId", version, question, answer, at,
       organisation_id as "organisationId"
     from placement_answer where request_id = any($1::uuid[]) order by request_id, question, seq desc`,
    [requestIds],
  );

/** Adds what was advised and asked. */
export const insertTriage = async (tx: Tx, row: TriageRow, by: By): Promise<void> => {
  await rows(
    tx,
    `insert into placement_triage (id, request_id, version, route, law, product, deviates, at, actor, organisation_id)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      row.id,
      row.requestId,
      row.version,
      row.route,
      row.law,
      row.product,
      row.deviates,
      stamp(row.at),
      by.id,
      by.organisationId,
    ],
  );
};

/** What was advised and asked for these requests, newest first. */
export const triagesOf = (tx: Tx, requestIds: readonly string[]): Promise<TriageRow[]> =>
  rows<TriageRow>(
    tx,
    `select id, request_id as "requestId", version, route, law, product, deviates, at
     from placement_triage where request_id = any($1::uuid[]) order by seq desc`,
    [requestIds],
  );

/** What was written freely about an outcome or a question for advice, for who may read it. */
export type TextKind = 'deviation' | 'question' | 'advice';

/** Adds a text; nothing written is nothing stored. */
export const insertText = async (
  tx: Tx,
  text: {
    readonly ofId: string;
    readonly kind: TextKind;
    readonly requestId: string;
    readonly text: string;
  },
): Promise<void> => {
  if (text.text === '') return;
  await rows(
    tx,
    'insert into placement_triage_text (of_id, kind, request_id, text) values ($1, $2, $3, $4)',
    [text.ofId, text.kind, text.requestId, text.text],
  );
};

/** The texts of these requests, by `kind` and what they belong to: `advice <id>`. */
export const textsOf = async (tx: Tx, requestIds: readonly string[]): Promise<Map<string, string>> => {
  const found = await rows<{ of_id: string; kind: TextKind; text: string }>(
    tx,
    'select of_id, kind, text from placement_triage_text where request_id = any($1::uuid[])',
    [requestIds],
  );
  return new Map(found.map(({ kind, of_id, text }) => [`${kind} ${of_id}`, text]));
};

/** Adds a question for advice. */
export const insertConsult = async (
  tx: Tx,
  row: Pick<ConsultRow, 'id' | 'requestId' | 'organisationId' | 'askedAt' | 'answerBy'>,
  by: By,
): Promise<void> => {
  await rows(
    tx,
    `insert into placement_consult (id, request_id, organisation_id, asked_at, asked_by, answer_by) values ($1, $2, $3, $4, $5, $6)`,
    [row.id, row.requestId, row.organisationId, stamp(row.askedAt), by.id, stamp(row.answerBy)],
  );
};

/** Writes the advice. */
export const answerConsult = async (
  tx: Tx,
  id: string,
  given: { readonly route: Route; readonly at: Instant },
  by: By,
): Promise<void> => {
  await rows(
    tx,
    'update placement_consult set answered_at = $2, answered_by = $3, route = $4 where id = $1',
    [id, stamp(given.at), by.id, given.route],
  );
};

/** The questions for advice about these requests, newest first. */
export const consultsOf = (tx: Tx, requestIds: readonly string[]): Promise<ConsultRow[]> =>
  rows<ConsultRow>(
    tx,
    `select id, request_id as "requestId", organisation_id as "organisationId", asked_at as "askedAt", answer_by as "answerBy",
       answered_at as "answeredAt", route, case when answered_at is null then placement_callback(request_id) end as phone
     from placement_consult where request_id = any($1::uuid[]) order by asked_at desc, id desc`,
    [requestIds],
  );

/** Requests about which an organisation must still advise, who waits longest first. */
export const openConsultIds = async (tx: Tx, organisationId: string): Promise<string[]> => {
  const found = await rows<{ id: string }>(
    tx,
    `select c.request_id as id from placement_consult c join placement_request r on r.id = c.request_id
     where c.organisation_id = $1 and c.answered_at is null and r.state in ('searching', 'offered')
     order by c.answer_by, c.id limit 200`,
    [organisationId],
  );
  return found.map((row) => row.id);
};
