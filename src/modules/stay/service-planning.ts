import type { Tx } from '#platform/db/database.ts';
import { newId } from '#platform/db/ids.ts';
import { dayOf, momentOf } from './decide/days.ts';
import { insertMeeting, insertTasks } from './store.ts';
import type { Pathway, Stay } from './types.ts';

/**
 * The plan a pathway brings along, counted from the day its care begins: what is done on which day, and when those
 * concerned sit together.
 */
export const planStay = async (
  tx: Tx,
  stay: Pick<Stay, 'id' | 'arrivedDay' | 'zone'>,
  pathway: Pathway,
): Promise<void> => {
  await insertTasks(
    tx,
    stay.id,
    pathway.tasks.map(({ day, ...task }) => ({ ...task, id: newId(), day: dayOf(stay.arrivedDay, day) })),
  );
  for (const { kind, day, minutes } of pathway.meetings)
    await insertMeeting(tx, stay.id, { id: newId(), kind, plannedAt: momentOf(stay, day, minutes) });
};
