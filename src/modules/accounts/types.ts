import type { Instant } from '#kernel/interval.ts';
import type { OrganisationKind, Role } from '#modules/region/types.ts';

/** How somebody came in. `practice` is a role button; the others are an account's. */
export const SESSION_KINDS = ['practice', 'password', 'totp', 'recovery', 'passkey', 'oidc'] as const;
export type SessionKind = (typeof SESSION_KINDS)[number];

/** What comes after a step of signing in: another step, or the door is open. */
export const NEXT_STEPS = ['totp', 'passkey', 'enrol', 'signed-in'] as const;
export type NextStep = (typeof NEXT_STEPS)[number];

/** Somebody who may sign in, as decisions see them. */
export interface Account {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly passwordHash: string | null;
  readonly disabledAt: Instant | null;
  readonly failed: number;
  readonly lockedUntil: Instant | null;
  /** Sealed. */
  readonly totpSecret: string | null;
  readonly totpLastStep: number | null;
  /** Sealed; shown, not confirmed yet. */
  readonly totpNext: string | null;
  /** The hat worn last. */
  readonly lastProfessionalId: string | null;
}

/** A hat: an account may act as this professional, and perhaps look after the accounts of the organisation. */
export interface Hat {
  readonly accountId: string;
  readonly professionalId: string;
  readonly organisationId: string;
  readonly administrator: boolean;
}

/** A key in a telephone, laptop or on a key ring. */
export interface Passkey {
  readonly id: string;
  readonly accountId: string;
  readonly credentialId: string;
  readonly publicKey: Uint8Array;
  readonly counter: number;
  readonly transports: readonly string[];
  readonly name: string;
  readonly createdAt: Instant;
  readonly lastUsedAt: Instant | null;
}

/** Somebody was asked to take part; who holds the token may say yes once. */
export interface Invitation {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly phone: string | null;
  readonly organisationId: string;
  readonly siteId: string | null;
  readonly unitId: string | null;
  readonly role: Role;
  readonly administrator: boolean;
  /** Of an account that is there and sets up anew what opens it; null: a new hat. */
  readonly accountId: string | null;
  readonly invitedBy: string;
  readonly invitedAt: Instant;
  readonly expiresAt: Instant;
  readonly usedAt: Instant | null;
  readonly withdrawnAt: Instant | null;
}

/** What stands halfway between the street and the house. */
export type Ceremony =
  /** A first factor was right. */
  | {
      readonly kind: 'half';
      readonly accountId: string;
      readonly how: 'password' | 'oidc';
      readonly challenge: string | null;
    }
  /** A passkey is asked of whoever has one. */
  | { readonly kind: 'passkey'; readonly challenge: string }
  /** Somebody signed in adds a passkey. */
  | { readonly kind: 'enrol'; readonly accountId: string; readonly challenge: string }
  /** Somebody went to sign in at their employer. */
  | {
      readonly kind: 'oidc';
      readonly provider: string;
      readonly state: string;
      readonly nonce: string;
      readonly verifier: string;
      readonly invitationId: string | null;
    };

/** Which roles a kind of organisation has: nobody invites themselves a desk. */
const ROLES_OF: Readonly<Record<OrganisationKind, readonly Role[]>> = {
  gp: ['gp', 'gp-assistant'],
  hospital: ['transfer-nurse', 'elderly-doctor', 'ward', 'specialist'],
  'care-provider': ['ward', 'elderly-doctor', 'transfer-nurse', 'day-nurse', 'day-planner'],
  desk: ['desk', 'region-manager'],
  'home-care': ['transfer-nurse', 'ward', 'day-nurse', 'day-planner'],
  welfare: ['transfer-nurse', 'ward'],
  // An insurer asks for nobody and admits nobody: it reads what is public.
  insurer: [],
};

/** The roles an organisation can give. Whoever opens people has somebody who judges the looks; an insurer opens nobody. */
export const rolesOf = (kind: OrganisationKind): readonly Role[] =>
  ROLES_OF[kind].length === 0 ? [] : [...ROLES_OF[kind], 'security-officer'];

/** Why an account cannot do something. */
export type AccountsCode =
  | 'sign-in-refused'
  | 'step-expired'
  | 'code-wrong'
  | 'passkey-refused'
  | 'provider-unknown'
  | 'provider-refused'
  | 'identity-unknown'
  | 'no-hat'
  | 'hat-unknown'
  | 'confirm-needed'
  | 'last-factor'
  | 'invitation-unknown'
  | 'invitation-expired'
  | 'invitation-used'
  | 'already-invited'
  | 'already-has-role'
  | 'role-not-here'
  | 'place-not-here'
  | 'own-account'
  | 'own-reset'
  | 'practice-has-no-accounts'
  | 'password-short'
  | 'password-long'
  | 'password-known'
  | 'password-own-words';
