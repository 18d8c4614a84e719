import type { Day } from '#kernel/calendar.ts';
import { DEFAULT_FRESHNESS } from '#kernel/freshness.ts';
import type { Urgency } from '#kernel/urgency.ts';
import type { Agreement, AgreementVersion, Organisation, RouteRules } from '#modules/region/types.ts';

/** The agreement that counts on a day: the last one that began and that every party signed; null before the first. */
export const agreementOn = (agreements: readonly AgreementVersion[], day: Day): AgreementVersion | null =>
  agreements.reduce<AgreementVersion | null>(
    (found, each) =>
      each.adoptedAt !== null && each.validFrom <= day && (found === null || each.validFrom > found.validFrom)
        ? each
        : found,
    null,
  );

/** Does a request of this urgency walk the crisis route? */
export const walksCrisisRoute = (agreement: Agreement, urgency: Urgency): boolean =>
  agreement.crisisForAll || urgency === 'crisis';

/** The clocks and numbers of the route a request walks; in a crisis of the region also of those that were sent before it. */
export const rulesOf = (agreement: Agreement, crisisRoute: boolean): RouteRules =>
  crisisRoute || agreement.crisisForAll ? agreement.crisis : agreement;

/** What a new version starts from: the cautious numbers of a region that agreed on nothing yet. */
export const CAUTIOUS: Omit<Agreement, 'validFrom' | 'deskOrganisationId' | 'deskPhone'> = {
  holdMinutes: 60,
  answerMinutes: 45,
  parallelOffers: 3,
  heldOffers: 1,
  crisis: { holdMinutes: 60, answerMinutes: 15, parallelOffers: 5, heldOffers: 1 },
  crisisForAll: false,
  choice: 'first',
  choiceMinutes: 60,
  autoNext: true,
  waitingList: true,
  goneBed: 'provider',
  goneMinutes: 60,
  searchMinutes: { crisis: 30, today: 120, 'within-72-hours': 480, planned: 4320 },
  insurerMinutes: 1440,
  reportMinutes: 4320,
  consultMinutes: 60,
  consultOrganisationId: null,
  ...DEFAULT_FRESHNESS,
};

/** What counts while a region has not agreed on anything itself: the desk it has, and cautious numbers. Null without a desk. */
export const startingAgreement = (organisations: readonly Organisation[], day: Day): Agreement | null => {
  const desk = organisations.find(
    (organisation) => organisation.kind === 'desk' && organisation.phone !== null,
  );
  if (desk === undefined) return null;
  return {
    validFrom: day,
    ...CAUTIOUS,
    deskOrganisationId: desk.id,
    deskPhone: desk.phone ?? '',
  };
};
