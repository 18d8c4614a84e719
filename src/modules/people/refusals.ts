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
  'own-email-needed': {
    status: 422,
    title: {
      nl: 'Vul het e-mailadres van de persoon in. Daar komt de code.',
      en: 'Fill in the e-mail address of the person. The code goes there.',
    },
    next: {
      nl: 'Heeft de persoon geen e-mail? Gebruik het adres van de naaste, als de persoon dat goed vindt.',
      en: 'No e-mail? Use that of the next of kin, if the person agrees.',
    },
  },
  'own-mail-off': {
    status: 503,
    title: {
      nl: 'Inzage kan hier nog niet: er is geen e-mail ingesteld.',
      en: 'Own view is not possible here yet: no e-mail is set up.',
    },
    next: {
      nl: 'Vraag de beheerder om e-mail in te stellen. Of print het overzicht voor de persoon.',
      en: 'Ask the administrator to set up e-mail.',
    },
  },
  'own-mail-failed': {
    status: 503,
    title: { nl: 'De code is niet verstuurd.', en: 'The code was not sent.' },
    next: { nl: 'Probeer het over een paar minuten weer.', en: 'Try again in a few minutes.' },
  },
  'own-door-closed': {
    status: 404,
    title: {
      nl: 'Deze link en deze geboortedatum horen niet bij elkaar, of de link werkt niet meer.',
      en: 'This link and this birth date do not go together, or the link no longer works.',
    },
    next: {
      nl: 'Kijk de datum na. Lukt het niet? Vraag een nieuwe link aan uw huisarts.',
      en: 'Check the date. Does it not work? Ask your GP for a new link.',
    },
  },
  'own-codes-enough': {
    status: 429,
    title: { nl: 'U vroeg al een paar keer om een code.', en: 'You asked for a code several times already.' },
    next: { nl: 'Wacht een uur en probeer het weer.', en: 'Wait an hour and try again.' },
  },
  'own-code-wrong': {
    status: 403,
    title: { nl: 'Deze code klopt niet.', en: 'This code is not right.' },
    next: {
      nl: 'Kijk de zes cijfers na en typ ze nog een keer.',
      en: 'Check the six digits and type them again.',
    },
  },
  'own-code-over': {
    status: 403,
    title: { nl: 'Deze code geldt niet meer.', en: 'This code no longer counts.' },
    next: { nl: 'Vraag een nieuwe code.', en: 'Ask for a new code.' },
  },
  'own-over': {
    status: 403,
    title: { nl: 'U bent niet meer in uw eigen overzicht.', en: 'You are no longer in your own overview.' },
    next: { nl: 'Open uw persoonlijke link opnieuw.', en: 'Open your personal link again.' },
  },
  'own-not-family': {
    status: 403,
    title: {
      nl: 'Dit is alleen voor de persoon zelf.',
      en: 'This is for the person only.',
    },
    next: { nl: 'U kunt het verblijf wel lezen.', en: 'You can read about the stay.' },
  },
  'family-revoked': {
    status: 403,
    title: { nl: 'U leest niet meer mee met dit verblijf.', en: 'You no longer read along with this stay.' },
    next: {
      nl: 'Wilt u weten hoe het gaat? Vraag het uw naaste, of bel het huis.',
      en: 'To know how it goes, ask your relative or call the house.',
    },
  },
  'relative-none': {
    status: 409,
    title: { nl: 'Er leest nu niemand mee.', en: 'Nobody reads along now.' },
    next: { nl: 'Nodig eerst een naaste uit.', en: 'Invite a relative first.' },
  },
  'look-unknown': {
    status: 404,
    title: {
      nl: 'Deze regel bestaat niet, of is niet van u.',
      en: 'This line does not exist, or is not yours.',
    },
    next: { nl: 'Ververs de lijst.', en: 'Read the list again.' },
  },
  'look-answered': {
    status: 409,
    title: { nl: 'U gaf hier al antwoord op.', en: 'You answered this already.' },
    next: {
      nl: 'Wilt u iets anders zeggen? Kies Iets klopt niet.',
      en: 'Something else? Choose Something is wrong.',
    },
  },
  'consent-unknown': {
    status: 404,
    title: {
      nl: 'Deze toestemming bestaat niet, of is al ingetrokken.',
      en: 'This consent does not exist, or was revoked already.',
    },
    next: { nl: 'Ververs de lijst.', en: 'Read the list again.' },
  },
  'emergency-off': {
    status: 403,
    title: { nl: 'De noodknop staat uit in deze regio.', en: 'The emergency button is off in this region.' },
    next: { nl: 'Bel het loket of de huisartsenpost.', en: 'Call the desk or the GP post.' },
  },
  'emergency-too-often': {
    status: 429,
    title: {
      nl: 'U gebruikte de noodknop vandaag al vijf keer.',
      en: 'You used the emergency button five times today.',
    },
    next: { nl: 'Bel het loket. Zij kunnen verder helpen.', en: 'Call the desk. They can help.' },
  },
};
