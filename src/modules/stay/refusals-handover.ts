import type { RefusalTexts } from '#kernel/refusal.ts';
import type { HandoverCode } from './types-handover.ts';

/** What a handover refuses, in words. */
export const handoverRefusals: RefusalTexts<HandoverCode> = {
  'handover-unknown': {
    status: 404,
    title: {
      nl: 'Deze overdracht bestaat niet, of is ingetrokken.',
      en: 'This handover does not exist, or was taken back.',
    },
    next: { nl: 'Bel wie hem stuurde als u hem verwacht.', en: 'Call who sent it if you expect it.' },
  },
  'handover-received': {
    status: 409,
    title: { nl: 'Deze overdracht is al bevestigd.', en: 'This handover was confirmed already.' },
    next: {
      nl: 'U hoeft niets te doen. Is er iets veranderd? Trek hem dan in en stuur een nieuwe.',
      en: 'You need not do anything. Did something change? Take it back and send a new one.',
    },
  },
  'handover-revoked': {
    status: 409,
    title: { nl: 'Deze overdracht is ingetrokken.', en: 'This handover was taken back.' },
    next: {
      nl: 'Begin een nieuwe. Wat u schreef, staat er al in.',
      en: 'Begin a new one. What you wrote is in it.',
    },
  },
  'handover-not-sent': {
    status: 409,
    title: { nl: 'Deze overdracht is nog niet verstuurd.', en: 'This handover was not sent yet.' },
    next: { nl: 'Verstuur hem eerst.', en: 'Send it first.' },
  },
  'handover-no-receiver': {
    status: 409,
    title: { nl: 'Er is nog niemand die deze overdracht krijgt.', en: 'Nobody receives this handover yet.' },
    next: {
      nl: 'Kies wie hem krijgt, of wacht tot een huis ja zegt. Wat u schreef, is bewaard.',
      en: 'Choose who receives it, or wait until a house says yes. What you wrote is kept.',
    },
  },
  'handover-sent-elsewhere': {
    status: 409,
    title: {
      nl: 'Deze overdracht is al naar een ander gestuurd.',
      en: 'This handover was sent to somebody else.',
    },
    next: {
      nl: 'Trek hem eerst in. Wat u schreef, gaat mee in de nieuwe.',
      en: 'Take it back first. What you wrote goes along in the new one.',
    },
  },
  'handover-other-side': {
    status: 409,
    title: {
      nl: 'Dit kan alleen de andere kant van de overdracht.',
      en: 'Only the other side of the handover can do this.',
    },
    next: {
      nl: 'Wie ontvangt, bevestigt. Wie verstuurt, wijzigt en trekt in.',
      en: 'Who receives, confirms. Who sends, changes and takes back.',
    },
  },
  'handover-inside': {
    status: 409,
    title: {
      nl: 'Deze ontvanger bevestigt zelf in Verkeerstoren.',
      en: 'This receiver confirms in Verkeerstoren.',
    },
    next: { nl: 'Bel en vraag om te bevestigen.', en: 'Call and ask them to confirm.' },
  },
  'handover-passed': {
    status: 409,
    title: {
      nl: 'De ontvanger is nu verantwoordelijk. Intrekken kan niet meer.',
      en: 'The receiver is responsible now. It cannot be taken back any more.',
    },
    next: { nl: 'Bel de ontvanger als er iets niet klopt.', en: 'Call the receiver if something is wrong.' },
  },
};
