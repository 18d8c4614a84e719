import type { RefusalTexts } from '#kernel/refusal.ts';
import type { GrowthCode } from './types-growth.ts';

/** What reckoning with growth refuses, in words. */
export const growthRefusals: RefusalTexts<GrowthCode> = {
  'growth-busy': {
    status: 409,
    title: { nl: 'Er wordt al een jaar uitgerekend.', en: 'A year is being worked out already.' },
    next: { nl: 'Probeer het over een paar seconden weer.', en: 'Try again in a few seconds.' },
  },
  'growth-too-long': {
    status: 422,
    title: {
      nl: 'Dit is te veel om uit te rekenen.',
      en: 'This is too much to work out.',
    },
    next: {
      nl: 'Reken met minder mensen of minder kamers.',
      en: 'Work with fewer people or fewer rooms.',
    },
  },
  'growth-nothing': {
    status: 409,
    title: {
      nl: 'Er is nog niets om mee te rekenen.',
      en: 'There is nothing to work with yet.',
    },
    next: {
      nl: 'Vul de openingstijden in, en hoeveel mensen u verwacht.',
      en: 'Fill in the opening hours, and how many people you expect.',
    },
  },
  'growth-treatment': {
    status: 422,
    title: {
      nl: 'Een van deze behandelingen wordt hier niet gegeven.',
      en: 'One of these treatments is not given here.',
    },
    next: {
      nl: 'Kies behandelingen waarvoor getekend is.',
      en: 'Choose treatments that were signed for.',
    },
  },
};
