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
  helper: {
    name: 'help-by-link',
    roles: 'everyone',
    why: 'Een kleine organisatie zonder account: met de link uit haar eigen bericht en een code die één keer telt, voor één verwijzing.',
  },
} as const satisfies Record<string, Policy>;
