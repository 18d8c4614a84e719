import type { RefusalTexts } from '#kernel/refusal.ts';
import type { PeopleCode } from './types.ts';

/** What this room refuses, in words that tell nothing of anybody. */
export const peopleRefusals: RefusalTexts<PeopleCode> = {
  'person-unknown': {
    status: 404,
    title: {
      nl: 'Deze persoon bestaat niet, of u mag hem niet zien.',
      en: 'This person does not exist, or you may not see them.',
    },
    next: { nl: 'Zoek via de aanvraag.', en: 'Go by way of the request.' },
  },
  'person-not-yours': {
    status: 403,
    title: { nl: 'U mag deze gegevens lezen, niet wijzigen.', en: 'You may read this, not change it.' },
    next: {
      nl: 'Vraag de verwijzer of het loket om de wijziging.',
      en: 'Ask the referrer or the desk for the change.',
    },
  },
  'bsn-other-birth-date': {
    status: 409,
    title: {
      nl: 'Dit BSN hoort niet bij deze geboortedatum.',
      en: 'This BSN does not go with this birth date.',
    },
    next: {
      nl: 'Kijk het BSN en de geboortedatum na op het identiteitsbewijs.',
      en: 'Check the BSN and the birth date on the identity document.',
    },
  },
  'birth-date-impossible': {
    status: 422,
    title: { nl: 'Deze geboortedatum kan niet.', en: 'This birth date is not possible.' },
    next: {
      nl: 'Vul een dag in het verleden in, hooguit 125 jaar geleden.',
      en: 'Fill in a day in the past, at most 125 years ago.',
    },
  },
};
