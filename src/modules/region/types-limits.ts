import type { Day } from '#kernel/calendar.ts';
import type { LegalTitle } from '#kernel/limits.ts';
import type { Product } from '#kernel/product.ts';

/** What a site said of itself that can keep somebody out. Null, or an empty list of practices, is not said. */
export interface SiteLimits {
  readonly siteId: string;
  /** Languages that are spoken there. */
  readonly languages: readonly string[] | null;
  /** Has it a doctor of its own for ELV low? */
  readonly ownDoctorLow: boolean | null;
  /** GP practices (organisations) that treat their own people there. */
  readonly treatingGps: readonly string[];
}

/** On which grounds a closed ward takes people. */
export interface UnitLimits {
  readonly unitId: string;
  readonly legalTitles: readonly LegalTitle[] | null;
}

/** An insurer that pays for stays with an organisation: for one product or all (null), up to and including a day. */
export interface InsurerContract {
  readonly organisationId: string;
  readonly uzovi: string;
  readonly product: Product | null;
  readonly until: Day | null;
  readonly ceilingReached: boolean;
}

/** All that was said, by site, by unit and by organisation. Who is not in it said nothing. */
export interface RegionLimits {
  readonly sites: ReadonlyMap<string, SiteLimits>;
  readonly units: ReadonlyMap<string, readonly LegalTitle[]>;
  readonly contracts: ReadonlyMap<string, readonly InsurerContract[]>;
}

/** A region in which nobody said anything that can keep somebody out. @internal */
export const NOTHING_SAID: RegionLimits = { sites: new Map(), units: new Map(), contracts: new Map() };
