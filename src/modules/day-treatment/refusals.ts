import type { RefusalTexts } from '#kernel/refusal.ts';
import { orderRefusals } from './refusals-order.ts';
import { roomRefusals } from './refusals-room.ts';
import type { OrderCode } from './types-codes.ts';
import type { RoomCode } from './types-room.ts';

/** What this room refuses, in words. */
export const dayTreatmentRefusals: RefusalTexts<OrderCode | RoomCode> = {
  ...orderRefusals,
  ...roomRefusals,
};
