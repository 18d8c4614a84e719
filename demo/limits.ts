import type { LegalTitle } from '#kernel/limits.ts';
import type { InsurerContract, RegionLimits, SiteLimits, UnitLimits } from '#modules/region/types.ts';
import { organisationId } from './organisations.ts';
import { siteOf, unitOf } from './sites.ts';

const said = (
  site: string,
  languages: readonly string[] | null,
  ownDoctorLow: boolean | null = null,
  gps: readonly string[] = [],
): SiteLimits => ({ siteId: siteOf(site).id, languages, ownDoctorLow, treatingGps: gps.map(organisationId) });

/** What some houses said of themselves; the others said nothing, and that must be visible too. */
export const SITE_LIMITS: readonly SiteLimits[] = [
  said('peelo', ['Nederlands', 'Engels', 'Turks']),
  said('marsdijk', ['Nederlands', 'Arabisch', 'Engels']),
  said('kanaalhuis', ['Nederlands', 'Fries'], true),
  said('larikshof', null, false, ['vaartzicht', 'de-kolk']),
  said('rolde', ['Nederlands'], false, ['de-es']),
];

const takes = (unit: string, ...legalTitles: LegalTitle[]): UnitLimits => ({
  unitId: unitOf(unit).id,
  legalTitles,
});

/** On which grounds the closed wards take people. */
export const UNIT_LIMITS: readonly UnitLimits[] = [
  takes('larikshof-hazelaar', 'voluntary', 'article-21'),
  takes('marsdijk-luwte', 'voluntary', 'article-21', 'rm', 'ibs'),
];

const pays = (organisation: string, uzovi: string, ceilingReached = false): InsurerContract => ({
  organisationId: organisationId(organisation),
  uzovi,
  product: null,
  until: null,
  ceilingReached,
});

/** With which insurers two organisations have a contract; of one the money is used up. */
export const CONTRACTS: readonly InsurerContract[] = [
  pays('veldzicht', '3311'),
  pays('veldzicht', '3332', true),
  pays('veldzicht', '7029'),
  pays('esdoorn', '3311'),
  pays('esdoorn', '3332'),
];

/** The same as decisions see it. */
export const LIMITS: RegionLimits = {
  sites: new Map(SITE_LIMITS.map((each) => [each.siteId, each])),
  units: new Map(UNIT_LIMITS.map((each) => [each.unitId, each.legalTitles ?? []])),
  contracts: Map.groupBy(CONTRACTS, (each) => each.organisationId),
};
