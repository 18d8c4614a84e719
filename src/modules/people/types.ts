import type { Day } from '#kernel/calendar.ts';

export * from './types-consent.ts';
export * from './types-family.ts';
export * from './types-own.ts';

/** Sex as far as placing needs it: shared rooms. */
export const SEXES = ['female', 'male', 'other', 'unknown'] as const;
export type Sex = (typeof SEXES)[number];

/** The resident as far as placing needs. Only who stands in a relation to them ever receives this. */
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly birthDate: Day;
  readonly sex: Sex;
  readonly bsn: string | null;
  readonly pc4: string | null;
  readonly phone: string | null;
  readonly gpName: string | null;
  readonly kinName: string | null;
  readonly kinPhone: string | null;
  readonly version: number;
}

/** A person as entered; the id and version are ours. */
export type PersonEntry = Omit<Person, 'id' | 'version'>;

/** How an organisation stands to a person. `offered` knows a profile only. */
export type RelationKind = 'own' | 'offered' | 'accepted' | 'care-team' | 'desk';

/** On which ground the relation rests. */
export type RelationGround = 'referral' | 'offer' | 'acceptance' | 'treatment' | 'triage';

/** What may change about a person once entered; who it is does not change. */
export type PersonChange = Partial<
  Pick<Person, 'name' | 'pc4' | 'phone' | 'gpName' | 'kinName' | 'kinPhone'>
>;

/** Somebody stands in a relation to a person, or no longer does. */
export interface Relation {
  readonly personId: string;
  readonly organisationId: string;
  readonly kind: RelationKind;
}

/** Why something about a person cannot be done. */
export type PeopleCode =
  | 'person-unknown'
  | 'person-not-yours'
  | 'bsn-other-birth-date'
  | 'birth-date-impossible'
  | 'own-email-needed'
  | 'own-mail-off'
  | 'own-mail-failed'
  | 'own-door-closed'
  | 'own-codes-enough'
  | 'own-code-wrong'
  | 'own-code-over'
  | 'own-over'
  | 'own-not-family'
  | 'family-revoked'
  | 'relative-none'
  | 'look-unknown'
  | 'look-answered'
  | 'consent-unknown'
  | 'emergency-off'
  | 'emergency-too-often';
