import type { Refusal } from '#kernel/refusal.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import type { Doing } from '#modules/capacity/index.ts';
import { takeFileIn } from '#modules/placement/index.ts';
import type { Tx } from '#platform/db/database.ts';
import { newId } from '#platform/db/ids.ts';
import { record } from '#platform/diary/diary.ts';
import { handoverLine } from './service-handover.ts';
import { handoverFileBytes, insertHandoverFile, lockHandover, removeHandoverFile } from './store-handover.ts';
import type { Handover } from './types-handover.ts';

type Answer<T> = Promise<Result<T, Refusal>>;

/** An own handover that can still change. */
const openWritten = async (tx: Tx, id: string, doing: Doing): Answer<Handover> => {
  const found = await lockHandover(tx, id);
  if (found === null || found.fromOrg !== doing.actor.organisationId)
    return refuse({ code: 'handover-unknown' });
  if (found.state === 'received') return refuse({ code: 'handover-received' });
  return found.state === 'revoked' ? refuse({ code: 'handover-revoked' }) : ok(found);
};

/** Sends a file along, known by its content and not by its name. */
export const addHandoverFile = async (
  tx: Tx,
  file: { readonly handoverId: string; readonly name: string; readonly content: string },
  doing: Doing,
): Answer<Handover> => {
  const taken = takeFileIn(file);
  if (!taken.ok) return taken;
  const found = await openWritten(tx, file.handoverId, doing);
  if (!found.ok) return found;
  const id = newId();
  const { id: handoverId } = found.value;
  await insertHandoverFile(tx, { id, handoverId, ...taken.value, at: doing.now, actor: doing.actor.id });
  await record(tx, [handoverLine(doing, 'file', found.value, { fileId: id })]);
  return found;
};

/** Takes an own file back. */
export const takeHandoverFileBack = async (
  tx: Tx,
  of: { readonly handoverId: string; readonly id: string },
  doing: Doing,
): Answer<Handover> => {
  const found = await openWritten(tx, of.handoverId, doing);
  if (!found.ok) return found;
  if (!(await removeHandoverFile(tx, of, doing.now))) return refuse({ code: 'document-unknown' });
  await record(tx, [handoverLine(doing, 'file-removed', found.value, { fileId: of.id })]);
  return found;
};

/** The bytes of a file, for who sends the handover and who receives it. */
export const openHandoverFile = async (
  tx: Tx,
  of: { readonly handoverId: string; readonly id: string },
): Answer<{ readonly name: string; readonly mime: string; readonly bytes: Buffer }> => {
  const found = await handoverFileBytes(tx, of);
  return found === null ? refuse({ code: 'document-unknown' }) : ok(found);
};
