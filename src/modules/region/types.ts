import type { Day, HalfDay } from '#kernel/calendar.ts';
import type { Point } from '#kernel/geo.ts';
import type { Product } from '#kernel/product.ts';
import type { Agreement, AgreementVersion, RuleCode, Signature } from './types-agreement.ts';
import type { InsurerContract, RegionLimits, SiteLimits, UnitLimits } from './types-limits.ts';

// Both sides of the wire say what changes and what cannot be in the same words.
export { changesIn } from './decide/agreement-changes.ts';
export {
  type AgreementRule,
  BOUNDS,
  faultsIn,
  type NumberRule,
  numberIn,
  withNumber,
} from './decide/agreement-rules.ts';
export { CHAPTERS, type Chapter, lengthWords, RULE_WORDS, RULES } from './decide/agreement-words.ts';
export * from './types-agreement.ts';
export * from './types-limits.ts';

/** What an organisation is in the region; all are equals, the kind only decides which screens help them. */
export const ORGANISATION_KINDS = [
  'gp',
  'hospital',
  'care-provider',
  'desk',
  'home-care',
  'welfare',
  'insurer',
] as const;
export type OrganisationKind = (typeof ORGANISATION_KINDS)[number];

/** A party to the agreement. */
export interface Organisation {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly kind: OrganisationKind;
  readonly phone: string | null;
  /** Signs the agreement and stands by it. */
  readonly party: boolean;
  /** Its counts are public. */
  readonly publishes: boolean;
}

/** An organisation with the numbers it has in care: URA and AGB, eight digits each. */
export interface OrganisationRecord extends Omit<Organisation, 'publishes'> {
  readonly ura: string | null;
  readonly agb: string | null;
  readonly email: string | null;
}

/** An address where people stay or are seen; `phone` is the one that answers. */
export interface Site extends Point {
  readonly id: string;
  readonly organisationId: string;
  readonly code: string;
  readonly name: string;
  readonly street: string | null;
  readonly pc4: string;
  readonly town: string;
  readonly phone: string;
  readonly zone: string;
}

/** A ward or corridor of a site with places and people who answer for them. */
export interface Unit {
  readonly id: string;
  readonly siteId: string;
  readonly code: string;
  readonly name: string;
  readonly phone: string | null;
  /** Where a reminder goes when its figures grow old; null: to nobody. */
  readonly email: string | null;
}

/** The roles somebody can act in. */
export const ROLES = [
  'gp',
  'gp-assistant',
  'transfer-nurse',
  'desk',
  'ward',
  'elderly-doctor',
  'region-manager',
  'security-officer',
  'specialist',
  'day-nurse',
  'day-planner',
] as const;
export type Role = (typeof ROLES)[number];

/** Somebody who acts for an organisation in one role. */
export interface Professional {
  readonly id: string;
  readonly organisationId: string;
  readonly siteId: string | null;
  readonly unitId: string | null;
  readonly name: string;
  readonly role: Role;
  readonly phone: string | null;
}

/** When a site lets people arrive, in local minutes of the day; `product` null means every product. */
export interface AdmissionWindow {
  readonly siteId: string;
  readonly product: Product | null;
  readonly weekday: number;
  readonly opens: number;
  readonly closes: number;
}

/** A half-day in which it is this site's turn to admit, also outside its own windows (opnamebeurt). */
export interface Duty {
  readonly siteId: string;
  readonly product: Product;
  readonly day: Day;
  readonly halfDay: HalfDay;
}

/** Everything of the region that decisions and screens need, read once and renewed when it changes. */
export interface Region {
  readonly name: string;
  readonly organisations: readonly Organisation[];
  readonly sites: readonly Site[];
  readonly units: readonly Unit[];
  readonly windows: readonly AdmissionWindow[];
  readonly duties: readonly Duty[];
  /** Centre points of the postcodes of the region: distances are told, addresses are not. */
  readonly postcodes: ReadonlyMap<string, Point>;
  /** What houses said that can keep somebody out. */
  readonly limits: RegionLimits;
  readonly agreement: Agreement;
}

/** A site as a file brings it; `windows` and `limits` null leave those as they are. */
export interface SiteRecord extends Site {
  readonly windows: readonly AdmissionWindow[] | null;
  readonly limits: SiteLimits | null;
}

/** An organisation as a file brings it; `contracts` null leaves its contracts as they are. */
export interface OrganisationEntry extends OrganisationRecord {
  readonly contracts: readonly InsurerContract[] | null;
}

/** A four-digit postcode with its centre point. */
export interface Postcode extends Point {
  readonly pc4: string;
  readonly town: string;
}

/** Who answers next door when no place of the region fits: one number per kind. */
export interface Contact {
  readonly kind: string;
  readonly name: string;
  readonly phone: string;
}

/** What is written about the region; what is left out stays as it is. */
export interface RegionContent {
  readonly organisations?: readonly OrganisationRecord[];
  readonly sites?: readonly Site[];
  readonly units?: readonly Unit[];
  readonly professionals?: readonly Professional[];
  readonly windows?: readonly AdmissionWindow[];
  /** Sites whose windows are all replaced by those above; when left out, the sites those windows name. */
  readonly windowsOf?: readonly string[];
  readonly duties?: readonly Duty[];
  readonly siteLimits?: readonly SiteLimits[];
  readonly unitLimits?: readonly UnitLimits[];
  readonly contracts?: readonly InsurerContract[];
  /** Organisations whose contracts are all replaced by those above; when left out, the ones those contracts name. */
  readonly contractsOf?: readonly string[];
  readonly agreements?: readonly Agreement[];
  /** Versions as they came about, and who signed them; where those are told, `agreements` is left out. */
  readonly versions?: readonly AgreementVersion[];
  readonly signatures?: readonly Signature[];
  readonly postcodes?: readonly Postcode[];
  readonly contacts?: readonly Contact[];
}

/** Why something about the region cannot be done. */
export type RegionCode =
  | 'region-not-ready'
  | 'practice-only'
  | 'role-unknown'
  | 'already-followed'
  | 'region-not-followed'
  | 'agreement-unknown'
  | 'agreement-day-past'
  | 'agreement-day-taken'
  | 'agreement-same'
  | 'agreement-adopted'
  | 'agreement-overtaken'
  | 'not-a-party'
  | 'adviser-unknown'
  | RuleCode
  | 'import-has-errors'
  | 'import-too-large'
  | 'import-no-text'
  | 'import-not-utf8'
  | 'import-empty'
  | 'import-unreadable'
  | 'import-columns-missing'
  | 'import-columns-unknown'
  | 'import-columns-double'
  | 'import-too-many-rows';
