import type { RefusalTexts } from '#kernel/refusal.ts';
import { accountsRefusals } from '#modules/accounts/index.ts';
import { capacityRefusals } from '#modules/capacity/index.ts';
import { casesRefusals } from '#modules/cases/index.ts';
import { dayTreatmentRefusals } from '#modules/day-treatment/index.ts';
import { outlookRefusals } from '#modules/outlook/index.ts';
import { peopleRefusals } from '#modules/people/index.ts';
import { placementRefusals } from '#modules/placement/index.ts';
import { regionRefusals } from '#modules/region/index.ts';
import { reviewRefusals } from '#modules/review/index.ts';
import { socialRefusals } from '#modules/social/index.ts';
import { stayRefusals } from '#modules/stay/index.ts';
import { doorRefusals } from '#platform/http/problem.ts';
import { outboxRefusals } from '#platform/outbox/refusals.ts';
import { towerRefusals } from '#tower/index.ts';

/** Everything the house can refuse, in words. */
export const refusals: RefusalTexts = {
  ...doorRefusals,
  ...accountsRefusals,
  ...regionRefusals,
  ...peopleRefusals,
  ...capacityRefusals,
  ...placementRefusals,
  ...stayRefusals,
  ...dayTreatmentRefusals,
  ...socialRefusals,
  ...casesRefusals,
  ...outlookRefusals,
  ...reviewRefusals,
  ...towerRefusals,
  ...outboxRefusals,
};
