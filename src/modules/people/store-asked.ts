import type { Instant, Interval } from '#kernel/interval.ts';
import type { Tx } from '#platform/db/database.ts';
import { rows } from '#platform/db/sql.ts';
import { stamp } from '#platform/db/types.ts';

/** What a person asked about a look at them, of the organisation that looked. */
export interface Question {
  readonly lookId: string;
  readonly text: string;
  readonly dueAt: Instant | null;
}

const QUESTION = `select look_id as "lookId", said as text, due_at as "dueAt" from people_answer
  where kind = 'question' and look_id is not null and organisation_id = platform_org()`;

/** Questions that were asked of the acting organisation in a stretch of time. */
export const questionsAsked = (tx: Tx, { from, until }: Interval): Promise<Question[]> =>
  rows(tx, `${QUESTION} and at >= $1 and at < $2`, [stamp(from), stamp(until)]);

/** Questions about these looks of the acting organisation. */
export const questionsAbout = (tx: Tx, lookIds: readonly string[]): Promise<Question[]> =>
  rows(tx, `${QUESTION} and look_id = any($1::uuid[])`, [lookIds]);
