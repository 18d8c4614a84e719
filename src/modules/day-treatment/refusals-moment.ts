import type { RefusalTexts } from '#kernel/refusal.ts';
import type { MomentCode } from './types-told.ts';

/** What a link about a moment is refused with, in words for the person who holds it. */
export const momentRefusals: RefusalTexts<MomentCode> = {
  'moment-link-unknown': {
    status: 404,
    title: { nl: 'Deze link klopt niet.', en: 'This link is not right.' },
    next: {
      nl: 'Open de link uit uw bericht nog een keer. Lukt het niet? Bel het nummer in uw bericht.',
      en: 'Open the link in your message once more. Does it not work? Call the number in your message.',
    },
  },
  'moment-moved': {
    status: 409,
    title: {
      nl: 'Deze link geldt niet meer: uw afspraak is veranderd.',
      en: 'This link does not hold any more: your appointment has changed.',
    },
    next: {
      nl: 'Kijk in uw nieuwste bericht. Geen nieuw bericht? Bel {phone}.',
      en: 'Look in your newest message. No new message? Call {phone}.',
    },
  },
  'moment-past': {
    status: 409,
    title: { nl: 'Deze afspraak is voorbij of al begonnen.', en: 'This appointment is over, or has begun.' },
    next: {
      nl: 'Heeft u een vraag? Bel het nummer in uw bericht.',
      en: 'Do you have a question? Call the number in your message.',
    },
  },
  'moment-not-told': {
    status: 409,
    title: {
      nl: 'Van dit moment is nog geen bericht gestuurd.',
      en: 'No message about this moment has been sent yet.',
    },
    next: {
      nl: 'Een bericht gaat pas weg als het moment een half uur vaststaat. Probeer het later.',
      en: 'A message goes only when the moment stood still for half an hour. Try again later.',
    },
  },
};
