import type { RefusalTexts } from '#kernel/refusal.ts';
import { orderRefusals } from './refusals-order.ts';
import type { OrderCode } from './types-codes.ts';

/** What this room refuses, in words. */
export const dayTreatmentRefusals: RefusalTexts<OrderCode> = {
  ...orderRefusals,
};
