import type { RefusalTexts } from '#kernel/refusal.ts';
import { conversationRefusals } from './refusals-conversation.ts';
import { helperRefusals } from './refusals-helping.ts';
import { networkRefusals } from './refusals-network.ts';
import { referralRefusals } from './refusals-referral.ts';
import type { SocialCode } from './types.ts';
import type { ConversationCode } from './types-conversation.ts';
import type { HelperCode } from './types-helping.ts';
import type { NetworkCode } from './types-network.ts';
import type { ReferralCode } from './types-referral.ts';

/** What this room refuses, in words. */
export const socialRefusals: RefusalTexts<
  SocialCode | ConversationCode | HelperCode | NetworkCode | ReferralCode
> = {
  ...conversationRefusals,
  ...helperRefusals,
  ...networkRefusals,
  ...referralRefusals,
  'service-unknown': {
    status: 404,
    title: {
      nl: 'Deze hulp staat niet (meer) op de kaart.',
      en: 'This service is not on the map (any more).',
    },
    next: { nl: 'Zoek opnieuw op de sociale kaart.', en: 'Look again on the social map.' },
  },
  'service-not-yours': {
    status: 403,
    title: {
      nl: 'Deze hulp is van een andere organisatie.',
      en: 'This service belongs to another organisation.',
    },
    next: {
      nl: 'Bel die organisatie, of vraag het loket om de kaart aan te passen.',
      en: 'Call that organisation, or ask the desk to change the map.',
    },
  },
  'state-needs-weeks': {
    status: 422,
    title: {
      nl: 'Bij een wachtlijst hoort een aantal weken.',
      en: 'A waiting list needs a number of weeks.',
    },
    next: {
      nl: 'Vul in hoeveel weken iemand ongeveer wacht.',
      en: 'Say how many weeks somebody waits, roughly.',
    },
  },
  'state-weeks-many': {
    status: 422,
    title: {
      nl: 'Een wachttijd is hoogstens {most} weken.',
      en: 'A wait is {most} weeks at most.',
    },
    next: {
      nl: 'Duurt het langer? Zeg dan dat het vol is, met een dag erbij als u die weet.',
      en: 'Does it take longer? Then say that it is full, with a day if you know it.',
    },
  },
  'state-day-past': {
    status: 422,
    title: { nl: 'Deze dag is al voorbij.', en: 'This day has passed.' },
    next: {
      nl: 'Kies een dag vanaf morgen, of laat de dag leeg.',
      en: 'Choose a day from tomorrow on, or leave it empty.',
    },
  },
  'state-day-far': {
    status: 422,
    title: { nl: 'Deze dag is te ver weg.', en: 'This day is too far away.' },
    next: {
      nl: 'Kies een dag binnen twee jaar, of laat de dag leeg.',
      en: 'Choose a day within two years, or leave it empty.',
    },
  },
  'form-unknown': {
    status: 404,
    title: { nl: 'Deze lijst kent HSDS niet.', en: 'HSDS has no such list.' },
    next: {
      nl: 'Kies services, organizations, locations, taxonomies of taxonomy_terms.',
      en: 'Choose services, organizations, locations, taxonomies or taxonomy_terms.',
    },
  },
};
