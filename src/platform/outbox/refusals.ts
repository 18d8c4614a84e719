import type { RefusalTexts } from '#kernel/refusal.ts';

/** Why an address may not be sent to. */
export type AddressCode =
  | 'webhook-unreadable'
  | 'webhook-not-https'
  | 'webhook-credentials'
  | 'webhook-port'
  | 'webhook-inside'
  | 'webhook-not-found';

/** Everything this part of the house can refuse. */
export type OutboxCode =
  | AddressCode
  | 'webhook-unknown'
  | 'webhook-too-many'
  | 'webhook-secret-over'
  | 'delivery-unknown'
  | 'delivery-not-dead';

const publicAddress = {
  nl: 'Geef een https-adres dat iedereen op internet kan bereiken.',
  en: 'Give an https address that anybody on the internet can reach.',
};

/** What webhooks and deliveries refuse, in words. */
export const outboxRefusals: RefusalTexts<OutboxCode> = {
  'webhook-unreadable': {
    status: 422,
    title: { nl: 'Dit is geen webadres.', en: 'This is not a web address.' },
    next: publicAddress,
  },
  'webhook-not-https': {
    status: 422,
    title: {
      nl: 'De toren stuurt alleen naar een adres dat met https begint.',
      en: 'The tower only sends to an address that begins with https.',
    },
    next: publicAddress,
  },
  'webhook-credentials': {
    status: 422,
    title: {
      nl: 'In dit adres staat een naam of een wachtwoord.',
      en: 'This address holds a name or a password.',
    },
    next: {
      nl: 'Haal dat weg. De ontvanger herkent ons aan de handtekening.',
      en: 'Take it out. The receiver knows us by the signature.',
    },
  },
  'webhook-port': {
    status: 422,
    title: {
      nl: 'Naar poort {port} stuurt de toren niets.',
      en: 'The tower sends nothing to port {port}.',
    },
    next: {
      nl: 'Gebruik poort 443 of 8443, of vraag de beheerder om deze poort.',
      en: 'Use port 443 or 8443, or ask the administrator for this port.',
    },
  },
  'webhook-inside': {
    status: 422,
    title: {
      nl: 'Dit adres ligt binnen een afgesloten netwerk. Daar stuurt de toren niets heen.',
      en: 'This address lies inside a closed network. The tower sends nothing there.',
    },
    next: publicAddress,
  },
  'webhook-not-found': {
    status: 422,
    title: { nl: 'Dit adres is niet te vinden.', en: 'This address cannot be found.' },
    next: {
      nl: 'Kijk na of het adres klopt en probeer opnieuw.',
      en: 'Check the address and try again.',
    },
  },
  'webhook-unknown': {
    status: 404,
    title: { nl: 'Deze koppeling bestaat niet.', en: 'This webhook does not exist.' },
    next: { nl: 'Ververs de pagina en kijk opnieuw.', en: 'Refresh the page and look again.' },
  },
  'webhook-too-many': {
    status: 409,
    title: {
      nl: 'Uw organisatie heeft al {most} koppelingen.',
      en: 'Your organisation has {most} webhooks already.',
    },
    next: { nl: 'Verwijder er eerst een.', en: 'Take one away first.' },
  },
  'webhook-secret-over': {
    status: 409,
    title: {
      nl: 'Het geheim is alleen kort na het toevoegen te lezen.',
      en: 'The secret can only be read shortly after adding.',
    },
    next: {
      nl: 'Verwijder de koppeling en voeg hem opnieuw toe voor een nieuw geheim.',
      en: 'Take the webhook away and add it again for a new secret.',
    },
  },
  'delivery-unknown': {
    status: 404,
    title: { nl: 'Dit bericht bestaat niet.', en: 'This message does not exist.' },
    next: { nl: 'Ververs de pagina en kijk opnieuw.', en: 'Refresh the page and look again.' },
  },
  'delivery-not-dead': {
    status: 409,
    title: {
      nl: 'Dit bericht is al aangekomen of wordt nog geprobeerd.',
      en: 'This message has arrived or is still being tried.',
    },
    next: {
      nl: 'Alleen een vastgelopen bericht kunt u opnieuw sturen.',
      en: 'Only a message that got stuck can be sent again.',
    },
  },
};
