import type { RefusalTexts } from '#kernel/refusal.ts';
import type { SignalCode } from './decide/signal-step.ts';
import type { ContactCode } from './types-contact.ts';

/** What is refused about a question that comes back, in words. */
export const signalRefusals: RefusalTexts<SignalCode | ContactCode> = {
  'contact-other-birth-date': {
    status: 422,
    title: {
      nl: 'Een van deze nummers staat hier met een andere geboortedatum.',
      en: 'One of these numbers stands here with another birth date.',
    },
    next: {
      nl: 'Kijk het nummer en de geboortedatum na. Er is niets overgenomen.',
      en: 'Check the number and the birth date. Nothing was taken in.',
    },
  },
  'contact-to-come': {
    status: 422,
    title: { nl: 'Een van deze contacten moet nog komen.', en: 'One of these contacts is yet to come.' },
    next: { nl: 'Breng alleen contacten in die geweest zijn.', en: 'Bring in contacts that have been.' },
  },
  'signal-unknown': {
    status: 404,
    title: {
      nl: 'Dit staat niet in de lijst van uw praktijk.',
      en: 'This is not in the list of your practice.',
    },
    next: { nl: 'Ga terug naar de lijst.', en: 'Go back to the list.' },
  },
  'signal-not-now': {
    status: 409,
    title: { nl: 'Hier is al verder mee gegaan.', en: 'This has been taken further already.' },
    next: {
      nl: 'Kijk hoe het nu staat. Iemand anders was u misschien voor.',
      en: 'See how it stands now. Somebody else may have been first.',
    },
  },
  'signal-not-asked': {
    status: 409,
    title: { nl: 'Aan deze persoon is nog niets gevraagd.', en: 'This person has not been asked yet.' },
    next: {
      nl: 'Vraag eerst of iemand een gesprek wil. De persoon zelf zegt ja of nee.',
      en: 'Ask first whether they want a conversation. The person says yes or no.',
    },
  },
  'signal-term': {
    status: 422,
    title: { nl: 'Op die dag kan dit niet terugkomen.', en: 'It cannot come back on that day.' },
    next: {
      nl: 'Kies een dag na vandaag, tot en met {until}.',
      en: 'Choose a day after today, until {until}.',
    },
  },
};
