import type { RefusalTexts } from '#kernel/refusal.ts';
import type { HelperCode } from './types-helping.ts';

/** What a helper without an account is refused, in words that tell nothing of anybody. */
export const helperRefusals: RefusalTexts<HelperCode> = {
  'helper-link-unknown': {
    status: 404,
    title: { nl: 'Deze link kennen wij niet.', en: 'We do not know this link.' },
    next: {
      nl: 'Open de link uit uw bericht, helemaal tot het eind.',
      en: 'Open the link from your message, up to its very end.',
    },
  },
  'helper-link-over': {
    status: 409,
    title: { nl: 'Deze link geldt niet meer.', en: 'This link does not hold any more.' },
    next: {
      nl: 'Kijk of u een nieuwer bericht hebt. Zo niet, bel wie naar u verwees: zij sturen een nieuwe link.',
      en: 'See whether you have a newer message. If not, call who referred to you: they send a new link.',
    },
  },
  'helper-referral-closed': {
    status: 409,
    title: { nl: 'Deze verwijzing is gesloten.', en: 'This referral is closed.' },
    next: {
      nl: 'U hoeft niets meer te doen. De persoon of de verwijzer trok hem in.',
      en: 'There is nothing left to do. The person or who referred took it back.',
    },
  },
  'helper-referral-done': {
    status: 409,
    title: { nl: 'Deze verwijzing is klaar.', en: 'This referral is done.' },
    next: {
      nl: 'De verwijzer leest wat eruit kwam. U hoeft niets meer te doen.',
      en: 'Who referred reads what came of it. There is nothing left to do.',
    },
  },
  'helper-unreachable': {
    status: 409,
    title: {
      nl: 'Deze organisatie heeft bij ons geen e-mailadres en geen mobiel nummer.',
      en: 'We have no mail address and no mobile number of this organisation.',
    },
    next: {
      nl: 'Bel de organisatie. Het loket vult het adres in bij Koppelingen.',
      en: 'Call the organisation. The desk fills in the address under Connections.',
    },
  },
  'helper-has-account': {
    status: 409,
    title: {
      nl: 'Deze organisatie werkt met een account en krijgt geen link.',
      en: 'This organisation works with accounts and gets no link.',
    },
    next: {
      nl: 'De verwijzing staat daar bij Binnengekomen.',
      en: 'The referral stands there under Incoming.',
    },
  },
  'helper-code-not-sent': {
    status: 503,
    title: { nl: 'De code is niet verstuurd.', en: 'The code was not sent.' },
    next: { nl: 'Probeer het over een paar minuten weer.', en: 'Try again in a few minutes.' },
  },
  'helper-codes-enough': {
    status: 429,
    title: { nl: 'U vroeg al een paar keer om een code.', en: 'You asked for a code several times already.' },
    next: { nl: 'Wacht een uur en probeer het weer.', en: 'Wait an hour and try again.' },
  },
  'helper-code-wrong': {
    status: 403,
    title: { nl: 'Deze code klopt niet.', en: 'This code is not right.' },
    next: {
      nl: 'Kijk de zes cijfers na en typ ze nog een keer.',
      en: 'Check the six digits and type them again.',
    },
  },
  'helper-code-over': {
    status: 403,
    title: { nl: 'Deze code geldt niet meer.', en: 'This code no longer counts.' },
    next: { nl: 'Vraag een nieuwe code.', en: 'Ask for a new code.' },
  },
  'helper-over': {
    status: 403,
    title: { nl: 'Uw half uur is voorbij.', en: 'Your half hour is over.' },
    next: { nl: 'Open de link uit uw bericht opnieuw.', en: 'Open the link from your message again.' },
  },
  'room-link-unknown': {
    status: 404,
    title: {
      nl: 'Deze link kennen wij niet, of hij is te oud.',
      en: 'We do not know this link, or it is too old.',
    },
    next: {
      nl: 'Bel het loket. Zij zetten op de kaart of er plek is.',
      en: 'Call the desk. They say on the map whether there is room.',
    },
  },
};
