import type { RefusalTexts } from '#kernel/refusal.ts';
import type { ConversationCode } from './types-conversation.ts';

/** What is refused about a conversation, in words. */
export const conversationRefusals: RefusalTexts<ConversationCode> = {
  'conversation-unknown': {
    status: 404,
    title: {
      nl: 'Dit gesprek is er niet, of niet meer voor u.',
      en: 'This conversation is not there, or no longer for you.',
    },
    next: {
      nl: 'Het gesprek is van de persoon zelf. Vraag het die.',
      en: 'The conversation is the person’s own. Ask them.',
    },
  },
  'conversation-over': {
    status: 409,
    title: { nl: 'Dit gesprek is klaar.', en: 'This conversation is finished.' },
    next: { nl: 'Begin zo nodig een nieuw gesprek.', en: 'Begin another if needed.' },
  },
  'conversation-empty': {
    status: 409,
    title: { nl: 'Er is nog niets ingevuld.', en: 'Nothing was filled in yet.' },
    next: {
      nl: 'Vul één deel in. Meer hoeft niet.',
      en: 'Fill in one part. More is not needed.',
    },
  },
  'part-unmarked': {
    status: 422,
    title: { nl: 'Bij deze vraag hoort geen stip.', en: 'This question has no dot.' },
    next: { nl: 'Schrijf het in woorden.', en: 'Say it in words.' },
  },
  'share-organisation-unknown': {
    status: 422,
    title: {
      nl: 'Deze organisatie is in de regio niet bekend.',
      en: 'This organisation is not known in the region.',
    },
    next: { nl: 'Kies een organisatie uit de lijst.', en: 'Choose an organisation from the list.' },
  },
  'share-by-person': {
    status: 409,
    title: {
      nl: 'Alleen de persoon zelf kan dit met anderen delen.',
      en: 'Only the person can share this with others.',
    },
    next: {
      nl: 'Dat kan via de eigen link van de persoon.',
      en: 'They can do so by their own link.',
    },
  },
};
