import type { RefusalTexts } from '#kernel/refusal.ts';
import type { OutlookCode } from './types.ts';

/** What this room refuses, in words. */
export const outlookRefusals: RefusalTexts<OutlookCode> = {
  'scenario-unknown': {
    status: 404,
    title: { nl: 'Dit scenario is er niet (meer).', en: 'This scenario is not there (any more).' },
    next: { nl: 'Ga terug naar de lijst.', en: 'Go back to the list.' },
  },
  'scenarios-full': {
    status: 409,
    title: {
      nl: 'Er zijn al {most} scenario’s bewaard. Meer past er niet.',
      en: '{most} scenarios are kept already. There is no room for more.',
    },
    next: {
      nl: 'Gooi eerst een scenario weg dat u niet meer nodig hebt.',
      en: 'Throw away a scenario first that you no longer need.',
    },
  },
  'shared-unknown': {
    status: 404,
    title: { nl: 'Deze link werkt niet (meer).', en: 'This link does not work (any more).' },
    next: {
      nl: 'Vraag een nieuwe link aan wie u deze stuurde.',
      en: 'Ask who sent you this link for a new one.',
    },
  },
  'outlook-alert-unknown': {
    status: 404,
    title: { nl: 'Deze melding is er niet (meer).', en: 'This alert is not there (any more).' },
    next: { nl: 'Kijk in de lijst hoe het nu staat.', en: 'See in the list how it stands now.' },
  },
  'threshold-product': {
    status: 422,
    title: {
      nl: 'Een melding over plekken gaat over één soort zorg, een melding over vertrek over geen.',
      en: 'An alert about places is about one kind of care, an alert about departures about none.',
    },
    next: { nl: 'Kies de soort zorg, of laat die leeg.', en: 'Choose the kind of care, or leave it empty.' },
  },
  'outlook-site-unknown': {
    status: 404,
    title: { nl: 'Deze locatie is er niet in de regio.', en: 'This site is not there in the region.' },
    next: { nl: 'Kies een locatie uit de lijst.', en: 'Choose a site from the list.' },
  },
};
