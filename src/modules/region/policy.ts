import type { Policy } from '#platform/http/actor.ts';

/** Who may use the routes of this room. */
export const regionPolicies = {
  directory: {
    name: 'see-region',
    roles: 'signed-in',
    opensPeople: false,
    why: 'Wie meedoet mag weten wie er nog meer meedoet.',
  },
  agreement: {
    name: 'see-agreement',
    roles: 'signed-in',
    opensPeople: false,
    why: 'Afspraken gelden voor iedereen: iedereen leest ze, met wie tekende.',
  },
  propose: {
    name: 'propose-agreement',
    roles: ['desk', 'region-manager'],
    why: 'Wie de regio op orde houdt stelt een wijziging voor; de partijen beslissen.',
  },
  sign: {
    name: 'sign-agreement',
    roles: ['gp', 'transfer-nurse', 'ward', 'elderly-doctor', 'desk', 'region-manager'],
    why: 'Elke partij tekent voor zichzelf.',
  },
  practiceRoles: {
    name: 'see-practice-roles',
    roles: 'everyone',
    why: 'Vóór het aanmelden, alleen in de oefenregio.',
  },
  session: {
    name: 'sign-in-and-out',
    roles: 'everyone',
    why: 'Aanmelden en afmelden; zonder aanmelding is er niets te zien.',
  },
  follow: {
    name: 'follow-regions',
    roles: ['desk', 'region-manager'],
    why: 'Het loket en de regiomanager kiezen van welke regio’s de openbare cijfers ernaast staan.',
  },
  publish: {
    name: 'publish-counts',
    roles: ['ward', 'elderly-doctor', 'transfer-nurse', 'desk', 'region-manager'],
    why: 'Elke organisatie beslist zelf of haar aantallen openbaar zijn.',
  },
  mail: {
    name: 'set-mail-addresses',
    roles: ['ward', 'desk', 'region-manager'],
    why: 'Een huis kiest zelf waar berichten komen; wie de regio op orde houdt helpt daarbij.',
  },
  files: {
    name: 'bring-in-files',
    roles: ['desk', 'region-manager'],
    why: 'Wie de regio op orde houdt neemt organisaties, locaties en plekken over uit een bestand.',
  },
} as const satisfies Record<string, Policy>;
