import { localDay } from '#kernel/calendar.ts';
import type { Instant } from '#kernel/interval.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import type { Doing } from '#modules/capacity/index.ts';
import type { Tx } from '#platform/db/database.ts';
import { newId } from '#platform/db/ids.ts';
import { record } from '#platform/diary/diary.ts';
import { placeInStay, type Said } from './decide/observation.ts';
import { stayLine } from './doing.ts';
import { spanOf } from './span.ts';
import { insertTasks, lockStay, type Planned } from './store.ts';
import {
  insertMedication,
  insertObservation,
  medicationById,
  observationById,
  taskById,
  updateReason,
  updateTask,
  withdrawObservation,
} from './store-observation.ts';
import type { Stay } from './types.ts';
import type { Medication, Observation, Task } from './types-observation.ts';

type Answer<T> = Promise<Result<T, Refusal>>;

/** The stay in the acting house, under lock, while somebody is there. */
const running = async (tx: Tx, id: string): Answer<Stay> => {
  const stay = await lockStay(tx, id);
  if (stay === null) return refuse({ code: 'stay-unknown' });
  return stay.endedAt === null ? ok(stay) : refuse({ code: 'stay-over' });
};

/** What somebody says they saw. */
export type Telling = Said & Pick<Observation, 'seenBy' | 'name'> & { readonly at: Instant };

/** Writes down what was seen, at the moment it was seen. */
export const observe = async (tx: Tx, stayId: string, told: Telling, doing: Doing): Answer<null> => {
  const found = await running(tx, stayId);
  if (!found.ok) return found;
  const { kind, measured, lab, text, seenBy, name, at } = told;
  const placed = placeInStay({ kind, at, dayPart: told.dayPart }, found.value, doing.now);
  if (!placed.ok) return placed;
  const seen = { id: newId(), kind, ...placed.value, at, seenBy, name, measured, lab, text };
  await insertObservation(tx, stayId, { ...seen, recordedAt: doing.now, withdrawn: null }, doing.actor.id);
  await record(tx, [stayLine(doing, 'observed', found.value, { kind, day: placed.value.day })]);
  return ok(null);
};

/** Takes back what was written wrongly; it stays readable, with the reason. */
export const takeBack = async (
  tx: Tx,
  which: { readonly stayId: string; readonly observationId: string },
  reason: string,
  doing: Doing,
): Answer<null> => {
  const found = await running(tx, which.stayId);
  if (!found.ok) return found;
  const seen = await observationById(tx, which.stayId, which.observationId);
  if (seen === null) return refuse({ code: 'observation-unknown' });
  if (seen.withdrawn !== null) return refuse({ code: 'observation-withdrawn' });
  await withdrawObservation(tx, seen.id, { at: doing.now, reason });
  await record(tx, [
    stayLine(doing, 'observation-withdrawn', found.value, { kind: seen.kind, day: seen.day }),
  ]);
  return ok(null);
};

/** Adds a line to the day plan, on a day of the stay. */
export const planTask = async (
  tx: Tx,
  stayId: string,
  task: Omit<Planned, 'id'>,
  doing: Doing,
): Answer<null> => {
  const found = await running(tx, stayId);
  if (!found.ok) return found;
  const { lastDay } = await spanOf(tx, found.value, doing.now);
  if (task.day < found.value.arrivedDay || task.day > lastDay) return refuse({ code: 'task-outside-stay' });
  await insertTasks(tx, stayId, [{ ...task, id: newId() }]);
  await record(tx, [stayLine(doing, 'task-added', found.value, { kind: task.kind, day: task.day })]);
  return ok(null);
};

/** What can be said of a line of the plan: done, not done after all, or not needed and why. */
export type TaskAct =
  | { readonly act: 'done'; readonly by: string }
  | { readonly act: 'undone' }
  | { readonly act: 'skipped'; readonly reason: string };

const acted = (task: Task, said: TaskAct, now: Instant): Result<Task, Refusal> => {
  const settled = task.doneAt !== null || task.skipped !== null;
  if (said.act === 'undone')
    return settled
      ? ok({ ...task, doneAt: null, doneBy: null, skipped: null })
      : refuse({ code: 'task-open' });
  if (settled) return refuse({ code: 'task-settled' });
  return said.act === 'done'
    ? ok({ ...task, doneAt: now, doneBy: said.by })
    : ok({ ...task, skipped: said.reason });
};

/** Says how a line of the plan stands, when nobody changed it since `version` was read. */
export const actOnTask = async (
  tx: Tx,
  which: { readonly stayId: string; readonly taskId: string; readonly version: number },
  said: TaskAct,
  doing: Doing,
): Answer<null> => {
  const found = await running(tx, which.stayId);
  if (!found.ok) return found;
  const task = await taskById(tx, which.stayId, which.taskId);
  if (task === null) return refuse({ code: 'task-unknown' });
  if (task.version !== which.version) return refuse({ code: 'version-stale' });
  const next = acted(task, said, doing.now);
  if (!next.ok) return next;
  await updateTask(tx, next.value);
  await record(tx, [stayLine(doing, `task-${said.act}`, found.value, { kind: task.kind, day: task.day })]);
  return ok(null);
};

/** Writes down a change in the medicines, on a day somebody was here. */
export const changeMedicine = async (
  tx: Tx,
  stayId: string,
  told: Omit<Medication, 'id' | 'version'>,
  doing: Doing,
): Answer<null> => {
  const found = await running(tx, stayId);
  if (!found.ok) return found;
  const { arrivedDay, zone } = found.value;
  if (told.day < arrivedDay || told.day > localDay(doing.now, zone))
    return refuse({ code: 'medication-outside-stay' });
  const by = { at: doing.now, actor: doing.actor.id };
  await insertMedication(tx, stayId, { ...told, id: newId() }, by);
  await record(tx, [
    stayLine(doing, 'medication-changed', found.value, { change: told.change, day: told.day }),
  ]);
  return ok(null);
};

/** Says why a medicine was changed; also after somebody left, because the answer to the GP waits for it. */
export const giveReason = async (
  tx: Tx,
  which: { readonly stayId: string; readonly changeId: string; readonly version: number },
  reason: string,
  doing: Doing,
): Answer<null> => {
  const stay = await lockStay(tx, which.stayId);
  if (stay === null) return refuse({ code: 'stay-unknown' });
  const change = await medicationById(tx, which.stayId, which.changeId);
  if (change === null) return refuse({ code: 'medication-unknown' });
  if (change.version !== which.version) return refuse({ code: 'version-stale' });
  await updateReason(tx, change.id, reason);
  await record(tx, [stayLine(doing, 'medication-reason', stay, { day: change.day })]);
  return ok(null);
};
