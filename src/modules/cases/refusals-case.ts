import type { RefusalTexts } from '#kernel/refusal.ts';
import type { CaseCode } from './types-case.ts';

/** What is refused about a case, in words. */
export const caseRefusals: RefusalTexts<CaseCode> = {
  'case-unknown': {
    status: 404,
    title: {
      nl: 'Deze samenwerking is er niet, of niet meer voor u.',
      en: 'This case is not there, or no longer for you.',
    },
    next: { nl: 'Ga terug naar de lijst.', en: 'Go back to the list.' },
  },
  'case-over': {
    status: 409,
    title: { nl: 'Deze samenwerking is afgesloten.', en: 'This case is over.' },
    next: { nl: 'U kunt nog lezen wat er stond.', en: 'What stood there can still be read.' },
  },
  'case-part-shut': {
    status: 404,
    title: { nl: 'Dit deel is er voor u niet.', en: 'This part is not there for you.' },
    next: {
      nl: 'Vraag de persoon, via wie de samenwerking regelt, of u mee mag kijken.',
      en: 'Ask the person, by way of the coordinator, whether you may see it.',
    },
  },
  'case-not-coordinator': {
    status: 409,
    title: {
      nl: 'Een andere organisatie regelt deze samenwerking.',
      en: 'Another organisation coordinates this case.',
    },
    next: { nl: 'Vraag het hun met een bericht.', en: 'Ask them in a message.' },
  },
  'case-organisation-unknown': {
    status: 422,
    title: {
      nl: 'Deze organisatie is in de regio niet bekend.',
      en: 'This organisation is not known in the region.',
    },
    next: { nl: 'Kies een organisatie uit de lijst.', en: 'Choose an organisation from the list.' },
  },
  'helper-in-already': {
    status: 409,
    title: { nl: 'Deze organisatie doet al mee.', en: 'This organisation is in already.' },
    next: { nl: 'Verander wat zij mag zien.', en: 'Change what it may see.' },
  },
  'helper-unknown': {
    status: 404,
    title: { nl: 'Deze organisatie doet niet mee.', en: 'This organisation is not in it.' },
    next: { nl: 'Kijk wie er meedoen.', en: 'See who is in it.' },
  },
  'coordinator-stays': {
    status: 409,
    title: {
      nl: 'Wie de samenwerking regelt, blijft tot zij afgesloten is.',
      en: 'Who coordinates stays until it ends.',
    },
    next: {
      nl: 'Sluit de samenwerking af, met wat ervan geleerd is.',
      en: 'End the case, with what was learned.',
    },
  },
  'action-unknown': {
    status: 404,
    title: { nl: 'Deze afspraak staat niet in het plan.', en: 'This is not in the plan.' },
    next: { nl: 'Open het plan opnieuw.', en: 'Open the plan again.' },
  },
  'action-owner': {
    status: 422,
    title: { nl: 'Wie dit zou doen, ziet het plan niet.', en: 'Who would do this does not see the plan.' },
    next: {
      nl: 'Kies wie meedoet en het plan mag zien, of de persoon zelf.',
      en: 'Choose who is in it and may see the plan, or the person.',
    },
  },
  'action-day': {
    status: 422,
    title: { nl: 'Die dag is geweest.', en: 'That day has been.' },
    next: { nl: 'Kies vandaag of een dag die nog komt.', en: 'Choose today or a day to come.' },
  },
  'action-settled': {
    status: 409,
    title: { nl: 'Hiervan is al gezegd wat ervan kwam.', en: 'What came of this has been said already.' },
    next: { nl: 'Spreek zo nodig iets nieuws af.', en: 'Agree on something new if needed.' },
  },
  'action-not-yours': {
    status: 409,
    title: { nl: 'Een ander doet dit.', en: 'Somebody else does this.' },
    next: { nl: 'Vraag het hun met een bericht.', en: 'Ask them in a message.' },
  },
  'actions-open': {
    status: 409,
    title: {
      nl: 'Van {count} afspraken is nog niet gezegd wat ervan kwam.',
      en: 'Of {count} actions it is not said yet what came of them.',
    },
    next: {
      nl: 'Zeg bij elke afspraak: gedaan, of niet en waarom.',
      en: 'Say of each: done, or not and why.',
    },
  },
};
