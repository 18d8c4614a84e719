import { localDay, plusDays } from '#kernel/calendar.ts';
import type { Instant } from '#kernel/interval.ts';
import { REGION_ZONE } from '#modules/region/index.ts';
import type { Region, RegionContent } from '#modules/region/types.ts';
import { practiceAgreement, practiceVersions } from './agreement.ts';
import { CONTACTS } from './contacts.ts';
import { CONTRACTS, LIMITS, SITE_LIMITS, UNIT_LIMITS } from './limits.ts';
import { ORGANISATIONS } from './organisations.ts';
import { POSTCODES } from './postcodes.ts';
import { PROFESSIONALS } from './professionals.ts';
import { rosterOf, WINDOWS } from './roster.ts';
import { DAY_UNITS, SITES, UNITS } from './sites.ts';

/** What the practice region is called. */
export const REGION_NAME = 'Drentse Aa';

/** So far back the region took part, and so far ahead the roster is made, in days. */
const BACK = 140;
/** The roster reaches this many days ahead. */
export const ROSTER_AHEAD = 45;

/** The practice region as it is written at its making. */
export const regionContent = (now: Instant): RegionContent => {
  const today = localDay(now, REGION_ZONE);
  return {
    organisations: ORGANISATIONS,
    sites: SITES,
    units: [...UNITS, ...DAY_UNITS],
    professionals: PROFESSIONALS,
    windows: WINDOWS,
    duties: rosterOf(plusDays(today, -BACK), plusDays(today, ROSTER_AHEAD)),
    ...practiceVersions(now, BACK),
    siteLimits: SITE_LIMITS,
    unitLimits: UNIT_LIMITS,
    contracts: CONTRACTS,
    postcodes: POSTCODES,
    contacts: CONTACTS,
  };
};

/** The same region as decisions see it, with the roster of its whole past. */
export const practiceRegion = (now: Instant): Region => ({
  name: REGION_NAME,
  organisations: ORGANISATIONS.map((each) => ({ ...each, publishes: false })),
  sites: SITES,
  units: [...UNITS, ...DAY_UNITS],
  windows: WINDOWS,
  duties: regionContent(now).duties ?? [],
  limits: LIMITS,
  postcodes: new Map(POSTCODES.map(({ pc4, lat, lon }) => [pc4, { lat, lon }])),
  agreement: practiceAgreement(now, BACK),
});
