import type { Instant } from '#kernel/interval.ts';
import type { Tx } from '#platform/db/database.ts';
import { first, rows } from '#platform/db/sql.ts';
import { stamp } from '#platform/db/types.ts';
import type { Answer, Medication, WrittenBox } from './types-observation.ts';

type AnswerRow = Omit<Answer, 'boxes'> & Readonly<Record<WrittenBox, string>>;

const ANSWER = `id, number, seen, finding, advice, follow_up as "followUp", medication, saved_at as "savedAt",
  saved_by as "savedBy", sent_at as "sentAt", sent_by as "sentBy", read_at as "readAt", version`;

const answerOf = ({ seen, finding, advice, followUp, ...row }: AnswerRow): Answer => ({
  ...row,
  boxes: { seen, finding, advice, followUp },
});

/** The letters of a stay, the newest first, as far as the reader may know them; a draft is the first. */
export const answersOf = async (tx: Tx, stayId: string): Promise<Answer[]> => {
  const found = await rows<AnswerRow>(
    tx,
    `select ${ANSWER} from stay_answer where stay_id = $1 order by number desc`,
    [stayId],
  );
  return found.map(answerOf);
};

/** Who writes, and when. */
interface Writing {
  readonly at: Instant;
  readonly by: string;
}

/** Begins a draft. */
export const insertAnswer = async (
  tx: Tx,
  stayId: string,
  draft: Pick<Answer, 'id' | 'number' | 'boxes'>,
  { at, by }: Writing,
): Promise<void> => {
  const { seen, finding, advice, followUp } = draft.boxes;
  await rows(
    tx,
    `insert into stay_answer (id, stay_id, number, seen, finding, advice, follow_up, saved_at, saved_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [draft.id, stayId, draft.number, seen, finding, advice, followUp, stamp(at), by],
  );
};

/** Writes on in a draft. */
export const updateAnswer = async (
  tx: Tx,
  id: string,
  boxes: Answer['boxes'],
  { at, by }: Writing,
): Promise<void> => {
  const { seen, finding, advice, followUp } = boxes;
  await rows(
    tx,
    `update stay_answer set seen = $2, finding = $3, advice = $4, follow_up = $5, saved_at = $6, saved_by = $7,
       version = version + 1 where id = $1`,
    [id, seen, finding, advice, followUp, stamp(at), by],
  );
};

/** The draft becomes a letter, with the medicines as they are told in it. */
export const sendAnswer = async (
  tx: Tx,
  id: string,
  medication: readonly Medication[],
  { at, by }: Writing,
): Promise<void> => {
  await rows(
    tx,
    'update stay_answer set medication = $2, sent_at = $3, sent_by = $4, version = version + 1 where id = $1',
    [id, JSON.stringify(medication), stamp(at), by],
  );
};

/** The GP read a letter; true when that was the first time. */
export const markAnswerRead = async (
  tx: Tx,
  stayId: string,
  number: number,
  at: Instant,
): Promise<boolean> => {
  const read = await rows(
    tx,
    `update stay_answer set read_at = $3 where stay_id = $1 and number = $2 and sent_at is not null and read_at is null
     returning id`,
    [stayId, number, stamp(at)],
  );
  return read.length === 1;
};

/** The last request for a place that the house sent from this stay. */
export const retriageOf = (
  tx: Tx,
  stayId: string,
): Promise<{ readonly requestId: string; readonly at: Instant } | null> =>
  first(
    tx,
    'select request_id as "requestId", at from stay_retriage where stay_id = $1 order by at desc, request_id desc limit 1',
    [stayId],
  );

/** Remembers which request the house sent from this stay. */
export const insertRetriage = async (
  tx: Tx,
  sent: { readonly stayId: string; readonly requestId: string; readonly at: Instant; readonly actor: string },
): Promise<void> => {
  await rows(tx, 'insert into stay_retriage (stay_id, request_id, at, actor) values ($1, $2, $3, $4)', [
    sent.stayId,
    sent.requestId,
    stamp(sent.at),
    sent.actor,
  ]);
};

/** Which practice hears of somebody who moved on from another stay; null when nobody moved on, or nobody knows. */
export const practiceBefore = async (tx: Tx, requestId: string): Promise<string | null> =>
  (await first<{ practice: string | null }>(tx, 'select stay_practice_before($1) as practice', [requestId]))
    ?.practice ?? null;
