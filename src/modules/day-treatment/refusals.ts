import type { RefusalTexts } from '#kernel/refusal.ts';
import { growthRefusals } from './refusals-growth.ts';
import { momentRefusals } from './refusals-moment.ts';
import { orderRefusals } from './refusals-order.ts';
import { planRefusals } from './refusals-plan.ts';
import { roomRefusals } from './refusals-room.ts';
import type { OrderCode } from './types-codes.ts';
import type { GrowthCode } from './types-growth.ts';
import type { PlanCode } from './types-plan.ts';
import type { RoomCode } from './types-room.ts';
import type { MomentCode } from './types-told.ts';

/** What this room refuses, in words. */
export const dayTreatmentRefusals: RefusalTexts<GrowthCode | OrderCode | PlanCode | RoomCode | MomentCode> = {
  ...growthRefusals,
  ...orderRefusals,
  ...planRefusals,
  ...roomRefusals,
  ...momentRefusals,
};
