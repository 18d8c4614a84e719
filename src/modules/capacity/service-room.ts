import type { Room } from '#kernel/limits.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import type { Tx } from '#platform/db/database.ts';
import { record } from '#platform/diary/diary.ts';
import { type Doing, notOwn, unitLine } from './doing.ts';
import { lockPlaces } from './store.ts';
import { limitsOfPlace, placesInRoom, roomById, updateRoom } from './store-room.ts';
import type { PlaceRoom } from './types.ts';

/**
 * The ward says for whom a room is from now on. Who lies there stays; who is looked for fits or not from this moment. Its
 * beds are locked first, so that nobody holds one of them on the word of a moment ago.
 */
export const setRoom = async (
  tx: Tx,
  act: { readonly roomId: string } & Omit<Room, 'code'>,
  doing: Doing,
): Promise<Result<PlaceRoom, Refusal>> => {
  const { roomId, sex, cohort } = act;
  const room = await roomById(tx, roomId);
  if (room === null) return refuse({ code: 'room-unknown' });
  const foreign = notOwn(doing, room.unitId);
  if (foreign !== null) return refuse(foreign);
  await lockPlaces(tx, await placesInRoom(tx, roomId), doing.now);
  await updateRoom(tx, roomId, { sex, cohort });
  await record(tx, [unitLine(doing, 'room-set', room.unitId, { roomId, sex, cohort })]);
  return ok({ id: roomId, code: room.code, sex, cohort });
};

/** What a place offers and for whom its room is, with the place under lock; null when it does not exist (any more). */
export const lockedLimits = async (
  tx: Tx,
  placeId: string,
  doing: Doing,
): ReturnType<typeof limitsOfPlace> => {
  await lockPlaces(tx, [placeId], doing.now);
  return limitsOfPlace(tx, placeId);
};
