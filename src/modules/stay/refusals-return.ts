import type { RefusalTexts } from '#kernel/refusal.ts';
import type { ReturnCode } from './types-return.ts';

/** What is refused about the way home, in words. */
export const returnRefusals: RefusalTexts<ReturnCode> = {
  'not-left': {
    status: 409,
    title: { nl: 'Deze persoon is nog niet vertrokken.', en: 'This person has not left yet.' },
    next: {
      nl: 'Het contact na 2 en 30 dagen staat klaar zodra het vertrek gemeld is.',
      en: 'The contacts after 2 and 30 days are there as soon as the departure is told.',
    },
  },
  'contact-made': {
    status: 409,
    title: { nl: 'Dit contact is al vastgelegd.', en: 'This contact has been written down already.' },
    next: {
      nl: 'Bekijk het, en verbeter het als iets niet klopt.',
      en: 'Look at it, and correct it if needed.',
    },
  },
  'contact-dropped': {
    status: 409,
    title: { nl: 'Hier belt niemand meer.', en: 'Nobody calls here any more.' },
    next: {
      nl: 'De persoon overleed, wilde geen contact, of is in andere zorg.',
      en: 'The person died, did not want contact, or is in the care of others.',
    },
  },
  'contact-too-early': {
    status: 422,
    title: { nl: 'Dit contact is nog niet aan de beurt.', en: 'It is too early for this contact.' },
    next: {
      nl: 'Het kan vanaf een week voor de afgesproken dag.',
      en: 'It can be made from a week before its day.',
    },
  },
  'contact-unclear': {
    status: 422,
    title: { nl: 'Dit klopt niet met elkaar.', en: 'This does not fit together.' },
    next: {
      nl: 'Gesproken? Zeg of iemand in het eigen huis is. Niet gesproken? Laat de andere vragen leeg.',
      en: 'Spoken? Say whether they are in their own home. Not spoken? Leave the other questions empty.',
    },
  },
};
