import type { Policy } from '#platform/http/actor.ts';

/** Who may use the routes of this room. Whose services are whose, row-level security decides too. */
export const socialPolicies = {
  map: {
    name: 'see-social-map',
    roles: 'everyone',
    why: 'De sociale kaart gaat over niemand: iedereen mag zoeken, ook een inwoner zonder aanmelden.',
  },
  say: {
    name: 'say-service',
    roles: ['welfare-worker', 'desk'],
    opensPeople: false,
    why: 'De organisatie zegt zelf of er plek is en of de tekst nog klopt; wie de kaart beheert helpt daarbij.',
  },
  keep: {
    name: 'keep-social-map',
    roles: ['desk', 'region-manager'],
    opensPeople: false,
    why: 'Wie de regio op orde houdt neemt de sociale kaart over en geeft hem door.',
  },
  own: {
    name: 'own-conversation',
    roles: 'everyone',
    why: 'Het gesprek is van de persoon zelf: die vult in, leest terug en zegt per deel wie het mag zien.',
  },
  converse: {
    name: 'hold-conversation',
    roles: ['gp', 'gp-assistant', 'transfer-nurse', 'welfare-worker'],
    why: 'Wie iemand helpt, voert het gesprek samen met die persoon en ziet het tot het klaar is. Daarna alleen wat de persoon deelt.',
  },
  inCase: {
    name: 'see-shared-conversation',
    roles: ['gp', 'gp-assistant', 'transfer-nurse', 'ward', 'elderly-doctor', 'specialist', 'welfare-worker'],
    why: 'Wie meehelpt, ziet van het gesprek wat de persoon met die organisatie deelt, als dat deel van de samenwerking open is.',
  },
} as const satisfies Record<string, Policy>;
