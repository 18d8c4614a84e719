import type { Day } from '#kernel/calendar.ts';
import { DEFAULT_FRESHNESS } from '#kernel/freshness.ts';
import type { Agreement, Organisation } from '#modules/region/types.ts';

/** The agreement that counts on a day: the last one that began; null before the first. */
export const agreementOn = (agreements: readonly Agreement[], day: Day): Agreement | null =>
  agreements.reduce<Agreement | null>(
    (found, each) =>
      each.validFrom <= day && (found === null || each.validFrom > found.validFrom) ? each : found,
    null,
  );

/** What counts while a region has not agreed on anything itself: the desk it has, and cautious numbers. Null without a desk. */
export const startingAgreement = (organisations: readonly Organisation[], day: Day): Agreement | null => {
  const desk = organisations.find(
    (organisation) => organisation.kind === 'desk' && organisation.phone !== null,
  );
  if (desk === undefined) return null;
  return {
    validFrom: day,
    holdMinutes: 60,
    answerMinutes: 45,
    parallelOffers: 3,
    heldOffers: 1,
    ...DEFAULT_FRESHNESS,
    deskOrganisationId: desk.id,
    deskPhone: desk.phone ?? '',
  };
};
