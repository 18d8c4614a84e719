import { z } from 'zod';
import { Id } from '#kernel/contract.ts';
import { COHORTS, ROOM_SEXES } from '#kernel/limits.ts';

/** For whom a room is from now on. */
export const RoomBody = z
  .strictObject({ sex: z.enum(ROOM_SEXES), cohort: z.enum(COHORTS).nullable().default(null) })
  .meta({ id: 'RoomBody' });

/** A room with more beds than one, or a bed of which the ward says for whom it is. */
export const RoomAnswer = z
  .object({ id: Id, code: z.string(), sex: z.enum(ROOM_SEXES), cohort: z.enum(COHORTS).nullable() })
  .meta({ id: 'Room' });
