import type { Refusal } from '#kernel/refusal.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import type { Doing } from '#modules/capacity/index.ts';
import { requestCodeOf } from '#modules/placement/index.ts';
import type { Tx } from '#platform/db/database.ts';
import { newId } from '#platform/db/ids.ts';
import { record } from '#platform/diary/diary.ts';
import { decideSend, type Knowing, missingOf } from './decide/answer.ts';
import { stayLine } from './doing.ts';
import { lockStay, stayById } from './store.ts';
import { answersOf, insertAnswer, markAnswerRead, sendAnswer, updateAnswer } from './store-answer.ts';
import { medicationOf } from './store-observation.ts';
import type { Answer } from './types-observation.ts';

type Outcome<T> = Promise<Result<T, Refusal>>;

/** Which draft is meant: of which stay, as it was read. */
interface Draft {
  readonly stayId: string;
  readonly version: number;
}

/** Writes in the draft, or begins the next letter. Also after somebody left: the answer may still have to go. */
export const writeAnswer = async (
  tx: Tx,
  draft: Draft,
  boxes: Answer['boxes'],
  by: string,
  doing: Doing,
): Outcome<null> => {
  const stay = await lockStay(tx, draft.stayId);
  if (stay === null) return refuse({ code: 'stay-unknown' });
  const [newest] = await answersOf(tx, stay.id);
  const open = newest?.sentAt === null ? newest : undefined;
  if ((open?.version ?? 0) !== draft.version) return refuse({ code: 'version-stale' });
  const writing = { at: doing.now, by };
  const number = (newest?.number ?? 0) + 1;
  if (open === undefined) await insertAnswer(tx, stay.id, { id: newId(), number, boxes }, writing);
  else await updateAnswer(tx, open.id, boxes, writing);
  await record(tx, [stayLine(doing, 'answer-written', stay, { number: open?.number ?? number })]);
  return ok(null);
};

/** The letter goes to the GP, as it stands now; nothing in it changes afterwards. */
export const sendLetter = async (
  tx: Tx,
  draft: Draft,
  knowing: Knowing,
  by: string,
  doing: Doing,
): Outcome<null> => {
  const stay = await lockStay(tx, draft.stayId);
  if (stay === null) return refuse({ code: 'stay-unknown' });
  const [newest] = await answersOf(tx, stay.id);
  if (newest === undefined || newest.sentAt !== null) return refuse({ code: 'answer-no-draft' });
  if (newest.version !== draft.version) return refuse({ code: 'version-stale' });
  const medication = await medicationOf(tx, stay.id);
  const decided = decideSend(missingOf(newest.boxes, medication), knowing);
  if (!decided.ok) return decided;
  await sendAnswer(tx, newest.id, medication, { at: doing.now, by });
  const { number } = newest;
  const code = await requestCodeOf(tx, stay.requestId);
  await record(tx, [stayLine(doing, 'answer-sent', stay, { number, code, gpOrg: stay.gpOrg })]);
  return ok(null);
};

/** The GP says that a letter was read; saying it twice changes nothing. */
export const readLetter = async (tx: Tx, stayId: string, number: number, doing: Doing): Outcome<null> => {
  const stay = await stayById(tx, stayId);
  if (stay === null || stay.gpOrg !== doing.actor.organisationId) return refuse({ code: 'stay-unknown' });
  const letter = (await answersOf(tx, stayId)).find((each) => each.number === number);
  if (letter === undefined) return refuse({ code: 'answer-unknown' });
  if (await markAnswerRead(tx, stayId, number, doing.now))
    await record(tx, [stayLine(doing, 'answer-read', stay, { number })]);
  return ok(null);
};
