import { isoFromInstant } from '#kernel/calendar.ts';
import type { Doing } from '#modules/capacity/index.ts';
import type { Tx } from '#platform/db/database.ts';
import type { MarkView, ObservationView, SeenView } from './contract-observation.ts';
import { countedOf, isLabOut } from './decide/observation.ts';
import { OBSERVATION_KINDS } from './decide/observation-kinds.ts';
import { bandOf, SCALES, totalOf } from './decide/scales.ts';
import { trendOf } from './decide/trend.ts';
import { spanOf } from './span.ts';
import { type Counting, countingOf, medicationOf, seenFrom, tasksOf } from './store-observation.ts';
import type { Stay } from './types.ts';
import type { Medication, Observation, Task } from './types-observation.ts';

/** From where the list of what was seen is read, and how much of it. */
export interface Page {
  /** The last observation that was shown. */
  readonly before?: string | undefined;
  readonly limit: number;
}

/** The newest page. */
export const FIRST_PAGE: Page = { limit: 20 };

const viewSeen = (seen: Observation): SeenView => {
  const { lab, withdrawn, at, recordedAt, ...rest } = seen;
  return {
    ...rest,
    at: isoFromInstant(at),
    recordedAt: isoFromInstant(recordedAt),
    counted: countedOf(seen.kind, seen.measured),
    lab: lab === null ? null : { ...lab, out: isLabOut(lab) },
    withdrawn: withdrawn === null ? null : { at: isoFromInstant(withdrawn.at), reason: withdrawn.reason },
  };
};

/** A change in the medicines as it is shown. */
export const viewMark = (change: Medication): MarkView => {
  const { id, day, medicine, change: what, detail, reason, byName, version } = change;
  return { id, day, medicine, change: what, detail, reason, byName, version };
};

const viewTask = ({ doneAt, ...task }: Task): ObservationView['tasks'][number] => ({
  ...task,
  doneAt: doneAt === null ? null : isoFromInstant(doneAt),
});

const scoresOf = (seen: readonly Counting[]): ObservationView['scores'] =>
  seen.toReversed().flatMap(({ id, kind, day, at, measured }) => {
    const { scale } = OBSERVATION_KINDS[kind];
    if (scale === null) return [];
    const total = totalOf(scale, measured);
    const { code: meaning, nl, en, out } = bandOf(scale, total);
    const { of } = SCALES[scale];
    return [
      { observationId: id, scale, day, at: isoFromInstant(at), total, of, meaning, words: { nl, en }, out },
    ];
  });

/** One more is read than is shown: then there are older ones. */
const pageOf = (seen: readonly Observation[], limit: number): Pick<ObservationView, 'seen' | 'cursor'> => {
  const page = seen.slice(0, limit);
  return { seen: page.map(viewSeen), cursor: seen.length > limit ? (page.at(-1)?.id ?? null) : null };
};

/** What was seen in a stay: the plan, the strip, the marks, and a page of observations. */
export const viewObservation = async (
  tx: Tx,
  stay: Stay,
  page: Page,
  doing: Doing,
): Promise<ObservationView> => {
  // None of these waits for the answer to another: they go to the database behind each other.
  const { limit, before = null } = page;
  const [{ days, today }, tasks, counting, seen, marks] = await Promise.all([
    spanOf(tx, stay, doing.now),
    tasksOf(tx, stay.id),
    countingOf(tx, stay.id),
    seenFrom(tx, stay.id, { before, limit: limit + 1 }),
    medicationOf(tx, stay.id),
  ]);
  const rows = trendOf(
    counting,
    days.map(({ day }) => day),
  );
  return {
    stayId: stay.id,
    own: stay.organisationId === doing.actor.organisationId,
    days: [...days],
    today,
    tasks: tasks.map(viewTask),
    done: tasks.filter(({ doneAt }) => doneAt !== null).length,
    planned: tasks.filter(({ skipped }) => skipped === null).length,
    rows: rows.map((row) => ({
      ...row,
      days: row.days.map(({ values, ...day }) => ({ ...day, values: values === null ? null : [...values] })),
    })),
    marks: marks.map(viewMark),
    ...pageOf(seen, limit),
    scores: scoresOf(counting),
  };
};
