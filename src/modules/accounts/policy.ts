import type { Policy } from '#platform/http/actor.ts';
import type { Hat } from './types.ts';

/** Who may use the routes of this room. */
export const accountsPolicies = {
  signIn: {
    name: 'sign-in',
    roles: 'everyone',
    why: 'Vóór het aanmelden is nog niemand bekend.',
  },
  invited: {
    name: 'accept-invitation',
    roles: 'everyone',
    why: 'Wie de link van de uitnodiging heeft, neemt die één keer aan.',
  },
  enrol: {
    name: 'add-second-factor',
    roles: 'everyone',
    why: 'Halverwege het aanmelden, of aangemeld en net bevestigd: alleen voor het eigen account.',
  },
  own: {
    name: 'own-account',
    roles: 'signed-in',
    opensPeople: false,
    why: 'Ieder ziet en wijzigt het eigen account.',
  },
  administer: {
    name: 'administer-accounts',
    roles: 'signed-in',
    why: 'Alleen de beheerder van een organisatie, voor de eigen organisatie; de regiomanager vraagt de eerste beheerder.',
  },
} as const satisfies Record<string, Policy>;

/** May who wears this hat look after the accounts of this organisation? */
export const mayAdminister = (hat: Pick<Hat, 'administrator' | 'organisationId'>, organisationId: string) =>
  hat.administrator && hat.organisationId === organisationId;

/** May a region manager ask somebody here? Only the first administrator: afterwards the organisation asks its own people. */
export const mayInviteFirst = (
  role: string,
  asked: { readonly administrator: boolean; readonly hasAdministrator: boolean },
): boolean => role === 'region-manager' && asked.administrator && !asked.hasAdministrator;
