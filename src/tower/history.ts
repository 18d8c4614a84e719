import { localDay, plusDays } from '#kernel/calendar.ts';
import { DAY, FOREVER, type Instant, MINUTE } from '#kernel/interval.ts';
import type { Picture } from '#modules/capacity/index.ts';
import { EXTRA } from '#modules/capacity/types.ts';
import { REGION_ZONE } from '#modules/region/index.ts';
import { type History, openHistory } from '#planning/history/columns.ts';
import { byHouse } from '#platform/db/by-house.ts';
import type { Database } from '#platform/db/database.ts';
import { type CareCourse, coursesSince, type Refused, refusalsSince, waitedUntil } from './courses.ts';
import { completeSince, LEARN_DAYS, type PastUnit, pastUnits } from './past-facts.ts';
import { type PastRows, readPast } from './past-rows.ts';

/** After a change what was is read again, at most this often ... */
const BETWEEN_READS = MINUTE;
/** ... and without one this often: days go by. */
const READ_FOR = 30 * MINUTE;

/** What was, as last read: the rows for a moment of the past, the columns for sums over days. */
export interface Kept {
  readonly units: readonly PastUnit[];
  readonly rows: PastRows;
  readonly courses: readonly CareCourse[];
  readonly refusals: readonly Refused[];
  readonly columns: History;
  /** Before this nothing is complete. */
  readonly since: Instant;
}

/** The past of the region, kept for everybody at once; it holds `LEARN_DAYS` days and no more. */
export interface LiveHistory {
  current(now: Instant): Promise<Kept>;
}

const addBeds = (columns: History, rows: PastRows, began: Instant): void => {
  for (const place of rows.places)
    if (!place.labels.includes(EXTRA))
      for (const product of place.products)
        columns.add({ kind: 'bed', product, from: began, until: place.endedAt ?? FOREVER });
};

const addStays = (columns: History, rows: PastRows): void => {
  const places = new Map(rows.places.map((place) => [place.id, place]));
  for (const { placeId, arrivedAt, leftAt } of rows.claims.filter(({ kind }) => kind === 'stay'))
    for (const product of places.get(placeId)?.products ?? [])
      if (arrivedAt !== null)
        columns.add({ kind: 'stay', product, from: arrivedAt, until: leftAt ?? FOREVER });
};

const addCourses = (columns: History, courses: readonly CareCourse[]): void => {
  for (const course of courses) {
    const { product, sentAt, arrivedAt, closedAt, closeReason } = course;
    columns.add({ kind: 'wait', product, from: sentAt, until: waitedUntil(course) });
    if (arrivedAt !== null) columns.add({ kind: 'placed', product, from: arrivedAt, until: arrivedAt });
    if (closeReason === 'no-place' && closedAt !== null)
      columns.add({ kind: 'unmet', product, from: closedAt, until: closedAt });
  }
};

const columnsOf = (
  rows: PastRows,
  courses: readonly CareCourse[],
  refusals: readonly Refused[],
  since: Instant,
): History => {
  const columns = openHistory(rows.claims.length + rows.places.length + courses.length * 2);
  addBeds(columns, rows, since);
  addStays(columns, rows);
  addCourses(columns, courses);
  for (const { product, answeredAt } of refusals)
    columns.add({ kind: 'refused', product, from: answeredAt, until: answeredAt });
  return columns;
};

const read = (database: Database, picture: Picture, now: Instant): Promise<Kept> =>
  database.transaction(byHouse('tower'), async (tx) => {
    const from = now - LEARN_DAYS * DAY;
    const rows = await readPast(tx, from, plusDays(localDay(from, REGION_ZONE), -1));
    const courses = await coursesSince(tx, from);
    const refusals = await refusalsSince(tx, from);
    const units = pastUnits(rows, picture.region);
    const since = completeSince(units, now);
    return { units, rows, courses, refusals, since, columns: columnsOf(rows, courses, refusals, since) };
  });

/** Opens the keeping. Nothing is read before somebody asks. */
export const openPast = (database: Database, picture: Picture): LiveHistory => {
  let answer: { readonly at: Instant; readonly version: string; readonly kept: Promise<Kept> } | null = null;
  return {
    current(now) {
      const { version } = picture;
      const holds = answer?.version === version ? READ_FOR : BETWEEN_READS;
      if (answer !== null && answer.at <= now && now - answer.at < holds) return answer.kept;
      const kept = read(database, picture, now);
      answer = { at: now, version, kept };
      // What could not be read is not an answer: the next who asks tries again.
      kept.catch(() => {
        if (answer?.kept === kept) answer = null;
      });
      return kept;
    },
  };
};
