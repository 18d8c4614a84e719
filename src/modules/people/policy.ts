import type { Policy } from '#platform/http/actor.ts';

/** Who may use the routes of this room. Of whom, the relation decides (row-level security). */
export const peoplePolicies = {
  person: {
    name: 'know-person',
    roles: ['gp', 'gp-assistant', 'transfer-nurse', 'desk', 'ward', 'elderly-doctor'],
    why: 'Alleen wie de persoon kent: de verwijzer, het loket, en het huis na een ja. Daarvoor is er alleen een profiel.',
  },
  door: {
    name: 'give-own-view',
    roles: ['gp', 'gp-assistant', 'transfer-nurse', 'desk', 'ward', 'elderly-doctor'],
    why: 'Wie de persoon kent, geeft hem een link naar zijn eigen overzicht van wie er keek.',
  },
  family: {
    name: 'invite-relative',
    roles: ['gp', 'gp-assistant', 'ward', 'elderly-doctor'],
    why: 'Het huis en de huisarts nodigen één naaste uit om mee te lezen, als de persoon dat wil, en trekken dat weer in.',
  },
  consent: {
    name: 'record-consent',
    roles: ['gp', 'gp-assistant', 'transfer-nurse', 'desk', 'ward', 'elderly-doctor'],
    why: 'Wie de persoon kent, legt vast waar die ja op zei, en dat het ja weer voorbij is.',
  },
  emergency: {
    name: 'press-emergency',
    roles: ['gp', 'elderly-doctor', 'transfer-nurse', 'ward'],
    why: 'Wie nu voor iemand zorgt en hem niet kent, kijkt met de noodknop, met een reden en hooguit een dag.',
  },
  emergencySeen: {
    name: 'see-emergency-setting',
    roles: 'signed-in',
    opensPeople: false,
    why: 'Of de noodknop aan staat mag iedereen in de regio weten.',
  },
  emergencySwitch: {
    name: 'switch-emergency',
    roles: ['region-manager', 'security-officer'],
    why: 'De regio beslist of de noodknop aan staat: de regiomanager of een privacyfunctionaris. Wie en wanneer blijft staan.',
  },
  own: {
    name: 'own-view',
    roles: 'everyone',
    why: 'De persoon zelf: met de persoonlijke link, de geboortedatum en een code die één keer telt.',
  },
} as const satisfies Record<string, Policy>;
