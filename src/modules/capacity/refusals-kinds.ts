import type { RefusalTexts } from '#kernel/refusal.ts';
import type { CapacityCode } from './types.ts';

const lookAgain = { nl: 'Ververs de pagina en kijk opnieuw.', en: 'Refresh the page and look again.' };

/** What is refused about numbers, flex beds, teams and hospitals. */
type KindCode = Extract<
  CapacityCode,
  | 'not-published'
  | 'tells-its-beds'
  | 'older-figure'
  | 'no-count-yet'
  | 'not-flex'
  | 'bed-promised'
  | 'team-unknown'
  | 'other-team'
  | 'hospital-unknown'
  | 'other-hospital'
  | 'stop-running'
>;

/** The same in words. */
export const kindRefusals = {
  'not-published': {
    status: 409,
    title: {
      nl: 'Dit huis meldt nu geen vrije plek meer.',
      en: 'This house reports no more free places now.',
    },
    next: { nl: 'Kies het volgende bed dat past.', en: 'Choose the next bed that fits.' },
  },
  'tells-its-beds': {
    status: 409,
    title: {
      nl: 'Deze afdeling geeft haar bedden één voor één door, geen aantallen.',
      en: 'This ward tells its beds one by one, not in numbers.',
    },
    next: {
      nl: 'Kies eerst dat u alleen aantallen doorgeeft.',
      en: 'Choose first that you report only numbers.',
    },
  },
  'older-figure': {
    status: 409,
    title: { nl: 'Er is al een nieuwer aantal bekend.', en: 'A newer number is known already.' },
    next: lookAgain,
  },
  'no-count-yet': {
    status: 409,
    title: { nl: 'Er is nog geen aantal om te bevestigen.', en: 'There is no number to confirm yet.' },
    next: { nl: 'Vul eerst een aantal in.', en: 'Fill in a number first.' },
  },
  'not-flex': {
    status: 409,
    title: { nl: 'Dit bed kan deze zorg niet geven.', en: 'This bed cannot give this care.' },
    next: { nl: 'Kies zorg waar het bed voor is ingericht.', en: 'Choose care the bed is made for.' },
  },
  'bed-promised': {
    status: 409,
    title: {
      nl: 'Dit bed is al beloofd aan iemand voor andere zorg.',
      en: 'This bed is promised to somebody for other care.',
    },
    next: {
      nl: 'Kies eerst een ander bed voor deze persoon.',
      en: 'Choose another bed for this person first.',
    },
  },
  'team-unknown': {
    status: 404,
    title: { nl: 'Dit team bestaat niet.', en: 'This team does not exist.' },
    next: lookAgain,
  },
  'other-team': {
    status: 403,
    title: {
      nl: 'Dit team hoort bij een andere organisatie.',
      en: 'This team belongs to another organisation.',
    },
    next: { nl: 'Bel het team.', en: 'Call the team.' },
  },
  'hospital-unknown': {
    status: 404,
    title: { nl: 'Dit ziekenhuis bestaat niet.', en: 'This hospital does not exist.' },
    next: lookAgain,
  },
  'other-hospital': {
    status: 403,
    title: { nl: 'Dit is een ander ziekenhuis dan het uwe.', en: 'This is another hospital than yours.' },
    next: { nl: 'Bel dat ziekenhuis.', en: 'Call that hospital.' },
  },
  'stop-running': {
    status: 409,
    title: { nl: 'Een collega meldde net een stop.', en: 'A colleague has just reported a stop.' },
    next: lookAgain,
  },
} as const satisfies RefusalTexts<KindCode>;
