import type { RefusalTexts } from '#kernel/refusal.ts';
import type { NetworkCode } from './types-network.ts';

/** What is refused about the network of a person, in words. */
export const networkRefusals: RefusalTexts<NetworkCode> = {
  'around-unknown': {
    status: 404,
    title: { nl: 'Deze naam staat hier niet (meer).', en: 'This name is not here (any more).' },
    next: { nl: 'Kijk opnieuw wie er staan.', en: 'Look again who is there.' },
  },
  'network-full': {
    status: 409,
    title: { nl: 'Er staan al {most} mensen.', en: 'There are {most} people already.' },
    next: {
      nl: 'Haal eerst iemand weg, of neem mensen samen: de buren.',
      en: 'Take somebody out first, or take people together: the neighbours.',
    },
  },
};
