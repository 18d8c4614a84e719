import type { Instant } from '#kernel/interval.ts';
import type { OrganisationKind } from '#modules/region/types.ts';

/** What a consent is for. */
export const CONSENT_PURPOSES = ['find-place', 'hand-over', 'welfare'] as const;
export type ConsentPurpose = (typeof CONSENT_PURPOSES)[number];

/** Who said yes. */
export const CONSENT_GIVERS = ['person', 'representative'] as const;
export type ConsentGiver = (typeof CONSENT_GIVERS)[number];

/** One yes of the person: for one purpose, to one organisation, one kind of it, or all in care. */
export interface Consent {
  readonly id: string;
  readonly personId: string;
  readonly purpose: ConsentPurpose;
  readonly receiverOrg: string | null;
  readonly receiverKind: OrganisationKind | null;
  readonly explicit: boolean;
  readonly givenBy: ConsentGiver;
  readonly givenAt: Instant;
  readonly revokedAt: Instant | null;
}
