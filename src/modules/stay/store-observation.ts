import type { Instant } from '#kernel/interval.ts';
import type { Tx } from '#platform/db/database.ts';
import { first, rows } from '#platform/db/sql.ts';
import { stamp, stampOrNull } from '#platform/db/types.ts';
import { OBSERVATION_KINDS } from './decide/observation-kinds.ts';
import { KINDS, type Lab, type Medication, type Observation, type Task } from './types-observation.ts';

/** What is measured as it lies in its column: numbers by name, and a result of the laboratory beside them. */
type Kept = Readonly<Record<string, number>> & { readonly lab?: Lab };

/** Of an observation, what counts in the strip or a total. */
export type Counting = Pick<Observation, 'id' | 'kind' | 'day' | 'dayPart' | 'at' | 'measured'>;

const COUNTING = KINDS.filter(
  (kind) => OBSERVATION_KINDS[kind].row !== null || OBSERVATION_KINDS[kind].scale !== null,
);

type ObservationRow = Omit<Observation, 'measured' | 'lab' | 'withdrawn'> & {
  readonly kept: Kept;
  readonly withdrawnAt: Instant | null;
  readonly withdrawnReason: string | null;
};

const OBSERVATION = `id, kind, day, day_part as "dayPart", at, seen_by as "seenBy", name, measured as kept, text,
  recorded_at as "recordedAt", withdrawn_at as "withdrawnAt", withdrawn_reason as "withdrawnReason"`;

const observationOf = ({ kept, withdrawnAt, withdrawnReason, ...row }: ObservationRow): Observation => {
  const { lab = null, ...measured } = kept;
  const withdrawn =
    withdrawnAt === null || withdrawnReason === null ? null : { at: withdrawnAt, reason: withdrawnReason };
  return { ...row, measured, lab, withdrawn };
};

/** All that was seen in a stay, the newest first. */
export const observationsOf = async (tx: Tx, stayId: string): Promise<Observation[]> => {
  const found = await rows<ObservationRow>(
    tx,
    `select ${OBSERVATION} from stay_observation where stay_id = $1 order by at desc, id desc`,
    [stayId],
  );
  return found.map(observationOf);
};

/**
 * What the strip and the totals are made of, the oldest first, so that of the same moment the
 * last that was written counts: without words and names.
 */
export const countingOf = async (tx: Tx, stayId: string): Promise<Counting[]> =>
  rows<Counting>(
    tx,
    `select id, kind, day, day_part as "dayPart", at, measured from stay_observation
     where stay_id = $1 and withdrawn_at is null and kind = any($2) order by at, id`,
    [stayId, COUNTING],
  );

/** A page of what was seen, the newest first, from behind the last one that was shown. */
export const seenFrom = async (
  tx: Tx,
  stayId: string,
  { before, limit }: { readonly before: string | null; readonly limit: number },
): Promise<Observation[]> => {
  const found = await rows<ObservationRow>(
    tx,
    `select ${OBSERVATION} from stay_observation where stay_id = $1 and ($2::uuid is null
       or (at, id) < (select b.at, b.id from stay_observation b where b.id = $2 and b.stay_id = $1))
     order by at desc, id desc limit $3`,
    [stayId, before, limit],
  );
  return found.map(observationOf);
};

/** One observation of this stay. */
export const observationById = async (tx: Tx, stayId: string, id: string): Promise<Observation | null> => {
  const found = await first<ObservationRow>(
    tx,
    `select ${OBSERVATION} from stay_observation where stay_id = $1 and id = $2`,
    [stayId, id],
  );
  return found === null ? null : observationOf(found);
};

/** Writes down what was seen. */
export const insertObservation = async (
  tx: Tx,
  stayId: string,
  seen: Observation,
  actor: string,
): Promise<void> => {
  const kept = seen.lab === null ? seen.measured : { ...seen.measured, lab: seen.lab };
  await rows(
    tx,
    `insert into stay_observation (id, stay_id, kind, day, day_part, at, seen_by, name, measured, text, recorded_at, actor)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [
      seen.id,
      stayId,
      seen.kind,
      seen.day,
      seen.dayPart,
      stamp(seen.at),
      seen.seenBy,
      seen.name,
      JSON.stringify(kept),
      seen.text,
      stamp(seen.recordedAt),
      actor,
    ],
  );
};

/** Takes an observation back; what stood there stays. */
export const withdrawObservation = async (
  tx: Tx,
  id: string,
  withdrawn: { readonly at: Instant; readonly reason: string },
): Promise<void> => {
  await rows(tx, 'update stay_observation set withdrawn_at = $2, withdrawn_reason = $3 where id = $1', [
    id,
    stamp(withdrawn.at),
    withdrawn.reason,
  ]);
};

const TASK = `id, day, minutes, kind, label, done_at as "doneAt", done_by as "doneBy", skipped, version`;

/** The day plan, in the order of the day; what has no time comes after what has. */
export const tasksOf = (tx: Tx, stayId: string): Promise<Task[]> =>
  rows<Task>(tx, `select ${TASK} from stay_task where stay_id = $1 order by day, minutes nulls last, id`, [
    stayId,
  ]);

/** One line of the day plan. */
export const taskById = (tx: Tx, stayId: string, id: string): Promise<Task | null> =>
  first<Task>(tx, `select ${TASK} from stay_task where stay_id = $1 and id = $2`, [stayId, id]);

/** Writes how a line of the plan stands. */
export const updateTask = async (tx: Tx, task: Task): Promise<void> => {
  await rows(
    tx,
    'update stay_task set done_at = $2, done_by = $3, skipped = $4, version = version + 1 where id = $1',
    [task.id, stampOrNull(task.doneAt), task.doneBy, task.skipped],
  );
};

const MEDICATION = `id, medicine, change, detail, reason, day, by_name as "byName", version`;

/** What changed in the medicines, the oldest first. */
export const medicationOf = (tx: Tx, stayId: string): Promise<Medication[]> =>
  rows<Medication>(tx, `select ${MEDICATION} from stay_medication where stay_id = $1 order by day, at, id`, [
    stayId,
  ]);

/** One change in the medicines. */
export const medicationById = (tx: Tx, stayId: string, id: string): Promise<Medication | null> =>
  first<Medication>(tx, `select ${MEDICATION} from stay_medication where stay_id = $1 and id = $2`, [
    stayId,
    id,
  ]);

/** Writes down a change in the medicines. */
export const insertMedication = async (
  tx: Tx,
  stayId: string,
  change: Omit<Medication, 'version'>,
  by: { readonly at: Instant; readonly actor: string },
): Promise<void> => {
  await rows(
    tx,
    `insert into stay_medication (id, stay_id, medicine, change, detail, reason, day, by_name, at, actor)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      change.id,
      stayId,
      change.medicine,
      change.change,
      change.detail,
      change.reason,
      change.day,
      change.byName,
      stamp(by.at),
      by.actor,
    ],
  );
};

/** Writes why a medicine was changed. */
export const updateReason = async (tx: Tx, id: string, reason: string): Promise<void> => {
  await rows(tx, 'update stay_medication set reason = $2, version = version + 1 where id = $1', [id, reason]);
};
