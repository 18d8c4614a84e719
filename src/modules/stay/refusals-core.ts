import type { RefusalTexts } from '#kernel/refusal.ts';
import type { CoreCode } from './types-core.ts';

const lookAgain = { nl: 'Ververs de pagina en kijk opnieuw.', en: 'Refresh the page and look again.' };

/** What is refused about the stay itself, in words. */
export const coreRefusals: RefusalTexts<CoreCode> = {
  'beyond-pathway': {
    status: 422,
    title: {
      nl: 'Dit verblijf mag tot en met {day} duren.',
      en: 'This stay may last up to and including {day}.',
    },
    next: {
      nl: 'Leg een besluit vast als iemand langer moet blijven.',
      en: 'Write down a decision if somebody has to stay longer.',
    },
  },
  'extension-not-longer': {
    status: 422,
    title: {
      nl: 'Dit verblijf mag al tot en met {day} duren.',
      en: 'This stay may last up to and including {day} already.',
    },
    next: { nl: 'Kies een latere dag.', en: 'Choose a later day.' },
  },
  'extension-too-far': {
    status: 422,
    title: {
      nl: 'Een besluit verlengt met ten hoogste drie maanden, tot en met {day}.',
      en: 'A decision lengthens by three months at most, up to and including {day}.',
    },
    next: { nl: 'Kies een eerdere dag.', en: 'Choose an earlier day.' },
  },
  'extension-not-theirs': {
    status: 422,
    title: {
      nl: 'Deze arts hoort niet bij dit soort verblijf.',
      en: 'This doctor does not belong to this kind of stay.',
    },
    next: {
      nl: 'Kies de arts die hier beslist: de huisarts of de specialist ouderengeneeskunde.',
      en: 'Choose the doctor who decides here: the GP or the specialist in elderly medicine.',
    },
  },
  'barrier-unknown': {
    status: 404,
    title: { nl: 'Deze belemmering bestaat niet.', en: 'This barrier does not exist.' },
    next: lookAgain,
  },
  'barrier-open': {
    status: 409,
    title: { nl: 'Deze belemmering staat er al.', en: 'This barrier stands there already.' },
    next: { nl: 'Pas de bestaande aan.', en: 'Change the one that is there.' },
  },
  'barrier-solved': {
    status: 409,
    title: { nl: 'Deze belemmering is al opgelost.', en: 'This barrier has been solved already.' },
    next: { nl: 'Open hem opnieuw als dat niet klopt.', en: 'Open it again if that is not right.' },
  },
  'barrier-not-solved': {
    status: 409,
    title: { nl: 'Deze belemmering is nog niet opgelost.', en: 'This barrier has not been solved yet.' },
    next: lookAgain,
  },
  'barrier-days': {
    status: 422,
    title: { nl: 'Deze dagen kloppen niet met elkaar.', en: 'These days do not fit together.' },
    next: {
      nl: 'Een belemmering begint niet later dan vandaag, en is daarna pas opgelost.',
      en: 'A barrier begins no later than today, and is solved after that.',
    },
  },
  'talk-unknown': {
    status: 404,
    title: { nl: 'Dit gesprek bestaat niet.', en: 'This talk does not exist.' },
    next: lookAgain,
  },
  'talk-held': {
    status: 409,
    title: { nl: 'Dit gesprek is al gehouden.', en: 'This talk has been held already.' },
    next: { nl: 'Plan een extra gesprek.', en: 'Plan one more talk.' },
  },
  'talk-cancelled': {
    status: 409,
    title: { nl: 'Dit gesprek gaat niet door.', en: 'This talk does not take place.' },
    next: { nl: 'Plan het op een ander moment.', en: 'Plan it at another moment.' },
  },
  'talk-in-past': {
    status: 422,
    title: { nl: 'Dit moment is al voorbij.', en: 'This moment is over.' },
    next: { nl: 'Kies een moment dat nog komt.', en: 'Choose a moment to come.' },
  },
  'departure-before-talk': {
    status: 422,
    title: {
      nl: 'De vertrekdag ligt vóór het gesprek.',
      en: 'The day of departure is before the talk.',
    },
    next: { nl: 'Kies de dag van het gesprek of later.', en: 'Choose the day of the talk or a later one.' },
  },
  'already-away': {
    status: 409,
    title: { nl: 'Deze persoon is al afwezig gemeld.', en: 'This person is away already.' },
    next: { nl: 'Meld eerst dat iemand terug is.', en: 'First tell that they are back.' },
  },
  'not-away': {
    status: 409,
    title: { nl: 'Deze persoon is niet afwezig.', en: 'This person is not away.' },
    next: lookAgain,
  },
  'away-moments': {
    status: 422,
    title: { nl: 'Deze momenten kloppen niet met elkaar.', en: 'These moments do not fit together.' },
    next: {
      nl: 'Iemand gaat weg na de opname en na de vorige keer, en komt daarna terug.',
      en: 'Somebody goes away after the arrival and after the last time, and is back after that.',
    },
  },
  'same-care': {
    status: 409,
    title: { nl: 'Deze zorg krijgt de persoon al.', en: 'The person has this care already.' },
    next: lookAgain,
  },
  'ready-before-arrival': {
    status: 422,
    title: {
      nl: 'Deze dag ligt vóór de opname.',
      en: 'This day is before the arrival.',
    },
    next: { nl: 'Kies de dag van de opname of later.', en: 'Choose the day of arrival or a later one.' },
  },
  'not-a-practice': {
    status: 422,
    title: { nl: 'Dit is geen huisartsenpraktijk.', en: 'This is not a GP practice.' },
    next: { nl: 'Kies een praktijk uit de lijst.', en: 'Choose a practice from the list.' },
  },
  'pathway-unclear': {
    status: 422,
    title: {
      nl: 'Iets in dit zorgpad valt na de laatste dag.',
      en: 'Something in this pathway comes after the last day.',
    },
    next: {
      nl: 'Zet gesprekken, taken en de gewone vertrekdag binnen de lengte.',
      en: 'Put talks, tasks and the usual day of leaving within the length.',
    },
  },
};
