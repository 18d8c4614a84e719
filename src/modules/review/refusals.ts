import type { RefusalTexts } from '#kernel/refusal.ts';
import type { ReviewCode } from './types.ts';

/** What this room refuses, in words. */
export const reviewRefusals: RefusalTexts<ReviewCode> = {
  'alert-unknown': {
    status: 404,
    title: { nl: 'Deze melding bestaat niet.', en: 'This alert does not exist.' },
    next: { nl: 'Ga terug naar de lijst.', en: 'Go back to the list.' },
  },
  'alert-closed': {
    status: 409,
    title: { nl: 'Deze melding is al afgesloten.', en: 'This alert is closed already.' },
    next: {
      nl: 'Een oordeel blijft staan. Wie het gaf en waarom, leest u bij Afgesloten.',
      en: 'A verdict stays. Who gave it and why stands under Closed.',
    },
  },
  'colleague-unknown': {
    status: 404,
    title: { nl: 'Deze collega werkt niet bij u.', en: 'This colleague does not work with you.' },
    next: { nl: 'Laad de lijst opnieuw.', en: 'Load the list again.' },
  },
  'alert-own': {
    status: 403,
    title: {
      nl: 'Dit gaat over u zelf. Een ander moet dit beoordelen.',
      en: 'This is about yourself. Somebody else must judge it.',
    },
    next: {
      nl: 'Vraag een andere privacyfunctionaris van uw organisatie.',
      en: 'Ask another security officer of your organisation.',
    },
  },
};
