import type { RefusalTexts } from '#kernel/refusal.ts';
import { coreRefusals } from './refusals-core.ts';
import { handoverRefusals } from './refusals-handover.ts';
import { observationRefusals } from './refusals-observation.ts';
import { returnRefusals } from './refusals-return.ts';
import type { StayCode } from './types.ts';

/** What this room refuses, in words. */
export const stayRefusals: RefusalTexts<StayCode> = {
  ...coreRefusals,
  ...handoverRefusals,
  ...observationRefusals,
  ...returnRefusals,
  'stay-unknown': {
    status: 404,
    title: {
      nl: 'Dit verblijf bestaat niet, of u hoort er niet bij.',
      en: 'This stay does not exist, or is not yours.',
    },
    next: { nl: 'Ga terug naar de lijst.', en: 'Go back to the list.' },
  },
  'stay-over': {
    status: 409,
    title: { nl: 'Dit verblijf is voorbij.', en: 'This stay is over.' },
    next: {
      nl: 'Wat er stond, kunt u nog lezen. Contact na 2 en 30 dagen kan nog wel.',
      en: 'What stood there can still be read. The contacts after 2 and 30 days can still be made.',
    },
  },
};
