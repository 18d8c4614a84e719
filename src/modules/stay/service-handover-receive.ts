import type { Instant } from '#kernel/interval.ts';
import { FOREVER } from '#kernel/interval.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import type { Doing } from '#modules/capacity/index.ts';
import { endResponsibility, passResponsibility, responsibilitiesOf } from '#modules/placement/index.ts';
import type { Tx } from '#platform/db/database.ts';
import { record } from '#platform/diary/diary.ts';
import { handoverStep, passesAt } from './decide/handover.ts';
import { handoverLine, takeBack } from './service-handover.ts';
import { stayById } from './store.ts';
import { handoverById, lockHandover, lockHandovers, updateHandover } from './store-handover.ts';
import type { Stay } from './types.ts';
import type { Handover } from './types-handover.ts';

type Answer<T> = Promise<Result<T, Refusal>>;

/** Responsibility passes to who confirmed, when it is still the house's: nobody's is taken. Outside the region it ends here. */
const pass = async (tx: Tx, handover: Handover, at: Instant, doing: Doing): Promise<void> => {
  const { requestId, personId, toOrg, toDoctor } = handover;
  const last = (await responsibilitiesOf(tx, personId, 0)).at(-1);
  // Whoever came back in the meantime is here on another request: that care is nobody's to pass on.
  if (last === undefined || last.until !== FOREVER) return;
  if (last.organisationId !== handover.fromOrg || last.requestId !== requestId) return;
  const from =
    toOrg === null
      ? await endResponsibility(tx, { personId, requestId: null }, at)
      : await passResponsibility(tx, { requestId, personId, organisationId: toOrg, doctor: toDoctor }, at);
  await record(tx, [handoverLine(doing, 'passed', handover, { from })]);
};

const passWhenGone = async (tx: Tx, handover: Handover, doing: Doing): Promise<void> => {
  const stay = handover.stayId === null ? null : await stayById(tx, handover.stayId);
  const at = stay === null ? null : passesAt(stay, handover);
  if (at !== null) await pass(tx, handover, at, doing);
};

/** A handover under lock for who confirms it; who is too late hears what it is now. */
const openSent = async (tx: Tx, id: string): Answer<Handover> => {
  const held = await lockHandover(tx, id);
  const found = held ?? (await handoverById(tx, id));
  if (found === null) return refuse({ code: 'handover-unknown' });
  const state = handoverStep(found.state, 'confirm');
  return state.ok ? ok(found) : state;
};

const receive = async (
  tx: Tx,
  handover: Handover,
  by: Pick<Handover, 'receivedBy' | 'byPhone' | 'toDoctor'>,
  doing: Doing,
): Promise<Handover> => {
  const received: Handover = { ...handover, ...by, state: 'received', receivedAt: doing.now };
  await updateHandover(tx, received);
  await record(tx, [handoverLine(doing, 'received', received, { byPhone: by.byPhone })]);
  await passWhenGone(tx, received, doing);
  return received;
};

/** Who receives says that it came, and names the doctor who takes over. */
export const confirmHandover = async (
  tx: Tx,
  act: { readonly id: string; readonly version: number; readonly by: string; readonly doctor: string },
  doing: Doing,
): Answer<Handover> => {
  const found = await openSent(tx, act.id);
  if (!found.ok) return found;
  if (found.value.toOrg !== doing.actor.organisationId) return refuse({ code: 'handover-other-side' });
  // Sent again in the meantime: read first what changed.
  if (found.value.version !== act.version) return refuse({ code: 'version-stale' });
  return ok(
    await receive(tx, found.value, { receivedBy: act.by, byPhone: false, toDoctor: act.doctor }, doing),
  );
};

/** Outside the region nobody can confirm here: who sent it writes down whom they spoke. */
export const confirmByPhone = async (
  tx: Tx,
  act: { readonly id: string; readonly version: number; readonly spoke: string; readonly doctor: string },
  doing: Doing,
): Answer<Handover> => {
  const found = await openSent(tx, act.id);
  if (!found.ok) return found;
  if (found.value.fromOrg !== doing.actor.organisationId) return refuse({ code: 'handover-other-side' });
  if (found.value.toOrg !== null) return refuse({ code: 'handover-inside' });
  if (found.value.version !== act.version) return refuse({ code: 'version-stale' });
  return ok(
    await receive(tx, found.value, { receivedBy: act.spoke, byPhone: true, toDoctor: act.doctor }, doing),
  );
};

/** A stay ended: who confirmed already is responsible from the departure on. After a death nothing goes anywhere. */
export const passOnLeaving = async (tx: Tx, stay: Stay, doing: Doing): Promise<void> => {
  for (const handover of await lockHandovers(tx, { requestId: stay.requestId, direction: 'out' })) {
    const at = passesAt(stay, handover);
    if (at !== null) await pass(tx, handover, at, doing);
    else if (stay.destination === 'died' && handover.state !== 'received')
      await takeBack(tx, handover, 'died', doing);
  }
};

/** A transfer that does not go on takes its handover along. What was sent afterwards, to the next house, stays. */
export const followCancelled = async (
  tx: Tx,
  cancelled: {
    readonly requestId: string;
    readonly why: 'closed' | 'not-arrived' | 'displaced';
    readonly at: Instant;
  },
  doing: Doing,
): Promise<void> => {
  const { requestId, why, at } = cancelled;
  for (const handover of await lockHandovers(tx, { requestId, direction: 'in' })) {
    const sentBefore = handover.sentAt !== null && handover.sentAt <= at;
    if (why === 'closed' || sentBefore) await takeBack(tx, handover, why, doing);
  }
};
