import { isoFromInstant } from '#kernel/calendar.ts';
import type { Instant } from '#kernel/interval.ts';
import type { Doing } from '#modules/capacity/index.ts';
import type { Tx } from '#platform/db/database.ts';
import type { AnswerView, LetterView } from './contract-observation.ts';
import { missingOf } from './decide/answer.ts';
import { proposalsOf } from './decide/seen-words.ts';
import { trendOf } from './decide/trend.ts';
import { spanOf } from './span.ts';
import { answersOf, retriageOf } from './store-answer.ts';
import { countingOf, medicationOf } from './store-observation.ts';
import type { Stay } from './types.ts';
import type { Answer } from './types-observation.ts';
import { viewMark } from './view-observation.ts';

const EMPTY: Answer['boxes'] = { seen: '', finding: '', advice: '', followUp: '' };

const isoOrNull = (at: Instant | null): string | null => (at === null ? null : isoFromInstant(at));

const lettersOf = (answers: readonly Answer[]): LetterView[] =>
  answers.flatMap(({ id, number, boxes, medication, sentAt, sentBy, readAt }) => {
    if (sentAt === null || sentBy === null || medication === null) return [];
    const told = medication.map(viewMark);
    const moments = { sentAt: isoFromInstant(sentAt), readAt: isoOrNull(readAt) };
    return [{ id, number, boxes, medication: told, sentBy, ...moments }];
  });

/** What the strip offers for the first box, to who writes. */
const offered = async (tx: Tx, stay: Stay, now: Instant): Promise<AnswerView['proposals']> => {
  const [{ days }, seen] = await Promise.all([spanOf(tx, stay, now), countingOf(tx, stay.id)]);
  const rows = trendOf(
    seen,
    days.map(({ day }) => day),
  );
  return [...proposalsOf(rows)];
};

/** The letter that is shown: the draft, or the last that was sent. */
const shownOf = (newest: Answer | undefined) => ({
  number: newest?.number ?? 1,
  boxes: newest?.boxes ?? EMPTY,
  savedAt: isoOrNull(newest?.savedAt ?? null),
  savedBy: newest?.savedBy ?? null,
  sentAt: isoOrNull(newest?.sentAt ?? null),
  readAt: isoOrNull(newest?.readAt ?? null),
  version: newest?.sentAt === null ? newest.version : 0,
});

/** What only the house sees: what it can write, and where it asked for a place for longer. */
const ofHouse = async (
  tx: Tx,
  stay: Stay,
  now: Instant,
): Promise<Pick<AnswerView, 'proposals' | 'retriage'>> => {
  const retriage = await retriageOf(tx, stay.id);
  return {
    proposals: await offered(tx, stay, now),
    retriage: retriage === null ? null : { requestId: retriage.requestId, at: isoFromInstant(retriage.at) },
  };
};

/** The answer to the GP as this reader may know it: row-level security keeps a draft to the house. */
export const viewAnswer = async (tx: Tx, stay: Stay, doing: Doing): Promise<AnswerView> => {
  const own = stay.organisationId === doing.actor.organisationId;
  const answers = await answersOf(tx, stay.id);
  const [newest] = answers;
  const shown = shownOf(newest);
  const told = newest?.medication ?? (own ? await medicationOf(tx, stay.id) : []);
  return {
    stayId: stay.id,
    own,
    ...shown,
    medication: told.map(viewMark),
    missing: own || newest !== undefined ? [...missingOf(shown.boxes, told)] : [],
    ...(own ? await ofHouse(tx, stay, doing.now) : { proposals: [], retriage: null }),
    sent: lettersOf(answers),
  };
};
