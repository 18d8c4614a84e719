import { isoFromInstant } from '#kernel/calendar.ts';
import type { Doing } from '#modules/capacity/index.ts';
import type { Tx } from '#platform/db/database.ts';
import type { MarkView, ObservationView, SeenView } from './contract-observation.ts';
import { countedOf, isLabOut } from './decide/observation.ts';
import { OBSERVATION_KINDS } from './decide/observation-kinds.ts';
import { bandOf, SCALES, totalOf } from './decide/scales.ts';
import { trendOf } from './decide/trend.ts';
import { spanOf } from './span.ts';
import { medicationOf, observationsOf, tasksOf } from './store-observation.ts';
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

const scoresOf = (seen: readonly Observation[]): ObservationView['scores'] =>
  seen.flatMap(({ id, kind, day, at, measured }) => {
    const { scale } = OBSERVATION_KINDS[kind];
    if (scale === null) return [];
    const total = totalOf(scale, measured);
    const { code: meaning, nl, en, out } = bandOf(scale, total);
    const { of } = SCALES[scale];
    return [
      { observationId: id, scale, day, at: isoFromInstant(at), total, of, meaning, words: { nl, en }, out },
    ];
  });

const pageOf = (
  seen: readonly Observation[],
  { before, limit }: Page,
): Pick<ObservationView, 'seen' | 'cursor'> => {
  const from = before === undefined ? 0 : seen.findIndex(({ id }) => id === before) + 1;
  const page = seen.slice(from, from + limit);
  const last = page.at(-1);
  const more = last !== undefined && from + limit < seen.length;
  return { seen: page.map(viewSeen), cursor: more ? last.id : null };
};

/** What was seen in a stay: the plan, the strip, the marks, and a page of observations. One statement per table. */
export const viewObservation = async (
  tx: Tx,
  stay: Stay,
  page: Page,
  doing: Doing,
): Promise<ObservationView> => {
  // None of these waits for the answer to another: they go to the database behind each other.
  const [{ days, today }, tasks, all, marks] = await Promise.all([
    spanOf(tx, stay, doing.now),
    tasksOf(tx, stay.id),
    observationsOf(tx, stay.id),
    medicationOf(tx, stay.id),
  ]);
  // What was taken back stays readable in the list, and counts in nothing.
  const standing = all.filter(({ withdrawn }) => withdrawn === null);
  const rows = trendOf(
    standing,
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
    ...pageOf(all, page),
    scores: scoresOf(standing),
  };
};
