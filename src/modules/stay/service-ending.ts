import { localDay } from '#kernel/calendar.ts';
import type { Doing } from '#modules/capacity/index.ts';
import type { Tx } from '#platform/db/database.ts';
import { skipTasks } from './store.ts';
import { endAbsence } from './store-absence.ts';
import { closeBarriers } from './store-barrier.ts';
import { cancelMeetings } from './store-meeting.ts';
import type { Stay } from './types.ts';

/** Said of talks that do not take place any more; people read it. */
const LEFT = 'Niet meer nodig: vertrokken.';
const DIED = 'Niet meer nodig: overleden.';

/**
 * A stay is over: nothing stands in the way any more, nobody is away, and no talk is still to come. When somebody died
 * nothing asks for them any more either: what was planned for them is not left standing as late.
 */
export const closeStay = async (tx: Tx, stay: Stay, doing: Doing): Promise<void> => {
  if (stay.endedAt === null) return;
  await endAbsence(tx, stay.id, stay.endedAt);
  await closeBarriers(tx, stay.id, doing.now, localDay(stay.endedAt, stay.zone));
  const died = stay.destination === 'died';
  await cancelMeetings(tx, stay.id, died ? DIED : LEFT);
  if (died) await skipTasks(tx, stay.id, DIED);
};
