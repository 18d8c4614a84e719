import type { RefusalTexts } from '#kernel/refusal.ts';
import type { PlanCode } from './types-plan.ts';

const chooseAgain = {
  nl: 'Kies een van de momenten die worden voorgesteld.',
  en: 'Choose one of the moments that are proposed.',
};
const lookAgain = { nl: 'Ververs de pagina en kijk opnieuw.', en: 'Refresh the page and look again.' };

/** What planning refuses, in words. */
export const planRefusals: RefusalTexts<PlanCode> = {
  'visit-planned': {
    status: 409,
    title: { nl: 'Deze afspraak heeft al een moment.', en: 'This visit has a moment already.' },
    next: { nl: 'Verplaats de afspraak.', en: 'Move the visit.' },
  },
  'visit-not-planned': {
    status: 409,
    title: {
      nl: 'Deze afspraak heeft geen moment meer, of is al begonnen.',
      en: 'This visit has no moment any more, or has begun.',
    },
    next: lookAgain,
  },
  'visit-before': {
    status: 409,
    title: {
      nl: 'De vorige afspraak van deze kuur heeft nog geen moment.',
      en: 'The visit before this one has no moment yet.',
    },
    next: { nl: 'Plan eerst de vorige afspraak.', en: 'Plan the visit before it first.' },
  },
  'visit-to-come': {
    status: 409,
    title: { nl: 'Deze afspraak moet nog beginnen.', en: 'This visit has yet to begin.' },
    next: {
      nl: 'Zeg pas na het begin dat iemand niet kwam.',
      en: 'Say only after the start that somebody did not come.',
    },
  },
  'moment-past': {
    status: 409,
    title: { nl: 'Dit moment is voorbij.', en: 'This moment has passed.' },
    next: chooseAgain,
  },
  'nurses-too-few': {
    status: 409,
    title: {
      nl: 'Er zijn dan minder dan twee verpleegkundigen.',
      en: 'Fewer than two nurses are there then.',
    },
    next: {
      nl: 'Zet eerst neer wie er is, of kies een ander dagdeel.',
      en: 'Say first who is there, or choose another half-day.',
    },
  },
  'visit-outside-hours': {
    status: 409,
    title: {
      nl: 'Deze behandeling duurt {minutes} minuten en past zo niet in het dagdeel.',
      en: 'This treatment takes {minutes} minutes and does not fit in the half-day like this.',
    },
    next: {
      nl: 'Kies een eerder begin: iemand is {margin} minuten voor sluiten klaar.',
      en: 'Choose an earlier start: a visit is over {margin} minutes before the doors close.',
    },
  },
  'seats-wrong': {
    status: 422,
    title: {
      nl: 'Deze stoelen passen niet bij de behandeling.',
      en: 'These chairs do not suit the treatment.',
    },
    next: chooseAgain,
  },
  'chair-taken': {
    status: 409,
    title: { nl: 'Stoel {chairs} is dan bezet.', en: 'Chair {chairs} is taken then.' },
    next: chooseAgain,
  },
  'nurse-not-able': {
    status: 409,
    title: {
      nl: 'Deze verpleegkundige is niet bevoegd voor deze behandeling.',
      en: 'This nurse may not give this treatment.',
    },
    next: { nl: 'Wie het dan wel kan: {initials}.', en: 'Who can then: {initials}.' },
  },
  'nurse-busy': {
    status: 409,
    title: {
      nl: 'Deze verpleegkundige legt dan bij iemand anders aan.',
      en: 'This nurse is setting up somebody else then.',
    },
    next: {
      nl: 'Kies een ander begin of een andere verpleegkundige.',
      en: 'Choose another start or another nurse.',
    },
  },
  'care-full': {
    status: 409,
    title: {
      nl: 'Er is dan te veel zorg tegelijk voor wie er is.',
      en: 'That is too much care at once for who is there.',
    },
    next: chooseAgain,
  },
  'moment-gone': {
    status: 409,
    title: { nl: 'Dit vrije moment is er niet meer.', en: 'This free moment is not there any more.' },
    next: lookAgain,
  },
  'plan-unknown': {
    status: 404,
    title: { nl: 'Dit plan bestaat niet.', en: 'This plan does not exist.' },
    next: { nl: 'Maak een nieuw plan.', en: 'Make a new plan.' },
  },
  'plan-not-ready': {
    status: 409,
    title: { nl: 'Dit plan is nog niet klaar.', en: 'This plan is not ready yet.' },
    next: { nl: 'Wacht tot het klaar is.', en: 'Wait until it is ready.' },
  },
  'plan-over': {
    status: 409,
    title: { nl: 'Dit plan is al gebruikt of gestopt.', en: 'This plan was taken or cancelled.' },
    next: { nl: 'Maak een nieuw plan.', en: 'Make a new plan.' },
  },
};
